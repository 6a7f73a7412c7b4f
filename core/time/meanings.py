"""What each kind of expression means: one small function a kind, named by the rules of `rules.toml`.

A meaning takes the fit of a rule and what it can be anchored on, and gives the reading; None where the words turn out
to be no time expression after all (`31. Februar`, `2000 Euro`), so that another rule may have them.
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from core.model import Interval, Precision
from core.time import days, edtf, lexicon
from core.time.anchor import Anchor, Named, Reading, interval_of
from core.time.found import Found
from core.time.tokens import Token

Meaning = Callable[[Found, Anchor], Reading | None]

UNKNOWN_DAY = "XXXX-XX-XX"
_CENTURY_TURN = 50  # two-digit years: 49 is 2049, 50 is 1950
_BACK, _AHEAD = "vor", "in"

# ---- Days ----


def written_day(found: Found, anchor: Anchor) -> Reading | None:
    """2013-02-28, 28.2.2013, 28.2.13."""
    text = found.value("day").replace(" ", "")
    if "-" in text:
        return _explicit_day(anchor, text)
    day, month, year = (int(part) for part in text.split("."))
    if year < 100:
        year += 2000 if year < _CENTURY_TURN else 1900
    return _explicit_day(anchor, f"{year:04}-{month:02}-{day:02}")


def day_of_month_in_figures(found: Found, anchor: Anchor) -> Reading | None:
    """28.2., in the year that fits."""
    day, month = (int(part) for part in found.value("day").replace(" ", "").rstrip(".").split("."))
    return _day_without_year(found, anchor, month, day)


def day_of_month(found: Found, anchor: Anchor) -> Reading | None:
    """3. Mai 2012; without a year, in the one that fits."""
    day, month, year = found.whole("day"), found.whole("month"), found.whole("year")
    if year:
        return _explicit_day(anchor, f"{year:04}-{month:02}-{day:02}")
    return _day_without_year(found, anchor, month, day)


def holiday(found: Found, anchor: Anchor) -> Reading | None:
    """Ostern 2013; without a year, in the one that fits."""
    feast = lexicon.holidays()[found.value("day")]
    later = timedelta(days=max(found.whole("nth", 1) - 1, 0) % 7)

    def in_year(year: int) -> date:
        return days.holiday(feast, year) + later

    if year := found.whole("year"):
        return anchor.explicit(in_year(year).isoformat())
    tense = found.tense()
    reading = anchor.written(lambda day: _fitting(day, tense, in_year).isoformat())
    return reading or Reading(UNKNOWN_DAY)


def _explicit_day(anchor: Anchor, value: str) -> Reading | None:
    return anchor.explicit(value) if interval_of(value) else None


def _day_without_year(found: Found, anchor: Anchor, month: int, day: int) -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        return None
    year = _year_nearby(found, anchor)
    if year and interval_of(f"{year}-{month:02}-{day:02}"):
        return anchor.in_context(f"{year}-{month:02}-{day:02}")
    tense = found.tense()

    def in_year(year: int) -> date:
        return date(year, month, min(day, monthrange(year, month)[1]))

    reading = anchor.written(lambda today: _fitting(today, tense, in_year).isoformat())
    return reading or Reading(f"XXXX-{month:02}-{day:02}")


_NEAR = 100
"""Days: what lies as near as this is meant, whatever the tense; a clause's words tell its tense but roughly."""


def _fitting(today: date, tense: int, in_year: Callable[[int], date]) -> date:
    """The occurrence of a yearly day that is near, else the one that fits the tense, else the nearest."""
    occurrences = [in_year(year) for year in range(max(today.year - 1, 1), min(today.year + 1, 9998) + 1)]
    nearest = min(occurrences, key=lambda day: abs((day - today).days))
    if abs((nearest - today).days) <= _NEAR:
        return nearest
    if tense < 0:
        return max((day for day in occurrences if day <= today), default=nearest)
    if tense > 0:
        return min((day for day in occurrences if day >= today), default=nearest)
    return nearest


