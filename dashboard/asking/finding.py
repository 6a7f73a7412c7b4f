"""Which events, actors and documents of a corpus have the words that are searched for."""

from functools import cached_property
from itertools import chain
from threading import Lock
from typing import Protocol

import numpy as np
import pandas as pd

from core.openset import OpenSet
from dashboard.asking.claims import Claims
from dashboard.asking.parts import Parts
from dashboard.asking.search import Index, words
from dashboard.words.vocabulary import type_words


class Asked(Protocol):
    """An index, or what answers like one."""

    def having(self, word: str) -> np.ndarray:
        """Whether each thing has a word."""


class Finder:
    """Finds what has words. Each of its indexes is made when it is first asked, once for all who ask meanwhile."""

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
        """Read what a first search would otherwise have to wait for: the dictionary of lemmas and all the words."""
        for name in ("_said", "_names", "_titles", "_texts"):
            self._prepared(name)

    def told_with(self, word: str) -> np.ndarray:
        """Whether each event, by place, has the word in its title, place or quotes, or in a name of an actor of it."""
        told = self._prepared("_said").having(word)
        named = self._actors.index[self._prepared("_names").having(word)]
        told[self._parts.event_places[self._parts.rows["actor_id"].isin(named)]] = True
        return told

    def documents_with(self, query: str) -> list[str]:
        """The documents whose text has every word of a query, wherever in it; none for a query without words."""
        return self._having("_texts", query, self._documents.index)

    def documents_titled(self, query: str) -> list[str]:
        """The documents whose title has every word of a query, in the order of the documents table."""
        return self._having("_titles", query, self._documents.index)

    def actors_named(self, query: str) -> list[str]:
        """The actors whose name or other names have every word of a query, in the order of the actors table."""
        return self._having("_names", query, self._actors.index)

    def _having(self, name: str, query: str, ids: pd.Index) -> list[str]:
        asked = words(query)
        if not asked:
            return []
        index = self._prepared(name)
        return list(ids[np.all([index.having(word) for word in asked], axis=0)])

    def _prepared(self, name: str) -> Asked:
        """One of the indexes; where it is being made, this waits for it."""
        with self._preparing:
            index: Asked = getattr(self, name)
            return index

    @cached_property
    def _said(self) -> Asked:
        return self._index_of_events(np.arange(len(self._events)))

    @cached_property
    def _names(self) -> Asked:
        return self._index_of_names(np.arange(len(self._actors)))

    @cached_property
    def _titles(self) -> Asked:
        return self._index_of_titles(np.arange(len(self._documents)))

    def _index_of_events(self, places: np.ndarray) -> Index:
        """Finds events at some places by the words of title, type in any language, place and quotes."""
        events = self._events.iloc[places]
        codes, kinds = pd.factorize(events["type"])
        labels = [" ".join(type_words(kind)) for kind in kinds]
        order = np.full(len(self._events), -1)
        order[places] = np.arange(len(places))
        told = order[self._claims.event_places]
        texts = (
            enumerate(map(labels.__getitem__, codes.tolist())),
            enumerate(events["title"].tolist()),
            enumerate(events["place"].fillna("").tolist()),
            enumerate(events["place_en"].fillna("").tolist()),
            zip(told[told >= 0].tolist(), self._claims.rows["quote"][told >= 0].tolist(), strict=True),
        )
        return Index(len(places), chain(*texts))

    def _index_of_names(self, places: np.ndarray) -> Index:
        """Finds actors at some places by the words of their names, in any language."""
        actors = self._actors.iloc[places]
        texts = (actors["name"].tolist(), actors["name_en"].fillna("").tolist(), map(" ".join, actors["aliases"]))
        return Index(len(places), chain(*map(enumerate, texts)))

    def _index_of_titles(self, places: np.ndarray) -> Index:
        """Finds documents at some places by the words of their titles."""
        return Index(len(places), enumerate(self._documents["title"].iloc[places]))

    @cached_property
    def _texts(self) -> Asked:
        """Finds documents by the words of their whole text."""
        order = {doc: at for at, doc in enumerate(self._documents.index)}
        texts = (
            (order[doc], text)
            for part in self._tables.parts("texts")
            for doc, text in zip(part["doc_id"].to_pylist(), part["text"].to_pylist(), strict=True)
        )
        return Index(len(self._documents), texts)


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

    @cached_property
    def _said(self) -> Asked:
        places = _changed(self._before._events, self._events, "title", "type", "place", "place_en")
        return _Mended(self._before._prepared("_said"), places, self._index_of_events(places))

    @cached_property
    def _names(self) -> Asked:
        places = _changed(self._before._actors, self._actors, "name", "name_en")
        return _Mended(self._before._prepared("_names"), places, self._index_of_names(places))

    @cached_property
    def _titles(self) -> Asked:
        places = _changed(self._before._documents, self._documents, "title")
        return _Mended(self._before._prepared("_titles"), places, self._index_of_titles(places))

    @cached_property
    def _texts(self) -> Asked:
        return self._before._prepared("_texts")


class _Mended:
    """An index in which the things at some places have the words of another one."""

    def __init__(self, index: Asked, places: np.ndarray, own: Index) -> None:
        self._index, self._places, self._own = index, places, own

    def having(self, word: str) -> np.ndarray:
        """Whether each thing has a word."""
        mask = self._index.having(word).copy()
        mask[self._places] = self._own.having(word)
        return mask


def _changed(before: pd.DataFrame, now: pd.DataFrame, *columns: str) -> np.ndarray:
    """The places of the rows that differ in some columns."""
    pairs = ((before[column].fillna("").to_numpy(), now[column].fillna("").to_numpy()) for column in columns)
    return np.flatnonzero(np.any([one != other for one, other in pairs], axis=0))
