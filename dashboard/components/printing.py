"""A button that prints the page."""

import streamlit as st

from dashboard.components import source

_printing = st.components.v2.component(
    "lagebild_printing",
    html='<button type="button"></button>',
    css=source("buttons.css", "share.css"),
    js=source("printing.js"),
)


def printing(label: str, *, key: str) -> None:
    """Show the button; `key` is Streamlit's key of the component."""
    _printing(data={"label": label}, key=key, width="content")
