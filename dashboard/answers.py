"""What a set of tables answers, kept for all sessions: each answer depends on its function's arguments alone.

The caches are plain ones: Streamlit's take a millisecond for each question.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from core.changes import Journal, News, corrected, news
from core.changes.journal import HistoryError
from core.search.query import Query
from core.store import StoreError
from core.tables import TableError
from dashboard import sets
from dashboard.asking import documents, export, findings, reader, relations
from dashboard.asking import telling as asked_telling
from dashboard.asking.checking import Checks
from dashboard.asking.finding import FoundLines
from dashboard.asking.passages import untold_first
from dashboard.asking.selection import Filters, Shown, select
from dashboard.asking.telling import Matrix, Telling
from dashboard.charts import marks
from dashboard.decided import Decisions
from dashboard.sets import Set
from dashboard.words.i18n import speaking

if TYPE_CHECKING:
    from core.events.confidence import Contribution
    from dashboard.asking.alike import Pair
    from dashboard.charts import network


def warm_up() -> None:
    """Open the latest set before anybody asks for it; what is wrong with it, if anything, visitors are told."""
    with suppress(StoreError, TableError, HistoryError):
        if (tables := sets.latest()) is not None:
            sets.corpus(tables)
            new(tables, None)


@lru_cache(maxsize=16)
def selected(tables: Set, filters: Filters) -> Shown:
    """What filters leave of a set."""
    return select(sets.corpus(tables), filters)


class Searched(NamedTuple):
    """What a search finds besides events: texts, and for words that are found nowhere others that may be meant."""

    query: Query | None
    texts: Sequence[FoundLines]
    near: Mapping[str, Sequence[str]]


@lru_cache(maxsize=16)
def searched(tables: Set, text: str) -> Searched:
    """What a search finds besides events; see `asking.finding`."""
    corpus = sets.corpus(tables)
    query = corpus.finder.asked(text)
    texts = untold_first(corpus, corpus.finder.found_lines(query), query)
    return Searched(query, texts, corpus.finder.near(query))


@lru_cache(maxsize=4)
def by_telling(tables: Set, filters: Filters) -> list[str]:
    """The selected events, those that most sources tell of first; see `findings.by_telling`."""
    return findings.by_telling(selected(tables, filters).events).index.tolist()


@lru_cache(maxsize=1024)
def telling(tables: Set, event_id: str) -> Telling:
    """Who tells of an event, and who could and does not; see `telling.of`."""
    return asked_telling.of(sets.corpus(tables), event_id)


@lru_cache(maxsize=1024)
def contributions(tables: Set, event_id: str) -> "Mapping[str, Contribution]":
    """What each source adds to how sure an event is, by the source; see `core.events.confidence`."""
    corpus = sets.corpus(tables)
    every = corpus.claims.contributions((event_id,), corpus.decided.changes.vouched)
    return {one.source: one for one in every[event_id]}


@lru_cache(maxsize=16)
def matrix(tables: Set, events: tuple[str, ...]) -> Matrix:
    """Which sources tell of which of some events; see `telling.matrix`."""
    return asked_telling.matrix(sets.corpus(tables), {event_id: telling(tables, event_id) for event_id in events})


@lru_cache(maxsize=64)
def counted(tables: Set, filters: Filters, span: tuple[date, date]) -> pd.DataFrame | None:
    """How many of the selected events fall into each period of these days; see `marks.overview`."""
    placed = selected(tables, filters).placed
    inside = placed[marks.in_days(placed, span)]
    return None if inside.empty else marks.overview(inside, span)


@lru_cache(maxsize=16)
def briefed(tables: Set, filters: Filters) -> findings.Findings:
    """What a briefing would say first of the selected events; see `findings.of`."""
    return findings.of(sets.corpus(tables), selected(tables, filters))


@lru_cache(maxsize=16)
def new(tables: Set, since: str | None) -> News:
    """What is new in a set since an earlier one or a day; see `core.changes.news`.

    Raises:
        HistoryError: nothing is remembered of the set, or what is remembered is damaged.
    """
    return news(journal_folder(tables), tables.folder.name, since, sets.corpus(tables.tables).tables)


def journal_folder(tables: Set) -> Path:
    """The folder in which builds of a set's tables are remembered."""
    return tables.folder.parent.parent


@lru_cache(maxsize=16)
def by_people(tables: Set, since: str | None, decisions: Decisions) -> corrected.People:
    """What people have decided between the builds that `new` compares; see `core.changes.corrected.by_people`."""

    def event_of(claims: Collection[str]) -> Mapping[str, str]:
        if not claims:
            return {}  # the first page does without reading them
        rows = sets.corpus(tables).claims.rows
        mine = rows[rows["claim_id"].isin(claims)]
        return dict(zip(mine["claim_id"], mine["event_id"], strict=True))

    if not decisions.lines:
        return {}
    return corrected.by_people(new(tables, since), Journal(journal_folder(tables)).builds, decisions.lines, event_of)


@lru_cache(maxsize=16)
def exported(tables: Set, filters: Filters) -> Mapping[str, int]:
    """How many of the selected events each form of other programs has; see `export.kept`."""
    return export.kept(sets.corpus(tables), selected(tables, filters))


@lru_cache(maxsize=16)
def related(tables: Set, filters: Filters) -> pd.DataFrame:
    """The relations among the actors of the selected events; see `relations.between`."""
    return relations.between(sets.corpus(tables), selected(tables, filters).events.index)


@lru_cache(maxsize=16)
def bonds(tables: Set, filters: Filters) -> list[findings.Bond]:
    """What is between the actors of the strongest relations of the selected events; see `findings.bonds`."""
    return findings.bonds(sets.corpus(tables), selected(tables, filters), related(tables, filters))


@lru_cache(maxsize=4)
def alike(tables: Set) -> "list[Pair]":
    """The pairs of actors that may be one, by the tables alone; see `alike.pairs`."""
    from dashboard.asking import alike as near  # rapidfuzz, and other pages do without

    return near.pairs(sets.corpus(tables))


@lru_cache(maxsize=4)
def checks(tables: Set) -> Checks:
    """What was checked of a set, and how much of it was right; see `checking.Checks`."""
    return Checks(sets.corpus(tables))


class Drawable:
    """Relations as a key of a cache: the same where the same would be drawn."""

    def __init__(self, related: pd.DataFrame) -> None:
        self.relations = related
        counts = (related[name].tolist() for name in ("events", "sign", "cooperation", "conflict"))
        self._key = tuple(zip(related.index, *counts, strict=True))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drawable) and self._key == other._key


@lru_cache(maxsize=16)
def drawn(tables: Set, shown: Drawable, way: frozenset[str], language: str) -> "network.Picture":
    """Relations as vis-network takes them, with those of a way set off; see `network.draw`."""
    from dashboard.charts import network

    with speaking(language):
        return network.picture(network.draw(sets.corpus(tables), shown.relations, sets.layout(tables), way))


@lru_cache(maxsize=32)
def read(tables: Set, doc_id: str, query: str, language: str) -> dict[str, Any]:
    """A document as the reader component takes it, with the words of a query marked; see `reader.document`."""
    with speaking(language):
        return reader.document(sets.corpus(tables), doc_id, query)


@lru_cache(maxsize=6)
def catalogue(tables: Set, language: str) -> pd.DataFrame:
    """The documents as a table to look at; see `documents.catalogue`."""
    with speaking(language):
        return documents.catalogue(sets.corpus(tables))
