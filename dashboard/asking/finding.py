"""Which events, actors and documents of a corpus have the words that are searched for."""

from functools import cached_property
from itertools import chain
from threading import Lock

import numpy as np
import pandas as pd

from core.openset import OpenSet
from dashboard.asking.claims import Claims
from dashboard.asking.parts import Parts
from dashboard.asking.search import Index, words
from dashboard.words.vocabulary import type_words


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

    def _prepared(self, name: str) -> Index:
        """One of the indexes; where it is being made, this waits for it."""
        with self._preparing:
            index: Index = getattr(self, name)
            return index

    @cached_property
    def _said(self) -> Index:
        """Finds events, by their place, by the words of title, type in any language, place and quotes."""
        codes, kinds = pd.factorize(self._events["type"])
        labels = [" ".join(type_words(kind)) for kind in kinds]
        texts = (
            enumerate(map(labels.__getitem__, codes.tolist())),
            enumerate(self._events["title"].tolist()),
            enumerate(self._events["place"].fillna("").tolist()),
            enumerate(self._events["place_en"].fillna("").tolist()),
            zip(self._claims.event_places.tolist(), self._claims.rows["quote"].tolist(), strict=True),
        )
        return Index(len(self._events), chain(*texts))

    @cached_property
    def _names(self) -> Index:
        """Finds actors by the words of their names, in any language."""
        english = self._actors["name_en"].fillna("").tolist()
        texts = (self._actors["name"].tolist(), english, map(" ".join, self._actors["aliases"]))
        return Index(len(self._actors), chain(*map(enumerate, texts)))

    @cached_property
    def _titles(self) -> Index:
        """Finds documents by the words of their titles."""
        return Index(len(self._documents), enumerate(self._documents["title"]))

    @cached_property
    def _texts(self) -> Index:
        """Finds documents by the words of their whole text."""
        order = {doc: at for at, doc in enumerate(self._documents.index)}
        texts = (
            (order[doc], text)
            for part in self._tables.parts("texts")
            for doc, text in zip(part["doc_id"].to_pylist(), part["text"].to_pylist(), strict=True)
        )
        return Index(len(self._documents), texts)
