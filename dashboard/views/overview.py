"""What this corpus holds and what a briefing would say first; everything on it leads on with the right selection."""

import streamlit as st

from dashboard import data, state
from dashboard.parts import cards, changes, overview, timeline
from dashboard.words.i18n import _

corpus, shown, findings = data.corpus(), data.shown(), data.findings()

st.title(_("Overview"), anchor=False)
overview.what_it_is(corpus)
if corpus.events.empty:
    cards.empty(corpus, shown_any=False)
    overview.nothing(corpus)
else:
    overview.counters(corpus, shown, len(findings.differing))
    changes.finding(corpus, data.news(), shown)
    cards.empty(corpus, len(shown.events) > 0)
if len(shown.events):
    grid = st.grid(2, min_column_width=330)
    left, right = grid.cell(), grid.cell()
    differ = findings.compared or len(findings.differing) or len(findings.perhaps)
    with left, st.container(border=True):
        overview.told(corpus, findings)
    with right, st.container(border=True):
        label = _("Show all with the filter")
        overview.heading(_("Planned and possible"), "timeline", label, statuses=("planned", "possible"))
        overview.ahead(corpus, findings.announced)
    with left if differ else right, st.container(border=True):
        overview.heading(_("Who stands in the middle"), "network")
        overview.middle(corpus, shown, findings.middle, data.bonds())
    if differ:
        with right, st.container(border=True):
            overview.heading(_("What is told differently"), "discrepancies")
            overview.discrepancies(corpus, findings)
if len(shown.placed):
    with st.container(border=True):
        overview.heading(_("Over time"), "timeline")
        timeline.brush(corpus, key="overview_time")
        st.caption(_("Drag over a stretch to make it the time window of all pages."))
        if drawn := timeline.axis(corpus):
            timeline.outside(corpus, shown.placed, drawn)

if len(shown.events) or (corpus.events.empty and len(corpus.documents)):
    with st.container(border=True):
        overview.heading(_("Texts"), "sources")
        overview.documents(corpus, shown)
if state.current().event:
    cards.chosen_event(corpus, "")
