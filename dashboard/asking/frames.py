"""Tables as pandas frames, and what every question to them does with events and days."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from core.openset import OpenSet


def frame(tables: OpenSet, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """A table, or some of its columns, with days as datetime64[s] and texts as objects.

    To take a few rows of pandas' own text columns costs milliseconds, of objects microseconds.
    """
    table = tables.read(name, columns)
    read: pd.DataFrame = table.to_pandas(date_as_object=False)
    kinds = {pa.date32(): "datetime64[s]", pa.string(): "object"}
    return dense(read.astype({column.name: kinds[column.type] for column in table.schema if column.type in kinds}))


def dense(some: pd.DataFrame) -> pd.DataFrame:
    """The same frame with columns of a kind side by side in memory: its rows are taken out three times as fast."""
    return some.copy()


def bounds_apart(dates: pd.DataFrame) -> pd.DataFrame:
    """A table with the days of rows that have no date, but bounds, moved from the columns of dates into others."""
    dated = dates["date_precision"].notna()
    columns = {"date_start": "bound_start", "date_end": "bound_end"}
    return dates.assign(
        **{bound: dates[day].where(~dated) for day, bound in columns.items()},
        **{day: dates[day].where(dated) for day in columns},
    )


def placed(events: pd.DataFrame) -> pd.DataFrame:
    """Events with the days where they stand: their date's, else their bounds', a single bound's for an open side."""
    start, end = events["bound_start"], events["bound_end"]
    return dense(
        events.assign(
            placed_start=events["date_start"].fillna(start.fillna(end)),
            placed_end=events["date_end"].fillna(end.fillna(start)),
        )
    )


DATED, BOUNDED, UNDATED = range(3)
"""What is known of an event's time: its date; a day that it was not before, or not after; nothing."""


def times(events: pd.DataFrame) -> np.ndarray:
    """Which of `DATED`, `BOUNDED`, `UNDATED` each of some events is; see `placed`."""
    placed = events["placed_start"].notna().to_numpy()
    return np.where(events["date_start"].notna().to_numpy(), DATED, np.where(placed, BOUNDED, UNDATED))


def same_days(some: pd.DataFrame, others: pd.DataFrame) -> bool:
    """Whether the same events in the same order stand at the same days; see `placed`."""
    days = ["date_start", "date_end", "placed_start", "placed_end"]
    return some[days].equals(others[days])


def among(whole: pd.Index, some: pd.Index) -> np.ndarray:
    """Whether each of the whole's ids, by place, is one of some of them."""
    here = np.zeros(len(whole), dtype=bool)
    places = whole.get_indexer(some)
    here[places[places >= 0]] = True
    return here


def these(events: pd.DataFrame, ids: pd.Index) -> pd.DataFrame:
    """Those of some events that have one of these ids, in their order."""
    places = events.index.get_indexer(ids)
    return events.take(np.sort(places[places >= 0]))


class Pairs(NamedTuple):
    """Which of some things, by their place among `ids`, has to do with which event, by its place in the corpus."""

    which: np.ndarray
    event: np.ndarray
    ids: pd.Index


def pairs(things: "pd.Series[str]", ids: pd.Index, events: "pd.Series[str]", every: pd.Index) -> Pairs:
    """The rows of two columns as pairs of places among the ids and among `every` event's; others' rows are left out."""
    which, event = ids.get_indexer(pd.Index(things)), every.get_indexer(pd.Index(events))
    kept = (which >= 0) & (event >= 0)
    return Pairs(which[kept], event[kept], ids)


class OfEvents(ABC):
    """The rows of a table that each belong to an event of a corpus."""

    def __init__(self, events: pd.Index) -> None:
        """`events` are the ids of the corpus' events."""
        self._events = events

    @property
    @abstractmethod
    def rows(self) -> pd.DataFrame:
        """The rows; their column `event_id` says which event they belong to."""

    def of(self, event_id: str) -> pd.DataFrame:
        """The rows of one event."""
        return self.rows.iloc[self.by_event[event_id]]

    def among(self, events: pd.Index) -> pd.DataFrame:
        """The rows of these events."""
        kept = pd.Series(among(self._events, events)[self.event_positions], index=self.rows.index)
        return self.rows[kept]

    @cached_property
    def event_positions(self) -> np.ndarray:
        """The place of each row's event among the events."""
        return self._events.get_indexer(pd.Index(self.rows["event_id"]))

    @cached_property
    def by_event(self) -> "Rows":
        """The positions of each event's rows."""
        return Rows(self.rows["event_id"])


class Rows:
    """The rows of a column, as their positions, by its values."""

    def __init__(self, column: "pd.Series[str]") -> None:
        codes, values = pd.factorize(column)
        self._rows = np.argsort(codes, kind="stable")
        self._begins = np.searchsorted(codes[self._rows], np.arange(len(values) + 1))
        self._places = {value: place for place, value in enumerate(values.tolist())}

    def __getitem__(self, value: str) -> np.ndarray:
        place = self._places.get(value)
        return self._rows[:0] if place is None else self._rows[self._begins[place] : self._begins[place + 1]]
