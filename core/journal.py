"""Files that people's decisions are kept in: a JSON object a line, which is only ever added to.

A line is whole or does not count. Whoever adds one holds a lock, so that two who write at once lose nothing; a line
that a stop cut off has no end, is not read, and is taken away by the next who writes.
"""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from filelock import FileLock, Timeout
from upath import UPath

from core.errors import ToldError, unreadable
from core.messages import Message

_LOCK = ".lagebild-journal.lock"  # one for all journals of a folder: decisions are few, and may concern one another
_PATIENCE = 30.0  # seconds

CORRECTIONS = "corrections.jsonl"
"""The file of a corpus folder with what people have decided about its tables."""

_NAME = re.compile(r"(corrections|notes|collections)(\.[^.]+)?\.jsonl")

Line = TypeVar("Line", bound=msgspec.Struct)


class JournalError(ToldError):
    """A journal cannot be read or written; the message is one line that says what to do."""


def is_journal(name: str) -> bool:
    """Whether a file of this name in a corpus folder holds people's decisions, and no texts.

    One person's own goes by a name in the middle: `notes.eva.jsonl`.
    """
    return _NAME.fullmatch(name) is not None


def files(folder: Path | UPath, name: str) -> tuple[Path | UPath, ...]:
    """The files of a folder that are one journal: that of this name first, then any of one person's own, by name.

    Args:
        folder: the folder.
        name: of the journal, such as `notes.jsonl`; one person's own is then `notes.eva.jsonl`.

    Raises:
        JournalError: the folder cannot be read.
    """
    stem = name.removesuffix(".jsonl")
    try:
        own = sorted(path.name for path in folder.glob(f"{stem}.*.jsonl") if is_journal(path.name))
    except OSError as error:
        raise JournalError(unreadable(folder, error)) from error
    return tuple(folder / one for one in (name, *own))


def read(path: Path | UPath, kind: type[Line]) -> tuple[Line, ...]:
    """The lines of a journal in the order in which they were added; none where there is no such file.

    Args:
        path: the file.
        kind: what a line is.

    Raises:
        JournalError: the file cannot be read, or a line is not of that kind; the message names the line.
    """
    return _decoded(path, _whole(_bytes(path)), kind)


def append(path: Path, lines: Iterable[msgspec.Struct]) -> None:
    """Add lines to a journal, all of them or none; they are on the disk when this returns.

    Args:
        path: the file; made where it is missing, in a folder that is there.
        lines: what to add, in order.

    Raises:
        JournalError: the file cannot be written to, or somebody else holds it for long. Nothing has been added.
    """
    added = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    if not added:
        return
    try:
        with FileLock(path.with_name(_LOCK), timeout=_PATIENCE):
            _extend(path, added)
    except Timeout as error:
        raise JournalError(
            Message("{file}: somebody else is writing to it; try again in a moment", file=path.name)
        ) from error
    except OSError as error:
        raise JournalError(
            Message(
                "{file}: cannot be written to ({why}); make it and its folder writable",
                file=str(path),
                why=str(error.strerror),
            )
        ) from error


def _extend(path: Path, added: bytes) -> None:
    """Add bytes behind the last whole line, and have the disk hold them; what is left of a torn line goes."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with open(file, "rb", closefd=False) as content:
            end = len(_whole(content.read()))
        os.ftruncate(file, end)
        os.lseek(file, end, os.SEEK_SET)
        try:
            _write(file, added)
        except OSError:
            os.ftruncate(file, end)
            raise
        os.fsync(file)
    finally:
        os.close(file)


def _write(file: int, added: bytes) -> None:
    rest = memoryview(added)
    while rest:
        rest = rest[os.write(file, rest) :]


def _bytes(path: Path | UPath) -> bytes:
    try:
        content: bytes = path.read_bytes()
        return content
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise JournalError(unreadable(path, error)) from error


def _whole(content: bytes) -> bytes:
    """The lines that have an end."""
    return content[: content.rfind(b"\n") + 1]


def _decoded(path: Path | UPath, content: bytes, kind: type[Line]) -> tuple[Line, ...]:
    decoder = msgspec.json.Decoder(kind)
    every: Sequence[bytes] = content.splitlines()
    decoded = []
    for number, line in enumerate(every, 1):
        if line.strip():
            try:
                decoded.append(decoder.decode(line))
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise JournalError(
                    Message(
                        "{file}, line {n}: {why}; correct or remove the line",
                        file=str(path),
                        n=number,
                        why=str(error).splitlines()[0],
                    )
                ) from error
    return tuple(decoded)
