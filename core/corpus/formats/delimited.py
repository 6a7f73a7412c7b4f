"""Tables as text (`.csv`, `.tsv`), a row an article, with the names of the columns in the first row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from core.corpus import columns
from core.corpus.decoding import decode
from core.corpus.formats import LONGEST, Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message, joined

_DELIMITERS = (";", ",", "\t", "|")
_TOLD = re.compile(r"\A\"?sep=(.)\"?\r?\n", re.IGNORECASE)  # Excel's way to name the delimiter
_MOST_ROWS = 200_000
_SLIP = Message(
    "has a quotation mark that is out of place; see that no article has swallowed the next, or save it as .xlsx"
)

csv.field_size_limit(LONGEST)


def unpack(data: bytes, encoding: str | None) -> Sequence[Extracted]:
    """The articles of a table, with what its other columns say of each.

    Which sign stands between two cells is told by the header: with the right one, most of its names are known.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
        UnreadableError: no column or no row holds a text.
    """
    source, remark = decode(data, encoding)
    told = _TOLD.match(source)
    source = source[told.end() :] if told else source
    first = source.lstrip("\r\n").split("\n", 1)[0]
    delimiter = told[1] if told else max(_DELIMITERS, key=lambda sign: len(columns.named(_header(first, sign))))
    try:
        table, slip = list(_rows(source, delimiter, strict=True)), None
    except csv.Error:
        table, slip = list(_rows(source, delimiter, strict=False)), _SLIP
    header = table[0] if table else []
    places = columns.named(header)
    if not columns.holds_texts(places):
        raise columns.nameless(header)
    cells = (_mended(row, places.get("text", 0), len(header), delimiter) for row in table[1:])
    texts = columns.texts([columns.of_row(row, places) for row in cells])
    return [texts[0]._replace(remark=joined(remark, slip, texts[0].remark)), *texts[1:]]


def _header(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _rows(source: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    """The rows that are not blank."""
    for number, row in enumerate(csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=strict)):
        if number > _MOST_ROWS:
            raise UnreadableError(
                Message("has more than {n} rows; left out, split it into several files", n=_MOST_ROWS)
            )
        if any(map(str.strip, row)):
            yield row


def _mended(row: list[str], text: int, width: int, delimiter: str) -> list[str]:
    """A row whose last cell, the text, was written without quotation marks though the delimiter stands in it."""
    return [*row[:text], delimiter.join(row[text:])] if len(row) > width == text + 1 else row
