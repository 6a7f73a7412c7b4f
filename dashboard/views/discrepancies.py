"""Where sources contradict each other: both passages, and the way to them."""

import streamlit as st

from dashboard import data
from dashboard.parts import cards, discrepancies
from dashboard.words.i18n import _, ngettext

corpus, shown = data.corpus(), data.shown()
found = discrepancies.of(corpus, shown)

st.title(_("Discrepancies"), anchor=False)
if found.empty:
    cards.empty(corpus, len(shown.dated) + len(shown.undated) > 0)
    st.info(_("The sources of this selection do not contradict each other."), icon=":material/done_all:")
else:
    st.markdown(
        ngettext(
            "In {n} point the sources differ. Which one is right, the texts themselves cannot tell.",
            "In {n} points the sources differ. Which one is right, the texts themselves cannot tell.",
            len(found),
        )
    )
    for row in discrepancies.first(found):
        discrepancies.card(corpus, row)
