"""New texts for the corpus, and what is known of those that are there; only where the host allows it."""

import streamlit as st

from dashboard import hosting
from dashboard.words.i18n import _

if not hosting.may_add():
    st.stop()

# Only here: what reads texts takes seconds to import.
from dashboard.parts import add, edit

st.title(_("Add sources"), anchor=False)
where = add.folder()
if where:
    add.outcome(where)
    st.header(_("New sources"), anchor=False)
    add.new(where)
    st.header(_("Sources in the folder"), anchor=False)
    edit.present(where)
    edit.rebuild()
