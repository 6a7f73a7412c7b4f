"""What a sentence tells of when an event was."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from core.model import Bounds, ClaimDate

Cycle = Literal["week", "year"]
"""After what time the words of a date come again: a weekday after a week, a day of a month after a year."""


@dataclass(frozen=True)
class Told:
    """What a sentence tells of when an event was: a date, or what bounds it, or neither.

    `due`: the date is that of a plan (`für Dienstag`); `cycle`: when the words of the date come again; `onset`: the
    date from which on it is (`ab dem 12. April`), which is its date where it does not last.
    """

    date: ClaimDate | None = None
    bounds: Bounds | None = None
    due: bool = False
    cycle: Cycle | None = None
    onset: ClaimDate | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing is told."""
        return self.date is None and self.bounds is None


NOTHING = Told()

ONE_DAY = timedelta(days=1)
