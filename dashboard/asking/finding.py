"""Which events, actors and documents of a corpus have the words that are searched for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import NamedTuple, Protocol

import numpy as np
import pandas as pd

from core.openset import OpenSet
from core.search import kept
from core.search.index import FIELDS, Field, Index, Row, lines_of
from core.search.query import Leaf, Query, Term, answer, is_in, leaves, parse, single, with_terms
from core.search.slips import Spelling
from core.search.words import words
from dashboard.asking.claims import Claims
from dashboard.asking.parts import Parts
from dashboard.words.vocabulary import type_words


class Asked(Protocol):
    """An index, or what answers like one."""

    def rows(self, field: Field, leaf: Leaf) -> np.ndarray:
        """The numbers of the rows that have what is asked for."""


_LINES = 20
"""So many lines of a document are told of."""


class FoundLines(NamedTuple):
    """A document in which something stands, and the first lines of it in which most of that does, counted from 0."""

    doc_id: str
    lines: tuple[int, ...]


class Finder:
    """Finds what has words. The index is opened, or made, when it is first asked, once for all who ask meanwhile."""

    def __init__(
        self,
        tables: OpenSet,
        documents: pd.DataFrame,
        actors: pd.DataFrame,
        events: pd.DataFrame,
        claims: Claims,
        parts: Parts,
    ) -> None:
        self._tables = tables
        self._documents = documents
        self._actors = actors
        self._events = events
        self._claims = claims
        self._parts = parts
        self._preparing = Lock()

    def prepare(self) -> None:
        """Do what a first search would otherwise have to wait for: open the index, read the dictionary of lemmas."""
        self.told(Term("Wort"))

    def asked(self, text: str) -> Query | None:
        """What a text asks for; a word that is found nowhere stands for those that begin with it."""
        query = parse(text)
        if query is None:
            return None
        return with_terms(query, lambda term: term if self._anywhere(term) else replace(term, begins=True))

    def told(self, query: Query) -> np.ndarray:
        """Whether each event, by place, has what is asked for: in title, kind, place, quotes, or an actor's names."""
        return answer(query, self._told)

    def _told(self, leaf: Leaf) -> np.ndarray:
        told = self._having("events", leaf)
        named = self._having("actors", leaf)
        told[self._parts.event_positions[named[self._acting] & (self._acting >= 0)]] = True
        codes, kinds = self._kinds
        return told | np.array([is_in(said, leaf) for said in kinds], dtype=bool)[codes] if kinds else told

    @cached_property
    def _acting(self) -> np.ndarray:
        """The place of the actor of each part that actors have in events; -1 where it has none."""
        return self._actors.index.get_indexer(pd.Index(self._parts.rows["actor_id"]))

    @cached_property
    def _kinds(self) -> tuple[np.ndarray, list[list[str]]]:
        """Each event's type, as its place in a list of the words that types are called, in each language."""
        codes, kinds = pd.factorize(self._events["type"])
        return codes, [words(" ".join(type_words(kind))) for kind in kinds]

    def found_lines(self, query: Query | None) -> list[FoundLines]:
        """The documents whose text has what is asked for; those first in which a single line has all of it.

        None for a question that asks for nothing to be there: every text would be one that has not.
        """
        asked = list(dict.fromkeys(leaves(query)))
        if query is None or not asked:
            return []
        found = {leaf: self._index.rows("lines", leaf) for leaf in asked}

        def in_document(leaf: Leaf) -> np.ndarray:
            having = np.zeros(len(self._documents), dtype=bool)
            having[lines_of(found[leaf] if leaf in found else self._index.rows("lines", leaf)).documents] = True
            return having

        every, of_each = np.unique(np.concatenate(list(found.values())), return_counts=True)
        documents_of, numbers = lines_of(every)  # in order
        documents, begins, counts = np.unique(documents_of, return_index=True, return_counts=True)
        most = np.maximum.reduceat(of_each, begins) if len(begins) else of_each
        best = of_each == np.repeat(most, counts)
        ends = np.cumsum(np.add.reduceat(best, begins)) if len(begins) else counts
        lines = np.split(numbers[best], ends[:-1])
        here = np.flatnonzero(answer(query, in_document)[documents])
        here = here[np.argsort(-most[here], kind="stable")]
        ids = self._documents.index[documents[here]].tolist()
        return [FoundLines(doc_id, tuple(lines[at][:_LINES].tolist())) for doc_id, at in zip(ids, here, strict=True)]

    def documents_titled(self, text: str) -> list[str]:
        """The documents whose title has what is asked for, in the order of the documents table."""
        return self._those("titles", text, self._documents.index)

    def actors_named(self, text: str) -> list[str]:
        """The actors whose name or other names have what is asked for, in the order of the actors table."""
        return self._those("actors", text, self._actors.index)

    def near(self, query: Query | None) -> dict[str, Sequence[str]]:
        """The words that are asked for and found nowhere, each with words that it may be a slip for."""
        found_nowhere = (word for word in single(query) if not self._anywhere(Term(word, begins=True)))
        return {word: self._spelling.near(word) for word in found_nowhere}

    def _anywhere(self, leaf: Leaf) -> bool:
        return (
            any(self._index.has(field, leaf) for field in FIELDS)
            or bool(self._told(leaf).any())  # by what people have said, or by the name of a type
            or bool(self._having("titles", leaf).any())
        )

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self._index.vocabulary())

    def _those(self, field: Field, text: str, ids: pd.Index) -> list[str]:
        query = self.asked(text)
        return [] if query is None else list(ids[answer(query, lambda leaf: self._having(field, leaf))])

    def _having(self, field: Field, leaf: Leaf) -> np.ndarray:
        """Whether each event, actor or document has what is asked for, by place."""
        rows = self._answering.rows(field, leaf)
        of = {"events": self._events, "actors": self._actors}.get(field, self._documents)
        having = np.zeros(len(of), dtype=bool)
        having[self._order[rows] if field == "events" else rows] = True
        return having

    @property
    def _answering(self) -> Asked:
        """What answers for the rows as they are now."""
        return self._index

    @property
    def _index(self) -> Index:
        """The index of the tables; where it is being made, this waits for it."""
        with self._preparing:
            return self._opened

    @cached_property
    def _opened(self) -> Index:
        return kept.opened(self._tables)

    @cached_property
    def _order(self) -> np.ndarray:
        """The place of each row of the events table among the events, which stand by date."""
        return self._events.index.get_indexer(
            pd.Index(self._tables.read("events", ("event_id",))["event_id"].to_pandas())
        )


