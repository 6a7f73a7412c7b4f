"""What is new since an earlier build: plans first, then events, discrepancies, actors and sources."""

import streamlit as st

from dashboard import data
from dashboard.parts import changes
from dashboard.words.i18n import _

corpus, news = data.corpus(), data.news()

st.title(_("What is new"), anchor=False)
if news is None:
    st.info(
        _("Nothing is remembered of these tables. The next build will be, and from then on what is new can be told."),
        icon=":material/history_off:",
    )
else:
    changes.since(news)
    if news.since is not None:
        changes.all_of_it(corpus, news, data.shown())
