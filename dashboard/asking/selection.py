"""From tables to what a selection shows: pure functions on frames, no Streamlit.

`Filters` say what is asked of a corpus; `select` answers.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from dashboard.asking.corpus import Corpus


@dataclass(frozen=True)
class Filters:
    """What is asked for; an empty field asks for everything. `confidence` is a percentage.

    `bounds` says whether events that only have bounds count in a window and stand on charts ("placed") or are listed
    alone ("apart").
    """

    first: date | None = None
    last: date | None = None
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search: str = ""
    confidence: int = 0
    bounds: str = "apart"


@dataclass(frozen=True)
class Shown:
    """The events that pass the filters: those with a date inside the window, and those without a date, bounded or not.

    A bounded event is inside the window where its bounds are. The window cannot tell about an event of which nothing is
    known. `placed` is what charts draw; `events`, which counts build on, has besides it the other undated ones unless
    the window is narrowed.
    """

    dated: pd.DataFrame
    undated: pd.DataFrame
    narrowed: bool
    bounds: str = "apart"

    @cached_property
    def bounded(self) -> pd.DataFrame:
        """The undated events of which it is known that they were not before a day, or not after one."""
        return self.undated[self.undated[["bound_start", "bound_end"]].notna().any(axis=1)]

    @cached_property
    def unknown(self) -> pd.DataFrame:
        """The undated events of which nothing is known."""
        return self.undated[self.undated[["bound_start", "bound_end"]].isna().all(axis=1)]

    @cached_property
    def events(self) -> pd.DataFrame:
        """All events that count under this selection, by date, the undated last."""
        return self.placed if self.narrowed else pd.concat([self.dated, self.undated])

    @cached_property
    def placed(self) -> pd.DataFrame:
        """The events that have a place in time: the dated and, if these are asked for, the bounded ones."""
        return pd.concat([self.dated, self.bounded]) if self.bounds == "placed" else self.dated

    @property
    def left_out(self) -> int:
        """How many undated events a narrowed window leaves out of `events`."""
        return len(self.dated) + len(self.undated) - len(self.events)


def select(corpus: Corpus, filters: Filters) -> Shown:
    """The events of the corpus that pass the filters.

    Actors, types, statuses and sources each pass an event that has any of the named ones, an actor one that it takes
    part in; what a search passes, see `core.search.query`. A window passes an event whose interval of possible days
    touches it, or whose bounds do: of a bound with an open side, the one day that is known counts.
    """
    events, parts, claims = corpus.events, corpus.parts.taking_part, corpus.claims
    keep = pd.Series(True, index=events.index)
    if corpus.gone:
        keep &= ~events.index.isin(list(corpus.gone))
    if filters.types:
        keep &= events["type"].isin(filters.types)
    if filters.statuses:
        keep &= events["status"].isin(filters.statuses)
    if filters.bases:
        keep &= events["date_basis"].isin(filters.bases)
    if filters.actors:
        keep &= events.index.isin(parts.loc[parts["actor_id"].isin(filters.actors), "event_id"])
    if filters.sources:
        keep &= events.index.isin(claims.rows.loc[claims.rows["doc_id"].isin(filters.sources), "event_id"])
    if filters.confidence:
        keep &= events["confidence"] >= filters.confidence / 100
    if (asked := corpus.finder.asked(filters.search)) is not None:
        keep &= corpus.finder.told(asked)
    if filters.first is not None:
        keep &= ~(events["placed_end"] < pd.Timestamp(filters.first))
    if filters.last is not None:
        keep &= ~(events["placed_start"] > pd.Timestamp(filters.last))
    dated = events["date_start"].notna()
    narrowed = filters.first is not None or filters.last is not None
    return Shown(events[keep & dated], events[keep & ~dated], narrowed, filters.bounds)


def presets(corpus: Corpus, *, bounded: bool = False) -> dict[str, tuple[date, date]]:
    """Windows to choose from, by name: all of the corpus, where most of its events are, its last years, year, half.

    "most" is there where nine tenths of the events lie in less than two thirds of the span; the others where the
    corpus reaches further back than they do. With `bounded`, events that only have bounds have a say.
    """
    whole, dense = (corpus.days.stretch(bounded=bounded, whole=whole) for whole in (True, False))
    if whole is None or dense is None:
        return {}
    first, last = whole
    windows = {"all": whole}
    if dense != whole:
        windows["most"] = dense
    for name, days in _PRESET_DAYS.items():
        begin = last - timedelta(days=days - 1)
        if begin > first:
            windows[name] = (begin, last)
    return windows


_PRESET_DAYS = {"five": 5 * 365 + 2, "year": 366, "half": 183}
