"""Whose word a stretch of a text is: the sayings that it is part of."""

from bisect import bisect_right
from collections.abc import Sequence

from core.model import Saying


def teller(sayings: Sequence[Saying], at: int) -> str | None:
    """Whose word the character at an offset is part of: of one saying within another the inner one's, if it is known.

    Args:
        sayings: the sayings of a document, sorted by their begin.
        at: the offset.
    """
    return next((saying.actor_id for saying in sayings_at(sayings, at) if saying.actor_id is not None), None)


def sayings_at(sayings: Sequence[Saying], at: int) -> list[Saying]:
    """The sayings that the character at an offset is part of, the innermost first; arguments as of `teller`."""
    begun = bisect_right(sayings, at, key=lambda saying: saying.start)
    around = [saying for saying in sayings[max(0, begun - _NESTED) : begun] if at < saying.end]
    return sorted(around, key=lambda saying: saying.end - saying.start)


_NESTED = 8  # sayings that may begin before one ends; a bound, so that long texts cost no more a word