def _year_nearby(found: Found, anchor: Anchor) -> str | None:
    """The year of a date named just before in the same sentence, if that is what a date without a year goes by.

    It is where nothing is known of the day of writing, and where the year is past and the clause does not look ahead.
    """
    named = anchor.last()
    if named is None or not _same_sentence(found, named.end):
        return None
    year = named.interval.first.year
    if named.interval.last.year != year or edtf.precision(named.value) in {"decade", "century"}:
        return None
    if anchor.published is None:
        return f"{year:04}"
    return f"{year:04}" if year < anchor.published.first.year - 1 and found.tense() <= 0 else None


def _same_sentence(found: Found, end: int) -> bool:
    index = found.first - 1
    while index >= 0 and found.tokens[index].start >= end:
        if found.tokens[index].sense.kind in {"break", "dot"}:
            return False
        index -= 1
    return True


# ---- Months ----


def month(found: Found, anchor: Anchor) -> Reading | None:
    """Mai 2012; without a year, in the one that fits."""
    number, year = found.whole("month"), found.whole("year")
    token = found.token("month")
    if year:
        return anchor.explicit(f"{year:04}-{number:02}")
    if token is None or _is_name(found, token):
        return None
    if nearby := _year_nearby(found, anchor):
        return anchor.in_context(f"{nearby}-{number:02}")
    tense = found.tense()
    return anchor.written(lambda day: _fitting_month(day, number, tense)) or Reading(f"XXXX-{number:02}")


