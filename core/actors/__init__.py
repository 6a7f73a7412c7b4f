"""Actors: who is named in a text, under one id each.

knowledge.load()                             the vocabulary, indexed
find(text, sentences, knowledge, published)  the actors of one document
link({doc_id: ...}, knowledge)               the actors of all documents under their final ids
ambiguities(linked.actors, knowledge)        what a reader should look at
"""

from core.actors.ambiguity import Ambiguity, ambiguities
from core.actors.find import find
from core.actors.linking import link
from core.actors.values import Actor, DocumentActors, Linked, Place

__all__ = ["Actor", "Ambiguity", "DocumentActors", "Linked", "Place", "ambiguities", "find", "link"]
