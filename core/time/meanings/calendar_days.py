"""Days of a month, and days with a name."""

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
def written_day(found: Found, anchor: Anchor) -> Reading | None:
    """2013-02-28, 28.2.2013, 28.2.13."""
    text = found.value("day").replace(" ", "")
    if "-" in text:
        return _explicit_day(anchor, text)
    day, month, year = (int(part) for part in text.split("."))
    if year < 100:
        year += 2000 if year < _CENTURY_TURN else 1900
    return _explicit_day(anchor, f"{year:04}-{month:02}-{day:02}")


@meaning
def day_of_month_in_figures(found: Found, anchor: Anchor) -> Reading | None:
    """28.2., in the year that fits."""
    day, month = (int(part) for part in found.value("day").replace(" ", "").rstrip(".").split("."))
    return _day_without_year(found, anchor, month, day)


@meaning
def day_of_month(found: Found, anchor: Anchor) -> Reading | None:
    """3. Mai 2012; without a year, in the one that fits."""
    day, month, year = found.whole("day"), found.whole("month"), found.whole("year")
    if year:
        return _explicit_day(anchor, f"{year:04}-{month:02}-{day:02}")
    return _day_without_year(found, anchor, month, day)


@meaning
def holiday(found: Found, anchor: Anchor) -> Reading | None:
    """Ostern 2013; without a year, in the one that fits."""
    feast = lexicon.holidays()[found.value("day")]
    later = timedelta(days=max(found.whole("nth", 1) - 1, 0) % 7)

    def in_year(year: int) -> date:
        return days.holiday(feast, year) + later

    if year := found.whole("year"):
        return anchor.explicit(in_year(year).isoformat())
    tense = found.tense()
    reading = anchor.written(lambda day: _fitting(day, tense, in_year).isoformat())
    return reading or Reading(UNKNOWN_DAY)


def _explicit_day(anchor: Anchor, value: str) -> Reading | None:
    return anchor.explicit(value) if interval_of(value) else None


def _day_without_year(found: Found, anchor: Anchor, month: int, day: int) -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        return None
    year = year_nearby(found, anchor, month)
    if year and interval_of(f"{year}-{month:02}-{day:02}"):
        return anchor.in_context(f"{year}-{month:02}-{day:02}")
    tense = found.tense()

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
