"""Two sources side by side, with the passages that carry the events."""

import streamlit as st

from dashboard import data, state
from dashboard.asking.reader import opened, shared
from dashboard.components.reader import reader
from dashboard.parts import cards, choosing, discrepancies
from dashboard.state import current, tied
from dashboard.words.i18n import _, ngettext
from dashboard.words.markup import plain

corpus, shown, view = data.corpus(), data.shown(), current()
left, right = opened(corpus, view.left, view.right, view.event)

st.title(_("Reader"), anchor=False)
if left is None:
    st.info(_("This corpus holds no documents."), icon=":material/inbox:")
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom"):
    choosing.box(_("Left"), choosing.documents(corpus), "left", left, lambda doc: {"left": doc, "right": right})
    if len(corpus.documents) > 1:
        others = choosing.documents(corpus, without=left)
        choosing.box(_("Right"), others, "right", right, lambda doc: {"left": left, "right": doc})
    best = corpus.document_pairs[:20]
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

both = shared(corpus, left, right)
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        at = both.index(view.event) if view.event in both else -1
        st.button(
            _("Previous"),
            icon=":material/arrow_back:",
            disabled=at <= 0,
            on_click=state.move,
            kwargs={"event": both[max(at - 1, 0)] if both else None},
        )
        st.button(
            _("Next"),
            icon=":material/arrow_forward:",
            disabled=at >= len(both) - 1,
            on_click=state.move,
            kwargs={"event": both[min(at + 1, len(both) - 1)] if both else None},
        )
        place = f"{at + 1} / {len(both)} · " if at >= 0 else ""
        st.caption(
            place
            + (
                ngettext("{n} event in both", "{n} events in both", len(both))
                if right
                else ngettext("{n} event", "{n} events", len(both))
            )
        )
    names = {"claim": _("Events"), "actor": _("Actors"), "time": _("Times"), "note": _("Notes")}
    layers = st.pills(
        _("Mark"),
        list(names),
        selection_mode="multi",
        default=["claim", "note"],
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key="layers",
    )

passing = shown.events.index
reader(
    [data.document(doc) for doc in (left, right) if doc],
    key="reader",
    event=view.event,
    inside=[event for doc in (left, right) if doc for event in corpus.claims_in(doc)["event_id"] if event in passing],
    layers=list(layers),
    on_pick=lambda event: state.move(event=event, left=left, right=right),
)

if view.event is None:
    st.info(
        _("Choose a marked passage to see which event it carries, here and in the other source."),
        icon=":material/touch_app:",
    )
else:
    sources = corpus.documents_of(view.event)
    if not {left, right} & set(sources):
        st.warning(_("Neither of these two documents reports the chosen event."), icon=":material/info:")
        st.page_link(
            "views/reader.py",
            label=_("Open its sources: {title}").format(title=plain(corpus.title(sources[0]))),
            icon=":material/menu_book:",
            query_params=state.link(**cards.reading(corpus, view.event)),
        )
    discrepancies.warnings(corpus, view.event)
    cards.chosen_event(corpus, "")
