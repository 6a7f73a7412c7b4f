"""The parts of the actors' page."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import data, state
from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Actor, Relation, record, records
from dashboard.asking.relations import events_of, relation_id
from dashboard.charts import marks
from dashboard.components.links import links
from dashboard.parts import cards, choosing, collecting, correct_actor, correcting, timeline
from dashboard.parts.network import sentence
from dashboard.state import current
from dashboard.words import labels, offices
from dashboard.words.i18n import _, called, listed, ngettext, number
from dashboard.words.markup import plain

PARTNERS = 8


def choose(corpus: Corpus, label: str) -> None:
    """A box to choose the actor."""
    choosing.box(
        label,
        choosing.actors(corpus),
        "actor",
        current().actor,
        lambda actor: {"actor": actor, "relation": None, "event": None},
        index=None,
        placeholder=_("name"),
    )


def choose_other(corpus: Corpus, label: str) -> None:
    """A box to choose a second actor, beside the chosen one; there is none before."""
    view = current()
    if view.actor is None:
        return
    choosing.box(
        label,
        choosing.actors(corpus, without=view.actor),
        "to",
        None if view.to == view.actor else view.to,
        lambda actor: {"to": actor},
        index=None,
        placeholder=_("another actor"),
    )


def card(corpus: Corpus, actor: str, events: pd.DataFrame) -> None:
    """One actor: names, role, how often named and where, events over time, partners."""
    row = record(corpus.actors, actor, Actor)
    if (kept := corpus.decided.changes.now(actor)) != actor:
        _gone(corpus, row, kept)
        return
    mine = counting.taking_part(corpus, actor, events)
    with st.container(border=True):
        node = labels.NODES[row.kind]
        name = corpus.name(actor)
        st.header(f"{node.sign} {plain(name)}", anchor=False)
        said = [labels.kind_label(row.kind)]
        if row.role:
            said.append(plain(called(row.role, row.role_en)))
        if row.country and row.kind != "state":
            said.append(plain(labels.country_label(row.country)))
        member = [plain(corpus.name(one)) for one in row.member_of]
        if member:
            said.append(_("member of {names}").format(names=", ".join(member)))
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.caption(" · ".join(said), width="content")
            collecting.actor(corpus, actor)
        collecting.notes_on(actor)
        others = [plain(other) for other in dict.fromkeys((*corpus.names_of(actor), *row.aliases)) if other != name]
        if others:
            st.markdown(_("Also: {names}").format(names=", ".join(others[:12])))
        _offices(actor)
        if taken_in := corpus.decided.changes.taken_in(actor):
            names = listed([plain(corpus.name(one)) for one in taken_in])
            st.info(
                _("Also here now: **{names}**. The name **{name}** and this card remain.").format(
                    names=names, name=plain(name)
                ),
                icon=":material/merge:",
            )
        correcting.notes(corpus, corpus.decided.of_actor(actor), f"actor_{actor}")
        correct_actor.actions(corpus, actor)
        with st.container(horizontal=True):
            st.metric(_("Mentions"), number(row.n_mentions))
            st.metric(_("Texts"), number(row.n_documents))
            count = counting.events(mine)
            st.metric(_("Events"), number(count.total), count.apart or None, delta_color="off", delta_arrow="off")
        dated = mine["date_start"].notna()
        if corpus.days.span and dated.any():
            alt = _("Events with {name} over time, undated ones left out").format(name=name)
            span = corpus.days.dense or corpus.days.span
            timeline.bars(marks.overview(mine[dated], span), span, key=f"over_time_{actor}", alt=alt, height=70)
        st.markdown(sentence(corpus, mine, "actor"))
        if speaks := len(counting.speaking(corpus, actor, events)):
            st.markdown(
                ngettext(
                    "Besides, it speaks about {n} event without taking part in it.",
                    "Besides, it speaks about {n} events without taking part in them.",
                    speaks,
                )
            )
        _partners(corpus, actor)
        _mentions(corpus, actor)


def _gone(corpus: Corpus, row: Actor, kept: str) -> None:
    """An actor that is another one by now: which, and the way back."""
    with st.container(border=True):
        st.header(f"{labels.NODES[row.kind].sign} {plain(corpus.name(row.actor_id))}", anchor=False)
        st.info(
            _(
                "The same as **{name}**: that name and that card remain, with the events of both. This card is gone"
                " with the next build."
            ).format(name=plain(corpus.name(kept))),
            icon=":material/merge:",
        )
        correcting.notes(corpus, corpus.decided.of_actor(row.actor_id), f"actor_{row.actor_id}")
        st.button(
            _("To the card of {name}").format(name=plain(corpus.name(kept))),
            icon=":material/arrow_forward:",
            key=f"kept_{row.actor_id}",
            on_click=state.move,
            kwargs={"actor": kept, "to": None, "relation": None, "event": None},
        )


def _offices(actor: str) -> None:
    held = offices.held(actor)
    if held:
        st.markdown("  \n".join([_("**Offices**"), *(plain(office) for office in held)]))


def _partners(corpus: Corpus, actor: str) -> None:
    relations = data.relations()
    mine = relations[(relations["a"] == actor) | (relations["b"] == actor)].head(PARTNERS)
    if mine.empty:
        return
    st.markdown(_("**Most often with**"))
    links(
        [
            cards.relation_way(corpus.name(relation.b if relation.a == actor else relation.a), relation)
            for relation in records(mine, Relation)
        ],
        key=f"partners_{actor}",
    )


def _mentions(corpus: Corpus, actor: str) -> None:
    forms = corpus.texts.wordings(actor)
    if not forms:
        return
    with st.expander(ngettext("{n} wording in the texts", "{n} wordings in the texts", len(forms))):
        st.markdown(" · ".join(f"{plain(form)} ({count})" for form, count in forms[:60]))


def events_of_one(corpus: Corpus, actor: str, events: pd.DataFrame) -> None:
    """The events that an actor takes part in, and apart from them those that it only speaks about."""
    st.header(_("Events"), anchor=False)
    mine, spoken = counting.taking_part(corpus, actor, events), counting.speaking(corpus, actor, events)
    cards.event_table(corpus, mine, key="actor_events", alt=_("The events of this actor"))
    if len(spoken):
        st.header(_("Events that it only speaks about"), anchor=False)
        cards.event_table(corpus, spoken, key="actor_speaks", alt=_("The events that this actor only speaks about"))


def together(corpus: Corpus, one: str, other: str, events: pd.DataFrame) -> None:
    """The events that two actors share: those that their relation rests on."""
    both = events_of(corpus, relation_id(one, other), events)
    st.header(_("Events with both"), anchor=False)
    st.markdown(sentence(corpus, both, "relation"))
    if len(both):
        cards.event_table(corpus, both, key="together", alt=_("The events that both take part in"))


def table(corpus: Corpus, events: pd.DataFrame) -> None:
    """All actors of the events with how many of these each takes part in; choosing a row chooses the actor."""
    counts = counting.actors(corpus, events.index)
    ids = [str(actor) for actor in counts.index]

    def rows(part: slice) -> dict[str, Any]:
        shown = corpus.actors.reindex(ids[part])
        roles = shown[["role", "role_en"]].astype(object).where(shown[["role", "role_en"]].notna(), None).to_numpy()
        return {
            "name": [corpus.name(actor) for actor in ids[part]],
            "events": counts["events"].to_numpy()[part],
            "kind": [
                " · ".join(filter(None, (kind, called(role or "", english))))
                for kind, (role, english) in zip(labels.each(shown["kind"], labels.kind_label), roles, strict=True)
            ],
            "mentions": shown["n_mentions"].to_numpy(),
            "apart": [count.apart for count in counting.each(counts.iloc[part])],
        }

    choosing.table(
        rows,
        {
            # Together narrower than the page on a tablet; where there is more room, Streamlit widens them alike. On a
            # phone, what matters comes first.
            "name": st.column_config.TextColumn(_("Name"), width=130),
            "events": st.column_config.NumberColumn(_("Events"), width=78),
            "kind": st.column_config.TextColumn(_("Kind and role"), width=162),
            "mentions": st.column_config.NumberColumn(_("Mentions"), width=94),
            "apart": choosing.apart(),
        },
        ids,
        lambda actor: state.move(actor=actor, relation=None, event=None),
        key="actors",
        alt=_("All actors of this selection"),
        chosen=current().actor,
        row_height=choosing.LINES,
    )
