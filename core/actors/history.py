"""Which offices a person held and when, for readers of the tables: an event of 2022 shows the role of 2022.

The vocabulary is read once in a process, at the first question.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from core.actors.knowledge import load


class HeldRole(NamedTuple):
    """A term of office in German and English, as `Premierminister (Japan)`; an open begin or end is None."""

    german: str
    english: str
    begins: date | None
    ends: date | None


@cache
def roles(actor_id: str) -> tuple[HeldRole, ...]:
    """All terms of office that the vocabulary knows of an actor, by begin; none for those that it does not know."""
    knowledge = load()
    actor = knowledge.actors.get(actor_id)
    if actor is None:
        return ()
    return tuple(
        HeldRole(
            knowledge.label(actor, tenure),
            knowledge.label_en(tenure),
            tenure.begins,
            tenure.ends,
        )
        for tenure in actor.tenures
    )


@cache
def role_on(actor_id: str, day: date) -> HeldRole | None:
    """The office that an actor holds on a day, the highest of several; None where the vocabulary knows of none."""
    knowledge = load()
    actor = knowledge.actors.get(actor_id)
    held = [tenure for tenure in actor.tenures if tenure.covers(day)] if actor is not None else []
    if actor is None or not held:
        return None
    return roles(actor_id)[actor.tenures.index(knowledge.highest(held))]
