"""Durations."""

from datetime import timedelta

from core.model import Interval
from core.time import context_words, days, lexicon
from core.time.anchor import Anchor, Reading
from core.time.found import Found
from core.time.meanings.common import duration_value, meaning


@meaning
def duration(phrase: Found, anchor: Anchor) -> Reading | None:
    """vier Jahre, gut 200 Stunden; after `vor`, `in` and `seit` its days are known too."""
    number, unit = phrase.number("n"), phrase.value("unit")
    if number is None or (unit == "Y" and _is_age_given(phrase)):
        return None
    value = duration_value(number, unit)
    before = phrase.before()
    cue = before.text.lower() if before else ""
    if cue == "vor" and unit == "W":
        reading = anchor.written(lambda day: days.shifted(day, -7 * int(number), "D"))
        if reading and reading.interval and number > 1:
            reading = reading._replace(interval=_about(reading.interval))
    elif cue == "vor":
        reading = anchor.written(lambda day: days.shifted(day, -int(number), unit))
    elif cue == "in" and phrase.kind("n") != "a":
        reading = anchor.written(lambda day: days.shifted(day, int(number), unit))
    elif cue == "seit" and anchor.published:
        reading = anchor.written(lambda day: days.shifted(day, -int(number), unit))
        if reading and reading.interval:
            reading = Reading(value, Interval(reading.interval.first, anchor.published.last), reading.anchor)
    else:
        return Reading(value)
    return Reading(value, reading.interval, reading.anchor) if reading and reading.interval else Reading(value)


_HALF_A_WEEK = timedelta(days=3)


def _about(days_meant: Interval) -> Interval:
    """The week around a day, which some weeks back mean; one week back is that day."""
    return Interval(days_meant.first - _HALF_A_WEEK, days_meant.last + _HALF_A_WEEK)


def _is_age_given(phrase: Found) -> bool:
    """im Alter von 26 Jahren, zwischen sechs und elf Jahren, mit 18 Jahren."""
    one, two, three = (token.text.lower() if (token := phrase.before(steps)) else "" for steps in (1, 2, 3))
    if phrase.kind("n") == "a":
        return False
    return (one, two) == ("von", "alter") or (one, three) == ("und", "zwischen") or one in {"mit", "unter", "ab"}


@meaning
def duration_with_adjective(phrase: Found, anchor: Anchor) -> Reading | None:
    """360 ehrenamtliche Stunden, fünf lange Jahre."""
    adjective = phrase.token("adjective")
    if adjective is None or not adjective.text.islower() or not adjective.text.endswith(("e", "en", "er")):
        return None
    return duration(phrase, anchor)


@meaning
def half_unit(phrase: Found, _anchor: Anchor) -> Reading | None:
    """ein halbes Jahr."""
    half = {"Y": "P6M", "TH": "PT30M", "TM": "PT30S", "DE": "P5Y", "CE": "P50Y", "D": "PT12H"}
    return Reading(half.get(phrase.value("unit"), duration_value(0.5, phrase.value("unit"))))


@meaning
def uncounted(phrase: Found, _anchor: Anchor) -> Reading | None:
    """einige Wochen."""
    return Reading(duration_value("X", phrase.value("unit")))


@meaning
def last_units(phrase: Found, anchor: Anchor) -> Reading | None:
    """Die vergangenen Wochen: till the day of writing, from as far back as so many units are still no coarser one."""
    unit = phrase.value("unit")
    value = duration_value("X", unit)
    before = phrase.before()
    within = before is not None and before.text.lower() in _WITHIN  # `die Hilfe der letzten Tage` is of another time
    if not within or unit not in _UNCOUNTED or anchor.published is None:
        return Reading(value)
    first = anchor.written(lambda day: days.shifted(day, -_UNCOUNTED[unit], "D"))
    if first is None or first.interval is None:
        return Reading(value)
    return Reading(value, Interval(first.interval.first, anchor.published.last), first.anchor)


_WITHIN = frozenset({"in", "während", "innerhalb", "über"})
_UNCOUNTED = {"D": 7, "W": 42, "M": 182}
"""Days that uncounted days, weeks, months mostly reach back: a week, six weeks, half a year."""


@meaning
def one_unit(phrase: Found, _anchor: Anchor) -> Reading | None:
    """der ganze Tag, pro Stunde."""
    return Reading(duration_value(1, phrase.value("unit")))


_LASTING_UNITS = {"jähr": "Y", "monat": "M", "wöch": "W", "täg": "D", "stünd": "TH", "minüt": "TM", "sekünd": "TS"}


@meaning
def lasting(phrase: Found, _anchor: Anchor) -> Reading | None:
    """10-jährig, einwöchig; None for a person's age."""
    text = phrase.tokens[phrase.first].text.lower()
    stem = next(stem for stem in _LASTING_UNITS if stem + "ig" in text)
    count = text[: text.rindex(stem + "ig")].rstrip("-").replace(",", ".")
    sense = lexicon.senses().get(count)
    number = float(sense.value) if sense and sense.kind != "a" else 1.0 if sense else float(count)
    if stem == "jähr" and _is_age(phrase, number):
        return None
    return Reading(duration_value(number, _LASTING_UNITS[stem]))


def _is_age(phrase: Found, number: float) -> bool:
    """A 24-jähriger Bozner has an age, a 10-jährige Vereinbarung a duration: told from the noun within three words."""
    if number <= 2:
        return False
    for steps in range(1, 4):
        token = phrase.after(steps)
        if token is None or token.sense.kind in {"dot", "break"}:
            break
        if token.text[:1].isupper():
            return not any(_ends_with(token.text.lower(), ending) for ending in context_words.number_context().lasting)
    return True


def _ends_with(noun: str, ending: str) -> bool:
    """Whether the noun, or the noun less an ending of case or number, ends so."""
    return noun.endswith(tuple(ending + inflection for inflection in ("", "e", "en", "n", "s", "es")))
