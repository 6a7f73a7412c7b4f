"""The text of a live blog: headings of days and times of entries stand as lines before what they are about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from babel.dates import format_date

from core.corpus.formats.html_declared import Declared, Entry
from core.corpus.formats.html_lines import Line, declared_moment

_ENTRY_WORDS = 5  # of an entry's running text at least
_CLOCK = re.compile(r"(?:\+\+\+ ?)?(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?Uhr)?\b(?! ?(?:Uhr )?(?:am|bis|–|-) ?\d)")
_DAY = re.compile(
    r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend),? (?:den )?\d{1,2}\. ?\S+(?: \d{4})?:?"
)
_FEW, _ENOUGH = 2, 3  # entries, where the title says that it is a live blog, and where it does not


def is_live(lines: Sequence[Line], *, titled: bool) -> bool:
    """Whether the lines are those of a live blog: times, each before running text; fewer where it is titled as one."""
    entries, timed = 0, False
    for line in lines:
        if line.kind == "time" or _CLOCK.match(line.text):
            timed = True
            long = len(line.text.split()) > 2 * _ENTRY_WORDS  # the entry goes on in the line of its time
        else:
            long = line.kind == "text" and len(line.text.split()) >= _ENTRY_WORDS
        if timed and long:
            entries, timed = entries + 1, False
    days = sum(line.kind == "heading" and _DAY.fullmatch(line.text) is not None for line in lines)
    return entries >= (_FEW if titled else _ENOUGH) or days >= _FEW


def page_text(lines: Iterable[Line]) -> Iterator[str]:
    """The lines of a live blog, with a heading before the first entry of a day that the page shows to no reader."""
    shown = ""  # since the last heading of a day
    last: date | None = None
    for line in lines:
        if line.is_aside():
            continue
        if _DAY.search(line.text):
            shown = line.text
        if line.kind == "time" and line.day is not None and line.day != last:
            last = line.day
            if not any(form in f"{shown} {line.text}" for form in _forms(last)):
                shown = heading(last)
                yield shown
        yield line.text


def declared_text(blog: Declared) -> Iterator[str]:
    """The lines of a live blog that stands only in what the page declares."""
    if blog.title:
        yield blog.title
    last: date | None = None
    for entry in blog.entries:
        moment = declared_moment(entry.published)
        if moment is not None:
            if moment[0] != last:
                last = moment[0]
                yield heading(last)
            if moment[1]:
                yield moment[1]
        if entry.headline:
            yield entry.headline
        yield from entry.paragraphs


def declared_days(blog: Declared) -> list[date]:
    """The days of the entries that a page declares, in order."""
    moments = (declared_moment(entry.published) for entry in blog.entries)
    return sorted({moment[0] for moment in moments if moment is not None})


def span(published: str | None, days: Sequence[date]) -> str:
    """When a live blog was written: from the day that is declared, or that of its first entry, to that of its last."""
    first = min(published or days[0].isoformat(), days[0].isoformat())
    last = days[-1].isoformat()
    return first if first == last else f"{first}/{last}"


def are_shown(entries: Sequence[Entry], text: str) -> bool:
    """Whether most entries stand in a text."""
    squeezed = "".join(text.split())
    missing = sum("".join((entry.paragraphs or (entry.headline,))[0].split()) not in squeezed for entry in entries)
    return missing * 2 <= len(entries)


def heading(day: date) -> str:
    """A day as a line: `Dienstag, 19. März 2024`."""
    return format_date(day, "EEEE, d. MMMM y", locale="de")


def _forms(day: date) -> tuple[str, ...]:
    """How a page can show a day."""
    return (
        format_date(day, "d. MMMM", locale="de"),
        format_date(day, "d. MMM", locale="de"),
        f"{day.day}.{day.month}.",
        f"{day:%d.%m.}",
        day.isoformat(),
    )
