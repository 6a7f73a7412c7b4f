"""The parts of the overview: what this corpus is, and what a briefing would say first, each line a way to its page."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import data, state
from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.differences import value_text
from dashboard.asking.findings import LINES, Announced, Findings, Middle
from dashboard.asking.records import Discrepancy, Event, Relation, records
from dashboard.asking.selection import Shown
from dashboard.asking.texts import begin
from dashboard.components.links import Way, links
from dashboard.parts import cards
from dashboard.parts.titles import event_titles
from dashboard.words import labels
from dashboard.words.dates import event_date, when
from dashboard.words.i18n import _, language_name, listed, ngettext, number
from dashboard.words.markup import plain

DOCUMENTS = 12
OUTLETS = 3
"""So many outlets are named; the others are counted."""

QUOTE = 160
"""So many characters of a quote stand under a line."""


def what_it_is(corpus: Corpus) -> None:
    """What Lagebild is, and what this corpus holds: languages, outlets, days."""
    said = [_("Lagebild finds events and actors in German news texts; each line leads to the words that say so.")]
    if len(corpus.documents):
        said.append(_corpus_is(corpus.documents))
    st.markdown(" ".join(said))


def _corpus_is(documents: pd.DataFrame) -> str:
    """One sentence on the texts of a corpus that has any."""
    said = _("This corpus holds {texts}").format(texts=ngettext("{n} text", "{n} texts", len(documents)))
    outlets = [plain(str(name)) for name in documents["outlet"].dropna().value_counts().index]
    if outlets:
        others = len(outlets) - OUTLETS
        more = [ngettext("{n} other outlet", "{n} other outlets", others)] if others > 0 else []
        said += " " + _("from {outlets}").format(outlets=listed([*outlets[:OUTLETS], *more]))
    known = documents.dropna(subset=["published_start", "published_end"])
    if len(known):
        first, last = known["published_start"].min().date(), known["published_end"].max().date()
        said += ", " + _("written {days}").format(days=when(first, last, None))
    if unknown := len(documents) - len(known) if len(known) else 0:
        said += " " + _("({n} without a known day)").format(n=number(unknown))
    translated = documents["translated_from"].dropna()
    if len(translated):
        languages = listed(sorted({language_name(code) for code in translated}))
        said += "; " + _("{n} of them translated from {language}").format(n=number(len(translated)), language=languages)
    return f"{said}."


def counters(corpus: Corpus, shown: Shown, differing: int) -> None:
    """How much the selection holds, in one line."""
    said = [
        counting.events(shown.events).told,
        ngettext("{n} quote", "{n} quotes", int(shown.events["n_claims"].sum())),
        ngettext("{n} source", "{n} sources", counting.sources(corpus, shown.events.index)),
        ngettext("{n} actor", "{n} actors", _acting(corpus, shown)),
        ngettext("{n} discrepancy", "{n} discrepancies", differing),
    ]
    st.caption(" · ".join(said))


def _acting(corpus: Corpus, shown: Shown) -> int:
    """How many actors have a part in what is shown."""
    return int(corpus.parts.among(shown.events.index)["actor_id"].nunique())


def heading(text: str, page: str, **changes: Any) -> None:
    """A card's heading with a link to the page that shows it whole."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(text, anchor=False)
        st.page_link(
            f"views/{page}.py", label=_("Show all"), icon=":material/arrow_forward:", query_params=state.link(**changes)
        )


def told(findings: Findings) -> None:
    """What most sources tell, each with its surest quote; where no two tell of one event, what has most quotes."""
    if not findings.compared:
        st.caption(_("No event of this selection is told by more than one source. These have the most quotes:"))
    events, quotes = findings.told, findings.quotes
    links(
        [
            _line(event, title, ngettext("{n} source", "{n} sources", event.n_documents), quote=quotes[event.event_id])
            for event, title in zip(records(events, Event), event_titles(events), strict=True)
        ],
        key="told",
    )


