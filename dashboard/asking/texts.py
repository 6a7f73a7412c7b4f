"""What stands in the texts of a corpus: their characters, the kinds of their parts, the names that they use."""

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import NamedTuple

import pandas as pd
import pyarrow.compute as pc

from core.openset import OpenSet


class Named(NamedTuple):
    """Where an actor is named."""

    doc_id: str
    start: int
    end: int


class Texts:
    """The texts of a corpus, each read when it is asked for."""

    def __init__(self, tables: OpenSet) -> None:
        self._tables = tables
        self.of = lru_cache(maxsize=64)(self._of)
        """The text of a document."""

    def _of(self, doc_id: str) -> str:
        return str(self._tables.of("texts", [doc_id], ["text"])["text"][0])

    @cached_property
    def lengths(self) -> "pd.Series[int]":
        """How many characters of all texts are in segments of each kind."""
        lengths: defaultdict[str, int] = defaultdict(int)
        for part in self._tables.parts("segments", ("start", "end", "kind")):
            segments = part.to_pandas()
            for kind, n in (segments["end"] - segments["start"]).groupby(segments["kind"]).sum().items():
                lengths[str(kind)] += int(n)
        return pd.Series(lengths, dtype="int64")

    def mentioning(self, actor_id: str) -> list[str]:
        """The documents that mention an actor."""
        every = self._tables.read("mentions", ("doc_id", "actor_id"))
        return every.filter(pc.equal(every["actor_id"], actor_id))["doc_id"].unique().to_pylist()  # type: ignore[no-any-return]

    def named(self, actor_id: str, most: int) -> list[Named]:
        """Where an actor is named, in other documents first; where it is named nowhere, where it is meant."""
        every = self._tables.read("mentions", (*Named._fields, "actor_id", "kind"))
        rows = every.filter(pc.equal(every["actor_id"], actor_id)).to_pandas()
        names = rows[rows["kind"] == "name"]
        some = rows if names.empty else names
        nth = some.groupby("doc_id").cumcount().sort_values(kind="stable")
        return [Named(*row) for row in some.loc[nth.index[:most], list(Named._fields)].to_numpy().tolist()]

    def wordings(self, actor_id: str) -> list[tuple[str, int]]:
        """How the texts call an actor, with the number of times, most often first."""
        counted = self._wordings
        first, last = (counted["actor_id"].searchsorted(actor_id, side) for side in ("left", "right"))
        own = counted.iloc[first:last]
        return list(zip(own["text"].tolist(), own["count_all"].tolist(), strict=True))

    @cached_property
    def _wordings(self) -> pd.DataFrame:
        named = self._tables.read("mentions", ("actor_id", "text")).group_by(["actor_id", "text"])
        counted: pd.DataFrame = named.aggregate([([], "count_all")]).to_pandas()
        return counted.sort_values(["actor_id", "count_all", "text"], ascending=[True, False, True])


LETTERS = 100
"""No more letters than this of a quote stand in a table: as many as there is room for."""

CONTEXT = 160
"""How many characters of the source stand before and after a quote."""


def around(text: str, start: int, end: int, room: int = CONTEXT) -> tuple[str, str]:
    """The words before and after a stretch in its paragraph, as many whole ones as there is room for."""
    before = text[max(0, start - room) : start]
    before = (before if start <= room else before.partition(" ")[2]).rpartition("\n")[2]
    after = text[end : end + room]
    after = (after if end + room >= len(text) else after.rpartition(" ")[0]).partition("\n")[0]
    return before, after


def begin(quote: str, letters: int = LETTERS) -> str:
    """As many words of a quote as there is room for."""
    room = quote[:letters]
    return quote if len(quote) <= letters else f"{room.rpartition(' ')[0] or room[:-2]} …"
