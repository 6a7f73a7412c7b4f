"""Who appears with whom: the relations of the selected events."""

import streamlit as st

from dashboard import data
from dashboard.components.in_view import in_view
from dashboard.parts import actors, cards, choosing, collecting, network, network_play, playing
from dashboard.state import bound, current
from dashboard.words.i18n import _, ngettext

corpus, shown, view, play = data.corpus(), data.shown(), current(), playing.playing()
everything = network_play.offered(play)

st.title(_("Network"), anchor=False)

with st.container(horizontal=True, vertical_alignment="bottom"):
    actors.choose(corpus, _("Find an actor"))
    if view.actor:
        st.segmented_control(
            _("Show around the chosen actor"),
            [0, 1, 2],
            format_func={0: _("everyone"), 1: _("1 step"), 2: _("2 steps")}.__getitem__,
            required=True,
            **bound("steps"),
        )
    actors.choose_other(corpus, _("Shortest connection to"))
    strongest = int(everything["events"].max()) if len(everything) else 1
    if strongest > 1:
        st.slider(_("At least so many events"), 1, strongest, **bound("strength"))

network.kinds(everything)

kept, way = network_play.kept(play)
if kept.empty and play is None:
    if len(everything):
        st.info(_("No relation is this strong, or the chosen actor has none here."), icon=":material/link_off:")
    else:
        cards.empty(corpus, len(shown.events) > 0)
        if len(shown.events):
            st.info(_("No event of this selection names two actors."), icon=":material/link_off:")
else:
    grid = st.grid(5, min_column_width=140)
    with grid.cell(column_span=3):
        network_play.show(corpus, play, kept, way)
        network.legend(kept)
        collecting.network(corpus)
        if shown.left_out:
            st.caption(
                ngettext(
                    "{n} event without a date is left out while the time window is narrowed.",
                    "{n} events without a date are left out while the time window is narrowed.",
                    shown.left_out,
                )
            )
    with grid.cell(column_span=2), st.container(key="network_card"):
        if view.to and view.actor:
            network.way_text(corpus, way)
        if view.relation:
            network.relation_card(corpus, view.relation, shown.events)
        elif view.actor:
            network.actor_card(corpus, view.actor, shown.events)
        else:
            hint = _(
                "Choose an actor or a relation, in the picture or in the table; then ways to others can be asked for."
            )
            st.info(choosing.with_keys(hint), icon=":material/touch_app:")
if view.event:
    cards.chosen_event(corpus, "")

st.header(_("All relations of this selection"), anchor=False)
network.table(corpus, kept)
if len(kept) and play is None:  # what is played is taken away beside it
    network.take_away(corpus, kept, shown.events, (view.first, view.last))
# Last: each takes up some room.
in_view("network_card", view.relation or view.actor)
in_view("event_card", view.event)
