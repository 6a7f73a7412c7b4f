"""Times counted from the day of writing."""

from datetime import date, timedelta

from core.model import Interval
from core.time import days
from core.time.anchor import Anchor, Reading, interval_of
from core.time.found import Found
from core.time.meanings.common import (
    UNKNOWN_DAY,
    duration_value,
    is_past,
    meaning,
    on_day,
    same_sentence,
    unknown_value,
    with_time,
)
from core.time.meanings.durations import duration


@meaning
def shifted_day(found: Found, anchor: Anchor) -> Reading | None:
    """gestern, heute, morgen; heute in a general sense is PRESENT_REF."""
    shift = found.whole("shift")
    if shift == 0 and _is_general_today(found):
        return Reading("PRESENT_REF")
    return on_day(anchor, shift) or Reading(UNKNOWN_DAY)


@meaning
def long_from_shifted_day(found: Found, anchor: Anchor) -> Reading | None:
    """heute in 14 Tagen, gestern vor zehn Jahren: that very day."""
    number, unit = found.number("n"), found.value("unit")
    if number is None or number != int(number) or unit not in {"D", "W", "M", "Y"}:
        return None
    amount = int(number) * (1 if found.value("way") == "in" else -1)
    shift = found.whole("shift")

    def value(day: date) -> str | None:
        begin = day + timedelta(days=shift)
        if unit in {"D", "W"}:
            return days.shifted(begin, amount * (7 if unit == "W" else 1), "D")
        month = days.shifted(begin, amount * (12 if unit == "Y" else 1), "M")
        if month is None:
            return None
        last = days.month_length(int(month[:4]), int(month[5:]))
        return f"{month}-{min(begin.day, last):02}"

    return anchor.written(value) or Reading(UNKNOWN_DAY)


def _is_general_today(found: Found) -> bool:
    before, after = found.before(), found.after()
    cue = before.text.lower() if before else ""
    following = after.text.lower() if after else ""
    if cue in {"bis", "von", "ab", "seit"} or following == "noch":
        return True
    return cue in {"noch", "auch"} and found.tense() == 0


@meaning
def part_of_shifted_day(found: Found, anchor: Anchor) -> Reading | None:
    """gestern Abend."""
    return with_time(on_day(anchor, found.whole("shift")) or Reading(UNKNOWN_DAY), found.value("part"))


@meaning
def today(_found: Found, anchor: Anchor) -> Reading | None:
    """der heutige Mittwoch."""
    return on_day(anchor, 0) or Reading(UNKNOWN_DAY)


@meaning
def part_of_today(found: Found, anchor: Anchor) -> Reading | None:
    """am heutigen Abend."""
    return with_time(on_day(anchor, 0) or Reading(UNKNOWN_DAY), found.value("part"))


@meaning
def shifted_year(found: Found, anchor: Anchor) -> Reading | None:
    """heuer, Vorjahr: from the day of writing; with a year just named, from that."""
    shift = found.whole("shift")
    named = anchor.last("year")
    if shift and named and found.kind("shift") == "this_year" and same_sentence(found, named.end):
        return anchor.in_context(days.shifted(named.interval.first, shift, "Y"))
    return anchor.written(lambda day: days.shifted(day, shift, "Y")) or Reading("XXXX")


@meaning
def year_earlier(_found: Found, anchor: Anchor) -> Reading | None:
    """gleicher Zeitraum des Vorjahres: the time named last, a year before."""
    named = anchor.last()
    if named is None or not named.value[:4].isdigit() or "/" in named.value:
        return Reading("XXXX")
    value = f"{int(named.value[:4]) - 1:04}{named.value[4:]}"
    return anchor.in_context(value) if interval_of(value) else Reading("XXXX")


@meaning
def relative_unit(found: Found, anchor: Anchor) -> Reading | None:
    """letzte Woche, kommendes Wochenende, laufendes Jahr."""
    unit, which = found.value("unit"), found.whole("which")
    if unit in {"TH", "TM", "TS", "ML"}:
        return Reading(duration_value(1, unit), type="DURATION")
    if unit == "D" and which != 0:
        return on_day(anchor, which) or Reading(UNKNOWN_DAY)
    if unit == "WE" and which > 0:
        return anchor.written(lambda day: days.shifted(day, which - (day.isoweekday() < 6), unit)) or Reading(
            unknown_value(unit)
        )
    return anchor.written(lambda day: days.shifted(day, which, unit)) or Reading(unknown_value(unit))


@meaning
def this_unit(found: Found, anchor: Anchor) -> Reading | None:
    """diese Woche, dieses Jahr."""
    unit = found.value("unit")
    return anchor.written(lambda day: days.shifted(day, 0, unit)) or Reading(unknown_value(unit))


@meaning
def relative_window(found: Found, anchor: Anchor) -> Reading | None:
    """die letzten zwei Jahre: a duration; its days reach from then till the day of writing."""
    value = duration(found, anchor)
    number, unit, which = found.whole("n"), found.value("unit"), found.whole("which")
    if value is None or which == 0:
        return value
    end = anchor.written(lambda day: days.shifted(day, (1 if which > 0 else -1) * number, unit))
    if end is None or end.interval is None or anchor.published is None:
        return value
    first = min(end.interval.first, anchor.published.first)
    return Reading(value.value, Interval(first, max(end.interval.last, anchor.published.last)), anchor.label)


_STORY_REACH = 25
"""Tokens from a year long past to an `Ende des Jahres` that still belongs to it."""


@meaning
def edge_of_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Anfang des Jahres, Ende vergangener Woche."""
    unit, kind = found.value("unit"), found.kind("which")
    shift = found.whole("which")
    named = anchor.last()
    told = named and named.end >= found.tokens[max(0, found.first - _STORY_REACH)].start and is_past(named, anchor)
    if named and (kind == "anaphoric" or (not kind and (anchor.narrative or (told and found.tense() < 0)))):
        return anchor.in_context(days.shifted(named.interval.first, shift, unit))
    return anchor.written(lambda day: days.shifted(day, shift, unit)) or Reading(unknown_value(unit))


@meaning
def edge_word(found: Found, anchor: Anchor) -> Reading | None:
    """Jahresende, Monatsbeginn."""
    unit = found.value("edge").split()[0]
    if found.has("year"):
        return anchor.explicit(found.value("year"))
    return anchor.written(lambda day: days.shifted(day, 0, unit)) or Reading(unknown_value(unit))
