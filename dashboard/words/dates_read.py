"""Dates as people write them, and as the app prints them in any of its languages, read back to EDTF."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from babel import Locale, dates

from core.corpus.lines import single_line
from core.model import Interval
from core.time import edtf
from dashboard.words.i18n import LANGUAGES, _, locale, speaking

_QUARTER = re.compile(r"(?:(\d)(?:\.|st|nd|rd|th) ?(?:quartal|quarter)|q(\d)) (\d{4})")
_SHORT_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+(?:bis|to)\s+|\s*/\s*")
_WORD = re.compile(r"\d+|[^\W\d_]+")


def read(said: str) -> str:
    """A date as EDTF where it is written as the app prints it or as people write days; anything else as it is.

    That is `13. März 2024`, `March 13, 2024`, `13.3.2024`, `March 2024`, `2024`, seasons, quarters and weeks as
    `dates.when` has them, and from one of these to another, where the first may leave out what the second says.
    """
    written = single_line(said)
    try:
        edtf.parse(written)
    except ValueError:
        words = _folded(written)
        return _named(words) or _span(words) or written
    return written


def _folded(said: str) -> str:
    """Lower case, with plain blanks."""
    return single_line(unicodedata.normalize("NFKC", said)).casefold()


def _named(said: str) -> str | None:
    """A season, a quarter or a week."""
    if quarter := _QUARTER.fullmatch(said):
        number = quarter[1] or quarter[2]
        return f"{quarter[3]}-Q{number}" if number in "1234" else None
    for name, form in _forms():
        if found := form.fullmatch(said):
            if name == "week":
                return _week(found[1])
            year = int(found[1]) - (name == "WI")  # which is named after the year that it begins in
            return f"{year:04}-{name}"
    return None


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How seasons and weeks are printed, in all languages."""
    return tuple(_each_form())


def _each_form() -> Iterator[tuple[str, re.Pattern[str]]]:
    for language in LANGUAGES:
        with speaking(language):
            printed = {
                "WI": _("winter up to {year}"),
                "SP": _("spring {year}"),
                "SU": _("summer {year}"),
                "FA": _("autumn {year}"),
                "week": _("week of {day}"),
            }
        for name, words in printed.items():
            form = re.escape(_folded(words)).replace(r"\{year\}", r"(\d{4})").replace(r"\{day\}", "(.+)")
            yield name, re.compile(form)


def _week(said: str) -> str | None:
    """The week, or the weekend, that begins with a day."""
    day = _one(said)
    first = day and day.first
    if first is None:
        return None
    week = first.isocalendar()
    return f"{week.year:04}-W{week.week:02}{'-WE' if week.weekday == 6 else ''}"


class _Said(NamedTuple):
    """What was written of a date."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def interval(self) -> Interval | None:
        """Its days; None where it is no date."""
        if self.year is None or (self.day and not self.month):
            return None
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        try:
            return edtf.parse("-".join(parts))
        except ValueError:
            return None


def _span(said: str) -> str | None:
    """A date, or from one to another."""
    sides = [side for side in _DASH.split(said) if side]
    if len(sides) == 1:
        one = _one(said)
        return edtf.format(one) if one else None
    if len(sides) != 2:
        return None
    first, last = map(_parts, sides)
    if first is None or last is None:
        return None
    if last.day and not last.month:  # `April 8 – 9, 2024`
        last = last._replace(month=first.month)
    first = first._replace(
        month=first.month or (last.month if first.day else None),
        year=first.year or last.year,
    )
    begin, end = first.interval, last.interval
    if begin is None or end is None or begin.first > end.last:
        return None
    return edtf.format(Interval(begin.first, end.last))


def _one(said: str) -> Interval | None:
    parts = _parts(said)
    return parts.interval if parts else None


def _parts(said: str) -> _Said | None:
    """Day, month and year of some words, in any order; None where there is anything else in them."""
    if short := _SHORT_DAY.fullmatch(said.replace(" ", "")):
        return _Said(int(short[1]), int(short[2]), int(short[3]) if short[3] else None)
    if iso := _ISO_DAY.fullmatch(said):
        return _Said(int(iso[3]), int(iso[2]), int(iso[1]))
    if re.search(r"[^\w\s.,]", said):
        return None
    kept = _Said()
    for word in _WORD.findall(said):
        if word.isdigit():
            name = "year" if len(word) == 4 else "day" if len(word) < 3 else ""
        else:
            name, word = "month", str(_months().get(word, ""))
        if not name or not word or getattr(kept, name) is not None:
            return None
        kept = kept._replace(**{name: int(word)})
    return kept


@cache
def _months() -> dict[str, int]:
    """The months by all of their names."""
    months: dict[str, int] = {}
    for language in LANGUAGES:
        with speaking(language):
            here = Locale.parse(locale())
        for names in (widths[width] for widths in here.months.values() for width in ("wide", "abbreviated")):
            months |= {_folded(name).rstrip("."): number for number, name in names.items()}
    return {**months, **_OTHER_MONTHS}


_OTHER_MONTHS = {"maerz": 3, "jänner": 1, "feber": 2, "sep": 9}
"""Names that people use besides those that are printed."""

EXAMPLE = date(2024, 3, 13)
"""The day in examples."""


def forms() -> str:
    """The forms that a date may have, as examples in the language that is spoken."""
    day = dates.format_date(EXAMPLE, "long", locale=locale())
    month = dates.format_skeleton("yMMMM", EXAMPLE, locale=locale())
    span = dates.format_interval(EXAMPLE, EXAMPLE.replace(day=15), "yMMMd", locale=locale())
    return ", ".join([day, "13.3.2024", "2024-03-13", month, "2024-03", "2024", span, "2024-03-13/2024-03-15"])
