"""The lines of a PDF page as they stand on it: words with boxes, and what follows from where they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

_OVERLAP = 0.3  # by which the box of a line may reach into that of another, in their height
DROP_CAP = 1.6  # times the height of its line at least
_BELOW_CAP = 0.6  # by which a line beside a drop cap may reach below it, in its height
_MOST_CAPS = 50  # of a page
_CAP = re.compile(r"[\"„“»«‚›]?[^\W\d_]")
_GUTTER = 0.8  # between two columns at least, in the height of their lines
_EDGE = 0.4  # by which the left ends of a column's lines differ at most, in their height
_NEAR = 2.5  # from one line of a column to the next at most, in their height
_COLUMN_LINES = 3  # whose gaps make a column
_CELL_WORDS, _CELL_LENGTH = 3, 15  # on either side of a gap on average; cells of a table have fewer
_BEFORE_COMMA = re.compile(r" (?=[,;])")  # which PDFium reads out of the gap between two pieces of type
_SPACED = 0.8  # of the signs of a letter-spaced line are single letters
_SPACED_SIGNS = 5
_WORD_GAP = 1.5  # between two words of a letter-spaced line at least, in what is between its letters


class Box(NamedTuple):
    """In points from the lower left corner of the page."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its type."""
        return self.top - self.bottom


class Word(NamedTuple):
    """What stands between two blanks."""

    text: str
    box: Box


class Line(NamedTuple):
    """A line of one size of type; its box is as its type has it, the same height for `a` and `A`."""

    text: str
    box: Box
    size: float
    words: tuple[Word, ...]

    @property
    def first_word(self) -> float:
        """How wide its first word is."""
        return self.words[0].box.right - self.words[0].box.left


def line(words: Sequence[Word]) -> Line:
    """The line of words that stand side by side."""
    heights = [word.box.height for word in words]
    box = Box(
        words[0].box.left,
        words[-1].box.right,
        max(word.box.top for word in words),
        min(word.box.bottom for word in words),
    )
    size = median(heights)
    if box.height > (1 + _OVERLAP) * size:  # a raised or a larger sign makes no line higher
        usual = min(words, key=lambda word: abs(word.box.height - size))
        box = Box(box.left, box.right, usual.box.top, usual.box.bottom)
    return Line(_text(words), box, size, tuple(words))


def lines(words: Sequence[Word]) -> Iterator[Line]:
    """The lines that words stand in, which are in the order of the file.

    A line ends where the next word stands lower or higher, or further left, and after a drop cap.
    """
    begin = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or not _side_by_side(words[end - 1].box, words[end].box):
            yield line(words[begin:end])
            begin = end


def _side_by_side(box: Box, following: Box) -> bool:
    height = min(box.height, following.height)
    overlap = min(box.top, following.top) - max(box.bottom, following.bottom)
    return (
        overlap > _OVERLAP * height
        and following.left >= box.right - height
        and max(box.height, following.height) < DROP_CAP * height
    )


def goes_on(first: Line, following: Line) -> bool:
    """Whether the second goes on in the line of the first, as after a raised or slanted word."""
    return (
        first.box.bottom - _OVERLAP * first.size <= following.box.bottom < first.box.top
        and 0 <= following.box.left - first.box.right <= first.size
        and max(first.size, following.size) < DROP_CAP * min(first.size, following.size)
    )


def joined(first: Line, following: Line) -> Line:
    """The line that two lines are parts of."""
    return line((*first.words, *following.words))


def _text(words: Sequence[Word]) -> str:
    """The words with blanks between them; letter-spaced words put together where the gaps show them."""
    single = sum(len(word.text) == 1 for word in words)
    if len(words) < _SPACED_SIGNS or single < _SPACED * len(words):
        return _BEFORE_COMMA.sub("", " ".join(word.text for word in words))
    gaps = [following.box.left - word.box.right for word, following in pairwise(words)]
    usual = max(median(gaps), 0.1)
    return words[0].text + "".join(
        f"{' ' if gap >= _WORD_GAP * usual else ''}{word.text}" for gap, word in zip(gaps, words[1:], strict=True)
    )


