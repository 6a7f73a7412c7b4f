"""What has become of each plan of an earlier build: from what two builds remember, and the tables, to passages.

Where a newer report was joined to the plan, the event's own claims say it; else `announced` looks for one.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from core.changes import tellings
from core.changes.announced import Became, agrees, found, moves, of_type, shares
from core.changes.matching import Matching
from core.changes.outcomes import ANNOUNCED, Fate, Outcome, outcome
from core.changes.state import State, numbers
from core.changes.tellings import Telling
from core.openset import OpenSet


def fates(before: State, now: State, matching: Matching, tables: OpenSet) -> Mapping[int, Fate]:
    """The plans of an earlier build that new sources, or new words of old ones, tell of, by their places now.

    Args:
        before: what the earlier build remembers.
        now: what that of the tables remembers.
        matching: what of the one is what of the other.
        tables: the tables.

    Raises:
        TableError: a file is damaged.
    """
    place = {event_id: at for at, event_id in enumerate(now.events.ids)}
    plans = {
        at: former[0]
        for at, former in matching.predecessors.items()
        if before.events.statuses[former[0]] in ANNOUNCED and matching.successors[former[0]][0] == at
    }
    fresh = _fresh(before, now, matching, tables) if plans else []
    if not fresh:
        return {}
    documents = {now.documents.ids[one] for at in plans for one in now.sources_of.get(at, ())}
    newer = {one.claim_id for one in fresh}
    announcing: dict[int, list[Telling]] = defaultdict(list)
    for one in tellings.read(tables, documents):
        if one.status in ANNOUNCED and one.claim_id not in newer and (at := place[one.event_id]) in plans:
            announcing[at].append(one)
    joined: dict[int, list[Telling]] = defaultdict(list)
    for one in fresh:
        joined[place[one.event_id]].append(one)
    own = {
        at: fate
        for at, some in announcing.items()
        if at in joined and (fate := _joined(some, joined[at], outcome(before, plans[at], now, at), at)) is not None
    }
    open_ = [one for at, some in announcing.items() if at not in own for one in some]
    apart = [one for one in fresh if place[one.event_id] not in own]
    pairs = found(open_, apart, _Others(tables))
    return own | {
        place[one.plan.event_id]: Fate(one.outcome, place[one.told.event_id], one.plan.passage, one.told.passage)
        for one in pairs
        if one.plan.event_id != one.told.event_id
    }


def _fresh(before: State, now: State, matching: Matching, tables: OpenSet) -> list[Telling]:
    """The claims of documents that are new or whose text was edited, as far as they were not there before."""
    same = {new for old, new in matching.documents.items() if before.documents.digest(old) == now.documents.digest(new)}
    documents = {one for at, one in enumerate(now.documents.ids) if at not in same}
    kept = matching.claims[matching.claims >= 0]
    known = set(zip(numbers(now.claims.documents)[kept].tolist(), numbers(now.claims.ids)[kept].tolist(), strict=True))
    at = {doc_id: number for number, doc_id in enumerate(now.documents.ids)}
    return [
        one
        for one in (tellings.read(tables, documents) if documents else ())
        if (at[one.passage.doc_id], crc32(one.claim_id.encode()) >> 1) not in known
    ]


def _joined(plans: Sequence[Telling], newer: Sequence[Telling], by_rows: Outcome | None, at: int) -> Fate | None:
    """What claims that were joined to a plan tell of it; None where that is nothing."""
    pairs = [(plan, told) for told in newer for plan in plans if agrees(plan, told)]
    if not pairs:
        return Fate(None, at, plans[0].passage, newer[0].passage) if by_rows else None
    moved = [pair for pair in pairs if moves(pair[1])]
    if moved and by_rows is None:
        return Fate("moved", at, moved[-1][0].passage, moved[-1][1].passage)
    if by_rows is None:
        return None
    fitting = [pair for pair in pairs if _fits(pair[1], by_rows)] or pairs
    return Fate(by_rows, at, fitting[-1][0].passage, fitting[-1][1].passage)


def _fits(told: Telling, outcome: Outcome) -> bool:
    if outcome == "moved":
        return told.dated or moves(told)
    return (told.status == "denied") == (outcome == "denied") and told.status not in ANNOUNCED


class _Others:
    """Counts the documents that tell, of other days, of what has all that a plan and a newer claim share."""

    def __init__(self, tables: OpenSet) -> None:
        self._tables = tables

    def __call__(self, pair: Became) -> int:
        """How many there are; those that the pair itself stands in are none."""
        mine = {pair.plan.passage.doc_id, pair.told.passage.doc_id}
        return len(
            {
                one.passage.doc_id
                for one in tellings.read(self._tables, self._documents(pair) - mine)
                if one.event_id not in (pair.plan.event_id, pair.told.event_id)
                and of_type(one, pair.plan)
                and shares(one, pair.shared)
                and _of_other_days(one, pair.plan)
            }
        )

    def _documents(self, pair: Became) -> set[str]:
        """The documents that may tell of the same."""
        claims = pa.concat_tables(
            part.filter(_any_says(part["quote"], pair.shared.nouns)).drop(["quote"])
            for part in self._tables.parts("claims", ["claim_id", "doc_id", "quote"])
        )
        if pair.shared.parties:
            parts = self._tables.read("participants", ["claim_id", "actor_id"])
            some = parts.filter(pc.equal(parts["actor_id"], min(pair.shared.parties)))
            claims = claims.filter(pc.is_in(claims["claim_id"], some["claim_id"].combine_chunks()))
        return set(claims["doc_id"].to_pylist())


def _any_says(quotes: pa.ChunkedArray, nouns: Collection[str]) -> pa.ChunkedArray:
    """Which of some quotes may have one of these nouns; all, where there are none."""
    return pc.match_substring_regex(quotes, "|".join(map(_unfolded, sorted(nouns))), ignore_case=True)


def _unfolded(noun: str) -> str:
    """A pattern for words that have this stem."""
    return "".join(_spellings(noun))


def _spellings(noun: str) -> Iterator[str]:
    for part in re.split(r"(ss|[aou])", noun):
        yield {"a": "[aä]", "o": "[oö]", "u": "[uü]", "ss": "(?:ss|ß)"}.get(part, re.escape(part))


def _of_other_days(one: Telling, plan: Telling) -> bool:
    """Whether a claim is of another time than a plan: dated so, or told as done before the plan was."""
    if one.dated and plan.dated:
        return not one.days.meets(plan.days)
    first, last = plan.written.first, one.written.last
    return one.status not in ANNOUNCED and first is not None and last is not None and last < first
