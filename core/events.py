"""Claims to events: claims of the same happening, in one document or several, become one event.

Two claims are compared only where they share a type and an actor that takes part (blocking), and within such a block
only with the claims of the same year and the undated ones. They are the same happening where who takes part agrees,
their dates allow one another, and, the less these say, the more their wording agrees.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod, sqrt
from types import MappingProxyType
from typing import NamedTuple

import networkx as nx

from core.claims.lexicon import with_trait
from core.model import Claim, ClaimDate, Interval, Participant, Published, Status

Represents = Callable[[str, Interval | None], frozenset[str]]
"""The states and bodies that an actor speaks for at a time, by its offices; none where it holds none."""

_TAKING_PART = frozenset({"agent", "partner", "target", "speaker"})
_MONTHS_APART = 120  # days between two undated reports, beyond which they need the same wording to be one event
_LONGEST_LOOK_BACK = 730  # days from a dated happening to an undated report of it
_SURE: tuple[Status, ...] = ("occurred", "ongoing", "denied", "planned", "possible")


class Discrepancy(NamedTuple):
    """Two claims of one event that cannot both be right."""

    field: str
    claim_a: str
    claim_b: str
    value_a: str
    value_b: str


@dataclass(frozen=True)
class Event:
    """A happening with the claims that tell of it, the earliest document's first.

    `n_documents` and `confidence` take the copies of one text as one document: they are one source.
    """

    event_id: str
    type: str
    status: Status
    date: ClaimDate | None
    place: str | None
    confidence: float
    n_documents: int
    claims: tuple[Claim, ...]
    participants: tuple[Participant, ...]
    discrepancies: tuple[Discrepancy, ...]


def _nobody(actor: str, when: Interval | None) -> frozenset[str]:  # noqa: ARG001 - a `Represents`
    return frozenset()


def cluster(
    claims: Sequence[Claim],
    published: Mapping[str, Published],
    represents: Represents = _nobody,
    originals: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Event, ...]:
    """The events that the claims tell of, each claim in just one.

    Args:
        claims: of all documents, their actors already linked across documents.
        published: doc_id to when the document was written; orders what is known first and last.
        represents: for whom a person speaks, so that a president's signature and his country's are one.
        originals: doc_id of each document that is a copy to that of its original.

    An event is named after its earliest report, so its id stays when a later source is added.
    """
    sides = [_Side.of(claim, published, represents) for claim in claims]
    graph = nx.Graph()
    graph.add_nodes_from(range(len(claims)))
    for block in _blocks(sides):
        for a, b in combinations(block, 2):
            if not graph.has_edge(a, b) and _same_happening(sides[a], sides[b]):
                graph.add_edge(a, b)
    groups = [sorted(component) for component in nx.connected_components(graph)]
    split = (part for group in groups for part in _consistent([claims[i] for i in group]))
    events = [_event(sorted(part, key=lambda c: _reported(c, published)), published, originals) for part in split]
    return tuple(sorted(events, key=lambda event: _reported(event.claims[0], published)))


@dataclass(frozen=True)
class _Side:
    """A claim with what the comparison of two asks of it again and again."""

    claim: Claim
    actors: frozenset[str]
    others: frozenset[str]
    represented: Mapping[str, frozenset[str]]
    written: Interval | None

    @classmethod
    def of(cls, claim: Claim, published: Mapping[str, Published], represents: Represents) -> "_Side":
        written = published[claim.doc_id].interval if claim.doc_id in published else None
        named = {p.actor_id for p in claim.participants}
        taking = {p.actor_id for p in claim.participants if p.role in _TAKING_PART}
        actors = frozenset(named if claim.type == "summit" or not taking else taking)
        others = frozenset(p.actor_id for p in claim.participants if p.role in {"partner", "target"})
        when = claim.interval or written
        return cls(claim, actors, others, {actor: represents(actor, when) for actor in actors}, written)

    def matched(self, actors: frozenset[str], other: "_Side") -> int:
        """How many of some of this side's actors take part on the other side, themselves or by whom they stand for."""
        return sum(
            bool(({actor} | self.represented[actor]) & other.actors)
            or any(actor in other.represented[one] for one in other.actors)
            for actor in actors
        )

    def rivals(self, other: "_Side") -> bool:
        """Whether each side has a person of its own in one and the same office: predecessor and successor."""
        own, theirs = self.actors - other.actors, other.actors - self.actors
        return any(self.represented[a] & other.represented[b] for a in own for b in theirs)


