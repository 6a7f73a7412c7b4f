"""Which document tells of which event, and in what words: the table of claims, prepared for asking."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.openset import OpenSet
from dashboard.asking.frames import OfEvents, Pairs, Rows, among, bounds_apart, dense, frame, pairs

if TYPE_CHECKING:
    from core.events.confidence import Contribution

_SHOWN = (
    *("claim_id", "event_id", "doc_id", "start", "end", "quote", "type", "status"),
    *("date_start", "date_end", "date_precision", "date_basis", "date_source", "attributed_to"),
)
"""The columns that pages show."""


def draw(words: str) -> bytes:
    """A number for some words that has nothing to do with what they say."""
    return blake2b(" ".join(words.split()).encode(), digest_size=8).digest()


class ToldClaim(NamedTuple):
    """What a briefing takes from a claim."""

    claim_id: str
    doc_id: str
    start: int
    quote: str
    confidence: float


class Claims(OfEvents):
    """The claims of a corpus. Who tells of what is known without reading all of them."""

    def __init__(self, tables: OpenSet, events: pd.Index, source: Callable[[str], str]) -> None:
        """Prepare the claims about these events; `source` gives the document that counts as a document's source."""
        super().__init__(events)
        self._tables = tables
        self._source = source
        self._told: dict[str, list[ToldClaim]] = {}

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The claims by event, document and place in it; the first page does without them."""
        claims = bounds_apart(frame(self._tables, "claims", _SHOWN))
        return dense(claims.sort_values(["event_id", "doc_id", "start"], ignore_index=True))

    def corrected(self, values: Mapping[str, Mapping[str, Any]]) -> "Claims":
        """These claims, those of some events with other values by column, as far as there are such columns."""
        if not values:
            return self
        other = copy(self)
        other.rows = self.rows.copy()
        for event_id, row in values.items():
            for column in row.keys() & set(other.rows.columns):
                other.rows.loc[self.by_event[event_id], column] = row[column]
        return other

    def prepare(self) -> None:
        """Read what every page but the first would otherwise have to wait for."""
        self.of("")

    def inside(self, doc_id: str) -> pd.DataFrame:
        """The claims of one document, in reading order."""
        return self.rows.iloc[self._by_document[doc_id]].sort_values("start")

    @cached_property
    def first_quotes(self) -> "pd.Series[str]":
        """The quote of each event's first claim, by the event's id."""
        return self.rows.drop_duplicates("event_id").set_index("event_id")["quote"]

    def surest_quotes(self, events: Iterable[str]) -> dict[str, str]:
        """Of each of these events the quote of the surest claim, of equally sure ones the first in reading order."""
        told = self.told_of(events)
        return {
            event: min(every, key=lambda one: (-one.confidence, one.doc_id, one.start)).quote
            for event, every in told.items()
        }

    def told_of(self, events: Iterable[str]) -> "dict[str, list[ToldClaim]]":
        """The claims of each of these events: read once, and only from the documents that tell of them."""
        wanted = dict.fromkeys(events)
        missing = wanted.keys() - self._told.keys()
        if missing:
            documents = {document for event in missing for document in self.documents_of(event)}
            read: dict[str, list[ToldClaim]] = {event: [] for event in missing}
            for row in self._tables.of("claims", documents, ("event_id", *ToldClaim._fields)).to_pylist():
                event = row.pop("event_id")
                if event in missing:
                    read[event].append(ToldClaim(**row))
            self._told.update(read)
        return {event: self._told[event] for event in wanted}

    @cached_property
    def drawn(self) -> Mapping[str, tuple[bytes, str]]:
        """For each event, its place in an order drawn by chance, with the claim that gives it: the first in that order.

        Claims are drawn by their words, which stay where others of a text are edited and ids change.
        """
        first: dict[str, tuple[bytes, str]] = {}
        for event, claim, words in self.rows[["event_id", "claim_id", "quote"]].itertuples(index=False):
            place = draw(words), claim
            first[event] = min(place, first.get(event, place))
        return first

    def topics(self, events: Collection[str]) -> dict[str, str]:
        """The words that say what each of some events is about; those of which no claim says that are left out."""
        if not events:
            return {}
        every = self._tables.read("claims", ("event_id", "topic"))
        some = every.filter(
            pc.and_(pc.is_in(every["event_id"], pa.array(list(events), pa.string())), pc.is_valid(every["topic"]))
        )
        rows = zip(some["event_id"].to_pylist(), some["topic"].to_pylist(), strict=True)
        return dict(reversed(list(rows)))  # the first claim that says it

    def confidence(self, vouched: Collection[str]) -> dict[str, float]:
        """How sure the events of some claims are, where a person has vouched for these."""
        if not vouched:
            return {}
        from core.events.confidence import joint

        every = self._tables.read("claims", ("claim_id", "event_id"))
        meant = every.filter(pc.is_in(every["claim_id"], pa.array(list(vouched), pa.string())))["event_id"].to_pylist()
        return {event_id: joint(told) for event_id, told in self.contributions(set(meant), vouched).items()}

    def contributions(
        self, events: Collection[str], vouched: Collection[str] = ()
    ) -> "dict[str, tuple[Contribution, ...]]":
        """What each source adds to how sure some events are, where a person has vouched for some claims."""
        from core.corrections import figures  # what reads the vocabulary, the first page does without
        from core.events.confidence import Contradiction, Told, contributions

        wanted = pa.array(list(events), pa.string())
        contradictions: dict[str, list[Contradiction]] = defaultdict(list)
        differing = self._tables.read("discrepancies", ("event_id", "relation", *Contradiction._fields))
        for row in differing.filter(pc.is_in(differing["event_id"], wanted)).to_pylist():
            if row.pop("relation") == "contradiction":
                contradictions[row.pop("event_id")].append(Contradiction(**row))
        told: dict[str, list[Told]] = defaultdict(list)
        columns = ("claim_id", "event_id", "doc_id", "confidence", "date_edtf", "place", "status")
        every = self._tables.read("claims", columns)
        for row in every.filter(pc.is_in(every["event_id"], wanted)).to_pylist():
            sure = figures.checked() if row["claim_id"] in vouched else row["confidence"]
            values = {"date": row["date_edtf"], "place": row["place"], "status": row["status"]}
            told[row["event_id"]].append(Told(row["claim_id"], self._source(row["doc_id"]), sure, values))
        return {one: contributions(claims, contradictions[one]) for one, claims in told.items()}

    @cached_property
    def date_words(self) -> dict[str, list[str]]:
        """The words that say the date of each claim, by the claim's id; claims that have none are left out."""
        shown: dict[str, list[str]] = defaultdict(list)
        for row in self._tables.read("date_evidence", ("claim_id", "text", "part")).to_pylist():
            if row["part"] == "expression" and row["text"] not in shown[row["claim_id"]]:
                shown[row["claim_id"]].append(row["text"])
        return {claim: words for claim, words in shown.items() if words}

    @cached_property
    def _by_document(self) -> Rows:
        return Rows(self.rows["doc_id"])

    def documents_of(self, event_id: str) -> set[str]:
        """The documents that report an event."""
        rows, documents = self._reported
        return {documents[at] for at in rows[event_id]}

    @cached_property
    def _reported(self) -> tuple[Rows, list[str]]:
        """Where in the table the claims of each event stand, and the document of each."""
        reports = self._reports()
        return Rows(reports["event_id"].to_pandas()), reports["doc_id"].to_pylist()

    def sources_among(self, events: pd.Index) -> set[str]:
        """The sources that tell of these events."""
        told, sources = self._told_by
        return set(sources[among(self._events, events)[told]])

    @cached_property
    def _told_by(self) -> tuple[np.ndarray, np.ndarray]:
        """The event of each claim, by its place, and the source that makes it."""
        reports = self._reports()
        events = self._events.get_indexer(pd.Index(reports["event_id"].to_pandas()))
        return events, np.array([self._source(doc) for doc in reports["doc_id"].to_pylist()], dtype=object)

    @cached_property
    def told_in(self) -> pd.DataFrame:
        """Which document reports which event, once for each."""
        told: pd.DataFrame = self._reports().to_pandas()
        return told.drop_duplicates(ignore_index=True)

    @cached_property
    def telling(self) -> Pairs:
        """Which document reports which event, once for each."""
        told = self.told_in
        documents = pd.Index(told["doc_id"].unique(), dtype=object)
        return pairs(told["doc_id"], documents, told["event_id"], self._events)

    def _reports(self) -> pa.Table:
        """The event and the document of each claim, without the rest of it."""
        return self._tables.read("claims", ("event_id", "doc_id"))

    @cached_property
    def document_pairs(self) -> list[tuple[str, str, int]]:
        """Pairs of documents with the number of events both report, most first.

        Pairs without one are left out, and so are two copies of one text: there is nothing to compare.
        """
        told = self.rows[["event_id", "doc_id"]].drop_duplicates()
        told["source"] = told["doc_id"].map(self._source)
        both = told[told.duplicated("event_id", keep=False)]
        both = both.merge(both, on="event_id", suffixes=("_a", "_b"))
        both = both[(both["doc_id_a"] < both["doc_id_b"]) & (both["source_a"] != both["source_b"])]
        counts = both.groupby(["doc_id_a", "doc_id_b"]).size()
        pairs = counts.rename("n").reset_index().sort_values(["n", "doc_id_a"], ascending=[False, True], kind="stable")
        return list(zip(pairs["doc_id_a"], pairs["doc_id_b"], pairs["n"].tolist(), strict=True))
