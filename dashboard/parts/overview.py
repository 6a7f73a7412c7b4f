"""The parts of the overview: short lists, each line of which leads to the page that shows it whole."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import data, state
from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Event, Relation, records
from dashboard.asking.selection import Shown
from dashboard.components.links import Way, links
from dashboard.parts import cards
from dashboard.parts.titles import titles
from dashboard.words import labels
from dashboard.words.dates import day, event_date
from dashboard.words.i18n import _, ngettext

LINES = 6


def headline(corpus: Corpus, shown: Shown) -> None:
    """One sentence on what the selection spans."""
    dated = shown.dated
    if dated.empty:
        return
    said = _("{events} from {sources}, {first} to {last}.").format(
        events=counting.events(shown.events).told,
        sources=ngettext("{n} source", "{n} sources", counting.sources(corpus, shown.events.index)),
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
    return int(corpus.parts.among(shown.events.index)["actor_id"].nunique())


def relations(corpus: Corpus) -> None:
    """The strongest relations, each a way into the network."""
    strongest = data.relations().head(LINES)
    if strongest.empty:
        st.caption(_("No event of this selection names two actors."))
        return
    links(
        [
            cards.relation_way(f"{corpus.name(relation.a)} – {corpus.name(relation.b)}", relation)
            for relation in records(strongest, Relation)
        ],
        key="relations",
    )


def ahead(shown: Shown) -> None:
    """What was planned or possible, the latest first, each a way to its card on the timeline."""
    dated, undated = (
        part[part["status"].isin(["planned", "possible"])]
        for part in (shown.dated, shown.undated if not shown.narrowed else shown.undated.iloc[:0])
    )
    coming = pd.concat([dated.iloc[: -2 * LINES - 1 : -1], undated.head(2 * LINES)]).head(2 * LINES)
    if coming.empty:
        st.caption(_("Nothing in this selection is planned or possible."))
        return
    links(
        [
            Way(
                labels.MARKS[event.status].sign,
                title,
                _aside(event, labels.status_label(event.status)),
                "timeline",
                state.link(event=event.event_id),
            )
            for event, title in zip(records(coming, Event), titles(coming), strict=True)
        ],
        key="ahead",
    )


def discrepancies(corpus: Corpus, shown: Shown) -> None:
    """Events that sources tell differently, each a way to the two passages in the reader."""
    differing = shown.events[shown.events["has_discrepancy"]].head(LINES)
    if differing.empty:
        st.caption(_("The sources of this selection do not contradict each other."))
        return
    links(
        [
            Way(
                "≠",
                title,
                _aside(event),
                "reader",
                state.link(**cards.reading(corpus, event.event_id)),
            )
            for event, title in zip(records(differing, Event), titles(differing), strict=True)
        ],
        key="discrepancies",
    )


def _aside(event: Event, *more: str) -> str:
    """What a line says of an event after its title: its date or what bounds it, if that is known, and more."""
    return " · ".join([*([] if event.date_basis == "unknown" else [event_date(event)]), *more])


def documents(corpus: Corpus) -> None:
    """The documents with their dates; each opens in the reader."""
    if corpus.documents.empty:
        st.caption(_("This corpus holds no documents."))
        return
    cards.documents(corpus, corpus.documents.head(2 * LINES), "documents")
