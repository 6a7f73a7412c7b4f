"""A set of tables prepared once for asking: frames, no Streamlit.

Days are closed intervals; frames keep them as `datetime64[s]`, missing ones as NaT. What only bounds an undated event
or claim stands apart, as `bound_start` and `bound_end`, and is never taken for a date. `placed_start` and `placed_end`
say where an event stands in time: at its date or at its bounds; at the one bound that there is where a side is open.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from threading import Lock
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from core.model import ActorKind
from core.openset import OpenSet
from dashboard.asking.search import Index, words
from dashboard.words.vocabulary import type_words


class Meetings(NamedTuple):
    """Two actors meeting in an event, once for each such event.

    `event` is the event's place in the corpus, `pair` the pair's place in `ends`; `ends` holds the actors a and b,
    with a < b, in that order, indexed by the id of their relation.
    """

    event: np.ndarray
    pair: np.ndarray
    ends: pd.DataFrame


class Corpus:
    """A set of tables prepared for asking. Built once, shared by all sessions, never changed."""

    def __init__(self, tables: OpenSet) -> None:
        """Prepare what every page needs; what is costly and not needed at once is left until it is asked for.

        Raises:
            TableError: a table is damaged.
        """
        self.tables = tables
        self.documents = _frame(tables, "documents").set_index("doc_id")
        self.actors = _frame(tables, "actors").set_index("actor_id")
        self.events = (
            _placed(_bounds_apart(_frame(tables, "events")))
            .set_index("event_id")
            .sort_values(["date_start", "date_end"], kind="stable")
        )
        self.discrepancies = _frame(tables, "discrepancies")
        self.parts = _frame(tables, "participants", ("event_id", "actor_id", "role")).drop_duplicates(ignore_index=True)
        self._texts = lru_cache(maxsize=64)(self._text)
        self._preparing = Lock()
        self._names = dict(zip(self.actors.index, self.actors["name"], strict=True))
        self._kinds: dict[str, ActorKind] = dict(zip(self.actors.index, self.actors["kind"], strict=True))
        self._titles = dict(zip(self.documents.index, self.documents["title"], strict=True))
        self._doc_order = {doc: at for at, doc in enumerate(self.documents.index)}
        self.originals: dict[str, str] = {
            copy["doc_id"]: copy["original"] for copy in tables.read("copies").to_pylist()
        }
        self._part_actors = self.parts["actor_id"].tolist()

    @cached_property
    def candidates(self) -> pd.DataFrame:
        """The pairs of events that are perhaps one; only the page of discrepancies asks for them."""
        return _frame(self.tables, "candidates")

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims by event, document and place in it; the first page does without them."""
        return _bounds_apart(_frame(self.tables, "claims", _OF_CLAIMS)).sort_values(
            ["event_id", "doc_id", "start"], ignore_index=True
        )

    @cached_property
    def _reported(self) -> tuple["_Rows", list[str]]:
        """Where in the table the claims of each event stand, and the document of each."""
        reports = self.tables.read("claims", ("event_id", "doc_id"))
        return _Rows(reports["event_id"].to_pandas()), reports["doc_id"].to_pylist()

    @cached_property
    def _claims_of(self) -> "_Rows":
        return _Rows(self.claims["event_id"])

    @cached_property
    def _parts_of(self) -> "_Rows":
        return _Rows(self.parts["event_id"])

    @cached_property
    def _claims_in(self) -> "_Rows":
        return _Rows(self.claims["doc_id"])

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last possible day of any event; None where no event has a date."""
        return self._spans[False]

    @cached_property
    def dense(self) -> tuple[date, date] | None:
        """The shortest window that holds nine tenths of the dated events; None where that is most of the span."""
        return self._dense[False]

    def stretch(self, *, bounded: bool, whole: bool) -> tuple[date, date] | None:
        """The days from the first to the last of all events, those that only have bounds among them if asked for.

        Unless the whole is asked for, it is the densest part where there is one (see `dense`). None where there are no
        such events.
        """
        return self._spans[bounded] if whole else self._dense[bounded] or self._spans[bounded]

    @cached_property
    def has_bounds(self) -> bool:
        """Whether there are events without a date that have bounds."""
        return len(self._standing[True]) > len(self._standing[False])

    @cached_property
    def _spans(self) -> dict[bool, tuple[date, date] | None]:
        """The span of the dated events, and of these with the bounded ones."""
        return {bounded: _span(events) for bounded, events in self._standing.items()}

    @cached_property
    def _dense(self) -> dict[bool, tuple[date, date] | None]:
        return {bounded: _dense(events) for bounded, events in self._standing.items()}

    @cached_property
    def _standing(self) -> dict[bool, pd.DataFrame]:
        """The dated events (False), and these with the bounded ones (True)."""
        return {False: self.events.dropna(subset=["date_start"]), True: self.events.dropna(subset=["placed_start"])}

    @cached_property
    def ranked(self) -> list[str]:
        """The actors, those with most claims first."""
        return list(self.actors.sort_values("n_claims", ascending=False, kind="stable").index)

    @cached_property
    def types(self) -> list[str]:
        """The event types that occur."""
        return sorted(self.events["type"].unique())

    @cached_property
    def type_of(self) -> tuple[np.ndarray, list[str]]:
        """Each event's type, by the event's place: its place in the list of types that follows."""
        codes, kinds = pd.factorize(self.events["type"])
        return codes, kinds.tolist()

    @cached_property
    def document_pairs(self) -> list[tuple[str, str, int]]:
        """Pairs of documents with the number of events both report, most first.

        Pairs without one are left out, and so are two copies of one text: there is nothing to compare.
        """
        told = self.claims[["event_id", "doc_id"]].drop_duplicates()
        told["source"] = told["doc_id"].map(self.source)
        both = told[told.duplicated("event_id", keep=False)]
        both = both.merge(both, on="event_id", suffixes=("_a", "_b"))
        both = both[(both["doc_id_a"] < both["doc_id_b"]) & (both["source_a"] != both["source_b"])]
        counts = both.groupby(["doc_id_a", "doc_id_b"]).size()
        found = counts.rename("n").reset_index().sort_values(["n", "doc_id_a"], ascending=[False, True], kind="stable")
        return list(zip(found["doc_id_a"], found["doc_id_b"], found["n"].tolist(), strict=True))

    @cached_property
    def events_told(self) -> dict[str, int]:
        """How many events each document reports."""
        reports = self.tables.read("claims", ("doc_id", "event_id"))
        told = reports.group_by("doc_id").aggregate([("event_id", "count_distinct")])
        counts = dict(zip(told["doc_id"].to_pylist(), told["event_id_count_distinct"].to_pylist(), strict=True))
        return {doc: counts.get(doc, 0) for doc in self.documents.index}

    @cached_property
    def _part_events(self) -> np.ndarray:
        return self.events.index.get_indexer(pd.Index(self.parts["event_id"]))

    def among(self, events: pd.Index) -> np.ndarray:
        """Whether each of the corpus' events, by place, is one of these."""
        here = np.zeros(len(self.events), dtype=bool)
        here[self.events.index.get_indexer(events)] = True
        return here

    def parts_among(self, events: pd.Index) -> pd.DataFrame:
        """The parts that actors have in these events."""
        kept = pd.Series(self.among(events)[self._part_events], index=self.parts.index)
        return self.parts[kept]

    @cached_property
    def _claim_events(self) -> np.ndarray:
        return self.events.index.get_indexer(pd.Index(self.claims["event_id"]))

    def claims_among(self, events: pd.Index) -> pd.DataFrame:
        """The claims that make these events."""
        kept = pd.Series(self.among(events)[self._claim_events], index=self.claims.index)
        return self.claims[kept]

    @cached_property
    def date_words(self) -> dict[str, list[str]]:
        """The words that say the date of each claim, by the claim's id; claims that have none are left out."""
        shown: dict[str, list[str]] = defaultdict(list)
        for row in self.tables.read("date_evidence", ("claim_id", "text", "part")).to_pylist():
            if row["part"] == "expression" and row["text"] not in shown[row["claim_id"]]:
                shown[row["claim_id"]].append(row["text"])
        return {claim: words for claim, words in shown.items() if words}

    @cached_property
    def _told_by(self) -> tuple[np.ndarray, np.ndarray]:
        """The event of each claim, by its place, and the source that makes it."""
        reports = self.tables.read("claims", ("event_id", "doc_id"))
        events = self.events.index.get_indexer(pd.Index(reports["event_id"].to_pandas()))
        return events, np.array([self.source(doc) for doc in reports["doc_id"].to_pylist()], dtype=object)

    def sources_among(self, events: pd.Index) -> set[str]:
        """The sources that tell of these events."""
        told, sources = self._told_by
        return set(sources[self.among(events)[told]])

    @cached_property
    def first_quotes(self) -> "pd.Series[str]":
        """The quote of each event's first claim, by the event's id."""
        return self.claims.drop_duplicates("event_id").set_index("event_id")["quote"]

    @cached_property
    def meetings(self) -> Meetings:
        """Every two actors of one event. Who only speaks about the event is left out."""
        acting = self.parts["role"] != "speaker"
        ids = np.sort(self.parts["actor_id"].unique().astype(object))
        actors = pd.Index(ids).get_indexer(pd.Index(self.parts["actor_id"][acting], dtype=object))
        met = pd.DataFrame({"event": self._part_events[acting], "actor": actors}).drop_duplicates()
        both = met.merge(met, on="event", suffixes=("_a", "_b"))
        both = both[both["actor_a"] < both["actor_b"]]
        pairs, pair = np.unique(both["actor_a"] * len(ids) + both["actor_b"], return_inverse=True)
        ends = pd.DataFrame({"a": ids[pairs // len(ids)], "b": ids[pairs % len(ids)]}, dtype=object)
        ends.index = pd.Index([f"{a}~{b}" for a, b in zip(ends["a"], ends["b"], strict=True)], dtype=object)
        return Meetings(both["event"].to_numpy(), pair, ends)

    @cached_property
    def _index(self) -> Index:
        """Finds events, by their place, by the words of title, type in any language, place and quotes."""
        code, kinds = self.type_of
        labels = [" ".join(type_words(kind)) for kind in kinds]
        texts = (
            enumerate(map(labels.__getitem__, code.tolist())),
            enumerate(self.events["title"].tolist()),
            enumerate(self.events["place"].fillna("").tolist()),
            zip(self._claim_events.tolist(), self.claims["quote"].tolist(), strict=True),
        )
        return Index(len(self.events), chain(*texts))

    @cached_property
    def _actor_index(self) -> Index:
        """Finds actors by the words of their names."""
        texts = (self.actors["name"].tolist(), map(" ".join, self.actors["aliases"]))
        return Index(len(self.actors), chain(*map(enumerate, texts)))

    @cached_property
    def _title_index(self) -> Index:
        """Finds documents by the words of their titles."""
        return Index(len(self.documents), enumerate(self.documents["title"]))

    @cached_property
    def _text_index(self) -> Index:
        """Finds documents by the words of their whole text."""
        texts = (
            (self._doc_order[doc], text)
            for part in self.tables.parts("texts")
            for doc, text in zip(part["doc_id"].to_pylist(), part["text"].to_pylist(), strict=True)
        )
        return Index(len(self.documents), texts)

    def _prepared(self, name: str) -> Index:
        """One of the indexes; where it is being made, this waits for it."""
        with self._preparing:
            found: Index = getattr(self, name)
            return found

    def prepare_claims(self) -> None:
        """Read what every page but the first would otherwise have to wait for."""
        self.claims_of("")

    def prepare_search(self) -> None:
        """Read what a first search would otherwise have to wait for: the dictionary of lemmas and all the words."""
        for name in ("_index", "_actor_index", "_title_index", "_text_index"):
            self._prepared(name)

    def told_with(self, word: str) -> np.ndarray:
        """Whether each event, by place, has the word in its title, place or quotes, or in a name of an actor of it."""
        found = self._prepared("_index").having(word)
        named = self.actors.index[self._prepared("_actor_index").having(word)]
        found[self._part_events[self.parts["actor_id"].isin(named)]] = True
        return found

    def documents_with(self, query: str) -> list[str]:
        """The documents whose text has every word of a query, wherever in it; none for a query without words."""
        return self._having("_text_index", query, self.documents.index)

    def documents_titled(self, query: str) -> list[str]:
        """The documents whose title has every word of a query, in the order of the documents table."""
        return self._having("_title_index", query, self.documents.index)

    def actors_named(self, query: str) -> list[str]:
        """The actors whose name or other names have every word of a query, those with most claims first."""
        found = set(self._having("_actor_index", query, self.actors.index))
        return [actor for actor in self.ranked if actor in found] if found else []

    def _having(self, name: str, query: str, ids: pd.Index) -> list[str]:
        asked = words(query)
        if not asked:
            return []
        index = self._prepared(name)
        return list(ids[np.all([index.having(word) for word in asked], axis=0)])

    def text(self, doc_id: str) -> str:
        """The text of a document."""
        return self._texts(doc_id)

    def _text(self, doc_id: str) -> str:
        return str(self.tables.of("texts", [doc_id], ["text"])["text"][0])

    @cached_property
    def lengths(self) -> "pd.Series[int]":
        """How many characters of all texts are in segments of each kind."""
        lengths: defaultdict[str, int] = defaultdict(int)
        for part in self.tables.parts("segments", ("start", "end", "kind")):
            frame = part.to_pandas()
            for kind, n in (frame["end"] - frame["start"]).groupby(frame["kind"]).sum().items():
                lengths[str(kind)] += int(n)
        return pd.Series(lengths, dtype="int64")

    @cached_property
    def _wordings(self) -> pd.DataFrame:
        named = self.tables.read("mentions", ("actor_id", "text")).group_by(["actor_id", "text"])
        counted: pd.DataFrame = named.aggregate([([], "count_all")]).to_pandas()
        return counted.sort_values(["actor_id", "count_all", "text"], ascending=[True, False, True])

    def wordings(self, actor_id: str) -> list[tuple[str, int]]:
        """How the texts call an actor, with the number of times, most often first."""
        counted = self._wordings
        first, last = (counted["actor_id"].searchsorted(actor_id, side) for side in ("left", "right"))
        mine = counted.iloc[first:last]
        return list(zip(mine["text"].tolist(), mine["count_all"].tolist(), strict=True))

    def claims_of(self, event_id: str) -> pd.DataFrame:
        """The claims of one event, by document and place in it."""
        return self.claims.iloc[self._claims_of[event_id]]

    def claims_in(self, doc_id: str) -> pd.DataFrame:
        """The claims of one document, in reading order."""
        return self.claims.iloc[self._claims_in[doc_id]].sort_values("start")

    def parts_of(self, event_id: str) -> pd.DataFrame:
        """The actors of one event with their roles."""
        return self.parts.iloc[self._parts_of[event_id]]

    def actors_of(self, event_id: str) -> list[str]:
        """The actors of one event; who has several roles in it comes as often."""
        return [self._part_actors[at] for at in self._parts_of[event_id]]

    def events_with(self, *actors: str) -> pd.Index:
        """The ids of the events in which every one of these actors has a part."""
        found = [set(self.parts.loc[self.parts["actor_id"] == actor, "event_id"]) for actor in actors]
        return self.events.index[self.events.index.isin(set.intersection(*found))]

    def documents_of(self, event_id: str) -> list[str]:
        """The documents that report an event, in the order of the documents table."""
        rows, documents = self._reported
        return self.in_order({documents[at] for at in rows[event_id]})

    def in_order(self, documents: Iterable[str]) -> list[str]:
        """Documents in the order of the documents table."""
        return sorted(documents, key=self._doc_order.__getitem__)

    def source(self, doc_id: str) -> str:
        """The document that counts as the source of a document's words: its original, or itself where it is no copy."""
        return self.originals.get(doc_id, doc_id)

    def name(self, actor_id: str) -> str:
        """The actor's name; the id itself where the actor has no row."""
        return str(self._names.get(actor_id, actor_id))

    def kind(self, actor_id: str) -> ActorKind:
        """The actor's kind; `place`, the least telling, where the actor has no row."""
        return self._kinds.get(actor_id, "place")

    def title(self, doc_id: str) -> str:
        """The document's title."""
        return str(self._titles[doc_id])

    @cached_property
    def titles(self) -> dict[str, str]:
        """What tells documents apart in a list: the title, with the id where several have the same."""
        return _distinct(self.documents["title"])

    @cached_property
    def names(self) -> dict[str, str]:
        """What tells actors apart in a list: the name, with the id where several have the same."""
        return _distinct(self.actors["name"])


def _span(placed: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day of events that have a place in time."""
    return None if placed.empty else (placed["placed_start"].min().date(), placed["placed_end"].max().date())


def _dense(placed: pd.DataFrame) -> tuple[date, date] | None:
    """The shortest window that holds nine tenths of the events; None where that is most of their span."""
    if placed.empty:
        return None
    begin, end = _densest(placed, 0.9)
    length = placed["placed_end"].max() - placed["placed_start"].min()
    return (begin, end) if (end - begin) < length.to_pytimedelta() * 2 / 3 else None


def _densest(placed: pd.DataFrame, share: float) -> tuple[date, date]:
    """The shortest window that holds this share of the events whole, ordered by their begin."""
    ordered = placed.sort_values("placed_start")
    size = max(1, math.ceil(share * len(ordered)))
    starts = ordered["placed_start"].to_numpy()[: len(ordered) - size + 1]
    days = ordered["placed_end"].astype("int64").rolling(size).max().to_numpy()[size - 1 :].astype("datetime64[s]")
    best = int((days - starts).argmin())
    return pd.Timestamp(starts[best]).date(), pd.Timestamp(days[best]).date()


class _Rows:
    """The rows of a column, as their places, by its values."""

    def __init__(self, column: "pd.Series[str]") -> None:
        codes, values = pd.factorize(column)
        self._rows = np.argsort(codes, kind="stable")
        self._begins = np.searchsorted(codes[self._rows], np.arange(len(values) + 1))
        self._places = {value: place for place, value in enumerate(values.tolist())}

    def __getitem__(self, value: str) -> np.ndarray:
        place = self._places.get(value)
        return self._rows[:0] if place is None else self._rows[self._begins[place] : self._begins[place + 1]]


_OF_CLAIMS = (
    *("claim_id", "event_id", "doc_id", "start", "end", "quote", "type", "status"),
    *("date_start", "date_end", "date_precision", "date_basis", "date_source", "attributed_to"),
)
"""The columns of claims that pages show."""


def _frame(tables: OpenSet, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """A table, or some of its columns, with days as datetime64[s] and texts as objects.

    To take a few rows of pandas' own text columns costs milliseconds, of objects microseconds.
    """
    table = tables.read(name, columns)
    frame: pd.DataFrame = table.to_pandas(date_as_object=False)
    kinds = {pa.date32(): "datetime64[s]", pa.string(): "object"}
    return frame.astype({column.name: kinds[column.type] for column in table.schema if column.type in kinds})


def _bounds_apart(frame: pd.DataFrame) -> pd.DataFrame:
    """A table with the days of rows that have no date, but bounds, moved from the columns of dates into others."""
    dated = frame["date_precision"].notna()
    columns = {"date_start": "bound_start", "date_end": "bound_end"}
    return frame.assign(
        **{bound: frame[day].where(~dated) for day, bound in columns.items()},
        **{day: frame[day].where(dated) for day in columns},
    )


def _placed(events: pd.DataFrame) -> pd.DataFrame:
    """Events with the days where they stand: their date's, else their bounds', a single bound's for an open side."""
    start, end = events["bound_start"], events["bound_end"]
    return events.assign(
        placed_start=events["date_start"].fillna(start.fillna(end)),
        placed_end=events["date_end"].fillna(end.fillna(start)),
    )


def _distinct(names: "pd.Series[str]") -> dict[str, str]:
    """The names by their ids; where several have the same, each with its id."""
    several = names.duplicated(keep=False)
    return {
        str(id_): f"{name} ({id_})" if same else str(name)
        for id_, name, same in zip(names.index, names, several, strict=True)
    }
