"""From tables to what a selection shows: pure functions on frames, no Streamlit.

`Filters` say what is asked of a corpus; `select` answers.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.asking.counting import Count, of_times
from dashboard.asking.frames import BOUNDED, DATED, UNDATED


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


@dataclass(frozen=True, eq=False)
class Shown:
    """The events that pass the filters: those with a date inside the window, and those without a date, bounded or not.

    A bounded event is inside the window where its bounds are. The window cannot tell about an event of which nothing is
    known. `placed` is what charts draw; `events`, which counts build on, has besides it the other undated ones unless
    the window is narrowed. Each frame is made when it is asked for: many pages want no more than `counts`. All are
    ordered by date, with the undated last.

    Attributes:
        whole: the events of the corpus.
        known: what is known of the time of each, see `frames.times`.
        kept: whether each passes.
        narrowed: whether there is a window.
        bounds: see `Filters`.
    """

    whole: pd.DataFrame
    known: np.ndarray
    kept: np.ndarray
    narrowed: bool
    bounds: str = "apart"

    @cached_property
    def counts(self) -> Count:
        """How many events pass, by what is known of their time."""
        return of_times(self.known[self.kept])

    @cached_property
    def dated(self) -> pd.DataFrame:
        """The events that have a date."""
        return self.those(self.known == DATED)

    @cached_property
    def undated(self) -> pd.DataFrame:
        """The other events, bounded or not."""
        return self.those(self.known != DATED)

    @cached_property
    def bounded(self) -> pd.DataFrame:
        """The undated events of which it is known that they were not before a day, or not after one."""
        return self.those(self.known == BOUNDED)

    @cached_property
    def unknown(self) -> pd.DataFrame:
        """The undated events of which nothing is known."""
        return self.those(self.known == UNDATED)

    @cached_property
    def events(self) -> pd.DataFrame:
        """All events that count under this selection."""
        return self.placed if self.narrowed else self.those(self.counting)

    @cached_property
    def placed(self) -> pd.DataFrame:
        """The events that have a place in time: the dated and, if these are asked for, the bounded ones."""
        return self.those(self._standing) if self.bounds == "placed" else self.dated

    @cached_property
    def counting(self) -> np.ndarray:
        """Whether each event of the corpus is one of `events`."""
        return self.kept & self._standing if self.narrowed else self.kept

    @property
    def total(self) -> int:
        """How many `events` there are."""
        return int(np.count_nonzero(self.counting))

    @property
    def _standing(self) -> np.ndarray:
        standing: np.ndarray = self.known != UNDATED if self.bounds == "placed" else self.known == DATED
        return standing

    @property
    def left_out(self) -> int:
        """How many undated events a narrowed window leaves out of `events`."""
        return self.counts.total - self.total

    def those(self, which: np.ndarray) -> pd.DataFrame:
        """The events that pass, as far as they are among these of the corpus."""
        places = np.flatnonzero(self.kept & which)
        return self.whole.take(places[np.argsort(self.known[places] != DATED, kind="stable")])


def select(corpus: Corpus, filters: Filters) -> Shown:
    """The events of the corpus that pass the filters.

    Actors, types, statuses and sources each pass an event that has any of the named ones, an actor one that it takes
    part in; what a search passes, see `core.search.query`. A window passes an event whose interval of possible days
    touches it, or whose bounds do: of a bound with an open side, the one day that is known counts.
    """
    events, claims = corpus.events, corpus.claims
    keep = np.ones(len(events), dtype=bool)
    if corpus.gone:
        keep &= ~corpus.among(pd.Index(list(corpus.gone)))
    if filters.types:
        keep &= events["type"].isin(filters.types).to_numpy()
    if filters.statuses:
        keep &= events["status"].isin(filters.statuses).to_numpy()
    if filters.bases:
        keep &= events["date_basis"].isin(filters.bases).to_numpy()
    if filters.actors:
        with_any = np.zeros(len(events), dtype=bool)
        for actor in filters.actors:
            with_any[corpus.parts.positions_of(actor)] = True
        keep &= with_any
    if filters.sources:
        told = claims.rows.loc[claims.rows["doc_id"].isin(filters.sources), "event_id"]
        keep &= corpus.among(pd.Index(told.unique()))
    if filters.confidence:
        keep &= events["confidence"].to_numpy() >= filters.confidence / 100
    if (asked := corpus.finder.asked(filters.search)) is not None:
        keep &= corpus.finder.told(asked)
    if filters.first is not None:
        keep &= ~(events["placed_end"] < pd.Timestamp(filters.first)).to_numpy()
    if filters.last is not None:
        keep &= ~(events["placed_start"] > pd.Timestamp(filters.last)).to_numpy()
    narrowed = filters.first is not None or filters.last is not None
    return Shown(events, corpus.days.known, keep, narrowed, filters.bounds)


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
