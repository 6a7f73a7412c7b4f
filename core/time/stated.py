"""The day that a text says it is of: in its dateline, byline or head lines, behind `Stand`, or in its file's name."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from core.model import Interval, Segment, Timex
from core.time import day_sets
from core.time.day_sets import DaySet
from core.time.writing import words


class Stated(NamedTuple):
    """The days that are meant (one; of each year, where none is told), and where they stand, in "text" or "file".

    `sure`: by a word such as `veröffentlicht`, not by where it stands alone.
    """

    days: DaySet
    text: str
    start: int
    end: int
    source: str
    sure: bool = False


class _Date(NamedTuple):
    time: Timex
    day: date
    published: bool  # by a word such as `veröffentlicht`
    changed: bool
    alone: bool  # in a line that tells a date and names alone


BERLIN = ZoneInfo("Europe/Berlin")

_HEAD_LINES, _LONGEST_DATE_LINE, _LONGEST_DATELINE = 8, 140, 60
_LONGEST_SIGN = 5  # letters of an author's sign: (mahr, 3.5.2012)
_RUNNING_WORDS = 25  # a line of so many words is running text
_WORD = re.compile(r"[^\W\d_]+")
_AGENCY_ID = re.compile(r"\bdpa:(?P<year>\d{2})(?P<month>\d{2})(?P<day>\d{2})-\d{2}-\d+")
_MONTHS = {
    name: number
    for number, name in enumerate("Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez".split(), 1)  # noqa: SIM905
}
_AGENCY_FOOT = re.compile(rf"^(?P<day>\d{{2}})\d{{4}} (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{2}})[^\S\n]*$", re.M)
_CLOCK_BEHIND = re.compile(r"T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z")
_PLACES = r"[A-ZÄÖÜ][\w.-]*(?:[ /-]+[A-ZÄÖÜ][\w.-]*){0,4}"
_BEFORE_IN_DATELINE = re.compile(rf"(?:{_PLACES} ?(?:\([^()]{{2,30}}\))? ?[,/–-]? ?(?:den )?)?\Z")
_BEHIND_IN_DATELINE = re.compile(r"\.? ?,? ?(?:\([^()]{2,30}\) ?)?(?:[-–—:.]|\Z)")
_FILE_DAY = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d{2})[-_.]?(?P<m>\d{2})[-_.]?(?P<d>\d{2})"
    r"|(?P<d2>\d{2})[-_.](?P<m2>\d{2})[-_.](?P<y2>(?:19|20)\d{2}))(?!\d)"
)


def day(text: str, times: Sequence[Timex], datelines: Sequence[Segment] = (), file: str = "") -> Stated | None:
    """The day that a text says it is of; the first day goes before that of a change, the text before the file's name.

    Where two lines or more are of different days alone, the text is a chronology, and they tell nothing here. A day
    counts no more where the text tells a later one as past, which the other evidence knows.

    Args:
        text: the text.
        times: its time expressions.
        datelines: its lines that are known to tell where and when it was published.
        file: the name of its file.
    """
    dates = list(_dates(text, times, datelines))
    candidates = [one for one in dates if one.published] or [one for one in dates if one.alone and not one.changed]
    if not any(one.published for one in candidates) and len({one.day for one in candidates}) > 1:
        candidates = []
    for one in candidates or [one for one in dates if one.changed]:
        return Stated((Interval(one.day, one.day),), one.time.text, one.time.start, one.time.end, "text", one.published)
    return _of_agency(text) or _of_file(file) or _without_year(text, times)


def _of_agency(text: str) -> Stated | None:
    """The day in the sign that an agency gives its report: `dpa:240314-99-412345`, or in its last line."""
    for sign in (_AGENCY_ID, _AGENCY_FOOT):
        if match := sign.search(text):
            with suppress(ValueError):
                month = _MONTHS[match["month"]] if match["month"] in _MONTHS else int(match["month"])
                sent = date(2000 + int(match["year"]), month, int(match["day"]))
                return Stated((Interval(sent, sent),), match[0], *match.span(), "text", sure=True)
    return None


def _dates(text: str, times: Sequence[Timex], datelines: Sequence[Segment]) -> Iterator[_Date]:
    head_end = _end_of_head(text)
    for time in times:
        days = time.interval
        if time.anchor != "explicit" or days is None or days.first != days.last or not day_sets.reckoned_with(days):
            continue
        before = _words_before(text, time.start)
        line_start, line_end = _line(text, time)
        opening = text[line_start : time.start].split()[:1]
        published = bool(opening) and opening[0].lower() in words().opens_date_lines and text[line_end - 1] != "."
        published = published or _ends_with_any(before, words().dates_the_text)
        changed = _ends_with_any(before, words().dates_a_change)
        dates_line = any(part.start <= time.start < part.end for part in datelines) or _tells_dates_alone(
            text[line_start : time.start] + " " + text[time.end : line_end]
        )
        closes = line_end >= len(text.rstrip()) and not _lists(text, line_start, times)
        alone = dates_line and (time.start < head_end or closes)
        alone = alone or _is_dateline(text, time, head_end) or (closes and _is_signature(text, time))
        if published or changed or alone:
            yield _Date(time, _in_berlin(text, time, days.first), published and not changed, changed, alone)


def _lists(text: str, last_line: int, times: Sequence[Timex]) -> bool:
    """Whether the line before the last one ends with a day as well: `Siehe auch: … (31.10.2007)`."""
    before = text[:last_line].rstrip(" \n)")
    return any(time.end == len(before) and time.anchor == "explicit" for time in times) and last_line > 0


def _end_of_head(text: str) -> int:
    """Where the running text begins, or the first lines end."""
    position = 0
    lines = 0
    for line in text.split("\n"):
        if line.strip():
            lines += 1
        if lines > _HEAD_LINES or len(line.split()) >= _RUNNING_WORDS:
            break
        position += len(line) + 1
    return position


def _line(text: str, time: Timex) -> tuple[int, int]:
    start = text.rfind("\n", 0, time.start) + 1
    end = text.find("\n", time.end)
    return start, len(text) if end < 0 else end


def _words_before(text: str, start: int) -> list[str]:
    """The last three words and colons of the line before a place, in small letters."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _LONGEST_DATELINE) : start]
    return re.findall(r"\w+|:", line.lower())[-3:]


