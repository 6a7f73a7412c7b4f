"""Claims to events: claims of the same happening, in one document or several, become one event."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, count, pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from core.claims.dating import agree
from core.events.confidence import CERTAIN, Contradiction, Told, contributions, joint
from core.events.discrepancies import Discrepancy, discrepancies
from core.events.matching import Matches, Pairs, days, overlap
from core.events.reports import Reports
from core.events.whereabouts import elsewhere, two_places
from core.model import Bounds, Claim, ClaimDate, Gist, Interval, Participant, Status
from core.time import edtf

_TOLD = frozenset({"type", "status", "place", "participants"})
"""What the sentence of a source that tells of an event says, too."""
_SURE: tuple[Status, ...] = ("occurred", "ongoing", "denied", "planned", "possible")

Match = Callable[[Reports], Pairs]
"""Finds the pairs of claims that tell of the same happening."""

Numbers = np.ndarray[Any, np.dtype[np.int32]]


class Join(NamedTuple):
    """That people have said of two groups of claims, by their positions, that they are of one event, or are not.

    What was said later has the higher number. No group is empty.
    """

    number: int
    same: bool
    one: tuple[int, ...]
    other: tuple[int, ...]


class Event(NamedTuple):
    """A happening with the claims that tell of it, the earliest document's first, and their positions among all claims.

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
    positions: tuple[int, ...]
    participants: tuple[Participant, ...]
    discrepancies: tuple[Discrepancy, ...]
    bounds: Bounds | None = None

    @property
    def given_title(self) -> str | None:
        """What people call it; the title given last."""
        titles = [claim.corrected.title for claim in self.claims if claim.corrected and claim.corrected.title]
        return max(titles)[1] if titles else None

    @property
    def _corrected(self) -> frozenset[str]:
        """The names of what people have corrected of its claims."""
        return frozenset[str]().union(*(claim.corrected.fields for claim in self.claims if claim.corrected))

    @property
    def is_retold(self) -> bool:
        """Whether a person has corrected what happened, so that no source tells it."""
        return not self._corrected.isdisjoint(_TOLD)

    @property
    def topic(self) -> str | None:
        """What it is about, as the first claim that says so has it."""
        return next((claim.topic for claim in self.claims if claim.topic), None)

    @property
    def gist(self) -> Gist | None:
        """What happened in the words of a source: a headline before others, else the first claim that tells it.

        None where a person has corrected what happened, or no source tells it as that which it turned out to be.
        Sentences are without their dates, but headlines are whole.
        """
        fields = self._corrected
        if self.is_retold:
            return None
        alike = next(statuses for statuses in _TOLD_ALIKE if self.status in statuses)
        claims = [claim for claim in self.claims if claim.gist and claim.status in alike]
        told = [claim for claim in claims if not (claim.headline and "date" in fields)]
        return next((claim.gist for claim in sorted(told, key=_less_telling)), None)


_TOLD_ALIKE = (frozenset({"occurred", "ongoing"}), frozenset({"planned", "possible"}), frozenset({"denied"}))
"""Statuses, those that can be told in the same words together: `will reisen` is no title of what has happened."""


def _less_telling(claim: Claim) -> tuple[bool, bool, bool]:
    """What claims are sorted by for a title: those that are only quoted come last, then what the text is needed for.

    Headlines come first.
    """
    first = claim.gist.rests[0] if claim.gist is not None else None
    return first is not None and first.form == "quote", first is not None and first.open, not claim.headline


def every_pair(reports: Reports) -> Pairs:
    """The pairs among all claims, each compared anew."""
    return Matches().updated(reports).pairs


