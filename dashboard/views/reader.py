"""Two sources side by side, with the passages that carry the events."""

from functools import partial

import streamlit as st

from dashboard import data, hosting, state
from dashboard.asking.reader import opened, shared
from dashboard.components.reader import reader as show_reader
from dashboard.parts import cards, collecting, correct_document, discrepancies, reader
from dashboard.parts.way import way
from dashboard.state import current
from dashboard.words.i18n import _
from dashboard.words.markup import plain

corpus, shown, view = data.corpus(), data.shown(), current()
left, right = opened(corpus, view.left, view.right, view.event)

st.title(_("Reader"), anchor=False)
if left is None:
    st.info(_("This corpus holds no documents."), icon=":material/inbox:")
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom"):
    reader.choose(corpus, left, right)

both = shared(corpus, left, right)
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        reader.steps(corpus, both, view.event, pair=bool(right))
        if view.event:
            collecting.passages(corpus, view.event, [doc for doc in (left, right) if doc])
        collecting.marked([doc for doc in (left, right) if doc])
    layers = reader.layers()

told = (event for doc in (left, right) if doc for event in corpus.claims.inside(doc)["event_id"])
show_reader(
    reader.shown(corpus, [doc for doc in (left, right) if doc]),
    key="reader",
    event=view.event,
    inside=[event for event in told if event in shown.events.index],
    layers=layers,
    on_pick=lambda event: state.move(event=event, left=left, right=right),
    on_mark=partial(collecting.mark, corpus) if hosting.may_collect() else None,
)

for side, doc in zip(st.columns(2), (left, right), strict=True):
    if doc:
        with side:
            correct_document.present(corpus, doc)
if view.event is None:
    st.info(
        _("Choose a marked passage to see which event it carries, here and in the other source."),
        icon=":material/touch_app:",
    )
else:
    sources = corpus.documents_of(view.event)
    if not {left, right} & set(sources):
        st.warning(_("Neither of these two documents reports the chosen event."), icon=":material/info:")
        way(
            "reader",
            _("Open its sources: {title}").format(title=plain(corpus.title(sources[0]))),
            ":material/menu_book:",
            key="open_sources",
            **cards.reading(corpus, view.event),
        )
    discrepancies.warnings(corpus, view.event)
    cards.chosen_event(corpus, "")
