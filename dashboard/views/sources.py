"""What was read, how dates were found, how extraction works, and the tables to take away."""

import streamlit as st

from dashboard import data
from dashboard.parts import sources
from dashboard.words.i18n import _

corpus, shown = data.corpus(), data.shown()

st.title(_("Sources and method"), anchor=False)
if corpus.documents.empty:
    st.info(_("This corpus holds no texts."), icon=":material/inbox:")
else:
    st.header(_("Texts"), anchor=False)
    sources.documents(corpus)
    st.header(_("What was read"), anchor=False)
    sources.read(corpus)
    st.header(_("Coverage over time"), anchor=False)
    sources.coverage(corpus)
st.header(_("How it works"), anchor=False)
sources.method()
st.header(_("What the words mean"), anchor=False)
sources.glossary()
st.header(_("How well it works"), anchor=False)
sources.quality()
st.header(_("Downloads"), anchor=False)
sources.downloads(corpus, shown)
