"""Actors with near names: what speaks for their being one, and the way to say so."""

import streamlit as st

from dashboard import data, deciding, state
from dashboard.asking.alike import Pair
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Actor, record
from dashboard.parts import correct_actor
from dashboard.words import labels
from dashboard.words.i18n import _, called, ngettext
from dashboard.words.markup import plain

MOST = 8
"""So many pairs are shown."""

COMPANY = 4
"""So many of the actors that two have in common are named."""


def present(corpus: Corpus, actor_id: str | None) -> None:
    """The pairs of actors that may be one, or those with a given one; nothing where the visitor may not say so."""
    if not deciding.may():
        return
    pairs = [pair for pair in data.alike() if actor_id in (None, pair.a, pair.b)]
    if not pairs:
        return
    with st.expander(
        ngettext("{n} pair of actors may be one", "{n} pairs of actors may be one", len(pairs)),
        icon=":material/merge:",
        expanded=actor_id is not None,
    ):
        st.caption(_("Their names are near to each other, kind and state agree, and no event has both."))
        for pair in pairs[:MOST]:
            _pair(corpus, pair)
        if len(pairs) > MOST:
            st.caption(_("The first {n} are shown.").format(n=MOST))


def _pair(corpus: Corpus, pair: Pair) -> None:
    with st.container(border=True):
        for side, one, other in zip(st.columns(2), (pair.a, pair.b), (pair.b, pair.a), strict=True):
            with side:
                _actor(corpus, one, f"{pair.a}_{pair.b}")
                correct_actor.same(corpus, one, other, "near")
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            if pair.shared:
                names = ", ".join(plain(corpus.name(one)) for one in pair.shared[:COMPANY])
                st.caption(_("Both in events with {names}").format(names=names), width="content")
            correct_actor.apart(corpus, pair.a, pair.b, "near")


def _actor(corpus: Corpus, actor_id: str, key: str) -> None:
    row = record(corpus.actors, actor_id, Actor)
    about = [
        labels.kind_label(row.kind),
        *([plain(called(row.role, row.role_en))] if row.role else []),
        *([plain(labels.country_label(row.country))] if row.country else []),
        ngettext("{n} mention", "{n} mentions", row.n_mentions),
    ]
    st.button(
        f"{labels.NODES[row.kind].sign} {plain(corpus.name(actor_id))}",
        key=f"near_{key}_{actor_id}",
        type="tertiary",
        on_click=state.move,
        kwargs={"actor": actor_id, "relation": None, "event": None},
    )
    st.caption(" · ".join(about))


def chosen(corpus: Corpus, one: str, other: str) -> None:
    """Two actors that were chosen to be compared, side by side: whether they are one, unless that is said already."""
    said = [said for said in corpus.decided.of_actor(one) if said.state in ("applied", "pending")]
    spoken = any({one, other} <= set(said.actors) for said in said if said.field in ("same_actor", "other_actor"))
    if deciding.may() and not spoken and corpus.decided.changes.now(one) != corpus.decided.changes.now(other):
        for side, this, that in zip(st.columns(2), (one, other), (other, one), strict=True):
            with side:
                correct_actor.same(corpus, this, that, "chosen")
        correct_actor.apart(corpus, one, other, "chosen")
