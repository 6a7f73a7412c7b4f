"""Ways into other pages, a line each. Streamlit's own links cut what does not fit; these go on in the next line."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from dashboard.components import source

_links = st.components.v2.component("lagebild_links", html="<ul></ul>", css=source("links.css"), js=source("links.js"))


class Way(NamedTuple):
    """One line: a sign before it, its words, fainter words after them, and the page and address that it leads to.

    Under it may stand the words of a source that it rests on.
    """

    sign: str
    text: str
    aside: str
    page: str
    params: Mapping[str, Sequence[str]]
    quote: str = ""


def links(ways: Sequence[Way], *, key: str) -> None:
    """Show the ways; `key` is Streamlit's key of the component."""
    lines = [
        {
            "sign": way.sign,
            "text": way.text,
            "aside": way.aside,
            "quote": way.quote,
            "href": f"{way.page}?{urlencode(way.params, doseq=True)}",  # every page's address is beside the others'
        }
        for way in ways
    ]
    _links(data={"lines": lines}, key=key)
