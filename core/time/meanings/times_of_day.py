"""Clock times and parts of the day."""

import re
from datetime import date, timedelta

from core.model import Interval
from core.time import edtf
from core.time.anchor import Anchor, Named, Reading
from core.time.found import Found
from core.time.meanings.calendar_days import day_of_month
from core.time.meanings.common import UNKNOWN_DAY, is_measure, meaning, on_day, with_time
from core.time.meanings.weekdays import weekday_value


@meaning
def clock_time(phrase: Found, anchor: Anchor) -> Reading | None:
    """20.30 Uhr, 3 Uhr morgens, 17 Uhr 30, 17:30 UTC; on the day named last, else on the day of writing."""
    hour, _, minute = phrase.value("time").replace(":", ".").partition(".")
    minute = minute[:2] or "00"
    if phrase.has("minute"):
        minute = phrase.value("minute")
    if not (hour.isdigit() and minute.isdigit() and len(hour) <= 2 and len(minute) <= 2):
        number = phrase.number("time")
        if number is None or not minute.isdigit():
            return None
        hour = str(int(number))
    hours, minutes = int(hour), int(minute)
    if hours > 24 or minutes > 59:
        return None
    if phrase.value("part") in {"AF", "EV"} and hours < 12:
        hours += 12
    return with_time(_day_spoken_of(phrase, anchor), f"{hours:02}:{minutes:02}{phrase.value('zone')}")


@meaning
def clock_time_alone(phrase: Found, anchor: Anchor) -> Reading | None:
    """um 12.15, unless a measure follows: um 12.15 Prozent."""
    after = phrase.after()
    if after and is_measure(after):
        return None
    return clock_time(phrase, anchor)


@meaning
def half_past(phrase: Found, anchor: Anchor) -> Reading | None:
    """halb acht."""
    hour = phrase.whole("hour") - 1
    if not 0 <= hour <= 23:
        return None
    if phrase.value("part") in {"AF", "EV"} and hour < 12:
        hour += 12
    return with_time(_day_spoken_of(phrase, anchor), f"{hour:02}:30")


@meaning
def part_of_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """am Nachmittag, in der vergangenen Nacht."""
    part = phrase.value("part")
    if phrase.kind("which") == "relative":
        shift = phrase.whole("which")
        return with_time(on_day(anchor, shift) or Reading(UNKNOWN_DAY), part)
    spoken_of = _day_spoken_of(phrase, anchor)
    return with_time(_day_after(spoken_of) if part == "MO" and _follows_a_night(anchor) else spoken_of, part)


def _follows_a_night(anchor: Anchor) -> bool:
    """Whether the day named last is that of a night: the morning after it is of the next."""
    named = anchor.last("day")
    return named is not None and anchor.text.endswith("Nacht", 0, named.end)


def _day_after(reading: Reading) -> Reading:
    if reading.interval is None or reading.interval.last == date.max:
        return reading
    day = reading.interval.last + timedelta(days=1)
    return Reading(day.isoformat(), Interval(day, day), reading.anchor)


@meaning
def night_before_weekday(phrase: Found, anchor: Anchor) -> Reading | None:
    """Nacht zum Sonntag: the night that begins on Saturday."""
    return _night_before(weekday_value(anchor, phrase.whole("day"), phrase.tense()))


def _night_before(reading: Reading | None) -> Reading | None:
    if reading is None:
        return None
    if reading.interval is None or reading.interval.first != reading.interval.last:
        return with_time(Reading(UNKNOWN_DAY, reading.interval, reading.anchor), "NI")
    eve = reading.interval.first - timedelta(days=1)
    return with_time(Reading(eve.isoformat(), Interval(eve, reading.interval.last), reading.anchor), "NI")


@meaning
def night_before_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """Nacht auf den 28. Juli: the night that begins on the 27th."""
    return _night_before(day_of_month(phrase, anchor))


@meaning
def part_of_day_of_month(phrase: Found, anchor: Anchor) -> Reading | None:
    """Nacht des 14. April."""
    reading = day_of_month(phrase, anchor)
    return with_time(reading, phrase.value("part")) if reading else None


