"""Weekdays and weekends."""

import re
from datetime import date, timedelta

from core.time import days
from core.time.anchor import Anchor, Reading
from core.time.found import Found
from core.time.meanings.common import meaning, with_time
from core.time.tense import is_present

_MIDWEEK, _FRIDAY = 3, 5


@meaning
def weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Montag: the last one where the clause tells of the past or doesn't tell, else the next; today counts as both."""
    number = found.whole("day")
    named = anchor.last("day") if anchor.narrative else None
    if named:
        ahead = (number - named.interval.first.isoweekday()) % 7
        return anchor.in_context(days.shifted(named.interval.first, ahead, "D"))
    tense = found.tense() or int(_is_announced(found, anchor.text) or is_present(found.tokens, found.first, found.stop))
    return weekday_value(anchor, number, tense)


_TIME_BEHIND = re.compile(r" ?:|,? ?(?:um |ab |von |bis )?\d{1,2}(?:[.:]\d\d)? ?(?:Uhr|[-–])")


def _is_announced(found: Found, text: str) -> bool:
    """Whether a colon or a clock time stands right behind: without a verb that tells otherwise, it is to come."""
    return _TIME_BEHIND.match(text, found.end) is not None


@meaning
def relative_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Samstag, kommenden Sonntag, diesen Montag."""
    number, which = found.whole("day"), found.whole("which")
    if which == 0:
        return weekday_value(anchor, number, found.tense())

    def value(day: date) -> str:
        ahead = (number - day.isoweekday()) % 7
        step = ahead or 7 if which > 0 else ahead - 7
        return (day + timedelta(days=step)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


@meaning
def weekday_of_week(found: Found, anchor: Anchor) -> Reading | None:
    """Dienstag vergangener Woche."""
    number, which = found.whole("day"), found.whole("which")

    def value(day: date) -> str:
        return (day + timedelta(days=number - day.isoweekday() + 7 * which)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


@meaning
def weekday_weeks_away(found: Found, anchor: Anchor) -> Reading | None:
    """Freitag in einer Woche, Montag vor zwei Wochen."""
    number, weeks = found.whole("day"), found.whole("n")
    ahead = found.value("way") == "in"

    def value(day: date) -> str:
        step = (number - day.isoweekday()) % 7
        if ahead:
            return (day + timedelta(days=step + 7 * weeks)).isoformat()
        return (day + timedelta(days=(step - 7 if step else 0) - 7 * weeks)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


@meaning
def weekday_part(found: Found, anchor: Anchor) -> Reading | None:
    """Donnerstagabend."""
    number, part = found.value("day").split()
    return with_time(_weekday_which(found, anchor, int(number)), part)


@meaning
def part_of_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Montag früh."""
    return with_time(_weekday_which(found, anchor, found.whole("day")), found.value("part"))


@meaning
def weekend(found: Found, anchor: Anchor) -> Reading | None:
    """Wochenende: by the tense of the clause; where it tells nothing, the nearer one; at a weekend, this one."""
    tense = found.tense()

    def value(day: date) -> str | None:
        number = day.isoweekday()
        ahead = tense > 0 or number > (_MIDWEEK if tense == 0 else _FRIDAY)
        return days.shifted(day, 0 if ahead else -1, "WE")

    return anchor.written(value) or Reading("XXXX-WXX-WE")


def _weekday_which(found: Found, anchor: Anchor, number: int) -> Reading:
    which = found.whole("which")
    return weekday_value(anchor, number, which or found.tense(), strictly=which != 0)


def weekday_value(anchor: Anchor, number: int, tense: int, *, strictly: bool = False) -> Reading:
    """The next day of that number (1 Monday) where the tense is 1, else the last; today counts unless `strictly`."""

    def value(day: date) -> str:
        ahead = (number - day.isoweekday()) % 7
        if ahead == 0 and not strictly:
            return day.isoformat()
        step = (ahead or 7) if tense > 0 else ahead - 7
        return (day + timedelta(days=step)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")
