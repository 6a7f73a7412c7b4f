"""The parts of the reader: what chooses the documents, goes from event to event and says what is marked."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard import data, state
from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.reader import with_notes
from dashboard.parts import choosing, collecting
from dashboard.scenes import noted
from dashboard.state import tied
from dashboard.words.i18n import _

PAIRS = 20


def choose(corpus: Corpus, left: str, right: str | None) -> None:
    """Boxes to choose the two documents, each by itself or both as a pair."""
    choosing.box(_("Left"), choosing.documents(corpus), "left", left, lambda doc: {"left": doc, "right": right})
    if len(corpus.documents) > 1:
        others = choosing.documents(corpus, without=left)
        choosing.box(_("Right"), others, "right", right, lambda doc: {"left": left, "right": doc})
    best = corpus.claims.document_pairs[:PAIRS]
    if best:
        st.selectbox(
            _("Pairs with most in common"),
            best,
            index=None,
            placeholder=_("choose a pair"),
            format_func=lambda pair: f"{corpus.titles[pair[0]]} – {corpus.titles[pair[1]]} ({pair[2]})",
            **tied(
                "pair",
                next((pair for pair in best if {pair[0], pair[1]} == {left, right}), None),
                lambda pair: {"left": pair[0], "right": pair[1]} if pair else {},
            ),
        )


def steps(corpus: Corpus, events: Sequence[str], chosen: str | None, *, pair: bool) -> None:
    """Buttons to the events before and after the chosen one, and where it stands among those of the text, or `pair`."""
    at = events.index(chosen) if chosen in events else -1
    st.button(
        _("Previous"),
        icon=":material/arrow_back:",
        disabled=at <= 0,
        on_click=state.move,
        kwargs={"event": events[max(at - 1, 0)] if events else None},
    )
    st.button(
        _("Next"),
        icon=":material/arrow_forward:",
        disabled=at >= len(events) - 1,
        on_click=state.move,
        kwargs={"event": events[min(at + 1, len(events) - 1)] if events else None},
    )
    place = f"{at + 1} / {len(events)} · " if at >= 0 else ""
    count = counting.events(corpus.events.loc[list(events)])
    st.caption(place + (_("in both: {events}").format(events=count.told) if pair else count.told))


def shown(corpus: Corpus, documents: Sequence[str]) -> list[dict[str, Any]]:
    """Documents as the reader component takes them, with the notes that people have put on their passages."""
    notes = collecting.every_note()
    return [with_notes(data.document(doc), noted.inside(corpus, doc, notes)) for doc in documents]


def layers() -> list[str]:
    """What is to be marked in the texts, as it is chosen."""
    names = {
        "claim": _("Events"),
        "actor": _("Actors"),
        "time": _("Times"),
        "note": _("Remarks"),
        "comment": _("Notes"),
    }
    chosen = st.pills(
        _("Mark"),
        list(names),
        selection_mode="multi",
        default=["claim", "note", "comment"],
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key="layers",
    )
    return list(chosen)
