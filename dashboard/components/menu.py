"""Going from page to page by the menu and by links."""

import streamlit as st

from dashboard.components import source

_menu = st.components.v2.component("lagebild_menu", js=source("menu.js"))


def going(page: str) -> None:
    """Have each page begin at its top, and the menu close where it lies over the page, once a page is chosen or
    the button `show_found` is pressed.

    Shows nothing.

    Args:
        page: the path of the page that is shown.
    """
    _menu(data={"page": page}, key="menu", width="content")
