"""Sets of tables, each opened once for all sessions and kept in memory while it is read."""

from functools import lru_cache
from pathlib import Path
from threading import Lock, Timer
from typing import TYPE_CHECKING, NamedTuple

from core import store
from core.openset import OpenSet
from core.store import StoreError
from dashboard.asking.corpus import Corpus
from dashboard.asking.decisions import Pending, pending
from dashboard.decided import NONE, Decisions
from dashboard.folders import tables_folder
from dashboard.state import Known

if TYPE_CHECKING:
    from dashboard.charts import network


class Set(NamedTuple):
    """A set of tables: the folder of its files, and when they were put in place (nanoseconds).

    `decided` is what people have decided, where the tables do not say all of it; it is laid over them.
    """

    folder: Path
    stamp: int
    decided: Decisions = NONE

    @property
    def tables(self) -> "Set":
        """The set as it was built."""
        return self._replace(decided=NONE)


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


def ready() -> bool:
    """Whether there are tables to show; damaged ones count, so that what is wrong with them is told."""
    try:
        return latest() is not None
    except StoreError:
        return True


class _Opening:
    """A set of tables that is opened by whoever asks first, while all others wait."""

    def __init__(self, tables: Set) -> None:
        self._tables = tables
        self._lock = Lock()
        self._placing = Lock()
        self._opened: tuple[Corpus, Known] | None = None
        self._layout: network.Layout | None = None

    def get(self) -> tuple[Corpus, Known]:
        """The tables, prepared once for all sessions."""
        with self._lock:
            if self._opened is None:
                corpus = Corpus(OpenSet(self._tables.folder))
                self._opened = corpus, Known.of(corpus)
            return self._opened

    def layout(self) -> "network.Layout":
        """The place of each actor in the network, which takes seconds to find for thousands of actors."""
        from dashboard.charts import network  # pyvis takes a while to import, and other pages do without

        with self._placing:
            if self._layout is None:
                self._layout = network.layout(self.get()[0])
            return self._layout

    def prepare(self) -> None:
        """Do what a visitor would otherwise have to wait for."""
        corpus = self.get()[0]
        corpus.claims.prepare()
        self.layout()
        corpus.finder.prepare()


_opening = lru_cache(maxsize=3)(_Opening)


def corpus(tables: Set) -> Corpus:
    """A set's tables, prepared for asking.

    Raises:
        TableError: a table is damaged.
    """
    return _corrected(tables)[0] if tables.decided != NONE else _opening(tables).get()[0]


def decided(tables: Set, decisions: Decisions) -> Set:
    """A set with what people have decided, as far as its tables do not say it.

    Raises:
        TableError: a table is damaged.
    """
    known = _waiting(tables.tables, decisions)
    return tables.tables if known == Pending() else tables._replace(decided=decisions)


@lru_cache(maxsize=8)
def _waiting(tables: Set, decisions: Decisions) -> Pending:
    return pending(corpus(tables).tables, decisions.held) if decisions.error is None else Pending()


@lru_cache(maxsize=4)
def _corrected(tables: Set) -> tuple[Corpus, Known]:
    corrected = corpus(tables.tables).corrected(_waiting(tables.tables, tables.decided))
    return corrected, Known.of(corrected)


def known(tables: Set) -> Known:
    """The ids that links to a set may name.

    Raises:
        TableError: a table is damaged.
    """
    return _corrected(tables)[1] if tables.decided != NONE else _opening(tables).get()[1]


def layout(tables: Set) -> "network.Layout":
    """The place of each actor of a set in the network."""
    return _opening(tables.tables).layout()


PAUSE = 3.0
"""So many seconds after the first page has run, its files have reached the browser."""


@lru_cache(maxsize=3)
def prepare(tables: Set) -> Timer:
    """Have claims, network and search of a set prepared in the background after a pause, once for all sessions."""
    timer = Timer(PAUSE, _opening(tables.tables).prepare)
    timer.daemon = True
    timer.start()
    return timer
