"""When a claim's event was: its own clause, else the clause it goes on with, else a neighbour's; never the quotation.

A duration (`seit über einem Jahr`) dates nothing, nor does a set (`jährlich`), nor a vague `kürzlich`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from core.claims.scene import Scene
from core.model import DateBasis, Interval, Precision, Timex
from core.time import edtf


class Dated(NamedTuple):
    """A date as the tables hold it: EDTF, closed interval, precision and basis."""

    value: str
    interval: Interval
    precision: Precision
    basis: DateBasis


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int) -> Dated | None:
    """The date given among some tokens of a sentence; of several the one nearest to the trigger, before it or after."""
    found = [
        (abs(i - trigger), timex)
        for i in tokens
        for timex in scene.times.get(i, ())
        if timex.type in {"DATE", "TIME"} and timex.interval is not None
    ]
    return _dated(min(found, key=lambda pair: pair[0])[1]) if found else None


def _dated(timex: Timex) -> Dated:
    assert timex.interval is not None  # noqa: S101 - checked by the caller; narrows the type
    value = _as_written(timex.value, timex.interval) or edtf.format(timex.interval)
    return Dated(value, timex.interval, edtf.precision(value), "text")


def _as_written(value: str, interval: Interval) -> str | None:
    """The value itself where it says just what the interval says (`2022-SU`), None where it says more (`…T10:00`)."""
    try:
        return value if edtf.parse(value) == interval else None
    except ValueError:
        return None
