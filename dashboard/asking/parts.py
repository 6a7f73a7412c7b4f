"""Which actor has a part in which event: the table of participants, prepared for asking."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from core.openset import OpenSet
from dashboard.asking.frames import Rows, among, frame


class Meetings(NamedTuple):
    """Two actors meeting in an event, once for each such event.

    `event` is the event's place in the corpus, `pair` the pair's place in `ends`; `ends` holds the actors a and b,
    with a < b, in that order, indexed by the `id` of their relation.
    """

    event: np.ndarray
    pair: np.ndarray
    ends: pd.DataFrame


class Parts:
    """The parts that the actors of a corpus have in its events, each role in an event once."""

    def __init__(self, tables: OpenSet, events: pd.Index) -> None:
        """Read the parts in these events."""
        self._events = events
        self.rows = frame(tables, "participants", ("event_id", "actor_id", "role")).drop_duplicates(ignore_index=True)
        self._actors = self.rows["actor_id"].tolist()

    def of(self, event_id: str) -> pd.DataFrame:
        """The actors of one event with their roles."""
        return self.rows.iloc[self._by_event[event_id]]

    def actors_of(self, event_id: str) -> list[str]:
        """The actors of one event; who has several roles in it comes as often."""
        return [self._actors[at] for at in self._by_event[event_id]]

    def among(self, events: pd.Index) -> pd.DataFrame:
        """The parts that actors have in these events."""
        kept = pd.Series(among(self._events, events)[self.event_places], index=self.rows.index)
        return self.rows[kept]

    def events_with(self, *actors: str) -> pd.Index:
        """The ids of the events in which every one of these actors has a part."""
        with_each = [set(self.rows.loc[self.rows["actor_id"] == actor, "event_id"]) for actor in actors]
        return self._events[self._events.isin(set.intersection(*with_each))]

    @cached_property
    def event_places(self) -> np.ndarray:
        """The place of each part's event among the events."""
        return self._events.get_indexer(pd.Index(self.rows["event_id"]))

    @cached_property
    def _by_event(self) -> Rows:
        return Rows(self.rows["event_id"])

    @cached_property
    def meetings(self) -> Meetings:
        """Every two actors of one event. Who only speaks about the event is left out."""
        acting = self.rows["role"] != "speaker"
        ids = np.sort(self.rows["actor_id"].unique().astype(object))
        actors = pd.Index(ids).get_indexer(pd.Index(self.rows["actor_id"][acting], dtype=object))
        met = pd.DataFrame({"event": self.event_places[acting], "actor": actors}).drop_duplicates()
        both = met.merge(met, on="event", suffixes=("_a", "_b"))
        both = both[both["actor_a"] < both["actor_b"]]
        pairs, pair = np.unique(both["actor_a"] * len(ids) + both["actor_b"], return_inverse=True)
        ends = pd.DataFrame({"a": ids[pairs // len(ids)], "b": ids[pairs % len(ids)]}, dtype=object)
        ends.index = pd.Index([f"{a}~{b}" for a, b in zip(ends["a"], ends["b"], strict=True)], dtype=object, name="id")
        return Meetings(both["event"].to_numpy(), pair, ends)
