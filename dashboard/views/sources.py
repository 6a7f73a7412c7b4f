"""What was read, how dates were found, how extraction works, and the tables to take away."""

import streamlit as st

from dashboard import data
from dashboard.parts import sources
from dashboard.words.i18n import _

corpus, shown = data.corpus(), data.shown()

st.title(_("Sources and method"), anchor=False)
if corpus.documents.empty:
    st.info(_("This corpus holds no documents."), icon=":material/inbox:")
else:
    st.subheader(_("Documents"), anchor=False)
    sources.documents(corpus)
    st.subheader(_("What was read"), anchor=False)
    sources.read(corpus)
    st.subheader(_("Coverage over time"), anchor=False)
    sources.coverage(corpus)
st.subheader(_("How it works"), anchor=False)
sources.method()
st.subheader(_("How well it works"), anchor=False)
sources.quality()
st.subheader(_("Downloads"), anchor=False)
sources.downloads(corpus, shown)