def relative_month(found: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Juli, kommenden Januar."""
    number, which = found.whole("month"), found.whole("which")

    def value(day: date) -> str:
        if which < 0:
            year = day.year - (number >= day.month) + (which + 1)
        elif which > 0:
            year = day.year + (number <= day.month) + (which - 1)
        else:
            year = day.year
        return f"{year:04}-{number:02}"

    return anchor.written(value) or Reading(f"XXXX-{number:02}")


def month_of_relative_year(found: Found, anchor: Anchor) -> Reading | None:
    """Mai vergangenen Jahres, Mai dieses Jahres."""
    number, which = found.whole("month"), found.whole("which")
    return anchor.written(lambda day: f"{day.year + which:04}-{number:02}") or Reading(f"XXXX-{number:02}")


def _fitting_month(today: date, number: int, tense: int) -> str:
    shift = (number - today.month) % 12
    if (tense < 0 and shift) or (tense == 0 and shift > 6):
        shift -= 12
    return days.month_shifted(today, shift)


def _is_name(found: Found, token: Token) -> bool:
    """MAI among words in small letters, `August Macke`: somebody's name."""
    following = found.after()
    capitals = token.text.isupper() and not any(t.text.isupper() for t in (found.before(), found.before(2)) if t)
    return capitals and (following is None or not following.text.isupper() or len(token.text) <= 3)


# ---- Years and longer ----


def year(found: Found, anchor: Anchor) -> Reading | None:
    """das Jahr 1989."""
    return anchor.explicit(found.value("year"))


_FIRST_LIKELY, _LAST_LIKELY = 1800, 2100


def bare_year(found: Found, anchor: Anchor) -> Reading | None:
    """2013 alone; None where the number more likely counts something."""
    words = lexicon.number_context()
    number, before, after = found.whole("year"), found.before(), found.after()
    cue = before.text.lower() if before else ""
    if number > _LAST_LIKELY or cue in words.before_amount or _counts_something(found):
        return None
    if number < _FIRST_LIKELY and cue not in words.before_old_year:
        return None
    capitalised = after and after.text[:1].isupper() and after.sense.kind == "other" and after.start > found.end
    if capitalised and number % 100 == 0 and cue not in words.before_year:
        return None
    return anchor.explicit(found.value("year"))


def _counts_something(found: Found) -> bool:
    """2000 Meter, 2000 bis 3000 Grad."""
    following = [token for token in (found.after(steps) for steps in (1, 2, 3)) if token]
    if len(following) > 2 and following[0].text in {"bis", "-", "–"} and following[1].sense.kind in {"number", "year"}:
        following = following[2:]
    return bool(following) and _is_measure(following[0])


def _is_measure(token: Token) -> bool:
    return token.text.lower() in lexicon.number_context().measures or token.sense.kind in {"unit", "units"}


def pair_of_years(found: Found, anchor: Anchor) -> Reading | None:
    """2012/13."""
    first, _, second = found.value("years").partition("/")
    second = first[: 4 - len(second)] + second
    if int(second) - int(first) != 1:
        return None
    if found.kind("of") == "season_of_play":
        return Reading(UNKNOWN_DAY, edtf.parse(f"{first}/{second}"), "explicit")  # KRAUTS gives these no value
    return anchor.explicit(f"{first}/{second}")


def decade(found: Found, anchor: Anchor) -> Reading | None:
    """1990er, 90er Jahre, Siebzigerjahre."""
    token = found.token("decade")
    if token is None:
        return None
    if token.sense.kind != "decade":
        return anchor.explicit(f"19{token.sense.value}")
    digits, _, rest = token.text.partition("er")
    if len(digits) == 4:
        return anchor.explicit(digits[:3])
    if not rest and found.match.end("decade") == found.stop:
        return None  # a 90er is a bus or a size, the 90er Jahre are a decade
    return anchor.explicit(f"19{digits[0]}")


def century(found: Found, anchor: Anchor) -> Reading | None:
    """15. Jahrhundert is 14: the years 14xx."""
    number = found.whole("nth")
    return anchor.explicit(f"{number - 1:02}") if 1 <= number <= 30 else None


def part_of_year(found: Found, anchor: Anchor) -> Reading | None:
    """drittes Quartal 2013, zweites Halbjahr."""
    nth, unit = found.whole("nth"), found.value("unit")
    if not 1 <= nth <= {"Q": 4, "H": 2}[unit]:
        return None
    if found.has("year"):
        return anchor.explicit(f"{found.value('year')}-{unit}{nth}")
    tense = found.tense()

    def value(day: date) -> str:
        length = {"Q": 3, "H": 6}[unit]
        begins, ends = length * (nth - 1) + 1, length * nth
        year = day.year - (tense < 0 and begins > day.month) + (tense > 0 and ends < day.month)
        return f"{year:04}-{unit}{nth}"

    return anchor.written(value) or Reading(f"XXXX-{unit}{nth}")


def season(found: Found, anchor: Anchor) -> Reading | None:
    """Sommer 2012; without a year, in the one that fits."""
    name, token = found.value("season"), found.token("season")
    if found.has("year"):
        return anchor.explicit(f"{found.value('year')[:4]}-{name}")
    if token is None or (token.text.isupper() and len(token.text) > 1):
        return None
    if nearby := _year_nearby(found, anchor):
        return anchor.in_context(f"{nearby}-{name}")
    tense = found.tense()
    return anchor.written(lambda day: _fitting_season(day, name, tense)) or Reading(f"XXXX-{name}")


def this_season(found: Found, anchor: Anchor) -> Reading | None:
    """dieser Sommer: the one now, or nearest."""
    name = found.value("season")
    return anchor.written(lambda day: _fitting_season(day, name, 0)) or Reading(f"XXXX-{name}")


def relative_season(found: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Sommer: the last that is over; kommenden Sommer: the next that has not begun."""
    name, which = found.value("season"), found.whole("which")

    def value(day: date) -> str:
        if which == 0:
            return _fitting_season(day, name, 0)
        begin = edtf.SEASONS[name][0]
        over = interval_of(f"{day.year:04}-{name}")
        if which < 0:
            year = day.year if over and over.last < day else day.year - 1
            return f"{year + which + 1:04}-{name}"
        return f"{day.year + (begin <= day.month) + which - 1:04}-{name}"

    return anchor.written(value) or Reading(f"XXXX-{name}")


def _fitting_season(today: date, name: str, tense: int) -> str:
    current, now = days.season_of(today)
    if now == name:
        return f"{current:04}-{name}"
    begin = date(today.year, edtf.SEASONS[name][0], 1)
    if tense < 0:
        return f"{today.year - (begin > today):04}-{name}"
    if tense > 0:
        return f"{today.year + (begin < today):04}-{name}"
    return min(
        (f"{today.year + step:04}-{name}" for step in (0, -1, 1)),
        key=lambda value: abs((edtf.parse(value).first + timedelta(days=45) - today).days),
    )


# ---- Counted from the day of writing ----

_STILL = frozenset(["noch", "auch", "bis", "seit", "von", "nach", "ab", "schon", "immer", "erst", "gerade"])


def shifted_day(found: Found, anchor: Anchor) -> Reading | None:
    """gestern, heute, morgen; heute in a general sense is PRESENT_REF."""
    shift = found.whole("shift")
    if shift == 0 and _is_general_today(found):
        return Reading("PRESENT_REF")
    return _on_day(anchor, shift) or Reading(UNKNOWN_DAY)


def _is_general_today(found: Found) -> bool:
    before, after = found.before(), found.after()
    cue = before.text.lower() if before else ""
    following = after.text.lower() if after else ""
    if cue in {"bis", "von", "ab", "seit"} or following in {"noch", "als", "wie"}:
        return True
    return cue in {"noch", "auch"} and found.tense() == 0


def part_of_shifted_day(found: Found, anchor: Anchor) -> Reading | None:
    """gestern Abend."""
    return _with_time(_on_day(anchor, found.whole("shift")) or Reading(UNKNOWN_DAY), found.value("part"))


def today(_found: Found, anchor: Anchor) -> Reading | None:
    """der heutige Mittwoch."""
    return _on_day(anchor, 0) or Reading(UNKNOWN_DAY)


def shifted_year(found: Found, anchor: Anchor) -> Reading | None:
    """heuer, Vorjahr: from the day of writing; with a year just named, from that."""
    shift = found.whole("shift")
    named = anchor.last("year")
    if shift and named and found.kind("shift") == "this_year" and _same_sentence(found, named.end):
        return anchor.in_context(days.shifted(named.interval.first, shift, "Y"))
    return anchor.written(lambda day: days.shifted(day, shift, "Y")) or Reading("XXXX")


def year_earlier(_found: Found, anchor: Anchor) -> Reading | None:
    """gleicher Zeitraum des Vorjahres: the time named last, a year before."""
    named = anchor.last()
    if named is None or not named.value[:4].isdigit() or "/" in named.value:
        return Reading("XXXX")
    value = f"{int(named.value[:4]) - 1:04}{named.value[4:]}"
    return anchor.in_context(value) if interval_of(value) else Reading("XXXX")


def relative_unit(found: Found, anchor: Anchor) -> Reading | None:
    """letzte Woche, kommendes Wochenende, laufendes Jahr."""
    unit, which = found.value("unit"), found.whole("which")
    if unit in {"TH", "TM", "TS", "ML"}:
        return Reading(_duration(1, unit), type="DURATION")
    if unit == "D" and which != 0:
        return _on_day(anchor, which) or Reading(UNKNOWN_DAY)
    if unit == "WE" and which > 0:
        return anchor.written(lambda day: days.shifted(day, which - (day.isoweekday() < 6), unit)) or Reading(
            _unknown(unit)
        )
    return anchor.written(lambda day: days.shifted(day, which, unit)) or Reading(_unknown(unit))


def this_unit(found: Found, anchor: Anchor) -> Reading | None:
    """diese Woche, dieses Jahr."""
    unit = found.value("unit")
    return anchor.written(lambda day: days.shifted(day, 0, unit)) or Reading(_unknown(unit))


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


def edge_of_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Anfang des Jahres, Ende vergangener Woche."""
    unit, kind = found.value("unit"), found.kind("which")
    shift = found.whole("which")
    named = anchor.last()
    if kind == "anaphoric" and named:
        return anchor.in_context(days.shifted(named.interval.first, shift, unit))
    return anchor.written(lambda day: days.shifted(day, shift, unit)) or Reading(_unknown(unit))


def edge_word(found: Found, anchor: Anchor) -> Reading | None:
    """Jahresende, Monatsbeginn."""
    unit = found.value("edge").split()[0]
    if found.has("year"):
        return anchor.explicit(found.value("year"))
    return anchor.written(lambda day: days.shifted(day, 0, unit)) or Reading(_unknown(unit))


def _on_day(anchor: Anchor, shift: int) -> Reading | None:
    return anchor.written(lambda day: days.shifted(day, shift, "D"))


def _unknown(unit: str) -> str:
    return {"D": UNKNOWN_DAY, "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "DE": "XXX", "CE": "XX"}.get(
        unit, "XXXX"
    )


def of_the_year(found: Found, anchor: Anchor) -> Reading | None:
    """im Laufe des Jahres: this year; Sportler des Jahres: no year told."""
    if not found.tokens[found.stop - 1].text.endswith("s"):
        return None
    before = found.before()
    if before is None or before.text.lower() not in {
        "laufe",
        "verlauf",
        "verlaufe",
        "rest",
        "hälfte",
        "beginn",
        "monate",
    }:
        return Reading(UNKNOWN_DAY)
    return this_unit(found, anchor)


# ---- Weekdays ----


def weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Montag: the last one where the clause tells of the past or doesn't tell, else the next; today counts as both."""
    return _weekday(anchor, found.whole("day"), found.tense())


def relative_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Samstag, kommenden Sonntag, diesen Montag."""
    number, which = found.whole("day"), found.whole("which")
    if which == 0:
        return _weekday(anchor, number, found.tense())

    def value(day: date) -> str:
        ahead = (number - day.isoweekday()) % 7
        step = ahead or 7 if which > 0 else ahead - 7
        return (day + timedelta(days=step)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


def weekday_of_week(found: Found, anchor: Anchor) -> Reading | None:
    """Dienstag vergangener Woche."""
    number, which = found.whole("day"), found.whole("which")

    def value(day: date) -> str:
        return (day + timedelta(days=number - day.isoweekday() + 7 * which)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


def weekday_part(found: Found, anchor: Anchor) -> Reading | None:
    """Donnerstagabend."""
    number, part = found.value("day").split()
    return _with_time(_weekday_which(found, anchor, int(number)), part)


def part_of_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Montag früh."""
    return _with_time(_weekday_which(found, anchor, found.whole("day")), found.value("part"))


def weekend(found: Found, anchor: Anchor) -> Reading | None:
    """Wochenende: the last one where the clause tells of the past, else the next; at a weekend, this one."""
    tense = found.tense()

    def value(day: date) -> str | None:
        at_weekend = day.isoweekday() >= 6
        return days.shifted(day, 0 if at_weekend or tense >= 0 else -1, "WE")

    return anchor.written(value) or Reading("XXXX-WXX-WE")


def _weekday_which(found: Found, anchor: Anchor, number: int) -> Reading:
    which = found.whole("which")
    return _weekday(anchor, number, which or found.tense(), strictly=which != 0)


def _weekday(anchor: Anchor, number: int, tense: int, *, strictly: bool = False) -> Reading:
    def value(day: date) -> str:
        ahead = (number - day.isoweekday()) % 7
        if ahead == 0 and not strictly:
            return day.isoformat()
        step = (ahead or 7) if tense > 0 else ahead - 7
        return (day + timedelta(days=step)).isoformat()

    return anchor.written(value) or Reading(f"XXXX-WXX-{number}")


# ---- Times of day ----


def clock_time(found: Found, anchor: Anchor) -> Reading | None:
    """20.30 Uhr, 3 Uhr morgens, 17 Uhr 30; on the day named last, else on the day of writing."""
    hour, _, minute = found.value("time").replace(":", ".").partition(".")
    minute = minute[:2] or "00"
    if found.has("minute"):
        minute = found.value("minute")
    if not (hour.isdigit() and minute.isdigit() and len(hour) <= 2 and len(minute) <= 2):
        number = found.number("time")
        if number is None or not minute.isdigit():
            return None
        hour = str(int(number))
    hours, minutes = int(hour), int(minute)
    if hours > 24 or minutes > 59:
        return None
    if found.value("part") in {"AF", "EV"} and hours < 12:
        hours += 12
    return _with_time(_day_spoken_of(found, anchor), f"{hours:02}:{minutes:02}")


def clock_time_alone(found: Found, anchor: Anchor) -> Reading | None:
    """um 12.15, unless a measure follows: um 12.15 Prozent."""
    after = found.after()
    if after and _is_measure(after):
        return None
    return clock_time(found, anchor)


def part_of_day(found: Found, anchor: Anchor) -> Reading | None:
    """am Nachmittag, in der vergangenen Nacht."""
    part = found.value("part")
    if found.kind("which") == "relative":
        shift = found.whole("which")
        return _with_time(_on_day(anchor, shift) or Reading(UNKNOWN_DAY), part)
    return _with_time(_day_spoken_of(found, anchor), part)


def night_before_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Nacht zum Sonntag: the night that begins on Saturday."""
    return _night_before(_weekday(anchor, found.whole("day"), found.tense()))


def _night_before(reading: Reading | None) -> Reading | None:
    if reading is None:
        return None
    if reading.interval is None or reading.interval.first != reading.interval.last:
        return _with_time(Reading(UNKNOWN_DAY, reading.interval, reading.anchor), "NI")
    eve = reading.interval.first - timedelta(days=1)
    return _with_time(Reading(eve.isoformat(), Interval(eve, reading.interval.last), reading.anchor), "NI")


def night_before_day(found: Found, anchor: Anchor) -> Reading | None:
    """Nacht auf den 28. Juli: the night that begins on the 27th."""
    return _night_before(day_of_month(found, anchor))


def part_of_day_of_month(found: Found, anchor: Anchor) -> Reading | None:
    """Nacht des 14. April."""
    reading = day_of_month(found, anchor)
    return _with_time(reading, found.value("part")) if reading else None


_TIME_REACH = 60  # tokens from the naming of a day to a clock time that still belongs to it


def _day_spoken_of(found: Found, anchor: Anchor) -> Reading:
    named = anchor.last("day")
    reach = found.tokens[max(0, found.first - _TIME_REACH)].start
    if named and named.end >= reach:
        return Reading(named.value, named.interval, "context")
    return (_on_day(anchor, 0) if found.tense() else None) or Reading("")


def _with_time(reading: Reading, time: str) -> Reading:
    return Reading(f"{reading.value}T{time}", reading.interval, reading.anchor)


# ---- Durations ----


def duration(found: Found, anchor: Anchor) -> Reading | None:
    """vier Jahre, gut 200 Stunden; after `vor`, `in` and `seit` its days are known too."""
    number, unit = found.number("n"), found.value("unit")
    if number is None:
        return None
    value = _duration(number, unit)
    before = found.before()
    cue = before.text.lower() if before else ""
    if cue == _BACK:
        reading = anchor.written(lambda day: days.shifted(day, -int(number), unit))
    elif cue == _AHEAD and found.kind("n") != "a":
        reading = anchor.written(lambda day: days.shifted(day, int(number), unit))
    elif cue == "seit" and anchor.published:
        reading = anchor.written(lambda day: days.shifted(day, -int(number), unit))
        if reading and reading.interval:
            reading = Reading(value, Interval(reading.interval.first, anchor.published.last), reading.anchor)
    else:
        return Reading(value)
    return Reading(value, reading.interval, reading.anchor) if reading and reading.interval else Reading(value)


def duration_with_adjective(found: Found, anchor: Anchor) -> Reading | None:
    """360 ehrenamtliche Stunden, fünf lange Jahre."""
    adjective = found.token("adjective")
    if adjective is None or not adjective.text.islower() or not adjective.text.endswith(("e", "en", "er")):
        return None
    return duration(found, anchor)


def half_unit(found: Found, _anchor: Anchor) -> Reading | None:
    """ein halbes Jahr."""
    half = {"Y": "P6M", "TH": "PT30M", "TM": "PT30S", "DE": "P5Y", "CE": "P50Y", "D": "PT12H"}
    return Reading(half.get(found.value("unit"), _duration(0.5, found.value("unit"))))


def uncounted(found: Found, _anchor: Anchor) -> Reading | None:
    """einige Wochen."""
    return Reading(_duration("X", found.value("unit")))


def one_unit(found: Found, _anchor: Anchor) -> Reading | None:
    """der ganze Tag, pro Stunde."""
    return Reading(_duration(1, found.value("unit")))


_LASTING_UNITS = {"jähr": "Y", "monat": "M", "wöch": "W", "täg": "D", "stünd": "TH", "minüt": "TM", "sekünd": "TS"}


def lasting(found: Found, _anchor: Anchor) -> Reading | None:
    """10-jährig, einwöchig; None for a person's age."""
    text = found.tokens[found.first].text.lower()
    stem = next(stem for stem in _LASTING_UNITS if stem + "ig" in text)
    count = text[: text.rindex(stem + "ig")].rstrip("-").replace(",", ".")
    sense = lexicon.senses().get(count)
    number = float(sense.value) if sense and sense.kind != "a" else 1.0 if sense else float(count)
    if stem == "jähr" and _is_age(found, number):
        return None
    return Reading(_duration(number, _LASTING_UNITS[stem]))


def _is_age(found: Found, number: float) -> bool:
    """A 24-jähriger Bozner has an age, a 10-jährige Vereinbarung a duration: told from the noun within three words."""
    if number <= 2:
        return False
    for steps in range(1, 4):
        token = found.after(steps)
        if token is None or token.sense.kind in {"dot", "break"}:
            break
        if token.text[:1].isupper():
            return not any(_ends_with(token.text.lower(), ending) for ending in lexicon.number_context().lasting)
    return True


def _ends_with(noun: str, ending: str) -> bool:
    """Whether the noun, or the noun less an ending of case or number, ends so."""
    return noun.endswith(tuple(ending + inflection for inflection in ("", "e", "en", "n", "s", "es")))


def _duration(number: float | str, unit: str) -> str:
    count = number if isinstance(number, str) else f"{number:g}" if number < 1e6 else f"{int(number)}"
    if unit.startswith("T"):
        return f"PT{count}{unit[1]}"
    if unit == "H":
        return "PX" + "M" if count == "X" else f"P{6 * float(count):g}M"
    return f"P{count}{unit}"


# ---- Told from what stands before ----


def later(found: Found, anchor: Anchor) -> Reading | None:
    """drei Tage später, zwei Jahre zuvor."""
    number, unit = found.number("n"), found.value("unit")
    if number is None:
        return None
    if unit.startswith("T"):
        return Reading("XXXX-XX-XXTXX:XX", type="TIME")
    return _from_named(found, anchor, int(number) * found.whole("way"))


def next_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Tag darauf, Jahr zuvor."""
    unit = found.value("unit")
    if unit.startswith("T"):
        return Reading("XXXX-XX-XXTXX:XX", type="TIME")
    return _from_named(found, anchor, found.whole("way"))


def next_day(found: Found, anchor: Anchor) -> Reading | None:
    """tags darauf."""
    return _from_named(found, anchor, found.whole("way"), "D")


def vaguely_later(found: Found, _anchor: Anchor) -> Reading | None:
    """einige Tage später."""
    return Reading("FUTURE_REF" if found.whole("way") > 0 else "PAST_REF")


def neighbour(found: Found, anchor: Anchor) -> Reading | None:
    """Vortag, Vorwoche: of the date named last, else of the day of writing."""
    shift = found.value("shift")
    unit = shift[-1]
    amount = int(shift[:-1])
    if unit == "D" and anchor.last("day"):
        return _from_named(found, anchor, amount, unit)
    return anchor.written(lambda day: days.shifted(day, amount, unit)) or Reading(_unknown(unit))


def anaphoric_unit(found: Found, anchor: Anchor) -> Reading | None:
    """im selben Jahr, am folgenden Tag."""
    unit = found.value("unit")
    if unit.startswith("T"):
        return None
    return _from_named(found, anchor, found.whole("which"), unit)


def that_unit(found: Found, anchor: Anchor) -> Reading | None:
    """an diesem Tag, in jenem Jahr."""
    return _from_named(found, anchor, 0, found.value("unit"))


def nth_day(found: Found, anchor: Anchor) -> Reading | None:
    """Am ersten Tag: of the range of days named last."""
    nth = found.whole("nth")
    begin = _begin_of_range(found, anchor)
    if begin is None:
        return Reading(UNKNOWN_DAY)
    return anchor.in_context(days.shifted(begin.interval.first, nth - 1, "D"))


def _begin_of_range(found: Found, anchor: Anchor) -> Named | None:
    """The first day of the last two days that the text joins by `bis` or a dash."""
    named = [n for n in anchor.named[-20:] if edtf.precision(n.value) == "day"]
    for one, other in reversed(list(pairwise(named))):
        index = bisect_left(found.tokens, one.end, key=lambda token: token.start)
        if one.interval.first < other.interval.first and found.tokens[index].text in {"bis", "–", "-"}:
            return one
    return None


def _from_named(found: Found, anchor: Anchor, amount: int, unit: str | None = None) -> Reading:
    """So many units from the date named last that is at least as fine as the unit."""
    unit = unit or found.value("unit")
    finer: dict[str, tuple[Precision, ...]] = {
        "D": ("day",),
        "W": ("day", "week"),
        "WE": ("day", "week"),
        "M": ("day", "month"),
    }
    named = anchor.last(*finer.get(unit, ()))
    if named is None:
        return Reading(_unknown(unit))
    return anchor.in_context(days.shifted(named.interval.first, amount, unit)) or Reading(_unknown(unit))


# ---- Sets, and values that stand in the vocabulary ----


def every_unit(found: Found, _anchor: Anchor) -> Reading | None:
    """jeden Tag, jedes zweite Jahr."""
    return Reading(_duration(max(found.whole("nth", 1), 1), found.value("unit")))


def every_weekday(found: Found, _anchor: Anchor) -> Reading | None:
    """jeden Montag, montags."""
    part = f"T{found.value('part')}" if found.has("part") else ""
    return Reading(f"XXXX-WXX-{found.value('day')}{part}")


def every_weekday_part(found: Found, _anchor: Anchor) -> Reading | None:
    """jeder Montagabend."""
    number, part = found.value("day").split()
    return Reading(f"XXXX-WXX-{number}T{part}")


def every_name(found: Found, _anchor: Anchor) -> Reading | None:
    """jeden Sommer, jeden Abend, abends."""
    kind, value = found.kind("name"), found.value("name")
    if kind == "month":
        return Reading(f"XXXX-{int(value):02}")
    return Reading(f"XXXX-{value}" if kind == "season" else f"{UNKNOWN_DAY}T{value}")


def soon(found: Found, anchor: Anchor) -> Reading | None:
    """bald, unless it is `so bald` or `schon bald` in a story."""
    before = found.before()
    if before and before.text.lower() in {"so", "schon", "wie"}:
        return None
    return own_value(found, anchor)


def own_value(found: Found, _anchor: Anchor) -> Reading | None:
    """The value that `words.toml` gives the word."""
    return Reading(found.value("word"))


def fixed(found: Found, _anchor: Anchor) -> Reading | None:
    """The value that the rule itself gives."""
    return Reading(found.rule.value)


MEANINGS: dict[str, Meaning] = {
    meaning.__name__: meaning
    for meaning in (
        written_day, day_of_month_in_figures, day_of_month, holiday, month, relative_month, month_of_relative_year,
        year, bare_year, pair_of_years, decade, century, part_of_year, season, this_season, relative_season,
        shifted_day, part_of_shifted_day, today, shifted_year, relative_unit, this_unit, relative_window, edge_of_unit,
        edge_word, weekday, relative_weekday, weekday_of_week, weekday_part, part_of_weekday, weekend, clock_time,
        clock_time_alone, part_of_day, night_before_weekday, part_of_day_of_month, duration, half_unit, uncounted,
        one_unit, lasting, later, next_unit, next_day, vaguely_later, neighbour, anaphoric_unit, that_unit, nth_day,
        every_unit, every_weekday, every_weekday_part, every_name, soon, own_value, fixed, year_earlier,
        duration_with_adjective, of_the_year, night_before_day,
    )
}  # fmt: skip
"""The meanings that rules may name."""
