"""Days and dates in words, in the form of the interface's language."""

from datetime import date
from functools import cache, lru_cache
from typing import Any

import pandas as pd
from babel import dates

from dashboard.words.i18n import _, locale


def day(value: date, form: str = "long") -> str:
    """A day in the language's form; `form` is Babel's: short, medium, long, full."""
    return dates.format_date(value, form, locale=locale())


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


def event_date(event: Any) -> str:
    """The date of an event or a claim in words."""
    return when(day_of(event.date_start), day_of(event.date_end), event.date_precision)


def event_dates(events: pd.DataFrame) -> list[str]:
    """The dates of many events in words, each different one put into words once."""
    said = cache(when)
    columns = (events["date_start"], events["date_end"], events["date_precision"].where(events["date_end"].notna(), ""))
    return [said(day_of(start), day_of(end), precision) for start, end, precision in zip(*columns, strict=True)]


def day_of(value: Any) -> date | None:
    """The day that a frame holds; None where it holds none."""
    return None if pd.isna(value) else value.date()
