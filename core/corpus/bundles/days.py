"""The days and pages in the lines of a head."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from core.corpus.bundles import vocabulary
from core.corpus.bundles.vocabulary import any_of

_CENTURY = 70  # of years in two digits: before it 20.., from it on 19..
_LONGEST_LINE, _LONGEST_SOURCE, _LONGEST_OUTLET = 80, 160, 60  # characters
_DIGIT = re.compile(r"\d")
_NO_OUTLET = re.compile("[:;!?]")
_OPENERS, _CLOSERS = "\"'„“»«‚‘ ", "\"'“”«»‘’ ,;:|/–-"  # around the name of an outlet


class Citation(NamedTuple):
    """What a line such as "Musterzeitung vom 22.11.2023, Nr. 271, S. 5" says; the day is in EDTF."""

    outlet: str
    day: str
    page: str | None


class _Patterns(NamedTuple):
    day: re.Pattern[str]
    line: re.Pattern[str]
    page: re.Pattern[str]
    whole_page: re.Pattern[str]
    behind_source: re.Pattern[str]
    behind_outlet: re.Pattern[str]
    month_of: dict[str, int]


@cache
def _patterns() -> _Patterns:
    bundles = vocabulary.load().bundles
    names = [name for month in bundles.dates.months for name in month]
    month, weekday = any_of(names), any_of(bundles.dates.weekdays)
    day = (
        rf"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
        rf"|(?P<d1>\d{{1,2}})\.?\s?(?P<m1>{month})\b\.?,?\s(?P<y1>\d{{4}})(?!\d)"
        rf"|(?P<m2>{month})\b\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})(?!\d)"
        rf"|(?P<d3>\d{{1,2}})\.\s?(?P<m3>\d{{1,2}})\.\s?(?P<y3>\d{{4}}|\d{{2}})(?!\d)"
        rf"|(?P<m4>{month})\b\.?\s(?P<y4>\d{{4}})(?!\d)"
    )
    clock = (
        r"(?:um\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:Uhr|AM|PM))?(?:\s?[A-Z]{2,5}(?:\s?[+-]\d{1,2}(?::?\d\d)?)?)?(?!\w)"
    )
    before = rf"(?:{weekday}\b[.,]?\s+)?(?:(?:den|dem|am|vom)\s+)?"
    page = (
        rf"(?<!\w){any_of(bundles.lines.pages)}:?\s?(?P<page>[A-Z]{{0,4}}\s?\d+(?:\s?[-–/,+]\s?[A-Z]{{0,3}}\d+)*)(?!\w)"
    )
    part = rf"(?:{page.replace('?P<page>', '')}|(?:Nr|Heft|Ausgabe|Jg|No|Issue)\b\.?\s?[\w/-]+|{clock}|{weekday}\b)"
    section = r"\s?[/,;|]\s?[^.!?]{2,50}"
    return _Patterns(
        day=re.compile(day, re.IGNORECASE),
        line=re.compile(rf"\(?{before}(?:{day})(?:,?\s\(?{weekday}\b\)?)?(?:[,\s|–-]*{clock})?\)?", re.IGNORECASE),
        page=re.compile(page),
        whole_page=re.compile(
            rf"(?:{any_of(bundles.lines.pages)}\s?)?(?P<page>[A-Z]{{0,4}}\s?\d{{1,4}}(?:\s?[-–/,]\s?\d+)*)"
        ),
        behind_source=re.compile(rf"(?:\s?[,;/|–-]?\s?{part})*(?:(?<=\d){section})?", re.IGNORECASE),
        behind_outlet=re.compile(
            rf"(?:(?:[,;|/(–-]\s?{weekday}[.,]?|\s(?:vom|v\.|am|den|dem|Nr\.?\s?[\d/-]+))\s*|[{_CLOSERS}])$",
            re.IGNORECASE,
        ),
        month_of={name.casefold(): n for n, month in enumerate(bundles.dates.months, 1) for name in month},
    )


def in_line(line: str) -> str | None:
    """The day, or the month, that a line is and nothing else, with a weekday and a time or without; in EDTF."""
    match = _patterns().line.fullmatch(line) if len(line) <= _LONGEST_LINE and _DIGIT.search(line) else None
    return _edtf(match) if match else None


def in_value(value: str) -> str | None:
    """The first day that a value names, in EDTF."""
    return next((day for match in _patterns().day.finditer(value[:300]) if (day := _edtf(match))), None)


def page_in(value: str) -> str | None:
    """The page that a value names behind a word for it."""
    match = _patterns().page.search(value[:300])
    return match["page"] if match else None


def whole_page(value: str) -> str | None:
    """The page that a value is, with a word for it or without."""
    match = _patterns().whole_page.fullmatch(value)
    return match["page"] if match else None


def source_line(line: str) -> Citation | None:
    """What a line says that names an outlet, a day, and maybe a page, and nothing else."""
    match = _patterns().day.search(line) if len(line) <= _LONGEST_SOURCE else None
    if match is None or (match.start() and line[match.start() - 1].isalnum()):
        return None
    outlet, rest = _outlet(line[: match.start()]), line[match.end() :]
    if not any(map(str.isalpha, outlet)) or len(outlet) > _LONGEST_OUTLET or _NO_OUTLET.search(outlet):
        return None
    day = _edtf(match) if _patterns().behind_source.fullmatch(rest) else None
    return Citation(outlet, day, page_in(rest)) if day else None


def source_value(value: str) -> Citation:
    """What a value says of outlet, day and page, whatever else it says."""
    match = _patterns().day.search(value)
    outlet = _outlet(value[: match.start()] if match else value)
    return Citation(outlet, (match and _edtf(match)) or "", page_in(value[match.end() :] if match else value))


def _outlet(value: str) -> str:
    """The name of an outlet without the signs and words that lead on to a day."""
    value = value[-200:].strip()
    while (shorter := _patterns().behind_outlet.sub("", value)) != value:
        value = shorter
    return value.strip(_OPENERS)


def _edtf(match: re.Match[str]) -> str | None:
    """A day or a month as EDTF; None for one that no calendar has."""
    month_of = _patterns().month_of
    try:
        if iso := match["iso"]:
            return date.fromisoformat(iso).isoformat()
        if match["m4"]:
            return f"{match['y4']}-{month_of[match['m4'].casefold()]:02}"
        if match["m3"]:
            year = int(match["y3"])
            if len(match["y3"]) == 2:
                year += 2000 if year < _CENTURY else 1900
            return date(year, int(match["m3"]), int(match["d3"])).isoformat()
        n = "1" if match["m1"] else "2"
        return date(int(match[f"y{n}"]), month_of[match[f"m{n}"].casefold()], int(match[f"d{n}"])).isoformat()
    except ValueError:
        return None
