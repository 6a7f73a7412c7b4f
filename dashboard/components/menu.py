"""The menu on a narrow screen."""

import streamlit as st

from dashboard.components import source

_menu = st.components.v2.component("lagebild_menu", js=source("menu.js"))


def closing() -> None:
    """Have the sidebar close once a page is chosen in it, where it lies over the page; shows nothing."""
    _menu(key="menu", width="content")
