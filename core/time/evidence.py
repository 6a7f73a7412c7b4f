"""What a text tells of the day it was written: pieces of evidence, each with the days that it allows.

The day of writing is not before what the text tells as past, not after what it tells as planned, within the terms of
the offices that it names as held, in the week that it calls `diese Woche` beside a dated event, and near the months
and days that it names without a year.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from core.model import Interval, OfficeMention, Segment, Timex
from core.time import day_sets, edtf, occasions, stated, tense, tokens
from core.time.day_sets import DaySet
from core.time.reasons import reason
from core.time.writing import words

_OF_OTHER_VERSIONS = frozenset({"embargo", "correction"})
"""Kinds of segments whose dates tell nothing of the day of writing."""
_SENTENCE_ENDS = frozenset({"break", "dot"})
_STATED, _PAST, _OFFICE, _YEAR, _AHEAD, _WEEK, _NEAR = range(7)


class Evidence(NamedTuple):
    """One piece: how much it counts (0 the most), the days it allows, why in plain words, and where it stands."""

    rank: int
    allowed: DaySet
    reason: str
    span: tuple[int, int]

    @property
    def bounds(self) -> bool:
        """Whether it allows one stretch of days alone, so that it can tell the year."""
        return len(self.allowed) == 1


def collect(
    text: str,
    times: Sequence[Timex],
    offices: Sequence[OfficeMention],
    segments: Sequence[Segment] = (),
    file: str = "",
) -> list[Evidence]:
    """All evidence of a text, that which counts most first; of pieces that allow the same days, the one that does.

    Args:
        text: the text.
        times: its time expressions as `annotate` gives them when nothing is known of the day of writing.
        offices: persons named with an office, and the terms of these.
        segments: the text's parts, if known.
        file: the name of its file, if known, which may hold a day.
    """
    about = [part for part in segments if part.kind in _OF_OTHER_VERSIONS]
    told = [time for time in times if not any(part.start <= time.start < part.end for part in about)]
    reader = _Reader(text, told, segments)
    pieces = [
        *_stated(reader, file),
        *_explicit(reader),
        *_yearless(reader),
        *_offices(reader, offices),
        *_occasions(reader),
        *_week(reader),
    ]
    first = {piece.allowed: piece for piece in sorted(pieces, key=lambda p: (p.rank, p.span), reverse=True)}
    return sorted(first.values(), key=lambda piece: (piece.rank, day_sets.count(piece.allowed), piece.span))


class _Reader:
    """The text with its tokens and times, and what stands around a time."""

    def __init__(self, text: str, times: Sequence[Timex], segments: Sequence[Segment]) -> None:
        self.text, self.times = text, times
        self._captions = sorted(segment for segment in segments if segment.kind == "caption")
        self._tokens = tokens.tokenize(text).tokens
        self._starts = [token.start for token in self._tokens]
        self._time_starts = [time.start for time in times]
        self.subject = occasions.plain(text)

    def tense(self, time: Timex) -> int:
        """The tense of a time's clause; a past one is not believed after `bis` or `ab`."""
        first, end = self._indices(time.start, time.end)
        tells = tense.clause_tense(self._tokens, first, end)
        return 0 if tells < 0 and tense.leads_ahead(self._tokens, first) else tells

    def in_caption(self, time: Timex) -> bool:
        """Whether a time stands in a caption: pictures show what has been, in the present tense."""
        index = bisect_right(self._captions, time.start, key=lambda segment: segment.start) - 1
        return index >= 0 and time.start < self._captions[index].end

    def opening(self, time: Timex) -> tokens.Token:
        """The first token of an expression that is no article."""
        first, end = self._indices(time.start, time.end)
        return next((t for t in self._tokens[first:end] if t.sense.kind != "article"), self._tokens[first])

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a span begins and ends."""
        first, stop = self._indices(start, end)
        while first > 0 and self._tokens[first - 1].sense.kind not in _SENTENCE_ENDS:
            first -= 1
        while stop < len(self._tokens) and self._tokens[stop].sense.kind not in _SENTENCE_ENDS:
            stop += 1
        return self._tokens[first].start, self._tokens[stop - 1].end

    def sentences(self) -> Iterator[tuple[int, int]]:
        first = 0
        for index, token in enumerate(self._tokens):
            if token.sense.kind in _SENTENCE_ENDS and index > first:
                yield self._tokens[first].start, self._tokens[index - 1].end
            if token.sense.kind in _SENTENCE_ENDS:
                first = index + 1
        if first < len(self._tokens):
            yield self._tokens[first].start, self._tokens[-1].end

    def times_in(self, start: int, end: int) -> list[Timex]:
        """The times that begin in a stretch of the text."""
        return list(self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)])

    def _indices(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)


def _stated(reader: _Reader, file: str) -> Iterator[Evidence]:
    """The day that the text itself, or else the name of its file, says it is of."""
    found = stated.day(reader.text, reader.times, file)
    if found is None or (not found.sure and _told_later(reader, found.days)):
        return
    why = "dated" if found.source == "text" else "dated_by_file"
    yield Evidence(_STATED, found.days, reason(why, text=found.text), (found.start, found.end))


def _told_later(reader: _Reader, days: DaySet) -> bool:
    """Whether the text tells a day as past that lies after some days: they are not its own then."""
    dated = [time for time in reader.times if time.anchor == "explicit" and time.interval]
    return any(
        time.interval is not None and time.interval.first > days[-1].last and reader.tense(time) < 0 for time in dated
    )


def _explicit(reader: _Reader) -> Iterator[Evidence]:
    """Dates with their year: told as past (as in every caption), or planned."""
    for time in reader.times:
        if time.anchor != "explicit" or time.interval is None or not day_sets.within(time.interval):
            continue
        span, (first, last) = (time.start, time.end), time.interval
        tells = -1 if reader.in_caption(time) else reader.tense(time)
        if tells > 0:
            yield Evidence(_AHEAD, day_sets.until(last), reason("to_come", text=time.text), span)
        elif tells < 0:
            rank = _PAST if len(time.value) > len("2023") else _YEAR
            yield Evidence(rank, day_sets.since(first), reason("past", text=time.text), span)


def _yearless(reader: _Reader) -> Iterator[Evidence]:
    """Months and days without a year: near the day of writing, on the side that tense or `vergangen` tells.

    None of them where they contradict each other: then the words have not told the tense, or the text tells a story.
    """
    pieces = list(_each_yearless(reader))
    together = day_sets.ALWAYS
    for allowed in dict.fromkeys(piece.allowed for piece in pieces):
        together = day_sets.common(together, allowed)
    if together:
        yield from pieces


def _each_yearless(reader: _Reader) -> Iterator[Evidence]:
    for time in reader.times:
        if time.anchor or not time.value.startswith("XXXX-") or not time.value[5:7].isdigit():
            continue
        which = reader.opening(time)
        near = _near(time, which, reader.tense(time))
        if near:
            yield Evidence(_NEAR, near[0], near[1], (time.start, time.end))


def _near(time: Timex, which: tokens.Token, tells: int) -> tuple[DaySet, str] | None:
    """The days near a month or day without a year, with the reason to give; None where no words tell the side."""
    month, back, ahead = int(time.value[5:7]), words().months_back, words().months_ahead
    if time.value[8:].isdigit():
        weekday = int(which.sense.value) if which.sense.kind == "weekday" else None
        named = day_sets.every_year(month, int(time.value[8:]), weekday)
        if tells < 0:
            return day_sets.around(named, 0, 30 * back), reason("back", text=time.text, n=back)
        if tells > 0:
            return day_sets.around(named, 30 * ahead, 0), reason("ahead", text=time.text, n=ahead)
        if weekday is not None:
            return day_sets.around(named, 30 * ahead, 30 * back), reason("weekday", text=time.text)
        return None
    if which.sense.kind == "relative":
        step = int(which.sense.value)
        if step == -1:
            return day_sets.months_after(month, 1, 11), reason("last_month", text=time.text)
        return (day_sets.months_after(month, -11, -1), reason("next_month", text=time.text)) if step == 1 else None
    if tells < 0:
        return day_sets.months_after(month, 1, back), reason("back", text=time.text, n=back)
    if tells > 0:
        return day_sets.months_after(month, -ahead, 0), reason("ahead", text=time.text, n=ahead)
    return None


def _offices(reader: _Reader, offices: Sequence[OfficeMention]) -> Iterator[Evidence]:
    """Terms of office. One named beside a date with a year is held at that date, which bounds from below alone."""
    former = {(office.actor_id, office.office) for office in offices if office.former}
    latest_begin = max((office.begins for office in offices if office.begins), default=day_sets.EARLIEST)
    for office in offices:
        span = (office.start, office.end)
        begins, ends = office.begins or day_sets.EARLIEST, office.ends or day_sets.LATEST
        if office.former:
            left = ends if office.ends else begins
            yield Evidence(_OFFICE, day_sets.since(left), reason("office_left", text=office.text, day=left), span)
            continue
        start, end = reader.sentence(*span)
        dated = any(time.anchor == "explicit" and time.interval for time in reader.times_in(start, end))
        given_up = (office.actor_id, office.office) in former
        if dated or given_up or ends <= latest_begin + timedelta(days=31):
            if office.begins:
                yield Evidence(
                    _OFFICE, day_sets.since(begins), reason("office_taken", text=office.text, day=begins), span
                )
            continue
        term = (
            reason("office_term", text=office.text, first=begins, last=ends)
            if office.ends
            else reason("office_since", text=office.text, first=begins)
        )
        yield Evidence(_OFFICE, (Interval(begins, ends),), term, span)


def _occasions(reader: _Reader) -> Iterator[Evidence]:
    """Well-known occasions: the text isn't older than a past one, nor younger than a planned one."""
    for start, end in reader.sentences():
        times = reader.times_in(start, end)
        sentence = reader.text[start:end]
        for occasion in occasions.spoken_of(sentence, reader.subject, [time.value for time in times]):
            whole = Timex(start, end, sentence, "DATE", "")
            if occasion.recurring and (step := _year_step(reader, times)):
                allowed = day_sets.merged(_year(held.first.year - step[1]) for held in occasion.possible)
                said = reason("year_of_occasion", text=step[0].text, occasion=_held(occasion))
                yield Evidence(_AHEAD, allowed, said, (step[0].start, step[0].end))
                continue
            tells = _occasion_tense(reader, whole, times) if occasion.recurring else -1
            weeks = [time for time in times if _is_this_week(time)]
            if weeks:
                allowed = day_sets.merged(_week_of(held, tells) for held in occasion.possible)
                span = (weeks[0].start, weeks[0].end)
                said = reason("week_of_occasion", text=weeks[0].text, occasion=_held(occasion))
                yield Evidence(_AHEAD, allowed, said, span)
            elif tells > 0:
                months = words().months_to_occasion if any(_is_month(time) for time in times) else 12
                allowed = day_sets.merged(
                    Interval(day_sets.shifted_month(held.first, -months).first, held.last) for held in occasion.possible
                )
                yield Evidence(_AHEAD, allowed, reason("occasion_to_come", occasion=_held(occasion)), (start, end))
            elif tells < 0:
                first = min(held.first for held in occasion.possible)
                yield Evidence(
                    _PAST, day_sets.since(first), reason("occasion_past", occasion=_held(occasion)), (start, end)
                )
                yield from _month_of_occasion(occasion, times)


