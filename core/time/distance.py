"""How far the day of writing is from an occasion, in the text's own count: `zwei Wochen nach`, `am 70. Jahrestag`."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from core.model import Interval, Timex
from core.time import day_sets, occasions
from core.time.day_sets import DaySet
from core.time.occasions import Occasion
from core.time.reader import Reader

_LEAD = 400
"""Characters from the begin of a text in which `zwei Wochen nach der Wahl` is counted from the day of writing."""
_NEAR = 80
"""Characters behind a duration in which the occasion stands that it is counted from."""
_DURATION = re.compile(r"P(\d{1,3})([DWMY])")
_BEGIN = re.compile(r"(?:dem|den)?(?:beginn|anfang|start)?(?:der|des|dem|den|die|das)?")
_JAHRESTAG = re.compile(r"(\d{1,3})\.\s+Jahrestag(?:e?s)?\b")


class Distance(NamedTuple):
    """The days on which the text was written by its own count, the reason, and the words that count."""

    allowed: DaySet
    code: str
    text: str
    span: tuple[int, int]


def of(reader: Reader, span: tuple[int, int], times: Sequence[Timex], occasion: Occasion) -> Distance | None:
    """The distance that a sentence names from an occasion, if it is counted from the day of writing.

    Args:
        reader: the text.
        span: the sentence.
        times: the times in it.
        occasion: what it speaks of.
    """
    return (
        _anniversary(reader, span, occasion)
        or _passed(reader, span, times, occasion)
        or _few(reader, span, times, occasion)
    )


def _anniversary(reader: Reader, span: tuple[int, int], occasion: Occasion) -> Distance | None:
    """`Zum 70. Jahrestag des Kriegsendes`: spoken of within half a year."""
    if occasion.recurring or len(occasion.possible) != 1:
        return None
    for match in _JAHRESTAG.finditer(reader.text, *span):
        behind = occasions.plain(reader.text[match.end() : match.end() + _NEAR])
        named = re.match(r"(?:der|des|von)?", behind)
        rest = behind[named.end() :] if named else behind
        if rest.startswith(tuple(occasion.names)):
            first = occasion.possible[0].first
            allowed = _years(first, int(match[1]), 6, 6)
            return Distance(allowed, "anniversary", match[0], match.span()) if allowed else None
    return None


def _passed(reader: Reader, span: tuple[int, int], times: Sequence[Timex], occasion: Occasion) -> Distance | None:
    """`70 Jahre nach Kriegsende`, `seit dem Mauerfall vor 25 Jahren`, `zwei Wochen vor der Bundestagswahl`.

    Weeks and months are counted from the day of writing where a text begins with them; later on it may tell a story.
    """
    counted = [
        (time, match) for time in times if time.type == "DURATION" and (match := _DURATION.fullmatch(time.value))
    ]
    if len(counted) != 1 or any(time.anchor == "explicit" for time in times):
        return None
    [(time, match)] = counted
    n, unit = int(match[1]), match[2]
    side = _side(reader, time, occasion)
    if side == 0 or (unit != "Y" and (span[0] > _LEAD or not n)):
        return None
    if unit == "Y":
        if side < 0 or len(occasion.possible) != 1:
            return None
        allowed = _years(occasion.possible[0].first, n, 6, 12)
    else:
        allowed = day_sets.merged(_shifted(one, n, unit, side) for one in occasion.possible)
    code = "years_after" if side > 0 else "time_before"
    return Distance(allowed, code, time.text, (time.start, time.end)) if allowed else None


_FEW = re.compile(
    r"\b(?:(?:wenige|ein paar|einige)\s+(?P<unit>Tage|Wochen)|kurz|knapp|unmittelbar)\s+(?P<side>vor|nach)\b",
    re.IGNORECASE,
)
_MOST = {"tage": timedelta(days=31), "wochen": timedelta(days=92), None: timedelta(days=92)}
"""How much a few of a unit, or a short time, is at most."""


def _few(reader: Reader, span: tuple[int, int], times: Sequence[Timex], occasion: Occasion) -> Distance | None:
    """`Wenige Wochen vor der Wahl`, `kurz nach dem Anschlag`, where a text begins with it."""
    if span[0] > _LEAD or any(time.anchor == "explicit" for time in times):
        return None
    for match in _FEW.finditer(reader.text, *span):
        behind = occasions.plain(reader.text[match.end() : match.end() + _NEAR])
        begin = _BEGIN.match(behind)
        if not behind.startswith(tuple(occasion.names), begin.end() if begin else 0):
            continue
        most = _MOST[match["unit"] and match["unit"].lower()]
        if match["side"].lower() == "nach":
            allowed = day_sets.merged(Interval(one.first, one.last + most) for one in occasion.possible)
            return Distance(allowed, "shortly", match[0], match.span())
        allowed = day_sets.merged(Interval(one.first - most, one.first) for one in occasion.possible)
        return Distance(allowed, "shortly", match[0], match.span())
    return None


def _side(reader: Reader, time: Timex, occasion: Occasion) -> int:
    """1 where a duration has passed since an occasion, -1 where it is to pass till it, 0 where it tells neither."""
    before = occasions.plain(reader.text[max(0, time.start - 40) : time.start])
    behind = occasions.plain(reader.text[time.end : time.end + _NEAR])
    if before.endswith(tuple(name + "vor" for name in occasion.names)):
        return 1
    if behind.startswith("nach"):
        return int(any(name in behind for name in occasion.names))
    if behind.startswith("vor"):
        begin = _BEGIN.match(behind, len("vor"))
        return -int(behind.startswith(tuple(occasion.names), begin.end() if begin else len("vor")))
    return 0


def _years(first: date, n: int, back: int, ahead: int) -> DaySet:
    """So many months around a day n years later."""
    if first.year + n >= day_sets.LATEST.year:
        return ()
    month = day_sets.shifted_month(first, 12 * n).first
    return (Interval(day_sets.shifted_month(month, -back).first, day_sets.shifted_month(month, ahead).last),)


def _shifted(held: Interval, n: int, unit: str, side: int) -> Interval:
    """The days so long after or before an occasion, give or take one unit, as is said."""
    days = {"D": 1, "W": 7, "M": 31}[unit]
    least, most = timedelta(days=days * (n - 1)), timedelta(days=days * (n + 1))
    if side > 0:
        return Interval(held.first + least, held.last + most)
    return Interval(held.first - most, held.first - least)
