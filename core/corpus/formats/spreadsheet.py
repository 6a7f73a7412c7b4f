"""Spreadsheets (`.xlsx`, `.xls`, `.ods`), a row an article, with the names of the columns in one of the first rows."""

import io
from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from itertools import islice
from zipfile import BadZipFile, is_zipfile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from core.corpus import columns, packages
from core.corpus.columns import Cell
from core.corpus.formats import Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_HEADER_ROWS = 10  # in which the names of the columns stand
_MOST_CELLS = 20_000_000  # of a sheet, the empty ones too


def unpack(data: bytes, _: str | None) -> Sequence[Extracted]:
    """The articles of every sheet that has a column with texts, with what its other columns say of each.

    Raises:
        UnreadableError: the file is no spreadsheet, a damaged or encrypted one, or no sheet holds texts.
    """
    try:
        if is_zipfile(io.BytesIO(data)):
            packages.refuse_bombs(data)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (CalamineError, BadZipFile, OSError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        if locked:
            raise UnreadableError(Message("is encrypted; left out, save it without a password")) from error
        raise UnreadableError(
            Message("is no spreadsheet or a damaged one; left out, save it anew as .xlsx or .csv")
        ) from error
    rows: list[dict[str, Cell]] = []
    headers: list[Cell] = []
    known = False
    for name in workbook.sheet_names:
        table = _cells(workbook.get_sheet_by_name(name))
        first = list(islice(table, _HEADER_ROWS))
        at = next((n for n, row in enumerate(first) if columns.holds_texts(columns.named(row))), None)
        if at is None:
            headers += next((row for row in first if any(cell not in (None, "") for cell in row)), [])
            continue
        known = True
        places = columns.named(first[at])
        rows += (columns.of_row(row, places) for row in first[at + 1 :])
        rows += (columns.of_row(row, places) for row in table)
    if not known:
        raise columns.nameless(headers)
    return columns.texts(rows)


def _cells(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    """The rows of a sheet, without the empty rows and columns before the first."""
    if sheet.height * sheet.width > _MOST_CELLS:
        raise UnreadableError(
            Message("has a sheet with more cells than a list of articles; left out, save its rows as .csv")
        )
    for row in sheet.iter_rows():
        yield [None if isinstance(cell, time | timedelta) else cell for cell in row]
