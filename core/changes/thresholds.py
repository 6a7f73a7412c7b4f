"""How many builds are remembered: `vocabulary/history.toml`."""

from functools import cache

from core.vocabulary import Entry, load


class Kept(Entry):
    """Of how many builds, and of how many days, what they remember is kept."""

    last: int
    days: int


class _Thresholds(Entry):
    kept: Kept


@cache
def thresholds() -> Kept:
    """The figures of the vocabulary."""
    return load("history.toml", _Thresholds).kept
