"""Builds that are killed, hindered or find their cache damaged: the tables stand, and the next build makes it good."""

import os
import signal
import sqlite3
import threading
import time
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core import store
from core.build import CACHE, build
from core.engine import cache
from core.store import StoreError
from tests.core.engine.small_corpus import LATER_VISIT, NAMESAKE, SANCTION, STRANGER, VISIT, Folder, placed, shown

pytestmark = pytest.mark.slow

OLD = Folder({"a.txt": VISIT.encode(), "b.txt": STRANGER.encode(), "c.txt": NAMESAKE.encode()})
NEW = Folder({"a.txt": LATER_VISIT.encode(), "b.txt": STRANGER.encode(), "d.txt": SANCTION.encode()})
KILLS = int(os.environ.get("LAGEBILD_KILLS", "40"))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The tables of either folder, built from nothing."""
    folder = tmp_path_factory.mktemp("nothing")
    contents = {}
    for name, texts in (("old", OLD), ("new", NEW)):
        build(texts.write(folder / "corpus"), folder / name)
        contents[name] = placed(folder / name)
    return contents


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The folder that is to be built: the old one was, and the new one stands there now."""
    build(OLD.write(tmp_path / "corpus"), tmp_path / "out")
    return NEW.write(tmp_path / "corpus")


@pytest.fixture
def out(corpus: Path) -> Path:
    return corpus.parent / "out"


def killed(corpus: Path, out: Path, after: float) -> bool:
    """Build in a fork of this process and kill that after some seconds; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            build(corpus, out)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_build_that_is_killed_leaves_the_old_or_the_new_tables_and_the_next_makes_it_good(
    tmp_path: Path, tables: dict[str, dict[str, bytes]]
) -> None:
    corpus, out, chance = tmp_path / "corpus", tmp_path / "out", Random(1)  # noqa: S311
    build(OLD.write(corpus), out)
    began = time.monotonic()
    os.waitpid(-1, 0) if os.fork() else _build_and_exit(NEW.write(corpus), out)
    whole = time.monotonic() - began
    kills, wanted, before = 0, OLD, "new"
    while kills < KILLS:
        name = "old" if wanted is OLD else "new"
        share = chance.random() if kills % 2 else 0.5 + chance.random() / 2  # the end, where tables are placed
        at_work = killed(wanted.write(corpus), out, share * whole)
        kills += at_work
        # A build takes longer or shorter as the machine has other work; the moments are to be spread over all of it.
        whole *= 1.02 if at_work else 0.95
        store.load(out)
        assert placed(out) in (tables[before], tables[name])
        build(corpus, out)
        assert placed(out) == shown(out) == tables[name]
        assert not list(out.rglob(".new-*"))
        wanted, before = (NEW if wanted is OLD else OLD), name


def _build_and_exit(corpus: Path, out: Path) -> None:
    build(corpus, out)
    os._exit(0)


def rows(out: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    """What the cache of an output folder says to some SQL."""
    connection = sqlite3.connect(out / CACHE)
    with connection:
        fetched = connection.execute(query, values).fetchall()
    connection.close()
    return fetched


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def test_damaged_results_are_noticed_and_made_anew(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]]
) -> None:
    chance = Random(1)  # noqa: S311
    for column in ("key", "outcome", "value"):
        for rowid, content in rows(out, f"select rowid, {column} from results"):  # noqa: S608
            assert isinstance(content, bytes)
            damaged = flipped(content, chance.randrange(len(content)))
            rows(out, f"update results set {column} = ? where rowid = ?", damaged, rowid)  # noqa: S608
        build(corpus, out)
        assert placed(out) == tables["new"]
        build(OLD.write(corpus), out)
        NEW.write(corpus)


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_rows_of_tables_that_are_not_what_was_written_are_made_anew(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]], harm: str
) -> None:
    current = store.manifest(out)
    assert current is not None
    path = out / "sets" / current["set"] / "segments.parquet"
    segments = pq.read_table(path)
    path.unlink()
    if harm == "changed":
        pq.write_table(segments.set_column(3, segments.field(3), pa.array(["caption"] * len(segments))), path)
    build(corpus, out)
    assert placed(out) == tables["new"]


def test_a_cache_with_bytes_flipped_anywhere_does_no_harm(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]]
) -> None:
    before = (out / CACHE).read_bytes()
    chance = Random(1)  # noqa: S311
    places = [*range(0, 100, 3), *(chance.randrange(len(before)) for _ in range(60))]  # the first 100 are the header
    for at in places:
        cache.remove(out / CACHE)
        (out / CACHE).write_bytes(flipped(before, at))
        (out / "manifest.json").unlink()
        build(corpus, out)
        assert placed(out) == tables["new"], at


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_cache_that_is_overwritten_is_made_anew(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]], content: bytes
) -> None:
    (out / CACHE).write_bytes(content)
    build(corpus, out)
    assert placed(out) == tables["new"]
    build(OLD.write(corpus), out)
    assert placed(out) == tables["old"]


def test_a_cache_that_is_cut_off_is_made_anew(corpus: Path, out: Path, tables: dict[str, dict[str, bytes]]) -> None:
    os.truncate(out / CACHE, (out / CACHE).stat().st_size // 2)
    build(corpus, out)
    assert placed(out) == tables["new"]


def test_a_cache_of_other_tables_is_made_anew(corpus: Path, out: Path, tables: dict[str, dict[str, bytes]]) -> None:
    rows(out, "alter table results rename column outcome to outcomes")
    build(corpus, out)
    assert placed(out) == tables["new"]


class _Small(sqlite3.Connection):
    """A connection on a disk that is full."""

    def executescript(self, script: str) -> sqlite3.Cursor:
        done = super().executescript(script)
        pages = self.execute("pragma page_count").fetchone()[0]
        self.execute(f"pragma max_page_count = {pages + 2}")
        return done


def test_a_full_disk_is_told_in_one_line_and_the_old_tables_stand(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, factory=_Small))
    cache.remove(out / CACHE)
    with pytest.raises(StoreError, match="the disk is full; free some space") as error:
        build(corpus, out)
    assert "\n" not in str(error.value)
    assert placed(out) == shown(out) == tables["old"]
    monkeypatch.undo()
    build(corpus, out)
    assert placed(out) == tables["new"]


def test_a_cache_that_cannot_be_written_is_told_in_one_line(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(f"file:{path}?mode=ro", uri=True))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match="cannot be written to"):
        build(corpus, out)
    assert placed(out) == tables["old"]


def test_of_two_builds_at_once_one_waits_and_says_so(
    corpus: Path, out: Path, tables: dict[str, dict[str, bytes]]
) -> None:
    told, held = threading.Event(), threading.Event()
    warned: list[str] = []

    def warn(line: str) -> None:
        warned.append(line)
        told.set()

    def other() -> None:
        held.wait(60)
        build(corpus, out, warn=warn)

    builder = threading.Thread(target=other)
    builder.start()
    with store.lock(out):
        held.set()
        assert told.wait(60)
        assert builder.is_alive()
        assert placed(out) == tables["old"]
    builder.join(60)
    assert "another build is at work" in warned[0]
    assert placed(out) == tables["new"]
