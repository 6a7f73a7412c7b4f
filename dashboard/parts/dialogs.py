"""Dialogs, and what their being open means for the page below: its keys do nothing, or writing would press them."""

from collections.abc import Callable
from typing import Any, Literal, TypeVarTuple

import streamlit as st

_OPENS = "opens_"

Given = TypeVarTuple("Given")


def opened_by(
    label: str,
    title: str,
    show: Callable[[*Given], None],
    *args: *Given,
    key: str,
    width: Literal["small", "medium"] = "medium",
    **button: Any,
) -> None:
    """A button that opens a dialog.

    Args:
        label: what the button says.
        title: what stands above the dialog.
        show: shows what is in it.
        args: what `show` is called with.
        key: the button's own name on its page.
        width: the dialog's.
        button: further options of `st.button`.
    """
    if st.button(label, key=f"{_OPENS}{key}", **button):
        # With a run of the page as it closes, from which on the page's keys act again.
        st.dialog(title, width=width, icon=button.get("icon"), on_dismiss="rerun")(show)(*args)


def key_of_page(key: str) -> str | None:
    """A key for a button of the page; None in the run that opens a dialog above it."""
    opening = any(name.startswith(_OPENS) and st.session_state[name] for name in map(str, st.session_state))
    return None if opening else key
