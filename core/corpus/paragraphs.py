"""Lines to paragraphs: a line break inside a sentence ends none."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

CLOSERS = r"[\s\"'“”»«’‘)\]›‹]*"
"""A pattern for what may stand between the last stop of a line and its end."""

_WIDTHS = range(50, 131)  # of hard-wrapped text, in characters
_COLUMN_WIDTHS = range(25, 50)  # of a newspaper's column, or of a list
_CONTINUES = re.compile(r"(?:[-–—]\s+)?[a-zäöüß]")
_SIGN = re.compile(r"[a-zäöü]{2,4}(?:/[\w-]{2,9})+")  # of author and agencies below a text: jsc/AFP/dpa
_AGENCY_FIRST = re.compile(
    r"[a-z]{2,4}(?:[/-]\w+)* [A-ZÄÖÜ][\w/-]*[.:] ?[A-ZÄÖÜ„»\"]"
)  # dpa Kiew/Moskau. Der Präsident …
_NAME = r"[A-ZÄÖÜ][\w’'-]+"
_BY = re.compile(
    rf"(?:von|by) {_NAME}(?: (?:(?:und|von|van|de|der|zu) ){{0,2}}{_NAME}){{1,6}}(?:,? ?[|•·]? ?\d[\d. :|–-]*)?"
)
_SIGN_AND_DAY = re.compile(
    r"[a-zäöü]{2,4}(?:/[\w-]{2,9})*, \d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]+) ?\d{4}(?:,? \d{1,2}[:.]\d\d(?: Uhr)?)?"
)  # dpa, 23.11.2023
_AGO = re.compile(r"(?:aktualisiert )?vor (?:\d{1,2}|einer|einem) (?:Minuten?|Stunden?|Tag|Tagen)")
_STOP = re.compile(rf"[.!?…:]{CLOSERS}$")
_FEWEST, _MOSTLY = 2, 0.6  # breaks that wrapping made
_FEWEST_OF_COLUMN, _MOSTLY_OF_COLUMN = 6, 0.8
_UNSEEN_SHARE = 12  # of a line, one character in so many may have counted that is not seen, such as the dots of umlauts


class Paragraph(NamedTuple):
    """A stretch of lines that belong together; `line` is its text with every white space a blank."""

    start: int
    end: int
    line: str


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    after_blank: bool
    within_word: bool


def paragraphs(text: str, breaks: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order; together they cover every line that is not blank.

    Lines are joined where the second one begins in lower case, and, in a text that is wrapped at a fixed width, where
    the next word had no more room.

    Args:
        text: the text.
        breaks: where in it a line ends within a word, though no line break stands there.
    """
    lines = list(_lines(text, breaks))
    width = _wrapped_at(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    spans = ((group[0].start, group[-1].end) for group in groups)
    return tuple(Paragraph(start, end, " ".join(text[start:end].split())) for start, end in spans)


def _lines(text: str, breaks: Sequence[int]) -> Iterator[_Line]:
    start, after_blank, within = 0, True, frozenset(breaks)
    stretches = (text[first:last] for first, last in pairwise((0, *breaks, len(text))))
    for raw in (line for stretch in stretches for line in stretch.splitlines(keepends=True)):
        if stripped := raw.strip():
            offset = start + raw.index(stripped)
            yield _Line(offset, offset + len(stripped), " ".join(stripped.split()), after_blank, start in within)
        after_blank = not stripped
        start += len(raw)


def _continues(line: _Line, following: _Line, width: int | None) -> bool:
    if any(sign.fullmatch(one.text) for sign in (_SIGN, _SIGN_AND_DAY, _AGO) for one in (line, following)):
        return False
    if following.within_word:
        return True
    if following.after_blank and _AGENCY_FIRST.match(following.text):
        return False
    if _BY.fullmatch(following.text) and not (width and _had_no_room(line, following, width)):
        return False  # `von Max Roe` below a headline
    if _CONTINUES.match(following.text):
        # Across a blank line only where the sentence is plainly unfinished.
        return not following.after_blank or not _STOP.search(line.text)
    if width is None:
        return False
    # What ends in a stop may be a paragraph's last line.
    return _had_no_room(line, following, width if _STOP.search(line.text) else width - width // _UNSEEN_SHARE)


def _had_no_room(line: _Line, following: _Line, width: int) -> bool:
    """Whether the break is one that wrapping made: the next word did not fit into the line any more."""
    if following.after_blank:
        return False
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > width


def _wrapped_at(lines: Sequence[_Line]) -> int | None:
    """The width at which the text is wrapped, None where it is not: where most breaks are none that wrapping made."""
    width = max((len(line.text) for line in lines if " " in line.text), default=0)  # a long word may jut out
    if width in _WIDTHS:
        fewest, mostly = _FEWEST, _MOSTLY
    elif width in _COLUMN_WIDTHS:
        fewest, mostly = _FEWEST_OF_COLUMN, _MOSTLY_OF_COLUMN
    else:
        return None
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank and not _STOP.search(a.text)]
    made = sum(b.within_word or _had_no_room(a, b, width) for a, b in breaks)
    return width if made >= fewest and made >= mostly * len(breaks) else None
