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
def shifted_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """gestern, heute, morgen; heute in a general sense is PRESENT_REF."""
    shift = phrase.whole("shift")
    if shift == 0 and _is_general_today(phrase):
        return Reading("PRESENT_REF")
    return on_day(anchor, shift) or Reading(UNKNOWN_DAY)


@meaning
def long_from_shifted_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """heute in 14 Tagen, gestern vor zehn Jahren: that very day."""
    number, unit = phrase.number("n"), phrase.value("unit")
    if number is None or number != int(number) or unit not in {"D", "W", "M", "Y"}:
        return None
    amount = int(number) * (1 if phrase.value("way") == "in" else -1)
    shift = phrase.whole("shift")

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


def _is_general_today(phrase: Found) -> bool:
    before, after = phrase.before(), phrase.after()
    cue = before.text.lower() if before else ""
    following = after.text.lower() if after else ""
    if cue in {"bis", "von", "ab", "seit"} or following == "noch":
        return True
    return cue in {"noch", "auch"} and phrase.tense() == 0


@meaning
def part_of_shifted_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """gestern Abend."""
    return with_time(on_day(anchor, phrase.whole("shift")) or Reading(UNKNOWN_DAY), phrase.value("part"))


@meaning
def today(_phrase: Found, anchor: Anchor) -> Reading | None:
    """der heutige Mittwoch."""
    return on_day(anchor, 0) or Reading(UNKNOWN_DAY)


@meaning
def part_of_today(phrase: Found, anchor: Anchor) -> Reading | None:
    """am heutigen Abend."""
    return with_time(on_day(anchor, 0) or Reading(UNKNOWN_DAY), phrase.value("part"))


@meaning
def shifted_year(phrase: Found, anchor: Anchor) -> Reading | None:
    """heuer, Vorjahr: from the day of writing; with a year just named, from that."""
    shift = phrase.whole("shift")
    named = anchor.last("year")
    if shift and named and phrase.kind("shift") == "this_year" and same_sentence(phrase, named.end):
        return anchor.in_context(days.shifted(named.interval.first, shift, "Y"))
    return anchor.written(lambda day: days.shifted(day, shift, "Y")) or Reading("XXXX")


@meaning
def year_earlier(_phrase: Found, anchor: Anchor) -> Reading | None:
    """gleicher Zeitraum des Vorjahres: the time named last, a year before."""
    named = anchor.last()
    if named is None or not named.value[:4].isdigit() or "/" in named.value:
        return Reading("XXXX")
    value = f"{int(named.value[:4]) - 1:04}{named.value[4:]}"
    return anchor.in_context(value) if interval_of(value) else Reading("XXXX")


@meaning
def relative_unit(phrase: Found, anchor: Anchor) -> Reading | None:
    """letzte Woche, kommendes Wochenende, laufendes Jahr."""
    unit, which = phrase.value("unit"), phrase.whole("which")
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
def this_unit(phrase: Found, anchor: Anchor) -> Reading | None:
    """diese Woche, dieses Jahr."""
    unit = phrase.value("unit")
    return anchor.written(lambda day: days.shifted(day, 0, unit)) or Reading(unknown_value(unit))


@meaning
def relative_window(phrase: Found, anchor: Anchor) -> Reading | None:
    """die letzten zwei Jahre: a duration; its days reach from then till the day of writing."""
    value = duration(phrase, anchor)
    number, unit, which = phrase.whole("n"), phrase.value("unit"), phrase.whole("which")
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
def edge_of_unit(phrase: Found, anchor: Anchor) -> Reading | None:
    """Anfang des Jahres, Ende vergangener Woche."""
    unit, kind = phrase.value("unit"), phrase.kind("which")
    shift = phrase.whole("which")
    named = anchor.last()
    told = named and named.end >= phrase.tokens[max(0, phrase.first - _STORY_REACH)].start and is_past(named, anchor)
    if named and (kind == "anaphoric" or (not kind and (anchor.narrative or (told and phrase.tense() < 0)))):
        return anchor.in_context(days.shifted(named.interval.first, shift, unit))
    return anchor.written(lambda day: days.shifted(day, shift, unit)) or Reading(unknown_value(unit))


@meaning
def edge_word(phrase: Found, anchor: Anchor) -> Reading | None:
    """Jahresende, Monatsbeginn."""
    unit = phrase.value("edge").split()[0]
    if phrase.has("year"):
        return anchor.explicit(phrase.value("year"))
    return anchor.written(lambda day: days.shifted(day, 0, unit)) or Reading(unknown_value(unit))
