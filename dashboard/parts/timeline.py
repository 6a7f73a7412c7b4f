"""The timeline as the pages show it: the chart of the current selection, its clicks, its legend."""

from collections.abc import Callable, Mapping, Sequence
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
from dashboard.charts import window as moving
from dashboard.charts.window import Days
from dashboard.components.printing import printing
from dashboard.parts import playing
from dashboard.parts.playing import Ends, Play
from dashboard.state import current
from dashboard.words.dates import day, when
from dashboard.words.i18n import _, language, ngettext, number
from dashboard.words.markup import plain

_CLICKED = "clicked_before"


def axis(corpus: Corpus, narrowed: Ends | None = None) -> Days | None:
    """The days that the slider, the counts over time and the chart reach over; None where no event has a place in time.

    These are the densest part, so that one event far off does not press the others together; all of it where the link
    asks for that, or where the window is not within the densest part. What is chosen changes nothing: see `brush`.
    `narrowed` is another window than the view's.
    """
    view = current()
    bounded = view.bounds == "placed"
    whole, dense = (corpus.days.stretch(bounded=bounded, whole=whole) for whole in (True, False))
    if whole is None or dense is None or view.extent == "all":
        return whole
    if any(not dense[0] <= end <= dense[1] for end in narrowed or (view.first, view.last) if end):
        return whole
    return dense


def window(corpus: Corpus) -> Days | None:
    """The days that are drawn: the view's window, open ends at those of the axis; None where nothing has a place."""
    ends = axis(corpus)
    if ends is None:
        return None
    first, last = current().first or ends[0], current().last or ends[1]
    return (first, last) if first <= last else ends


def show(corpus: Corpus, shown: Shown, play: Play | None, *, lanes: str, key: str) -> None:
    """The timeline with its controls, or time played over it."""
    if play:
        playing.show(play, partial(_step, corpus, axis(corpus, play.before), lanes, key))
        return
    if drawn := window(corpus):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="timeline_tools"):
            _moves(corpus, drawn)
            playing.button(corpus)
            printing(_("Print"), key="print")
    chart(corpus, shown, lanes=lanes, key=key)


def chart(corpus: Corpus, shown: Shown, *, lanes: str, key: str) -> None:
    """Draw the events of a selection that have a place in time.

    A click chooses one or, among many, a period.
    """
    drawn, standing = window(corpus), shown.placed
    if drawn is None or standing.empty:
        st.info(_("No event in this selection has a date."), icon=":material/event_busy:")
        _bounds(shown)
        return
    inside = standing[marks.in_days(standing, drawn)]
    if inside.empty:
        drawn, inside = _reach(standing), standing
    _drawn(corpus, inside, drawn, lanes, key)
    _actor(corpus, inside)
    _elsewhere(corpus, drawn)
    outside(corpus, standing, drawn)
    _bounds(shown)


def _elsewhere(corpus: Corpus, drawn: Days) -> None:
    """Say that the chosen event lies outside of what is drawn, if so, with a way to draw it too."""
    chosen, ends = _chosen(corpus), axis(corpus)
    if ends is None or marks.in_days(chosen, drawn).all():
        return
    event = chosen.iloc[0]
    first, last = min(event["placed_start"].date(), drawn[0]), max(event["placed_end"].date(), drawn[1])
    inside = ends[0] <= first and last <= ends[1]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("The chosen event lies outside of what is drawn; the bars above point to it."), width="content")
        _offer(
            _("Draw it too"),
            "zoom_out_map",
            _to((first, last), ends) if inside else {"first": None, "last": None, "extent": "all"},
            key="draw_chosen",
        )


