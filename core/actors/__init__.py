"""Actors: who is named in a text, under one id each."""

from core.actors.find import find
from core.actors.linking import link
from core.actors.values import Actor, DocumentActors, Linked, Place

__all__ = ["Actor", "DocumentActors", "Linked", "Place", "find", "link"]