def _blocks(sides: Sequence[_Side]) -> Iterator[list[int]]:
    dated: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    undated: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, side in enumerate(sides):
        kind = "encounter" if side.claim.type in with_trait("encounter") else side.claim.type
        for actor in side.actors.union(*side.represented.values()):
            if side.claim.interval is None:
                undated[kind, actor].append(i)
            else:
                first, last = side.claim.interval.first.year, side.claim.interval.last.year
                for year in range(first, min(last, first + 2) + 1):
                    dated[kind, actor][year].append(i)
    for key, years in dated.items():
        for members in years.values():
            yield [*members, *undated[key]]
    for key, members in undated.items():
        if key not in dated:
            yield members


def _same_happening(a: _Side, b: _Side) -> bool:
    """Whether two claims tell of the same happening."""
    if (a.claim.status == "denied") != (b.claim.status == "denied"):
        return False
    if a.claim.type != b.claim.type:
        return _meeting_of_visit(a, b) or _meeting_of_visit(b, a)
    if not _compatible(a.claim, b.claim):
        return False
    small, large = sorted((a, b), key=lambda side: len(side.actors))
    matched = small.matched(small.actors, large)
    shared = matched / max(len(small.actors), 1)
    wording = _overlap(a.claim.keywords, b.claim.keywords)
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
    vague = max(_days(a.claim.interval), _days(b.claim.interval)) > 1 and a.claim.type != "summit"
    if vague and _elsewhere(a.claim, b.claim):  # the same people can meet in two places in one month
        return wording >= 0.5
    if shared == 1 and matched >= 2:
        return _days(a.claim.interval) <= 31 or a.claim.type in with_trait("unique") or wording >= 0.3
    return wording >= 0.3 or (shared == 1 and a.claim.type in with_trait("unique") and a.actors == b.actors)


def _same_undated(a: _Side, b: _Side, shared: float, matched: int, wording: float) -> bool:
    """The same, where at least one has no date: then parties that seldom do it twice, or the wording, must tell."""
    if not _in_reach(a, b):
        return False
    if a.claim.type in with_trait("lasting"):
        return shared == 1 and wording >= 0.6 and a.claim.status == b.claim.status
    if shared == 1 and matched >= 2:
        return a.claim.type in with_trait("unique") or wording >= 0.3
    return wording >= (0.5 if shared == 1 else 0.75)


def _in_reach(a: _Side, b: _Side) -> bool:
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


def _meeting_of_visit(visit: _Side, meeting: _Side) -> bool:
    """Whether a meeting is the visit itself seen closer: all who meet are named as visitor and host, on a day of it."""
    if visit.claim.type != "visit" or meeting.claim.type != "meeting" or visit.claim.interval is None:
        return False
    if meeting.claim.interval is None or len(meeting.actors) < 2 or not meeting.actors <= visit.actors:
        return False
    return visit.claim.interval.first <= meeting.claim.interval.first <= visit.claim.interval.last


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two claims name places that are not one in the other, as far as is known."""
    if a.place is None or b.place is None or a.place == b.place:
        return False
    return a.host is None or b.host is None or a.host != b.host


def _compatible(a: Claim, b: Claim) -> bool:
    """Whether two intervals have a day in common; an undated claim goes with any."""
    if a.interval is None or b.interval is None:
        return True
    return a.interval.first <= b.interval.last and b.interval.first <= a.interval.last


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared keywords by the geometric mean of how many each has; compounds count by their heads."""
    small, large = sorted((a, b), key=len)
    if not small:
        return 0.0
    shared = sum(any(_akin(x, y) for y in large) for x in small)
    return min(1.0, shared / sqrt(len(small) * len(large)))


