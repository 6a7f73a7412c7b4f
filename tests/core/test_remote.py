from collections.abc import Iterator
from pathlib import Path

import pytest
from upath import UPath

from core import remote, store
from core.build import build
from core.store import StoreError
from core.tables import SCHEMAS

TEXT = "Emmanuel Macron besuchte am 3. Mai 2021 Wien."


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UPath]:
    """A folder in memory, as a folder of an object store would be; nothing of it is on the disk."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    url = UPath("memory://bucket")
    (url / "texts").mkdir(parents=True)
    (url / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    yield url
    url.fs.rm(url.path, recursive=True)


def test_a_corpus_elsewhere_gives_the_tables_that_it_gives_here(url: UPath, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    build(tmp_path, tmp_path / "here")
    build(url / "texts", url / "tables")
    for name in SCHEMAS:
        assert (url / "tables" / f"{name}.parquet").read_bytes() == (tmp_path / "here" / f"{name}.parquet").read_bytes()
    with remote.fetched(url / "tables") as folder:
        assert list(store.load(folder).events.type) == ["visit"]


def test_a_second_build_copies_nothing_and_a_change_is_a_new_set(url: UPath) -> None:
    tables = url / "tables"
    build(url / "texts", tables)
    first = (tables / "manifest.json").read_text()
    assert build(url / "texts", tables).unchanged
    assert (tables / "manifest.json").read_text() == first
    names = []
    for number in range(3):
        (url / "texts" / f"{number}.txt").write_text("Joe Biden traf Xi Jinping.", encoding="utf-8")
        assert build(url / "texts", tables).documents == number + 2
        names.append(max(path.name for path in (tables / "sets").iterdir()))
    assert sorted(path.name for path in (tables / "sets").iterdir()) == names[-2:]


def test_tables_that_were_lost_are_copied_again(url: UPath) -> None:
    build(url / "texts", url / "tables")
    url.fs.rm((url / "tables").path, recursive=True)
    build(url / "texts", url / "tables")
    with remote.fetched(url / "tables") as folder:
        assert len(store.load(folder).claims) == 1


def test_a_copy_that_breaks_off_leaves_the_old_set(url: UPath, monkeypatch: pytest.MonkeyPatch) -> None:
    build(url / "texts", url / "tables")
    (url / "texts" / "b.txt").write_text("Joe Biden traf Xi Jinping.", encoding="utf-8")
    write = remote._write

    def breaking(target: UPath, content: bytes) -> None:
        if target.name == "events.parquet":
            raise ConnectionResetError("connection reset")
        write(target, content)

    with monkeypatch.context() as patch:
        patch.setattr(remote, "_write", breaking)
        with pytest.raises(StoreError, match="correct the address or the rights to it"):
            build(url / "texts", url / "tables")
    with remote.fetched(url / "tables") as folder:
        assert list(store.load(folder).documents.doc_id) == ["a"]
    build(url / "texts", url / "tables")
    with remote.fetched(url / "tables") as folder:
        assert list(store.load(folder).documents.doc_id) == ["a", "b"]


def test_a_folder_without_tables_is_an_error(url: UPath) -> None:
    with pytest.raises(StoreError, match="no tables there; run `lagebild build`"), remote.fetched(url / "none"):
        pass


def test_a_damaged_manifest_is_an_error(url: UPath) -> None:
    build(url / "texts", url / "tables")
    (url / "tables" / "manifest.json").write_text("[]")
    with pytest.raises(StoreError, match="remove it and build again"), remote.fetched(url / "tables"):
        pass


@pytest.mark.parametrize("text", ["seeds", "file:///texts/seeds", "/texts/seeds"])
def test_a_folder_of_this_machine_is_a_path(text: str) -> None:
    assert isinstance(remote.location(text), Path)


def test_an_unknown_file_system_is_one_line() -> None:
    with pytest.raises(StoreError, match="no file system for it"):
        remote.location("nowhere://bucket")
