"""Claims to events: claims of the same happening, in one document or several, become one event."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from math import prod
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from core.claims.dating import agree
from core.events.matching import Matches, Pairs, compatible, days, elsewhere, overlap
from core.events.reports import Reports
from core.model import Bounds, Claim, ClaimDate, Gist, Interval, Participant, Status
from core.time import edtf

_CERTAIN = 0.99  # no number of reports makes a happening more so
_SURE: tuple[Status, ...] = ("occurred", "ongoing", "denied", "planned", "possible")

Match = Callable[[Reports], Pairs]
"""Finds the pairs of claims that tell of the same happening."""

Numbers = np.ndarray[Any, np.dtype[np.int32]]


class Discrepancy(NamedTuple):
    """Two claims of one event that cannot both be right."""

    field: str
    claim_a: str
    claim_b: str
    value_a: str
    value_b: str


class Event(NamedTuple):
    """A happening with the claims that tell of it, the earliest document's first, and their places among all claims.

    `bounds` is what is known of when an undated one was. `n_documents` and `confidence` take the copies of one text as
    one document: they are one source.
    """

    event_id: str
    type: str
    status: Status
    date: ClaimDate | None
    place: str | None
    confidence: float
    n_documents: int
    claims: tuple[Claim, ...]
    places: tuple[int, ...]
    participants: tuple[Participant, ...]
    discrepancies: tuple[Discrepancy, ...]
    bounds: Bounds | None = None

    @property
    def topic(self) -> str | None:
        """What it is about, as the first claim that says so has it."""
        return next((claim.topic for claim in self.claims if claim.topic), None)

    @property
    def gist(self) -> Gist | None:
        """What happened in the words of a source: a headline before others, else the first claim that tells it."""
        told = [claim for claim in self.claims if claim.gist]
        return next((claim.gist for claim in sorted(told, key=lambda claim: not claim.headline)), None)


def every_pair(reports: Reports) -> Pairs:
    """The pairs among all claims, each compared anew."""
    return Matches().updated(reports).pairs


class Graph:
    """Claims, by their places, and which of them tell of the same happening.

    Args:
        pairs: those that do.
        size: how many claims there are.
    """

    def __init__(self, pairs: Pairs, size: int) -> None:
        from_, to = np.concatenate([pairs, pairs[:, ::-1]]).T
        self._links = coo_array((np.ones(len(to), dtype=bool), (from_, to)), shape=(size, size)).tocsr()

    @cached_property
    def chain_of(self) -> Numbers:
        """For each claim the number of its chain: of the claims that hang together with it."""
        numbers: Numbers = connected_components(self._links, directed=False)[1].astype(np.int32)
        return numbers

    def chains(self, left_out: Collection[int] = ()) -> Iterable[list[int]]:
        """The claims of each chain, in order, but for those chains that are left out."""
        members: dict[int, list[int]] = defaultdict(list)
        for at, label in enumerate(self.chain_of.tolist()):
            if label not in left_out:
                members[label].append(at)
        return members.values()

    def linked(self, at: int) -> list[int]:
        """The claims that tell of the same happening as this one."""
        first, end = self._links.indptr[at : at + 2]
        neighbours: list[int] = self._links.indices[first:end].tolist()
        return neighbours


def cluster(
    reports: Reports, graph: Graph, originals: Mapping[str, str] = MappingProxyType({}), known: Collection[int] = ()
) -> tuple[Event, ...]:
    """The events that the claims tell of, by their first claims; each claim is in just one.

    Args:
        reports: the claims.
        graph: which of them tell of the same happening.
        originals: doc_id of each document that is a copy to that of its original.
        known: the chains whose events are known already, and are left out.

    An event is named after its earliest report, so its id stays when a later source is added.
    """
    parts = sorted(part for chain in graph.chains(known) for part in _consistent(chain, reports, graph))
    return tuple(_event(tuple(part), reports, originals) for part in parts)


@dataclass
class _Group:
    """Claims that have days in common (`shared`), which intervals have if any two of them do (Helly 1923)."""

    shared: Interval
    places: list[int] = field(default_factory=list)

    def add(self, at: int, interval: Interval) -> None:
        """Add a claim whose interval meets the shared days."""
        self.shared = Interval(max(self.shared.first, interval.first), min(self.shared.last, interval.last))
        self.places.append(at)


def _consistent(chain: list[int], reports: Reports, graph: Graph) -> list[list[int]]:
    """A chain may join claims whose dates exclude one another by way of an undated one: take it apart by date.

    Args:
        chain: the places of its claims among all reports, in order; and so are those of its parts.
        reports: all claims.
        graph: which of them tell of the same happening.
    """
    dated = [(interval, at) for at in chain if (interval := reports[at].interval) is not None]
    if len(chain) == 1 or not dated:
        return [chain]
    groups: list[_Group] = []
    for interval, at in sorted(dated, key=lambda pair: (days(pair[0]), pair[1])):
        home = next((group for group in groups if interval.meets(group.shared)), None)
        if home is None:
            home = _Group(interval)
            groups.append(home)
        home.add(at, interval)
    parts = [group.places for group in groups]
    _add_undated(parts, reports, graph)
    return [sorted(part) for part in parts]


def _add_undated(parts: Sequence[list[int]], reports: Reports, graph: Graph) -> None:
    """Add each undated claim of a chain to the part of whose claims it matches most.

    Of several parts it is the one that is most alike in words. A claim that matches undated ones alone goes with
    these: the chain is followed from the dated ones on.
    """
    home = {at: n for n, part in enumerate(parts) for at in part}
    reached: Iterable[int] = list(home)
    while waiting := sorted({other for at in reached for other in graph.linked(at)} - home.keys()):
        nearest = {}
        for at in waiting:
            shared = Counter(home[other] for other in graph.linked(at) if other in home)
            most = max(count / len(parts[n]) for n, count in shared.items())
            best = sorted(n for n, count in shared.items() if count / len(parts[n]) == most)
            nearest[at] = best[0] if len(best) == 1 else max(best, key=lambda n: _likeness(at, parts[n], reports))
        home |= nearest
        for at, n in nearest.items():
            parts[n].append(at)
        reached = waiting


def _likeness(at: int, part: Iterable[int], reports: Reports) -> float:
    """How alike a claim and the most alike one of a part are in words."""
    wordings = {reports[other].keywords for other in part}
    return max(overlap(reports[at].keywords, words) for words in wordings)


def _single(claim: Claim, place: int) -> Event:
    """The event of a claim that no other goes with, as most do."""
    return Event(
        "e" + claim.claim_id[1:],
        claim.type,
        claim.status,
        claim.date,
        claim.place,
        round(min(_CERTAIN, claim.confidence), 2),
        1,
        (claim,),
        (place,),
        claim.participants,
        (),
        claim.bounds,
    )


def _event(places: tuple[int, ...], reports: Reports, originals: Mapping[str, str]) -> Event:
    """The event of the claims at these places, which are in order."""
    claims = tuple(reports[at] for at in places)
    if len(claims) == 1:
        return _single(claims[0], places[0])
    status = _latest_status(claims)
    date = _date_of(places, reports, status)
    venues = Counter(claim.place for claim in claims if claim.place)
    best: dict[str, float] = defaultdict(float)  # the surest claim of each source
    for claim in claims:
        source = originals.get(claim.doc_id, claim.doc_id)
        best[source] = max(best[source], claim.confidence)
    return Event(
        event_id="e" + claims[0].claim_id[1:],
        type=Counter(claim.type for claim in claims).most_common(1)[0][0],
        status=status,
        date=date,
        place=venues.most_common(1)[0][0] if venues else None,
        confidence=_joint_confidence(best.values()),
        n_documents=len(best),
        claims=claims,
        places=places,
        participants=tuple(p for claim in claims for p in claim.participants),
        discrepancies=tuple(_discrepancies(claims)),
        bounds=None if date else _joint_bounds([claim.bounds for claim in claims if claim.bounds is not None]),
    )


def _date_of(places: Sequence[int], reports: Reports, status: Status) -> ClaimDate | None:
    """The date of the event of the claims at these places: of all that have one or, where that does not go with the
    status, of those that give it.

    What occurred did so before the last of its reports was written, what is planned will be after the first was.
    """
    claims = [reports[at] for at in places]
    days = [reports.written(at) for at in places]
    written = None if None in days else Interval(min(d.first for d in days if d), max(d.last for d in days if d))
    for some in (claims, [claim for claim in claims if claim.status == status]):
        date = _joint_date([claim.date for claim in some if claim.date is not None])
        if date is None or agree(status, date, written):
            return date
    return None


def _joint_date(dates: Sequence[ClaimDate]) -> ClaimDate | None:
    """What the dates of an event's claims have in common, those that sentences say before those of the context."""
    best = min(dates, key=lambda date: (date.basis != "text", days(date.interval)), default=None)
    if best is None:
        return None
    alike = [date.interval for date in dates if date.basis == best.basis]
    shared = Interval(max(one.first for one in alike), min(one.last for one in alike))
    if shared == best.interval or shared.first > shared.last:
        return best
    written = edtf.format(shared)
    return best._replace(edtf=written, interval=shared, precision=edtf.precision(written))


