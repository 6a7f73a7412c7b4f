"""Corpora and tables on other file systems (S3 and the like): any that fsspec knows, by URL.

The tables are built in a folder of this machine's cache, where the lock, the cache of results and the files that need a
disk are, and then copied: the set first and the manifest that names it last, so that a reader by the manifest sees the
old set whole or the new set whole.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from upath import UPath

from core import store
from core.changes.journal import HISTORY, kept_files
from core.store import MANIFEST, SETS, StoreError
from core.tables import SCHEMAS


def location(text: str) -> Path | UPath:
    """A folder by its path or URL; one on this machine is a path in any case.

    Raises:
        StoreError: no file system for such URLs is installed.
    """
    if "://" not in text:
        return Path(text)
    try:
        url = UPath(text)
        url.fs  # noqa: B018 - asks for the file system, whose library may be missing
    except (ImportError, ValueError) as error:
        raise StoreError(
            f"{text}: no file system for it ({error}); install the fsspec library that it needs"
        ) from error
    return Path(url.path) if url.protocol in ("", "file", "local") else url


def working_folder(url: UPath) -> Path:
    """The folder on this machine in which the tables of a URL are built."""
    return user_cache_path("lagebild") / hashlib.sha256(str(url).encode()).hexdigest()[:16]


def publish(folder: Path, url: UPath) -> None:
    """Copy the current set of tables of a folder to a URL, unless it is there.

    Raises:
        StoreError: the URL cannot be written to; what stood there before still stands.
    """
    manifest = store.manifest(folder)
    if manifest is None:
        raise StoreError(f"{folder}: no tables there to copy; build them again")
    name: str = manifest["set"]
    with _explained(url):
        before = _current(url)
        if before == name and all((url / SETS / name / f"{table}.parquet").exists() for table in SCHEMAS):
            return
        _copy_history(folder, url)
        for table in SCHEMAS:
            content = (folder / SETS / name / f"{table}.parquet").read_bytes()
            _write(url / SETS / name / f"{table}.parquet", content)
        _write(url / MANIFEST, (folder / MANIFEST).read_bytes())
        for table in SCHEMAS:
            _write(url / f"{table}.parquet", (folder / SETS / name / f"{table}.parquet").read_bytes())
        # Readers may still be on the set before this one. Names begin with the time: a set that another machine is
        # writing just now is newer than both.
        for old in list((url / SETS).iterdir()):
            if old.name not in (name, before) and old.name < name:
                old.fs.rm(old.path, recursive=True)


@contextmanager
def fetched(url: Path | UPath, *, history: bool = False) -> Iterator[Path]:
    """A folder on this machine with the tables of a URL, for as long as the block runs; a path is the folder itself.

    With `history`, what is remembered of earlier builds comes along.

    Raises:
        StoreError: there are no tables, or they cannot be read.
    """
    if isinstance(url, Path):
        yield url
        return
    folder = Path(tempfile.mkdtemp(prefix="lagebild-"))
    try:
        with _explained(url):
            name = _current(url)
            source = url / SETS / name if name else url
            for table in SCHEMAS:
                with suppress(FileNotFoundError):
                    (folder / f"{table}.parquet").write_bytes((source / f"{table}.parquet").read_bytes())
            if history and (url / HISTORY).exists():
                (folder / HISTORY).mkdir()
                for state in (url / HISTORY).iterdir():
                    (folder / HISTORY / state.name).write_bytes(state.read_bytes())
        if not any(folder.iterdir()):
            raise StoreError(f"{url}: no tables there; run `lagebild build`, or name the folder that holds them")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def corpus_of(tables: Path | UPath) -> Path | UPath | None:
    """The corpus that tables were built from, as their manifest names it; None where they have none that does.

    Whether it is there still is not asked.

    Raises:
        StoreError: the manifest is damaged or cannot be read, or no file system for the corpus is installed.
    """
    if isinstance(tables, Path):
        manifest = store.manifest(tables)
    else:
        with _explained(tables):
            manifest = _manifest(tables)
    named = (manifest or {}).get("corpus")
    return location(str(named)) if named else None


def _current(url: UPath) -> str | None:
    """The name of the set that the manifest at a URL names; None where there is no manifest."""
    manifest = _manifest(url)
    return None if manifest is None else str(manifest["set"])


def _manifest(url: UPath) -> dict[str, Any] | None:
    """The manifest at a URL; None where there is none."""
    try:
        manifest: dict[str, Any] = json.loads((url / MANIFEST).read_text(encoding="utf-8"))
        manifest["set"]
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{url / MANIFEST}: names no set of tables; remove it and build again") from error
    return manifest


def _write(url: UPath, content: bytes) -> None:
    url.parent.mkdir(parents=True, exist_ok=True)
    url.write_bytes(content)


def _copy_history(folder: Path, url: UPath) -> None:
    """Have a URL hold what a folder remembers of earlier builds, and no more than a folder would keep."""
    here = {path.name: path for path in (folder / HISTORY).iterdir()}
    there = {path.name for path in (url / HISTORY).iterdir()} if (url / HISTORY).exists() else set()
    keep = kept_files({*here, *there})
    for name in sorted(here.keys() & keep - there):
        _write(url / HISTORY / name, here[name].read_bytes())
    for name in there - keep:
        (url / HISTORY / name).unlink()


@contextmanager
def _explained(url: UPath) -> Iterator[None]:
    """Say what to do where the other side refuses."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{url}: {error.strerror or error}; correct the address or the rights to it") from error
