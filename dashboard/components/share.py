"""A button that puts the page's address on the clipboard."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.components import source

_share = st.components.v2.component(
    "lagebild_share",
    html='<button type="button"></button><span role="status"></span>',
    css=source("buttons.css", "share.css"),
    js=source("share.js"),
)


def copy_link(label: str, done: str, *, key: str = "share", params: Mapping[str, Sequence[str]] | None = None) -> None:
    """Show the button; `done` is what it says once the address is copied: with other parameters where some are given.

    `key` is Streamlit's key of the component.
    """
    query = None if params is None else f"?{urlencode(params, doseq=True)}"
    _share(data={"label": label, "done": done, "query": query}, key=key, width="content")
