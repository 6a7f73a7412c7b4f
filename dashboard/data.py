"""What a session sees of the tables: the set that it is pinned to, and what its view and language leave of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from core import store
from core.changes import Build, Journal, News, corrected
from core.changes.journal import HistoryError
from core.store import StoreError
from core.tables import TableError
from dashboard import answers, decided, sets
from dashboard.answers import Searched
from dashboard.asking.checking import Checks
from dashboard.asking.corpus import Corpus
from dashboard.asking.findings import Bond, Findings
from dashboard.asking.selection import Filters, Shown
from dashboard.asking.telling import Matrix, Telling
from dashboard.decided import Decisions
from dashboard.folders import tables_folder
from dashboard.sets import Set
from dashboard.state import Known, current, move
from dashboard.words.i18n import language

if TYPE_CHECKING:
    from core.events.confidence import Contribution
    from dashboard.asking.alike import Pair
    from dashboard.charts import network

_SET, _WANTED = "tables", "new_tables_wanted"


def pin() -> bool:
    """Keep the session on the set of tables that it began with, whatever is built meanwhile.

    What people have decided since is laid over it as soon as they have.

    It comes to the latest set when it asked for that (see `go_on`), or where its own is neither in memory nor on disk
    any more, which takes several builds. Called at the begin of a run: all that is shown in the run is of one set.

    Returns:
        Whether the session has come from one set to another.

    Raises:
        StoreError: there are no tables, or their manifest is damaged.
        TableError: a table is damaged.
    """
    before: Set | None = st.session_state.get(_SET)
    if before is not None and not st.session_state.pop(_WANTED, False):
        try:
            sets.corpus(before.tables)  # what is decided may be in memory where the tables are not any more
            st.session_state[_SET] = sets.decided(before, decided.now())
        except TableError:
            pass
        else:
            return False
    while True:
        latest = sets.latest()
        if latest is None:
            raise StoreError(f"{tables_folder()}: no tables there; run `lagebild build`")
        try:
            sets.corpus(latest)
            st.session_state[_SET] = sets.decided(latest, decided.now())
        except TableError:
            if sets.latest() == latest:
                raise
        else:
            break  # else newer sets have been put in place meanwhile, and this one was removed
    return before is not None and before.tables != latest


def newer() -> bool:
    """Whether a newer set of tables is in place than the one that the session shows."""
    try:
        return sets.latest() not in (None, _pinned().tables)
    except StoreError:  # whoever builds is told; here the old set goes on
        return False


def go_on() -> None:
    """Have the next run show the latest set, and what is new in it since the one that was seen."""
    st.session_state[_WANTED] = True
    if current().since is None and store.is_name(set_name()):
        move(since=set_name())


def _pinned() -> Set:
    tables: Set = st.session_state[_SET]
    return tables


def tables() -> Set:
    """The set of tables on show: for what is made outside of the session."""
    return _pinned()


def prepare() -> None:
    """Have search and network be prepared in the background, once the first page is there: before, it would slow it."""
    sets.prepare(_pinned())


def decisions() -> Decisions:
    """What people have decided, as the corpus folder says now."""
    return decided.now()


def corpus() -> Corpus:
    """The corpus on show."""
    return sets.corpus(_pinned())


def known() -> Known:
    """The ids that links to this corpus may name."""
    return sets.known(_pinned())


def shown(**changes: Any) -> Shown:
    """What the session's filters leave of the corpus, or would leave with some changes."""
    return answers.selected(_pinned(), replace(current().filters, **changes))


def searched() -> Searched:
    """What the session's search finds besides events."""
    return answers.searched(_pinned(), current().search)


def by_telling() -> list[str]:
    """The events that the session's filters leave, those that most sources tell of first."""
    return answers.by_telling(_pinned(), current().filters)


def telling(event_id: str) -> Telling:
    """Who tells of an event, and who could and does not."""
    return answers.telling(_pinned(), event_id)


def contributions(event_id: str) -> "Mapping[str, Contribution]":
    """What each source adds to how sure an event is, by the source."""
    return answers.contributions(_pinned(), event_id)


def matrix(events: tuple[str, ...]) -> Matrix:
    """Which sources tell of which of some events."""
    return answers.matrix(_pinned(), events)


def findings() -> Findings:
    """What a briefing would say first of what is shown; see `asking.findings.of`."""
    return answers.briefed(_pinned(), current().filters)


def bonds() -> list[Bond]:
    """What is between the actors of the strongest relations of what is shown; see `asking.findings.bonds`."""
    return answers.bonds(_pinned(), current().filters)


def news() -> News | None:
    """What is new with the last new texts, or since when the view says; None where nothing is remembered of it."""
    try:
        return answers.new(_pinned(), current().since)
    except HistoryError:
        return None


def by_people() -> corrected.People:
    """What people have decided between the builds that `news` compares; see `core.changes.corrected.by_people`."""
    return answers.by_people(_pinned(), current().since, decisions())


def builds() -> Sequence[Build]:
    """The builds that are remembered before the one on show, the latest first."""
    remembered = Journal(answers.journal_folder(_pinned())).builds
    return [build for build in reversed(remembered) if build.name < set_name()]


def set_name() -> str:
    """The name of the set of tables on show."""
    return _pinned().folder.name


def exported() -> Mapping[str, int]:
    """How many of the shown events each form of other programs has."""
    return answers.exported(_pinned(), current().filters)


def over_time(span: tuple[date, date]) -> pd.DataFrame | None:
    """How many events fall into each period of these days if the window is not narrowed; see `marks.overview`."""
    return answers.counted(_pinned(), replace(current().filters, first=None, last=None), span)


def coverage(span: tuple[date, date]) -> pd.DataFrame | None:
    """How many events of the whole corpus fall into each period of these days; see `marks.overview`."""
    return answers.counted(_pinned(), Filters(), span)


def relations(**changes: Any) -> pd.DataFrame:
    """The relations among the actors of what is shown, or would be with changed filters; see `relations.between`."""
    return answers.related(_pinned(), replace(current().filters, **changes))


def picture(relations: pd.DataFrame, way: Sequence[str] = ()) -> "network.Picture":
    """Relations as vis-network takes them, with those of a way set off; see `network.draw`."""
    from dashboard.charts import network

    drawable = answers.Drawable(relations.head(network.MAX_EDGES))
    return answers.drawn(_pinned(), drawable, frozenset(way), language())


def extent(relations: pd.DataFrame) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of where the actors of relations stand in the network."""
    positions = sets.layout(_pinned()).positions
    spots = [positions[actor] for actor in pd.unique(relations[["a", "b"]].to_numpy().ravel())]
    if not spots:
        return None
    across, down = zip(*spots, strict=True)
    return min(across), min(down), max(across), max(down)


def alike() -> "list[Pair]":
    """The pairs of actors that may be one, of whom nobody has said so yet; see `asking.alike.pairs`."""
    from dashboard.asking import alike as near

    return near.open_pairs(corpus(), answers.alike(_pinned().tables))


def checks() -> Checks:
    """What was checked of the corpus, and how much of it was right; see `asking.checking.Checks`."""
    return answers.checks(_pinned())


def document(doc_id: str) -> dict[str, Any]:
    """A document as the reader component takes it, with what is searched for marked; see `asking.reader.document`."""
    return answers.read(_pinned(), doc_id, current().search, language())


def documents() -> pd.DataFrame:
    """The documents as a table to look at; see `asking.documents.catalogue`."""
    return answers.catalogue(_pinned(), language())