def _year_step(reader: _Reader, times: Sequence[Timex]) -> tuple[Timex, int] | None:
    """`kommendes Jahr`, `heuer`, `voriges Jahr`, where a sentence names no other time: it, and how far off it is."""
    years = [time for time in times if time.type == "DATE" and not time.value.endswith("_REF")]
    if len(years) != 1 or years[0].value != "XXXX":
        return None
    which = reader.opening(years[0]).sense
    step = int(which.value) if which.kind in {"relative", "this_year", "year_adjective"} else None
    return (years[0], step) if step in {-1, 0, 1} else None


def _year(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31))


def _occasion_tense(reader: _Reader, sentence: Timex, times: Sequence[Timex]) -> int:
    """The tense of a sentence; where it holds a date with a year, that tells enough of the occasion."""
    if any(time.anchor == "explicit" for time in times):
        return 0
    return reader.tense(sentence)


def _is_month(time: Timex) -> bool:
    return time.value.startswith("XXXX-") and time.value[5:].isdigit()


def _month_of_occasion(occasion: occasions.Occasion, times: Sequence[Timex]) -> Iterator[Evidence]:
    """`Im Juni` beside an occasion of June 2022 is that June, and lies back a few months at most."""
    if len(occasion.possible) != 1:
        return
    first = occasion.possible[0].first
    for time in times:
        if time.value == f"XXXX-{first.month:02}":
            reach = [day_sets.shifted_month(first, 1).first, day_sets.shifted_month(first, words().months_back).last]
            said = reason("month_of_occasion", text=time.text, occasion=_held(occasion))
            yield Evidence(_AHEAD, (Interval(*reach),), said, (time.start, time.end))


