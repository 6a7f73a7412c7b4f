import pytest

from core.corpus.formats.odt import extract
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import open_document, zipped
from tests.core.corpus.samples import GERMAN


def text(body: str) -> str:
    return extract(open_document(body), None).text


def test_paragraphs_headings_items_and_cells_are_lines() -> None:
    body = (
        "<text:h>Größe</text:h><text:p/><text:p>Ein <text:span>Wort</text:span>.</text:p>"
        "<text:list><text:list-item><text:p>Punkt</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert text(body) == "Größe\n\nEin Wort.\n\nPunkt\n\nA\n\nB"


def test_blanks_tabs_and_breaks_are_read() -> None:
    assert text('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>') == "a   b\tc\nd"
    assert len(text('<text:p>a<text:s text:c="999999999"/>b</text:p>')) < 2000


def test_paragraph_in_a_frame_is_apart_from_the_one_that_it_stands_in() -> None:
    assert text("<text:p>Vor <text:span><text:p>innen</text:p></text:span> nach</text:p>") == "innen\n\nVor  nach"


def test_deleted_text_remarks_and_footnotes_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:p>Text<office:annotation><text:p>Rand"
        "</text:p></office:annotation><text:note><text:note-body><text:p>unten</text:p></text:note-body></text:note>.</text:p>"
    )
    assert text(body) == "Text."


def test_title_and_author_are_known() -> None:
    properties = "<dc:title>Größe</dc:title><meta:initial-creator>Erika</meta:initial-creator>"
    assert extract(open_document("<text:p>a</text:p>", properties), None).known == {"title": "Größe", "author": "Erika"}


def test_entities_are_not_resolved_and_depth_does_not_matter() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    body = f"<a xmlns:text='t'><text:p>{GERMAN}&b;&c;</text:p></a>"
    assert extract(zipped({"content.xml": laughs + body}), None).text == GERMAN
    deep = "<text:span>" * 200 + "a" + "</text:span>" * 200
    assert text(f"<text:p>{deep}</text:p>") == "a"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PKxx", "is no OpenDocument text"),
        (zipped({"a": b""}), "is no OpenDocument text"),
        (zipped({"content.xml": b""}), "is no XML"),
        (zipped({"content.xml": b"", "META-INF/manifest.xml": b"<encryption-data/>"}), "is encrypted"),
        (zipped({"content.xml": b" " * 30_000_000}), "unpacks to more"),
    ],
)
def test_other_files_are_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        extract(data, None)
    assert str(error.value).startswith(message)
