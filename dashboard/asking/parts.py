"""Which actor has a part in which event: the table of participants, prepared for asking."""

from functools import cached_property, reduce
from typing import NamedTuple

import numpy as np
import pandas as pd

from core.openset import OpenSet
from dashboard.asking.frames import OfEvents, Pairs, Rows, frame, pairs


class Meetings(NamedTuple):
    """Two actors meeting in an event, once for each such event.

    `event` is the event's place in the corpus, `pair` the pair's place in `ends`; `ends` holds the actors a and b,
    with a < b, in that order, indexed by the `id` of their relation.
    """

    event: np.ndarray
    pair: np.ndarray
    ends: pd.DataFrame


class Parts(OfEvents):
    """The parts that the actors of a corpus have in its events, each role in an event once."""

    def __init__(self, rows: pd.DataFrame, events: pd.Index) -> None:
        """Take parts in these events: event, actor, role."""
        super().__init__(events)
        self._rows = rows
        self._actors = rows["actor_id"].tolist()

    @classmethod
    def read(cls, tables: OpenSet, events: pd.Index) -> "Parts":
        """Read the parts in these events."""
        every = frame(tables, "participants", ("event_id", "actor_id", "role"))
        return cls(every.drop_duplicates(ignore_index=True), events)

    @property
    def rows(self) -> pd.DataFrame:
        """The parts: event, actor, role."""
        return self._rows

    def actors_of(self, event_id: str) -> list[str]:
        """The actors of one event; who has several roles in it comes as often."""
        return [self._actors[at] for at in self.by_event[event_id]]

    def acting(self, event_id: str) -> list[str]:
        """The actors of one event, each once; who only speaks about it is left out."""
        rows = self.of(event_id)
        return list(dict.fromkeys(rows.loc[rows["role"] != "speaker", "actor_id"]))

    def positions_of(self, actor_id: str) -> np.ndarray:
        """The positions of the events, each once, in which an actor has a part other than as speaker."""
        rows = self._by_actor[actor_id]
        positions = np.unique(self.event_positions[rows[~self._speaking[rows]]])
        return positions[positions >= 0]

    @cached_property
    def _by_actor(self) -> Rows:
        return Rows(self.rows["actor_id"])

    @cached_property
    def _speaking(self) -> np.ndarray:
        """Whether each part is that of who only speaks about the event."""
        return (self.rows["role"] == "speaker").to_numpy()

    @cached_property
    def taking_part(self) -> pd.DataFrame:
        """Who takes part in which event, once for each. Who only speaks about an event takes no part in it."""
        rows = self.rows.loc[self.rows["role"] != "speaker", ["event_id", "actor_id"]]
        return rows.drop_duplicates(ignore_index=True)

    @cached_property
    def taking(self) -> Pairs:
        """`taking_part` by places: of the actors among all that are named, and of the events."""
        return pairs(self.taking_part["actor_id"], self._ids, self.taking_part["event_id"], self._events)

    @cached_property
    def named(self) -> Pairs:
        """Who has any part in which event, as who only speaks about it, by places like `taking`."""
        return pairs(self.rows["actor_id"], self._ids, self.rows["event_id"], self._events)

    @cached_property
    def _ids(self) -> pd.Index:
        ids: pd.Index = pd.Index(np.sort(self.rows["actor_id"].unique().astype(object)), dtype=object)
        return ids

    def events_with(self, *actors: str) -> pd.Index:
        """The ids of the events in which every one of these actors takes part."""
        return self._events[reduce(np.intersect1d, map(self.positions_of, actors))]

    def spoken_of_by(self, actor: str) -> pd.Index:
        """The ids of the events that an actor speaks about without taking part in them."""
        named = set(self.rows.loc[self.rows["actor_id"] == actor, "event_id"])
        return self._events[self._events.isin(named)].difference(self.events_with(actor), sort=False)

    @cached_property
    def meetings(self) -> Meetings:
        """Every two actors that take part in one event."""
        which, event, index = self.taking
        ids = index.to_numpy()
        met = pd.DataFrame({"event": event, "actor": which})
        both = met.merge(met, on="event", suffixes=("_a", "_b"))
        both = both[both["actor_a"] < both["actor_b"]]
        pairs, pair = np.unique(both["actor_a"] * len(ids) + both["actor_b"], return_inverse=True)
        ends = pd.DataFrame({"a": ids[pairs // len(ids)], "b": ids[pairs % len(ids)]}, dtype=object)
        ends.index = pd.Index([f"{a}~{b}" for a, b in zip(ends["a"], ends["b"], strict=True)], dtype=object, name="id")
        return Meetings(both["event"].to_numpy(), pair, ends)