class CorrectedFinder(Finder):
    """Finds what has words where some things have others by now; what has not changed is not read again.

    Args:
        before: finds by the words that there were.
        documents, actors, events, parts: as they are now, each row in the place that it had.
    """

    def __init__(
        self, before: Finder, documents: pd.DataFrame, actors: pd.DataFrame, events: pd.DataFrame, parts: Parts
    ) -> None:
        super().__init__(before._tables, documents, actors, events, before._claims, parts)
        self._before = before

    @property
    def _index(self) -> Index:
        return self._before._index

    @cached_property
    def _spelling(self) -> Spelling:
        return self._before._spelling

    @cached_property
    def _answering(self) -> Asked:
        events = _changed(self._before._events, self._events, "title", "title_en", "place", "place_en")
        actors = _changed(self._before._actors, self._actors, "name", "name_en")
        titles = _changed(self._before._documents, self._documents, "title")
        rows = np.argsort(self._order)[events]
        own = Index.of(
            events=zip(rows.tolist(), map(self._said, self._events.index[events]), strict=True),
            actors=_rows(actors, self._actors, "name", "name_en", "aliases"),
            titles=_rows(titles, self._documents, "title"),
        )
        return _Mended(self._before._answering, {"events": rows, "actors": actors, "titles": titles}, own)

    def _said(self, event_id: str) -> Sequence[str]:
        """The texts that an event is found by, as it is now."""
        ((_, texts),) = _rows(
            self._events.index.get_indexer(pd.Index([event_id])), self._events, "title", "title_en", "place", "place_en"
        )
        return [*texts, *self._claims.of(event_id)["quote"]]


class _Mended:
    """An index in which some rows have the words of another one."""

    def __init__(self, index: Asked, changed: Mapping[Field, np.ndarray], own: Index) -> None:
        self._index, self._changed, self._own = index, changed, own

    def rows(self, field: Field, leaf: Leaf) -> np.ndarray:
        """The numbers of the rows that have what is asked for."""
        rows = self._index.rows(field, leaf)
        changed = self._changed.get(field, ())
        return np.union1d(np.setdiff1d(rows, changed), self._own.rows(field, leaf)) if len(changed) else rows


def _changed(before: pd.DataFrame, now: pd.DataFrame, *columns: str) -> np.ndarray:
    """The places of the rows that differ in some columns."""
    pairs = ((before[column].fillna("").to_numpy(), now[column].fillna("").to_numpy()) for column in columns)
    return np.flatnonzero(np.any([one != other for one, other in pairs], axis=0))


def _rows(positions: np.ndarray, frame: pd.DataFrame, *columns: str) -> Iterator[Row]:
    """Rows of a frame, by their positions, with the texts that stand in some columns; lists of texts are opened."""
    for place, values in zip(positions.tolist(), frame[list(columns)].iloc[positions].to_numpy().tolist(), strict=True):
        yield place, [text for value in values for text in _texts(value)]


def _texts(value: object) -> Sequence[str]:
    """What stands in a cell of a frame: a text, a list of texts, or nothing."""
    match value:
        case str():
            return (value,)
        case list() | np.ndarray():
            return list(value)
        case _:
            return ()
