"""What is shown of one event or one actor, and lists of events: the same on every page."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import pandas as pd
import streamlit as st

from dashboard import data, state
from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about
from dashboard.asking.records import Claim, Document, Event, Relation, record, records
from dashboard.asking.texts import begin
from dashboard.asking.titles import event_titles, title
from dashboard.components.links import Way, links
from dashboard.parts import choosing, collecting, correct_event, correcting
from dashboard.parts.quotes import quote
from dashboard.parts.telling import telling
from dashboard.parts.way import way
from dashboard.state import current
from dashboard.words import labels, offices
from dashboard.words.dates import event_date, event_dates
from dashboard.words.i18n import _, ngettext, number, percent
from dashboard.words.markup import plain

CLAIMS = 20
"""A card shows so many claims at first; a button shows the others."""

_ALL_OF = "all_claims_of"

_SIGN_BADGES: dict[labels.Sign, Literal["blue", "red", "gray"]] = {
    "cooperation": "blue",
    "conflict": "red",
    "neutral": "gray",
}


def event_card(corpus: Corpus, event_id: str, *, reader: bool = True, done: Callable[[], None] | None = None) -> None:
    """One event: title, date with what it rests on, participants, and every claim with its quote in context.

    With `reader`, each claim has a link that opens it in the reader. `done` is called when somebody has judged it.
    """
    event = record(corpus.events, event_id, Event)
    with st.container(border=True, key="event_card"):
        st.header(plain(title(corpus, event_id)), anchor=False)
        with st.container(horizontal=True, gap="small"):
            sign = labels.sign(event.type)
            st.badge(labels.type_label(event.type), color=_SIGN_BADGES[sign])
            st.badge(labels.status_text(event.status), color="gray")
            if event.has_discrepancy:
                st.badge(_("sources differ"), icon=":material/compare_arrows:", color="orange")
            correct_event.badges(corpus, event_id)
        place = f"  \n:material/location_on: {plain(corpus.place(event.place))}" if event.place else ""
        st.markdown(
            f":material/event: **{plain(event_date(event))}**"
            f" :gray[:small[{plain(labels.source_label(event.date_source))}]]{place}"
        )
        _participants(corpus, event_id, event.date_start)
        claims = corpus.claims.of(event_id)
        copies = len(corpus.documents_of(event_id)) - event.n_documents
        said = [
            ngettext("{n} quote", "{n} quotes", len(claims)),
            ngettext("{n} source", "{n} sources", event.n_documents),
            _("confidence with the next build")
            if corpus.decided.unsettled(event_id)
            else _("confidence {share}").format(share=percent(event.confidence)),
        ]
        if copies:
            said.insert(2, ngettext("{n} more copy of the same text", "{n} more copies of the same text", copies))
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.caption(
                " · ".join(said),
                width="content",
                help=labels.confidence_meaning(),
            )
            collecting.event(corpus, event_id)
        telling(corpus, event_id)
        collecting.notes_on(event_id)
        correcting.notes(corpus, corpus.decided.of_event(event_id), f"event_{event_id}", event_id)
        correct_event.actions(corpus, event_id, done)
        many = len(claims) > CLAIMS and st.session_state.get(_ALL_OF) != event_id
        for claim in records(claims.head(CLAIMS) if many else claims, Claim):
            _claim(corpus, claim, open_in_reader=reader)
        if many:
            st.button(
                ngettext("{n} more quote", "{n} more quotes", len(claims) - CLAIMS),
                icon=":material/expand_more:",
                key="all_claims",
                on_click=st.session_state.__setitem__,
                args=(_ALL_OF, event_id),
            )


def _participants(corpus: Corpus, event_id: str, when: date | None) -> None:
    """The actors of an event, persons with the office of that day."""
    parts = corpus.parts.of(event_id)
    if parts.empty:
        return
    with st.container(horizontal=True, gap="small"):
        for actor_id, roles in parts.groupby("actor_id", sort=False)["role"]:
            actor = str(actor_id)
            office = offices.on(actor, when) if when else None
            st.button(
                f"{labels.NODES[corpus.kind(actor)].sign} {plain(corpus.name(actor))}"
                + (f" :gray[{plain(office)}]" if office else ""),
                key=f"part_{event_id}_{actor}",
                help=", ".join(labels.role_label(role) for role in dict.fromkeys(roles)),
                type="tertiary",
                on_click=state.move,
                kwargs={"actor": actor, "relation": None},
            )


def documents(shown: pd.DataFrame, told: pd.DataFrame, key: str) -> None:
    """Documents with their dates and how many events they tell of (see `counting.documents`), ways to the reader."""
    links(
        [
            Way(
                "▤",
                row.title,
                f"{about(row)} · {count.told}",
                "reader",
                state.link(left=row.doc_id, right=None, event=None),
            )
            for row, count in zip(records(shown, Document), counting.each(told.loc[shown.index]), strict=True)
        ],
        key=key,
    )


def _claim(corpus: Corpus, claim: Claim, *, open_in_reader: bool) -> None:
    quote(corpus, claim)
    said = [plain(corpus.title(claim.doc_id))]
    if claim.attributed_to:
        said.append(_("according to {name}").format(name=plain(corpus.name(claim.attributed_to))))
    if claim.date_basis != "unknown":
        said.append(plain(f"{event_date(claim)} ({_known(corpus, claim)})"))
    if claim.claim_id in corpus.decided.changes.split_off:
        st.caption(_("Split off: an event of its own with the next build."))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(" · ".join(said))
        if open_in_reader:
            way(
                "reader",
                _("Open in reader"),
                ":material/menu_book:",
                key=f"read_{claim.claim_id}",
                **reading(corpus, claim.event_id, claim.doc_id),
            )


def _known(corpus: Corpus, claim: Claim) -> str:
    """How the date of a claim is known, with the words that say it."""
    words = [_("“{words}”").format(words=words) for words in corpus.claims.date_words.get(claim.claim_id, ())]
    return ": ".join([labels.source_label(claim.date_source), *([", ".join(words)] if words else [])])


def reading(corpus: Corpus, event_id: str, doc_id: str | None = None) -> dict[str, str | None]:
    """The changes of the view that open an event in the reader: `doc_id` left, another source of it right.

    A copy of the left text stands right only where there is nothing else.
    """
    inside = corpus.documents_of(event_id)
    left = doc_id or (inside[0] if inside else None)
    others = [doc for doc in inside if doc != left]
    right = next((doc for doc in others if corpus.source(doc) != corpus.source(str(left))), next(iter(others), None))
    return {"event": event_id, "left": left, "right": right}


def event_table(corpus: Corpus, events: pd.DataFrame, *, key: str, alt: str, narrow: bool = False) -> None:
    """The events as a table; choosing a row chooses the event. The date of the chosen event has an arrow before it.

    With `narrow`, dates and titles alone: for a card beside something else.
    """
    ids, chosen = list(events.index), current().event

    def rows(part: slice) -> dict[str, Any]:
        shown = events.iloc[part]
        days = zip(shown.index, event_dates(shown), strict=True)
        return {
            "date": [f"➤ {day}" if event == chosen else day for event, day in days],
            "title": event_titles(shown),
            "quote": [begin(quote) for quote in corpus.claims.first_quotes.reindex(shown.index)],
            "status": labels.each(shown["status"], labels.status_text),
            "sources": shown["n_documents"].to_numpy(),
        }

    ways = {
        "date": st.column_config.TextColumn(_("Date"), width=96 if narrow else 112),
        "title": st.column_config.TextColumn(_("Event"), width=188 if narrow else 230),
        "quote": st.column_config.TextColumn(_("Quote"), width=285),
        "status": st.column_config.TextColumn(_("Status"), width=94),
        "sources": st.column_config.NumberColumn(_("Sources"), width=58),
    }
    choosing.table(
        rows,
        {name: ways[name] for name in ("date", "title")} if narrow else ways,
        ids,
        lambda event: state.move(event=event),
        key=key,
        alt=alt,
        chosen=chosen,
        row_height=choosing.MORE_LINES if narrow else choosing.LINES,
    )


def relation_way(text: str, relation: Relation) -> Way:
    """A way to a relation in the network, with how many events it rests on and how many of these have which sign."""
    count = counting.Count(relation.dated, relation.bounded, relation.undated)
    return Way(
        "⇄",
        text,
        f"{count.told} · {_signs(relation)}",
        "network",
        state.link(relation=relation.id, actor=None, event=None),
    )


def _signs(relation: Relation) -> str:
    """The signs of a relation's events in words, with how many events each has where there are several."""
    counts = {"cooperation": relation.cooperation, "conflict": relation.conflict, "neutral": relation.neutral}
    present = {labels.sign_label(name): n for name, n in counts.items() if n}
    return ", ".join(f"{name} ({number(n)})" if len(present) > 1 else name for name, n in present.items())


def chosen_event(corpus: Corpus, hint: str) -> None:
    """The card of the chosen event with a button to let go of it, or a hint how to choose one.

    All in one place of the page: what comes after it would else be drawn anew, and a table lose its arrow keys.
    """
    event = current().event
    with st.container():
        if event is None:
            st.info(hint, icon=":material/touch_app:")
            return
        event_card(corpus, event)
        st.button(_("Close"), icon=":material/close:", key="close_event", on_click=state.move, kwargs={"event": None})


def empty(corpus: Corpus, shown_any: bool) -> None:
    """Say why there is nothing to show: no events at all, or none left by the filters."""
    if shown_any:
        return
    if corpus.events.empty:
        st.info(_("The texts of this corpus yielded no events."), icon=":material/inbox:")
    else:
        said = [_("No event passes the filters.")]
        if current().search and (texts := len(data.searched().texts)):
            said.append(
                ngettext(
                    "The words stand in the text of {n} source, which is listed beneath the search.",
                    "The words stand in the texts of {n} sources, which are listed beneath the search.",
                    texts,
                )
            )
        st.info(" ".join(said), icon=":material/filter_alt:")
        st.button(_("Reset filters"), key="reset_here", icon=":material/filter_alt_off:", on_click=state.reset)
