"""Which claims tell of the same happening, in one document or several, without comparing every pair.

Two claims can be of the same happening only where who takes part agrees and their dates allow one another, and, the
less these say, the more their wording agrees. So those are compared that share two actors, or an actor and a noun, and
of these only such as are near enough in time (blocking): claims are looked up by what they share, in order of time.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, repeat
from math import sqrt
from typing import NamedTuple

import msgspec
import numpy as np

from core.claims.lexicon import kind_of, with_trait
from core.events.reports import DIGEST, Reports, Represents
from core.events.thresholds import thresholds
from core.events.whereabouts import elsewhere, two_places
from core.german.grammar import grammar
from core.model import Bounds, Claim, Interval

Pairs = np.ndarray[tuple[int, int], np.dtype[np.int32]]
"""Pairs of claims by their positions, a row each."""

Key = tuple[str, ...]
"""What two claims must have in common to be compared."""

_TAKING_PART = frozenset({"agent", "partner", "target", "speaker"})
_BOTH = 2  # parties that meet, agree or fight
_AFFIX = 4  # letters that two different nouns have in common at least, at the beginning or the end, if they are akin


@dataclass(frozen=True)
class Side:
    """A claim with what the comparison of two asks of it again and again."""

    claim: Claim
    actors: frozenset[str]
    others: frozenset[str]
    acting: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    written: Interval | None

    @classmethod
    def of(cls, claim: Claim, written: Interval | None, represents: Represents) -> "Side":
        """The side of a claim, given when its document was written and for whom actors speak."""
        named = {p.actor_id for p in claim.participants}
        taking = {p.actor_id for p in claim.participants if p.role in _TAKING_PART}
        actors = frozenset(named if claim.type in with_trait("assembly") or not taking else taking)
        others = frozenset(p.actor_id for p in claim.participants if p.role in {"partner", "target"})
        acting = frozenset(p.actor_id for p in claim.participants if p.role in {"agent", "speaker"})
        when = claim.interval or written
        offices = {actor: represents[actor](when) for actor in actors & represents.keys()}
        return cls(claim, actors, others, acting, offices, written)

    @property
    def keys(self) -> Iterator[Key]:
        """What another claim shares one of, if the two can be of the same happening."""
        known = sorted(self.actors.union(*self.offices.values()))
        kind = kind_of(self.claim.type)
        unique = self.claim.type in with_trait("unique")
        if self.claim.interval is not None or unique:
            yield from ((kind, *pair) for pair in combinations(known, 2))
        if unique:
            yield (kind, "", *sorted(self.actors))
        affixes = {affix for noun in self.claim.keywords for affix in _affixes(noun)}
        yield from ((self.claim.type, actor, affix, "") for actor in known for affix in affixes)
        yield from ((self.claim.type, actor, "", self.claim.doc_id) for actor in known or [""])  # with its headline
        if not known and self.claim.place and self.claim.interval is not None:
            yield (self.claim.type, "", self.claim.place, self.claim.interval.first.isoformat())

    def represented(self, actor: str) -> frozenset[str]:
        """The states and bodies that one of the actors speaks for."""
        return self.offices.get(actor, frozenset())

    def matched(self, actors: frozenset[str], other: "Side") -> int:
        """How many of some of this side's actors take part on the other side, themselves or by whom they stand for."""
        return sum(
            bool(({actor} | self.represented(actor)) & other.actors)
            or any(actor in states for states in other.offices.values())
            for actor in actors
        )

    def opposes(self, other: "Side") -> bool:
        """Whether somebody only acts on one side and is only acted on, on the other: `des IS` and `gegen den IS`."""
        return any(
            (one.acting - one.others) & (another.others - another.acting)
            for one, another in ((self, other), (other, self))
        )

    def rivals(self, other: "Side") -> bool:
        """Whether each side has a person of its own in one and the same office: predecessor and successor."""
        own, theirs = self.actors - other.actors, other.actors - self.actors
        return any(self.represented(a) & other.represented(b) for a in own for b in theirs)


