"""Claims to events: claims of the same happening, in one document or several, become one event."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import prod
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from core.matching import Represents, Side, compatible, days, elsewhere, overlap, pairs
from core.model import Claim, ClaimDate, Interval, Participant, Published, Status

_SURE: tuple[Status, ...] = ("occurred", "ongoing", "denied", "planned", "possible")

Reported = Callable[[Claim], tuple[str, str, int, int, str]]
"""Sorts claims by when and where they were reported: the day and the document first."""

Match = Callable[[Sequence[Side]], Iterable[tuple[int, int]]]
"""Finds the pairs of claims that tell of the same happening, by their places in the sequence."""


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


def every_pair(sides: Sequence[Side]) -> Iterable[tuple[int, int]]:
    """The pairs among all claims, each compared anew."""
    return pairs(sides, range(len(sides)))


def cluster(
    claims: Sequence[Claim],
    published: Mapping[str, Published],
    represents: Represents = _nobody,
    originals: Mapping[str, str] = MappingProxyType({}),
    match: Match = every_pair,
) -> tuple[Event, ...]:
    """The events that the claims tell of, each claim in just one.

    Args:
        claims: of all documents, their actors already linked across documents.
        published: doc_id to when the document was written; orders what is known first and last.
        represents: for whom a person speaks, so that a president's signature and his country's are one.
        originals: doc_id of each document that is a copy to that of its original.
        match: who finds the pairs of claims of one happening.

    An event is named after its earliest report, so its id stays when a later source is added.
    """
    links = list(match([Side.of(claim, published, represents) for claim in claims]))
    ends = np.array(links, dtype=np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(links), dtype=bool), (ends[0], ends[1])), shape=(len(claims), len(claims)))
    groups: dict[int, list[Claim]] = defaultdict(list)
    for label, claim in zip(connected_components(graph, directed=False)[1], claims, strict=True):
        groups[label].append(claim)

    days = {doc: known.interval.first.isoformat() for doc, known in published.items() if known.interval}

    def reported(claim: Claim) -> tuple[str, str, int, int, str]:
        return (days.get(claim.doc_id, "9999"), claim.doc_id, claim.start, claim.end, claim.type)

    split = (part for group in groups.values() for part in _consistent(group))
    events = [_event(sorted(part, key=reported), reported, originals) for part in split]
    return tuple(sorted(events, key=lambda event: reported(event.claims[0])))


@dataclass
class _Group:
    """Claims that have a day in common, which intervals have if any two of them do (Helly 1923)."""

    first: date
    last: date
    claims: list[Claim]
    wordings: set[frozenset[str]]

    def takes(self, interval: Interval) -> bool:
        """Whether an interval has a day in common with all of the group."""
        return interval.first <= self.last and self.first <= interval.last

    def add(self, claim: Claim) -> None:
        """Add a claim that the group takes, or an undated one."""
        if claim.interval is not None:
            self.first, self.last = max(self.first, claim.interval.first), min(self.last, claim.interval.last)
        self.claims.append(claim)
        self.wordings.add(claim.keywords)


def _consistent(claims: Sequence[Claim]) -> list[list[Claim]]:
    """A chain may join claims whose dates exclude one another by way of an undated one: take it apart by date."""
    if len(claims) == 1:
        return [list(claims)]
    groups: list[_Group] = []
    dated = [(claim.interval, claim) for claim in claims if claim.interval is not None]
    for interval, claim in sorted(dated, key=lambda pair: (days(pair[0]), pair[1].doc_id, pair[1].start)):
        home = next((group for group in groups if group.takes(interval)), None)
        if home is None:
            home = _Group(*interval, [], set())
            groups.append(home)
        home.add(claim)
    undated = [claim for claim in claims if claim.interval is None]
    if not groups:
        return [undated]
    for claim in undated:
        nearest = max(groups, key=lambda group: max(overlap(claim.keywords, words) for words in group.wordings))
        nearest.add(claim)
    return [group.claims for group in groups]


def _single(claim: Claim) -> Event:
    """The event of a claim that no other goes with, as most do."""
    return Event(
        "e" + claim.claim_id[1:],
        claim.type,
        claim.status,
        claim.date,
        claim.place,
        _joint_confidence([claim.confidence]),
        1,
        (claim,),
        claim.participants,
        (),
    )


def _event(claims: Sequence[Claim], reported: Reported, originals: Mapping[str, str]) -> Event:
    if len(claims) == 1:
        return _single(claims[0])
    dates = [claim.date for claim in claims if claim.date is not None]
    places = Counter(claim.place for claim in claims if claim.place)
    best: dict[str, float] = defaultdict(float)  # the surest claim of each source
    for claim in claims:
        source = originals.get(claim.doc_id, claim.doc_id)
        best[source] = max(best[source], claim.confidence)
    return Event(
        event_id="e" + claims[0].claim_id[1:],
        type=Counter(claim.type for claim in claims).most_common(1)[0][0],
        status=_latest_status(claims, reported),
        date=min(dates, key=lambda date: (date.basis != "text", days(date.interval)), default=None),
        place=places.most_common(1)[0][0] if places else None,
        confidence=_joint_confidence(best.values()),
        n_documents=len(best),
        claims=tuple(claims),
        participants=tuple(p for claim in claims for p in claim.participants),
        discrepancies=tuple(_discrepancies(claims)),
    )


def _latest_status(claims: Sequence[Claim], reported: Reported) -> Status:
    """The status that the latest document gives; of several the one that says most: what happened, happened."""
    last = reported(claims[-1])[:2]
    latest = {claim.status for claim in claims if reported(claim)[:2] == last}
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
    if a.date and b.date and not compatible(a, b):
        yield "date", a.date.edtf, b.date.edtf
    if a.place and b.place and elsewhere(a, b):
        yield "place", a.place, b.place
    if {a.status, b.status} in ({"occurred", "denied"}, {"planned", "denied"}):
        yield "status", a.status, b.status
