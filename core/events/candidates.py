"""Events that are perhaps one: alike in kind and parties, told by different texts, a few days apart."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from core.claims.lexicon import with_trait
from core.events.matching import days as length
from core.events.thresholds import thresholds
from core.model import Interval

Agreement = Literal["same", "other", "unknown"]
"""Whether two events name one place, two, or not both any."""

_TOPIC = "topic"


class CandidatePair(NamedTuple):
    """Two events that are perhaps one, the earlier first, with what speaks for that and against it.

    `claim_a` and `claim_b` are the first claims that give their dates, `shared` the ids of the actors that take part in
    both, `days_apart` the days from the last of the one to the first of the other.
    """

    event_a: str
    event_b: str
    claim_a: str
    claim_b: str
    shared: tuple[str, ...]
    days_apart: int
    place: Agreement


class _Dated(NamedTuple):
    """An event that a source dates, as far as it is compared."""

    event_id: str
    interval: Interval
    place: str | None
    claim_id: str
    parties: frozenset[str]
    sources: frozenset[str]


def candidates(tables: Mapping[str, pa.Table]) -> tuple[CandidatePair, ...]:
    """The pairs of events that are perhaps one, by day.

    Compared are events that happen once and harm nobody, such as meetings, visits and agreements; of two attacks on two
    days each is one. A text that tells of both holds them for two.

    Args:
        tables: events, claims and participants by name.
    """
    blocks: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for kind, event in _dated(tables):
        for party in event.parties:
            blocks[kind, party].append(event)
    pairs = {
        (first.event_id, second.event_id): (first, second)
        for block in blocks.values()
        for first, second in _near(sorted(block, key=lambda event: (event.interval, event.event_id)))
    }
    alike = (_candidate(first, second) for first, second in pairs.values())
    dated = [(pairs[one.event_a, one.event_b][0].interval, one) for one in alike if one is not None]
    return tuple(one for _, one in sorted(dated))


def _near(block: Sequence[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """The pairs of a block, in order of time, that begin within the days in which two are compared."""
    reach = thresholds().candidates.days_in_place + thresholds().days.month
    begins = [event.interval.first.toordinal() for event in block]
    for at, first in enumerate(block):
        for second in block[at + 1 : bisect_right(begins, begins[at] + reach)]:
            yield first, second


def _candidate(first: _Dated, second: _Dated) -> CandidatePair | None:
    """What two events have in common, if that is enough for them to be perhaps one."""
    least, apart = thresholds().candidates, (second.interval.first - first.interval.last).days
    place: Agreement = "unknown"
    if first.place and second.place:
        place = "same" if first.place == second.place else "other"
    shared = first.parties & second.parties
    fewest = min(len(first.parties), len(second.parties))
    enough = len(shared) >= least.parties or (place == "same" and len(shared) == fewest)
    near = 0 < apart <= (least.days_in_place if place == "same" else least.days)
    if not enough or not near or place == "other" or first.sources & second.sources:
        return None
    return CandidatePair(
        first.event_id, second.event_id, first.claim_id, second.claim_id, tuple(sorted(shared)), apart, place
    )


def _dated(tables: Mapping[str, pa.Table]) -> Iterator[tuple[str, _Dated]]:
    """The events that are compared, each with its kind; those that can be told in two types are of one."""
    events, claims, participants = (tables[name] for name in ("events", "claims", "participants"))
    kinds = pa.array(sorted(_compared(set(events["type"].unique().to_pylist()))), pa.string())
    some = events.filter(pc.and_(pc.is_valid(events["date_precision"]), pc.is_in(events["type"], kinds)))
    ids = some["event_id"]
    told = claims.select(["event_id", "claim_id", "doc_id", "date_edtf", "status"])
    told = told.filter(pc.is_in(claims["event_id"], ids))
    status = dict(zip(ids.to_pylist(), some["status"].to_pylist(), strict=True))
    sources: dict[str, set[str]] = defaultdict(set)
    dating: dict[tuple[str, str], str] = {}
    # Of an event that has happened, the plan tells last.
    for row in sorted(told.to_pylist(), key=lambda row: row["status"] != status[row["event_id"]]):
        sources[row["event_id"]].add(row["doc_id"])
        dating.setdefault((row["event_id"], row["date_edtf"]), row["claim_id"])
    acting = participants.filter(
        pc.and_(pc.is_in(participants["event_id"], ids), pc.not_equal(participants["role"], _TOPIC))
    )
    parties: dict[str, set[str]] = defaultdict(set)
    for event_id, actor_id in zip(acting["event_id"].to_pylist(), acting["actor_id"].to_pylist(), strict=True):
        parties[event_id].add(actor_id)
    month = thresholds().days.month
    columns = ("event_id", "type", "date_edtf", "date_start", "date_end", "place")
    for row in some.select(columns).to_pylist():
        event_id, days = row["event_id"], Interval(row["date_start"], row["date_end"])
        claim_id = dating.get((event_id, row["date_edtf"]))
        if claim_id is None or length(days) > month:
            continue
        kind = "encounter" if row["type"] in with_trait("encounter") else row["type"]
        taking = frozenset(parties[event_id])
        yield kind, _Dated(event_id, days, row["place"], claim_id, taking, frozenset(sources[event_id]))


def _compared(types: set[str]) -> set[str]:
    """The types, of these, of events that the same parties seldom have twice in a few days."""
    return types.difference(*(with_trait(trait) for trait in ("spoken", "lasting", "continuing", "harm")))
