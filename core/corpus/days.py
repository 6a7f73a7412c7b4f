"""Days as files state them, in ISO form, as Germans write them, or as mails and feeds do: the day in Germany."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_month_names

BERLIN = ZoneInfo("Europe/Berlin")
_CLOCK = r"(?:[T ,;|–-]+(?:um )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?Uhr)?)?"
_DOTTED = re.compile(r"(?:[^\W\d_]+[.,]+ ?)?(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<y>\d{4}|\d{2})" + _CLOCK)
_SPELT = re.compile(r"(?:[^\W\d_]+[.,]+ ?)?(?P<d>\d{1,2})\.? (?P<month>[^\W\d_]+)\.? (?P<y>\d{4})" + _CLOCK)
_SLASHED = re.compile(r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})" + _CLOCK)
_LONGEST = 100  # characters of a day with its time
_MORE_MONTHS = {"jänner": 1, "jän": 1, "feber": 2, "mrz": 3, "maerz": 3, "sept": 9}  # beside those of the locale
_CENTURY = 69  # years of two digits up to this one are of this century, as POSIX has it

_FIRST_OF_EXCEL = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119; smaller numbers are years or counts


def day(value: str) -> str:
    """The day of publication in Germany in ISO form; a value that says none is given back as it is.

    A time with its zone is told in Germany: 23:30 UTC is the next day. One without is taken for German time. Forms that
    mean one day here and another there (`3/4/2024`) are no days.
    """
    stripped = " ".join(value[: _LONGEST + 1].split())
    if len(value) > _LONGEST:
        return stripped
    for read in (_iso, _german, _of_mail):
        with suppress(ValueError, TypeError, OverflowError):
            if said := read(stripped):
                return said.isoformat()
    return stripped


def day_of_excel(number: float) -> str | None:
    """The day that a cell's number stands for where the column holds days; None where it is none."""
    return (_FIRST_OF_EXCEL + timedelta(days=int(number))).isoformat() if int(number) in _EXCEL_DAYS else None


def in_germany(moment: datetime) -> date:
    """The day in Germany of a time, which is German where it names no zone."""
    return moment.date() if moment.tzinfo is None else moment.astimezone(BERLIN).date()


def _iso(value: str) -> date | None:
    """`2024-03-19T23:30:00Z`, `2024-03-19 18:00`, `20240319`; what is no day but a month or a week is none."""
    if not re.match(r"\d{4}-?\d{2}-?\d{2}(?!\d)", value):
        return None
    return in_germany(datetime.fromisoformat(re.sub(r" (?=[+-]\d|UTC|Z)", "", value).replace("UTC", "Z")))


def _german(value: str) -> date | None:
    for form in (_DOTTED, _SPELT, _SLASHED):
        if parts := form.fullmatch(value):
            groups = parts.groupdict()
            month = _months().get(groups["month"].lower()) if "month" in groups else int(groups["m"])
            return date(_year(groups["y"]), month, int(groups["d"])) if month else None
    return None


def _of_mail(value: str) -> date | None:
    """`Tue, 19 Mar 2024 18:00:00 +0100`."""
    return in_germany(parsedate_to_datetime(value))


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY else 1900)


@cache
def _months() -> dict[str, int]:
    """The months by their names in German and English, written out or short, in small letters without a stop."""
    named = {
        name.rstrip(".").lower(): number
        for locale in ("de", "en")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
    return named | _MORE_MONTHS
