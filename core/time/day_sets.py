"""Sets of days, as sorted intervals that do not overlap, among all days on which a text can have been written."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from core.model import Interval
from core.time import days, edtf

DaySet = tuple[Interval, ...]

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The first and the last day reckoned with."""

ALWAYS: DaySet = (Interval(EARLIEST, LATEST),)


def reckoned_with(interval: Interval) -> bool:
    """Whether all days of an interval are reckoned with."""
    return interval.first >= EARLIEST and interval.last <= LATEST


def since(day: date) -> DaySet:
    """That day and all after it."""
    return (Interval(day, LATEST),)


def until(day: date) -> DaySet:
    """That day and all before it."""
    return (Interval(EARLIEST, day),)


@cache
def every_year(month: int, day: int, weekday: int | None) -> tuple[date, ...]:
    """That day of every year which has it, and has it on the weekday if one is given."""
    years = range(EARLIEST.year + 1, LATEST.year)
    every = [date(year, month, day) for year in years if day <= days.month_length(year, month)]
    return tuple(one for one in every if weekday in (None, one.isoweekday()))


@cache
def around(named: tuple[date, ...], before: int, after: int) -> DaySet:
    """Some days, and so many before and after each."""
    return merged(Interval(day - timedelta(days=before), day + timedelta(days=after)) for day in named)


@cache
def months_after(month: int, first: int, last: int) -> DaySet:
    """From the `first` to the `last` month after that month, of every year."""
    begins = [date(year, month, 1) for year in range(EARLIEST.year + 1, LATEST.year)]
    return merged(Interval(shifted_month(begin, first).first, shifted_month(begin, last).last) for begin in begins)


def shifted_month(day: date, months: int) -> Interval:
    """The month so many months after that of a day (before, if negative)."""
    return edtf.parse(days.month_shifted(day, months))


def of_years(first: int, last: int) -> DaySet:
    """All days of some years."""
    return (Interval(date(first, 1, 1), date(last, 12, 31)),)


def merged(intervals: Iterable[Interval]) -> DaySet:
    """All days of some intervals."""
    joined: list[Interval] = []
    for interval in sorted(intervals):
        if joined and interval.first <= joined[-1].last + timedelta(days=1):
            joined[-1] = Interval(joined[-1].first, max(joined[-1].last, interval.last))
        else:
            joined.append(interval)
    return tuple(joined)


def count(intervals: DaySet) -> int:
    """How many days there are."""
    return sum((interval.last - interval.first).days + 1 for interval in intervals)


def common(one: DaySet, other: DaySet) -> DaySet:
    """The days that two sets share."""
    shared: list[Interval] = []
    i = j = 0
    while i < len(one) and j < len(other):
        first, last = max(one[i].first, other[j].first), min(one[i].last, other[j].last)
        if first <= last:
            shared.append(Interval(first, last))
        if one[i].last < other[j].last:
            i += 1
        else:
            j += 1
    return tuple(shared)