class _Sides:
    """The sides of claims, each made when it is first asked for: after a small change few ever are."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports
        self._made: dict[int, Side] = {}

    def __getitem__(self, at: int) -> Side:
        """The side of the claim at that place."""
        if at not in self._made:
            self._made[at] = Side.of(self._reports[at], self._reports.written(at), self._reports.represents)
        return self._made[at]


def _akin(reports: Reports, some: Iterable[int]) -> Sequence[int]:
    """The positions of all claims that may have a key in common with one of these and be near it in time.

    And of others: those that share an actor, and come near in time, with any of the same kind.
    """
    actors: dict[str, set[str]] = defaultdict(set)
    reach: dict[str, _Reach] = {}
    for at in some:
        kind, near = kind_of(reports.outlines[at].type), _time(reports, at).reach
        actors[kind].update(_named(reports, at))
        reach[kind] = near | reach.get(kind, near)
    return [
        at
        for at, outline in enumerate(reports.outlines)
        if (kind := kind_of(outline.type)) in reach
        and reach[kind].has(_time(reports, at))
        and not actors[kind].isdisjoint(_named(reports, at))
    ]


def _named(reports: Reports, at: int) -> Iterator[str]:
    """Each actor that a key of a claim may name; an empty one where it names nobody."""
    _, interval, actors = reports.outlines[at]
    if not actors:
        yield ""
    for actor in actors:
        yield actor
        if represented := reports.represents.get(actor):
            yield from represented(interval or reports.written(at))


def _time(reports: Reports, at: int) -> "_Time":
    """When the claim at that place says that its event was, or when it was written."""
    own = reports.outlines[at].interval
    interval = own or reports.written(at)
    if interval is None:
        return _ANYTIME
    return _Time(True, own is not None, interval.first.toordinal(), interval.last.toordinal())


def pairs(reports: Reports, fresh: Collection[int]) -> Iterator[tuple[int, int]]:
    """The pairs of claims that tell of the same happening, of which at least one is among the fresh ones.

    Args:
        reports: all claims.
        fresh: the positions of those to be compared with all others.

    Whether two claims are a pair depends on nothing but the two.
    """
    sides = _Sides(reports)
    keys = {at: frozenset(sides[at].keys) for at in fresh}
    blocks: dict[Key, _Block] = {key: _Block() for own in keys.values() for key in own}
    akin = range(len(reports)) if len(fresh) == len(reports) else _akin(reports, fresh)
    times = {at: _time(reports, at) for at in akin}
    for at in sorted(akin, key=times.__getitem__):
        for key in keys[at] if at in keys else sides[at].keys:
            if block := blocks.get(key):
                block.add(at, times[at])
    for at, own in keys.items():
        near = {other for key in own for other in blocks[key].near(times[at])}
        for other in near:
            if other != at and (other > at or other not in keys) and same_happening(sides[at], sides[other]):
                yield min(at, other), max(at, other)


@dataclass(frozen=True, slots=True)
class _Reach:
    """From which day to which claims are near enough in time to be of the same happening as some others.

    Whether they are dated makes a difference; days are ordinals. Claims of an unknown time are near to all.
    """

    dated: tuple[int, int]
    undated: tuple[int, int]

    def has(self, time: "_Time") -> bool:
        """Whether a claim of that time is near enough."""
        first, last = self.dated if time.dated else self.undated
        return not time.known or (time.first <= last and time.last >= first)

    def __or__(self, other: "_Reach") -> "_Reach":
        """What is near to either, and what lies between."""
        return _Reach(_hull(self.dated, other.dated), _hull(self.undated, other.undated))


def _hull(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return min(a[0], b[0]), max(a[1], b[1])


class _Time(NamedTuple):
    """When a claim's event was (`dated`) or, where it does not say, when the claim was written; days as ordinals.

    Where that is unknown too, `known` is false.
    """

    known: bool
    dated: bool
    first: int
    last: int

    @property
    def reach(self) -> _Reach:
        """Where in time claims of the same happening can be."""
        if not self.known:
            return _EVER
        apart = thresholds().days
        if self.dated:
            return _Reach((self.first, self.last), self._within(apart.look_ahead, apart.look_back))
        return _Reach(self._within(apart.look_back, apart.look_ahead), self._within(apart.undated, apart.undated))

    def _within(self, before: int, after: int) -> tuple[int, int]:
        return self.first - before, self.last + after


_ANYTIME = _Time(False, False, 0, 0)
_EVER = _Reach((0, date.max.toordinal()), (0, date.max.toordinal()))


@dataclass(slots=True)
class _Row:
    """Claims in the order of their first day."""

    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    longest: int = 0

    def add(self, at: int, time: _Time) -> None:
        self.firsts.append(time.first)
        self.lasts.append(time.last)
        self.positions.append(at)
        self.longest = max(self.longest, time.last - time.first)

    def between(self, first: int, last: int) -> list[int]:
        """The claims one of whose days is between two days, both included."""
        low = bisect_left(self.firsts, first - self.longest)
        high = bisect_left(self.firsts, last + 1)
        return [self.positions[i] for i in range(low, high) if self.lasts[i] >= first]


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
        reach = time.reach
        return [*self.dated.between(*reach.dated), *self.undated.between(*reach.undated), *self.anytime]


class Matches(msgspec.Struct, frozen=True):
    """What is known of pairs of claims: which documents' claims were compared, and the positions of those that match.

    `documents` are their hashes, of 16 bytes each, `counts` how many claims they have; `ends` are the pairs, both ends
    of one after the other, as little-endian int32.
    """

    documents: bytes = b""
    counts: tuple[int, ...] = ()
    ends: bytes = b""

    @property
    def pairs(self) -> Pairs:
        """The pairs."""
        return np.frombuffer(self.ends, "<i4").reshape(-1, 2)

    def updated(self, reports: Reports) -> "Matches":
        """The same for other claims; only those of documents that are new or have changed are compared."""
        now = {digest: (first, end) for digest, first, end in reports.spans}
        before = [self.documents[at : at + DIGEST] for at in range(0, len(self.documents), DIGEST)]
        ranges = (
            range(*now[digest]) if digest in now else repeat(-1, count)
            for digest, count in zip(before, self.counts, strict=True)
        )
        moved = np.fromiter(chain.from_iterable(ranges), dtype="<i4")
        kept = moved[self.pairs]
        known = set(before)
        fresh = [at for digest, span in now.items() if digest not in known for at in range(*span)]
        new = np.fromiter(chain.from_iterable(pairs(reports, fresh)), dtype="<i4").reshape(-1, 2)
        every = np.concatenate([np.sort(kept[(kept >= 0).all(axis=1)], axis=1), new])
        return Matches(b"".join(now), tuple(end - first for first, end in now.values()), every.tobytes())


def same_happening(a: Side, b: Side) -> bool:
    """Whether two claims tell of the same happening, whichever of the two is given first."""
    if (a.claim.status == "denied") != (b.claim.status == "denied"):
        return False
    if a.claim.type != b.claim.type:
        return _meeting_of_visit(a, b) or _meeting_of_visit(b, a)
    if (
        two_places(a.claim, b.claim)
        or not compatible(a.claim, b.claim)
        or (a.claim.type in with_trait("harm") and a.opposes(b))
    ):
        return False
    if _place(b.claim) < _place(a.claim):  # what follows asks one of the two about the other
        a, b = b, a
    small, large = sorted((a, b), key=lambda side: len(side.actors))
    matched = small.matched(small.actors, large)
    shared = matched / max(len(small.actors), 1)
    wording, least = overlap(a.claim.keywords, b.claim.keywords), thresholds().wording
    if not a.actors and not b.actors:
        return _same_unnamed(a.claim, b.claim, wording)
    if a.rivals(b) or (not a.actors & b.actors and wording < least.akin):
        return False
    if shared == 1 and matched and _headed(a.claim, b.claim):
        return True
    if a.others and b.others and not a.matched(a.others, b) and wording < least.akin:
        return False
    if a.claim.type in with_trait("saying"):
        return shared == 1 and wording >= least.same
    if shared < thresholds().parties.most:
        return False
    if a.claim.interval is None or b.claim.interval is None:
        return _same_undated(a, b, shared, matched, wording)
    longest, month = max(days(a.claim.interval), days(b.claim.interval)), thresholds().days.month
    vague = longest > 1 and a.claim.type not in with_trait("assembly")
    if vague and elsewhere(a.claim, b.claim):  # the same people can meet in two places in one month
        return wording >= least.close
    if shared == 1 and matched >= _BOTH:
        return days(a.claim.interval) <= month or a.claim.type in with_trait("unique") or wording >= least.akin
    return wording >= least.akin or (shared == 1 and a.claim.type in with_trait("unique") and a.actors == b.actors)


def _same_unnamed(a: Claim, b: Claim, wording: float) -> bool:
    """The same of what nobody who is known has a part in: a place and a day must be the same, and tell nearly alike.

    `Bei einem Erdbeben in Chile kamen am Montag 49 Menschen ums Leben` needs no actor to be told twice.
    """
    if _headed(a, b):
        return bool((a if a.headline else b).keywords)
    there = a.place is not None and a.place == b.place
    on_a_day = a.interval is not None and a.interval == b.interval and days(a.interval) == 1
    least = thresholds().unnamed
    return there and on_a_day and wording >= least.wording and _shared(a.keywords, b.keywords) >= least.nouns


def _shared(a: frozenset[str], b: frozenset[str]) -> int:
    """How many nouns of the one that has fewer are in the other, too."""
    small, large = sorted((a, b), key=len)
    return sum(any(_same_noun(x, y) for y in large) for x in small)


def _headed(a: Claim, b: Claim) -> bool:
    """Whether one is the headline of what the other tells in the same text: all that it names is there."""
    if a.doc_id != b.doc_id or a.headline == b.headline:
        return False
    head, body = (a, b) if a.headline else (b, a)
    if not head.keywords and head.type in with_trait("saying"):
        return False  # words about nothing could be any of the speaker's
    return all(any(_same_noun(x, y) for y in body.keywords) for x in head.keywords)


def _place(claim: Claim) -> tuple[str, int, int, int, str]:
    return claim.doc_id, claim.start, claim.end, claim.trigger_start, claim.type


def _same_undated(a: Side, b: Side, shared: float, matched: int, wording: float) -> bool:
    """The same, where at least one has no date: then parties that seldom do it twice, or the wording, must tell."""
    least = thresholds().wording
    if not _in_reach(a, b):
        return False
    if a.claim.type in with_trait("lasting"):
        return shared == 1 and wording >= least.same and a.claim.status == b.claim.status
    if shared == 1 and matched >= _BOTH and a.claim.type in with_trait("unique"):
        return True
    often = a.claim.type in with_trait("harm") or a.claim.type in with_trait("spoken")  # of attacks, there are many
    if often and a.claim.doc_id != b.claim.doc_id and (_at_any_time(a) or _at_any_time(b)):
        return shared == 1 and wording >= least.equal
    if shared == 1 and matched >= _BOTH:
        return wording >= least.akin
    return wording >= (least.close if shared == 1 else least.equal)


def _at_any_time(side: Side) -> bool:
    """Whether an undated claim is of a text that may be of any season, and so tells nothing of when."""
    written = side.written
    return side.claim.interval is None and (written is None or days(written) > thresholds().days.undated)


def _in_reach(a: Side, b: Side) -> bool:
    """Whether an undated report can be of what the other tells of, going by when both were written."""
    apart = thresholds().days
    if a.claim.interval is None and b.claim.interval is None:
        if a.written is None or b.written is None or a.claim.doc_id == b.claim.doc_id:
            return True
        gap = max((a.written.first - b.written.last).days, (b.written.first - a.written.last).days)
        return gap <= apart.undated
    dated, undated = (a, b) if a.claim.interval else (b, a)
    if undated.written is None or dated.claim.interval is None:
        return True
    ahead = (dated.claim.interval.first - undated.written.last).days
    if undated.claim.status == "occurred" and ahead > 0:
        return False
    return ahead <= apart.look_ahead and (undated.written.first - dated.claim.interval.last).days <= apart.look_back


def _meeting_of_visit(visit: Side, meeting: Side) -> bool:
    """Whether a meeting is the visit itself seen closer: all who meet are named as visitor and host, on a day of it."""
    kinds = visit.claim.type in with_trait("journey") and meeting.claim.type in with_trait("talks")
    if not kinds or visit.claim.interval is None:
        return False
    if meeting.claim.interval is None or len(meeting.actors) < 2 or not meeting.actors <= visit.actors:
        return False
    return visit.claim.interval.first <= meeting.claim.interval.first <= visit.claim.interval.last


def compatible(a: Claim, b: Claim) -> bool:
    """Whether two claims allow a day in common; what is known of an undated one speaks against, and never for."""
    if a.interval is not None and b.interval is not None:
        return a.interval.meets(b.interval)
    return allowed(a).meets(allowed(b))


def allowed(claim: Claim) -> Bounds:
    """The days on which the event of a claim can have been, as far as that is sure.

    Of an undated one that occurred they end with the day of writing, and of a planned one begin with it. That words are
    of that day is likely and no more, and what goes on may do so for long.
    """
    if claim.date is not None:
        return Bounds(*claim.date.interval, claim.date.basis, claim.date.source)
    bounds = claim.bounds or _ANY_DAY
    if bounds.basis == "text":
        return bounds
    return bounds._replace(
        first=bounds.first if claim.status == "planned" else None,
        last=bounds.last if claim.status == "occurred" else None,
    )


_ANY_DAY = Bounds(None, None, "document", "writing")


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared keywords by the geometric mean of how many each has; compounds count by their heads."""
    small, large = sorted((a, b), key=len)
    if not small:
        return 0.0
    return min(1.0, _shared(a, b) / sqrt(len(small) * len(large)))


@lru_cache(200_000)
def _same_noun(x: str, y: str) -> bool:
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