class Graph:
    """Claims, by their positions, and which of them tell of the same happening.

    Args:
        pairs: those that do.
        size: how many claims there are.
        joins: what people have said of them, in order.
    """

    def __init__(self, pairs: Pairs, size: int, joins: Sequence[Join] = ()) -> None:
        said = [(a, b) for join in joins if join.same for a, b in pairwise((*join.one, *join.other))]
        self._found = _links(pairs, size)
        self._links = _links(np.concatenate([pairs, np.array(said, dtype="<i4")]), size) if said else self._found
        self._joins: dict[int, list[Join]] = defaultdict(list)
        for join in joins:
            for at in join.one:
                self._joins[at].append(join)

    @cached_property
    def chain_of(self) -> Numbers:
        """For each claim the number of its chain: of the claims that hang together with it."""
        return _components(self._links)

    @cached_property
    def _found_chain_of(self) -> Numbers:
        """The same without what people have said."""
        return _components(self._found)

    def found_chains(self, chain: Sequence[int]) -> Iterable[list[int]]:
        """The claims of a chain by the chains that they were without what people have said."""
        if self._found is self._links:
            return [[*chain]]
        members: dict[int, list[int]] = defaultdict(list)
        for at in chain:
            members[self._found_chain_of[at]].append(at)
        return members.values()

    def joins(self, chain: Iterable[int]) -> list[Join]:
        """What people have said of the claims of a chain, in order."""
        if not self._joins:
            return []
        return sorted({join for at in chain for join in self._joins.get(at, ())})

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
    parts = sorted(part for chain in graph.chains(known) for part in _parts(chain, reports, graph))
    return tuple(_event(tuple(part), reports, originals) for part in parts)


def _links(pairs: Pairs, size: int) -> Any:
    """The pairs of claims as a matrix."""
    from_, to = np.concatenate([pairs, pairs[:, ::-1]]).T
    return coo_array((np.ones(len(to), dtype=bool), (from_, to)), shape=(size, size)).tocsr()


def _components(links: Any) -> Numbers:
    """For each claim the number of those that hang together with it."""
    numbers: Numbers = connected_components(links, directed=False)[1].astype(np.int32)
    return numbers


def _parts(chain: list[int], reports: Reports, graph: Graph) -> list[list[int]]:
    """The events that a chain of claims tells of: what the dates allow, and then what people have said, in order."""
    found = [
        part
        for piece in graph.found_chains(chain)
        for dated in _consistent(piece, reports, graph)
        for part in _placed(dated, reports, graph)
    ]
    joins = graph.joins(chain)
    if not joins:
        return found
    numbers = count()
    parts = dict(zip(numbers, found, strict=False))
    home = {at: n for n, part in parts.items() for at in part}
    for join in joins:
        one, other = set(join.one), set(join.other)
        touched = [parts.pop(n) for n in sorted({home[at] for at in one | other if at in home})]
        pieces = (
            [sorted(at for part in touched for at in part)]
            if join.same
            else [piece for part in touched for piece in _apart(part, one, other, reports, graph)]
        )
        for n, piece in zip(numbers, pieces, strict=False):
            parts[n] = piece
            home |= dict.fromkeys(piece, n)
    return list(parts.values())


def _apart(part: list[int], one: set[int], other: set[int], reports: Reports, graph: Graph) -> list[list[int]]:
    """An event taken apart, if it has claims of both groups that are not of one; the rest goes where it is linked."""
    sides = [[at for at in part if at in group] for group in (one, other)]
    if not all(sides):
        return [part]
    _add_vague(sides, reports, graph, frozenset(part))
    rest = sorted(set(part).difference(*sides))
    return [sorted(side) for side in (*sides, rest) if side]


@dataclass
class _Group:
    """Claims that have days in common (`shared`), which intervals have if any two of them do (Helly 1923)."""

    shared: Interval
    positions: list[int] = field(default_factory=list)

    def add(self, at: int, interval: Interval) -> None:
        """Add a claim whose interval meets the shared days."""
        self.shared = Interval(max(self.shared.first, interval.first), min(self.shared.last, interval.last))
        self.positions.append(at)


