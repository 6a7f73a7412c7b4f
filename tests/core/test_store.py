import errno
import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest

from core import store
from core.build import build
from core.store import StoreError
from core.tables import SCHEMAS, TABLES_VERSION, TableError, Tables, read_set, write_set
from tests.core.engine import small_corpus
from tests.core.engine.small_corpus import VISIT, Folder


def titled(tables: Tables, title: str) -> Tables:
    return replace(tables, events=tables.events.assign(title=title))


def title(tables: Tables) -> str:
    return str(tables.events["title"][0])


def refusing(code: int) -> Callable[..., Never]:
    def refuse(*_: object, **__: object) -> Never:
        raise OSError(code, os.strerror(code))

    return refuse


@pytest.fixture
def out(tmp_path: Path, tables: Tables) -> Path:
    """An output folder with tables whose events are titled `Alt`."""
    folder = tmp_path / "out"
    store.place(titled(tables, "Alt"), folder, {"version": "1"})
    return folder


def test_what_was_placed_is_loaded(out: Path, tables: Tables) -> None:
    for (name, loaded), (_, placed) in zip(store.load(out).items(), titled(tables, "Alt").items(), strict=True):
        assert loaded.equals(placed), name


def test_manifest_holds_what_is_known_and_names_the_set(out: Path) -> None:
    manifest = store.manifest(out)
    assert manifest is not None
    assert manifest["version"] == "1"
    assert (out / "sets" / manifest["set"]).is_dir()
    assert store.complete(out)


def test_tables_of_another_version_are_not_read(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["tables_version"] == TABLES_VERSION
    for version in ({"tables_version": TABLES_VERSION + 1}, {"tables_version": 1}, {}):
        manifest.pop("tables_version", None)
        (out / "manifest.json").write_text(json.dumps({**manifest, **version}))
        named = version.get("tables_version", 1)
        message = f"holds tables of version {named}, and this Lagebild reads version {TABLES_VERSION}; run `lagebild b"
        for read in (store.load, store.located):
            with pytest.raises(StoreError, match=message):
                read(out)


def test_a_build_replaces_tables_of_another_version(tmp_path: Path) -> None:
    corpus = Folder({"a.txt": VISIT.encode()}).write(tmp_path / "corpus")
    out = tmp_path / "out"
    build(corpus, out)
    before = small_corpus.placed(out)
    manifest = json.loads((out / "manifest.json").read_text())
    (out / "manifest.json").write_text(json.dumps({**manifest, "tables_version": 1, "inputs": "others"}))
    assert not build(corpus, out).unchanged
    assert small_corpus.placed(out) == before
    assert store.located(out) is not None


def test_the_version_of_the_tables_is_raised_with_their_columns() -> None:
    described = "".join(f"{name} {f.name} {f.nullable} {f.type}" for name, schema in SCHEMAS.items() for f in schema)
    columns = hashlib.sha256(described.replace("<element:", "<item:").encode()).hexdigest()[:8]  # as Arrow's release is
    assert (TABLES_VERSION, columns) == (7, "762b7b7e"), "raise TABLES_VERSION, and write it here with the hash"


def test_folder_without_a_manifest_has_none_and_is_not_complete(tmp_path: Path) -> None:
    assert store.manifest(tmp_path) is None
    assert not store.complete(tmp_path)


def test_missing_file_makes_a_set_incomplete(out: Path) -> None:
    manifest = store.manifest(out)
    assert manifest is not None
    (out / "sets" / manifest["set"] / "notes.parquet").unlink()
    assert not store.complete(out)


def test_tables_directly_in_the_folder_are_those_of_the_current_set(out: Path, tables: Tables) -> None:
    store.place(titled(tables, "Neu"), out, {})
    assert title(read_set(out)) == title(store.load(out)) == "Neu"


def test_plain_folder_of_tables_is_loaded(tmp_path: Path, tables: Tables) -> None:
    write_set(tables, tmp_path)
    assert title(store.load(tmp_path)) == title(tables)


@pytest.mark.parametrize("name", ["none", "empty"])
def test_folder_without_tables_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreError, match="no tables there; run `lagebild build`"):
        store.load(tmp_path / name)


def test_missing_table_is_an_error(tmp_path: Path, tables: Tables) -> None:
    write_set(tables, tmp_path)
    (tmp_path / "notes.parquet").unlink()
    with pytest.raises(TableError, match="notes"):
        store.load(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]", '{"version": "1"}', '{"set": 1}'])
