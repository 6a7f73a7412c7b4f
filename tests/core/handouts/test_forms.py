"""Each form of a handout is opened by another reader; what people and sources wrote stays text in it."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import docx as word
import pypdfium2
import pytest
from lxml import etree
from lxml import html as markup

from core.handouts import docx, html, pdf
from core.handouts.embedded import HandoutError
from core.handouts.model import Handout
from tests.core.handouts.conftest import HOSTILE, TEXTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

needs_typst = pytest.mark.skipif(not pdf.available(), reason="Typst is not installed")


def squeezed(text: str) -> str:
    return "".join(text.split())


def beside(handout: Handout) -> list[str]:
    """What stands below facts: who takes part, and what people corrected."""
    return [told for one in handout.sections for told in (one.parties, one.corrected) if told]


def test_the_page_holds_all_and_needs_nothing_else(handout: Handout) -> None:
    root = markup.fromstring(html.page(handout))
    assert root.get("lang") == "de"
    assert [one.text_content() for one in root.iter("mark")] == [one.anchor.quote for one in handout.passages]
    said = squeezed(root.text_content())
    for words in (
        "As of 29 November 2026",
        "Sources differ",
        "uneins: Ort",
        "Blatt, characters 32 to 49",
        "a.txt",
        *beside(handout),
    ):
        assert squeezed(words) in said
    assert not root.xpath("//link | //script[@src] | //iframe | //*[starts-with(@src, 'http')]")
    assert all(one.get("src").startswith("data:image/svg+xml;base64,") for one in root.iter("img"))
    links = [link.get("href") for link in root.iter("a") if not link.get("href").startswith("#")]
    assert links == ["https://example.org/a?b=1", "https://example.org/a"]
    for link in root.iter("a"):
        if link.get("href").startswith("#"):
            assert root.get_element_by_id(link.get("href")[1:]) is not None


def test_nothing_on_the_page_is_markup_but_its_own(handout: Handout) -> None:
    content = html.page(handout)
    root = markup.fromstring(content)
    assert [one.get("type") for one in root.iter("script")] == ["application/json"]
    assert not root.xpath("//*[@onerror or @onclick or @onload]")
    assert len(list(root.iter("img"))) == 1
    assert root.findtext(".//h1") == f"Lage {HOSTILE}"
    assert b"script-src" not in content.split(b"</head>")[0]  # the policy lets none run


def test_word_holds_all_with_footnotes_and_pictures(handout: Handout) -> None:
    content = docx.document(handout)
    opened = word.Document(io.BytesIO(content))
    assert opened.paragraphs[0].text == f"Lage {HOSTILE}"
    assert opened.core_properties.title == f"Lage {HOSTILE}"
    quotes = [
        run.text
        for block in (*opened.paragraphs, *(p for t in opened.tables for c in t._cells for p in c.paragraphs))
        for run in block.runs
        if run._r.findall(f".//{W}shd")
    ]
    assert set(beside(handout)) <= {one.text for one in opened.paragraphs}
    assert sorted(quotes) == sorted(one.anchor.quote for one in handout.passages)
    with ZipFile(io.BytesIO(content)) as whole:
        assert len(set(whole.namelist())) == len(whole.namelist())
        assert not [name for name in whole.namelist() if "thumbnail" in name]
        notes = etree.fromstring(whole.read("word/footnotes.xml"))
        assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1", "2", "3"]
        assert "Blatt, characters 32 to 49" in "".join(notes.itertext())
        links = whole.read("word/_rels/footnotes.xml.rels")
        assert b"https://example.org/a?b=1" in links
        assert b"javascript:" not in links
        assert {name.rpartition(".")[2] for name in whole.namelist() if "media/" in name} == {"png", "svg"}
        body = etree.fromstring(whole.read("word/document.xml"))
        assert [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")] == ["1", "2", "3"]


@needs_typst
def test_pdf_holds_all_with_the_fonts_that_it_needs(handout: Handout) -> None:
    opened = pypdfium2.PdfDocument(pdf.document(handout))
    said = squeezed(pdf.words(pdf.document(handout), "x.pdf"))
    for words in (
        f"Lage {HOSTILE}",
        *(one.anchor.quote for one in handout.passages),
        "Page 1 of",
        "uneins: Ort",
        *beside(handout),
    ):
        assert squeezed(words) in said
    assert opened.get_metadata_value("Title") == f"Lage {HOSTILE}"
    assert opened.count_attachments() == 1


FORMS = [
    pytest.param(html.page, html.quotes, lambda content, _file: html.words(content), id="html"),
    pytest.param(docx.document, docx.quotes, docx.words, id="docx"),
    pytest.param(pdf.document, pdf.quotes, pdf.words, id="pdf", marks=needs_typst),
]


@pytest.mark.parametrize(("make", "quotes", "words"), FORMS)
def test_each_form_gives_back_its_quotes_with_their_places(
    handout: Handout,
    make: Callable[[Handout], bytes],
    quotes: Callable[[bytes, str], object],
    words: Callable[[bytes, str], str],
) -> None:
    content = make(handout)
    held = quotes(content, "file")
    assert [(one.number, one.anchor, one.text_sha256) for one in held.quotes] == [  # type: ignore[attr-defined]
        (number, one.anchor, one.text_sha256) for number, one in enumerate(handout.passages, 1)
    ]
    assert TEXTS["a"][32:49] in " ".join(words(content, "file").split())


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 torn", b"%PDF-1.7 torn", b"<html><body>another page", b"\xff\xfe"]
)
@pytest.mark.parametrize("read", [html.quotes, docx.quotes, pdf.quotes])
def test_what_is_no_handout_is_refused_in_one_line(content: bytes, read: Callable[[bytes, str], object]) -> None:
    with pytest.raises(HandoutError, match=r"^x: ") as refusal:
        read(content, "x")
    assert "\n" not in str(refusal.value)


def test_without_typst_it_is_said_what_to_install(handout: Handout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    with pytest.raises(HandoutError, match=r"pip install 'lagebild\[pdf\]'"):
        pdf.document(handout)
