"""Which claims tell of the same happening, in one document or several, without comparing every pair.

Two claims can be of the same happening only where who takes part agrees and their dates allow one another, and, the
less these say, the more their wording agrees. So those are compared that share two actors, or an actor and a noun, and
of these only such as are near enough in time (blocking): claims are looked up by what they share, in order of time.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from math import sqrt
from typing import NamedTuple

import msgspec

from core.claims.lexicon import with_trait
from core.german.grammar import grammar
from core.model import Claim, Interval, Published

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")

Represents = Callable[[str, Interval | None], frozenset[str]]
"""The states and bodies that an actor speaks for at a time, by its offices; none where it holds none."""

Key = tuple[str, ...]
"""What two claims must have in common to be compared."""

_TAKING_PART = frozenset({"agent", "partner", "target", "speaker"})
_MONTHS_APART = 120  # days between two undated reports, beyond which they need the same wording to be one event
_LONGEST_LOOK_BACK = 730  # days from a dated happening to an undated report of it
_LONGEST_LOOK_AHEAD = 365  # days from an undated report to a dated happening that it foretells
_AFFIX = 4  # letters that two different nouns have in common at least, at the beginning or the end, if they are akin


@dataclass(frozen=True)
class Side:
    """A claim with what the comparison of two asks of it again and again."""

    claim: Claim
    actors: frozenset[str]
    others: frozenset[str]
    represented: Mapping[str, frozenset[str]]
    written: Interval | None

    @classmethod
    def of(cls, claim: Claim, published: Mapping[str, Published], represents: Represents) -> "Side":
        """The side of a claim, given when its document was written and for whom actors speak."""
        written = published[claim.doc_id].interval if claim.doc_id in published else None
        named = {p.actor_id for p in claim.participants}
        taking = {p.actor_id for p in claim.participants if p.role in _TAKING_PART}
        actors = frozenset(named if claim.type == "summit" or not taking else taking)
        others = frozenset(p.actor_id for p in claim.participants if p.role in {"partner", "target"})
        when = claim.interval or written
        return cls(claim, actors, others, {actor: represents(actor, when) for actor in actors}, written)

    @property
    def digest(self) -> bytes:
        """A hash of all that a comparison with another claim depends on."""
        represented = sorted((actor, sorted(states)) for actor, states in self.represented.items())
        return blake2b(_ENCODER.encode((self.claim, represented, self.written)), digest_size=16).digest()

    @property
    def keys(self) -> Iterator[Key]:
        """What another claim shares one of, if the two can be of the same happening."""
        known = sorted(self.actors.union(*self.represented.values()))
        kind = "encounter" if self.claim.type in ("visit", "meeting") else self.claim.type
        unique = self.claim.type in with_trait("unique")
        if self.claim.interval is not None or unique:
            yield from ((kind, *pair) for pair in combinations(known, 2))
        if unique:
            yield (kind, "", *sorted(self.actors))
        affixes = {affix for noun in self.claim.keywords for affix in _affixes(noun)}
        yield from ((self.claim.type, actor, affix, "") for actor in known for affix in affixes)

    def matched(self, actors: frozenset[str], other: "Side") -> int:
        """How many of some of this side's actors take part on the other side, themselves or by whom they stand for."""
        return sum(
            bool(({actor} | self.represented[actor]) & other.actors)
            or any(actor in other.represented[one] for one in other.actors)
            for actor in actors
        )

    def rivals(self, other: "Side") -> bool:
        """Whether each side has a person of its own in one and the same office: predecessor and successor."""
        own, theirs = self.actors - other.actors, other.actors - self.actors
        return any(self.represented[a] & other.represented[b] for a in own for b in theirs)


def pairs(sides: Sequence[Side], fresh: Collection[int]) -> Iterator[tuple[int, int]]:
    """The pairs of claims that tell of the same happening, of which at least one is among the fresh ones.

    Args:
        sides: all claims.
        fresh: the places in `sides` of the claims to be compared with all others.

    Whether two claims are a pair depends on nothing but the two.
    """
    keys = {at: frozenset(sides[at].keys) for at in fresh}
    blocks: dict[Key, _Block] = {key: _Block() for found in keys.values() for key in found}
    times = [_Time.of(side) for side in sides]
    for at in sorted(range(len(sides)), key=times.__getitem__):
        for key in keys[at] if at in keys else sides[at].keys:
            if block := blocks.get(key):
                block.add(at, times[at])
    for at, found in keys.items():
        near = {other for key in found for other in blocks[key].near(times[at])}
        for other in near:
            if other != at and (other > at or other not in keys) and same_happening(sides[at], sides[other]):
                yield min(at, other), max(at, other)