_TIME_REACH = 60  # tokens from the naming of a day to a clock time that still belongs to it


def _day_spoken_of(phrase: Found, anchor: Anchor) -> Reading:
    if _is_habit(phrase):
        return Reading("")
    reach = phrase.tokens[max(0, phrase.first - _TIME_REACH)].start
    named = anchor.last("day")
    if _opens_item(phrase, anchor.text):
        named = _head_of_item(phrase, anchor, reach)
        if named:
            anchor.programme[:] = [named._replace(end=phrase.end)]
    if named and named.end >= reach:
        return Reading(named.value, named.interval, "context")
    return on_day(anchor, 0) or Reading("")


_UP_TO_TIME = frozenset({"um", "ab", "von", "gegen", "ca", "circa", "etwa", "bis", "jeweils"})
_ITEM_ENDS = frozenset({"break", "dot", "colon", "open", "dash", "sign"})


def _opens_item(phrase: Found, text: str) -> bool:
    """Whether a time opens a line or an item, as in a programme: `; 14 Uhr Konzert`, `10.30 Uhr: Umzug`."""
    index = phrase.first
    while index > 0 and phrase.tokens[index - 1].text.lower() in _UP_TO_TIME:
        index -= 1
    if index == 0:
        return True
    before, after = phrase.tokens[index - 1], phrase.after()
    if before.sense.kind == "dot" and after is not None and after.text[0].islower():
        return False  # Um 24 Uhr war das Feuer gelöscht.
    return before.sense.kind in _ITEM_ENDS or "\n" in text[before.end : phrase.tokens[index].start]


_DAY_TO_TIME = re.compile(r"[ ,.(]*(?:(?:um|ab|von|gegen|ca\.?|jeweils) ?)*")


def _follows(phrase: Found, named: Named | None, text: str) -> bool:
    """Whether a day stands right before the time: `am Sonntag, 14 Uhr`."""
    return named is not None and _DAY_TO_TIME.fullmatch(text, named.end, phrase.start) is not None


def _head_of_item(phrase: Found, anchor: Anchor, reach: int) -> Named | None:
    """The day of an item of a programme: the one right before its time, else the last that heads items, not one that
    an item names in passing."""
    last = anchor.last("day")
    if _follows(phrase, last, anchor.text):
        return last
    begin = anchor.programme[-1].end if anchor.programme else reach
    since = [named for named in anchor.named[-20:] if named.end > begin and edtf.precision(named.value) == "day"]
    heads = [named for named in since if _heads(named, anchor.text)]
    return heads[-1] if heads else anchor.programme[-1] if anchor.programme else last


_LINE = 40  # characters in which the name of a day stands
_DAY_OF_MONTH = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]+\.?)(?: ?\d{2,4})?\Z")
_FIRST_WORD = re.compile(r"(?:^|\n)[^\w\n]*\w+\Z")
_ITEM_BEHIND = re.compile(r" ?[:\n]|,? (?:um |ab |von )?\d")


def _heads(named: Named, text: str) -> bool:
    """Whether a day can head items: a day of a month, or a weekday that opens its line before a colon or a time."""
    line = text[max(0, named.end - _LINE) : named.end]
    if _DAY_OF_MONTH.search(line):
        return True
    return bool(_FIRST_WORD.search(line) and _ITEM_BEHIND.match(text, named.end))


_HABITS = frozenset({"every", "every_unit", "every_weekday", "weekdays", "all"})
_HABIT_REACH = 12


def _is_habit(phrase: Found) -> bool:
    """Whether the sentence speaks of many days before the time: jeweils 20 Uhr, montags von 14 bis 18 Uhr."""
    for token in reversed(phrase.tokens[max(0, phrase.first - _HABIT_REACH) : phrase.first]):
        if token.sense.kind in {"break", "dot"}:
            return False
        if token.sense.kind in _HABITS or token.text.lower() in {"jeweils", "beispielsweise"}:
            return True
    return False
