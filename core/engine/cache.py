"""Results of stages, kept on disk by what they were made from; a SQLite file, so that any crash leaves it sound."""

import errno
import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from core.corpus import Item, UnreadableError
from core.errors import LagebildError
from core.store import refused

_TABLES = """
create table if not exists results (key blob primary key, outcome blob not null, value blob not null);
create table if not exists chains (item text primary key, keys blob not null);
"""
_KEY = 16  # bytes of a key and of an outcome
_DISK = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    }
)
"""Errors that are not the file's own; whatever else SQLite finds wrong comes of a damaged or a foreign file."""


class DamagedError(LagebildError):
    """A cache that is no SQLite file any more; the message says what to do."""


class LostError(LagebildError):
    """A result that is not what it was when it was kept."""


class Result(NamedTuple):
    """What a stage gave: encoded, with a hash of what later stages depend on (`outcome`)."""

    outcome: bytes
    value: bytes


def digest(*parts: bytes) -> bytes:
    """A hash of byte strings that differs where any of them does, also by where one ends and the next begins."""
    hashed = hashlib.blake2b(digest_size=_KEY)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little") + part)
    return hashed.digest()


Content = bytes | UnreadableError
"""The `digest` of the bytes of a text, or why they cannot be read."""


def content(item: Item) -> Content:
    """What the bytes of a text are known by."""
    try:
        return digest(item.data())
    except UnreadableError as error:
        return error


class Cache:
    """The results of former builds; only one build may use it at a time. See `opened`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # A damaged file may hold values of other types, text that cannot be decoded among them.
        rows = connection.execute("select cast(key as blob), cast(outcome as blob) from results")
        self.outcomes: dict[bytes, bytes] = {key: outcome for key, outcome in rows if key and outcome is not None}
        """The outcome of every key that there is a result for."""

    def chain(self, item: str) -> list[bytes]:
        """The keys of an item's results in the last build, stage by stage; none where it is new."""
        row = self._connection.execute("select cast(keys as blob) from chains where item = ?", (item,)).fetchone()
        keys: bytes = (row and row[0]) or b""
        return [keys[at : at + _KEY] for at in range(0, len(keys), _KEY)]

    def value(self, key: bytes) -> bytes | None:
        """A result's value; None where there is none or it is damaged."""
        query = "select cast(outcome as blob), cast(value as blob) from results where key = ?"
        row = self._connection.execute(query, (key,)).fetchone()
        if row and None not in row and row[1][:_KEY] == digest(key, row[0], row[1][_KEY:]):
            value: bytes = row[1][_KEY:]
            return value
        self.outcomes.pop(key, None)
        return None

    def needed(self, key: bytes) -> bytes:
        """A result's value.

        Raises:
            LostError: it is damaged.
        """
        if (value := self.value(key)) is None:
            raise LostError("what was found in a text cannot be read back; check the disk of the output folder")
        return value

    def drop_damaged(self) -> None:
        """Have all results that are damaged count as missing."""
        for key in list(self.outcomes):
            self.value(key)

    def keep(self, results: Iterable[tuple[bytes, Result]]) -> None:
        """Keep results by their keys, all of them or, if it is interrupted, none."""
        rows = [(key, kept.outcome, digest(key, *kept) + kept.value) for key, kept in results]
        with self._connection:
            self._connection.executemany("insert or replace into results values (?, ?, ?)", rows)
        self.outcomes.update((key, outcome) for key, outcome, _ in rows)

    def settle(self, chains: Mapping[str, Collection[bytes]]) -> None:
        """Remember the keys of each item, and forget all results that are not among them."""
        used = {key for keys in chains.values() for key in keys}
        stale = self.outcomes.keys() - used
        with self._connection:
            self._connection.execute("delete from chains")
            rows = ((item, b"".join(keys)) for item, keys in chains.items())
            self._connection.executemany("insert into chains values (?, ?)", rows)
            self._connection.executemany("delete from results where key = ?", ((key,) for key in stale))
        for key in stale:
            del self.outcomes[key]


@contextmanager
def opened(path: Path) -> Iterator[Cache]:
    """The cache in a file, which is made where it is missing.

    A result that is damaged counts as missing.

    Raises:
        DamagedError: the file itself is damaged, which may also come out later: `remove` it and begin again.
        StoreError: the disk is full, or the file cannot be written to.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            # With a log written ahead, a transaction is there whole or not at all, whenever the process is killed.
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            connection.executescript(_TABLES)
            yield Cache(connection)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        mistaken = code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK)  # by a damaged header
        if code not in _DISK or mistaken:
            raise DamagedError(f"{path}: is damaged; remove it and build again") from error
        full = errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EACCES
        raise refused(path.parent, OSError(full, str(error))) from error


def remove(path: Path) -> None:
    """Remove a cache with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
