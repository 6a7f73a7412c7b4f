"""When something was, and whether it has happened, brought into agreement with the day of writing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from core.claims.dating.evidence import of_writing
from core.claims.dating.timing import ONE_DAY, Cycle, Told
from core.german.clauses import Verb
from core.german.values import PAST_TENSES
from core.model import Bounds, ClaimDate, Interval, Published, Status
from core.time import edtf


def coming(timing: Told, verb: Verb | None, written: Interval | None) -> Told:
    """A weekday in the present tense is the coming one: `trifft am Dienstag`; and a month that is long gone by.

    Of the last months the present tells, too: `Im September beginnt der Streit`.
    """
    if written is None or verb is None or verb.tense != "present" or verb.mood == "subjunctive2":
        return timing
    begin = timing.bounds and timing.bounds.first
    if timing.bounds is not None and begin and timing.cycle == "week" and begin < written.first:
        return replace(timing, bounds=timing.bounds._replace(first=begin + timedelta(days=7)))
    if timing.date is None:
        return timing
    gone = (written.first - timing.date.interval.last).days
    if timing.cycle is None or gone <= _RECENT[timing.cycle]:
        return timing
    ahead = _shifted(timing.date, timing.cycle, 1)
    return Told(ahead, due=timing.due, cycle=timing.cycle) if ahead is not None else timing


_RECENT: dict[Cycle, int] = {"week": 0, "year": 120}
"""Days gone by that the present tense tells of, by when the words come again."""


class Agreed(NamedTuple):
    """A date or bounds and a status that go together with the day of writing."""

    date: ClaimDate | None
    bounds: Bounds | None
    status: Status


def agreed(timing: Told, status: Status, verb: Verb | None, written: Interval | None, *, spoken: bool) -> Agreed:
    """What is told of when, brought into agreement with the status: nothing occurred after it was written.

    A date that cannot be meant is that of something else, and none is left.

    Args:
        timing: what the sentence tells.
        status: what its words make of the event.
        verb: of the event's clause.
        written: when the text was.
        spoken: whether the event consists of words.
    """
    when, bounds = timing.date, timing.bounds
    if written is None or timing.silent:
        return Agreed(when, bounds, status)
    if bounds is not None and bounds.first is None and bounds.last is not None and bounds.last > written.last:
        if spoken or status not in {"planned", "possible", "ongoing"}:
            return Agreed(when, None, status)  # `forderte bis Juni eine Lösung`: that is until when it holds
        bounds = bounds._replace(first=written.first)
    past = verb is None or verb.tense in PAST_TENSES or verb.mood == "subjunctive2"
    first, last = when.interval if when else (bounds.first, bounds.last) if bounds else (None, None)
    if status in {"occurred", "ongoing"} and first is not None and first > written.last:
        if not spoken and (not past or timing.due):
            return Agreed(when, bounds, "planned")
        if spoken or when is None or timing.cycle is None:
            return Agreed(None, None, status)
        return Agreed(_gone_by(when, timing.cycle, written), None, status)
    if status == "planned" and last is not None and last < written.first:
        after = when and timing.cycle and _shifted(when, timing.cycle, 1)
        soon = timing.cycle == "week" and (verb is None or _previews(verb))
        if after and after.interval.last >= written.first and (soon or not past):
            return Agreed(after, None, status)
        return Agreed(when, bounds, "possible") if past else Agreed(None, None, status)
    return Agreed(when, bounds, status)


def _gone_by(when: ClaimDate, cycle: Cycle, written: Interval) -> ClaimDate | None:
    """What the words of a date to come mean for what is over: the time before.

    None where that is not over either, or is a day eleven months ago: who means that one says its year.
    """
    soon = when.precision == "day" and (when.interval.first - written.last).days <= _SOON
    before = None if cycle == "year" and soon else _shifted(when, cycle, -1)
    return before if before is not None and before.interval.first <= written.last else None


_SOON = 31
"""Days."""


def _previews(verb: Verb) -> bool:
    """Whether a plan of the past may be for what is to come: `wollte am Montag beraten`, not `hatte beraten wollen`."""
    return verb.tense == "past" and verb.mood == "indicative" and len(verb.tokens) <= 2 + verb.passive


def agree(status: Status, when: ClaimDate | Bounds, written: Interval | None) -> bool:
    """Whether a date or bounds can be that of an event of some status: none occurred after it was written."""
    first, last = when.interval if isinstance(when, ClaimDate) else (when.first, when.last)
    if written is None:
        return True
    if status == "occurred":
        return first is None or first <= written.last
    return status != "planned" or last is None or last >= written.first


def _shifted(when: ClaimDate, cycle: Cycle, way: Literal[1, -1]) -> ClaimDate | None:
    """The same words read as the time after or before; None off the calendar."""
    try:
        if cycle == "week":
            step = timedelta(days=7 * way)
            interval = Interval(when.interval.first + step, when.interval.last + step)
        else:
            interval = Interval(_in_year(when.interval.first, way), _in_year(when.interval.last, way))
    except (OverflowError, ValueError):
        return None
    return when._replace(edtf=edtf.format(interval), interval=interval)


def _in_year(day: date, way: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + way, 2, 28)
    if (day.month, day.day) == (2, 28) and (day + ONE_DAY).day == 1:  # the last of a month stays that
        return date(day.year + way, 3, 1) - ONE_DAY
    return day.replace(year=day.year + way)


def bounded(
    status: Status, verb: Verb | None, published: Published, text: str, *, spoken: bool, until_now: bool = False
) -> Bounds | None:
    """Between which days an undated event was, as far as the day of writing tells; None where that is unknown.

    What occurred is not later, what is planned not earlier, what is going on holds on that day. Words are of that day
    or of the day before; those that the pluperfect tells of may be older. What has not happened until now (`bisher noch
    nicht identifiziert`) is not later either. Of what somebody `wollte` then nothing is known.
    """
    written = published.interval
    if written is None:
        return None
    evidence = of_writing(text, published)
    past = verb is None or verb.tense in PAST_TENSES
    first: date | None
    last: date | None
    first, last = written
    if status == "planned" and verb is not None and verb.modal and verb.tense == "past" and verb.mood == "indicative":
        return None
    if status == "planned" or (status in {"possible", "denied"} and not past and not spoken and not until_now):
        last = None
    elif spoken and not (verb is not None and verb.tense == "pluperfect"):
        if first == last and first > date.min:
            first -= ONE_DAY
    elif status != "ongoing":
        first = None
    return Bounds(first, last, "document", "writing", evidence)
