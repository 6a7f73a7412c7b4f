"""Time expressions that stand on no calendar, in words: what a source leaves open is told, and no code of TIMEX3."""

import re

from babel.units import format_unit

from core.model import TimexType
from dashboard.words.i18n import _, locale

_SPAN = re.compile(r"PT?(?P<count>\d+|X)(?P<unit>[A-Z]+)")

_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "DE": "decade",
    "CE": "century",
    "H": "hour",
    "S": "second",
}
"""CLDR's names of TIMEX3's units; an `M` behind `PT` is a minute."""


def unplaced(kind: TimexType, value: str) -> str:
    """What an expression says that no days could be found for.

    Args:
        kind: its type.
        value: its TIMEX3 value, such as `PXY` or `PRESENT_REF`.
    """
    match kind, value:
        case _, "PRESENT_REF":
            return _("now, without a date")
        case _, "PAST_REF":
            return _("earlier, without a date")
        case _, "FUTURE_REF":
            return _("later, without a date")
        case "SET", _:
            return _("again and again, without a date")
        case "DURATION", _:
            return _lasting(value)
        case _:
            return _("time without a day that can be told")


def _lasting(value: str) -> str:
    """A length of time in words: its number where it has one, else what it is counted in."""
    span = _SPAN.fullmatch(value)
    unit = span and ("minute" if value.startswith("PT") and span["unit"] == "M" else _UNITS.get(span["unit"]))
    if not span or not unit:
        return _("a length of time")
    if span["count"] == "X":
        return _("a length of time without a number")
    length = format_unit(int(span["count"]), f"duration-{unit}", locale=locale())
    return _("a length of time: {length}").format(length=length)