def _joint_bounds(every: Sequence[Bounds]) -> Bounds | None:
    """What the bounds of an event's claims have in common; where they have nothing, all that they span.

    What goes on, or is said again, on two days is on both. Where one is open before and another one behind, with days
    between that neither allows, there is no such span, and the surest counts.
    """
    if not every:
        return None
    best = next((one for one in every if one.basis == "text"), every[0])
    firsts = [one.first for one in every if one.first is not None]
    lasts = [one.last for one in every if one.last is not None]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is not None and last is not None and first > last:
        first, last = min(firsts), max(lasts)
        if first > last:
            return best
    return best._replace(first=first, last=last)


def _latest_status(claims: Sequence[Claim]) -> Status:
    """The status that the latest document gives; of several the one that says most: what happened, happened."""
    latest = {claim.status for claim in claims if claim.doc_id == claims[-1].doc_id}
    return next(status for status in _SURE if status in latest)


def _joint_confidence(confidences: Iterable[float]) -> float:
    """One minus the chance that all are wrong, which are independent of each other; never quite one."""
    return round(min(_CERTAIN, 1 - prod(1 - value for value in confidences)), 2)


def _discrepancies(claims: Sequence[Claim]) -> Iterator[Discrepancy]:
    """Each field in which two claims exclude one another, once for each pair of values, with the first of each."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        first.setdefault((claim.date and claim.date.edtf, claim.place, claim.host, claim.status), claim)
    seen: set[tuple[str, ...]] = set()
    for a, b in combinations(first.values(), 2):
        for name, value_a, value_b in _differences(a, b):
            key = (name, *sorted((value_a, value_b)))
            if key not in seen:
                seen.add(key)
                yield Discrepancy(name, a.claim_id, b.claim_id, value_a, value_b)


def _differences(a: Claim, b: Claim) -> Iterable[tuple[str, str, str]]:
    if a.date and b.date and not compatible(a, b):
        yield "date", a.date.edtf, b.date.edtf
    if a.place and b.place and elsewhere(a, b):
        yield "place", a.place, b.place
    if {a.status, b.status} in ({"occurred", "denied"}, {"planned", "denied"}):
        yield "status", a.status, b.status
