import pytest

from core.corpus.formats.html import extract
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import GERMAN, MORE, html


def test_main_text_is_kept_and_the_rest_of_the_page_is_not() -> None:
    assert extract(html(GERMAN, MORE).encode(), None).text == f"{GERMAN}\n\n{MORE}"


def test_what_the_page_declares_is_known() -> None:
    head = (
        '<meta charset="utf-8"><title>Abkommen in Wien</title><meta name="author" content="Erika Mustermann">'
        '<meta property="og:site_name" content="Beispielblatt"><link rel="canonical" href="https://example.org/1">'
        '<meta property="article:published_time" content="2021-05-03T10:00:00+02:00">'
        '<meta property="article:modified_time" content="2022-06-04T10:00:00+02:00">'
    )
    assert extract(html(GERMAN, head=head).encode(), None).known == {
        "title": "Abkommen in Wien",
        "author": "Erika Mustermann",
        "outlet": "Beispielblatt",
        "url": "https://example.org/1",
        "published": "2021-05-03",
    }


def test_date_in_the_text_is_not_taken_for_that_of_publication() -> None:
    assert "published" not in extract(html(f"{GERMAN} Wien, 3. Mai 2021", MORE).encode(), None).known


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),  # as browsers take it
        ('<meta charset="utf-16">', "utf-8"),  # which it cannot be
        ('<meta charset="iso-8859-1">', "utf-8"),  # which it is, all the same
        ("", "utf-8"),
        ("", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_characters_are_read_as_the_page_declares(head: str, encoding: str) -> None:
    text = f"„Größere Übungen“, sagte er. {GERMAN}"
    assert extract(html(text, head=head).encode(encoding), None).text == text


def test_encoding_of_sources_goes_before_that_of_the_page() -> None:
    page = html(GERMAN, MORE, head='<meta charset="utf-8">').encode("cp1252")
    assert extract(page, "cp1252").text == f"{GERMAN}\n\n{MORE}"


def test_fragment_of_a_page_is_read() -> None:
    assert extract(f"<p>{GERMAN}</p>".encode(), None).text == GERMAN


@pytest.mark.parametrize(
    "page",
    ["", "<html></html>", '<html><body><script>var text = "Der Minister";</script></body></html>', "<!-- -->"],
)
def test_page_without_a_text_is_unreadable(page: str) -> None:
    with pytest.raises(UnreadableError, match="no main text"):
        extract(page.encode(), None)


def test_page_that_is_nested_too_deeply_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="no main text"):
        extract((f"{'<div>' * 100_000}<p>{GERMAN}</p>").encode(), None)


@pytest.mark.parametrize("declared", ["rot13", "hex", "idna", "undefined", "nonsense"])
@pytest.mark.parametrize("texts", [(GERMAN, GERMAN), (GERMAN, MORE)])
def test_what_declares_no_encoding_of_texts_is_read_all_the_same(declared: str, texts: tuple[str, str]) -> None:
    page = html(*texts, head=f'<meta charset="{declared}">').encode("cp1252")
    assert texts[1] in extract(page, None).text
