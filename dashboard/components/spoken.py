"""The language that the whole page says it is in."""

import streamlit as st

from dashboard.components import source

_spoken = st.components.v2.component("lagebild_spoken", js=source("spoken.js"))


def spoken(language: str) -> None:
    """Have the page say that it is in a language; shows nothing."""
    _spoken(data={"language": language}, key="spoken", width="content")
