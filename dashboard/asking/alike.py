"""Actors that may be one: near names, checked by what else is known of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from core.corpus.lines import slug
from core.model import ActorKind
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Actor, records

NEAR = 86.0
"""From here on, of 100, names are near: one letter in seven may differ."""

_BEGIN = 4
"""Names are compared where a word of the one begins with as many letters as a word of the other."""

_CROWD = 150
"""A beginning that more actors share tells none of them from the others."""

_NAMES = 6
"""So many names of each are compared."""


class Pair(NamedTuple):
    """Two actors that may be one, the better known first.

    Args:
        a: the one.
        b: the other.
        nearness: how near their names are, from 0 to 100.
        shared: the actors that both have been in an event with.
    """

    a: str
    b: str
    nearness: float
    shared: Sequence[str]


def pairs(corpus: Corpus) -> list[Pair]:
    """The pairs of actors that may be one, those with the nearest names and most company in common first.

    Two of different kinds or states are none, nor two that take part in one event.
    """
    actors = {one.actor_id: one for one in records(corpus.actors, Actor) if one.kind != "place"}
    words = {actor_id: tuple(filter(None, map(_folded, _called(one)))) for actor_id, one in actors.items()}
    events: dict[str, set[str]] = defaultdict(set)
    for event_id, actor_id in corpus.parts.rows[["event_id", "actor_id"]].to_numpy().tolist():
        events[actor_id].add(event_id)
    known = corpus.actors.sort_values(["n_mentions", "n_claims"], ascending=False, kind="stable")
    rank = {actor_id: at for at, actor_id in enumerate(known.index)}
    alike = []
    for one, other in _meeting(words, {actor_id: row.kind for actor_id, row in actors.items()}):
        if not _agree(actors[one], actors[other]) or events[one] & events[other]:
            continue
        if (nearness := _nearness(words[one], words[other])) >= NEAR:
            a, b = sorted((one, other), key=rank.__getitem__)
            alike.append(Pair(a, b, nearness, _company(corpus, events, a, b)))
    return sorted(alike, key=lambda pair: (-pair.nearness - 5 * len(pair.shared), rank[pair.a], rank[pair.b]))


def open_pairs(corpus: Corpus, near: Iterable[Pair]) -> list[Pair]:
    """Those of some pairs of whom nobody has said whether they are one, or that one is no actor."""
    spoken = [set(said.actors) for said in corpus.decided.said if said.field in ("same_actor", "other_actor")]
    gone = {*corpus.decided.changes.one, *corpus.decided.changes.no_actors}
    return [
        pair for pair in near if not gone & {pair.a, pair.b} and not any({pair.a, pair.b} <= some for some in spoken)
    ]


def _called(actor: Actor) -> Iterable[str]:
    return dict.fromkeys((actor.name, *actor.aliases[: _NAMES - 1]))


def _folded(name: str) -> str:
    return slug(name, 80).replace("-", " ")


def _meeting(words: Mapping[str, tuple[str, ...]], kinds: Mapping[str, ActorKind]) -> Iterator[tuple[str, str]]:
    """The pairs of actors of a kind that have a word in common, by its beginning."""
    begins: dict[tuple[ActorKind, str], set[str]] = defaultdict(set)
    for actor_id, names in words.items():
        for name in names:
            for word in name.split():
                if len(word) >= _BEGIN:
                    begins[kinds[actor_id], word[:_BEGIN]].add(actor_id)
    seen: set[tuple[str, str]] = set()
    for some in begins.values():
        if len(some) <= _CROWD:
            seen.update(combinations(sorted(some), 2))
    yield from sorted(seen)


def _agree(one: Actor, other: Actor) -> bool:
    """Whether kind and state of two actors allow that they are one."""
    countries = {country for country in (one.country, other.country) if country}
    return one.kind == other.kind and one.kind != "state" and len(countries) < 2


def _nearness(one: Sequence[str], other: Sequence[str]) -> float:
    """How near the nearest two names are; a surname alone is near to the whole name."""
    return max((_near(a, b) for a in one for b in other), default=0.0)


def _near(one: str, other: str) -> float:
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if len(shorter) == 1 and len(longer) > 1:
        return 0.9 * fuzz.ratio(shorter[0], longer[-1]) if len(shorter[0]) >= _BEGIN else 0.0
    if len(shorter) == len(longer):
        return min(
            fuzz.ratio(a, b) if len(a) > 1 and len(b) > 1 else 100.0 * (a[0] == b[0])
            for a, b in zip(shorter, longer, strict=True)
        )
    return fuzz.token_sort_ratio(one, other)


def _company(corpus: Corpus, events: dict[str, set[str]], one: str, other: str) -> list[str]:
    """The actors that both have been in an event with, by number of claims."""
    met = [
        {actor for event in events[actor_id] for actor in corpus.parts.actors_of(event)} - {one, other}
        for actor_id in (one, other)
    ]
    return sorted(met[0] & met[1])
