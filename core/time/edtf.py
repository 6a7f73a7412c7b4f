"""Dates as text and as intervals: the part of EDTF and TIMEX3 that Lagebild writes.

    2023-07-11  day      2025-W14  week     2023-07  month    2022-SU  season (SP, SU, FA, WI)
    2014-Q3     quarter  2014-H2   half     2014     year     199, 199X  decade    14, 14XX  century
    2014-W08-WE weekend  2025-04-08/2025-04-09  from the first day of the one to the last day of the other

Seasons are the meteorological ones; winter is named after the year it begins in. Years run from 1 to 9999.
"""

import re
from calendar import monthrange
from datetime import date

from core.model import Bounds, ClaimDate, Interval, Precision

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of each season."""

OPEN = ".."
"""Stands for an end that is not known."""

_FORMS: tuple[tuple[Precision, re.Pattern[str]], ...] = (
    ("day", re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")),
    ("month", re.compile(r"([0-9]{4})-([0-9]{2})")),
    ("year", re.compile(r"([0-9]{4})")),
    ("week", re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")),
    ("season", re.compile(r"([0-9]{4})-(SP|SU|FA|WI)")),
    ("quarter", re.compile(r"([0-9]{4})-Q([1-4])")),
    ("half", re.compile(r"([0-9]{4})-H([12])")),
    ("decade", re.compile(r"([0-9]{3})X?")),
    ("century", re.compile(r"([0-9]{2})(?:XX)?")),
)


def as_text(value: object) -> object:
    """A day or a year as text where TOML or YAML made a date or a number of it, as without quotation marks they do.

    Any other value is left as it is, for a model to judge.
    """
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def parse(value: str) -> Interval:
    """The first and the last day that a value such as `2023-07` or `2025-04-08/2025-04-09` allows.

    Raises:
        ValueError: the value has none of the forms above, or names a day that no calendar has.
    """
    first, slash, last = value.partition("/")
    if slash:
        interval = Interval(parse(first).first, parse(last).last)
        if interval.first > interval.last:
            raise ValueError(f"{value!r} ends before it begins")
        return interval
    return _parse_single(value)


def checked(value: str) -> str:
    """The value itself, for a model that is to take no other than those above.

    Raises:
        ValueError: as `parse`.
    """
    parse(value)
    return value


def precision(value: str) -> Precision:
    """How fine a value is; `interval` for a range.

    Raises:
        ValueError: as `parse`.
    """
    if "/" in value:
        parse(value)
        return "interval"
    return _match(value)[0]


def format(interval: Interval, precision: Precision | None = None) -> str:  # noqa: A001 - the pair of `parse`
    """The shortest value that means exactly the interval: a day, a month, a year, or a range of years, months or days.

    With a precision the value takes that form where the interval is exactly such a unit (`week`: Monday to Sunday).
    """
    first, last = interval
    for value in _candidates(first, precision):
        if parse(value) == interval:
            return value
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}/{last.year:04}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{_month(first)}/{_month(last)}"
    return f"{first.isoformat()}/{last.isoformat()}"


def format_open(first: date | None, last: date | None) -> str:
    """A stretch either end of which may be open: `../2016-02-20`, `2016-02-20/..`.

    Raises:
        ValueError: both ends are.
    """
    if first is not None and last is not None:
        return format(Interval(first, last))
    if first is None and last is None:
        raise ValueError("a stretch without any end")
    return f"{first or OPEN}/{last or OPEN}"


def of(when: ClaimDate | Bounds | None) -> str | None:
    """When something was as the tables say it: its date or, where it has none, the stretch that bounds it."""
    if isinstance(when, Bounds):
        return format_open(when.first, when.last)
    return when and when.edtf


def parse_open(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of a value one end of which may be open; None for that.

    Raises:
        ValueError: as `parse`.
    """
    first, slash, last = value.partition("/")
    if slash and first == OPEN:
        return None, parse(last).last
    if slash and last == OPEN:
        return parse(first).first, None
    return parse(value)


def _candidates(first: date, precision: Precision | None) -> list[str]:
    year = f"{first.year:04}"
    week = first.isocalendar()
    named: dict[Precision, str] = {
        "week": f"{week.year:04}-W{week.week:02}",
        "season": f"{year}-{next((s for s, (begin, _) in SEASONS.items() if begin == first.month), 'SP')}",
        "quarter": f"{year}-Q{(first.month + 2) // 3}",
        "half": f"{year}-H{1 if first.month < 7 else 2}",
        "decade": year[:3],
        "century": year[:2],
    }
    plain = [first.isoformat(), _month(first), year]
    return [named[precision], *plain] if precision in named else plain


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _match(value: str) -> tuple[Precision, re.Match[str]]:
    for name, form in _FORMS:
        if match := form.fullmatch(value):
            return name, match
    raise ValueError(f"{value!r} is no date such as 2023, 2023-07, 2023-07-11, 2025-W14 or 2025-04-08/2025-04-09")


def _parse_single(value: str) -> Interval:
    name, match = _match(value)
    number = int(match[1])
    if name == "day":
        day = date(number, int(match[2]), int(match[3]))
        return Interval(day, day)
    if name == "week":
        return Interval(
            date.fromisocalendar(number, int(match[2]), 6 if match[3] else 1),
            date.fromisocalendar(number, int(match[2]), 7),
        )
    if name == "decade":
        return _months(max(10 * number, 1), 1, 10 * number + 9, 12)
    if name == "century":
        return _months(max(100 * number, 1), 1, 100 * number + 99, 12)
    if name == "month":
        return _months(number, int(match[2]), number, int(match[2]))
    if name == "season":
        begin, end = SEASONS[match[2]]
        return _months(number, begin, number + (end < begin), end)
    if name == "quarter":
        return _months(number, 3 * int(match[2]) - 2, number, 3 * int(match[2]))
    if name == "half":
        return _months(number, 6 * int(match[2]) - 5, number, 6 * int(match[2]))
    return _months(number, 1, number, 12)


def _months(first_year: int, first_month: int, last_year: int, last_month: int) -> Interval:
    first = date(first_year, first_month, 1)
    return Interval(first, date(last_year, last_month, monthrange(last_year, last_month)[1]))
