"""A corpus folder as it is edited: which texts are in it, what is said of them, and who may change it now."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from core.adding import AddingError
from core.corpus import listing, sources
from core.corpus.listing import Entry
from core.errors import unreadable
from core.messages import Message

REMOVED = ".removed"
"""The folder beside the texts that those taken out are moved into; hidden, so nothing in it is read."""

_LOCK = ".lagebild.lock"
_PATIENCE = 30.0  # seconds


def texts(folder: Path) -> dict[str, Path]:
    """The texts in a folder and its sub-folders that a build reads, by path there (NFC).

    Raises:
        AddingError: the folder cannot be listed.
    """
    return _paths(entry for entry in _listed(folder) if entry.left_out is None)


def named(folder: Path) -> dict[str, Path]:
    """What has the name of a text there, such as links to places outside, which a build leaves out.

    Raises:
        AddingError: the folder cannot be listed.
    """
    return _paths(_listed(folder))


def _listed(folder: Path) -> list[Entry]:
    try:
        return list(listing.texts(folder))
    except OSError as error:
        raise AddingError(unreadable(folder, error)) from error


def _paths(entries: Iterable[Entry]) -> dict[str, Path]:
    return {entry.file: Path(str(entry.path)) for entry in entries}


def digest(data: bytes) -> str:
    """What bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def written(folder: Path) -> str:
    """The text of the folder's `sources.toml`; empty where there is none.

    Raises:
        AddingError: it cannot be read.
    """
    path = folder / sources.FILE
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise AddingError(sources.not_utf8(error)) from error
    except OSError as error:
        raise AddingError(unreadable(sources.FILE, error)) from error


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder against others who edit it by Lagebild, in this process or another.

    Raises:
        AddingError: somebody else holds it for long, or it cannot be written to.
    """
    try:
        with FileLock(folder / _LOCK, timeout=_PATIENCE):
            yield
    except Timeout as error:
        raise AddingError(
            Message("{folder}: somebody else is changing it; try again in a moment", folder=str(folder))
        ) from error