class _Time(NamedTuple):
    """When a claim's event was (`dated`) or, where it does not say, when the claim was written; days as ordinals.

    Where that is unknown too, `known` is false.
    """

    known: bool
    dated: bool
    first: int
    last: int

    @classmethod
    def of(cls, side: Side) -> "_Time":
        interval = side.claim.interval or side.written
        if interval is None:
            return cls(False, False, 0, 0)
        return cls(True, side.claim.interval is not None, interval.first.toordinal(), interval.last.toordinal())


@dataclass(slots=True)
class _Row:
    """Claims in the order of their first day."""

    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    longest: int = 0

    def add(self, at: int, time: _Time) -> None:
        self.firsts.append(time.first)
        self.lasts.append(time.last)
        self.places.append(at)
        self.longest = max(self.longest, time.last - time.first)

    def between(self, first: int, last: int) -> list[int]:
        """The claims one of whose days is between two days, both included."""
        low = bisect_left(self.firsts, first - self.longest)
        high = bisect_left(self.firsts, last + 1)
        return [self.places[i] for i in range(low, high) if self.lasts[i] >= first]


@dataclass(slots=True)
class _Block:
    """The claims that have a key in common. They are added in the order of their times."""

    dated: _Row = field(default_factory=_Row)
    undated: _Row = field(default_factory=_Row)
    anytime: list[int] = field(default_factory=list)

    def add(self, at: int, time: _Time) -> None:
        if not time.known:
            self.anytime.append(at)
        else:
            (self.dated if time.dated else self.undated).add(at, time)

    def near(self, time: _Time) -> list[int]:
        """The claims that are near enough in time to be of the same happening as one of that time."""
        known, is_dated, first, last = time
        if not known:
            return self.dated.places + self.undated.places + self.anytime
        if is_dated:
            dated, undated = (0, 0), (_LONGEST_LOOK_AHEAD, _LONGEST_LOOK_BACK)
        else:
            dated, undated = (_LONGEST_LOOK_BACK, _LONGEST_LOOK_AHEAD), (_MONTHS_APART, _MONTHS_APART)
        return [
            *self.dated.between(first - dated[0], last + dated[1]),
            *self.undated.between(first - undated[0], last + undated[1]),
            *self.anytime,
        ]


