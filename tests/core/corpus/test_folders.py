"""Texts in sub-folders of the corpus folder."""

import unicodedata
from pathlib import Path

import pytest
from upath import UPath

from core.corpus import CorpusError, items, read
from core.corpus.limits import DEEPEST_FOLDER
from tests.core.corpus.samples import GERMAN, html, record

ENTRY = '[[document]]\nfile = "{file}"\ntitle = "Titel"\n'


def put(path: Path, text: str = GERMAN) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, str]:
    """The ids of the documents with their files."""
    return {document.doc_id: document.file for document in read(folder).documents}


def noticed(folder: Path) -> dict[str, str]:
    return {notice.file: notice.message for notice in items(folder).notices}


def test_texts_in_folders_have_the_folder_in_their_ids(tmp_path: Path) -> None:
    for name in ("b.txt", "a/b.txt", "c/d/b.txt", "a/a.b.txt"):
        put(tmp_path / name)
    (tmp_path / "a" / "e.jsonl").write_bytes(record(id="x", text=GERMAN))
    assert files(tmp_path) == {
        "a/a.b": "a/a.b.txt",
        "a/b": "a/b.txt",
        "x": "a/e.jsonl",
        "b": "b.txt",
        "c/d/b": "c/d/b.txt",
    }


def test_names_of_folders_are_in_normal_form(tmp_path: Path) -> None:
    put(tmp_path / unicodedata.normalize("NFD", "März") / unicodedata.normalize("NFD", "Müll.txt"))
    assert files(tmp_path) == {"März/Müll": "März/Müll.txt"}


def test_sources_name_texts_by_their_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/b.txt"):
        put(tmp_path / name)
    put(tmp_path / "sources.toml", ENTRY.format(file="a/b.txt"))
    assert [document.title for document in read(tmp_path).documents] == ["Titel", None]


@pytest.mark.parametrize("file", ["/a/b.txt", "a//b.txt", "a/../a/b.txt", "./b.txt", r"a\\b.txt"])
def test_other_paths_are_an_error_that_says_how_to_write_them(tmp_path: Path, file: str) -> None:
    put(tmp_path / "a" / "b.txt")
    put(tmp_path / "sources.toml", ENTRY.format(file=file))
    with pytest.raises(CorpusError, match=r"is no path in the corpus folder; write it from there on"):
        read(tmp_path)


def test_hidden_folders_and_readmes_need_no_notice(tmp_path: Path) -> None:
    for name in ("a.txt", ".git/b.txt", "c/.d/e.txt", "c/README.md", "c/.DS_Store"):
        put(tmp_path / name)
    (tmp_path / "empty").mkdir()
    assert files(tmp_path) == {"a": "a.txt"}
    assert noticed(tmp_path) == {}


def test_sources_in_a_folder_are_not_read_and_said_where_they_belong(tmp_path: Path) -> None:
    put(tmp_path / "a" / "b.txt")
    put(tmp_path / "a" / "sources.toml", ENTRY.format(file="b.txt"))
    assert noticed(tmp_path)["a/sources.toml"].startswith("is read in the corpus folder alone; move its entries there")


@pytest.mark.parametrize("beside", ["Seite_files", "Seite-Dateien"])
def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path, beside: str) -> None:
    put(tmp_path / "a" / "Seite.html", html(GERMAN))
    put(tmp_path / "a" / beside / "werbung.html", html("Kaufen Sie jetzt."))
    put(tmp_path / "Andere_files" / "b.txt")
    assert files(tmp_path) == {"Andere_files/b": "Andere_files/b.txt", "a/Seite": "a/Seite.html"}
    assert "belongs to the saved page" in noticed(tmp_path)[f"a/{beside}"]


def test_links_to_folders_are_not_followed_wherever_they_lead(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    put(folder / "a" / "b.txt")
    put(tmp_path / "secret" / "c.txt")
    (folder / "a" / "round").symlink_to(folder)
    (folder / "out").symlink_to(tmp_path / "secret")
    assert files(folder) == {"a/b": "a/b.txt"}
    assert noticed(folder) == {
        "a/round": "is a link to a folder; left out, its texts are read where they are",
        "out": "is a link to a place outside the corpus folder; left out, copy the text itself there",
    }


def test_folders_without_end_are_left_out(tmp_path: Path) -> None:
    put(tmp_path.joinpath(*["a"] * (DEEPEST_FOLDER + 2), "b.txt"))
    put(tmp_path / "a.txt")
    assert files(tmp_path) == {"a": "a.txt"}
    assert [message.partition(";")[0] for message in noticed(tmp_path).values()] == [
        f"is more than {DEEPEST_FOLDER} folders deep"
    ]


def test_folder_that_cannot_be_read_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "b" / "c.txt")
    walk = Path.iterdir

    def refused(path: Path) -> object:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return walk(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert files(tmp_path) == {"a": "a.txt"}
    assert noticed(tmp_path)["b"].startswith("cannot be read (Permission denied)")


def test_folders_elsewhere_are_read_in_the_same_way(tmp_path: Path) -> None:
    elsewhere = UPath("memory://corpus-with-folders")
    for name in ("b.txt", "a/b.txt", "c/d/ü.txt"):
        put(tmp_path / name)
        (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
        (elsewhere / name).write_text(GERMAN, encoding="utf-8")
    assert read(elsewhere) == read(tmp_path)
