"""Where the app touches files: it finds the tables, keeps each session on one set of them, and what is read of it."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
import streamlit as st

from core import store
from core.openset import OpenSet
from core.store import StoreError
from core.tables import TableError
from dashboard.asking import reader
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import catalogue
from dashboard.asking.relations import between
from dashboard.asking.selection import Filters, Shown, select
from dashboard.charts import marks
from dashboard.state import Known, current
from dashboard.words.i18n import language

if TYPE_CHECKING:
    from dashboard.charts import network

_ROOT = Path(__file__).resolve().parent.parent


def corpus_place() -> str:
    """Where the texts are, a folder or a URL: `LAGEBILD_CORPUS`, else `seeds` beside the packages."""
    return os.environ.get("LAGEBILD_CORPUS") or str(_ROOT / "seeds")


def corpus_folder() -> Path:
    """The folder of texts; see `corpus_place`."""
    return Path(corpus_place())


def tables_folder() -> Path:
    """The folder of tables: `LAGEBILD_TABLES`, else `.lagebild` in the working folder."""
    return Path(os.environ.get("LAGEBILD_TABLES") or ".lagebild")


class Set(NamedTuple):
    """A set of tables: the folder of its files, and when they were put in place (nanoseconds)."""

    folder: Path
    stamp: int


def latest() -> Set | None:
    """The set that is in place now; None where there are no tables yet.

    Raises:
        StoreError: the manifest is damaged.
    """
    folder = store.located(tables_folder())
    if folder is None:
        return None
    documents = folder / "documents.parquet"
    return Set(folder, documents.stat().st_mtime_ns if documents.is_file() else 0)


_SET, _WANTED = "tables", "new_tables_wanted"


def pin() -> bool:
    """Keep the session on the set of tables that it began with, whatever is built meanwhile.

    It comes to the latest set when it asked for that (see `go_on`), or where its own is neither in memory nor on disk
    any more, which takes several builds. Called at the begin of a run: all that is shown in the run is of one set.

    Returns:
        Whether the session has come from one set to another.

    Raises:
        StoreError: there are no tables, or their manifest is damaged.
        TableError: a table is damaged.
    """
    before: Set | None = st.session_state.get(_SET)
    if before is not None and not st.session_state.pop(_WANTED, False):
        try:
            _opened(before)
        except TableError:
            pass
        else:
            return False
    while True:
        found = latest()
        if found is None:
            raise StoreError(f"{tables_folder()}: no tables there; run `lagebild build`")
        try:
            _opened(found)
        except TableError:
            if latest() == found:
                raise
        else:
            break  # else newer sets have been put in place meanwhile, and this one was removed
    st.session_state[_SET] = found
    return before not in (None, found)


def newer() -> bool:
    """Whether a newer set of tables is in place than the one that the session shows."""
    try:
        found = latest()
    except StoreError:  # whoever builds is told; here the old set goes on
        return False
    return found not in (None, _set())


def go_on() -> None:
    """Have the next run show the latest set."""
    st.session_state[_WANTED] = True


def _set() -> Set:
    found: Set = st.session_state[_SET]
    return found


class _Opening:
    """A set of tables that is opened by whoever asks first, while all others wait."""

    def __init__(self, tables: Set) -> None:
        self._tables = tables
        self._lock = Lock()
        self._placing = Lock()
        self._found: tuple[Corpus, Known] | None = None
        self._places: network.Layout | None = None

    def get(self) -> tuple[Corpus, Known]:
        """The tables, prepared once for all sessions."""
        with self._lock:
            if self._found is None:
                corpus = Corpus(OpenSet(self._tables.folder))
                self._found = corpus, Known.of(corpus)
            return self._found

    def places(self) -> "network.Layout":
        """The place of each actor in the network, which takes seconds to find for thousands of actors."""
        from dashboard.charts import network  # its libraries take half a second to import, and other pages do without

        with self._placing:
            if self._places is None:
                self._places = network.layout(self.get()[0])
            return self._places

    def prepare(self) -> None:
        """Do what a visitor would otherwise have to wait for."""
        corpus = self.get()[0]
        corpus.claims.prepare()
        self.places()
        corpus.finder.prepare()


# What follows is kept for all sessions, by plain caches: Streamlit's take a millisecond for each question.
_opening = lru_cache(maxsize=3)(_Opening)


def _opened(tables: Set) -> tuple[Corpus, Known]:
    return _opening(tables).get()


def warm_up() -> None:
    """Open the latest set before anybody asks for it; what is wrong with it, if anything, visitors are told."""
    with suppress(StoreError, TableError):
        if (found := latest()) is not None:
            _opened(found)


PAUSE = 3.0
"""So many seconds after the first page has run, its files have reached the browser."""


@lru_cache(maxsize=3)
def _preparing(tables: Set) -> Timer:
    timer = Timer(PAUSE, _opening(tables).prepare)
    timer.daemon = True
    timer.start()
    return timer


def prepare() -> None:
    """Have search and network be prepared in the background, once the first page is there: before, it would slow it."""
    _preparing(_set())


@lru_cache(maxsize=16)
def _selected(tables: Set, filters: Filters) -> Shown:
    return select(_opened(tables)[0], filters)


def ready() -> bool:
    """Whether there are tables to show; damaged ones count, so that what is wrong with them is told."""
    try:
        return latest() is not None
    except StoreError:
        return True


def corpus() -> Corpus:
    """The corpus on show."""
    return _opened(_set())[0]


def known() -> Known:
    """The ids that links to this corpus may name."""
    return _opened(_set())[1]


def shown(**changes: Any) -> Shown:
    """What the session's filters leave of the corpus, or would leave with some changes."""
    return _selected(_set(), replace(current().filters, **changes))