def discrepancies(corpus: Corpus, findings: Findings) -> None:
    """What sources tell differently, with both values, each a way to the two passages in the reader."""
    rows = findings.told_differently
    if rows.empty:
        st.caption(
            ngettext(
                "{n} event is told by several sources, which agree on date, place, status and numbers.",
                "{n} events are told by several sources, which agree on date, place, status and numbers.",
                findings.compared,
            )
            if findings.compared
            else _("Nothing could be compared: no event of this selection is told by more than one source.")
        )
        return
    titles = event_titles(corpus.events.loc[rows["event_id"]])
    links(
        [
            Way("≠", title, _values(corpus, row, findings.sources), "reader", _both(row, findings.sources))
            for row, title in zip(records(rows, Discrepancy), titles, strict=True)
        ],
        key="discrepancies",
    )


def _values(corpus: Corpus, row: Discrepancy, sources: Mapping[str, str]) -> str:
    """What the two sides of a discrepancy say, with their documents."""
    sides = (
        _("{value} ({source})").format(value=value_text(corpus, row.field, value), source=corpus.title(sources[claim]))
        for claim, value in ((row.claim_a, row.value_a), (row.claim_b, row.value_b))
    )
    return f"{labels.field_label(row.field)}: {' ≠ '.join(sides)}"


def _both(row: Discrepancy, sources: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    left, right = sources[row.claim_a], sources[row.claim_b]
    return state.link(event=row.event_id, left=left, right=right if right != left else None)


def ahead(announced: Announced) -> None:
    """What is announced as of the newest source, and apart from it what was announced for a day before that."""
    if announced.ahead.empty and announced.passed.empty:
        st.caption(_("Nothing in this selection is planned or possible."))
        return
    if announced.newest:
        st.caption(
            _("As of the newest source, written {days}:").format(
                days=when(announced.newest.first, announced.newest.last, None)
            )
        )
    for events, key, before in (
        (announced.ahead, "ahead", ""),
        (announced.passed, "passed", _("Announced for a day before that; no source here was found to report it:")),
    ):
        if events.empty:
            continue
        if before:
            st.caption(before)
        first = events.head(LINES)
        links(
            [
                _line(event, title, labels.status_label(event.status))
                for event, title in zip(records(first, Event), event_titles(first), strict=True)
            ],
            key=key,
        )


def middle(corpus: Corpus, shown: Shown, first: Middle | None) -> None:
    """Who has a part in most events, and the strongest relations, each a way into the network."""
    strongest = data.relations().head(LINES)
    if first is None:
        st.caption(_("No event of this selection names an actor."))
        return
    share = _("has a part in {part} of {whole} events").format(
        part=number(first.events), whole=number(len(shown.events))
    )
    sign = labels.NODES[corpus.kind(first.actor)].sign
    ways = [Way(sign, corpus.name(first.actor), share, "actors", state.link(actor=first.actor, event=None))]
    ways += [
        cards.relation_way(f"{corpus.name(relation.a)} – {corpus.name(relation.b)}", relation)
        for relation in records(strongest, Relation)
    ]
    links(ways, key="relations")
    if strongest.empty:
        st.caption(_("No event of this selection names two actors."))


def _line(event: Event, title: str, *more: str, quote: str = "") -> Way:
    """A way to an event's card on the timeline: its title, its date or what bounds it if that is known, and more."""
    dated = [] if event.date_basis == "unknown" else [event_date(event)]
    return Way(
        labels.MARKS[event.status].sign,
        title,
        " · ".join([*dated, *more]),
        "timeline",
        state.link(event=event.event_id),
        begin(quote, QUOTE),
    )


def documents(corpus: Corpus) -> None:
    """The documents with their dates; each opens in the reader."""
    if corpus.documents.empty:
        st.caption(_("This corpus holds no documents."))
        return
    cards.documents(corpus, corpus.documents.head(DOCUMENTS), "documents")
