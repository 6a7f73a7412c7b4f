"""Who takes part: a card for each actor, and two of them compared."""

import streamlit as st

from dashboard import data
from dashboard.components.in_view import in_view
from dashboard.parts import actors, cards, choosing, correcting, may_be_one
from dashboard.state import current
from dashboard.words.i18n import _

corpus, shown, view = data.corpus(), data.shown(), current()

st.title(_("Actors"), anchor=False)
if corpus.actors.empty:
    st.info(_("The texts of this corpus name no actors."), icon=":material/inbox:")
    st.stop()

correcting.latest(corpus, correcting.OF_ACTORS)
with st.container(horizontal=True, vertical_alignment="bottom"):
    actors.choose(corpus, _("Actor"))
    actors.choose_other(corpus, _("Compare with"))

if view.actor and view.to and view.to != view.actor:
    for side, actor in zip(st.columns(2), (view.actor, view.to), strict=True):
        with side:
            actors.card(corpus, actor, shown.events)
    may_be_one.chosen(corpus, view.actor, view.to)
    if corpus.decided.changes.now(view.actor) != corpus.decided.changes.now(view.to):
        actors.together(corpus, view.actor, view.to, shown.events)
elif view.actor:
    with st.container(key="actor_card"):
        actors.card(corpus, view.actor, shown.events)
    may_be_one.present(corpus, view.actor)
    actors.events_of_one(corpus, view.actor, shown.events)
else:
    hint = _("Choose an actor, in the box or in the table; another can be compared with it then.")
    st.info(choosing.with_keys(hint), icon=":material/touch_app:")
    may_be_one.present(corpus, None)
if view.event:
    cards.chosen_event(corpus, "")

st.header(_("All actors of this selection"), anchor=False)
actors.table(corpus, shown.events)
# Last: each takes up some room.
in_view("actor_card", view.actor)
in_view("event_card", view.event)