def _held(occasion: occasions.Occasion) -> str:
    if len(occasion.possible) > 1:
        return occasion.label
    return f"{occasion.label} ({edtf.format(occasion.possible[0])})"


def _week(reader: _Reader) -> Iterator[Evidence]:
    """`diese Woche` in a text whose days without a year all lie within a week: it is their week."""
    weeks = [time for time in reader.times if _is_this_week(time)]
    named = sorted({time.value for time in reader.times if _is_yearless_day(time) and reader.tense(time) < 0})
    if not weeks or not named:
        return
    spread = [_day_in(2000, value) for value in named]
    first, last = min(spread), max(spread)
    if (last - first).days >= 7:
        return
    latest = day_sets.every_year(last.month, last.day, None)
    allowed = tuple(Interval(day, day + timedelta(days=7 - day.isoweekday())) for day in latest)
    said = reason("week_of_day", text=weeks[0].text, month_day=f"{last.day} {last:%B}")
    yield Evidence(_WEEK, allowed, said, (weeks[0].start, weeks[0].end))


def _is_this_week(time: Timex) -> bool:
    return time.value == "XXXX-WXX" and "dies" in time.text.lower()


def _is_yearless_day(time: Timex) -> bool:
    return (
        time.type == "DATE"
        and time.value.startswith("XXXX-")
        and time.value[5:].replace("-", "").isdigit()
        and (len(time.value) == len("XXXX-04-09"))
    )


def _day_in(year: int, value: str) -> date:
    return date(year, int(value[5:7]), int(value[8:10]))


def _week_of(held: Interval, tells: int) -> Interval:
    """The days on which `diese Woche` is the week of an occasion: till its end if that is to come, else from its begin.

    The Sunday before counts in: weeks begin on it for many of the writers whom German media translate.
    """
    monday = held.first - timedelta(days=held.first.isoweekday() - 1)
    if tells > 0:
        return Interval(monday - timedelta(days=1), held.last)
    return Interval(held.first, max(monday + timedelta(days=6), held.last))
