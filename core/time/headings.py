"""Days that head what follows: a line that is nothing but a day, or a day and a colon at the begin of a line.

`Dienstag, 19. März 2024` alone in its line heads all entries till the next such line, as in live blogs and programmes;
`24.02.2022: Russland …` heads its own line, as in chronologies.
"""

import re
from typing import NamedTuple

from core.model import Interval

_DAY_ALONE = re.compile(
    r"^[^\w\n]*(?:[A-Z][a-zä]+,? (?:den |dem )?)?"
    r"(?P<day>\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]+)(?: ?\d{2,4})?)[^\w\n]*$",
    re.MULTILINE,
)
_LINE_BEFORE = re.compile(r"[^\w\n]{0,8}\Z")
_ALONE = re.compile(r"[^\w\n]*(?:\n|\Z)")
_COLON = re.compile(r"\.?(?:, \d{1,2}[.:]\d\d(?: Uhr)?)? ?(?::|\n)")


class Heading(NamedTuple):
    """A day, and the stretch of the text that it heads: from where it is named; `end` None is till the next heading."""

    start: int
    end: int | None
    days: Interval


def has_sections(text: str) -> bool:
    """Whether a text has two lines or more that are nothing but a day, each another one."""
    return len({match["day"] for match in _DAY_ALONE.finditer(text)}) > 1


def heading(text: str, start: int, end: int, days: Interval, *, sections: bool) -> Heading | None:
    """What a day that is named at a place of the text heads; None where it is part of running text.

    Args:
        text: the text.
        start: where the day's name begins.
        end: where it ends.
        days: the day.
        sections: whether lines that are nothing but a day head what follows them.
    """
    if days.first != days.last:
        return None
    line = text.rfind("\n", 0, start) + 1
    if not _LINE_BEFORE.fullmatch(text, line, start):
        return None
    if _ALONE.match(text, end):
        return Heading(start, None, days) if sections else None
    if _COLON.match(text, end):
        stop = text.find("\n", end)
        return Heading(start, len(text) if stop < 0 else stop, days)
    return None
