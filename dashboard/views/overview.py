"""What this corpus holds and what a briefing would say first; everything on it leads on with the right selection."""

import streamlit as st

from dashboard import data, state
from dashboard.parts import cards, changes, overview, timeline
from dashboard.words.i18n import _

corpus, shown, findings = data.corpus(), data.shown(), data.findings()

st.title(_("Overview"), anchor=False)
overview.what_it_is(corpus)
overview.counters(corpus, shown, len(findings.differing))
changes.finding(corpus, data.news(), shown)

cards.empty(corpus, len(shown.events) > 0)
if len(shown.events):
    grid = st.grid(2, min_column_width=330)
    with grid.cell():
        with st.container(border=True):
            overview.heading(_("What most sources tell"), "timeline")
            overview.told(findings)
        with st.container(border=True):
            overview.heading(_("Sources differ"), "discrepancies")
            overview.discrepancies(corpus, findings)
    with grid.cell():
        with st.container(border=True):
            overview.heading(_("Planned and possible"), "timeline", statuses=("planned", "possible"))
            overview.ahead(findings.announced)
        with st.container(border=True):
            overview.heading(_("Who stands in the middle"), "network")
            overview.middle(corpus, shown, findings.middle)
if len(shown.placed):
    with st.container(border=True):
        overview.heading(_("Over time"), "timeline")
        timeline.brush(corpus, key="overview_time")
        st.caption(_("Drag over a stretch to make it the time window of all pages."))
        if drawn := timeline.axis(corpus):
            timeline.outside(corpus, shown.placed, drawn)

with st.container(border=True):
    overview.heading(_("Documents"), "sources")
    overview.documents(corpus)
if state.current().event:
    cards.chosen_event(corpus, "")
