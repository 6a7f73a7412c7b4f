"""The parts of the overview: short lists, each line of which leads to the page that shows it whole."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import cards, data, labels, reading, state
from dashboard.i18n import _, day, ngettext
from dashboard.markup import plain
from dashboard.selection import Corpus, Shown, records

LINES = 6

LETTERS = 62
"""No more letters than this of an event's date and title stand in one line."""


def headline(corpus: Corpus, shown: Shown) -> None:
    """One sentence on what the selection spans."""
    dated = shown.dated
    if dated.empty:
        return
    said = _("{events} from {sources}, {first} to {last}.").format(
        events=ngettext("{n} event", "{n} events", len(shown.events)),
        sources=ngettext("{n} source", "{n} sources", len(corpus.documents)),
        first=day(dated["date_start"].min().date()),
        last=day(dated["date_end"].max().date()),
    )
    st.markdown(said)


def heading(text: str, page: str, **changes: Any) -> None:
    """A card's heading with a link to the page that shows it whole."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(text, anchor=False)
        st.page_link(
            f"views/{page}.py", label=_("Show all"), icon=":material/arrow_forward:", query_params=state.link(**changes)
        )


def acting(corpus: Corpus, shown: Shown) -> int:
    """How many actors have a part in what is shown."""
    return int(corpus.parts_among(shown.events.index)["actor_id"].nunique())


def relations(corpus: Corpus) -> None:
    """The strongest relations, each a way into the network."""
    strongest = data.relations().head(LINES)
    if strongest.empty:
        st.caption(_("No event of this selection names two actors."))
    with st.container(gap=None):
        for relation in records(strongest):
            cards.relation_link(f"{plain(corpus.name(relation.a))} – {plain(corpus.name(relation.b))}", relation)


def ahead(shown: Shown) -> None:
    """What was planned or possible, the latest first, each a way to its card on the timeline."""
    dated, undated = (
        part[part["status"].isin(["planned", "possible"])]
        for part in (shown.dated, shown.undated if not shown.narrowed else shown.undated.iloc[:0])
    )
    coming = pd.concat([dated.iloc[: -2 * LINES - 1 : -1], undated.head(2 * LINES)]).head(2 * LINES)
    if coming.empty:
        st.caption(_("Nothing in this selection is planned or possible."))
    _events(coming)


def _events(events: pd.DataFrame) -> None:
    with st.container(gap=None):
        for event in records(events):
            sign = labels.MARKS[event.status].sign
            st.page_link(
                "views/timeline.py",
                label=f"{sign} {_dated(event)}",
                query_params=state.link(event=event.Index),
            )


def _dated(event: Any) -> str:
    """An event in one line: its date, if it has one, and its title, so far as the line goes."""
    title = labels.event_title(event.type, event.title)
    when = "" if pd.isna(event.date_start) else cards.event_date(event)
    short = title if len(when) + len(title) <= LETTERS else f"{title[: LETTERS - len(when)].rstrip()} …"
    return f":gray[{plain(when)}] {plain(short)}" if when else plain(short)


def discrepancies(corpus: Corpus, shown: Shown) -> None:
    """Events that sources tell differently, each a way to the two passages in the reader."""
    differing = shown.events[shown.events["has_discrepancy"]].head(LINES)
    if differing.empty:
        st.caption(_("The sources of this selection do not contradict each other."))
    with st.container(gap=None):
        for event in records(differing):
            st.page_link(
                "views/reader.py",
                label=_dated(event),
                icon=":material/compare_arrows:",
                query_params=state.link(**cards.reading(corpus, str(event.Index))),
            )


def documents(corpus: Corpus) -> None:
    """The documents with their dates; each opens in the reader."""
    with st.container(gap=None):
        for row in records(corpus.documents.head(2 * LINES)):
            events = ngettext("{n} event", "{n} events", corpus.events_told[row.Index])
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.page_link(
                    "views/reader.py",
                    label=plain(row.title),
                    icon=":material/description:",
                    query_params=state.link(left=row.Index, right=None, event=None),
                )
                st.caption(f"{plain(reading.about(row))} · {events}", width="content")
    if corpus.documents.empty:
        st.caption(_("This corpus holds no documents."))
