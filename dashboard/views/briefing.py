"""Collections: put in order, written to, presented, handed out; and all notes."""

import streamlit as st

from core.journal import JournalError
from dashboard import data, kept
from dashboard.parts import briefing, collecting, presenting
from dashboard.state import current
from dashboard.words.i18n import _
from dashboard.words.markup import plain
from dashboard.words.remarks import told

corpus, view = data.corpus(), current()

try:
    collections, notes = kept.collections(), kept.notes()
except JournalError as error:
    st.title(_("Briefing"), anchor=False)
    st.error(plain(told(error.message)), icon=":material/error:")
    st.stop()

if view.present:
    shown = next((one for one in collections if one.id == view.present), None)
    if shown and shown.stops:
        presenting.show(corpus, shown)
    else:
        st.title(_("Briefing"), anchor=False)
        presenting.empty(shown)
    st.stop()

st.title(_("Briefing"), anchor=False)
collecting.refused()
chosen = briefing.choose(collections)
briefing.taken_back()
if chosen is None or not chosen.stops:
    briefing.how()
if chosen:
    briefing.actions(chosen)
    briefing.stops(corpus, chosen)
if notes:
    st.header(_("Notes"), anchor=False)
    briefing.notes(corpus, notes)
