from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.corpus import Item, UnreadableError, document
from core.corpus.sources import Source
from core.model import Document
from tests.core.corpus.samples import GERMAN, MORE, html, pdf, record, word


def item(file: str, source: Source | None = None) -> Item:
    return Item(file, None, Path("nowhere"), source)


def of(file: str, data: bytes) -> Document:
    return document(item(file), data).document


def refusal(file: str, data: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        document(item(file), data)
    return str(error.value)


@pytest.mark.parametrize("file", ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.jsonl"])
def test_nothing_is_empty_in_every_kind(file: str) -> None:
    assert refusal(file, b"") == "is empty; left out, fill or remove it"


@pytest.mark.parametrize(
    ("file", "data"),
    [("a.txt", b" \n"), ("a.md", b"![](a.png)"), ("a.docx", word(" ")), ("a.jsonl", record(id="a", text="\n"))],
)
def test_white_space_alone_is_empty_in_every_kind(file: str, data: bytes) -> None:
    assert refusal(file, data) == "is empty; left out, fill or remove it"


@pytest.mark.parametrize(
    ("file", "data", "message"),
    [
        (" .txt", GERMAN.encode(), "has an empty name; left out, rename it"),
        ("a.jsonl", record(id=" \n", text=GERMAN), "has an empty name; left out, rename it"),
        (f"{'a' * 201}.txt", GERMAN.encode(), "has a name of more than 200 characters; left out, rename it"),
        ("a.jsonl", record(id="a" * 201, text=GERMAN), "has a name of more than 200 characters; left out, rename it"),
    ],
)
def test_id_is_never_empty_nor_too_long_for_a_link(file: str, data: bytes, message: str) -> None:
    assert refusal(file, data) == message


def test_text_holds_nothing_that_a_table_cannot() -> None:
    assert of("a.jsonl", b'{"id": "a", "text": "a\\ud800b\\u0000c"}').text == "a\ufffdb\ufffdc"
    assert of("a.txt", f"{GERMAN} \0 {MORE}".encode()).text == f"{GERMAN} \ufffd {MORE}"


@pytest.mark.parametrize(
    ("encoding", "data"), [("utf-7", b"a+2AA-"), ("unicode_escape", rb"a\ud800"), ("idna", b"xn--a")]
)
def test_declared_encoding_gives_a_text_or_a_reason(encoding: str, data: bytes) -> None:
    try:
        text = document(item("a.txt", Source(file="a.txt", encoding=encoding)), data).document.text
    except UnreadableError:
        return
    text.encode()


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.corpus.documents._SMALL", 10_000_000)  # read in this process, where limits are lower now
    monkeypatch.setattr("core.corpus.formats.LARGEST", 5_000_000)
    monkeypatch.setattr("core.corpus.formats.LONGEST", 1_000_000)
    assert "larger than 5 MB" in refusal("a.txt", b"a" * 5_000_001)
    assert "more than 1 million characters" in refusal("a.txt", b"a" * 1_000_001)


def test_what_a_file_says_in_a_wrong_form_is_not_taken() -> None:
    head = '<meta charset="utf-8"><meta property="og:title" content="Der&#10; Titel"><link rel="canonical" href="/a b">'
    read = of("a.html", html(GERMAN, head=head).encode())
    assert (read.title, read.url) == ("Der Titel", None)
    assert of("a.md", f"---\ntitle: {'a' * 501}\ndate: gestern\nlang: Deutsch\n---\n{GERMAN}".encode()).title is None


def test_language_that_a_file_says_is_believed() -> None:
    read = document(Item("a.jsonl", 3, Path()), record(id="a", text=GERMAN, language="nl"))
    assert read.document.language == "nl"
    assert "not in German (nl, by a.jsonl, line 3)" in read.remarks[0]


@pytest.mark.parametrize(("author", "known"), [("python-docx", None), ("Unbekannt", None), ("Eva Roe", "Eva Roe")])
def test_what_programs_write_for_an_author_is_none(author: str, known: str | None) -> None:
    read = document(Item("a.jsonl", 3, Path()), record(id="a", text=GERMAN, author=author))
    assert read.document.author == known


@pytest.mark.parametrize(
    ("file", "data"),
    [("a.html", html(GERMAN).encode("cp1252")), ("a.pdf", pdf([GERMAN])), ("a.docx", word(GERMAN))],
)
def test_same_bytes_give_the_same_document(file: str, data: bytes) -> None:
    assert document(item(file), data) == document(item(file), data)


KINDS = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.jsonl"])


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(KINDS, st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_document_or_a_reason(file: str, data: bytes) -> None:
    try:
        document(item(file), data).document.text.encode()
    except UnreadableError as error:
        reason = str(error)
    else:
        reason = "none"
    assert reason
    assert "\n" not in reason
