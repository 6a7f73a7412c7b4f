"""Events to be checked by a person, one after the other, and how much of what was checked was right."""

import streamlit as st

from dashboard import data
from dashboard.parts import cards, correcting, to_check
from dashboard.words.i18n import _

corpus, shown, checks = data.corpus(), data.shown(), data.checks()

st.title(_("To check"), anchor=False)
to_check.lost(corpus)
if corpus.events.empty:
    cards.empty(corpus, shown_any=False)
else:
    to_check.measured(checks)
    if to_check.allowed():
        lot = to_check.choose(checks, shown)
        correcting.latest(corpus)
        to_check.one(corpus, lot)
st.header(_("Corrections"), anchor=False)
to_check.decisions(corpus)
