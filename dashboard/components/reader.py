"""Two documents side by side with marked stretches. The text goes into the page as text: nothing in it ever runs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from dashboard.components import source

_reader = st.components.v2.component(
    "lagebild_reader",
    html=source("reader.html"),
    css=source("buttons.css", "reader.css"),
    js=source("free.js", "reader.js"),
)
_choice = st.components.v2.component("lagebild_reader_choice", js=source("reader_choice.js"))


class Mark(NamedTuple):
    """An entry of the key: a layer that marks look like, what it stands for, and its colour if it has several."""

    layer: str
    label: str
    colour: str = ""


def reader(
    documents: list[dict[str, Any]],
    *,
    key: str,
    event: str | None,
    steps: Sequence[str],
    inside: Sequence[str],
    layers: Sequence[str],
    marks: Sequence[Mark],
    called: str,
    words: Mapping[str, str],
    on_pick: Callable[[str], None],
    on_turn: Callable[[int], None],
    on_leaf: Callable[[int, int], None],
    on_mark: Callable[[str, int, int], None] | None = None,
) -> None:
    """Show one or two documents (see `asking.reader.document`).

    Args:
        documents: left and, if there is one, right; with `original` (see `asking.original.shown`), its file is shown.
        key: Streamlit's key of the component.
        event: the chosen event; its passages are scrolled to and set off in both documents.
        steps: the events that the arrow keys lead through; they do nothing while somebody types, or in a dialog.
        inside: the events that pass the filters; the others are drawn faintly.
        layers: what is marked: claim, actor, time, differ, note, comment.
        marks: the key above the documents; entries of layers that are not marked are left out.
        called: what the key is called, for those who do not see it.
        words: what the buttons of a pane are called: original, earlier and later.
        on_pick: called with the event whose passage was clicked or stepped to; a second click on the same spot takes
            the next event there, if several overlap.
        on_turn: called with the side (0 is left) whose pane is to show its document's file, or its text again.
        on_leaf: called with the side and the page of the file that it is to show.
        on_mark: called with a document and a stretch of its text, in UTF-16 units, that was marked with the mouse or
            the keyboard; None where nobody is to hear of that.
    """

    answered = f"{key}_answered"

    def picked() -> None:
        pick = st.session_state[key].pick
        if pick:
            st.session_state[answered] = pick["at"]
            on_pick(pick["event"])

    def marked() -> None:
        mark = st.session_state[key].mark
        if mark and on_mark:
            on_mark(mark["document"], mark["start"], mark["end"])

    def turned() -> None:
        turn = st.session_state[key].turn
        if turn:
            on_turn(turn["side"])

    def leafed() -> None:
        leaf = st.session_state[key].leaf
        if leaf:
            on_leaf(leaf["side"], leaf["page"])

    data = {
        "documents": documents,
        "name": key,
        "marks": on_mark is not None,
        "key": list(marks),
        "called": called,
        "words": dict(words),
    }
    _reader(
        data=data,
        key=key,
        on_pick_change=picked,
        on_mark_change=marked,
        on_turn_change=turned,
        on_leaf_change=leafed,
    )
    chosen = {
        "name": key,
        "event": event,
        "answered": st.session_state.get(answered, 0),
        "steps": list(steps),
        "inside": list(inside),
        "layers": list(layers),
    }
    _choice(data=chosen, key=f"{key}_choice", height=1)
