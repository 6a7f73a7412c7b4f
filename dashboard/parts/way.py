"""A way from one page into another, or to something else on the same page; the address goes along with it."""

from typing import Any

import streamlit as st

from dashboard import state


def way(page: str, label: str, icon: str, *, key: str, help: str | None = None, **changes: Any) -> None:  # noqa: A002 - as Streamlit's
    """A link that opens a page with the view changed.

    A link of Streamlit's into the page that is open changes what is shown, but not the address: there it is a button.

    Args:
        page: the page's path.
        label: what the link says.
        icon: the sign before it.
        key: its own name on the page.
        help: what is said where the pointer rests on it.
        changes: how the view changes (see `state.move`).
    """
    if state.page() == page:
        st.button(label, key=key, icon=icon, type="tertiary", help=help, on_click=state.move, kwargs=changes)
    else:
        st.page_link(f"views/{page}.py", label=label, icon=icon, help=help, query_params=state.link(**changes))
