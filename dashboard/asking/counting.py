"""How many events and sources something rests on: every page, card and file that tells a number asks here.

An actor has the events that it takes part in. Those that it only speaks about are counted and listed apart from them.

How many events a relation rests on is told by `relations`, which also names them.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.asking import frames
from dashboard.asking.corpus import Corpus
from dashboard.words.i18n import _, ngettext, number


class Count(NamedTuple):
    """How many events have a date, how many are only bounded by a day, and of how many no time is known.

    In the order of `frames.times`.
    """

    dated: int
    bounded: int
    undated: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def apart(self) -> str:
        """Each kind that there is, in words."""
        said = (
            _("{n} dated").format(n=number(self.dated)),
            _("{n} bounded").format(n=number(self.bounded)),
            _("{n} undated").format(n=number(self.undated)),
        )
        return ", ".join(words for words, n in zip(said, self, strict=True) if n)

    @property
    def told(self) -> str:
        """The whole and its kinds, in words."""
        whole = ngettext("{n} event", "{n} events", self.total)
        return f"{whole} ({self.apart})" if self.total else whole


def events(frame: pd.DataFrame) -> Count:
    """The events of a frame, counted by what is known of their time."""
    return of_times(frames.times(frame))


def of_times(known: np.ndarray) -> Count:
    """How many of some events are of each of `frames.times`."""
    return Count(*np.bincount(known, minlength=len(Count._fields)).tolist())


def each(counts: pd.DataFrame) -> list[Count]:
    """The rows of a frame that has a column for each field of `Count`."""
    return list(map(Count._make, counts[list(Count._fields)].to_numpy().tolist()))


def taking_part(corpus: Corpus, actor: str, events: pd.DataFrame) -> pd.DataFrame:
    """Those of the events that an actor takes part in."""
    return frames.these(events, corpus.parts.events_with(actor))


def speaking(corpus: Corpus, actor: str, events: pd.DataFrame) -> pd.DataFrame:
    """Those of the events that an actor speaks about without taking part in them."""
    return frames.these(events, corpus.parts.spoken_of_by(actor))


def actors(corpus: Corpus, events: pd.Index) -> pd.DataFrame:
    """The actors of these events, who takes part in most first; who only speaks comes last, with 0 events.

    Returns:
        How many `events` each takes part in, and how many of these are dated, bounded, undated, by the actor's id.
    """
    here = corpus.among(events)
    every, taking = corpus.parts.named, corpus.parts.taking
    named = np.zeros(len(every.ids), dtype=bool)
    named[every.which[here[every.event]]] = True
    counts = pd.DataFrame(_by_time(corpus, taking, here)[named], every.ids[named], Count._fields)
    counts.insert(0, "events", counts.sum(axis=1))
    return counts.sort_values("events", ascending=False, kind="stable")


def documents(corpus: Corpus, events: pd.Index) -> pd.DataFrame:
    """Of each document of the corpus how many of these events it tells of: dated, bounded, undated, by its id."""
    told = corpus.claims.telling
    counts = pd.DataFrame(_by_time(corpus, told, corpus.among(events)), told.ids, Count._fields)
    return counts.reindex(corpus.documents.index, fill_value=0)


def _by_time(corpus: Corpus, pairs: frames.Pairs, here: np.ndarray) -> np.ndarray:
    """How many of the events that are here each of the things has, by what is known of their time: a row each."""
    kinds = len(Count._fields)
    kept = here[pairs.event]
    which = pairs.which[kept] * kinds + corpus.days.known[pairs.event[kept]]
    return np.bincount(which, minlength=len(pairs.ids) * kinds).reshape(-1, kinds)


def sources(corpus: Corpus, events: pd.Index) -> int:
    """How many sources tell of these events; copies of one text are one."""
    return len(corpus.claims.sources_among(events))
