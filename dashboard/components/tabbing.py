"""Going through the page with the Tab key."""

import streamlit as st

from dashboard.components import source

_tabbing = st.components.v2.component("lagebild_tabbing", js=source("tabbing.js"))


def tabbing() -> None:
    """Have Tab come to tables without choosing a row in them; shows nothing."""
    _tabbing(key="tabbing", width="content")
