"""What an editor says of which quotes tell of one event: that two events are one, or that one is two."""

from collections.abc import Sequence

import streamlit as st

from core.corrections.model import OtherEvent, SameEvent
from dashboard import deciding
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.near import near
from dashboard.asking.records import Claim, Event, record, records
from dashboard.asking.texts import begin
from dashboard.asking.titles import title
from dashboard.deciding import Change
from dashboard.parts import correcting, dialogs
from dashboard.parts.quotes import quote, source
from dashboard.words import labels
from dashboard.words.dates import event_date
from dashboard.words.i18n import _, ngettext
from dashboard.words.markup import plain

OFFERED = 10
"""So many events are offered to be joined with, the nearest or the nearest of those that are searched for."""

QUOTES = 2
"""So many quotes of the event that is chosen are shown."""

MOST = 100
"""So many quotes of an event are offered to be split off."""


def actions(corpus: Corpus, event_id: str) -> None:
    """The buttons that join an event with another one, or split it."""
    dialogs.opened_by(
        _("Same as another …"),
        _("The same as another event"),
        _join,
        corpus,
        event_id,
        key="join",
        icon=":material/merge:",
        help=_("Where another event is the same happening: choose it, and both become one."),
    )
    if len(set(corpus.claims.of(event_id)["claim_id"]) - corpus.decided.changes.split_off) > 1:
        dialogs.opened_by(
            _("Split …"),
            _("Split the event"),
            _split,
            corpus,
            event_id,
            key="split",
            icon=":material/call_split:",
            help=_("Where the quotes tell of two happenings: choose those that tell of the other one."),
        )


def pair(corpus: Corpus, one: str, other: str) -> None:
    """Buttons that say of two events whether they are one; what was said of that, if anything."""
    said = [said for said in corpus.decided.of_event(one) if {one, other} <= set(said.events)]
    if said:
        correcting.notes(corpus, said, f"pair_{one}_{other}", one)
        return
    if not deciding.may():
        return

    def say(decision: type[SameEvent] | type[OtherEvent]) -> None:
        deciding.say([Change(decision(anchored.event(corpus, one), anchored.event(corpus, other)))])

    with st.container(horizontal=True, gap="small"):
        st.button(_("One event"), icon=":material/merge:", key=f"one_{one}_{other}", on_click=say, args=(SameEvent,))
        st.button(
            _("Two events"), icon=":material/call_split:", key=f"two_{one}_{other}", on_click=say, args=(OtherEvent,)
        )


def _join(corpus: Corpus, event_id: str) -> None:
    asked = correcting.line(
        st.text_input(
            _("Search in titles and quotes"),
            key=f"join_words_{event_id}",
            icon=":material/search:",
            placeholder=_("without words: the nearest in time, kind and participants"),
        )
    )
    found = near(corpus, event_id, asked)
    if not found:
        st.info(_("No other event has these words.") if asked else _("There is no other event."))
        return
    offered = found[:OFFERED]
    chosen: str | None = st.radio(
        _("The same happening as"),
        offered,
        index=None,
        format_func=lambda one: plain(title(corpus, one)),
        captions=[_about(corpus, one) for one in offered],
        key=f"join_{event_id}_{asked}",
    )
    if len(found) > OFFERED:
        st.caption(
            ngettext("{n} more event: search for it.", "{n} more events: search for them.", len(found) - OFFERED)
        )
    if chosen:
        for claim in records(corpus.claims.of(chosen).head(QUOTES), Claim):
            quote(corpus, claim)
            st.caption(source(corpus, claim.doc_id))
    why = correcting.reason(f"join_{event_id}")

    def changes() -> Sequence[Change]:
        if chosen is None:
            return []
        return [Change(SameEvent(anchored.event(corpus, event_id), anchored.event(corpus, chosen)))]

    correcting.save(changes, why)


def _about(corpus: Corpus, event_id: str) -> str:
    """What tells an event from others of its title, in a line."""
    event = record(corpus.events, event_id, Event)
    said = [event_date(event), labels.status_text(event.status), begin(corpus.claims.first_quotes[event_id])]
    return plain(" · ".join(said))


def _split(corpus: Corpus, event_id: str) -> None:
    st.caption(_("The quotes that you choose become an event of their own with the next build."))
    gone = corpus.decided.changes.split_off
    claims = [claim for claim in records(corpus.claims.of(event_id), Claim) if claim.claim_id not in gone]
    chosen = set()
    for claim in claims[:MOST]:
        words = plain(corpus.texts.of(claim.doc_id)[claim.start : claim.end])
        if st.checkbox(words, key=f"split_{claim.claim_id}"):
            chosen.add(claim.claim_id)
        st.caption(source(corpus, claim.doc_id))
    if len(claims) > MOST:
        st.caption(_("The first {n} are shown.").format(n=MOST))
    everything = len(chosen) == len(claims)
    if everything:
        st.caption(_("One quote has to be left: it tells of this event."))
    why = correcting.reason(f"split_{event_id}")

    def changes() -> Sequence[Change]:
        if not chosen or everything:
            return []
        every = [one for one in anchored.event(corpus, event_id) if one.claim_id not in gone]
        left = tuple(one for one in every if one.claim_id not in chosen)
        return [Change(OtherEvent(left, tuple(one for one in every if one.claim_id in chosen)))]

    correcting.save(changes, why)
