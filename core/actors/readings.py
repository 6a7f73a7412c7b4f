"""A known name in a sentence, before and after it is decided what it stands for."""

from typing import NamedTuple

from core.actors.gazetteer import Alias
from core.model import MentionKind


class Hit(NamedTuple):
    """A known name.

    `first` and `last` are its tokens; `whole` is false for a link of a compound (`NATO` in `NATO-Gipfel`).
    """

    start: int
    end: int
    first: int
    last: int
    whole: bool
    aliases: tuple[Alias, ...]


class Reading(NamedTuple):
    """What a stretch stands for.

    Attributes:
        actor_id: an actor; empty for what is only a place.
        kind: how the actor is named.
        name: the name in the vocabulary; for armed forces and other bodies read from a demonym, the name they get.
        place: the stretch says where something is; a state's name may say that and name an actor.
        needs_context: counts only where the document speaks of the same actor, or of its state, elsewhere.
        body_of: the state whose body this is, for those read from a demonym.
    """

    start: int
    end: int
    first: int
    last: int
    actor_id: str
    kind: MentionKind
    name: str
    place: bool
    whole: bool
    needs_context: bool = False
    body_of: str | None = None