def test_damaged_manifest_is_an_error(out: Path, content: str) -> None:
    (out / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match="build again"):
        store.load(out)


def test_set_before_stays_for_its_readers_and_older_ones_go(out: Path, tables: Tables) -> None:
    names = []
    for number in range(3):
        store.place(titled(tables, str(number)), out, {})
        manifest = store.manifest(out)
        assert manifest is not None
        names.append(manifest["set"])
    assert sorted(path.name for path in (out / "sets").iterdir()) == sorted(names[-2:])
    assert title(read_set(out / "sets" / names[1])) == "1"


def test_reader_whose_set_is_gone_takes_the_newer_one(
    out: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(folder: Path) -> Tables:
        monkeypatch.undo()
        for number in range(2):
            store.place(titled(tables, str(number)), out, {})
        return read_set(folder)

    monkeypatch.setattr(store, "read_set", overtaken)
    assert title(store.load(out)) == "1"


def test_leftovers_of_an_interrupted_build_are_removed(out: Path, tables: Tables) -> None:
    (out / "sets" / ".new-x").mkdir()
    (out / "sets" / ".new-x" / "events.parquet").touch()
    (out / ".new-manifest.json").touch()
    store.place(tables, out, {})
    assert not list(out.rglob(".new-*"))


def test_tables_that_break_a_rule_are_not_placed(out: Path, tables: Tables) -> None:
    with pytest.raises(StoreError, match="claims c1: quote is not what stands there"):
        store.place(replace(tables, claims=tables.claims.assign(quote="Falsch")), out, {})
    assert title(store.load(out)) == "Alt"
    assert not list(out.rglob(".new-*"))


@pytest.mark.parametrize("step", ["write_set", "sync", "_replace"])
@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
    ],
)
def test_refusal_of_the_disk_leaves_the_old_set_in_place(
    out: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch, step: str, code: int, message: str
) -> None:
    before = store.manifest(out)
    monkeypatch.setattr(store, step, refusing(code))
    with pytest.raises(StoreError, match=message) as error:
        store.place(titled(tables, "Neu"), out, {})
    assert "\n" not in str(error.value)
    assert store.manifest(out) == before
    assert title(store.load(out)) == "Alt"


def test_interrupted_build_leaves_the_old_set_in_place(
    out: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> Never:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.place(titled(tables, "Neu"), out, {})
    assert title(store.load(out)) == title(read_set(out)) == "Alt"
    with store.lock(out):
        pass  # the lock was given back


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder_is_an_error(tmp_path: Path, tables: Tables) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written to"):
        store.place(tables, tmp_path / "out", {})


@pytest.mark.parametrize("below", ["", "more/deep"])
def test_file_in_the_way_is_an_error(tmp_path: Path, tables: Tables, below: str) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(StoreError, match="a file is in the way"):
        store.place(tables, tmp_path / "out" / below, {})


def test_tables_are_copied_where_the_disk_knows_no_hard_links(
    out: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", refusing(errno.EPERM))
    store.place(titled(tables, "Neu"), out, {})
    assert title(read_set(out)) == "Neu"
    assert {path.stat().st_nlink for path in out.glob("*.parquet")} == {1}


def test_lock_may_be_nested(tmp_path: Path, tables: Tables) -> None:
    with store.lock(tmp_path):
        store.place(tables, tmp_path, {})
    assert title(store.load(tmp_path)) == "Titel"


@pytest.mark.slow
def place_often(folder: Path, tables: Tables, name: str) -> None:
    for _ in range(5):
        store.place(titled(tables, name), folder, {"by": name})


@pytest.mark.slow
def test_builds_at_the_same_time_do_not_mix(out: Path, tables: Tables) -> None:
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=place_often, args=(out, tables, name)) for name in ("eins", "zwei")]
    for builder in builders:
        builder.start()
    seen = set()
    while any(builder.is_alive() for builder in builders):
        seen.add(title(store.load(out)))
    for builder in builders:
        builder.join()
        assert builder.exitcode == 0
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert title(store.load(out)) == manifest["by"]
    assert seen <= {"Alt", "eins", "zwei"}
    assert len(list((out / "sets").iterdir())) == 2
    assert {path.stem for path in out.glob("*.parquet")} == set(SCHEMAS)
