"""What a reader should look at: actors that may be one, and names that two actors claim."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Literal, NamedTuple

from core.actors.knowledge import Knowledge, surname
from core.actors.values import Actor, genders_agree
from core.actors.words import fold, loose


class Ambiguity(NamedTuple):
    """Actors that may be the same, or that claim the same name; `name` is what they share."""

    kind: Literal["same actor?", "name claimed twice"]
    name: str
    actor_ids: tuple[str, ...]


def ambiguities(actors: Mapping[str, Actor], knowledge: Knowledge) -> list[Ambiguity]:
    """The open questions among the actors of a corpus, by name.

    Persons who share a surname are asked about where one is known by surname alone, or where one's given names begin
    like the other's (`J. Muster`, `Jana Muster`); never of two that the vocabulary lists. Names claimed twice are those
    that two actors bear in full.
    Cost is linear in the actors but for those that share a surname.
    """
    return sorted({*_claimed_twice(actors.values()), *_perhaps_same(actors.values(), knowledge)})


def _claimed_twice(actors: Iterable[Actor]) -> Iterable[Ambiguity]:
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            claims[fold(name)][actor.actor_id] = name
    for ids in claims.values():
        if len(ids) > 1:
            yield Ambiguity("name claimed twice", min(ids.values()), tuple(sorted(ids)))


def _perhaps_same(actors: Iterable[Actor], knowledge: Knowledge) -> Iterable[Ambiguity]:
    bearers: dict[str, list[tuple[str, Actor]]] = defaultdict(list)
    for actor in actors:
        if actor.kind == "person":
            last = surname(actor.name, actor.country, knowledge.names_of)
            bearers[loose(last)].append((last, actor))
    for same in bearers.values():
        for (last, one), (_, other) in combinations(same, 2):
            listed = one.actor_id in knowledge.actors and other.actor_id in knowledge.actors
            if not listed and _alike(_given(one, last), _given(other, last)) and genders_agree(one, other):
                yield Ambiguity("same actor?", last, tuple(sorted([one.actor_id, other.actor_id])))


def _given(person: Actor, last: str) -> str:
    """The given names, folded."""
    return fold(" ".join(word for word in person.name.split() if word != last))


def _alike(one: str, other: str) -> bool:
    """Whether nothing but a missing or shortened given name keeps two persons of one surname apart."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter.rstrip("."))
