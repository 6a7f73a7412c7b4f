"""How sure an event is by the claims that tell of it: what each source adds, and what those take that contradict it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

CERTAIN = 0.99
"""No number of reports makes a happening more so."""


class Told(NamedTuple):
    """What a claim says of an event: `values` has what it says on the points on which others may differ, by field."""

    claim_id: str
    source: str
    confidence: float
    values: Mapping[str, str | None]


class Contradiction(NamedTuple):
    """Two claims that cannot both be right on a point, with what each says there."""

    field: str
    claim_a: str
    claim_b: str
    value_a: str
    value_b: str


class Contribution(NamedTuple):
    """What a source adds to how sure an event is.

    `alone` is how sure its surest claim is by itself; `share` is that once those are heard that contradict it; `agrees`
    is false where it contradicts the source whose share is the greatest, which the event follows.
    """

    source: str
    alone: float
    share: float
    agrees: bool


def contributions(claims: Iterable[Told], contradictions: Iterable[Contradiction]) -> tuple[Contribution, ...]:
    """What each source adds, in the order of the claims.

    Of sources that contradict each other one at most is right: as likely as before, given that not both are (Bayes'
    rule, all else being independent).

    Args:
        claims: those of one event; the copies of one text are one source.
        contradictions: the pairs of them that cannot both be right, one for each pair of values.
    """
    told = list(claims)
    alone: dict[str, float] = defaultdict(float)
    for one in told:
        alone[one.source] = max(alone[one.source], one.confidence)
    against: dict[str, set[str]] = defaultdict(set)
    for a, b in _opposed(told, contradictions):
        against[a].add(b)
        against[b].add(a)
    shares = {source: _given_others(sure, [alone[one] for one in against[source]]) for source, sure in alone.items()}
    surest = max(shares, key=shares.__getitem__, default="")
    return tuple(Contribution(one, sure, shares[one], one not in against[surest]) for one, sure in alone.items())


def joint(every: Iterable[Contribution]) -> float:
    """One minus the chance that all sources are wrong that agree with the surest, which are independent of each other.

    Sources that agree raise it, those that contradict them lower it.
    """
    return round(min(CERTAIN, 1 - prod(1 - one.share for one in every if one.agrees)), 2)


def _opposed(told: Sequence[Told], contradictions: Iterable[Contradiction]) -> Iterator[tuple[str, str]]:
    """The sources that contradict each other: those of two such claims, and of others that say the same as these."""
    for one in contradictions:
        sides = (
            {claim.source for claim in told if claim.claim_id == at or claim.values.get(one.field) == value}
            for at, value in ((one.claim_a, one.value_a), (one.claim_b, one.value_b))
        )
        side_a, side_b = sides
        yield from ((a, b) for a in side_a for b in side_b if a != b)


def _given_others(sure: float, others: Sequence[float]) -> float:
    """How likely a claim is right, given that none of some others can be if it is."""
    right = sure * prod(1 - one for one in others)
    return right / (right + 1 - sure) if right else 0.0
