"""What a text tells of the day it was written: pieces of evidence, each with the days that it allows.

The day of writing is not before what the text tells as past, not after what it tells as planned, within the terms of
the offices that it names as held, in the week that it calls `diese Woche` beside a dated event, and near the months
and days that it names without a year.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from core.model import Interval, OfficeMention, Reason, Segment, Timex
from core.time import day_sets, posts, stated, tokens
from core.time.day_sets import DaySet
from core.time.evidence_occasions import of_occasions
from core.time.evidence_offices import of_offices
from core.time.evidence_years import of_years
from core.time.piece import Evidence, Rank
from core.time.reader import Reader, is_this_week
from core.time.reasons import reason
from core.time.writing import words

_OF_OTHER_VERSIONS = frozenset({"embargo", "correction"})
"""Kinds of segments whose dates tell nothing of the day of writing."""


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
    reader = Reader(text, told, segments)
    pieces = [
        *_stated(reader, [part for part in segments if part.kind == "dateline"], file),
        *_explicit(reader),
        *of_offices(reader, [*offices, *posts.mentions(text)]),
        *of_years(reader),
        *(on_occasions := list(of_occasions(reader))),
        *_yearless(reader, {piece.span for piece in on_occasions}),
        *_week(reader),
    ]
    first = {piece.allowed: piece for piece in sorted(pieces, key=lambda p: (p.rank, p.span), reverse=True)}
    return sorted(first.values(), key=lambda piece: (piece.rank, day_sets.count(piece.allowed), piece.span))


def _stated(reader: Reader, datelines: Sequence[Segment], file: str) -> Iterator[Evidence]:
    """The day that the text itself, or else the name of its file, says it is of."""
    said = stated.day(reader.text, reader.times, datelines, file)
    if said is None or (not said.sure and _told_later(reader, said.days)):
        return
    why = "dated" if said.source == "text" else "dated_by_file"
    yield Evidence(Rank.STATED, said.days, reason(why, text=said.text), (said.start, said.end))


def _told_later(reader: Reader, days: DaySet) -> bool:
    """Whether the text tells a day as past that lies after some days: they are not its own then."""
    dated = [time for time in reader.times if time.anchor == "explicit" and time.interval]
    return any(
        time.interval is not None and time.interval.first > days[-1].last and reader.tense(time) < 0 for time in dated
    )


def _explicit(reader: Reader) -> Iterator[Evidence]:
    """Dates with their year: told as past (as in every caption), or planned.

    A year that the text tells both of is still to come, or goes on: it is not past. A year that says which one a noun
    is (`seine Abwahl 2012`, `der Stand von 2008`) has a tense of its own; that of a budget may be still to come.
    """
    years = [time for time in reader.times if time.anchor == "explicit" and len(time.value) == len("2023")]
    planned_years = {time.value for time in years if _tells(reader, time) > 0}
    for time in reader.times:
        if time.anchor != "explicit" or time.interval is None or not day_sets.reckoned_with(time.interval):
            continue
        span, tells = (time.start, time.end), _tells(reader, time)
        if tells > 0 and not (len(time.value) == len("2023") and reader.names_its_noun(time)):
            yield Evidence(Rank.AHEAD, _planned(time.value, time.interval), reason("to_come", text=time.text), span)
        elif tells < 0 and time.value not in planned_years and not reader.word_before(time).endswith(words().set_ahead):
            rank = Rank.PAST if len(time.value) > len("2023") else Rank.YEAR
            yield Evidence(rank, day_sets.since(time.interval.first), reason("past", text=time.text), span)


def _tells(reader: Reader, time: Timex) -> int:
    """Whether a time is told as past or to come: by tense, or by what is to be done on it, but was not to be done then.

    `Die Länder hatten zugesagt, bis Juni 2014 zu verhandeln` tells nothing.
    """
    if reader.in_caption(time):
        return -1
    return reader.tense(time) or int(reader.is_aim(time) and reader.sentence_tense(time) >= 0)


_OF_YEARS = frozenset({"-01-01", "-12-31"})
"""Days on which what is set for a year begins or ends, and which are named as early as it."""


def _planned(value: str, days: Interval) -> DaySet:
    """The days on which something was planned: what has its month or day named is not planned years before."""
    if len(value) == len("2023") or value[4:] in _OF_YEARS:
        return day_sets.until(days.last)
    first = day_sets.shifted_month(days.first, -words().months_to_planned_month).first
    return (Interval(max(day_sets.EARLIEST, first), days.last),)


def _yearless(reader: Reader, on_occasions: set[tuple[int, int]]) -> Iterator[Evidence]:
    """Months and days without a year: near the day of writing, on the side that tense or `vergangen` tells.

    Those of occasions are known from farther away, and left out here.

    None of them where they contradict each other: then the words have not told the tense, or the text tells a story.
    """
    pieces = [piece for piece in _each_yearless(reader) if piece.span not in on_occasions]
    together = day_sets.ALWAYS
    for allowed in dict.fromkeys(piece.allowed for piece in pieces):
        together = day_sets.common(together, allowed)
    if together:
        yield from pieces


def _each_yearless(reader: Reader) -> Iterator[Evidence]:
    for time in reader.times:
        if time.anchor or not time.value.startswith("XXXX-") or not time.value[5:7].isdigit():
            continue
        which = reader.opening(time)
        near = _in_named_year(time, reader) or _near(time, which, reader.tense(time) or int(reader.is_aim(time)))
        if near:
            yield Evidence(Rank.NEAR, near[0], near[1], (time.start, time.end))


def _in_named_year(time: Timex, reader: Reader) -> tuple[DaySet, Reason] | None:
    """`April dieses Jahres`, `im August vorigen Jahres`: the days of writing that the words for the year leave."""
    step = reader.year_step(time)
    if step not in {-1, 0, 1}:
        return None
    month = int(time.value[5:7])
    first, last = 1 - month - 12 * step, 12 - month - 12 * step
    if step == 0:
        tells = reader.tense(time)
        first, last = (0 if tells < 0 else first), (0 if tells > 0 else last)
    allowed = day_sets.months_after(month, first, last)
    return allowed if len(allowed) > 1 else day_sets.ALWAYS, reason("month_of_year", text=time.text)


def _near(time: Timex, which: tokens.Token, tells: int) -> tuple[DaySet, Reason] | None:
    """The days near a month or day without a year, with the reason to give; None where no words tell the side."""
    month, back, ahead = int(time.value[5:7]), words().months_back, words().months_ahead
    if time.value[8:].isdigit():
        back, ahead = words().months_back_of_day, words().months_ahead_of_day
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
        return day_sets.months_after(month, 0, back), reason("back", text=time.text, n=back)
    if tells > 0:
        return day_sets.months_after(month, -ahead, 0), reason("ahead", text=time.text, n=ahead)
    return None


def _week(reader: Reader) -> Iterator[Evidence]:
    """`diese Woche` in a text whose days without a year all lie within a week: it is their week."""
    weeks = [time for time in reader.times if is_this_week(time)]
    named = sorted({time.value for time in reader.times if _is_yearless_day(time) and reader.tense(time) < 0})
    if not weeks or not named:
        return
    spread = [_day_in(2000, value) for value in named]
    first, last = min(spread), max(spread)
    if (last - first).days >= 7:
        return
    latest = day_sets.every_year(last.month, last.day, None)
    allowed = tuple(Interval(day, day + timedelta(days=7 - day.isoweekday())) for day in latest)
    said = reason("week_of_day", text=weeks[0].text, month_day=f"{last:%m-%d}")
    yield Evidence(Rank.WEEK, allowed, said, (weeks[0].start, weeks[0].end))


def _is_yearless_day(time: Timex) -> bool:
    return (
        time.type == "DATE"
        and time.value.startswith("XXXX-")
        and time.value[5:].replace("-", "").isdigit()
        and (len(time.value) == len("XXXX-04-09"))
    )


def _day_in(year: int, value: str) -> date:
    return date(year, int(value[5:7]), int(value[8:10]))
