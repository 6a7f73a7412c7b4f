"""Where the app touches files: it finds the tables, builds them when there are none, and keeps them in memory."""

import os
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pandas as pd
import streamlit as st

from core import store
from dashboard import charts, network, reading
from dashboard.i18n import language
from dashboard.selection import Corpus, Filters, Shown, select
from dashboard.state import Known, current

_ROOT = Path(__file__).resolve().parent.parent


def corpus_folder() -> Path:
    """The folder of texts: `LAGEBILD_CORPUS`, else `seeds` beside the packages."""
    return Path(os.environ.get("LAGEBILD_CORPUS") or _ROOT / "seeds")


def tables_folder() -> Path:
    """The folder of tables: `LAGEBILD_TABLES`, else `.lagebild` in the working folder."""
    return Path(os.environ.get("LAGEBILD_TABLES") or ".lagebild")


def stamp(folder: Path) -> int | None:
    """When the tables in a folder were put in place (nanoseconds); None where there are none yet."""
    for name in (store.MANIFEST, "documents.parquet"):
        path = folder / name
        if path.is_file():
            return path.stat().st_mtime_ns
    return None


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(folder: Path, stamped: int) -> tuple[Corpus, Known]:  # noqa: ARG001 - a new stamp is a new entry
    """The tables of a folder, prepared once for all sessions; a rebuild has another stamp."""
    corpus = Corpus(store.load(folder))
    Thread(target=corpus.prepare_search, daemon=True).start()
    return corpus, Known.of(corpus)


@st.cache_resource(max_entries=64, show_spinner=False)
def _selected(folder: Path, stamped: int, filters: Filters) -> Shown:
    return select(_opened(folder, stamped)[0], filters)


def ready() -> bool:
    """Whether there are tables to show."""
    return stamp(tables_folder()) is not None


def corpus() -> Corpus:
    """The corpus on show."""
    return _opened(tables_folder(), _stamp())[0]


def known() -> Known:
    """The ids that links to this corpus may name."""
    return _opened(tables_folder(), _stamp())[1]


def shown(**changes: Any) -> Shown:
    """What the session's filters leave of the corpus, or would leave with some changes."""
    return _selected(tables_folder(), _stamp(), replace(current().filters, **changes))


def _stamp() -> int:
    found = stamp(tables_folder())
    if found is None:
        raise FileNotFoundError(tables_folder())
    return found


@st.cache_resource(max_entries=64, show_spinner=False)
def _counted(folder: Path, stamped: int, filters: Filters) -> pd.DataFrame | None:
    span = _opened(folder, stamped)[0].span
    dated = _selected(folder, stamped, filters).dated
    return None if span is None or dated.empty else charts.overview(dated, span)


def over_time() -> pd.DataFrame | None:
    """How many events fall into each period of all time if the window is not narrowed; see `charts.overview`."""
    return _counted(tables_folder(), _stamp(), replace(current().filters, first=None, last=None))


@st.cache_resource(max_entries=64, show_spinner=False)
def _related(folder: Path, stamped: int, filters: Filters) -> pd.DataFrame:
    found = _opened(folder, stamped)[0]
    return network.relations(found, _selected(folder, stamped, filters).events.index)


@st.cache_resource(max_entries=2, show_spinner=False)
def _placed(folder: Path, stamped: int) -> dict[str, tuple[float, float]]:
    return network.layout(_opened(folder, stamped)[0])


def relations(**changes: Any) -> pd.DataFrame:
    """The relations among the actors of what is shown, or would be with changed filters; see `network.relations`."""
    return _related(tables_folder(), _stamp(), replace(current().filters, **changes))


def layout() -> dict[str, tuple[float, float]]:
    """The place of each actor in the network, the same for all sessions and selections."""
    return _placed(tables_folder(), _stamp())


@st.cache_resource(max_entries=32, show_spinner=False)
def _read(folder: Path, stamped: int, doc_id: str, query: str, lang: str) -> dict[str, Any]:  # noqa: ARG001 - labels are in it
    return reading.document(_opened(folder, stamped)[0], doc_id, query)


def document(doc_id: str) -> dict[str, Any]:
    """A document as the reader component takes it, with what is searched for marked; see `reading.document`."""
    return _read(tables_folder(), _stamp(), doc_id, current().search, language())
