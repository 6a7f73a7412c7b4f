"""Days and dates in words, in the form of the interface's language."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, Literal, Protocol

import pandas as pd
from babel import dates
from babel.dates import get_timezone

from dashboard.words.i18n import _, locale


def day(value: date, form: str = "long") -> str:
    """A day in the language's form; `form` is Babel's: short, medium, long, full."""
    return _day(value, form, locale())


@lru_cache(maxsize=20_000)
def _day(value: date, form: str, locale: str) -> str:
    return dates.format_date(value, form, locale=locale)


def moment(value: datetime, zone: str | None = None) -> str:
    """A day and a time in words, as clocks of a time zone show it; without one, those of this machine."""
    try:
        here = value.astimezone(get_timezone(zone) if zone else None)
    except LookupError:
        here = value.astimezone()
    return _moment(here, "short")


def moments(values: Sequence[datetime]) -> list[str]:
    """Days and times in words, as clocks of this machine show them: with seconds where two are of one minute."""
    said = list(map(moment, values))
    often = Counter(said)
    return [
        text if often[text] == 1 else _moment(value.astimezone(), "medium")
        for text, value in zip(said, values, strict=True)
    ]


def _moment(here: datetime, precise: Literal["short", "medium"]) -> str:
    return f"{dates.format_date(here, 'medium', locale=locale())}, {dates.format_time(here, precise, locale=locale())}"


def when(first: date | None, last: date | None, precision: str | None) -> str:
    """A date as precise as it is known, in words: a day, `April 2025`, `2023`, `8–9 April 2025`."""
    if first is None or last is None:
        return _("date not stated")
    if precision == "week":
        return _("week of {day}").format(day=day(first))
    if precision == "season":
        seasons = (_("winter up to {year}"), _("spring {year}"), _("summer {year}"), _("autumn {year}"))
        return seasons[first.month % 12 // 3].format(year=last.year)
    return _dated(first, last, precision, locale())


def between(first: date | None, last: date | None, *, told: bool) -> str:
    """Between which days something without a date was, in words; `told`: the text says so, not its day of writing."""
    if first is None:
        return _("by {day} at the latest").format(day=day(last, "medium")) if last else _("date not stated")
    if last is None:
        return _("from {day} on").format(day=day(first, "medium"))
    days = _dated(first, last, None, locale())
    return days if told else _("about {days}, when it was written").format(days=days)


@lru_cache(maxsize=20_000)
def _dated(first: date, last: date, precision: str | None, locale: str) -> str:
    if precision == "day" or first == last:
        return dates.format_date(first, "long", locale=locale)
    if precision == "quarter":
        return dates.format_date(first, "QQQQ y", locale=locale)
    skeleton = {"month": "yMMMM", "year": "y"}.get(precision or "")
    if skeleton:
        return dates.format_skeleton(skeleton, first, locale=locale)
    return dates.format_interval(first, last, "yMMMd", locale=locale)


class Dated(Protocol):
    """An event or a claim, as far as its date goes."""

    @property
    def date_start(self) -> date | None:
        """The first possible day."""

    @property
    def date_end(self) -> date | None:
        """The last possible day."""

    @property
    def date_precision(self) -> str | None:
        """How exact the date is."""

    @property
    def date_basis(self) -> str:
        """What it rests on."""

    @property
    def bound_start(self) -> date | None:
        """The first day that bounds it where it has no date."""

    @property
    def bound_end(self) -> date | None:
        """The last day that does."""


def event_date(event: Dated) -> str:
    """The date of an event or a claim in words, or between which days it was."""
    bounds = event.bound_start, event.bound_end
    return _said(event.date_start, event.date_end, event.date_precision, *bounds, event.date_basis)


def event_dates(events: pd.DataFrame) -> list[str]:
    """The dates of many events in words, each different one put into words once."""
    columns = (events[name].tolist() for name in ("date_start", "date_end", "bound_start", "bound_end"))
    days = (list(map(_day_of, column)) for column in columns)
    start, end, first, last = days
    precision = events["date_precision"].where(events["date_end"].notna(), "")
    return list(map(cache(_said), start, end, precision, first, last, events["date_basis"]))


def _said(
    start: date | None, end: date | None, precision: str | None, first: date | None, last: date | None, basis: str
) -> str:
    """A date in words or, where there is none, its bounds."""
    if start is None and (first or last):
        return between(first, last, told=basis == "text")
    return when(start, end, precision)


def _day_of(value: Any) -> date | None:
    """The day that a frame holds; None where it holds none, of which pandas has a value that equals nothing."""
    return value.date() if value == value else None
