"""A button that puts the page's address on the clipboard."""

import streamlit as st

from dashboard.components import source

_share = st.components.v2.component(
    "lagebild_share",
    html='<button type="button"></button><span role="status"></span>',
    css=source("share.css"),
    js=source("share.js"),
)


def copy_link(label: str, done: str) -> None:
    """Show the button; `done` is what it says once the address is copied."""
    _share(data={"label": label, "done": done}, key="share", width="content")
