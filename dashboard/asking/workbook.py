"""The tables of a selection as one Excel workbook, with the data dictionary as its first sheet."""

import io
from datetime import date
from typing import Any

import pyarrow as pa
import xlsxwriter

from core.tables import SCHEMAS
from dashboard.asking import export
from dashboard.asking.corpus import Corpus
from dashboard.asking.dictionary import dictionary
from dashboard.asking.selection import Shown

CELL, ROWS = 32_767, 1_048_575
"""Excel takes no more characters in a cell, and no more rows below a heading."""

FIRST_DAY = date(1900, 3, 1)
"""Days before this are no dates to Excel, or other ones than to the rest of the world."""

LEFT_OUT = ("texts",)
"""Tables whose cells Excel could not hold: whole texts are in the zip file."""

WIDE = 60
"""No column is made wider than so many characters."""


def workbook(corpus: Corpus, shown: Shown) -> bytes:
    """The workbook. What is text stays text, whatever it begins with; texts that are too long for a cell are cut."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        columns = dictionary()
        said = columns[~columns["table"].isin(LEFT_OUT)]
        _sheet(book, "data_dictionary", list(said.columns), said.to_numpy().tolist(), bold, day)
        for name in SCHEMAS:
            if name not in LEFT_OUT:
                table = export.table(corpus, shown, name)
                _sheet(book, name, table.column_names, _rows(table), bold, day)
    return file.getvalue()


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in table.slice(0, ROWS).columns), strict=True))


def _sheet(book: Any, name: str, heads: list[str], rows: list[Any], bold: Any, day: Any) -> None:
    sheet = book.add_worksheet(name)
    widths = [len(head) for head in heads]
    sheet.write_row(0, 0, heads, bold)
    for at, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, date) and value >= FIRST_DAY:
                sheet.write_datetime(at, place, value, day)
            elif isinstance(value, bool):
                sheet.write_boolean(at, place, value)
            elif isinstance(value, int | float):
                sheet.write_number(at, place, value)
            else:
                text = _text(value)
                sheet.write_string(at, place, text)
                widths[place] = max(widths[place], len(text))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width + 3, WIDE))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _text(value: object) -> str:
    text = "|".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= CELL else f"{text[: CELL - 2]} …"
