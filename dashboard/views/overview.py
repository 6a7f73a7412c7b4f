"""What this corpus holds, in one screen; everything on it leads on with the right selection."""

import streamlit as st

from dashboard import data, state
from dashboard.asking import counting
from dashboard.parts import cards, discrepancies, overview, timeline
from dashboard.words.i18n import _, number

corpus, shown = data.corpus(), data.shown()

st.title(_("Overview"), anchor=False)
overview.headline(corpus, shown)

with st.container(horizontal=True):
    st.metric(_("Documents"), number(len(corpus.documents)), border=True)
    count = counting.events(shown.events)
    st.metric(_("Events"), number(count.total), count.apart or None, delta_color="off", delta_arrow="off", border=True)
    st.metric(_("Quotes"), number(int(shown.events["n_claims"].sum())), border=True)
    st.metric(_("Actors"), number(overview.acting(corpus, shown)), border=True)
    st.metric(_("Discrepancies"), number(len(discrepancies.of(corpus, shown))), border=True)

cards.empty(corpus, len(shown.events) > 0)
if len(shown.placed):
    with st.container(border=True):
        overview.heading(_("Over time"), "timeline")
        timeline.brush(corpus, key="overview_time")
        st.caption(_("Drag over a stretch to make it the time window of all pages."))
        if drawn := timeline.axis(corpus):
            timeline.outside(corpus, shown.placed, drawn)

if len(shown.events):
    grid = st.grid(2, min_column_width=330)
    with grid.cell():
        with st.container(border=True):
            overview.heading(_("Strongest relations"), "network")
            overview.relations(corpus)
        with st.container(border=True):
            overview.heading(_("Sources differ"), "discrepancies")
            overview.discrepancies(corpus, shown)
    with grid.cell(), st.container(border=True):
        overview.heading(_("Planned and possible"), "timeline", statuses=("planned", "possible"))
        overview.ahead(shown)

with st.container(border=True):
    overview.heading(_("Documents"), "sources")
    overview.documents(corpus)
if state.current().event:
    cards.chosen_event(corpus, "")
