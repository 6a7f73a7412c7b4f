"""Years, their parts, and what is longer."""

from datetime import date, timedelta

from core.time import context_words, days, edtf
from core.time.anchor import Anchor, Reading, interval_of
from core.time.found import Found
from core.time.meanings.common import UNKNOWN_DAY, is_measure, meaning, year_nearby


@meaning
def year(phrase: Found, anchor: Anchor) -> Reading | None:
    """das Jahr 1989."""
    return anchor.explicit(phrase.value("year"))


_FIRST_LIKELY, _LAST_LIKELY = 1800, 2100


@meaning
def bare_year(phrase: Found, anchor: Anchor) -> Reading | None:
    """2013 alone; None where the number more likely counts something."""
    words = context_words.number_context()
    number, before, after = phrase.whole("year"), phrase.before(), phrase.after()
    cue = before.text.lower() if before else ""
    if number > _LAST_LIKELY or cue in words.before_amount or _counts_something(phrase):
        return None
    if number < _FIRST_LIKELY and cue not in words.before_old_year:
        return None
    if after and after.start == phrase.end and after.text[0].islower():
        return None  # 2013er
    capitalised = after and after.text[:1].isupper() and after.sense.kind == "other" and after.start > phrase.end
    if capitalised and number % 100 == 0 and cue not in words.before_year:
        return None
    return anchor.explicit(phrase.value("year"))


def _counts_something(phrase: Found) -> bool:
    """2000 Meter, 2000 bis 3000 Grad."""
    following = [token for token in (phrase.after(steps) for steps in (1, 2, 3)) if token]
    if len(following) > 2 and following[0].text in {"bis", "-", "–"} and following[1].sense.kind in {"number", "year"}:
        following = following[2:]
    return bool(following) and is_measure(following[0])


@meaning
def pair_of_years(phrase: Found, anchor: Anchor) -> Reading | None:
    """2012/13."""
    first, _, second = phrase.value("years").partition("/")
    second = first[: 4 - len(second)] + second
    if int(second) - int(first) != 1:
        return None
    if phrase.kind("of") == "season_of_play":
        return Reading(UNKNOWN_DAY, edtf.parse(f"{first}/{second}"), "explicit")  # KRAUTS gives these no value
    return anchor.explicit(f"{first}/{second}")


@meaning
def decade(phrase: Found, anchor: Anchor) -> Reading | None:
    """1990er, 90er Jahre, Siebzigerjahre."""
    token = phrase.token("decade")
    if token is None:
        return None
    if token.sense.kind != "decade":
        return anchor.explicit(f"19{token.sense.value}")
    digits, _, rest = token.text.replace("-er", "er").partition("er")
    if len(digits) == 4:
        return anchor.explicit(digits[:3])
    if not rest and phrase.match.end("decade") == phrase.stop:
        return None  # a 90er is a bus or a size, the 90er Jahre are a decade
    return anchor.explicit(f"19{digits[0]}")


@meaning
def year_before_christ(phrase: Found, _anchor: Anchor) -> Reading | None:
    """44 v. Chr.: outside the calendar, so without days."""
    return Reading(f"BC{phrase.whole('year'):04}", None, "explicit")


@meaning
def year_after_christ(phrase: Found, anchor: Anchor) -> Reading | None:
    """14 n. Chr."""
    return anchor.explicit(f"{phrase.whole('year'):04}")


@meaning
def turn_of_years(phrase: Found, anchor: Anchor) -> Reading | None:
    """Jahreswechsel 2013/2014: its last and its first day."""
    first, _, second = phrase.value("years").partition("/")
    second = first[: 4 - len(second)] + second
    return anchor.explicit(f"{first}-12-31/{second}-01-01") if int(second) == int(first) + 1 else None


@meaning
def numbered_quarter(phrase: Found, anchor: Anchor) -> Reading | None:
    """Q3, Q1 2013."""
    return _part_of_year(phrase, anchor, phrase.whole("part"), "Q")


@meaning
def calendar_week(phrase: Found, anchor: Anchor) -> Reading | None:
    """23. Kalenderwoche, of this year where none is named."""
    number = phrase.whole("week")
    if not 1 <= number <= 53:
        return None
    if phrase.has("year"):
        return anchor.explicit(f"{phrase.value('year')}-W{number:02}")
    return anchor.written(lambda day: f"{day.year:04}-W{number:02}") or Reading(f"XXXX-W{number:02}")


@meaning
def century(phrase: Found, anchor: Anchor) -> Reading | None:
    """15. Jahrhundert is 14: the years 14xx."""
    number = phrase.whole("nth")
    return anchor.explicit(f"{number - 1:02}") if 1 <= number <= 30 else None


@meaning
def part_of_year(phrase: Found, anchor: Anchor) -> Reading | None:
    """drittes Quartal 2013, zweites Halbjahr."""
    return _part_of_year(phrase, anchor, phrase.whole("nth"), phrase.value("unit"))


def _part_of_year(phrase: Found, anchor: Anchor, nth: int, unit: str) -> Reading | None:
    if not 1 <= nth <= {"Q": 4, "H": 2}[unit]:
        return None
    if phrase.has("year"):
        return anchor.explicit(f"{phrase.value('year')}-{unit}{nth}")
    tense = phrase.tense()

    def value(day: date) -> str:
        length = {"Q": 3, "H": 6}[unit]
        begins, ends = length * (nth - 1) + 1, length * nth
        year = day.year - (tense < 0 and begins > day.month) + (tense > 0 and ends < day.month)
        return f"{year:04}-{unit}{nth}"

    return anchor.written(value) or Reading(f"XXXX-{unit}{nth}")


@meaning
def season(phrase: Found, anchor: Anchor) -> Reading | None:
    """Sommer 2012; without a year, in the one that fits."""
    name, token = phrase.value("season"), phrase.token("season")
    if phrase.has("year"):
        return anchor.explicit(f"{phrase.value('year')[:4]}-{name}")
    if token is None or (token.text.isupper() and len(token.text) > 1):
        return None
    if nearby := year_nearby(phrase, anchor, edtf.SEASONS[name][0]):
        return anchor.in_context(f"{nearby}-{name}")
    tense = phrase.tense()
    return anchor.written(lambda day: _fitting_season(day, name, tense)) or Reading(f"XXXX-{name}")


@meaning
def this_season(phrase: Found, anchor: Anchor) -> Reading | None:
    """dieser Sommer: the one now, or nearest."""
    name = phrase.value("season")
    return anchor.written(lambda day: _fitting_season(day, name, 0)) or Reading(f"XXXX-{name}")


@meaning
def relative_season(phrase: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Sommer: the last that is over; kommenden Sommer: the next that has not begun."""
    name, which = phrase.value("season"), phrase.whole("which")

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
