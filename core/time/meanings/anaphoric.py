"""Times counted from those that the text has named before."""

from bisect import bisect_left
from itertools import pairwise

from core.model import Precision
from core.time import days, edtf
from core.time.anchor import Anchor, Named, Reading
from core.time.found import Found
from core.time.meanings.common import UNKNOWN_DAY, meaning, unknown_value


@meaning
def later(phrase: Found, anchor: Anchor) -> Reading | None:
    """drei Tage später, zwei Jahre zuvor."""
    number, unit = phrase.number("n"), phrase.value("unit")
    if number is None:
        return None
    if unit.startswith("T"):
        return Reading("XXXX-XX-XXTXX:XX", type="TIME")
    return _from_named(phrase, anchor, int(number) * phrase.whole("way"))


@meaning
def next_unit(phrase: Found, anchor: Anchor) -> Reading | None:
    """Tag darauf, Jahr zuvor."""
    unit = phrase.value("unit")
    if unit.startswith("T"):
        return Reading("XXXX-XX-XXTXX:XX", type="TIME")
    return _from_named(phrase, anchor, phrase.whole("way"))


@meaning
def next_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """tags darauf."""
    return _from_named(phrase, anchor, phrase.whole("way"), "D")


@meaning
def vaguely_later(phrase: Found, _anchor: Anchor) -> Reading | None:
    """einige Tage später."""
    return Reading("FUTURE_REF" if phrase.whole("way") > 0 else "PAST_REF")


@meaning
def neighbour(phrase: Found, anchor: Anchor) -> Reading | None:
    """Vortag, Vorwoche: of the date named last, else of the day of writing."""
    shift = phrase.value("shift")
    unit = shift[-1]
    amount = int(shift[:-1])
    if unit == "D" and anchor.last("day"):
        return _from_named(phrase, anchor, amount, unit)
    return anchor.written(lambda day: days.shifted(day, amount, unit)) or Reading(unknown_value(unit))


@meaning
def anaphoric_unit(phrase: Found, anchor: Anchor) -> Reading | None:
    """im selben Jahr, am folgenden Tag."""
    unit = phrase.value("unit")
    if unit.startswith("T"):
        return None
    return _from_named(phrase, anchor, phrase.whole("which"), unit)


@meaning
def that_unit(phrase: Found, anchor: Anchor) -> Reading | None:
    """an diesem Tag, in jenem Jahr."""
    return _from_named(phrase, anchor, 0, phrase.value("unit"))


@meaning
def nth_day(phrase: Found, anchor: Anchor) -> Reading | None:
    """Am ersten Tag: of the range of days named last."""
    nth = phrase.whole("nth")
    begin = _begin_of_range(phrase, anchor)
    if begin is None:
        return Reading(UNKNOWN_DAY)
    return anchor.in_context(days.shifted(begin.interval.first, nth - 1, "D"))


def _begin_of_range(phrase: Found, anchor: Anchor) -> Named | None:
    """The first day of the last two days that the text joins by `bis` or a dash."""
    named = [n for n in anchor.named[-20:] if edtf.precision(n.value) == "day"]
    for one, other in reversed(list(pairwise(named))):
        index = bisect_left(phrase.tokens, one.end, key=lambda token: token.start)
        if one.interval.first < other.interval.first and phrase.tokens[index].text in {"bis", "–", "-"}:
            return one
    return None


def _from_named(phrase: Found, anchor: Anchor, amount: int, unit: str | None = None) -> Reading:
    """So many units from the date named last that is at least as fine as the unit."""
    unit = unit or phrase.value("unit")
    finer: dict[str, tuple[Precision, ...]] = {
        "D": ("day",),
        "W": ("day", "week"),
        "WE": ("day", "week"),
        "M": ("day", "month"),
    }
    named = anchor.last(*finer.get(unit, ()))
    if named is None:
        return Reading(unknown_value(unit))
    return anchor.in_context(days.shifted(named.interval.first, amount, unit)) or Reading(unknown_value(unit))
