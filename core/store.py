"""Puts a set of tables in place, whole or not at all, and reads the current one. See `core.tables` for the layout."""

import errno
import filecmp
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from filelock import FileLock, Timeout

from core.errors import LagebildError
from core.tables import SCHEMAS, TABLES_VERSION, TableError, Tables, read_arrow, read_set, write_set

MANIFEST = "manifest.json"
SETS = "sets"
TIME = "%Y%m%dT%H%M%S%f"
"""The form of the time (UTC) that the name of a set begins with."""
_LOCK, _ASIDE = ".lock", ".new-"
_NAME = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")


class StoreError(LagebildError):
    """The tables could not be put in place or found; the message is one line that says what to do."""


@contextmanager
def lock(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the output folder alone; waits for another build of it, in this process or another. May be nested.

    Args:
        folder: the output folder; made where it is missing.
        waiting: is called where another build has to be waited for.

    Raises:
        StoreError: the folder cannot be made or written to.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        held = FileLock(folder / _LOCK, is_singleton=True)
        try:
            held.acquire(blocking=False)
        except Timeout:
            waiting()
            held.acquire()
    try:
        yield
    finally:
        held.release()


def place(tables: Tables | Mapping[str, pa.Table], folder: Path, known: Mapping[str, Any]) -> None:
    """Check a set of tables and make it the folder's current one, in one step for all who go by the manifest.

    Args:
        tables: the complete set, as frames or as Arrow tables by name.
        folder: the output folder; made where it is missing.
        known: what is known of the build, as JSON values; added to it are the name of the set as `set`, and the
            version of its tables as `tables_version`.

    Raises:
        StoreError: the folder cannot be written to, or the tables break a rule; what stood there before still stands.
        TableError: a frame breaks its schema.
    """
    name = f"{datetime.now(UTC):{TIME}}-{secrets.token_hex(4)}"
    sets = folder / SETS
    with lock(folder), _explained(folder):
        sets.mkdir(exist_ok=True)
        for stale in (*sets.glob(f"{_ASIDE}*"), *folder.glob(f"{_ASIDE}*")):
            _remove(stale)
        before = manifest(folder)
        aside = sets / f"{_ASIDE}{name}"
        try:
            aside.mkdir()
            _write_checked(tables, aside)
            aside.rename(sets / name)
            sync(sets)
            named = {**known, "tables_version": TABLES_VERSION, "set": name}
            _replace(folder / MANIFEST, json.dumps(named, ensure_ascii=False, indent=2))
        finally:
            _remove(aside)
        _link(sets / name, folder)
        # Readers may still be on the set before this one; nobody is on older ones.
        keep = {name, before["set"]} if before else {name}
        for old in sets.iterdir():
            if old.name not in keep:
                _remove(old)


def load(folder: Path) -> Tables:
    """The current set of an output folder, or the tables of a plain folder of Parquet files without a manifest.

    Raises:
        StoreError: there are no tables, or they are of another version than this Lagebild reads.
        TableError: a file is missing, unreadable or breaks its schema.
    """
    while current := manifest(folder):
        _refuse_others(current, folder)
        try:
            return read_set(folder / SETS / current["set"])
        except TableError:
            if manifest(folder) == current:
                raise
            # Builds have put newer sets in place since the manifest was read, and removed this one.
    if not _plain(folder):
        raise StoreError(f"{folder}: no tables there; run `lagebild build`, or name the folder that holds them")
    return read_set(folder)


def complete(folder: Path) -> bool:
    """Whether the set that the manifest names is there with all its files, and the same stand directly in the folder.

    A build that was killed between the two leaves others there.
    """
    current = manifest(folder)
    if current is None:
        return False
    names = [f"{name}.parquet" for name in SCHEMAS]
    return all(_same(folder / SETS / current["set"] / name, folder / name) for name in names)


def _same(a: Path, b: Path) -> bool:
    """Whether two files are one, or hold the same."""
    try:
        return a.samefile(b) or filecmp.cmp(a, b, shallow=False)
    except FileNotFoundError:
        return False


def located(folder: Path) -> Path | None:
    """The folder with the files of an output folder's current set; None where there are no tables yet.

    A plain folder of Parquet files without a manifest is its own.

    Raises:
        StoreError: the manifest is damaged, or the tables are of another version than this Lagebild reads.
    """
    current = manifest(folder)
    if current:
        _refuse_others(current, folder)
        return folder / SETS / str(current["set"])
    return folder if _plain(folder) else None


def manifest(folder: Path) -> dict[str, Any] | None:
    """What is known of the build of the current set (`set` is its name); None where the folder has no manifest.

    Raises:
        StoreError: the manifest is damaged.
    """
    path = folder / MANIFEST
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read ({error}); remove it and build again") from error
    if not isinstance(content, dict) or not isinstance(content.get("set"), str):
        raise StoreError(f"{path}: names no set of tables; remove it and build again")
    return content


def is_name(text: str) -> bool:
    """Whether a text has the form of the name of a set."""
    return _NAME.fullmatch(text) is not None


def _refuse_others(current: Mapping[str, Any], folder: Path) -> None:
    """See to it that nobody reads tables of another version.

    Raises:
        StoreError: they are of another version.
    """
    version = current.get("tables_version", 1)
    if version != TABLES_VERSION:
        raise StoreError(
            f"{folder}: holds tables of version {version}, and this Lagebild reads version {TABLES_VERSION};"
            " run `lagebild build`, or use the Lagebild that built them"
        )


def _plain(folder: Path) -> bool:
    return any((folder / f"{name}.parquet").is_file() for name in SCHEMAS)


def _write_checked(tables: Tables | Mapping[str, pa.Table], folder: Path) -> None:
    """Write the set, check it, and see to it that a reader will find just what was checked."""
    from core.check import breaches  # the vocabularies behind it take half a second, and readers do without

    arrow = tables.arrow() if isinstance(tables, Tables) else tables
    with ThreadPoolExecutor(1) as aside:  # Arrow does its work beside what Python does
        written = aside.submit(_write_and_compare, arrow, folder)
        problems = breaches(arrow)
        written.result()
    if problems:
        more = f" and {len(problems) - 3} more" if len(problems) > 3 else ""
        raise StoreError(
            f"the tables break their rules: {'; '.join(map(str, problems[:3]))}{more}; nothing was replaced"
        )


def _write_and_compare(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write the set, and read it back."""
    write_set(tables, folder)
    for name, table in read_arrow(folder).items():
        if not table.equals(tables[name]):
            raise StoreError(f"{folder}: {name} is not what was written; nothing was replaced, check the disk")
    for path in folder.iterdir():
        sync(path)
    sync(folder)


def sync(path: Path) -> None:
    """Have the disk hold what was written to a file or folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(path: Path, text: str) -> None:
    """Give a file new content in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    aside.write_text(text + "\n", encoding="utf-8")
    sync(aside)
    aside.replace(path)
    sync(path.parent)


def _link(source: Path, folder: Path) -> None:
    """Have the tables stand directly in the folder as well, without taking space where the disk knows hard links."""
    for path in sorted(source.iterdir()):
        aside = folder / f"{_ASIDE}{path.name}"
        try:
            aside.hardlink_to(path)
        except OSError:
            shutil.copyfile(path, aside)
        aside.replace(folder / path.name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """Say what to do where the disk refuses."""
    try:
        yield
    except OSError as error:
        raise refused(folder, error) from error


def refused(folder: Path, error: OSError) -> StoreError:
    """What to tell where the disk refuses something in an output folder."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            cure = "the disk is full; free some space or choose another folder with --out"
        case errno.EEXIST | errno.ENOTDIR:
            cure = "a file is in the way; remove it or choose another folder with --out"
        case _:
            cure = f"cannot be written to ({error.strerror}); make it writable or choose another with --out"
    return StoreError(f"{folder}: {cure}")
