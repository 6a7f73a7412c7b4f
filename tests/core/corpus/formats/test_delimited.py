import pytest

from core.corpus.formats.delimited import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import GERMAN, MORE

KNOWN = {"published": "2024-03-19", "outlet": "Blatt", "title": "Größe"}


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_are_found_out(sign: str, encoding: str) -> None:
    rows = [["datum", "Quelle", "Überschrift", "TEXT"], ["19.03.2024", "Blatt", "Größe", f'"{GERMAN}"']]
    [text] = unpack("\r\n".join(map(sign.join, rows)).encode(encoding), None)
    assert (text.text, text.known, text.doc_id) == (GERMAN, KNOWN, None)


def test_delimiter_can_be_told_as_excel_does() -> None:
    [text] = unpack(f'sep=;\r\nTitel;Text\r\na, b;"{MORE}"\r\n'.encode(), None)
    assert (text.text, text.known) == (MORE, {"title": "a, b"})


def test_text_keeps_its_lines_and_quotation_marks() -> None:
    [text] = unpack(b'id,Text\n7a,"Er sagte ""Nein"".\n\nDann ging er, sagt man."\n', None)
    assert (text.text, text.doc_id) == ('Er sagte "Nein".\n\nDann ging er, sagt man.', "7a")


def test_text_at_the_end_may_have_the_delimiter_in_it() -> None:
    [text] = unpack(b"Titel,Text\na,Er kam, sah, siegte.\n", None)
    assert text.text == "Er kam, sah, siegte."


def test_rows_without_a_text_are_told() -> None:
    texts = unpack(b"Titel;Text\na;A\n;\n\nb;\nc;\nd;D\n", None)
    assert [text.text for text in texts] == ["A", "D"]
    assert [text.remark for text in texts] == ["2 rows have no text; left out, fill the column `text`", None]


def test_quotation_mark_that_is_out_of_place_is_told() -> None:
    texts = unpack(b'Titel;Text\na;"Nein", sagte er.\nb;B\n', None)
    assert [text.text for text in texts] == ["Nein, sagte er.", "B"]
    assert texts[0].remark
    assert "quotation mark" in texts[0].remark


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a;b\n1;2\n", "has no column with texts (found: a, b)"),
        (b"\n\n", "has no column with texts (found: no header)"),
        (b"Text\n\n", "has no text in any of its rows"),
        (b"PK\3\4\0\0\0", "not a text but binary data"),
    ],
)
def test_table_without_texts_is_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack(data, None)
    assert str(error.value).startswith(message)
