from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest

from core.corpus.originals import MissingError, Original, original
from tests.core.corpus.samples import GERMAN, packed, pdf

PAGES = pdf(["Erste Seite."], [GERMAN[:60], GERMAN[60:]])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus folder beside a file that is none of its texts."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (tmp_path / "secret.txt").write_text("geheim")
    (texts / "a.txt").write_text(GERMAN)
    (texts / "b.pdf").write_bytes(PAGES)
    (texts / "c.zip").write_bytes(packed({"d.txt": GERMAN.encode()}))
    (texts / "link.txt").symlink_to(tmp_path / "secret.txt")
    return texts


def looked_at(folder: Path, file: str, *, page: int | None = None, words: str = "", sha: str = "") -> Original:
    return original(folder, file, sha, several=False, page=page, words=words)


def test_a_text_is_shown_as_it_lies_there_and_said_to_be_changed_where_it_is(folder: Path) -> None:
    digest = sha256(GERMAN.encode()).hexdigest()
    assert looked_at(folder, "a.txt", sha=digest) == Original("as_read", GERMAN)
    (folder / "a.txt").write_text("<b>anders</b>")
    assert looked_at(folder, "a.txt", sha=digest) == Original("changed", "<b>anders</b>")


@pytest.mark.parametrize(("page", "words", "shown"), [(None, "", 1), (None, GERMAN, 2), (1, GERMAN, 1), (99, "", 2)])
def test_the_page_that_is_asked_for_or_that_the_words_stand_on_is_drawn(
    folder: Path, page: int | None, words: str, shown: int
) -> None:
    found = looked_at(folder, "b.pdf", page=page, words=words)
    assert (found.page, found.pages) == (shown, 2)
    assert b64decode(found.picture).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("../secret.txt", "not in the corpus folder"),
        ("link.txt", "not in the corpus folder"),
        ("/etc/hostname", "not in the corpus folder"),
        ("gone.txt", "not in the corpus folder"),
        ("c.zip/d.txt", "stands inside another"),
        ("c.zip", r"of this kind \(\.zip\)"),
    ],
)
def test_nothing_outside_of_the_folder_and_no_file_of_another_kind_is_shown(folder: Path, file: str, why: str) -> None:
    with pytest.raises(MissingError, match=why):
        looked_at(folder, file)


def test_without_the_folder_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="not at hand here"):
        looked_at(tmp_path / "none", "a.txt")


def test_a_damaged_file_is_said_to_be_unreadable(folder: Path) -> None:
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(MissingError, match="cannot be read any more"):
        looked_at(folder, "b.pdf")
