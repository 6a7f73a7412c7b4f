"""Where the marks of the timeline's lanes and their labels stand, so that none covers another: pure functions.

Lanes are as wide as the reader's window, which the server does not know. Marks are put in rows for one width; what a
label may take is told as a share of the width, less what signs take in pixels, which holds for any width.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

WIDTH = 880
"""The lanes' width in pixels on a screen of 1440, which rows are made for."""

ROWS = 36
"""Marks are set apart for the sake of labels as long as the chart has no more rows than this: about a screen."""

NARROW = 3
"""A telephone's lanes are so many times narrower."""

GAP = 4
"""Pixels between a sign and its label."""

APART = 8
"""Pixels between a label and what comes next."""

FONT = 11
"""The height of a label's letters in pixels."""

CUTS = (60, 40, 26, 16)
"""A title is cut to at most so many letters; which of the cuts is drawn, its room decides."""

_FEWEST = 2
_SIGNS = " ,;:·–-([…"
_TRIES = 7

_NARROW = {
    **dict.fromkeys("ijl'’|", 0.24),
    **dict.fromkeys('ftIr ,.;:!/()[]-\u00a0"“„”', 0.37),
    **dict.fromkeys("mMWw%@", 0.9),
    **dict.fromkeys("…—", 1.0),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÄÖÜ&+–", 0.72),
}
"""How wide letters are, in parts of their height: as in Arial, whose letters are as wide as any that are used."""


class Mark(NamedTuple):
    """What is to be placed: a lane, from where to where it is drawn, and its label.

    `left` and `right` are parts of the lanes' width; the sign takes `reach` pixels more on both sides. `weight` says
    which labels come first; `wants` and `least` are the pixels of the whole label and of its shortest cut, 0 for none.
    """

    lane: int
    left: float
    right: float
    reach: float
    weight: int = 1
    wants: float = 0.0
    least: float = 0.0


class Placement(NamedTuple):
    """Where a mark stands: its row in the lane; and where its label may be.

    `side` is 1 for right of it, -1 for left, 0 for nowhere. The label has `room` parts of the lanes' width less `less`
    pixels.
    """

    row: int
    side: int = 0
    room: float = 0.0
    less: float = 0.0


def width(text: str) -> float:
    """How wide a text is drawn at most, in pixels."""
    return FONT * sum(_NARROW.get(letter, 0.6 if letter < "\u2e80" else 1.05) for letter in text)


@lru_cache(maxsize=8192)
def cuts(title: str) -> tuple[tuple[str, float], ...]:
    """A title as long as it may be, and shorter, each with its width in pixels.

    Each ends between words, and not with words such as `in` or `der`. No cut leaves one word alone, which tells little.
    """
    words = title.split()
    kept: list[str] = []
    for most in CUTS:
        text = _cut(words, most)
        if text and text not in kept:
            kept.append(text)
    return tuple((text, width(text)) for text in kept)


def _cut(words: Sequence[str], most: int) -> str:
    """The first words as far as they have so many letters, with a sign that there were more."""
    whole = " ".join(words)
    if len(whole) <= most:
        return whole
    n, length = 0, -1
    while length + 1 + len(words[n]) < most:
        length += 1 + len(words[n])
        n += 1
    while n and len(words[n - 1]) <= 4 and words[n - 1].strip(_SIGNS).islower():
        n -= 1
    kept = " ".join(words[:n]).rstrip(_SIGNS)
    return f"{kept}…" if len(kept.split()) >= _FEWEST else ""


@lru_cache(maxsize=32)
def place(marks: tuple[Mark, ...], across: float = WIDTH, rows: int = ROWS) -> list[Placement]:
    """The places of marks, which are ordered by their lane and their left end.

    Signs stand free in a much narrower window, too, however many rows that takes. Besides, marks are set so far apart
    that there is room for whole labels; where that takes more than `rows` rows, and than the signs and one do, there
    is room for short labels, or for those of most weight. Any other label is where there is room besides.

    Args:
        marks: what is to be placed.
        across: how wide the lanes are, in pixels.
        rows: how many rows there may be for the sake of labels.
    """
    standing = _standing(marks, [mark.wants for mark in marks], across)
    if _height(marks, standing) > rows:
        signs = _height(marks, _standing(marks, [0.0] * len(marks), across))
        standing = _shortened(marks, across, max(rows, signs + 1))
    places = [Placement(row) for row in standing]
    order = sorted(range(len(marks)), key=lambda at: (marks[at].lane, standing[at]))
    for _row, inside in groupby(order, key=lambda at: (marks[at].lane, standing[at])):
        for at, label in _labelled(list(inside), marks, across).items():
            places[at] = label._replace(row=standing[at])
    return places