def _drawn(corpus: Corpus, events: pd.DataFrame, drawn: Days, lanes: str, key: str, step: Days | None = None) -> None:
    """The events of some days in lanes, as marks or, where they are many, as counts; those of a step are set off."""
    placed = marks.lanes(events, lanes_drawn.by(corpus, lanes), lanes_drawn.TOP)
    order = lanes_drawn.order(corpus, placed, lanes)
    said = _("Timeline of {n} events from {first} to {last}; the table below lists the same events.").format(
        n=len(events), first=day(drawn[0]), last=day(drawn[1])
    )
    if len(events) > marks.MAX_MARKS:
        _periods(marks.periods(events, placed, order, drawn), drawn, key, said, step)
    else:
        view = current()
        special = marks.Special(
            view.event,
            corpus.parts.events_with(view.actor) if view.actor else (),
            events.index[marks.in_days(events, step)] if step else None,
        )
        _marks(corpus, events, placed, order, drawn, key, said, special, legend=lanes != "type")


def _step(corpus: Corpus, ends: Days | None, lanes: str, key: str, step: Days) -> None:
    """A step of a play: all of the selection on an axis, of which what is not of these days steps back."""
    standing = data.shown(first=None, last=None).placed
    inside = standing[marks.in_days(standing, ends)] if ends else standing
    if ends is None or inside.empty:
        st.info(_("No event in this selection has a date."), icon=":material/event_busy:")
        return
    _drawn(corpus, inside, ends, lanes, f"{key}_played", step)


def _moves(corpus: Corpus, drawn: Days) -> None:
    """Buttons that move the window: earlier, nearer, further, later, and back to the whole axis."""
    ends = axis(corpus)
    if ends is None:
        return
    chosen = _chosen(corpus)
    around = chosen["placed_start"].iloc[0].date() if len(chosen) else None
    wider = current().extent != "all" and _has_dense_part(corpus)
    nearer, further = (moving.zoomed(drawn, ends, factor, around) for factor in (0.5, 2))
    whole: dict[str, Any] = {"first": None, "last": None}
    ways: list[tuple[str, str, str, dict[str, Any], bool]] = [
        ("earlier", _("Earlier"), "chevron_left", _to(moving.shifted(drawn, ends, -0.5), ends), drawn[0] > ends[0]),
        ("nearer", _("Zoom in"), "zoom_in", _to(nearer, ends), nearer != drawn),
        (
            "further",
            _("Zoom out"),
            "zoom_out",
            _to(further, ends) if drawn != ends else {**whole, "extent": "all"},
            drawn != ends or wider,
        ),
        ("later", _("Later"), "chevron_right", _to(moving.shifted(drawn, ends, 0.5), ends), drawn[1] < ends[1]),
        ("whole", _("Show all"), "fit_width", whole, drawn != ends),
    ]
    for name, label, icon, changes, possible in ways:
        st.button(
            label,
            key=f"move_{name}",
            icon=f":material/{icon}:",
            type="tertiary",
            disabled=not possible,
            on_click=state.move,
            kwargs=changes,
        )


def _to(days: Days, ends: Days) -> dict[str, Any]:
    """How the view changes so that these days are its window; ends of the axis stay open."""
    return {
        "first": days[0] if days[0] > ends[0] else None,
        "last": days[1] if days[1] < ends[1] else None,
    }


def _actor(corpus: Corpus, events: pd.DataFrame) -> None:
    """Say whose events are ringed, with a way to let go of the actor."""
    actor = current().actor
    if actor is None or len(events) > marks.MAX_MARKS:
        return
    n = int(events.index.isin(corpus.parts.events_with(actor)).sum())
    with st.container(horizontal=True, vertical_alignment="center"):
        counted = ngettext("{n} event", "{n} events", n)
        name = f"**{plain(corpus.name(actor))}**"
        st.caption(_("◯ ringed: {events} with {name}").format(events=counted, name=name), width="content")
        _offer(_("Ring none"), "close", {"actor": None}, key="ring_none")


def _offer(label: str, icon: str, changes: Mapping[str, Any], key: str | None = None) -> None:
    """A quiet button that changes the view."""
    st.button(label, icon=f":material/{icon}:", type="tertiary", key=key, on_click=state.move, kwargs=dict(changes))


