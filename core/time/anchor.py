"""What relative expressions are counted from: the day of writing, and the dates that the running text has named."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from core.model import Interval, Precision, TimexType
from core.time import edtf

_WIDEST = 800
"""Days, a little over two years: a wider interval is no date."""


class Reading(NamedTuple):
    """What an expression means: its TIMEX3 value, its days where it has any, and what these rest on.

    `anchor` is "explicit" (the expression names the date), "published" or "inferred" (counted from the day of writing,
    known or inferred), "context" (from a date in the text before) or "". `type` is set where it isn't the rule's.
    """

    value: str
    interval: Interval | None = None
    anchor: str = ""
    type: TimexType | None = None


class Named(NamedTuple):
    """A date that the text has named: where it ends, and what it is."""

    end: int
    value: str
    interval: Interval


def interval_of(value: str) -> Interval | None:
    """The days of a TIMEX3 value; None for durations, sets, references and values with unknown parts."""
    calendar = value.partition("T")[0]
    try:
        return edtf.parse(calendar)
    except ValueError:
        return None


@dataclass
class Anchor:
    """The day of writing, as an interval of possible days, and the dates named so far.

    `narrative`: the text tells of times long past, so that dates without a year go by those before them.
    `programme`: the day that the last clock time which opens an item was of, if any.
    """

    published: Interval | None
    label: str
    narrative: bool = False
    named: list[Named] = field(default_factory=list)
    text: str = ""
    programme: list[Named] = field(default_factory=list)

    def explicit(self, value: str) -> Reading:
        """A value that the expression itself names."""
        return Reading(value, interval_of(value), "explicit")

    def written(self, value_on: Callable[[date], str | None]) -> Reading | None:
        """A value counted from the day of writing; as vague as the possible days of writing make it.

        Where the first and the last possible day give the same value, that is it; otherwise what they share is kept,
        and the interval spans both, unless that is so wide that it tells nothing. None where nothing is known of the
        day of writing.
        """
        if self.published is None:
            return None
        try:
            early, late = value_on(self.published.first), value_on(self.published.last)
        except (OverflowError, ValueError):  # off the calendar, before the year 1 or after 9999
            return None
        if early is None or late is None or not (_has_calendar_year(early) and _has_calendar_year(late)):
            return None
        if early == late:
            return Reading(early, interval_of(early), self.label)
        first, last = interval_of(early), interval_of(late)
        hull = Interval(first.first, last.last) if first and last and first.first <= last.last else None
        useful = hull is not None and (hull.last - hull.first).days <= _WIDEST
        return Reading(_shared(early, late), hull if useful else None, self.label)

    def in_context(self, value: str | None) -> Reading | None:
        """A value counted from a date in the text before."""
        return Reading(value, interval_of(value), "context") if value and _has_calendar_year(value) else None

    def last(self, *precisions: Precision) -> Named | None:
        """The date named last; with precisions, the last of one of these."""
        for named in reversed(self.named[-20:]):
            if not precisions or edtf.precision(named.value) in precisions:
                return named
        return None

    def note(self, end: int, reading: Reading) -> None:
        """Remember a date for the text that follows."""
        calendar = reading.value.partition("T")[0]
        if reading.interval is not None and interval_of(calendar) == reading.interval:
            self.named.append(Named(end, calendar, reading.interval))


def _has_calendar_year(value: str) -> bool:
    """Whether the year is from 1 to 9999, as the calendar's are."""
    return value[:4] != "0000" and not value[4:5].isdigit()


def _shared(early: str, late: str) -> str:
    """What two values of the same form share; digits of the rest become X."""
    parts, same = [], True
    for one, other in zip(early.split("-"), late.split("-"), strict=False):
        same = same and one == other
        parts.append(one if same else "".join("X" if char.isdigit() else char for char in one))
    return "-".join(parts)
