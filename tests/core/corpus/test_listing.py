import pickle
from pathlib import Path

import pytest
from upath import UPath

from core.corpus import Items, items
from core.corpus.formats import SUFFIXES
from core.corpus.refused import reason
from tests.core.corpus.samples import GERMAN, record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    return tmp_path


def reasons(listed: Items) -> dict[str, str]:
    return {notice.file: notice.message for notice in listed.notices}


def test_a_file_is_an_item_and_so_is_a_line(folder: Path) -> None:
    (folder / "b.jsonl").write_bytes(b"\n" + record(id="x", text="y") + b"  \r\n{")
    listed = items(folder)
    assert [(item.file, item.part, item.place) for item in listed.items] == [
        ("a.txt", None, "a.txt"),
        ("b.jsonl", 2, "b.jsonl, line 2"),
        ("b.jsonl", 4, "b.jsonl, line 4"),
    ]
    assert [item.data() for item in listed.items] == [GERMAN.encode(), record(id="x", text="y"), b"{"]
    assert listed.notices == ()


def test_item_travels_to_another_process(folder: Path) -> None:
    (folder / "b.jsonl").write_bytes(b"{}")
    (folder / "sources.toml").write_text('[[document]]\nfile = "a.txt"\ntitle = "T"', encoding="utf-8")
    (elsewhere := UPath("memory://corpus-that-travels")).mkdir()
    (elsewhere / "c.md").write_text(GERMAN)
    for item in (*items(folder).items, *items(elsewhere).items):
        copy = pickle.loads(pickle.dumps(item))  # noqa: S301 - just made
        assert copy == item
        assert copy.data() == item.data()


def test_every_other_entry_is_noticed_with_what_to_do(folder: Path) -> None:
    for name in ("b.doc", "c", "d.txt.bak", "e\nf.png"):
        (folder / name).touch()
    left_out = reasons(items(folder))
    kind = f"is none of the kinds that are read ({SUFFIXES}); left out, convert or remove it"
    assert left_out == {"b.doc": reason("b.doc"), "c": kind, "d.txt.bak": kind, "e\ufffdf.png": reason("f.png")}


def test_what_tells_of_the_corpus_is_no_text_and_needs_no_notice(folder: Path) -> None:
    for name in (".hidden.txt", ".DS_Store", "README.md", "README", "readme.html", "sources.toml"):
        (folder / name).touch()
    listed = items(folder)
    assert [item.file for item in listed.items] == ["a.txt"]
    assert listed.notices == ()


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, scheme: str) -> None:
    (tmp_path / "secret.txt").write_text("geheim")
    (tmp_path / "secret").mkdir()
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c.jsonl").symlink_to("../secret.txt")
    (folder / "d").symlink_to(tmp_path / "secret")
    listed = items(UPath(f"{scheme}{folder}"))
    assert [item.file for item in listed.items] == ["a.txt"]
    assert set(reasons(listed).values()) == {
        "is a link to a place outside the corpus folder; left out, copy the text itself there"
    }


def test_records_are_bounded_in_number_and_size(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.corpus.listing._MOST_LINES", 2)
    monkeypatch.setattr("core.corpus.listing._MOST_BYTES", 20)
    (folder / "b.jsonl").write_bytes(b"{}\n" * 3)
    (folder / "c.jsonl").write_bytes(b"{}\n" * 20)
    (folder / "d.jsonl").write_bytes(b"\n \n")
    listed = items(folder)
    assert [item.place for item in listed.items] == ["a.txt", "b.jsonl, line 1", "b.jsonl, line 2"]
    assert [message.partition(";")[0] for message in reasons(listed).values()] == [
        "has more than 2 lines",
        "is larger than 0 MB",
        "holds no records",
    ]


def test_file_larger_than_any_text_is_not_read_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.corpus.listing.LARGEST_HOLDER", 10)
    (item,) = items(folder).items
    assert item.data() == GERMAN.encode()[:11]
