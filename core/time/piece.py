"""A piece of evidence of the day of writing: the days that it allows, how much it counts, and where it stands."""

from enum import IntEnum
from typing import NamedTuple

from core.model import Reason
from core.time.day_sets import DaySet


class Rank(IntEnum):
    """What evidence rests on, from that which counts most to that which counts least."""

    STATED, PAST, ERA, OFFICE, YEAR, AHEAD, WEEK, NEAR = range(8)


class Evidence(NamedTuple):
    """One piece: how much it counts (0 the most), the days it allows, why, and where it stands."""

    rank: Rank
    allowed: DaySet
    reason: Reason
    span: tuple[int, int]

    @property
    def bounds(self) -> bool:
        """Whether it allows one stretch of days alone, so that it can tell the year."""
        return len(self.allowed) == 1
