"""Events in time: a chart, the card of the chosen event, and the same events as tables."""

import streamlit as st

from dashboard import data, state
from dashboard.components.in_view import in_view
from dashboard.parts import cards, choosing, collecting, playing, timeline
from dashboard.state import bound
from dashboard.words.i18n import _

corpus, shown, play = data.corpus(), data.shown(), playing.playing()

with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    st.title(_("Timeline"), anchor=False)
    names = {"type": _("by type"), "actor": _("by actor"), "source": _("by source"), "place": _("by place")}
    st.segmented_control(
        _("Lanes"),
        list(state.LANES),
        format_func=names.__getitem__,
        required=True,
        wrap=True,
        **bound("lanes"),
    )

if play is None:
    cards.empty(corpus, shown.counts.total > 0)
drawing = st.container()
# Before what stands above it, whose drawing keeps the browser busy: what was chosen or decided is seen at once.
if shown.counts.total:
    hint = _("Choose a mark or a row of a table to see the event with its quotes.")
    cards.chosen_event(corpus, choosing.with_keys(hint))
with drawing:
    with st.container(key="timeline_bars"):
        timeline.brush(corpus, key="timeline_overview", height=110)
    if play or shown.counts.dated + shown.counts.bounded:
        timeline.show(corpus, shown, play, lanes=state.current().lanes, key="timeline")
        collecting.stretch(corpus)
counts = {
    _("Dated ({n})").format(n=shown.counts.dated): shown.counts.dated,
    _("Bounded ({n})").format(n=shown.counts.bounded): shown.counts.bounded,
    _("Undated ({n})").format(n=shown.counts.undated): shown.counts.undated,
}
dated, bounded, undated = st.tabs(list(counts), default=next((label for label, n in counts.items() if n), None))
with dated:
    cards.event_table(corpus, shown.dated, key="dated", alt=_("The events of the timeline"))
with bounded:
    st.caption(
        _(
            "No source dates these. When they were told of bounds them: what happened is not later, what is planned not"
            " earlier, words are of that day or shortly before. Each stands in the time window where its bounds are."
        )
    )
    cards.event_table(corpus, shown.bounded, key="bounded", alt=_("Events that only have bounds"))
with undated:
    st.caption(_("No source says when these happened. They pass the other filters, whatever the time window."))
    cards.event_table(corpus, shown.unknown, key="undated", alt=_("Events without a date"))
in_view("event_card", state.current().event)  # last: it takes up some room