def with_drop_caps(page: Sequence[Line]) -> list[Line]:
    """The lines, each drop cap joined to its word; the lines beside it begin where it does."""
    caps = [one for one in page if _CAP.fullmatch(one.text)][:_MOST_CAPS]
    kept = list(page)
    for cap in caps:
        beside = [number for number, one in enumerate(kept) if one is not cap and _beside_cap(cap, one)]
        if beside:
            first = max(beside, key=lambda number: kept[number].box.top)
            for number in beside:
                one = kept[number]
                kept[number] = (
                    _initialled(cap, one) if number == first else one._replace(box=one.box._replace(left=cap.box.left))
                )
            kept = [one for one in kept if one is not cap]
    return kept


def _beside_cap(cap: Line, one: Line) -> bool:
    middle = (one.box.top + one.box.bottom) / 2
    return (
        cap.size >= DROP_CAP * one.size
        and cap.box.bottom - _BELOW_CAP * one.size < middle < cap.box.top
        and -one.size <= one.box.left - cap.box.right <= one.size
    )


def _initialled(cap: Line, one: Line) -> Line:
    first = one.words[0]
    word = Word(cap.text + first.text, first.box._replace(left=cap.box.left))
    return Line(cap.text + one.text, one.box._replace(left=cap.box.left), one.size, (word, *one.words[1:]))


def in_columns(page: Sequence[Line]) -> list[Line]:
    """The lines, those that run across columns cut at the gap between them.

    A gap is one between columns where the words after it begin at the same place in several lines, one below the other,
    and both sides have running text: not in a table.
    """
    gaps = sorted(
        (
            _Gap(number, at, word.box.right, following.box.left)
            for number, one in enumerate(page)
            for at, (word, following) in enumerate(pairwise(one.words), 1)
            if following.box.left - word.box.right >= _GUTTER * one.size
        ),
        key=lambda gap: gap.right,
    )
    cuts: dict[int, set[int]] = {}
    begin = 0
    for end in range(1, len(gaps) + 1):
        size = page[gaps[begin].line].size
        if end == len(gaps) or gaps[end].right - gaps[begin].right > _EDGE * size:
            for gap in _gutter(gaps[begin:end], page):
                cuts.setdefault(gap.line, set()).add(gap.at)
            begin = end
    return [part for number, one in enumerate(page) for part in _cut(one, sorted(cuts.get(number, ())))]


class _Gap(NamedTuple):
    """A gap in a line, before one of its words, from the end of the word before to the beginning of the next."""

    line: int
    at: int
    left: float
    right: float


def _gutter(gaps: Sequence[_Gap], page: Sequence[Line]) -> Iterator[_Gap]:
    """Those of gaps that end at the same place which stand below one another, as far as they make a column."""
    column: list[_Gap] = []
    for gap in [*sorted(gaps, key=lambda gap: -page[gap.line].box.top), None]:
        if gap is not None and (
            not column or page[column[-1].line].box.bottom - page[gap.line].box.top <= _NEAR * page[gap.line].size
        ):
            column.append(gap)
            continue
        if len(column) >= _COLUMN_LINES and _is_running(column, page):
            yield from column
        column = [gap] if gap is not None else []


def _is_running(column: Sequence[_Gap], page: Sequence[Line]) -> bool:
    if max(gap.left for gap in column) >= min(gap.right for gap in column):
        return False
    for sides in ([page[g.line].words[: g.at] for g in column], [page[g.line].words[g.at :] for g in column]):
        if fmean(map(len, sides)) < _CELL_WORDS or fmean(len(_text(side)) for side in sides) < _CELL_LENGTH:
            return False
    return True


def _cut(one: Line, places: Sequence[int]) -> Iterator[Line]:
    if not places:
        yield one
        return
    for begin, end in pairwise([0, *places, len(one.words)]):
        yield line(one.words[begin:end])
