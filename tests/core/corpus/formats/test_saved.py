"""Pages that were saved: `.mhtml` and web archives."""

import pytest

from core.corpus.formats import Enclosed, Extracted
from core.corpus.formats.mhtml import unpack
from core.corpus.formats.warc import unpack as unpack_archive
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import saved_page, web_archive
from tests.core.corpus.samples import GERMAN, MORE, html

PAGE = html(GERMAN, MORE)
TEXT = f"{GERMAN}\n\n{MORE}"
DATED = html(GERMAN, MORE, head='<meta charset="utf-8"><meta property="article:published_time" content="2021-05-03">')
UNDATED = "does not say when it was published, only that it was saved on 2024-03-20; name `published` in sources.toml"


def test_saved_page_has_its_text_and_its_address() -> None:
    [text] = unpack(saved_page(PAGE.encode(), Date="Tue, 19 Mar 2024 23:30:00 +0000"), None)
    assert (text.text, text.remark) == (TEXT, UNDATED)
    assert text.known["url"] == "https://example.org/artikel"
    [text] = unpack(saved_page(DATED.encode(), Snapshot_Content_Location="https://example.org/b"), None)
    assert (text.known["published"], text.known["url"], text.remark) == ("2021-05-03", "https://example.org/b", None)


def test_encoding_may_be_declared_beside_the_page() -> None:
    page = html(GERMAN, MORE, head="").encode("cp1252")
    assert unpack(saved_page(page, "text/html; charset=windows-1252"), None)[0].text == TEXT
    kind = "text/html; charset=iso-8859-1"
    [text] = unpack_archive(web_archive(("https://example.org/", "200 OK", kind, page)), None)
    assert isinstance(text, Extracted)
    assert text.text == TEXT


@pytest.mark.parametrize(
    "data", [b"PKxx", b"", saved_page(b"", "image/png"), saved_page(b""), saved_page(b"<html></html>")]
)
def test_file_without_a_page_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpack(data, None)


@pytest.mark.parametrize("gzip", [True, False])
def test_web_archive_gives_pages_and_documents(gzip: bool) -> None:
    address = "https://example.org/"
    data = web_archive(
        (address + "a", "200 OK", "text/html; charset=utf-8", DATED.encode()),
        (address + "b", "404 Not Found", "text/html", PAGE.encode()),
        (address + "c", "200 OK", "text/html", b"<html></html>"),
        (address + "d.js", "200 OK", "text/javascript", b"x"),
        (address + "Gr%C3%B6%C3%9Fe.pdf?x", "200 OK", "application/pdf", b"%PDF"),
        (address + "e", "200 OK", "TEXT/HTML", PAGE.encode()),
        gzip=gzip,
    )
    first, file, last = unpack_archive(data, None)
    assert isinstance(first, Extracted)
    assert isinstance(last, Extracted)
    assert (first.text, first.known["url"], first.known["published"]) == (TEXT, address + "a", "2021-05-03")
    assert file == Enclosed("Größe.pdf", b"%PDF")
    assert (last.known["url"], last.remark) == (address + "e", UNDATED)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PKxx", "is no web archive"),
        (b"\x1f\x8bxx", "is a .gz file and no web archive"),
        (web_archive(("https://example.org/", "200 OK", "text/html", b"")), "holds no page with a main text"),
    ],
    ids=["zip", "gz", "empty page"],  # an archive has ids of its own: the workers would name one test differently
)
def test_other_archives_are_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack_archive(data, None)
    assert str(error.value).startswith(message)


def test_archive_that_is_cut_off_gives_what_stands_before() -> None:
    pages = [(f"https://example.org/{n}", "200 OK", "text/html", PAGE.encode()) for n in range(3)]
    data = web_archive(*pages)
    assert len(unpack_archive(data[: -len(data) // 5], None)) >= 2
