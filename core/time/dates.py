"""The dates that a text's claims can go by: time expressions that name days, ranges joined to one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.model import Interval, Precision, Timex
from core.time import edtf

_TO = re.compile(r"\.?\s*(?:bis(?:\s+(?:zum|einschließlich))?|[-–—])\s*")
_AND = re.compile(r"\.?\s*(?:und|/|&)\s*")
_BETWEEN = re.compile(r"zwischen\s+(?:dem\s+)?$")
_LOOK_BACK = 20


class Dated(NamedTuple):
    """A date with the stretch of text that names it; `anchor` as in `model.Timex`."""

    start: int
    end: int
    edtf: str
    interval: Interval
    precision: Precision
    anchor: str


def dates(text: str, times: Sequence[Timex]) -> list[Dated]:
    """The dates of a text in the order they stand, from its time expressions.

    `vom 8. bis 9. April`, `zwischen Mai und Juli` and `am 8. und 9. April` become one range. Expressions that name no
    days (sets, references, most durations) are left out; `vor zwei Jahren` is the year that it comes to. So is a clock
    time alone: its day is that of what is told, and not that of writing, unless it opens an item of a live blog.

    Args:
        text: the text that the expressions count in.
        times: what `annotate` found in it.
    """
    dated: list[Dated] = []
    joined = False
    named = [
        time for time in times if time.interval is not None and time.type != "SET" and not _is_clock_alone(text, time)
    ]
    for one, other in pairwise([*named, None]):
        if one is None or joined:
            joined = False
            continue
        joined = other is not None and _is_range(text, one, other)
        dated.append(_range(one, other) if joined and other else _single(one))
    return dated


_CLOCK_ALONE = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?: Uhr(?: \d\d)?)?(?: (?:[A-Z]{3,4}|Ortszeit))?")


def _is_clock_alone(text: str, time: Timex) -> bool:
    if time.type != "TIME" or time.anchor not in {"published", "inferred"} or not _CLOCK_ALONE.fullmatch(time.text):
        return False
    line = text.rfind("\n", 0, time.start) + 1
    return any(char.isalnum() for char in text[line : time.start])


def _is_range(text: str, one: Timex, other: Timex) -> bool:
    if one.type != "DATE" or other.type != "DATE" or one.interval is None or other.interval is None:
        return False
    if one.interval.first >= other.interval.first or one.interval.last > other.interval.last:
        return False
    gap = text[one.end : other.start]
    if _TO.fullmatch(gap):
        return True
    follows = (other.interval.first - one.interval.last).days == 1
    between = _BETWEEN.search(text[max(0, one.start - _LOOK_BACK) : one.start].lower())
    return bool(_AND.fullmatch(gap) and (follows or between))


def _range(one: Timex, other: Timex) -> Dated:
    if one.interval is None or other.interval is None:
        raise ValueError("a range of expressions that name no days")
    interval = Interval(one.interval.first, other.interval.last)
    return Dated(one.start, other.end, edtf.format(interval), interval, "interval", other.anchor)


def _single(time: Timex) -> Dated:
    if time.interval is None:
        raise ValueError(f"{time.text!r} names no days")
    value = time.value.partition("T")[0]
    try:
        precision = edtf.precision(value)
        exact = edtf.parse(value) == time.interval
    except ValueError:
        precision, exact = "interval", False
    written = edtf.format(time.interval, precision if exact else None)
    return Dated(time.start, time.end, written, time.interval, edtf.precision(written), time.anchor)
