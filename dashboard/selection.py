"""From tables to what a selection shows: pure functions on frames, no Streamlit.

A `Corpus` is a set of tables prepared once for asking; `Filters` say what is asked for; `select` answers.
Days are closed intervals; frames keep them as `datetime64[s]`, missing ones as NaT.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from core.model import ActorKind
from core.tables import Tables
from dashboard.search import Index, words


@dataclass(frozen=True)
class Filters:
    """What is asked for; an empty field asks for everything. `confidence` is a percentage."""

    first: date | None = None
    last: date | None = None
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search: str = ""
    confidence: int = 0


@dataclass(frozen=True)
class Shown:
    """The events that pass the filters: those with a date inside the window, and those without any date.

    A narrowed window cannot tell about an undated event, so `undated` does not depend on it; `events`, which charts
    and counts build on, leaves the undated ones out only where the window is narrowed.
    """

    dated: pd.DataFrame
    undated: pd.DataFrame
    narrowed: bool

    @cached_property
    def events(self) -> pd.DataFrame:
        """All events that count under this selection, by date, the undated last."""
        return self.dated if self.narrowed else pd.concat([self.dated, self.undated])


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

    def __init__(self, tables: Tables) -> None:
        """Prepare the tables; what is costly and not needed at once is left until it is asked for."""
        self.tables = tables
        self.documents = _dated(tables.documents, "published_start", "published_end").set_index("doc_id")
        self.actors = _dated(tables.actors, "first_date", "last_date").set_index("actor_id")
        events = _dated(tables.events, "date_start", "date_end").set_index("event_id")
        self.events = events.sort_values(["date_start", "date_end"], kind="stable")
        self.claims = _dated(tables.claims, "date_start", "date_end").sort_values(
            ["event_id", "doc_id", "start"], ignore_index=True
        )
        self.texts: dict[str, str] = dict(zip(tables.texts["doc_id"], tables.texts["text"], strict=True))
        self.parts = tables.participants[["event_id", "actor_id", "role"]].drop_duplicates(ignore_index=True)
        self._names = dict(zip(self.actors.index, self.actors["name"], strict=True))
        self._kinds: dict[str, ActorKind] = dict(zip(self.actors.index, self.actors["kind"], strict=True))
        self._titles = dict(zip(self.documents.index, self.documents["title"], strict=True))
        self._doc_order = {doc: at for at, doc in enumerate(self.documents.index)}
        self.originals: dict[str, str] = dict(zip(tables.copies["doc_id"], tables.copies["original"], strict=True))
        self._claim_docs = self.claims["doc_id"].tolist()
        self._claims_of = self.claims.groupby("event_id").indices
        self._parts_of = self.parts.groupby("event_id").indices
        self._claims_in = self.claims.groupby("doc_id").indices

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last possible day of any event; None where no event has a date."""
        starts, ends = self.events["date_start"].dropna(), self.events["date_end"].dropna()
        return None if starts.empty else (starts.min().date(), ends.max().date())

    @cached_property
    def dense(self) -> tuple[date, date] | None:
        """The shortest window that holds nine tenths of the dated events; None where that is most of the span."""
        if self.span is None:
            return None
        first, last = self.span
        begin, end = _densest(self.events, 0.9)
        return (begin, end) if (end - begin) < (last - first) * 2 / 3 else None

    @cached_property
    def ranked(self) -> list[str]:
        """The actors, those with most claims first."""
        return list(self.actors.sort_values("n_claims", ascending=False, kind="stable").index)

    @cached_property
    def types(self) -> list[str]:
        """The event types that occur."""
        return sorted(self.events["type"].unique())

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
        counts = self.claims.groupby("doc_id")["event_id"].nunique()
        return {doc: int(counts.get(doc, 0)) for doc in self.documents.index}

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
    def first_quotes(self) -> "pd.Series[str]":
        """The quote of each event's first claim, by the event's id."""
        return self.claims.drop_duplicates("event_id").set_index("event_id")["quote"]

    @cached_property
    def meetings(self) -> Meetings:
        """Every two actors of one event. Who only speaks about the event is left out."""
        acting = self.parts.loc[self.parts["role"] != "speaker", ["event_id", "actor_id"]].drop_duplicates()
        both = acting.merge(acting, on="event_id", suffixes=("_a", "_b"))
        both = both[both["actor_id_a"] < both["actor_id_b"]].sort_values(["actor_id_a", "actor_id_b"])
        ends = both[["actor_id_a", "actor_id_b"]].set_axis(["a", "b"], axis=1)
        ends.index = pd.Index([relation_id(a, b) for a, b in zip(ends["a"], ends["b"], strict=True)], dtype=object)
        pair, _ids = ends.index.factorize()
        events = self.events.index.get_indexer(pd.Index(both["event_id"]))
        return Meetings(events, pair, ends[~ends.index.duplicated()])

    @cached_property
    def index(self) -> Index:
        """Finds events, by their place, by the words of title, place and quotes."""
        told = self.events.index.get_indexer(pd.Index(self.claims["event_id"]))
        texts = (
            enumerate(self.events["title"].tolist()),
            enumerate(self.events["place"].fillna("").tolist()),
            zip(told.tolist(), self.claims["quote"].tolist(), strict=True),
        )
        return Index(len(self.events), chain(*texts))

    @cached_property
    def actor_index(self) -> Index:
        """Finds actors by the words of their names."""
        texts = (self.actors["name"].tolist(), map(" ".join, self.actors["aliases"]))
        return Index(len(self.actors), chain(*map(enumerate, texts)))

    @cached_property
    def text_index(self) -> Index:
        """Finds documents by the words of their whole text."""
        return Index(len(self.documents), enumerate(self.texts.get(doc, "") for doc in self.documents.index))

    def prepare_search(self) -> None:
        """Read what a first search would otherwise have to wait for: the dictionary of lemmas and all the words."""
        for index in (self.index, self.actor_index, self.text_index):
            index.having("")

    def told_with(self, word: str) -> np.ndarray:
        """Whether each event, by place, has the word in its title, place or quotes, or in a name of an actor of it."""
        found = self.index.having(word)
        named = self.actors.index[self.actor_index.having(word)]
        found[self._part_events[self.parts["actor_id"].isin(named)]] = True
        return found

    def documents_with(self, query: str) -> list[str]:
        """The documents whose text has every word of a query, wherever in it; none for a query without words."""
        asked = words(query)
        if not asked:
            return []
        return list(self.documents.index[np.all([self.text_index.having(word) for word in asked], axis=0)])

    def claims_of(self, event_id: str) -> pd.DataFrame:
        """The claims of one event, by document and place in it."""
        return self.claims.iloc[self._claims_of.get(event_id, [])]

    def claims_in(self, doc_id: str) -> pd.DataFrame:
        """The claims of one document, in reading order."""
        return self.claims.iloc[self._claims_in.get(doc_id, [])].sort_values("start")

    def parts_of(self, event_id: str) -> pd.DataFrame:
        """The actors of one event with their roles."""
        return self.parts.iloc[self._parts_of.get(event_id, [])]

    def events_with(self, *actors: str) -> pd.Index:
        """The ids of the events in which every one of these actors has a part."""
        found = [set(self.parts.loc[self.parts["actor_id"] == actor, "event_id"]) for actor in actors]
        return self.events.index[self.events.index.isin(set.intersection(*found))]

    def documents_of(self, event_id: str) -> list[str]:
        """The documents that report an event, in the order of the documents table."""
        inside = {self._claim_docs[at] for at in self._claims_of.get(event_id, ())}
        return sorted(inside, key=self._doc_order.__getitem__)

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


