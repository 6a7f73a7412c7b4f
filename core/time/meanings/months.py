"""Months."""

from datetime import date

from core.time import days
from core.time.anchor import Anchor, Reading
from core.time.found import Found
from core.time.meanings.common import meaning, year_nearby
from core.time.tense import clause_tense
from core.time.tokens import Token


@meaning
def month(phrase: Found, anchor: Anchor) -> Reading | None:
    """Mai 2012; without a year, in the one that fits."""
    number, year = phrase.whole("month"), phrase.whole("year")
    token = phrase.token("month")
    if year:
        return anchor.explicit(f"{year:04}-{number:02}")
    if token is None or _is_name(phrase, token):
        return None
    if nearby := year_nearby(phrase, anchor, number):
        return anchor.in_context(f"{nearby}-{number:02}")
    tense = phrase.tense()
    told = _is_told(phrase)
    return anchor.written(lambda day: _fitting_month(day, number, tense, told)) or Reading(f"XXXX-{number:02}")


@meaning
def month_in_figures(phrase: Found, anchor: Anchor) -> Reading | None:
    """10/2013."""
    number = phrase.whole("month")
    return anchor.explicit(f"{phrase.value('year')}-{number:02}") if 1 <= number <= 12 else None


@meaning
def relative_month(phrase: Found, anchor: Anchor) -> Reading | None:
    """vergangenen Juli, kommenden Januar."""
    number, which = phrase.whole("month"), phrase.whole("which")

    def value(day: date) -> str:
        if which < 0:
            year = day.year - (number >= day.month) + (which + 1)
        elif which > 0:
            year = day.year + (number <= day.month) + (which - 1)
        else:
            year = day.year
        return f"{year:04}-{number:02}"

    return anchor.written(value) or Reading(f"XXXX-{number:02}")


@meaning
def named_part_of_year(phrase: Found, anchor: Anchor) -> Reading | None:
    """Mai vergangenen Jahres, März dieses Jahres, Herbst desselben Jahres."""
    name = phrase.value("name") if phrase.kind("name") == "season" else f"{phrase.whole('name'):02}"
    which = phrase.whole("which")
    if phrase.kind("which") == "anaphoric":
        named = anchor.last()
        return anchor.in_context(f"{named.interval.first.year + which:04}-{name}") if named else Reading(f"XXXX-{name}")
    return anchor.written(lambda day: f"{day.year + which:04}-{name}") or Reading(f"XXXX-{name}")


_SOON, _NEARER = 2, 6
"""Months: one so near ahead is meant even where the clause seems to tell of the past (`wurde für Oktober angesetzt`);
and how far ahead a month lies at most that is nearer than the one before."""


_PLANS = frozenset({"für", "auf", "ab", "bis", "zum", "per"})


def _is_told(phrase: Found) -> bool:
    """Whether the clause itself tells of the past, and the month stands behind no word of planning."""
    before = {token.text.lower() for steps in (1, 2) if (token := phrase.before(steps))}
    return not before & _PLANS and clause_tense(phrase.tokens, phrase.first, phrase.stop) < 0


def _fitting_month(today: date, number: int, tense: int, told: bool) -> str:
    shift = (number - today.month) % 12
    if (tense < 0 and shift > (0 if told else _SOON)) or (tense == 0 and shift > _NEARER):
        shift -= 12
    return days.month_shifted(today, shift)


def _is_name(phrase: Found, token: Token) -> bool:
    """MAI among words in small letters, `August Macke`: somebody's name."""
    following = phrase.after()
    capitals = token.text.isupper() and not any(t.text.isupper() for t in (phrase.before(), phrase.before(2)) if t)
    return capitals and (following is None or not following.text.isupper() or len(token.text) <= 3)
