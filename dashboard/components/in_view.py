"""The card of what was chosen, brought into view."""

import streamlit as st

from dashboard.components import source

_in_view = st.components.v2.component("lagebild_in_view", js=source("in_view.js"))


def in_view(card: str, chosen: str | None) -> None:
    """Scroll to a container once something else is chosen, unless it is in view already or keys have chosen it.

    Args:
        card: Streamlit's key of the container.
        chosen: what is chosen now; None for nothing.
    """
    _in_view(data={"card": card, "chosen": chosen}, key=f"in_view_{card}", height=1)
