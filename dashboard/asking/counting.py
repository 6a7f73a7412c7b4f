"""How many events and sources something rests on: every page, card and file that tells a number asks here.

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


def sources(corpus: Corpus, events: pd.Index) -> int:
    """How many sources tell of these events; copies of one text are one."""
    return len(corpus.claims.sources_among(events))