@lru_cache(maxsize=64)
def _counted(tables: Set, filters: Filters, span: tuple[date, date]) -> pd.DataFrame | None:
    placed = _selected(tables, filters).placed
    inside = placed[marks.within(placed, span)]
    return None if inside.empty else marks.overview(inside, span)


def over_time(span: tuple[date, date]) -> pd.DataFrame | None:
    """How many events fall into each period of these days if the window is not narrowed; see `marks.overview`."""
    return _counted(_set(), replace(current().filters, first=None, last=None), span)


def coverage() -> pd.DataFrame | None:
    """How many events of the whole corpus fall into each period of all time; see `marks.overview`."""
    span = corpus().days.span
    return None if span is None else _counted(_set(), Filters(), span)


@lru_cache(maxsize=16)
def _related(tables: Set, filters: Filters) -> pd.DataFrame:
    return between(_opened(tables)[0], _selected(tables, filters).events.index)


def relations(**changes: Any) -> pd.DataFrame:
    """The relations among the actors of what is shown, or would be with changed filters; see `relations.between`."""
    return _related(_set(), replace(current().filters, **changes))


class _Drawable:
    """Relations as a key of a cache: the same where the same would be drawn."""

    def __init__(self, relations: pd.DataFrame) -> None:
        self.relations = relations
        counts = (relations[name].tolist() for name in ("events", "sign", "cooperation", "conflict"))
        self._key = tuple(zip(relations.index, *counts, strict=True))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Drawable) and self._key == other._key


@lru_cache(maxsize=16)
def _drawn(tables: Set, shown: _Drawable, way: frozenset[str], lang: str) -> "network.Picture":  # noqa: ARG001 - labels
    from dashboard.charts import network

    return network.picture(network.draw(_opened(tables)[0], shown.relations, _opening(tables).places(), way))


def picture(relations: pd.DataFrame, way: Sequence[str] = ()) -> "network.Picture":
    """Relations as vis-network takes them, with those of a way set off; see `network.draw`."""
    from dashboard.charts import network

    return _drawn(_set(), _Drawable(relations.head(network.MAX_EDGES)), frozenset(way), language())


def extent(relations: pd.DataFrame) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of where the actors of relations stand in the network."""
    places = _opening(_set()).places().places
    spots = [places[actor] for actor in pd.unique(relations[["a", "b"]].to_numpy().ravel())]
    if not spots:
        return None
    across, down = zip(*spots, strict=True)
    return min(across), min(down), max(across), max(down)


@lru_cache(maxsize=32)
def _read(tables: Set, doc_id: str, query: str, lang: str) -> dict[str, Any]:  # noqa: ARG001 - labels are in it
    return reader.document(_opened(tables)[0], doc_id, query)


def document(doc_id: str) -> dict[str, Any]:
    """A document as the reader component takes it, with what is searched for marked; see `asking.reader.document`."""
    return _read(_set(), doc_id, current().search, language())


@lru_cache(maxsize=6)
def _catalogue(tables: Set, lang: str) -> pd.DataFrame:  # noqa: ARG001 - dates in words are in it
    return catalogue(_opened(tables)[0])


def documents() -> pd.DataFrame:
    """The documents as a table to look at; see `asking.documents.catalogue`."""
    return _catalogue(_set(), language())
