"""The order in which the lines of a PDF page are read: that of the file, or down the columns where it is surely not."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median

from core.corpus.formats.pdf_lines import Line
from core.corpus.paragraphs import CLOSERS

_MOST_LINES = 1_500  # of a page that is looked at for columns
_DEEPEST = 5  # columns within columns
_SIDE_LINES = 3  # in a column at least
_SIDE_WORDS = 2.5  # in a line of a column on average
_CROSSING = 0.35  # of the lines at most, such as headlines, reach over more than one column
_SLACK = 0.3  # by which a line may reach into the gap between columns, in its height
_STOP = re.compile(rf"[.!?…:]{CLOSERS}$")


def in_reading_order(page: Sequence[Line]) -> list[Line]:
    """The lines of a page as they are read.

    The order of the file is kept, unless reading down the columns breaks fewer sentences and jumps less.
    """
    if len(page) > _MOST_LINES:
        return list(page)
    columns = list(_down(page, 0))
    return columns if _breaks(columns) < _breaks(page) else list(page)


def _down(page: Sequence[Line], depth: int) -> Iterator[Line]:
    """The lines column by column; a line that reaches over several columns stands between what is above and below."""
    edge = _edge(page) if depth < _DEEPEST else None
    if edge is None:
        yield from sorted(page, key=lambda line: (-round(line.box.top / (line.size or 1)), line.box.left))
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(page, key=lambda line: -line.box.top):
        if _crosses(line, edge):
            yield from _sides(left, right, depth)
            yield line
            left, right = [], []
        else:
            (left if line.box.left < edge - _SLACK * line.size else right).append(line)
    yield from _sides(left, right, depth)


def _sides(left: Sequence[Line], right: Sequence[Line], depth: int) -> Iterator[Line]:
    yield from _down(left, depth + 1)
    yield from _down(right, depth + 1)


def _edge(page: Sequence[Line]) -> float | None:
    """Where a column begins that has others to its left, crossed by the fewest lines; None where there is none."""
    if len(page) < 2 * _SIDE_LINES:
        return None
    best: tuple[int, float] | None = None
    for edge in sorted({round(line.box.left) for line in page}):
        crossing = sum(_crosses(line, edge) for line in page)
        if crossing > _CROSSING * len(page) or (best is not None and crossing >= best[0]):
            continue
        left = [line for line in page if line.box.right <= edge + _SLACK * line.size]
        right = [line for line in page if line.box.left >= edge - _SLACK * line.size]
        if _are_columns(left, right):
            best = crossing, edge
    return best[1] if best else None


def _crosses(line: Line, edge: float) -> bool:
    return line.box.left < edge - _SLACK * line.size and line.box.right > edge + _SLACK * line.size


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether there is running text on both sides, side by side."""
    if len(left) < _SIDE_LINES or len(right) < _SIDE_LINES:
        return False
    top = min(max(line.box.top for line in side) for side in (left, right))
    bottom = max(min(line.box.bottom for line in side) for side in (left, right))
    for side in (left, right):
        beside = [line for line in side if line.box.bottom < top and line.box.top > bottom]
        if len(beside) < _SIDE_LINES or fmean(len(line.words) for line in beside) < _SIDE_WORDS:
            return False
    return True


def _breaks(order: Sequence[Line]) -> int:
    """How often the order jumps on the page, and how often it breaks a sentence by that."""
    usual = median(line.size for line in order) if order else 0.0
    breaks = 0
    for line, following in pairwise(order):
        below = 0 <= line.box.bottom - following.box.bottom <= 3 * max(line.size, following.size)
        if below and following.box.left < line.box.right and line.box.left < following.box.right:
            continue
        ended = _STOP.search(line.text) is not None or line.size > 1.2 * usual
        breaks += 1
        if following.text[:1].islower():
            breaks += 2 if ended else -1
    return breaks
