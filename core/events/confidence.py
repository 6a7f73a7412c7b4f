"""How sure an event is by the claims that tell of it."""

from collections import defaultdict
from collections.abc import Iterable
from math import prod

CERTAIN = 0.99
"""No number of reports makes a happening more so."""


def joint(claims: Iterable[tuple[str, float]]) -> float:
    """One minus the chance that the surest claim of each source is wrong, which are independent of each other.

    Args:
        claims: the source of each claim, and how sure that is; the copies of one text are one source.
    """
    best: dict[str, float] = defaultdict(float)
    for source, confidence in claims:
        best[source] = max(best[source], confidence)
    return round(min(CERTAIN, 1 - prod(1 - value for value in best.values())), 2)
