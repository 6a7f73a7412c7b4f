"""Keys that press buttons of the page, where Streamlit's shortcuts would also act in sliders and lists."""

from collections.abc import Mapping

import streamlit as st

from dashboard.components import source

_pressing = st.components.v2.component("lagebild_pressing", js=source("free.js", "pressing.js"))


def pressing(keys: Mapping[str, str]) -> None:
    """Have keys press buttons, except in fields, sliders, lists and dialogs; shows nothing.

    Args:
        keys: by the browser's name of the key, Streamlit's key of the button that it presses.
    """
    _pressing(data={"keys": dict(keys)}, key="pressing", width="content")