@dataclass(frozen=True, slots=True)
class Matches:
    """What is known of pairs of claims: the digests of all claims compared, and the places of those that match."""

    claims: tuple[bytes, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()

    def updated(self, sides: Sequence[Side]) -> "Matches":
        """The same for other claims; only those that are new are compared."""
        claims = tuple(side.digest for side in sides)
        place = {digest: at for at, digest in enumerate(claims)}
        moved = [place.get(digest) for digest in self.claims]
        still = ((moved[a], moved[b]) for a, b in self.pairs)
        kept = ((min(a, b), max(a, b)) for a, b in still if a is not None and b is not None)
        fresh = place.keys() - set(self.claims)
        return Matches(claims, (*kept, *pairs(sides, [place[digest] for digest in fresh])))


def same_happening(a: Side, b: Side) -> bool:
    """Whether two claims tell of the same happening, whichever of the two is given first."""
    if (a.claim.status == "denied") != (b.claim.status == "denied"):
        return False
    if a.claim.type != b.claim.type:
        return _meeting_of_visit(a, b) or _meeting_of_visit(b, a)
    if not compatible(a.claim, b.claim):
        return False
    if _place(b.claim) < _place(a.claim):  # what follows asks one of the two about the other
        a, b = b, a
    small, large = sorted((a, b), key=lambda side: len(side.actors))
    matched = small.matched(small.actors, large)
    shared = matched / max(len(small.actors), 1)
    wording = overlap(a.claim.keywords, b.claim.keywords)
    if a.rivals(b) or (not a.actors & b.actors and wording < 0.3):
        return False
    if a.others and b.others and not a.matched(a.others, b) and wording < 0.3:
        return False
    if a.claim.type == "statement":
        return shared == 1 and wording >= 0.6
    if shared < 0.5:
        return False
    if a.claim.interval is None or b.claim.interval is None:
        return _same_undated(a, b, shared, matched, wording)
    vague = max(days(a.claim.interval), days(b.claim.interval)) > 1 and a.claim.type != "summit"
    if vague and elsewhere(a.claim, b.claim):  # the same people can meet in two places in one month
        return wording >= 0.5
    if shared == 1 and matched >= 2:
        return days(a.claim.interval) <= 31 or a.claim.type in with_trait("unique") or wording >= 0.3
    return wording >= 0.3 or (shared == 1 and a.claim.type in with_trait("unique") and a.actors == b.actors)


def _place(claim: Claim) -> tuple[str, int, int, int, str]:
    return claim.doc_id, claim.start, claim.end, claim.trigger_start, claim.type


def _same_undated(a: Side, b: Side, shared: float, matched: int, wording: float) -> bool:
    """The same, where at least one has no date: then parties that seldom do it twice, or the wording, must tell."""
    if not _in_reach(a, b):
        return False
    if a.claim.type in with_trait("lasting"):
        return shared == 1 and wording >= 0.6 and a.claim.status == b.claim.status
    if shared == 1 and matched >= 2:
        return a.claim.type in with_trait("unique") or wording >= 0.3
    return wording >= (0.5 if shared == 1 else 0.75)


def _in_reach(a: Side, b: Side) -> bool:
    """Whether an undated report can be of what the other tells of, going by when both were written."""
    if a.claim.interval is None and b.claim.interval is None:
        if a.written is None or b.written is None or a.claim.doc_id == b.claim.doc_id:
            return True
        gap = max((a.written.first - b.written.last).days, (b.written.first - a.written.last).days)
        return gap <= _MONTHS_APART
    dated, undated = (a, b) if a.claim.interval else (b, a)
    if undated.written is None or dated.claim.interval is None:
        return True
    ahead = (dated.claim.interval.first - undated.written.last).days
    if undated.claim.status == "occurred" and ahead > 0:
        return False
    return ahead <= 365 and (undated.written.first - dated.claim.interval.last).days <= _LONGEST_LOOK_BACK


def _meeting_of_visit(visit: Side, meeting: Side) -> bool:
    """Whether a meeting is the visit itself seen closer: all who meet are named as visitor and host, on a day of it."""
    if visit.claim.type != "visit" or meeting.claim.type != "meeting" or visit.claim.interval is None:
        return False
    if meeting.claim.interval is None or len(meeting.actors) < 2 or not meeting.actors <= visit.actors:
        return False
    return visit.claim.interval.first <= meeting.claim.interval.first <= visit.claim.interval.last


def elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two claims name places that are not one in the other, as far as is known."""
    if a.place is None or b.place is None or a.place == b.place:
        return False
    return a.host is None or b.host is None or a.host != b.host


def compatible(a: Claim, b: Claim) -> bool:
    """Whether two intervals have a day in common; an undated claim goes with any."""
    if a.interval is None or b.interval is None:
        return True
    return a.interval.first <= b.interval.last and b.interval.first <= a.interval.last


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared keywords by the geometric mean of how many each has; compounds count by their heads."""
    small, large = sorted((a, b), key=len)
    if not small:
        return 0.0
    shared = sum(any(_akin(x, y) for y in large) for x in small)
    return min(1.0, shared / sqrt(len(small) * len(large)))


@lru_cache(200_000)
def _akin(x: str, y: str) -> bool:
    """Whether two nouns may name the same: `Verbindungsbüro` and `Büro`, `NATO-Gipfel` and `Gipfeltreffen`."""
    small, large = sorted((_head(x), _head(y)), key=len)
    if small == large or (len(small) >= _AFFIX and (large.startswith(small) or large.endswith(small))):
        return True
    return small[-_AFFIX:] == large[-_AFFIX:] and not small.endswith(grammar().nouns.derived_with)


def _head(noun: str) -> str:
    return noun.rpartition("-")[2]


@lru_cache(50_000)
def _affixes(noun: str) -> tuple[str, ...]:
    """What every noun that is akin to this one has one of."""
    head = _head(noun)
    return (f"{head[:_AFFIX]}-", f"-{head[-_AFFIX:]}") if len(head) >= _AFFIX else (head,)


def days(interval: Interval | None) -> int:
    """How many days an interval has; very many where there is none."""
    return (interval.last - interval.first).days + 1 if interval else 10**6
