"""Claims to events: claims of the same happening, in one document or several, become one event.

Two claims are compared only where they share a type and an actor that takes part (blocking), and within such a block
only with the claims of the same year and the undated ones. They are the same happening where who takes part agrees,
their dates allow one another, and, the less the dates say, the more their wording agrees.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import NamedTuple

import networkx as nx

from core.model import Claim, DateBasis, Interval, Participant, Precision, Published, Status

_TAKING_PART = frozenset({"agent", "partner", "target", "speaker"})
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
    """A happening with the claims that tell of it, the earliest document's first."""

    event_id: str
    type: str
    status: Status
    date_edtf: str | None
    interval: Interval | None
    precision: Precision | None
    basis: DateBasis
    place: str | None
    confidence: float
    claims: tuple[Claim, ...]
    participants: tuple[Participant, ...]
    discrepancies: tuple[Discrepancy, ...]


def cluster(claims: Sequence[Claim], published: Mapping[str, Published]) -> tuple[Event, ...]:
    """The events that the claims tell of, each claim in just one.

    Args:
        claims: of all documents, their actors already linked across documents.
        published: doc_id to when the document was written; orders what is known first and last.

    An event is named after its earliest report, so its id stays when a later source is added.
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(len(claims)))
    for block in _blocks(claims):
        for a, b in combinations(block, 2):
            if not graph.has_edge(a, b) and same_happening(claims[a], claims[b]):
                graph.add_edge(a, b)
    groups = [sorted(component) for component in nx.connected_components(graph)]
    split = (part for group in groups for part in _consistent([claims[i] for i in group]))
    events = [_event(sorted(part, key=lambda c: _reported(c, published)), published) for part in split]
    return tuple(sorted(events, key=lambda event: _reported(event.claims[0], published)))


def _blocks(claims: Sequence[Claim]) -> Iterator[list[int]]:
    dated: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    undated: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for participant in claim.participants:
            if participant.role in _TAKING_PART:
                key = (claim.type, participant.actor_id)
                if claim.interval is None:
                    undated[key].append(i)
                else:
                    for year in range(
                        claim.interval.first.year, min(claim.interval.last.year, claim.interval.first.year + 2) + 1
                    ):
                        dated[key][year].append(i)
    for key, years in dated.items():
        for members in years.values():
            yield [*members, *undated[key]]
    for key, members in undated.items():
        if key not in dated:
            yield members


def same_happening(a: Claim, b: Claim) -> bool:
    """Whether two claims of one type tell of the same happening."""
    if (a.status == "denied") != (b.status == "denied"):
        return False
    actors_a, actors_b = _taking_part(a), _taking_part(b)
    shared = len(actors_a & actors_b) / max(min(len(actors_a), len(actors_b)), 1)
    if shared < 0.5 or (a.doc_id != b.doc_id and len(actors_a & actors_b) < 1):
        return False
    wording = _overlap(a.keywords, b.keywords)
    if a.type == "statement":
        return shared == 1 and wording >= 0.6 and _compatible(a, b)
    if a.interval is None or b.interval is None:
        enough = 0.75 if shared < 1 else 0.3 if len(actors_a & actors_b) >= 2 else 0.5
        return wording >= enough
    if not _compatible(a, b):
        return False
    if a.place and b.place and a.place != b.place and _days(a.interval) > 1:
        return wording >= 0.5
    close = _days(a.interval) <= 31 and _days(b.interval) <= 31
    return close or wording >= 0.3


def _taking_part(claim: Claim) -> set[str]:
    return {p.actor_id for p in claim.participants if p.role in _TAKING_PART} or {
        p.actor_id for p in claim.participants
    }


def _compatible(a: Claim, b: Claim) -> bool:
    """Whether two intervals have a day in common; an undated claim goes with any."""
    if a.interval is None or b.interval is None:
        return True
    return a.interval.first <= b.interval.last and b.interval.first <= a.interval.last


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared keywords by the smaller set; compounds count by their heads (`Verbindungsbüro`, `Büro`)."""
    small, large = sorted((a, b), key=len)
    if not small:
        return 0.0
    return sum(any(x == y or x.endswith(y) or y.endswith(x) for y in large) for x in small) / len(small)


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


def _event(claims: Sequence[Claim], published: Mapping[str, Published]) -> Event:
    dated = min((c for c in claims if c.interval), key=lambda c: (c.basis != "text", _days(c.interval)), default=None)
    places = Counter(claim.place for claim in claims if claim.place)
    return Event(
        event_id="e" + claims[0].claim_id[1:],
        type=claims[0].type,
        status=_latest_status(claims, published),
        date_edtf=dated.date_edtf if dated else None,
        interval=dated.interval if dated else None,
        precision=dated.precision if dated else None,
        basis=dated.basis if dated else "unknown",
        place=places.most_common(1)[0][0] if places else None,
        confidence=_joint_confidence(claims),
        claims=tuple(claims),
        participants=tuple(p for claim in claims for p in claim.participants),
        discrepancies=tuple(_discrepancies(claims)),
    )


def _latest_status(claims: Sequence[Claim], published: Mapping[str, Published]) -> Status:
    """The status that the latest document gives; of several the one that says most: what happened, happened."""
    last = _reported(claims[-1], published)[:2]
    latest = {claim.status for claim in claims if _reported(claim, published)[:2] == last}
    return next(status for status in _SURE if status in latest)


def _joint_confidence(claims: Sequence[Claim]) -> float:
    """One minus the chance that every document's best claim is wrong, at most 0.99."""
    best: dict[str, float] = {}
    for claim in claims:
        best[claim.doc_id] = max(claim.confidence, best.get(claim.doc_id, 0.0))
    return round(min(0.99, 1 - prod(1 - value for value in best.values())), 2)


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
    if a.date_edtf and b.date_edtf and not _compatible(a, b):
        yield "date", a.date_edtf, b.date_edtf
    if a.place and b.place and a.place != b.place:
        yield "place", a.place, b.place
    if {a.status, b.status} in ({"occurred", "denied"}, {"planned", "denied"}):
        yield "status", a.status, b.status
