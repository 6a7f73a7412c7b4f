"""Where the claims of one event differ: in date, place, status or a number, and what kind of difference that is.

Two claims contradict one another where both cannot be right. A number that a later report gives anew is an update where
later reports of its kind have other numbers (the dead of a day later), and one that is only said more roughly is no
contradiction either.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import NamedTuple

from core.claims.figures import changes
from core.events.matching import compatible
from core.events.whereabouts import elsewhere
from core.model import Claim, Difference, Figure, Interval

_ROUNDED = 1000
"""From here on a number that ends in noughts stands for those that round to it; below, most are counted."""

Written = Mapping[str, Interval | None]
"""When documents were written, by their ids."""


class Words(NamedTuple):
    """Where the words stand in the document of a claim that say what it says; None where no words do."""

    start: int | None = None
    end: int | None = None


class Discrepancy(NamedTuple):
    """Two claims of one event that differ on a point, with what each says and where."""

    field: str
    relation: Difference
    claim_a: str
    claim_b: str
    value_a: str
    value_b: str
    start_a: int | None = None
    end_a: int | None = None
    start_b: int | None = None
    end_b: int | None = None


class _Side(NamedTuple):
    """What a claim says on a point."""

    claim: Claim
    value: str
    words: Words


def discrepancies(claims: Sequence[Claim], written: Written) -> Iterator[Discrepancy]:
    """Each point on which two claims of an event differ, once for each pair of values, with the first of each.

    Args:
        claims: those of one event, the earliest document's first.
        written: when their documents were written.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        first.setdefault((claim.date and claim.date.edtf, claim.place, claim.host, claim.status), claim)
    yield from _once(told for a, b in combinations(first.values(), 2) for told in _contradictions(a, b))
    for sides in _numbers(claims).values():
        yield from _once(_of_numbers(a, b, written) for a, b in combinations(sides, 2))


def _once(every: Iterable[Discrepancy | None]) -> Iterator[Discrepancy]:
    seen: set[tuple[str, ...]] = set()
    for one in every:
        if one is not None and (key := (one.field, *sorted((one.value_a, one.value_b)))) not in seen:
            seen.add(key)
            yield one


def _contradictions(a: Claim, b: Claim) -> Iterator[Discrepancy]:
    if a.date and b.date and not compatible(a, b):
        yield _between(
            "date", "contradiction", *(_Side(one, one.date.edtf, _dating(one)) for one in (a, b) if one.date)
        )
    if a.place and b.place and elsewhere(a, b):
        yield _between("place", "contradiction", *(_Side(one, one.place, _naming(one)) for one in (a, b) if one.place))
    if {a.status, b.status} in ({"occurred", "denied"}, {"planned", "denied"}):
        sides = (_Side(one, one.status, Words(one.trigger_start, one.trigger_end)) for one in (a, b))
        yield _between("status", "contradiction", *sides)


def _between(field: str, relation: Difference, a: _Side, b: _Side) -> Discrepancy:
    ids = a.claim.claim_id, b.claim.claim_id
    return Discrepancy(field, relation, *ids, a.value, b.value, *a.words, *b.words)


def _dating(claim: Claim) -> Words:
    """The words of a claim's own document that say its date."""
    evidence = claim.date.evidence if claim.date else ()
    said = next((one for one in evidence if one.part == "expression"), None)
    return Words(said.start, said.end) if said else Words()


def _naming(claim: Claim) -> Words:
    """Where a claim's quote names its place as the tables call it."""
    at = claim.quote.find(claim.place) if claim.place else -1
    return Words(claim.start + at, claim.start + at + len(claim.place or "")) if at >= 0 else Words()


class _Counted(NamedTuple):
    """What numbers are comparable by: what they count."""

    kind: str
    unit: str | None


class _Given(NamedTuple):
    """A number that a claim gives."""

    claim: Claim
    figure: Figure


def _numbers(claims: Sequence[Claim]) -> Mapping[_Counted, list[_Given]]:
    """The numbers of an event by what they count, of each document that gives just one; the first of equal ones."""
    told: dict[_Counted, dict[str, list[_Given]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for figure in claim.figures:
            told[_Counted(figure.kind, figure.unit)][claim.doc_id].append(_Given(claim, figure))
    several: dict[_Counted, list[_Given]] = {}
    for counted, by_document in told.items():
        agreed = [some[0] for some in by_document.values() if len({_interval(one.figure) for one in some}) == 1]
        first = {_interval(one.figure): one for one in reversed(agreed)}
        if len(first) > 1:
            several[counted] = [one for one in agreed if first[_interval(one.figure)] is one]
    return several


def _interval(figure: Figure) -> tuple[float, float]:
    return figure.low, inf if figure.high is None else figure.high


def _of_numbers(a: _Given, b: _Given, written: Written) -> Discrepancy:
    sides = (_Side(one.claim, one.figure.text, Words(one.figure.start, one.figure.end)) for one in (a, b))
    return _between(a.figure.kind, _relation(a, b, written), *sides)


def _relation(a: _Given, b: _Given, written: Written) -> Difference:
    alike, open_above = _alike(a.figure, b.figure), None in (a.figure.high, b.figure.high)
    if alike and not open_above:
        return "precision"
    if changes(a.figure.kind) and _apart(written[a.claim.doc_id], written[b.claim.doc_id]):
        return "update"
    return "precision" if alike else "contradiction"


def _alike(a: Figure, b: Figure) -> bool:
    """Whether two numbers can be one, said more and less exactly."""
    (low_a, high_a), (low_b, high_b) = _interval(a), _interval(b)
    if low_a <= high_b and low_b <= high_a:
        return True
    if a.high != a.low or b.high != b.low:
        return False
    rough, fine = (a.low, b.low) if _step(a.low) > _step(b.low) else (b.low, a.low)
    return _step(rough) > _step(fine) and abs(rough - fine) <= _step(rough) / 2


def _step(number: float) -> float:
    """How far apart numbers are that are as round as this one: 100 of 1,200, and 1 of 49 or 50."""
    step = 1.0
    while number >= _ROUNDED and number % (10 * step) == 0:
        step *= 10
    return step


def _apart(a: Interval | None, b: Interval | None) -> bool:
    """Whether two texts were surely not written on the same day."""
    return a is not None and b is not None and not a.meets(b)
