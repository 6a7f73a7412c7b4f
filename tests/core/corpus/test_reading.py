import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from core.corpus import Corpus, CorpusError, read

GERMAN = "Der Minister hat am Dienstag ein Abkommen unterzeichnet, wie die Regierung in Wien mitteilte."
ENGLISH = "The minister signed an agreement on Tuesday, as the government said in a statement from the capital."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    return tmp_path


def only_notice(corpus: Corpus, file: str) -> str:
    [notice] = corpus.notices
    assert notice.file == file
    assert str(notice).startswith(f"{file}: ")
    assert "\n" not in str(notice)
    return notice.message


def ids(corpus: Corpus) -> list[str]:
    return [document.doc_id for document in corpus.documents]


def test_document_holds_the_text_its_hash_and_what_sources_say(folder: Path) -> None:
    data = b"\xef\xbb\xbf" + GERMAN.encode() + b"\r\n"
    (folder / "Straße & Weg 1.txt").write_bytes(data)
    (folder / "sources.toml").write_text(
        '[[document]]\nfile = "Straße & Weg 1.txt"\ntitle = "T"\noutlet = "O"\nurl = "https://example.org"\n'
        'translated_from = "en"\npublished = "2021"',
        encoding="utf-8",
    )
    corpus = read(folder)
    assert corpus.notices == ()
    document = corpus.documents[0]
    assert (document.doc_id, document.file) == ("Straße & Weg 1", "Straße & Weg 1.txt")
    assert document.text == GERMAN + "\r\n"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.title, document.outlet, document.url) == ("T", "O", "https://example.org")
    assert (document.translated_from, document.published, document.language) == ("en", "2021", "de")
    assert corpus.documents[1].title is None


def test_documents_are_sorted_and_other_files_left_alone(folder: Path) -> None:
    for name in ("c.txt", "b.TXT", "notes.md"):
        (folder / name).write_text(GERMAN, encoding="utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "d.txt").write_text(GERMAN, encoding="utf-8")
    assert ids(read(folder)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "binary data"),
    ],
)
def test_file_without_a_text_is_left_out_with_a_notice(folder: Path, data: bytes, message: str) -> None:
    (folder / "b.txt").write_bytes(data)
    corpus = read(folder)
    assert ids(corpus) == ["a"]
    assert message in only_notice(corpus, "b.txt")


def test_legacy_encoding_is_named_in_a_notice(folder: Path) -> None:
    text = "Größere Übungen für später, wie „Blatt“ berichtet."
    (folder / "b.txt").write_bytes(text.encode("cp1252"))
    corpus = read(folder)
    assert corpus.documents[1].text == text
    assert "read as cp1252" in only_notice(corpus, "b.txt")


def test_declared_encoding_needs_no_notice(folder: Path) -> None:
    (folder / "b.txt").write_bytes("Größe".encode("cp850"))
    (folder / "sources.toml").write_text('[[document]]\nfile = "b.txt"\nencoding = "cp850"', encoding="utf-8")
    corpus = read(folder)
    assert (corpus.documents[1].text, corpus.notices) == ("Größe", ())


def test_text_in_another_language_is_kept_with_a_notice(folder: Path) -> None:
    (folder / "b.txt").write_text(ENGLISH, encoding="utf-8")
    corpus = read(folder)
    assert [document.language for document in corpus.documents] == ["de", "en"]
    assert "not in German (en" in only_notice(corpus, "b.txt")


def test_declared_language_is_believed(folder: Path) -> None:
    (folder / "sources.toml").write_text('[[document]]\nfile = "a.txt"\nlanguage = "nl"', encoding="utf-8")
    corpus = read(folder)
    assert corpus.documents[0].language == "nl"
    assert "not in German (nl, by sources.toml)" in only_notice(corpus, "a.txt")


def test_text_of_ten_megabytes_is_read_whole(folder: Path) -> None:
    text = (GERMAN + "\n") * (10_000_000 // len(GERMAN))
    (folder / "b.txt").write_text(text, encoding="utf-8")
    assert read(folder).documents[1].text == text


@pytest.mark.parametrize("names", [("ü.txt", unicodedata.normalize("NFD", "ü.txt")), ("u.txt", "u.TXT")])
def test_second_text_of_the_same_name_is_left_out(tmp_path: Path, names: tuple[str, str]) -> None:
    for name in names:
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system takes the two names for one")
    corpus = read(tmp_path)
    assert ids(corpus) == [unicodedata.normalize("NFC", names[0])[0]]
    assert "rename one" in corpus.notices[0].message


def test_links_are_followed_inside_the_folder_alone(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "corpus"
    outside.write_text(GERMAN, encoding="utf-8")
    folder.mkdir()
    (folder / "a.md").write_text(GERMAN, encoding="utf-8")
    (folder / "inside.txt").symlink_to(folder / "a.md")
    (folder / "outside.txt").symlink_to(outside)
    corpus = read(folder)
    assert ids(corpus) == ["inside"]
    assert "outside the corpus folder" in only_notice(corpus, "outside.txt")


def test_what_is_no_file_is_left_out_with_a_notice(folder: Path) -> None:
    (folder / "b.txt").mkdir()
    (folder / "c.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "d.txt")
    corpus = read(folder)
    assert ids(corpus) == ["a"]
    assert [notice.file for notice in corpus.notices] == ["b.txt", "c.txt", "d.txt"]


def test_file_name_that_is_no_text_is_shown_as_well_as_it_can_be(folder: Path) -> None:
    (folder / "a.txt").rename(folder / os.fsdecode(b"gr\xfc\xdfe\n2.txt"))
    document = read(folder).documents[0]
    assert document.doc_id == "gr\ufffd\ufffde\ufffd2"


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist; name a folder"):
        read(tmp_path / "none")


def test_file_instead_of_a_folder_is_an_error(folder: Path) -> None:
    with pytest.raises(CorpusError, match="is a file, not a folder"):
        read(folder / "a.txt")


def test_folder_without_texts_is_an_error_that_says_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no texts there \(found: nothing\)"):
        read(tmp_path)
    for name in ("a.docx", "b.docx", "c.pdf"):
        (tmp_path / name).touch()
    with pytest.raises(CorpusError, match=r"found: 2 \.docx, 1 \.pdf"):
        read(tmp_path)


def test_folder_in_which_no_text_can_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(CorpusError, match=r"none of its 1 texts can be read \(a\.txt: is empty"):
        read(tmp_path)


def test_seeds_are_read_without_notices() -> None:
    corpus = read(Path(__file__).parents[3] / "seeds")
    assert len(corpus.documents) == 5
    assert corpus.notices == ()
    assert all(document.title and document.published is None for document in corpus.documents)


def test_a_large_text_is_read_with_a_word_on_what_it_costs(tmp_path: Path) -> None:
    (tmp_path / "archiv.txt").write_text("Der Minister reist am Montag nach Wien. " * 60_000, encoding="utf-8")
    found = read(tmp_path)
    assert len(found.documents) == 1
    (notice,) = found.notices
    assert "large" in str(notice)
    assert "split" in str(notice)
