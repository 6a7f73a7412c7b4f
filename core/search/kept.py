"""The index of a set of tables, beside these: a build makes it, and whoever finds none makes it for all others."""

import filecmp
import os
import secrets
import sqlite3
from contextlib import suppress
from pathlib import Path

from core import store
from core.openset import OpenSet
from core.search.index import VERSION, Index, but_lines, lines, write
from core.tables import TableError

FILE = f"search-{VERSION}.sqlite"
"""The name of the index in the folder of a set."""
_ASIDE = ".new-"
_TEXTS = "texts.parquet"


def keep(out: Path) -> None:
    """Have the current set of an output folder have its index; for who builds it.

    Raises:
        sqlite3.Error: it cannot be written.
        OSError: the same.
        TableError: a table is damaged.
    """
    folder = store.located(out)
    if folder is None:
        return
    for stale in folder.glob(f"{_ASIDE}*"):  # of who was killed while making it
        stale.unlink(missing_ok=True)
    try:
        Index.opened(folder / FILE).close()
    except sqlite3.Error:
        _make(OpenSet(folder), folder)


def opened(tables: OpenSet) -> Index:
    """The index of a set, made where there is none: where the tables cannot be written to, in memory.

    Raises:
        TableError: a table is damaged.
    """
    path = tables.folder / FILE
    with suppress(sqlite3.Error):
        return Index.opened(path)
    with suppress(sqlite3.Error, OSError):
        _make(tables, tables.folder)
        return Index.opened(path)
    return Index.of(**but_lines(tables), lines=lines(tables))


def _make(tables: OpenSet, folder: Path) -> None:
    aside = folder / f"{_ASIDE}{os.getpid()}-{secrets.token_hex(4)}.sqlite"
    try:
        write(tables, aside, _before(folder))
        aside.replace(folder / FILE)
    finally:
        aside.unlink(missing_ok=True)


def _before(folder: Path) -> Path | None:
    """The index of the set before, if its texts are the same, as where people have corrected something."""
    for other in folder.parent.glob(f"*/{FILE}"):
        with suppress(sqlite3.Error, OSError, TableError):
            Index.opened(other).close()
            same = filecmp.cmp(other.with_name(_TEXTS), folder / _TEXTS, shallow=False)
            if same and _documents(other.parent) == _documents(folder):
                return other
    return None


def _documents(folder: Path) -> list[str]:
    return OpenSet(folder).read("documents", ("doc_id",))["doc_id"].to_pylist()  # type: ignore[no-any-return]
