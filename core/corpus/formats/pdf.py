"""PDF files (`.pdf`) with a text layer: the lines of each page, joined to paragraphs.

PDFium reads them, the reader of the Chromium browser: it mends words that were divided at the end of a line, and is
tried with hostile files all the time.
"""

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

from core.corpus.formats import BREAK, LONGEST, Extracted
from core.corpus.unreadable import UnreadableError

_MOST_PAGES = 2_000
_SAME_SIZE = 0.15  # by which the type of two lines of a paragraph may differ
_LEADING = 0.8  # between two lines of a paragraph at most, in their height
_OVERLAP = 0.3  # by which the box of a line may reach into that of another, in their height
_INDENT = 0.8  # of a paragraph's first line at least, in its height
_COLUMN = 4.0  # by which the left ends of a column's lines differ at most, in their height
_BLANK = 0.2  # the width of a blank, in its height

# PDFium's signs for a hyphen at the end of a line, or one that it has left there, and the word after it.
_DIVIDED = re.compile("(?:[\x02\ufffe\xad]\n?|(?<=\\w)[-\u2010]\n)(?=(\\w*))")
_SECOND_PARTS = ("und", "oder", "bis", "sowie", "noch")  # after the first part of "Rüstungs- und Handelspolitik"


class _Box(NamedTuple):
    """In points from the lower left corner of the page."""

    left: float
    right: float
    top: float
    bottom: float


class _Line(NamedTuple):
    """A line with the boxes around its first and its last character, and how wide its first word is.

    Where PDFium has put a divided word together, the last character stands a line lower than the first.
    """

    text: str
    first: _Box
    last: _Box
    word: float

    @property
    def height(self) -> float:
        return self.last.top - self.last.bottom


def extract(data: bytes, _: str | None) -> Extracted:
    """The text layer of a PDF file, a paragraph a line. Its properties are left alone: they tell of the program.

    Raises:
        UnreadableError: the file is encrypted or damaged, has no text layer, or more pages than an article.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY):
            raise UnreadableError("is encrypted; left out, save it without a password") from error
        raise UnreadableError("is no PDF file or a damaged one; left out, save it anew") from error
    if len(document) > _MOST_PAGES:
        raise UnreadableError(f"has {len(document)} pages; left out, split it into one file an article")
    pages = list(_pages(document))
    if not any(pages):
        raise UnreadableError("has no text layer; left out, run OCR on it (ocrmypdf, for example)")
    return Extracted(BREAK.join(filter(None, pages)))


def _pages(document: pdfium.PdfDocument) -> Iterator[str]:
    """The text of each page in turn; of a page that PDFium cannot read, none."""
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            continue
        text = BREAK.join(_paragraphs(_lines(page.get_textpage())))
        page.close()
        yield text
        if (length := length + len(text)) > LONGEST:
            break


def _lines(page: pdfium.PdfTextPage) -> list[_Line]:
    """The lines of a page that are not blank, in the order of the file."""
    signs = [chr(c.FPDFText_GetUnicode(page, i)) for i in range(page.count_chars())]
    lines: list[_Line] = []
    for broken, run in groupby(enumerate(signs), key=lambda sign: sign[1] in "\r\n"):
        visible = [sign for sign in run if not sign[1].isspace()]
        if broken or not visible:
            continue
        begin, end = visible[0][0], visible[-1][0] + 1
        line = _line(page, begin, "".join(signs[begin:end]))
        if lines and _beside(lines[-1], line):
            line = _Line(f"{lines[-1].text} {line.text}", lines[-1].first, line.last, lines[-1].word)
            lines.pop()
        lines.append(line)
    return lines


def _line(page: pdfium.PdfTextPage, begin: int, text: str) -> _Line:
    """The line of a text that begins at a character of the page."""
    first, word, last = (_box(page, begin + i) for i in (0, len(text.split()[0]) - 1, len(text) - 1))
    return _Line(text, first, last, word.right - first.left)


def _box(page: pdfium.PdfTextPage, index: int) -> _Box:
    """The box of a character as its type has it, the same height for `a` and `A`; empty where it has none."""
    box = c.FS_RECTF()
    c.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
    return _Box(box.left, box.right, box.top, box.bottom)


def _beside(part: _Line, following: _Line) -> bool:
    """Whether the second goes on in the line of the first, as after a raised or slanted word."""
    height = part.height
    return (
        part.last.bottom - _OVERLAP * height <= following.first.bottom < part.last.top
        and 0 <= following.first.left - part.last.right <= height
    )


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """The lines of each block, joined where one is full before the next one begins."""
    for block in _runs(lines, _adjoin):
        edge = max(line.last.right for line in block)
        for paragraph in _runs(block, partial(_continues, edge=edge)):
            yield _DIVIDED.sub(_mended, "\n".join(line.text for line in paragraph)).replace("\n", " ")


def _runs(lines: Sequence[_Line], together: Callable[[_Line, _Line], bool]) -> Iterator[list[_Line]]:
    """The lines in runs of which each and the next are together."""
    run: list[_Line] = []
    for line in lines:
        if run and not together(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _adjoin(line: _Line, following: _Line) -> bool:
    """Whether a line stands right below another in the same column and the same type."""
    height = line.height
    return (
        abs(following.height - height) <= _SAME_SIZE * height
        and -_OVERLAP * height < line.last.bottom - following.first.top <= _LEADING * height
        and abs(following.first.left - line.first.left) <= _COLUMN * height
    )


def _continues(line: _Line, following: _Line, edge: float) -> bool:
    """Whether a line ends because it is full, and the next one is not set in as the first of a paragraph."""
    room = edge - line.last.right - _BLANK * line.height
    return following.word > room and following.first.left - line.first.left < _INDENT * line.height


def _mended(hyphen: re.Match[str]) -> str:
    """What a hyphen at the end of a line stands for: nothing in `Zusammen-arbeit`, one in `NATO-Rat`, `See- und`."""
    if hyphen[1] in _SECOND_PARTS:
        return "- "
    return "" if hyphen[1][:1].islower() else "-"
