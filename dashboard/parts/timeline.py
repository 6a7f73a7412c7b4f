"""The timeline as the pages show it: the chart of the current selection, its clicks, its legend."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import data, state
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Shown
from dashboard.charts import bars as count_bars
from dashboard.charts import lanes as lanes_drawn
from dashboard.charts import marks
from dashboard.state import current
from dashboard.words.dates import day
from dashboard.words.i18n import _, language, ngettext


def axis(corpus: Corpus) -> tuple[date, date] | None:
    """The days that the slider, the counts over time and the chart reach over; None where no event has a place in time.

    These are the densest part, so that one event far off does not press the others together; all of it where the link
    asks for that, or where the window or the chosen event is not within the densest part.
    """
    view = current()
    bounded = view.bounds == "placed"
    whole, dense = (corpus.days.stretch(bounded=bounded, whole=whole) for whole in (True, False))
    if whole is None or dense is None or view.extent == "all":
        return whole
    if any(not dense[0] <= end <= dense[1] for end in (view.first, view.last) if end):
        return whole
    chosen = corpus.events.loc[[view.event]] if view.event else corpus.events.iloc[:0]
    drawn = chosen.dropna(subset=["placed_start" if bounded else "date_start"])
    return dense if marks.in_days(drawn, dense).all() else whole


def window(corpus: Corpus) -> tuple[date, date] | None:
    """The days that are drawn: the view's window, open ends at those of the axis; None where nothing has a place."""
    ends = axis(corpus)
    if ends is None:
        return None
    first, last = current().first or ends[0], current().last or ends[1]
    return (first, last) if first <= last else ends


def chart(corpus: Corpus, shown: Shown, *, lanes: str, key: str) -> None:
    """Draw the events of a selection that have a place in time; a click chooses one or, among many, a period."""
    drawn, standing = window(corpus), shown.placed
    if drawn is None or standing.empty:
        st.info(_("No event in this selection has a date."), icon=":material/event_busy:")
        _bounds(shown)
        return
    inside = standing[marks.in_days(standing, drawn)]
    if inside.empty:
        drawn, inside = _reach(standing), standing
    placed = marks.lanes(inside, lanes_drawn.by(corpus, lanes), lanes_drawn.TOP)
    order = lanes_drawn.order(corpus, placed, lanes)
    said = _("Timeline of {n} events from {first} to {last}; the table below lists the same events.").format(
        n=len(inside), first=day(drawn[0]), last=day(drawn[1])
    )
    if len(inside) > marks.MAX_MARKS:
        _periods(marks.periods(inside, placed, order, drawn), drawn, key, said)
    else:
        _marks(corpus, inside, placed, order, drawn, key, said, legend=lanes != "type")
    outside(corpus, standing, drawn)
    _bounds(shown)


def _reach(standing: pd.DataFrame) -> tuple[date, date]:
    """From the first to the last day of some events."""
    return standing["placed_start"].min().date(), standing["placed_end"].max().date()


def _bounds(shown: Shown) -> None:
    """Say how many events only have bounds, with a way to draw them too; and the way back."""
    n = len(shown.bounded)
    if shown.bounds == "placed":
        st.button(
            _("Draw the dated events alone"),
            icon=":material/event_available:",
            type="tertiary",
            key="bounds_apart",
            on_click=state.move,
            kwargs={"bounds": "apart"},
        )
    elif n:
        st.button(
            ngettext(
                "{n} event only has bounds, such as the day of writing: draw it too",
                "{n} events only have bounds, such as the day of writing: draw them too",
                n,
            ),
            icon=":material/gradient:",
            type="tertiary",
            key="bounds_placed",
            on_click=state.move,
            kwargs={"bounds": "placed"},
        )


def outside(corpus: Corpus, standing: pd.DataFrame, drawn: tuple[date, date]) -> None:
    """Say how many events lie before and after what is drawn, with a way to draw them too; and the way back."""
    first, last = map(pd.Timestamp, drawn)
    before, after = int((standing["placed_end"] < first).sum()), int((standing["placed_start"] > last).sum())
    n = before + after
    if n:
        said = [
            *([ngettext("{n} event earlier", "{n} events earlier", before)] if before else []),
            *([ngettext("{n} event later", "{n} events later", after)] if after else []),
        ]
        st.caption(
            _("The axis reaches from {first} to {last}. Outside: {events}.").format(
                first=day(drawn[0]), last=day(drawn[1]), events=", ".join(said)
            )
        )
        st.button(
            ngettext(
                "{n} event lies outside this stretch: draw it too",
                "{n} events lie outside this stretch: draw them too",
                n,
            ),
            icon=":material/zoom_out_map:",
            type="tertiary",
            on_click=state.move,
            kwargs={"extent": "all"},
        )
    elif current().extent == "all" and _has_dense_part(corpus):
        st.button(
            _("Draw the densest part alone"),
            icon=":material/zoom_in_map:",
            type="tertiary",
            on_click=state.move,
            kwargs={"extent": "dense"},
        )


