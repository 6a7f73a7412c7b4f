"""Collections and notes as the app has them: read from the corpus folder whenever they have changed, and written to."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from core import journal
from core.briefings import COLLECTIONS, NOTES, Collection, Note
from core.briefings import collections as read_collections
from core.briefings import keep as write
from core.briefings import notes as read_notes
from core.briefings.collecting import Change
from core.briefings.noting import Rewritten, Struck, Written
from dashboard import folders


def collections() -> tuple[Collection, ...]:
    """The collections, the last changed first; none where the corpus is on another file system.

    Raises:
        JournalError: they cannot be read.
    """
    folder = _folder()
    if folder is None:
        return ()
    read = _collections(folder, _state(folder, COLLECTIONS))
    return tuple(sorted(read, key=lambda one: one.changed, reverse=True))


def collection(id_: str | None) -> Collection | None:
    """The collection of an id; None where there is none.

    Raises:
        JournalError: they cannot be read.
    """
    return next((one for one in collections() if one.id == id_), None)


def notes() -> tuple[Note, ...]:
    """The notes, the oldest first; none where the corpus is on another file system.

    Raises:
        JournalError: they cannot be read.
    """
    folder = _folder()
    return () if folder is None else _notes(folder, _state(folder, NOTES))


def keep(changes: Sequence[Change | Written | Rewritten | Struck], by: str | None) -> None:
    """Add changes to what is kept.

    Raises:
        JournalError: they cannot be written.
    """
    write(folders.corpus_folder(), changes, by)


def _folder() -> Path | None:
    place = folders.corpus_place()
    return None if "://" in place else Path(place)


_Stamp = tuple[str, int, int]


def _state(folder: Path, name: str) -> tuple[_Stamp, ...]:
    """What tells one state of a journal's files from another; journals only grow."""
    return tuple(stamp for file in journal.files(folder, name) if (stamp := _stamp(folder / file.name)))


def _stamp(path: Path) -> _Stamp | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return path.name, stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _collections(folder: Path, state: tuple[_Stamp, ...]) -> tuple[Collection, ...]:  # noqa: ARG001 - a key
    return read_collections(folder)


@lru_cache(maxsize=8)
def _notes(folder: Path, state: tuple[_Stamp, ...]) -> tuple[Note, ...]:  # noqa: ARG001 - a key
    return read_notes(folder)
