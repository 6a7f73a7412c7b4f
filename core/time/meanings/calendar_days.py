"""Days of a month, and days with a name."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from core.time import days, lexicon
from core.time.anchor import Anchor, Reading, interval_of
from core.time.found import Found
from core.time.meanings.common import UNKNOWN_DAY, meaning, year_nearby

_CENTURY_TURN = 50
"""Two-digit years: 49 is 2049, 50 is 1950."""


@meaning
def written_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """2013-02-28, 28.2.2013, 28.2.13, 28/02/2013."""
    year, month, day = _in_figures(phrase.value("day"))
    return _explicit_day(anchor, f"{year:04}-{month:02}-{day:02}")


@meaning
def first_day_in_figures(phrase: Found, anchor: Anchor) -> Reading | None:
    """24. bis 26.12., 28.12.–3.1.2014: the first day, with what it lacks from the last."""
    last = phrase.value("last").replace(" ", "").rstrip(".")
    year = _in_figures(last)[0] if phrase.kind("last") == "numeric_date" else 0
    day, _, month = phrase.value("day").replace(" ", "").rstrip(".").partition(".")
    last_day, last_month = (int(part) for part in last.split(".")[:2])
    number = int(month or last_month)
    if not year:
        return _day_without_year(phrase, anchor, number, int(day))
    year -= (number, int(day)) > (last_month, last_day)
    return _explicit_day(anchor, f"{year:04}-{number:02}-{int(day):02}")


def _in_figures(text: str) -> tuple[int, int, int]:
    """Year, month and day of a date in figures."""
    text = text.replace(" ", "")
    parts = [int(part) for part in re.split(r"[-/.]", text)]
    year, month, day = parts if text[:4].isdigit() else parts[::-1]
    if year < 100:
        year += 2000 if year < _CENTURY_TURN else 1900
    return year, month, day


@meaning
def day_of_month_in_figures(phrase: Found, anchor: Anchor) -> Reading | None:
    """28.2., in the year that fits."""
    day, month = (int(part) for part in phrase.value("day").replace(" ", "").rstrip(".").split("."))
    return _day_without_year(phrase, anchor, month, day)


@meaning
def day_of_month(phrase: Found, anchor: Anchor) -> Reading | None:
    """3. Mai 2012; without a year, in the one that fits."""
    day, month, year = phrase.whole("day"), phrase.whole("month"), phrase.whole("year")
    if year:
        return _explicit_day(anchor, f"{year:04}-{month:02}-{day:02}")
    return _day_without_year(phrase, anchor, month, day)


@meaning
def holiday(phrase: Found, anchor: Anchor) -> Reading | None:
    """Ostern 2013; without a year, in the one that fits."""
    name = phrase.value("day")
    nth = phrase.whole("nth", 1)
    if nth > 1 and not _COUNTED.search(name):
        return None
    feast = lexicon.holidays()[name]
    later = timedelta(days=max(nth - 1, 0) % 7)

    def in_year(year: int) -> date:
        return days.holiday(feast, year) + later

    return _yearly(phrase, anchor, in_year)


_COUNTED = re.compile("tag|weihnacht", re.IGNORECASE)
"""Names of feasts whose days are counted: zweiter Ostertag."""


@meaning
def advent_sunday(phrase: Found, anchor: Anchor) -> Reading | None:
    """1. Advent, 3. Adventssonntag 2012."""
    nth = phrase.whole("nth")
    if not 1 <= nth <= _SUNDAYS:
        return None
    sunday = lexicon.Holiday(forms=["Advent"], advent=_SUNDAYS + 1 - nth)
    return _yearly(phrase, anchor, lambda year: days.holiday(sunday, year))


_SUNDAYS = 4  # of Advent


@meaning
def between_the_years(phrase: Found, anchor: Anchor) -> Reading | None:
    """zwischen den Jahren: from 27 to 31 December."""
    tense = phrase.tense()

    def value(day: date) -> str:
        first = _fitting(day, tense, lambda year: date(year, 12, 27))
        return f"{first.isoformat()}/{first.year:04}-12-31"

    return anchor.written(value) or Reading("XXXX-12")


def _yearly(phrase: Found, anchor: Anchor, in_year: Callable[[int], date]) -> Reading:
    if year := phrase.whole("year"):
        return anchor.explicit(in_year(year).isoformat())
    tense = phrase.tense()
    reading = anchor.written(lambda day: _fitting(day, tense, in_year).isoformat())
    return reading or Reading(UNKNOWN_DAY)


def _explicit_day(anchor: Anchor, value: str) -> Reading | None:
    return anchor.explicit(value) if interval_of(value) else None


def _day_without_year(phrase: Found, anchor: Anchor, month: int, day: int) -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        return None
    year = year_nearby(phrase, anchor, month)
    if year and interval_of(f"{year}-{month:02}-{day:02}"):
        return anchor.in_context(f"{year}-{month:02}-{day:02}")
    tense = phrase.tense()

    def in_year(year: int) -> date:
        return date(year, month, min(day, monthrange(year, month)[1]))

    reading = anchor.written(lambda today: _fitting(today, tense, in_year).isoformat())
    return reading or Reading(f"XXXX-{month:02}-{day:02}")


_NEAR = 100
"""Days: what lies as near as this is meant, whatever the tense; a clause's words tell its tense but roughly."""


def _fitting(today: date, tense: int, in_year: Callable[[int], date]) -> date:
    """The occurrence of a yearly day that is near, else the one that fits the tense, else the nearest."""
    occurrences = [in_year(year) for year in range(max(today.year - 1, 1), min(today.year + 1, 9998) + 1)]
    nearest = min(occurrences, key=lambda day: abs((day - today).days))
    if abs((nearest - today).days) <= _NEAR:
        return nearest
    if tense < 0:
        return max((day for day in occurrences if day <= today), default=nearest)
    if tense > 0:
        return min((day for day in occurrences if day >= today), default=nearest)
    return nearest