def _has_dense_part(corpus: Corpus) -> bool:
    bounded = current().bounds == "placed"
    return corpus.days.stretch(bounded=bounded, whole=False) != corpus.days.stretch(bounded=bounded, whole=True)


def _marks(
    corpus: Corpus,
    events: pd.DataFrame,
    placed: pd.DataFrame,
    order: dict[str, str],
    drawn: tuple[date, date],
    key: str,
    said: str,
    *,
    legend: bool,
) -> None:
    frame, spec = lanes_drawn.marked(corpus, events, placed, order, drawn, current().event, legend=legend)
    st.vega_lite_chart(
        frame,
        spec,
        key=key,
        on_select=lambda: _picked_event(key),
        selection_mode="pick",
        alt=said,
    )
    st.caption("  \n".join(lanes_drawn.legend(set(frame["form"].dropna()), shows_colours=legend)))


def _periods(frame: pd.DataFrame, drawn: tuple[date, date], key: str, said: str) -> None:
    from dashboard.charts import specs

    _counts(frame, drawn, specs.periods(language(), _words(), 24), f"{key}_periods", said, _picked_period)
    st.caption(
        _(
            "More than {n} events: each field counts the events that may begin in a period. Click one to look inside."
        ).format(n=marks.MAX_MARKS)
    )


def _words() -> tuple[tuple[str, str], ...]:
    """The titles of what is said of a period."""
    return (("first", _("from")), ("last", _("to")), ("n", _("Events")))


def _counts(
    frame: pd.DataFrame,
    span: tuple[date, date],
    spec: dict[str, Any],
    key: str,
    alt: str,
    on_select: Callable[[str], None] | None = None,
) -> None:
    """Draw counts per period over a whole span; `on_select` is called with the chart's key as a callback."""
    ends = pd.DataFrame({"start": [marks.ms(span[0])], "end": [marks.ms(span[1])]})
    heard: dict[str, Any] = {}
    if on_select:
        heard = {"on_select": partial(on_select, key), "selection_mode": "pick"}
    st.vega_lite_chart(pd.concat([frame, ends], ignore_index=True), spec, key=key, alt=alt, **heard)


def _newest(key: str) -> Any:
    """The mark that was just clicked.

    The chart toggles: a click adds its mark to the chart's selection or takes it out, so that a second click on the
    same mark is heard too. What changed since the last click is what was clicked.
    """
    now = [tuple(sorted(one.items())) for one in st.session_state[key].selection.get("pick", [])]
    before = st.session_state.get(f"{key}_before", [])
    st.session_state[f"{key}_before"] = now
    changed = [one for one in now if one not in before] or [one for one in before if one not in now] or now
    return dict(changed[-1]) if changed else None


def _picked_event(key: str) -> None:
    picked = _newest(key)
    if picked and picked.get("event_id"):
        state.move(event=picked["event_id"])


def _picked_period(key: str) -> None:
    picked = _newest(key)
    if picked and picked.get("first"):
        state.move(first=date.fromisoformat(picked["first"]), last=date.fromisoformat(picked["last"]))


def brush(corpus: Corpus, *, key: str, height: int = 90) -> None:
    """How many events fall into each period of the axis; dragging over a stretch makes it the time window.

    The counts are those of any window: what the view's leaves out is drawn faintly.
    """
    ends = axis(corpus)
    counted = data.over_time(ends) if ends else None
    if ends is None or counted is None:
        return
    first, last = ends
    view = current()
    from_, to = marks.ms(view.first or first), marks.ms(view.last or last)
    _counts(
        counted.assign(inside=(counted["end"] > from_) & (counted["start"] <= to)),
        ends,
        count_bars.spec(language(), _words(), height),
        key,
        _("Number of events over time, from {first} to {last}").format(first=day(first), last=day(last)),
        partial(_dragged, span=ends),
    )


def bars(counted: pd.DataFrame, span: tuple[date, date], *, key: str, alt: str, height: int = 90) -> None:
    """How many events fall into each period of a span (see `marks.overview`); for looking at alone."""
    _counts(counted.assign(inside=True), span, count_bars.spec(language(), _words(), height), key, alt)


def _dragged(key: str, span: tuple[date, date]) -> None:
    ends = st.session_state[key].selection.get("pick", {}).get("start")
    if not ends:
        return
    first, last = (pd.Timestamp(end, unit="ms").date() for end in sorted(ends))
    state.move(first=first if first > span[0] else None, last=last if last < span[1] else None)
