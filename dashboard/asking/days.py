"""From which day to which the events of a corpus are, and where most of them are."""

import math
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.asking.frames import times


class Days:
    """The days on which events stand, the dated ones alone or the bounded ones among them; see `frames.placed`."""

    def __init__(self, events: pd.DataFrame) -> None:
        self._events = events

    @cached_property
    def known(self) -> np.ndarray:
        """What is known of each event's time, by the event's place in the corpus; see `frames.times`."""
        return times(self._events)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last possible day of any event; None where no event has a date."""
        return self._spans[False]

    @property
    def dense(self) -> tuple[date, date] | None:
        """The shortest window that holds nine tenths of the dated events; None where that is most of the span."""
        return self._dense[False]

    def stretch(self, *, bounded: bool, whole: bool) -> tuple[date, date] | None:
        """The days from the first to the last of all events, those that only have bounds among them if asked for.

        Unless the whole is asked for, it is the densest part where there is one (see `dense`). None where there are no
        such events.
        """
        return self._spans[bounded] if whole else self._dense[bounded] or self._spans[bounded]

    @cached_property
    def has_bounds(self) -> bool:
        """Whether there are events without a date that have bounds."""
        return len(self._standing[True]) > len(self._standing[False])

    @cached_property
    def _spans(self) -> dict[bool, tuple[date, date] | None]:
        """The span of the dated events, and of these with the bounded ones."""
        return {bounded: _span(events) for bounded, events in self._standing.items()}

    @cached_property
    def _dense(self) -> dict[bool, tuple[date, date] | None]:
        return {bounded: _dense(events) for bounded, events in self._standing.items()}

    @cached_property
    def _standing(self) -> dict[bool, pd.DataFrame]:
        """The dated events (False), and these with the bounded ones (True)."""
        return {False: self._events.dropna(subset=["date_start"]), True: self._events.dropna(subset=["placed_start"])}


def _span(placed: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day of events that have a place in time."""
    return None if placed.empty else (placed["placed_start"].min().date(), placed["placed_end"].max().date())


def _dense(placed: pd.DataFrame) -> tuple[date, date] | None:
    """The shortest window that holds nine tenths of the events; None where that is most of their span."""
    if placed.empty:
        return None
    begin, end = _densest(placed, 0.9)
    length = placed["placed_end"].max() - placed["placed_start"].min()
    return (begin, end) if (end - begin) < length.to_pytimedelta() * 2 / 3 else None


def _densest(placed: pd.DataFrame, share: float) -> tuple[date, date]:
    """The shortest window that holds this share of the events whole, ordered by their begin."""
    ordered = placed.sort_values("placed_start")
    size = max(1, math.ceil(share * len(ordered)))
    starts = ordered["placed_start"].to_numpy()[: len(ordered) - size + 1]
    days = ordered["placed_end"].astype("int64").rolling(size).max().to_numpy()[size - 1 :].astype("datetime64[s]")
    best = int((days - starts).argmin())
    return pd.Timestamp(starts[best]).date(), pd.Timestamp(days[best]).date()