def _shortened(marks: Sequence[Mark], across: float, rows: int) -> list[int]:
    """The rows where short labels have room: of all marks, or of as many of most weight as that many rows allow."""
    heaviest = sorted(range(len(marks)), key=lambda at: (-marks[at].weight, at))

    def standing(labelled: int) -> list[int]:
        beside = [0.0] * len(marks)
        for at in heaviest[:labelled]:
            beside[at] = marks[at].least
        return _standing(marks, beside, across)

    best = standing(len(marks))
    if _height(marks, best) <= rows:
        return best
    low, high = 0, len(marks)
    best = standing(low)
    for _try in range(_TRIES):
        middle = (low + high) // 2
        tried = standing(middle)
        if _height(marks, tried) <= rows:
            low, best = middle, tried
        else:
            high = middle
    return best


def _height(marks: Sequence[Mark], standing: Sequence[int]) -> int:
    """How many rows all lanes have."""
    return len({(mark.lane, row) for mark, row in zip(marks, standing, strict=True)})


def _standing(marks: Sequence[Mark], labels: Sequence[float], across: float) -> list[int]:
    """The row of each mark in its lane: the first where it, and a label of so many pixels, touch no mark before it.

    Signs touch none in a window that is `NARROW` times narrower either.
    """
    result = []
    lane: int | None = None
    free: list[float] = []
    for mark, label in zip(marks, labels, strict=True):
        if mark.lane != lane:
            lane, free = mark.lane, []
        left, right = mark.left * across, mark.right * across
        before = behind = mark.reach * NARROW
        if label:
            beside = mark.reach + GAP + label + APART
            if right + beside <= across:
                behind = max(behind, beside)
            elif left >= beside:
                before = max(before, beside)
        left, right = left - before, right + behind
        number = next((number for number, until in enumerate(free) if until <= left), len(free))
        if number == len(free):
            free.append(right)
        else:
            free[number] = right
        result.append(number)
    return result


def _labelled(row: list[int], marks: Sequence[Mark], across: float) -> dict[int, Placement]:
    """The labels of the marks of one row, which are named by their places from left to right.

    Between two marks, the label of one or those of both have room; those of most weight choose first.
    """
    ends = [Mark(0, 0, 0, 0), *(marks[at] for at in row), Mark(0, 1, 1, 0)]
    gaps = [right.left - left.right for left, right in pairwise(ends)]
    signs = [left.reach + right.reach for left, right in pairwise(ends)]
    free = [gap * across - sign for gap, sign in zip(gaps, signs, strict=True)]
    taken: list[dict[int, float]] = [{} for _gap in gaps]
    for n in sorted(range(len(row)), key=lambda n: (-marks[row[n]].weight, n)):
        mark = marks[row[n]]
        if not mark.wants:
            continue
        wants = GAP + mark.wants + APART
        # The gap on its right has the number after its own.
        gap = n + 1 if free[n + 1] >= wants or free[n + 1] >= free[n] else n
        if free[gap] >= GAP + mark.least + APART:
            taken[gap][n] = min(wants, free[gap])
            free[gap] -= taken[gap][n]
    labels = {}
    for gap, takers in enumerate(taken):
        parts = {n: marks[row[n]].reach + pixels for n, pixels in takers.items()}
        for n in takers:
            alone = len(takers) == 1
            room = gaps[gap] if alone else gaps[gap] * parts[n] / sum(parts.values())
            less = (signs[gap] if alone else marks[row[n]].reach) + GAP + APART
            labels[row[n]] = Placement(0, 1 if gap > n else -1, room, less)
    return labels
