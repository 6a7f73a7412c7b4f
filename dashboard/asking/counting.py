"""How many events and sources something rests on: every page, card and file that tells a number asks here.

An actor has the events that it takes part in. Those that it only speaks about are counted and listed apart from them.

How many events a relation rests on is told by `relations`, which also names them.
"""

from typing import NamedTuple

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.words.i18n import _, ngettext, number


class Count(NamedTuple):
    """How many events have a date, how many are only bounded by a day, and of how many no time is known."""

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


def known(frame: pd.DataFrame) -> pd.DataFrame:
    """Of each event of a frame, which of the three it is: a column of yes or no for each field of `Count`."""
    dated = frame["date_start"].notna()
    bounded = ~dated & frame[["bound_start", "bound_end"]].notna().any(axis=1)
    return pd.DataFrame({"dated": dated, "bounded": bounded, "undated": ~dated & ~bounded})


def events(frame: pd.DataFrame) -> Count:
    """The events of a frame, counted by what is known of their time."""
    return Count(*(int(column.sum()) for _name, column in known(frame).items()))


def each(counts: pd.DataFrame) -> list[Count]:
    """The rows of a frame that has a column for each field of `Count`."""
    return list(map(Count._make, counts[list(Count._fields)].to_numpy().tolist()))


def taking_part(corpus: Corpus, actor: str, events: pd.DataFrame) -> pd.DataFrame:
    """Those of the events that an actor takes part in."""
    return events[events.index.isin(corpus.parts.events_with(actor))]


def speaking(corpus: Corpus, actor: str, events: pd.DataFrame) -> pd.DataFrame:
    """Those of the events that an actor speaks about without taking part in them."""
    return events[events.index.isin(corpus.parts.spoken_of_by(actor))]


def actors(corpus: Corpus, events: pd.DataFrame) -> pd.DataFrame:
    """The actors of these events, who takes part in most first; who only speaks comes last, with 0 events.

    Returns:
        How many `events` each takes part in, and how many of these are dated, bounded, undated, by the actor's id.
    """
    acting = corpus.parts.taking_part
    acting = acting[acting["event_id"].isin(events.index)]
    named = corpus.parts.among(events.index)["actor_id"].unique()
    each = known(events).loc[acting["event_id"]].groupby(acting["actor_id"].to_numpy()).sum()
    counts = each.reindex(sorted(named), fill_value=0).astype(int)
    counts.insert(0, "events", counts.sum(axis=1))
    return counts.sort_values("events", ascending=False, kind="stable")


def documents(corpus: Corpus, events: pd.DataFrame) -> pd.DataFrame:
    """Of each document of the corpus how many of these events it tells of: dated, bounded, undated, by its id."""
    told = corpus.claims.told_in
    told = told[told["event_id"].isin(events.index)]
    each = known(events).loc[told["event_id"]].groupby(told["doc_id"].to_numpy()).sum()
    return each.reindex(corpus.documents.index, fill_value=0).astype(int)


def sources(corpus: Corpus, events: pd.Index) -> int:
    """How many sources tell of these events; copies of one text are one."""
    return len(corpus.claims.sources_among(events))
