import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from upath import UPath

from core.corpus import Corpus, CorpusError, read
from tests.core.corpus.samples import GERMAN, MORE, html, pdf, record, word

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


def test_documents_are_sorted_by_file_and_line(folder: Path) -> None:
    for name in ("d.txt", "b.TXT"):
        (folder / name).write_text(GERMAN, encoding="utf-8")
    (folder / "c.jsonl").write_bytes(record(id="z", text=GERMAN) + b"\n" + record(id="y", text=GERMAN))
    assert ids(read(folder)) == ["a", "b", "z", "y", "d"]


def test_every_kind_of_file_gives_a_document_with_its_text_and_what_it_says(tmp_path: Path) -> None:
    day = '<meta charset="utf-8"><meta property="article:published_time" content="2021-05-03">'
    files = {
        "a.txt": GERMAN.encode(),
        "b.md": f"---\ndate: 2021-05-04\n---\n{GERMAN}\n".encode(),
        "c.html": html(GERMAN, MORE, head=day).encode(),
        "d.htm": html(GERMAN, MORE).encode(),
        "e.pdf": pdf([GERMAN]),
        "f.docx": word(GERMAN, title="Titel"),
        "g.ndjson": record(id="h", text=GERMAN, published="2021"),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    corpus = read(tmp_path)
    assert corpus.notices == ()
    assert {document.text for document in corpus.documents} == {GERMAN, f"{GERMAN}\n\n{MORE}"}
    assert [(d.doc_id, d.title, d.published, d.published_from) for d in corpus.documents] == [
        ("a", None, None, "a.txt"),
        ("b", None, "2021-05-04", "b.md"),
        ("c", None, "2021-05-03", "c.html"),
        ("d", None, None, "d.htm"),
        ("e", None, None, "e.pdf"),
        ("f", "Titel", None, "f.docx"),
        ("h", None, "2021", "g.ndjson, line 1"),
    ]


def test_sources_go_before_what_a_file_says(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(GERMAN, title="Vorlage"))
    (tmp_path / "b.jsonl").write_bytes(record(id="b", text=GERMAN, title="Titel", published="2020"))
    (tmp_path / "sources.toml").write_text(
        '[[document]]\nfile = "a.docx"\ntitle = "Abkommen"\n'
        '[[document]]\nfile = "b.jsonl"\noutlet = "Blatt"\npublished = 2021',
        encoding="utf-8",
    )
    a, b = read(tmp_path).documents
    assert a.title == "Abkommen"
    assert (b.title, b.outlet, b.published, b.published_from) == ("Titel", "Blatt", "2021", "sources.toml")


def test_wrong_lines_are_noticed_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    good = [record(id=letter, text=GERMAN) for letter in "abcdefgh"]
    (tmp_path / "a.jsonl").write_bytes(b"\r\n".join([b"{", *good, b'{"id": "i"}', b"", b"x"]))
    corpus = read(tmp_path)
    assert ids(corpus) == list("abcdefgh")
    assert [str(notice).split(";")[0] for notice in corpus.notices] == [
        "a.jsonl, line 1: is no JSON (Expecting property name enclosed in double quotes)",
        "a.jsonl, line 18: has no `text`",
        "a.jsonl, line 20: is no JSON (Expecting value)",
    ]


@pytest.mark.slow
def test_file_full_of_wrong_lines_is_told_in_few(folder: Path) -> None:
    (folder / "b.jsonl").write_bytes(b"x\n" * 5000 + record(id="b", text=GERMAN))
    corpus = read(folder)
    assert ids(corpus) == ["a", "b"]
    assert len(corpus.notices) == 101
    assert str(corpus.notices[99]).startswith("b.jsonl, line 100: is no JSON")
    assert str(corpus.notices[100]) == "b.jsonl: 4900 more notices on its lines; correct these first"


def test_second_text_with_the_same_id_is_left_out(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(pdf([GERMAN]))
    (folder / "b.jsonl").write_bytes(record(id="b", text=GERMAN) * 2 + record(id="a", text=GERMAN))
    corpus = read(folder)
    assert ids(corpus) == ["a", "b"]
    assert [str(notice) for notice in corpus.notices] == [
        "a.txt: has the same id as a.pdf (`a`); left out, rename one",
        "b.jsonl, line 2: has the same id as b.jsonl, line 1 (`b`); left out, rename one",
        "b.jsonl, line 3: has the same id as a.pdf (`a`); left out, rename one",
    ]


def test_text_that_cannot_be_read_leaves_its_id_to_the_next(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(pdf([]))
    corpus = read(folder)
    assert [document.file for document in corpus.documents] == ["a.txt"]
    assert "no text layer" in only_notice(corpus, "a.pdf")


def test_folder_in_memory_is_read_like_one_on_disk(folder: Path) -> None:
    elsewhere = UPath("memory://corpus-read-like-one-on-disk")
    elsewhere.mkdir()
    (folder / "b.jsonl").write_bytes(record(id="b", text=GERMAN) + b"x")
    (folder / "c.pdf").write_bytes(pdf([GERMAN]))
    (folder / "d\n#1?.md").write_text(GERMAN, encoding="utf-8")
    (folder / "sources.toml").write_text('[[document]]\nfile = "c.pdf"\ntitle = "T"', encoding="utf-8")
    (folder / "e.doc").touch()
    (folder / "f").mkdir()
    (folder / "f" / "a.txt").write_text(GERMAN, encoding="utf-8")
    for path in folder.rglob("*.*"):
        copy = elsewhere / path.relative_to(folder).as_posix()
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert read(elsewhere) == read(folder)
    assert ids(read(elsewhere)) == ["a", "b", "c", "d\ufffd#1?", "f/a"]


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


@pytest.mark.slow
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
    (folder / ".a").write_text(GERMAN, encoding="utf-8")
    (folder / "inside.txt").symlink_to(folder / ".a")
    (folder / "outside.txt").symlink_to(outside)
    corpus = read(folder)
    assert ids(corpus) == ["inside"]
    assert "outside the corpus folder" in only_notice(corpus, "outside.txt")


def test_what_is_no_file_is_left_out_with_a_notice(folder: Path) -> None:
    (folder / "b.txt").symlink_to(folder / "b")
    (folder / "b").mkdir()
    (folder / "c.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "d.txt")
    (folder / "e.txt").symlink_to(folder / "e.txt")
    corpus = read(folder)
    assert ids(corpus) == ["a"]
    assert [notice.file for notice in corpus.notices] == ["b.txt", "c.txt", "d.txt", "e.txt"]


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
    for name in ("a.doc", "b.doc", "c.ppt"):
        (tmp_path / name).touch()
    with pytest.raises(CorpusError, match=r"found: 2 \.doc, 1 \.ppt"):
        read(tmp_path)


def test_folder_in_which_no_text_can_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(CorpusError, match=r"none of its texts can be read \(a\.txt: is empty"):
        read(tmp_path)


def test_seeds_are_read_without_notices() -> None:
    corpus = read(Path(__file__).parents[3] / "seeds")
    assert len(corpus.documents) == 5
    assert corpus.notices == ()
    assert all(document.title and document.published is None for document in corpus.documents)


def test_a_large_text_is_read_with_a_word_on_what_it_costs(tmp_path: Path) -> None:
    (tmp_path / "archiv.txt").write_text("Der Minister reist am Montag nach Wien. " * 60_000, encoding="utf-8")
    corpus = read(tmp_path)
    assert len(corpus.documents) == 1
    (notice,) = corpus.notices
    assert "large" in str(notice)
    assert "split" in str(notice)
