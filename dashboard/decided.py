"""What people have decided about the tables, as the corpus folder says by now.

`corrections.jsonl` is read again as soon as it has changed, once for all sessions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from core.corrections import kept
from core.corrections.model import Line, in_force
from core.journal import JournalError
from dashboard import folders


@dataclass(frozen=True)
class Decisions:
    """The lines of the file, those of them that hold, and what is wrong with the file; known by `state`.

    A `state` is the file's size and when it was last written to.
    """

    state: tuple[int, int] | None = None
    lines: Sequence[Line] = field(default=(), compare=False)
    held: Sequence[Line] = field(default=(), compare=False)
    error: str | None = field(default=None, compare=False)


NONE = Decisions()
"""Where there is no such file."""


def now() -> Decisions:
    """What the file says now; nothing where the corpus is on another file system, whose tables say it in time."""
    if "://" in folders.corpus_place():
        return NONE
    folder = folders.corpus_folder()
    try:
        stat = (folder / kept.FILE).stat()
    except OSError:
        return NONE
    return _read(folder, (stat.st_size, stat.st_mtime_ns))


@lru_cache(maxsize=4)
def _read(folder: Path, state: tuple[int, int]) -> Decisions:
    try:
        lines = kept.read(folder)
    except JournalError as error:
        return Decisions(state, error=error.message)
    return Decisions(state, lines, in_force(lines))
