"""Reckoning with days, weeks, months and the movable feasts."""

from calendar import monthrange
from datetime import date, timedelta

from core.time import edtf
from core.time.lexicon import Holiday

_LAST_YEAR = 9000


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(year, month, day + 1)


def holiday(day: Holiday, year: int) -> date:
    """The date of a named day in a year."""
    if day.date is not None:
        return date.fromisoformat(f"{year:04}-{day.date}")
    if day.easter is not None:
        return easter(year) + timedelta(days=day.easter)
    if day.advent is not None:
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + 7 * (day.advent - 1))
    month, which, weekday = map(int, (day.weekday or "").split())
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def month_shifted(day: date, months: int) -> str:
    """The month so many months later (before, if negative), as `2014-07`."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


def week(day: date) -> str:
    """The ISO week of a day, as `2014-W29`."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def season_of(day: date) -> tuple[int, str]:
    """The season of a day and the year that the season is named after."""
    for name, (first, last) in edtf.SEASONS.items():
        if first <= day.month <= last:
            return day.year, name
    return (day.year if day.month == 12 else day.year - 1), "WI"


def shifted(day: date, amount: int, unit: str) -> str | None:
    """The day, week, month, year, decade … so many units from a day, at the unit's precision; None off the calendar.

    Units are those of `words.toml`: D, W, WE, M, Q, H, Y, DE, CE.
    """
    if abs(amount) > _LAST_YEAR:
        return None
    try:
        if unit == "D":
            return (day + timedelta(days=amount)).isoformat()
        if unit in {"W", "WE"}:
            return week(day + timedelta(weeks=amount)) + ("-WE" if unit == "WE" else "")
    except OverflowError:
        return None
    value: str
    if unit == "M":
        value = month_shifted(day, amount)
    elif unit == "Q":
        year, quarter = divmod(4 * day.year + (day.month - 1) // 3 + amount, 4)
        value = f"{year:04}-Q{quarter + 1}"
    elif unit == "H":
        year, half = divmod(2 * day.year + (day.month - 1) // 6 + amount, 2)
        value = f"{year:04}-H{half + 1}"
    elif unit in {"Y", "DE", "CE"}:
        size = {"Y": 1, "DE": 10, "CE": 100}[unit]
        value = f"{day.year + size * amount:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]
    else:
        return None
    try:
        edtf.parse(value)
    except ValueError:
        return None
    return value


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1]