def _chosen(corpus: Corpus) -> pd.DataFrame:
    """The chosen event, if it has a place in time as the view has it; else none."""
    view = current()
    chosen = corpus.events.loc[[view.event]] if view.event else corpus.events.iloc[:0]
    return chosen.dropna(subset=["placed_start" if view.bounds == "placed" else "date_start"])


def _reach(standing: pd.DataFrame) -> Days:
    """From the first to the last day of some events."""
    return standing["placed_start"].min().date(), standing["placed_end"].max().date()


def _bounds(shown: Shown) -> None:
    """Say how many events only have bounds, with a way to draw them too; and the way back."""
    n = shown.counts.bounded
    if shown.bounds == "placed":
        _offer(_("Draw the dated events alone"), "event_available", {"bounds": "apart"}, key="bounds_apart")
    elif n:
        _offer(
            ngettext(
                "{n} event only has bounds, such as the day of writing: draw it too",
                "{n} events only have bounds, such as the day of writing: draw them too",
                n,
            ),
            "gradient",
            {"bounds": "placed"},
            key="bounds_placed",
        )


def outside(corpus: Corpus, standing: pd.DataFrame, drawn: Days) -> None:
    """Say how many events lie before and after what is drawn, with a way to draw them too; and the way back."""
    if n := reach(standing, drawn):
        _offer(
            ngettext(
                "{n} event lies outside this stretch: draw it too",
                "{n} events lie outside this stretch: draw them too",
                n,
            ),
            "zoom_out_map",
            {"extent": "all"},
        )
    elif current().extent == "all" and _has_dense_part(corpus):
        _offer(_("Draw the densest part alone"), "zoom_in_map", {"extent": "dense"})


def _has_dense_part(corpus: Corpus) -> bool:
    bounded = current().bounds == "placed"
    return corpus.days.stretch(bounded=bounded, whole=False) != corpus.days.stretch(bounded=bounded, whole=True)


def _marks(
    corpus: Corpus,
    events: pd.DataFrame,
    placed: pd.DataFrame,
    order: dict[str, str],
    drawn: Days,
    key: str,
    said: str,
    special: marks.Special,
    *,
    legend: bool,
) -> None:
    frame, spec = lanes_drawn.marked(corpus, events, placed, order, drawn, special, legend=legend)
    st.vega_lite_chart(
        frame,
        spec,
        key=key,
        on_select=lambda: _picked_event(key),
        selection_mode="pick",
        alt=said,
    )
    st.caption("  \n".join(lanes_drawn.legend(set(frame["form"].dropna()), shows_colours=legend)))


def _periods(frame: pd.DataFrame, drawn: Days, key: str, said: str, step: Days | None) -> None:
    from dashboard.charts import specs

    first, last = map(marks.ms, step or drawn)
    lit = (frame["end"] > first) & (frame["start"] <= last)
    counts = (ngettext("{n} event", "{n} events", int(n)) for n in frame["n"])
    frame["said"] = [
        f"{_period(first, last)}, {slot.rpartition('|')[2]}, {count}"
        for first, last, slot, count in zip(frame["first"], frame["last"], frame["slot"], counts, strict=True)
    ]
    spec = specs.periods(language(), _words(), 24)
    ends = pd.DataFrame({"start": [marks.ms(drawn[0])], "end": [marks.ms(drawn[1])]})
    _counts(pd.concat([frame.assign(lit=lit), ends], ignore_index=True), spec, f"{key}_periods", said, _picked_period)
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
    spec: dict[str, Any],
    key: str,
    alt: str,
    on_select: Callable[[str], None] | None = None,
) -> None:
    """Draw counts per period; `on_select` is called with the chart's key as a callback."""
    heard: dict[str, Any] = {}
    if on_select:
        heard = {"on_select": partial(on_select, key), "selection_mode": "pick"}
    st.vega_lite_chart(frame, spec, key=key, alt=alt, **heard)


