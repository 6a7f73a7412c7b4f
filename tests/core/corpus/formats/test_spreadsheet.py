import pytest

from core.corpus.formats.spreadsheet import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import open_sheet, workbook, zipped
from tests.core.corpus.samples import GERMAN, MORE


def test_every_sheet_with_a_header_is_read_and_days_are_days() -> None:
    data = workbook(
        Eins=[["Recherche vom März"], [], ["Nr", "Datum", "Medium", "Volltext"], [1, 45370.75, "Blatt", GERMAN]],
        Notizen=[["Wer", "Was"], ["ich", "das"]],
        Zwei=[["Text", "Datum", "Autor"], [MORE, "18. März 2024", None], [None, "x", None]],
    )
    texts = unpack(data, None)
    assert [(text.text, text.known) for text in texts] == [
        (GERMAN, {"published": "2024-03-19", "outlet": "Blatt"}),
        (MORE, {"published": "2024-03-18"}),
    ]
    assert texts[0].remark == "1 row has no text; left out, fill the column `text`"


def test_no_row_of_a_long_sheet_is_lost() -> None:
    rows = [[f"{MORE} {number}"] for number in range(30)]
    assert [[text.text] for text in unpack(workbook(A=[["Text"], *rows]), None)] == rows


def test_day_that_is_a_bare_number_is_one_of_excel_and_a_year_is_a_year() -> None:
    texts = unpack(workbook(A=[["Text", "Datum"], [GERMAN, 45370], [MORE, 2024]]), None)
    assert [text.known["published"] for text in texts] == ["2024-03-19", "2024"]


def test_ids_are_those_of_the_table_unless_they_only_number_its_rows() -> None:
    assert [text.doc_id for text in unpack(workbook(A=[["ID", "Text"], [7, GERMAN], ["b", MORE]]), None)] == ["7", "b"]
    assert [text.doc_id for text in unpack(workbook(A=[["Nr", "Text"], [1, GERMAN], [2, MORE]]), None)] == [None, None]


def test_sheet_of_libreoffice_is_read() -> None:
    [text] = unpack(open_sheet([["Titel", "Text"], ["Größe", GERMAN]]), None)
    assert (text.text, text.known) == (GERMAN, {"title": "Größe"})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PKxx", "is no spreadsheet"),
        (b"", "is no spreadsheet"),
        (zipped({"a": "b"}), "is no spreadsheet"),
        (workbook(A=[["a", "b"], ["c"]]), "has no column with texts (found: a, b)"),
        (workbook(A=[]), "has no column with texts (found: no header)"),
        (workbook(A=[["Text"], [None]]), "has no text in any of its rows"),
        (zipped({"xl/a.xml": b"<a>" + b" " * 30_000_000}), "unpacks to more"),
    ],
)
def test_file_without_texts_is_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack(data, None)
    assert str(error.value).startswith(message)
