"""What a stop shows, large: title, facts, quotes with words marked, a picture. All of it is text, never markup."""

from base64 import b64encode
from collections.abc import Callable
from typing import Any

import streamlit as st

from core.handouts.model import Picture, Section
from dashboard.components import source

_stage = st.components.v2.component(
    "lagebild_stage", html="<article></article>", css=source("stage.css"), js=source("stage.js")
)


def stage(
    section: Section,
    *,
    key: str,
    narrow: Picture | None = None,
    words: dict[str, str],
    screen: str | None = None,
    on_go: Callable[[int], None] | None = None,
) -> None:
    """Show a stop.

    Args:
        section: what it shows.
        key: Streamlit's key of the component.
        narrow: its picture as it is drawn for a phone.
        words: in the interface's language: `gone` (the quote does not stand in the source), `source` (the address),
            `differences` (what stands above them).
        screen: what stands above it where it fills the screen; it then hears a presenter's keys, and a swipe.
        on_go: called with 1 or -1 for one on or one back, and with larger steps for the last and the first one.
    """

    def gone() -> None:
        step = st.session_state[key].go
        if step and on_go:
            on_go(int(step["by"]))

    data: dict[str, Any] = {
        "title": section.title,
        "kind": section.kind,
        "facts": section.facts,
        "parties": section.parties,
        "corrected": section.corrected,
        "words": section.words,
        "differences": section.differences,
        "legend": section.legend,
        "missing": section.missing,
        "passages": [
            {
                "before": one.before,
                "quote": one.anchor.quote,
                "after": one.after,
                "source": one.source,
                "known": one.known,
                "stands": one.stands,
                "url": one.url,
            }
            for one in section.passages
        ],
        "picture": _address(section.picture),
        "narrow": _address(narrow),
        "alt": section.picture.alt if section.picture else "",
        "said": words,
        "screen": screen,
    }
    _stage(data=data, key=key, on_go_change=gone)


def _address(picture: Picture | None) -> str | None:
    """A picture as an address that holds all of it; a browser runs nothing in it."""
    return f"data:image/svg+xml;base64,{b64encode(picture.svg.encode()).decode()}" if picture else None