def _consistent(chain: list[int], reports: Reports, graph: Graph) -> list[list[int]]:
    """A chain may join claims whose dates exclude one another by way of an undated one: take it apart by date.

    Args:
        chain: the positions of its claims among all reports, in order; and so are those of its parts.
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
    parts = [group.positions for group in groups]
    _add_vague(parts, reports, graph, frozenset(chain))
    return [sorted(part) for part in parts]


def _placed(part: list[int], reports: Reports, graph: Graph) -> list[list[int]]:
    """A chain may join claims of two places in one text by way of one that names none: take it apart by place."""
    placed = [at for at in part if reports[at].place is not None]
    if not any(two_places(reports[a], reports[b]) for a, b in combinations(placed, 2)):
        return [part]
    groups: list[list[int]] = []
    for at in placed:
        here = (group for group in groups if not any(_apart_in_place(reports[at], reports[other]) for other in group))
        home = next(here, None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    _add_vague(groups, reports, graph, frozenset(part))
    rest = sorted(set(part).difference(*groups))
    return [sorted(group) for group in (*groups, rest) if group]


def _apart_in_place(a: Claim, b: Claim) -> bool:
    return two_places(a, b) or elsewhere(a, b)


def _add_vague(parts: Sequence[list[int]], reports: Reports, graph: Graph, among: frozenset[int]) -> None:
    """Add each claim among some that says too little of when or where to the part of whose claims it matches most.

    Of several parts it is the one that is most alike in words. A claim that matches undated ones alone goes with
    these: the chain is followed from the dated ones on.
    """
    home = {at: n for n, part in enumerate(parts) for at in part}
    reached: Iterable[int] = list(home)
    while waiting := sorted(among.intersection(other for at in reached for other in graph.linked(at)) - home.keys()):
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
        round(min(CERTAIN, claim.confidence), 2),
        1,
        (claim,),
        (place,),
        claim.participants,
        (),
        claim.bounds,
    )


def _event(positions: tuple[int, ...], reports: Reports, originals: Mapping[str, str]) -> Event:
    """The event of the claims at these positions, which are in order."""
    claims = tuple(reports[at] for at in positions)
    if len(claims) == 1:
        return _single(claims[0], positions[0])
    status = _latest_status(claims)
    date = _date_of(positions, reports, status)
    venues = Counter(claim.place for claim in _surest(claims, "place") if claim.place)
    sources = [originals.get(claim.doc_id, claim.doc_id) for claim in claims]
    differing = tuple(
        discrepancies(claims, {claim.doc_id: reports.written(at) for claim, at in zip(claims, positions, strict=True)})
    )
    return Event(
        event_id="e" + claims[0].claim_id[1:],
        type=Counter(claim.type for claim in _surest(claims, "type")).most_common(1)[0][0],
        status=status,
        date=date,
        place=venues.most_common(1)[0][0] if venues else None,
        confidence=_confidence(claims, sources, differing),
        n_documents=len(set(sources)),
        claims=claims,
        positions=positions,
        participants=tuple(p for claim in claims for p in claim.participants),
        discrepancies=differing,
        bounds=None if date else _joint_bounds([claim.bounds for claim in claims if claim.bounds is not None]),
    )


def _confidence(claims: Sequence[Claim], sources: Sequence[str], differing: Iterable[Discrepancy]) -> float:
    told = (
        Told(
            claim.claim_id,
            source,
            claim.confidence,
            {"date": claim.date.edtf if claim.date else None, "place": claim.place, "status": claim.status},
        )
        for claim, source in zip(claims, sources, strict=True)
    )
    contradicting = (
        Contradiction(one.field, one.claim_a, one.claim_b, one.value_a, one.value_b)
        for one in differing
        if one.relation == "contradiction"
    )
    return joint(contributions(told, contradicting))


def _surest(claims: Sequence[Claim], field: str) -> Sequence[Claim]:
    """The claims of which a person has said what a field is; where there are none, all."""
    return [claim for claim in claims if claim.corrected and field in claim.corrected.fields] or claims


def _date_of(positions: Sequence[int], reports: Reports, status: Status) -> ClaimDate | None:
    """The date of the event of the claims at these positions: of all that have one or, where that does not go with the
    status, of those that give it.

    What occurred did so before the last of its reports was written, what is planned will be after the first was.
    """
    claims = [reports[at] for at in positions]
    said = [claim.date for claim in claims if claim.date and claim.date.basis == "correction"]
    if said:
        return _joint_date(said)
    days = [reports.written(at) for at in positions]
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
    of_latest = [claim for claim in claims if claim.doc_id == claims[-1].doc_id]
    latest = {claim.status for claim in _surest(of_latest, "status")}
    return next(status for status in _SURE if status in latest)
