"""What the last build left to the next: its tables, and what their rows were made from.

Rows of a document, and of a chain of claims that hang together, are the same as long as all that they are made from is.
They are then taken from the last set of tables, and only the others are made.
"""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa

from core.events.cluster import Event
from core.tables import SCHEMAS, row_numbers

OF_DOCUMENT = ("documents", "segments", "mentions", "times", "notes", "texts")
"""The tables that hold the rows of one document after the other."""

OF_EVENT = ("events", "claims", "participants", "date_evidence", "figures", "discrepancies")
"""The tables that hold the rows of one event after the other."""

_Numbers = np.ndarray[Any, np.dtype[np.int64]]
_Chains = np.ndarray[Any, np.dtype[np.int32]]
_STRETCHES = 2000  # more of them are copied row by row
_NONE = np.zeros(0, dtype=np.int64)


class Provenance(msgspec.Struct, frozen=True):
    """What the rows of a set of tables were made from.

    Args:
        documents: for each document a hash of all that its rows depend on.
        numbers: for each claim its number in its document (from 0), as little-endian int32.
        chains: for each event the number of the chain of claims that it is of, as little-endian int32.
        files: a hash of each file of the set.
    """

    documents: tuple[bytes, ...] = ()
    numbers: bytes = b""
    chains: bytes = b""
    files: dict[str, bytes] = {}


class Groups(NamedTuple):
    """A table that holds one group of rows after the other, and how many rows each has."""

    table: pa.Table
    sizes: _Numbers


def groups(tables: Mapping[str, pa.Table], name: str) -> Groups:
    """The rows of one document or event after the other, in a set of tables."""
    whole, key = ("documents", "doc_id") if name in OF_DOCUMENT else ("events", "event_id")
    sizes = np.bincount(row_numbers(tables[name][key], tables[whole][key]), minlength=len(tables[whole]))
    return Groups(tables[name], sizes)


class Regrouping(NamedTuple):
    """Which groups of an old and of a new table are wanted, in order; the new ones are numbered on from the old."""

    order: _Numbers

    def rows(self, old: _Numbers, new: _Numbers) -> _Numbers:
        """The rows, new ones numbered on from the old ones, given how many there are in each group."""
        sizes = np.concatenate([old, new])
        begins, wanted = (np.cumsum(sizes) - sizes)[self.order], sizes[self.order]
        ends = np.cumsum(wanted)
        rows: _Numbers = np.arange(wanted.sum()) + np.repeat(begins - ends + wanted, wanted)
        return rows

    def table(self, old: Groups, new: Groups) -> pa.Table:
        """The table of these groups."""
        rows = self.rows(old.sizes, new.sizes)
        both = pa.concat_tables([old.table, new.table])
        firsts = np.flatnonzero(np.diff(rows, prepend=-2) != 1)  # of stretches of rows that follow each other
        if len(firsts) > _STRETCHES:
            return both.take(pa.array(rows)).combine_chunks()
        lengths = np.diff(firsts, append=len(rows))
        stretches = (both.slice(at, n) for at, n in zip(rows[firsts].tolist(), lengths.tolist(), strict=True))
        return pa.concat_tables([both.slice(0, 0), *stretches]).combine_chunks()


class Standing(NamedTuple):
    """The events of the last set that are the same now.

    Args:
        events: their numbers.
        chains: the numbers that their chains have now.
        positions: those that the claims of the last set have now; -1 where one is not the same, or gone.
        sizes: how many claims each event of the last set had.
    """

    events: _Numbers
    chains: frozenset[int]
    positions: _Numbers
    sizes: _Numbers

    def with_new(self, events: Sequence[Event]) -> "ByEvent":
        """These events and new ones."""
        begins = (np.cumsum(self.sizes) - self.sizes)[self.events]
        firsts = np.concatenate([self.positions[begins], [event.positions[0] for event in events]]).astype(np.int64)
        numbers = np.concatenate([self.events, len(self.sizes) + np.arange(len(events))])
        order = np.argsort(firsts)
        regrouping = Regrouping(numbers[order])
        claims = np.concatenate([self.positions, [place for event in events for place in event.positions]]).astype(
            np.int64
        )
        rows = regrouping.rows(self.sizes, np.array([len(event.positions) for event in events], dtype=np.int64))
        return ByEvent(regrouping, firsts[order], claims[rows])


class ByEvent(NamedTuple):
    """Events by their first claims: from which tables they are, and the positions of their first and of all claims."""

    regrouping: Regrouping
    firsts: _Numbers
    positions: _Numbers


class Past:
    """The last set of tables.

    Args:
        provenance: what its rows were made from.
        tables: the tables by name.
    """

    def __init__(self, provenance: Provenance, tables: Mapping[str, pa.Table]) -> None:
        self.tables = tables
        self._provenance = provenance
        self._numbers = {key: number for number, key in enumerate(provenance.documents)}

    def __contains__(self, key: bytes) -> bool:
        """Whether it has the rows of a document, by all that these depend on."""
        return key in self._numbers

    def by_document(self, keys: Sequence[bytes]) -> Regrouping:
        """Documents by what their rows depend on; those that are not known are new ones, in the same order."""
        new = count(len(self._numbers))
        numbers = (self._numbers[key] if key in self else next(new) for key in keys)
        return Regrouping(np.fromiter(numbers, dtype=np.int64))

    def standing(self, keys: Mapping[str, bytes], begins: Mapping[str, int], chain_of: _Chains) -> Standing:
        """The events that are the same now.

        All events of a chain are, if the chain has the same claims, all of documents that are the same.

        Args:
            keys: for each document there is now, by its id, what its rows depend on.
            begins: the place that the first claim of a document has now.
            chain_of: for each claim there is now the number of its chain.
        """
        doc_ids = self.tables["documents"]["doc_id"].to_pylist()
        known = [keys.get(doc_id) == key for doc_id, key in zip(doc_ids, self._provenance.documents, strict=True)]
        firsts = np.array([begins.get(doc_id, -1) if same else -1 for doc_id, same in zip(doc_ids, known, strict=True)])
        sizes = self.tables["events"]["n_claims"].to_numpy()
        if not len(sizes) or not len(chain_of):
            return Standing(_NONE, frozenset(), np.full(sizes.sum(), -1), sizes)
        first = firsts[row_numbers(self.tables["claims"]["doc_id"], self.tables["documents"]["doc_id"])]
        now = np.where(first >= 0, first + np.frombuffer(self._provenance.numbers, "<i4"), -1)
        standing = now >= 0
        # For each claim of the last set the chain that it was of, and the one that it is of (where it stands).
        former, current = np.repeat(np.frombuffer(self._provenance.chains, "<i4"), sizes), chain_of[now]
        sizes_now, former_sizes = np.bincount(chain_of), np.bincount(former)
        # For each chain there is now a former one that it shares a claim with: if it is the same, there is no other.
        former_of = np.full(len(sizes_now), -1)
        former_of[current[standing]] = former[standing]
        shared = standing & (former_of[current] == former)
        nothing_new = np.bincount(current[shared], minlength=len(sizes_now)) == sizes_now
        nothing_gone = former_sizes[former_of] == sizes_now
        same_chain = (former_of >= 0) & nothing_new & nothing_gone
        begin = np.cumsum(sizes) - sizes
        events = np.flatnonzero(standing[begin] & same_chain[current[begin]])
        return Standing(events, frozenset(np.flatnonzero(same_chain).tolist()), now, sizes)


NOTHING = Past(Provenance(), {name: schema.empty_table() for name, schema in SCHEMAS.items()})
"""Where there is no last set."""