def _newest(key: str) -> Any:
    """The mark that was just clicked.

    The chart toggles: a click adds its mark to the chart's selection or takes it out, so that a second click on the
    same mark is heard too. What changed since the last click is what was clicked.
    """
    now = [tuple(sorted(one.items())) for one in st.session_state[key].selection.get("pick", [])]
    chart, before = st.session_state.get(_CLICKED, (key, []))
    before = before if chart == key else []
    st.session_state[_CLICKED] = key, now
    changed = [one for one in now if one not in before] or [one for one in before if one not in now]
    return dict(changed[-1]) if changed else None


def _picked_event(key: str) -> None:
    picked = _newest(key)
    if picked and picked.get("event_id"):
        state.move(event=picked["event_id"])


def _picked_period(key: str) -> None:
    picked = _newest(key)
    if picked and picked.get("first"):
        state.move(first=date.fromisoformat(picked["first"]), last=date.fromisoformat(picked["last"]))


def _days(ends: Sequence[float]) -> Days:
    """The days that a stretch of milliseconds touches."""
    first, last = (pd.Timestamp(end, unit="ms").date() for end in sorted(ends))
    return first, last


def brush(corpus: Corpus, *, key: str, height: int = 90) -> None:
    """How many events fall into each period of the axis; dragging over a stretch makes it the time window.

    The counts are those of any window: what the view's leaves out is drawn faintly. The window is what the chart shows
    as dragged over, and can be moved there. The chosen event is marked, also where it lies outside of the axis.
    """
    ends = axis(corpus)
    counted = data.over_time(ends) if ends else None
    if ends is None or counted is None:
        return
    view = current()
    first, last = view.first or ends[0], view.last or ends[1]
    from_, to = marks.ms(first), marks.ms(last)
    frame = counted.assign(inside=(counted["end"] > from_) & (counted["start"] <= to))
    chosen = _chosen(corpus)
    if len(chosen):
        frame = pd.concat([frame, marks.pointed(chosen.iloc[0], ends, _("The chosen event"))], ignore_index=True)
    # Another window is another chart: it would else go on showing what was dragged over in it.
    _counts(
        frame,
        count_bars.spec(language(), _words(), height, ends, None if (first, last) == ends else (first, last)),
        f"{key}_{first}_{last}",
        _told(
            _("Number of events over time, from {first} to {last}").format(first=day(ends[0]), last=day(ends[1])),
            counted,
        ),
        partial(_dragged, span=ends),
    )


def _told(said: str, counted: pd.DataFrame) -> str:
    """What a chart of counts shows, and where most are, for those who do not see it."""
    most = counted.iloc[int(counted["n"].argmax())]
    return _("{what}: {all}; most, {n}, {when}").format(
        what=said,
        all=ngettext("{n} event", "{n} events", int(counted["n"].sum())),
        n=number(int(most["n"])),
        when=_period(most["first"], most["last"]),
    )


def _period(first: str, last: str) -> str:
    """A period by its first and last day (ISO), in words."""
    return when(date.fromisoformat(first), date.fromisoformat(last), None)


def reach(standing: pd.DataFrame, drawn: Days) -> int:
    """Say how many events lie before and after what is drawn, if any do; gives their number."""
    first, last = map(pd.Timestamp, drawn)
    before, after = int((standing["placed_end"] < first).sum()), int((standing["placed_start"] > last).sum())
    said = [
        *([ngettext("{n} event earlier", "{n} events earlier", before)] if before else []),
        *([ngettext("{n} event later", "{n} events later", after)] if after else []),
    ]
    if said:
        st.caption(
            _("The axis reaches from {first} to {last}. Outside: {events}.").format(
                first=day(drawn[0]), last=day(drawn[1]), events=", ".join(said)
            )
        )
    return before + after


def bars(counted: pd.DataFrame, span: Days, *, key: str, alt: str, height: int = 90) -> None:
    """How many events fall into each period of a span (see `marks.overview`); for looking at alone."""
    _counts(counted.assign(inside=True), count_bars.spec(language(), _words(), height, span), key, _told(alt, counted))


def _dragged(key: str, span: Days) -> None:
    """A stretch was dragged over, or the window was moved."""
    ends = st.session_state[key].selection.get("pick", {}).get("start")
    if ends:
        state.move(**_to(_days(ends), span))