def _akin(x: str, y: str) -> bool:
    """Whether two nouns may name the same: `Verbindungsbüro` and `Büro`, `NATO-Gipfel` and `Gipfeltreffen`."""
    head_x, head_y = x.rpartition("-")[2], y.rpartition("-")[2]
    if head_x == head_y or (len(head_x) > 3 and head_x in y) or (len(head_y) > 3 and head_y in x):
        return True
    common = 0
    for a, b in zip(reversed(head_x), reversed(head_y), strict=False):
        if a != b:
            break
        common += 1
    return common > 3 and not head_x.endswith(_DERIVING)


_DERIVING = (
    "schaft",
    "keit",
    "heit",
    "ung",
    "ion",
    "ismus",
    "ment",
    "tät",
    "nis",
    "ling",
    "tum",
    "er",
    "ist",
    "ent",
    "ant",
)
"""Endings that derive a noun: sharing one says nothing about what two nouns name."""


def _consistent(claims: Sequence[Claim]) -> list[list[Claim]]:
    """A chain may join claims whose dates exclude one another by way of an undated one: take it apart by date."""
    groups: list[list[Claim]] = []
    dated = sorted((c for c in claims if c.interval), key=lambda c: (_days(c.interval), c.doc_id, c.start))
    for claim in dated:
        home = next((g for g in groups if all(_compatible(claim, other) for other in g)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    undated = [c for c in claims if c.interval is None]
    if not groups:
        return [undated]
    for claim in undated:
        max(groups, key=lambda g: max(_overlap(claim.keywords, other.keywords) for other in g)).append(claim)
    return groups


def _days(interval: Interval | None) -> int:
    return (interval.last - interval.first).days + 1 if interval else 10**6


def _reported(claim: Claim, published: Mapping[str, Published]) -> tuple[str, str, int, int, str]:
    when = published[claim.doc_id].interval if claim.doc_id in published else None
    return (when.first.isoformat() if when else "9999", claim.doc_id, claim.start, claim.end, claim.type)


def _event(claims: Sequence[Claim], published: Mapping[str, Published], originals: Mapping[str, str]) -> Event:
    dates = [claim.date for claim in claims if claim.date is not None]
    places = Counter(claim.place for claim in claims if claim.place)
    best: dict[str, float] = defaultdict(float)  # the surest claim of each source
    for claim in claims:
        source = originals.get(claim.doc_id, claim.doc_id)
        best[source] = max(best[source], claim.confidence)
    return Event(
        event_id="e" + claims[0].claim_id[1:],
        type=Counter(claim.type for claim in claims).most_common(1)[0][0],
        status=_latest_status(claims, published),
        date=min(dates, key=lambda date: (date.basis != "text", _days(date.interval)), default=None),
        place=places.most_common(1)[0][0] if places else None,
        confidence=_joint_confidence(best.values()),
        n_documents=len(best),
        claims=tuple(claims),
        participants=tuple(p for claim in claims for p in claim.participants),
        discrepancies=tuple(_discrepancies(claims)),
    )


def _latest_status(claims: Sequence[Claim], published: Mapping[str, Published]) -> Status:
    """The status that the latest document gives; of several the one that says most: what happened, happened."""
    last = _reported(claims[-1], published)[:2]
    latest = {claim.status for claim in claims if _reported(claim, published)[:2] == last}
    return next(status for status in _SURE if status in latest)


def _joint_confidence(confidences: Iterable[float]) -> float:
    """One minus the chance that all are wrong, which are independent of each other; at most 0.99."""
    return round(min(0.99, 1 - prod(1 - value for value in confidences)), 2)


def _discrepancies(claims: Sequence[Claim]) -> Iterator[Discrepancy]:
    """Each field in which two claims exclude one another, once for each pair of values."""
    seen: set[tuple[str, ...]] = set()
    for a, b in combinations(claims, 2):
        for field, value_a, value_b in _differences(a, b):
            key = (field, *sorted((value_a, value_b)))
            if key not in seen:
                seen.add(key)
                yield Discrepancy(field, a.claim_id, b.claim_id, value_a, value_b)


def _differences(a: Claim, b: Claim) -> Iterable[tuple[str, str, str]]:
    if a.date and b.date and not _compatible(a, b):
        yield "date", a.date.edtf, b.date.edtf
    if a.place and b.place and _elsewhere(a, b):
        yield "place", a.place, b.place
    if {a.status, b.status} in ({"occurred", "denied"}, {"planned", "denied"}):
        yield "status", a.status, b.status