def _ends_with_any(before: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(before[-count:]) in phrases for count in range(1, len(before) + 1))


def _tells_dates_alone(rest: str) -> bool:
    """Whether a line besides its date has names and words of publication alone, and no sentence."""
    if len(rest) > _LONGEST_DATE_LINE:
        return False
    return all(
        (word[0].isupper() and word.lower() not in words().not_in_date_lines)
        or word in words().in_date_lines
        or len(word) == 1
        or (word == "vom" and before.lower().endswith(words().of_a_day))
        for before, word in pairwise(["", *_WORD.findall(rest)])
    )


def _is_dateline(text: str, time: Timex, head_end: int) -> bool:
    """Whether the date stands in the dateline of the first running line: `Berlin, 23. November 2023 (dpa) –`."""
    start, _ = _line(text, time)
    if start > head_end or time.start - start > _LONGEST_DATELINE:
        return False
    before = text[start : time.start]
    return bool(_BEFORE_IN_DATELINE.match(before) and _BEHIND_IN_DATELINE.match(text, time.end))


_SIGNED_BEFORE = re.compile(r"\([^()\n]{0,80}\Z")
_SIGNED_BEHIND = re.compile(r"\s*\)?[\s.]*\Z")


def _is_signature(text: str, time: Timex) -> bool:
    """Whether the date closes the bracket that signs the text at its end: `(Eva Beispiel, dpa, 23.11.2023)`."""
    if len(text) - time.end > _LONGEST_DATELINE or not _SIGNED_BEHIND.match(text, time.end):
        return False
    bracket = _SIGNED_BEFORE.search(text[: time.start][-_LONGEST_DATE_LINE:])
    if bracket is None:
        return False
    signs = _WORD.findall(bracket[0])
    return all(
        sign.lower() not in words().not_in_date_lines and (sign[0].isupper() or len(sign) <= _LONGEST_SIGN)
        for sign in signs
    )


def _in_berlin(text: str, time: Timex, told: date) -> date:
    """The day in Germany of a time stamp in UTC."""
    clock = _CLOCK_BEHIND.match(text, time.end)
    if clock is None:
        return told
    return in_berlin(datetime(told.year, told.month, told.day, int(clock[1]) % 24, int(clock[2]), tzinfo=UTC))


def in_berlin(moment: datetime) -> date:
    """The day in Germany at a moment whose zone is known."""
    return moment.astimezone(BERLIN).date()


def _of_file(file: str) -> Stated | None:
    for match in _FILE_DAY.finditer(file):
        with suppress(ValueError):
            told = date(*(int(match[a] or match[b]) for a, b in (("y", "y2"), ("m", "m2"), ("d", "d2"))))
            if told <= _LATEST:
                return Stated((Interval(told, told),), file, 0, 0, "file")
    return None


_LATEST = date(2099, 12, 31)


def _without_year(text: str, times: Sequence[Timex]) -> Stated | None:
    """`Wien, 19. 3. (APA) –`: that day of each year."""
    head_end = _end_of_head(text)
    for time in times:
        value = time.value
        if time.start > head_end + _LONGEST_DATELINE:
            return None
        if not re.fullmatch(r"XXXX-\d\d-\d\d", value) or not _is_dateline(text, time, head_end):
            continue
        named = day_sets.every_year(int(value[5:7]), int(value[8:]), None)
        return Stated(day_sets.around(named, 0, 0), time.text, time.start, time.end, "text")
    return None
