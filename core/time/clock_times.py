"""Clock times whose day stands behind them: `um 14.30 Uhr am Dienstag`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.model import Timex

_CLOCK = re.compile(r"T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?\Z")
_GAP = re.compile(r"\s*(?:\((?:[A-Z]{3,4}|Ortszeit)\)\s*)?(?:,\s*)?(?:(?:am|vom|des)\s+)?")


def with_day_behind(text: str, times: Sequence[Timex]) -> list[Timex]:
    """The times of a text, where clock times right before a day are of that day."""
    settled = list(times)
    for index, (clock, day) in enumerate(pairwise(times)):
        opening, value = _CLOCK.search(clock.value), day.value.partition("T")[0]
        if not opening or day.type not in {"DATE", "TIME"} or _CLOCK.search(day.value):
            continue
        is_day = day.interval is not None and day.interval.first == day.interval.last
        if is_day and _GAP.fullmatch(text, clock.end, day.start) and not _is_headed(text, day):
            settled[index] = replace(clock, value=value + opening[0], interval=day.interval, anchor=day.anchor)
    return settled


def _is_headed(text: str, day: Timex) -> bool:
    """Whether a line begins with the day: the time before it is of the line before."""
    return not text[text.rfind("\n", 0, day.start) + 1 : day.start].strip()
