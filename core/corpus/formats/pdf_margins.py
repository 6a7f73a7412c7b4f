"""What stands in the margins of PDF pages: running heads and feet, page numbers, what browsers print around a page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from statistics import median
from typing import NamedTuple

from babel import Locale

from core.corpus import lexicon
from core.corpus.formats import page_words
from core.corpus.formats.pdf_lines import Line

_MARGIN = 0.14  # of the height of a page, at its head and at its foot
_MOST_ROWS = 4  # in one margin
_SAME_ROW = 0.5  # by which the lines of a row differ, in their height
_APART = 0.5  # between a row of a margin and the text, in the height of its type
_SMALLER = 0.92  # the type of a margin, in that of the text, where it does not stand apart
_SAME_PLACE = 4.0  # points by which the rows of two pages differ at most
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:\bSeite|\bS\.|\bPage) ?(?P<page>\d{1,4})\b")
_PAGE_NUMBER = re.compile(r"[-–—|·• ]*(?:(?:Seite|S\.|Page) ?)?\d{1,4}(?: ?(?:von|of|/) ?\d{1,4})?[-–—|·• ]*")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?")
_ADDRESS = re.compile(r"https?://\S+")
_MONTHS = {name: number for number, name in Locale("de").months["format"]["wide"].items()} | {"Jänner": 1}
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})\. ?(?:(?P<number>\d{{1,2}})\. ?|(?P<name>{'|'.join(_MONTHS)}) )(?P<year>\d{{4}})\b"
)


class Page(NamedTuple):
    """The lines of a page in the order of the file, and where it begins and ends."""

    lines: tuple[Line, ...]
    top: float
    bottom: float = 0.0


class _Row(NamedTuple):
    """Lines of a page side by side, and how far from the edge of the page they stand."""

    lines: tuple[Line, ...]
    place: float

    @property
    def text(self) -> str:
        return "  ".join(line.text for line in sorted(self.lines, key=lambda line: line.box.left))

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)


class Margins(NamedTuple):
    """The pages without what stands in their margins, and what that says of the document."""

    pages: tuple[Page, ...]
    known: Mapping[str, str]
    printed: bool  # by a browser


def without_margins(pages: Sequence[Page]) -> Margins:
    """The pages without running heads and feet, page numbers and what browsers print around a page.

    A row in a margin is one of these if a line of it is repeated, up to numbers, at the same place of another page, or
    if it is a page number, an address, the time of printing, or a publisher's notice; and if it stands apart from the
    text or in smaller type.
    """
    usual = usual_size(pages)
    rows = [(_margin(page, head=True), _margin(page, head=False)) for page in pages]
    repeated = Counter(
        key
        for sides in rows
        for head, side in enumerate(sides)
        for key in {k for row in side for k in _keys(row, head)}
    )
    dropped: list[_Row] = []
    kept: list[Page] = []
    for page, sides in zip(pages, rows, strict=True):
        gone: list[_Row] = []
        for head, side in enumerate(sides):
            for row, inner in zip_longest(side, side[1:]):
                again = any(repeated[key] > 1 for key in _keys(row, head))
                if not _is_apart(row, inner, page, usual) or not (again or _is_marginal(row)):
                    break
                gone.append(row)
        lines = {id(line) for row in gone for line in row.lines}
        if len(lines) == len(page.lines):  # a page that has nothing else
            gone, lines = [], set()
        dropped += gone
        kept.append(page._replace(lines=tuple(line for line in page.lines if id(line) not in lines)))
    texts = [row.text for row in dropped]
    return Margins(tuple(kept), said(texts), any(map(_is_printed, texts)))


def usual_size(pages: Sequence[Page]) -> float:
    """The size of type that most words of the pages have."""
    sizes = [line.size for page in pages for line in page.lines for _ in line.words]
    return median(sizes) if sizes else 0.0


def _margin(page: Page, *, head: bool) -> list[_Row]:
    """The outermost rows of a page, and the first one that is none of its margin, from the edge inwards."""
    edge = page.top if head else page.bottom
    lines = sorted(page.lines, key=lambda line: _distance(line, edge))
    rows: list[_Row] = []
    for line in lines:
        place = _distance(line, edge)
        if rows and place - rows[-1].place <= _SAME_ROW * line.size:
            rows[-1] = _Row((*rows[-1].lines, line), rows[-1].place)
        elif len(rows) > _MOST_ROWS or (rows and rows[-1].place > _MARGIN * (page.top - page.bottom)):
            break
        else:
            rows.append(_Row((line,), place))
    return rows


def _distance(line: Line, edge: float) -> float:
    return abs((line.box.top + line.box.bottom) / 2 - edge)


def _keys(row: _Row, head: int) -> Iterator[tuple[str, int, int]]:
    """What another page has in common with a row that is repeated there."""
    for line in row.lines:
        text = _NUMBER.sub("#", line.text)
        for place in {int(row.place / _SAME_PLACE), round(row.place / _SAME_PLACE)}:
            yield text, head, place


def _is_apart(row: _Row, inner: _Row | None, page: Page, usual: float) -> bool:
    if row.place > _MARGIN * (page.top - page.bottom):
        return False
    if inner is None or row.size <= _SMALLER * usual:
        return True
    return inner.place - row.place - (row.size + inner.size) / 2 >= _APART * row.size


def _is_marginal(row: _Row) -> bool:
    """Whether a row shows by itself that it is none of the text."""
    return (
        _PAGE_NUMBER.fullmatch(row.text) is not None
        or _is_printed(row.text)
        or any(_PAGE.search(line.text) is not None or lexicon.load().is_boilerplate(line.text) for line in row.lines)
    )


def _is_printed(text: str) -> bool:
    """Whether a browser has put it around a page: the time and the title, or the address and the number of the page."""
    folded = text.casefold()
    return _PRINTED.match(text) is not None or any(word in folded for word in page_words.load().print_heads)


def said(rows: Sequence[str]) -> dict[str, str]:
    """What the head of a page says: the day of the paper, its page, and the address that was printed.

    Its keys are those of `core.corpus.sources.Metadata`; a day or an address stands only if there is one.
    """
    own = [row for row in rows if not _is_printed(row)]
    days = {day for row in own for match in _DAY.finditer(row) if (day := _day(match))}
    pages = [match["page"] for row in own if (match := _PAGE.search(row))]
    addresses = {match[0] for row in rows if (match := _ADDRESS.search(row)) and "…" not in match[0]}
    known = {"page": pages[0]} if pages else {}
    if len(days) == 1:
        known["published"] = days.pop()
    if len(addresses) == 1:
        known["url"] = addresses.pop()
    return known


def _day(match: re.Match[str]) -> str | None:
    month = _MONTHS[match["name"]] if match["name"] else int(match["number"])
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None
