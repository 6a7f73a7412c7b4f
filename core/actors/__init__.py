"""Actors: who is named in a text, under one id each.

knowledge.load()                             the vocabulary, indexed
read(text, sentences, knowledge)             the names in one document
offices(names, knowledge)                    the offices that it gives to persons, by which it may be dated
identify(names, knowledge, published)        its actors, with its date where that is known
find(text, sentences, knowledge, published)  `read` and `identify` in one
link({doc_id: cast}, knowledge)              the actors of all documents under their final ids
ambiguities(linked.actors, knowledge)        what a reader should look at
roles(actor_id), role_on(actor_id, day)      the offices of a person, and the one of a day
"""

from core.actors.ambiguity import Ambiguity, ambiguities
from core.actors.find import NamedText, find, identify, offices, read
from core.actors.history import HeldRole, role_on, roles
from core.actors.linking import link
from core.actors.values import Actor, Cast, DocumentActors, Linked, Place

__all__ = [
    "Actor",
    "Ambiguity",
    "Cast",
    "DocumentActors",
    "HeldRole",
    "Linked",
    "NamedText",
    "Place",
    "ambiguities",
    "find",
    "identify",
    "link",
    "offices",
    "read",
    "role_on",
    "roles",
]
