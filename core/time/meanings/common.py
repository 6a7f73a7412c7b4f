"""What the meanings share."""

from collections.abc import Callable

from core.time import context_words, days, edtf
from core.time.anchor import Anchor, Named, Reading
from core.time.found import Found
from core.time.tense import clause_tense
from core.time.tokens import Token

Meaning = Callable[[Found, Anchor], Reading | None]
"""What a rule's words mean: the fit of the rule and what it can be anchored on, to a reading.

None where the words turn out to be no time expression after all (`31. Februar`, `2000 Euro`), so that another rule may
have them.
"""

MEANINGS: dict[str, Meaning] = {}
"""The meanings that rules may name."""

UNKNOWN_DAY = "XXXX-XX-XX"


def meaning(function: Meaning) -> Meaning:
    """Let the rules name a function, by its name."""
    MEANINGS[function.__name__] = function
    return function


def year_nearby(phrase: Found, anchor: Anchor, month: int) -> str | None:
    """The year of a date named before, if that is what a month without a year goes by.

    In a narrative that is the date named last, or the year after where the months show that a year has turned.
    Elsewhere the date must stand in the same sentence, and either nothing is known of the day of writing or the
    year is past and the clause does not look ahead.
    """
    named = anchor.last("day", "month", "season", "year", "week", "quarter", "half")
    if named is None:
        return None
    year, last_month = named.interval.first.year, named.interval.first.month
    if anchor.narrative:
        turned = edtf.precision(named.value) in {"day", "month"} and last_month - month >= _TURN_OF_YEAR
        return f"{year + turned:04}"
    if not same_sentence(phrase, named.end):
        return f"{year:04}" if _goes_on(phrase, anchor, named, month) else None
    if anchor.published is None:
        return f"{year:04}"
    return f"{year:04}" if is_past(named, anchor) and phrase.tense() <= 0 else None


_STORY_REACH = 40  # tokens from a date with its year to the next one, which goes by it


def _goes_on(phrase: Found, anchor: Anchor, named: Named, month: int) -> bool:
    """Whether a date just named with its year is gone on from: its month or a later one, past.

    Its year is an earlier one than that of writing, or this is not known for sure.
    """
    written = anchor.published
    if written is None or (named.interval.first.year >= written.first.year == written.last.year):
        return False
    with_year = anchor.text[max(0, named.end - 4) : named.end].isdigit()
    near = named.end >= phrase.tokens[max(0, phrase.first - _STORY_REACH)].start
    after = edtf.precision(named.value) == "day" and month >= named.interval.first.month
    return with_year and near and after and clause_tense(phrase.tokens, phrase.first, phrase.stop) < 0


def is_past(named: Named, anchor: Anchor) -> bool:
    """Whether a date is of a year well before the day of writing."""
    return anchor.published is not None and named.interval.last.year < anchor.published.first.year - 1


_TURN_OF_YEAR = 8  # months: after October 1944, January is that of 1945


def same_sentence(phrase: Found, end: int) -> bool:
    """Whether no sentence ends between a position of the text and the expression after it."""
    index = phrase.first - 1
    while index >= 0 and phrase.tokens[index].start >= end:
        if phrase.tokens[index].sense.kind in {"break", "dot"}:
            return False
        index -= 1
    return True


def with_time(reading: Reading, time: str) -> Reading:
    """A day with a time or a part of it: 2014-07-16 with EV is 2014-07-16TEV."""
    return Reading(f"{reading.value}T{time}", reading.interval, reading.anchor)


def duration_value(number: float | str, unit: str) -> str:
    """P3Y, PT1.5H, PXD: so many of a unit of `words.toml`; "X" for an unknown number."""
    count = number if isinstance(number, str) else f"{number:g}" if number < 1e6 else f"{int(number)}"
    if unit.startswith("T"):
        return f"PT{count}{unit[1]}"
    if unit == "H":
        return "PX" + "M" if count == "X" else f"P{6 * float(count):g}M"
    return f"P{count}{unit}"


def is_measure(token: Token) -> bool:
    """Whether a number before this word is an amount."""
    return token.text.lower() in context_words.number_context().measures or token.sense.kind in {"unit", "units"}


def on_day(anchor: Anchor, shift: int) -> Reading | None:
    """So many days from the day of writing."""
    return anchor.written(lambda day: days.shifted(day, shift, "D"))


def unknown_value(unit: str) -> str:
    """What a unit of the calendar is called where nothing tells which one."""
    return {"D": UNKNOWN_DAY, "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "DE": "XXX", "CE": "XX"}.get(
        unit, "XXXX"
    )
