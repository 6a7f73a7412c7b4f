"""Two sources side by side, with the passages that carry the events."""

from functools import partial

import streamlit as st

from dashboard import data, hosting, state
from dashboard.asking.reader import opened, shared
from dashboard.components import PRINT
from dashboard.components.printing import printing
from dashboard.components.reader import reader as show_reader
from dashboard.parts import cards, collecting, correct_document, reader
from dashboard.state import current
from dashboard.words.i18n import _

corpus, shown, view = data.corpus(), data.shown(), current()
left, right = opened(corpus, view.left, view.right, view.event)
st.html(PRINT)

st.title(_("Reader"), anchor=False)
if left is None:
    st.info(_("This corpus holds no texts."), icon=":material/inbox:")
    st.stop()

documents = [doc for doc in (left, right) if doc]
both = shared(corpus, left, right)
with st.container(key="reader_controls"):
    st.toggle(_("Choose texts and marks"), key="reader_unfold")  # on a telephone alone, see `page.css`
    with st.container(key="reader_fold_texts", horizontal=True, vertical_alignment="bottom"):
        reader.choose(corpus, left, right)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            reader.steps(corpus, both, left, right)
            if view.event:
                with st.container(key="reader_fold_collect", width="content"):
                    collecting.passages(corpus, view.event, documents)
            collecting.marked(documents)
        with st.container(key="reader_fold_marks", horizontal=True, vertical_alignment="center", width="content"):
            layers = reader.layers()
            printing(_("Print"), key="print")
    if view.event is None:
        st.caption(
            _("Choose a marked passage to see which event it carries, here and in the other source.")
            + (" " + _("Arrow keys go from one to the next.") if both else "")
        )
if view.event:
    reader.chosen(corpus, view.event, documents)

texts = reader.shown(corpus, documents)
told = (event for doc in documents for event in corpus.claims.inside(doc)["event_id"])
show_reader(
    texts,
    key="reader",
    event=view.event,
    steps=both,
    inside=[event for event in told if event in shown.events.index],
    layers=layers,
    marks=reader.key(texts),
    called=_("What the marks mean"),
    words={"original": _("Original"), "earlier": _("Page before"), "later": _("Next page")},
    on_turn=reader.turn,
    on_leaf=partial(reader.leaf, documents),
    on_pick=lambda event: state.move(event=event, left=left, right=right),
    on_mark=partial(collecting.mark, corpus) if hosting.may_collect() else None,
)

with st.container(key="reader_below"):
    for side, doc in zip(st.columns(2), (left, right), strict=True):
        if doc:
            with side:
                correct_document.present(corpus, doc)
    if view.event:
        cards.chosen_event(corpus, "")