def select(corpus: Corpus, filters: Filters) -> Shown:
    """The events of the corpus that pass the filters.

    Actors, types, statuses and sources each pass an event that has any of the named ones; a search passes an event
    that has every word, in any order, as a word's beginning or as its lemma. A window passes an event whose interval
    of possible days touches it.
    """
    events = corpus.events
    keep = pd.Series(True, index=events.index)
    if filters.types:
        keep &= events["type"].isin(filters.types)
    if filters.statuses:
        keep &= events["status"].isin(filters.statuses)
    if filters.actors:
        keep &= events.index.isin(corpus.parts.loc[corpus.parts["actor_id"].isin(filters.actors), "event_id"])
    if filters.sources:
        keep &= events.index.isin(corpus.claims.loc[corpus.claims["doc_id"].isin(filters.sources), "event_id"])
    if filters.confidence:
        keep &= events["confidence"] >= filters.confidence / 100
    for word in words(filters.search):
        keep &= corpus.told_with(word)
    dated = keep & events["date_start"].notna()
    if filters.first is not None:
        dated &= ~(events["date_end"] < pd.Timestamp(filters.first))
    if filters.last is not None:
        dated &= ~(events["date_start"] > pd.Timestamp(filters.last))
    narrowed = filters.first is not None or filters.last is not None
    return Shown(events[dated], events[keep & events["date_start"].isna()], narrowed)


def presets(corpus: Corpus) -> dict[str, tuple[date, date]]:
    """Windows to choose from, by name: all of the corpus, where most of its events are, its last years, year, half.

    "most" is there where nine tenths of the events lie in less than two thirds of the span; the others where the
    corpus reaches further back than they do.
    """
    if corpus.span is None:
        return {}
    first, last = corpus.span
    found = {"all": (first, last)}
    if corpus.dense is not None:
        found["most"] = corpus.dense
    for name, days in _PRESET_DAYS.items():
        begin = last - timedelta(days=days - 1)
        if begin > first:
            found[name] = (begin, last)
    return found


_PRESET_DAYS = {"five": 5 * 365 + 2, "year": 366, "half": 183}


def _densest(events: pd.DataFrame, share: float) -> tuple[date, date]:
    """The shortest window that holds this share of the dated events whole, ordered by their begin."""
    dated = events.dropna(subset=["date_start"]).sort_values("date_start")
    size = max(1, math.ceil(share * len(dated)))
    starts = dated["date_start"].to_numpy()[: len(dated) - size + 1]
    days = dated["date_end"].astype("int64").rolling(size).max().to_numpy()[size - 1 :].astype("datetime64[s]")
    best = int((days - starts).argmin())
    return pd.Timestamp(starts[best]).date(), pd.Timestamp(days[best]).date()


def _dated(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """A copy with the named date columns as datetime64[s]."""
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[s]") for name in columns})


def records(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples, `Index` first; their fields have the types of the table's schema."""
    return iter(frame.itertuples())


def relation_id(a: str, b: str) -> str:
    """The id of the relation of two actors, the same whichever comes first."""
    return "~".join(sorted((a, b)))


def relation_ends(relation: str) -> tuple[str, str]:
    """The two actors of a relation id."""
    a, b = relation.split("~")
    return a, b
