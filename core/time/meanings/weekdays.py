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
def weekday(phrase: Found, anchor: Anchor) -> Reading | None:
    """Montag: the last one where the clause tells of the past or doesn't tell, else the next; today counts as both."""
    number = phrase.whole("day")
    named = anchor.last("day") if anchor.narrative else None
    if named:
        ahead = (number - named.interval.first.isoweekday()) % 7
        return anchor.in_context(days.shifted(named.interval.first, ahead, "D"))
    tense = phrase.tense() or int(
        _is_announced(phrase, anchor.text) or is_present(phrase.tokens, phrase.first, phrase.stop)
    )
    return weekday_value(anchor, number, tense)


_TIME_BEHIND = re.compile(r" ?:|,? ?(?:um |ab |von |bis )?\d{1,2}(?:[.:]\d\d)? ?(?:Uhr|[-–])")


def _is_announced(phrase: Found, text: str) -> bool:
    """Whether a colon or a clock time stands right behind: without a verb that tells otherwise, it is to come."""
    return _TIME_BEHIND.match(text, phrase.end) is not None


@meaning
def relative_weekday(phrase: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Samstag, kommenden Sonntag, diesen Montag."""
    number, which = phrase.whole("day"), phrase.whole("which")
    if which == 0:
        return weekday_value(anchor, number, phrase.tense())

    def value(day: date) -> str:
        ahead = (number - day.isoweekday()) % 7
        step = ahead or 7 if which > 0 else ahead - 7
        return (day + timedelta(days=step)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


@meaning
def weekday_of_week(phrase: Found, anchor: Anchor) -> Reading | None:
    """Dienstag vergangener Woche."""
    number, which = phrase.whole("day"), phrase.whole("which")

    def value(day: date) -> str:
        return (day + timedelta(days=number - day.isoweekday() + 7 * which)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


@meaning
def weekday_weeks_away(phrase: Found, anchor: Anchor) -> Reading | None:
    """Freitag in einer Woche, Montag vor zwei Wochen."""
    number, weeks = phrase.whole("day"), phrase.whole("n")
    ahead = phrase.value("way") == "in"

    def value(day: date) -> str:
        step = (number - day.isoweekday()) % 7
        if ahead:
            return (day + timedelta(days=step + 7 * weeks)).isoformat()
        return (day + timedelta(days=(step - 7 if step else 0) - 7 * weeks)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


@meaning
def weekday_part(phrase: Found, anchor: Anchor) -> Reading | None:
    """Donnerstagabend."""
    number, part = phrase.value("day").split()
    return with_time(_weekday_which(phrase, anchor, int(number)), part)


@meaning
def part_of_weekday(phrase: Found, anchor: Anchor) -> Reading | None:
    """Montag früh."""
    return with_time(_weekday_which(phrase, anchor, phrase.whole("day")), phrase.value("part"))


@meaning
def weekend(phrase: Found, anchor: Anchor) -> Reading | None:
    """Wochenende: by the tense of the clause; where it tells nothing, the nearer one; at a weekend, this one."""
    tense = phrase.tense()

    def value(day: date) -> str | None:
        number = day.isoweekday()
        ahead = tense > 0 or number > (_MIDWEEK if tense == 0 else _FRIDAY)
        return days.shifted(day, 0 if ahead else -1, "WE")

    return anchor.written(value) or Reading("XXXX-WXX-WE")


def _weekday_which(phrase: Found, anchor: Anchor, number: int) -> Reading:
    which = phrase.whole("which")
    return weekday_value(anchor, number, which or phrase.tense(), strictly=which != 0)


def weekday_value(anchor: Anchor, number: int, tense: int, *, strictly: bool = False) -> Reading:
    """The next day of that number (1 Monday) where the tense is 1, else the last; today counts unless `strictly`."""

    def value(day: date) -> str:
        ahead = (number - day.isoweekday()) % 7
        if ahead == 0 and not strictly:
            return day.isoformat()
        step = (ahead or 7) if tense > 0 else ahead - 7
        return (day + timedelta(days=step)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")
