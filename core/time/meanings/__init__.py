"""What each kind of expression means: one small function a kind, named by the rules of `rules.toml`."""

from core.time.meanings import (
    anaphoric,
    calendar_days,
    deictic,
    durations,
    months,
    sets,
    times_of_day,
    weekdays,
    years,
)
from core.time.meanings.common import MEANINGS, Meaning

__all__ = [
    "MEANINGS",
    "Meaning",
    "anaphoric",
    "calendar_days",
    "deictic",
    "durations",
    "months",
    "sets",
    "times_of_day",
    "weekdays",
    "years",
]
