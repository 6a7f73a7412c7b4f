"""A corpus folder as it is edited: which texts are in it, what is said of them, and who may change it now."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from core.adding import AddingError
from core.corpus import sources
from core.corpus.formats import BY_SUFFIX
from core.corpus.lines import printable
from core.corpus.unpacking import is_readme
from core.errors import unreadable
from core.journal import is_journal
from core.messages import Message

REMOVED = ".removed"
"""The folder beside the texts that those taken out are moved into; hidden, so nothing in it is read."""

_LOCK = ".lagebild.lock"
_PATIENCE = 30.0  # seconds


def texts(folder: Path) -> dict[str, Path]:
    """The files with texts in a folder and its sub-folders by path there (NFC), hidden ones left out.

    Raises:
        AddingError: the folder cannot be listed.
    """
    try:
        paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in BY_SUFFIX and path.is_file())
    except OSError as error:
        raise AddingError(unreadable(folder, error)) from error
    ways = {path: path.relative_to(folder).parts for path in paths}
    return {
        "/".join(map(printable, way)): path
        for path, way in ways.items()
        if not any(name.startswith(".") for name in way)
        and not is_readme(path.name)
        and not (len(way) == 1 and is_journal(path.name))
    }


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
