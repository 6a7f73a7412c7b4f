"""The parts of the page of discrepancies."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from dashboard import state
from dashboard.asking.corpus import Corpus
from dashboard.asking.differences import value_text, where
from dashboard.asking.records import Candidate, Claim, Discrepancy, Event, Row, record, records
from dashboard.asking.titles import title
from dashboard.parts import one_or_two
from dashboard.parts.quotes import quote
from dashboard.words import labels
from dashboard.words.dates import event_date
from dashboard.words.i18n import _, ngettext, number
from dashboard.words.markup import plain

CARDS = 10

WARNINGS = 3
"""So many contradictions of an event are told above its passages, which are to stay in view."""


def first(rows: pd.DataFrame, kind: type[Row]) -> Iterator[Row]:
    """The rows that are shown as cards; a caption tells of the others."""
    if len(rows) > CARDS:
        st.caption(_("The first {n} are shown; narrow the selection to see the others.").format(n=CARDS))
    return records(rows.head(CARDS), kind)


def card(corpus: Corpus, row: Discrepancy) -> None:
    """One discrepancy: the event, the field, and both claims side by side."""
    event = record(corpus.events, row.event_id, Event)
    claims = {claim.claim_id: claim for claim in records(corpus.claims.of(row.event_id), Claim)}
    with st.container(border=True):
        st.subheader(plain(title(corpus, row.event_id)), anchor=False)
        st.caption(f"{plain(event_date(event))} · {where(row)}")
        told = (
            (row.claim_a, row.value_a, (row.start_a, row.end_a)),
            (row.claim_b, row.value_b, (row.start_b, row.end_b)),
        )
        for side, (claim_id, value, words) in zip(st.columns(2), told, strict=True):
            claim = claims[claim_id]
            with side:
                st.markdown(
                    f"**{plain(value_text(corpus, row.field, value))}**  \n:gray[{plain(corpus.title(claim.doc_id))}]"
                )
                quote(corpus, claim, words)
        docs = [claims[claim].doc_id for claim in (row.claim_a, row.claim_b)]
        st.page_link(
            "views/reader.py",
            label=_("Open both in the reader"),
            icon=":material/menu_book:",
            query_params=state.link(event=row.event_id, left=docs[0], right=docs[1] if docs[1] != docs[0] else None),
        )


def pair(corpus: Corpus, row: Candidate) -> None:
    """Two events that are perhaps one: what speaks for that and against it, and both claims side by side."""
    ids = (row.event_a, row.event_b)
    with st.container(border=True):
        st.subheader(plain(title(corpus, row.event_a)), anchor=False)
        names = plain(", ".join(corpus.name(actor) for actor in row.shared))
        agreed = [_("the same parties ({names})").format(names=names)]
        if row.place == "same":
            agreed.append(_("the same place"))
        apart = ngettext("{n} day apart", "{n} days apart", row.days_apart)
        st.caption(
            f"{_('For one event')}: {', '.join(agreed)} · {_('against it')}: {apart}, {_('and no text tells of both')}"
        )
        docs = []
        for side, event_id, claim_id in zip(st.columns(2), ids, (row.claim_a, row.claim_b), strict=True):
            claim = next(claim for claim in records(corpus.claims.of(event_id), Claim) if claim.claim_id == claim_id)
            docs.append(claim.doc_id)
            event = record(corpus.events, event_id, Event)
            with side:
                st.markdown(
                    f"**{plain(event_date(event))}** · {labels.status_text(event.status)}  \n"
                    f":gray[{plain(corpus.title(claim.doc_id))}]"
                )
                quote(corpus, claim)
        st.page_link(
            "views/reader.py",
            label=_("Open both in the reader"),
            icon=":material/menu_book:",
            query_params=state.link(event=row.event_a, left=docs[0], right=docs[1]),
        )
        one_or_two.pair(corpus, row.event_a, row.event_b)


def warnings(corpus: Corpus, event: str) -> None:
    """What the sources of one event contradict each other on, a line for each point."""
    differences = corpus.discrepancies
    documents = corpus.claims.of(event).set_index("claim_id")["doc_id"]
    contradicted = differences[(differences["event_id"] == event) & (differences["relation"] == "contradiction")]
    lines = []
    for row in records(contradicted.head(WARNINGS), Discrepancy):
        sides = " / ".join(
            f"**{plain(value_text(corpus, row.field, value))}** ({plain(corpus.title(str(documents[claim])))})"
            for claim, value in ((row.claim_a, row.value_a), (row.claim_b, row.value_b))
        )
        lines.append(f"{where(row)}: {sides}")
    if len(contradicted) > WARNINGS:
        lines.append(_("and {n} more").format(n=number(len(contradicted) - WARNINGS)))
    if lines:
        st.warning("  \n".join(lines), icon=":material/compare_arrows:")
