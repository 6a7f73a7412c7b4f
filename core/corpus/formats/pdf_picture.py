"""A page of a PDF file as a picture, as a person would look at it."""

import re
import struct
import zlib
from typing import NamedTuple

import pypdfium2 as pdfium

from core.corpus.formats.pdf import opened
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_SCALE = 1.8
"""Pixels a point: 130 dots an inch, at which newsprint can be read."""

_LARGEST = 2_000
"""Pixels of the longer side at most, however large a page says that it is."""

_LOOKED_FOR = 60
"""So many letters of a passage find its page."""


class Picture(NamedTuple):
    """A page: its picture as PNG, its number from 1, and how many there are."""

    png: bytes
    page: int
    pages: int


def picture(data: bytes, page: int | None, words: str) -> Picture:
    """The picture of a page; without its number, of the first on which some words begin, or else of the first.

    Raises:
        UnreadableError: the file is encrypted or damaged, or that page is.
    """
    document = opened(data)
    count = len(document)
    if not count:
        raise UnreadableError(Message("has no pages"))
    number = min(max(page, 1), count) if page else _page_of(document, words)
    try:
        sheet = document[number - 1]
        scale = min(_SCALE, _LARGEST / max(*sheet.get_size(), 1))
        pixels = sheet.render(scale=scale, rev_byteorder=True, may_draw_forms=False).to_numpy()
    except pdfium.PdfiumError as error:
        raise UnreadableError(Message("page {n} cannot be drawn", n=number)) from error
    return Picture(_png(pixels[:, :, :3].tobytes(), pixels.shape[1], pixels.shape[0]), number, count)


def _page_of(document: pdfium.PdfDocument, words: str) -> int:
    sought = _letters(words)[:_LOOKED_FOR]
    for number in range(len(document)) if sought else ():
        try:
            if sought in _letters(document[number].get_textpage().get_text_bounded()):
                return number + 1
        except pdfium.PdfiumError:
            continue
    return 1


def _letters(text: str) -> str:
    """Letters and digits alone: blanks and hyphens stand elsewhere where lines are cut."""
    return re.sub(r"[\W_]+", "", text)


def _png(rgb: bytes, width: int, height: int) -> bytes:
    """A picture of three bytes a pixel as PNG."""
    row = 3 * width
    raw = b"".join(b"\0" + rgb[row * n : row * (n + 1)] for n in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 6)), (b"IEND", b""))
    signed = (struct.pack(">I", len(data)) + kind + data + _sum(kind + data) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(signed)


def _sum(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))
