"""Lines of PDF pages to paragraphs: within a column, and across columns and pages."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from core.corpus.formats.pdf_lines import Line
from core.corpus.paragraphs import CLOSERS

_SAME_SIZE = 0.15  # by which the type of two lines of a paragraph may differ
_LEADING = 0.8  # between two lines of a paragraph at most, in their height
_OVERLAP = 0.3  # by which the box of a line may reach into that of another, in their height
_INDENT = 0.8  # of a paragraph's first line at least, in its height
_COLUMN = 4.0  # by which the left ends of a column's lines differ at most, in their height
_BLANK = 0.2  # the width of a blank, in its height
_RAGGED = 1.2  # that, and by how much the lines of a column without a straight edge differ from what had room
_HEADLINE = 1.2  # times the usual size of type at least
_BETWEEN = 4  # blocks of other type at most, between two parts of a paragraph

# PDFium's signs for a hyphen at the end of a line, or one that it has left there, and the word after it.
_DIVIDED = re.compile("(?:[\x02\ufffe\xad]\n?|(?<=\\w)[-\u2010]\n)(?=(\\w*))")
_ENDS_DIVIDED = re.compile("[\x02\ufffe\xad]$|\\w[-\u2010]$")
_SECOND_PARTS = ("und", "oder", "bis", "sowie", "noch")  # after the first part of "Rüstungs- und Handelspolitik"
_SENTENCE = re.compile(rf"[^\W\d]{{3}}[.!?]{CLOSERS}\s")
_STOP = re.compile(rf"[.!?…:;]{CLOSERS}$")


class Paragraph(NamedTuple):
    """Lines that belong together.

    `room` is what its last line leaves of its column, `indented` says whether its first line is set in.
    """

    lines: tuple[Line, ...]
    page: int
    headline: bool = False
    room: float = 0.0
    indented: bool = False

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size

    @property
    def text(self) -> str:
        """Its text in one line, its divided words mended."""
        return _DIVIDED.sub(_mended, "\n".join(line.text for line in self.lines)).replace("\n", " ")

    @property
    def is_open(self) -> bool:
        """Whether its last sentence can go on elsewhere."""
        return not self.headline and _STOP.search(self.lines[-1].text) is None


def paragraphs(pages: Sequence[Sequence[Line]], usual: float, *, heads: bool = False) -> list[Paragraph]:
    """The paragraphs of pages whose lines are in reading order; `usual` is the size of type of their running text.

    What goes on in the next column or on the next page is joined, also past a picture's caption or another thing in
    other type, which then follows. Where articles have `heads` in the type of the text, only running text is.
    """
    every = [paragraph for number, page in enumerate(pages) for paragraph in _page(page, number, usual)]
    joined: list[Paragraph] = []
    taken: set[int] = set()
    for number, paragraph in enumerate(every):
        if number in taken:
            continue
        at = number
        while (following := _continuation(every, at, paragraph, taken, heads=heads)) is not None:
            at = following
            taken.add(at)
            paragraph = paragraph._replace(
                lines=(*paragraph.lines, *every[at].lines), page=every[at].page, room=every[at].room
            )
        joined.append(paragraph)
    return joined


def _continuation(
    every: Sequence[Paragraph], at: int, paragraph: Paragraph, taken: set[int], *, heads: bool
) -> int | None:
    """Where a paragraph goes on that ends at a place; None where it doesn't."""
    if not paragraph.is_open:
        return None
    for following in range(at + 1, min(at + 2 + _BETWEEN, len(every))):
        other = every[following]
        same_type = abs(other.size - paragraph.size) <= _SAME_SIZE / 2 * paragraph.size and not other.headline
        if same_type:
            first = other.lines[0]
            plainly = first.text[:1].islower() or _ENDS_DIVIDED.search(paragraph.lines[-1].text) is not None
            full = len(paragraph.lines) > 1 or first.first_word > paragraph.room
            full = full and (not heads or _SENTENCE.search(paragraph.text) is not None)
            goes_on = plainly or (following == at + 1 and full and not other.indented)
            goes_on = goes_on and following not in taken and _is_elsewhere(paragraph, other)
            return following if goes_on else None
        if other.headline and other.page == paragraph.page:
            return None
    return None


def _is_elsewhere(paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether the other begins in another column or on another page."""
    last, first = paragraph.lines[-1], other.lines[0]
    return (
        other.page != paragraph.page
        or first.box.bottom > last.box.top
        or first.box.left > last.box.right
        or first.text[:1].islower()
    )


def _page(page: Sequence[Line], number: int, usual: float) -> Iterator[Paragraph]:
    """The paragraphs of a page: the lines of each block, joined where one is full before the next one begins."""
    edges: dict[tuple[int, int], float] = {}  # where the lines of a size that begin at a place end at the furthest
    for line in page:
        place = round(line.box.left), round(line.size)
        edges[place] = max(edges.get(place, line.box.right), line.box.right)
    for block in _runs(page, _adjoin):
        left, right = min(line.box.left for line in block), max(line.box.right for line in block)
        if block[0].size >= _HEADLINE * usual:
            yield Paragraph(tuple(block), number, headline=True)
            continue
        places = range(round(left) - 1, round(left) + 2)
        column = max(edges.get((place, round(block[0].size)), right) for place in places)
        for lines in _runs(block, partial(_continues, edge=right)):
            last = lines[-1]
            room = max(right, column) - last.box.right - _BLANK * last.size
            indented = lines[0].box.left - left >= _INDENT * lines[0].size
            yield Paragraph(tuple(lines), number, room=room, indented=indented)


def _runs(lines: Sequence[Line], together: Callable[[Line, Line], bool]) -> Iterator[list[Line]]:
    """The lines in runs of which each and the next are together."""
    run: list[Line] = []
    for line in lines:
        if run and not together(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _adjoin(line: Line, following: Line) -> bool:
    """Whether a line stands right below another in the same column and the same type."""
    height = line.size
    return (
        abs(following.size - height) <= _SAME_SIZE * height
        and -_OVERLAP * height < line.box.bottom - following.box.top <= _LEADING * height
        and abs(following.box.left - line.box.left) <= _COLUMN * height
    )


def _continues(line: Line, following: Line, edge: float) -> bool:
    """Whether a line ends because it is full, and the next one is not set in as the first of a paragraph."""
    unfinished = not _STOP.search(line.text)
    if _ENDS_DIVIDED.search(line.text) or (unfinished and following.text[:1].islower()):
        return True
    room = edge - line.box.right - (_RAGGED if unfinished else _BLANK) * line.size
    return following.first_word > room and following.box.left - line.box.left < _INDENT * line.size


def _mended(hyphen: re.Match[str]) -> str:
    """What a hyphen at the end of a line stands for: nothing in `Zusammen-arbeit`, one in `NATO-Rat`, `See- und`."""
    if hyphen[1] in _SECOND_PARTS:
        return "- "
    if hyphen.string[max(hyphen.start() - 2, 0) : hyphen.start()].isupper():
        return "-"
    return "" if hyphen[1][:1].islower() else "-"
