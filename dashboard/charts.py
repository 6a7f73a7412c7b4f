"""The timeline: events as marks in lanes, each as long as its date is uncertain; many events as counts per period.

`rows` and `periods` are pure functions from events to the frame that is drawn; `timeline_spec` and `periods_spec` are
Vega-Lite specifications made with Altair, cached by what changes them. Times are sent as milliseconds since 1970 in
UTC and drawn in UTC, so that no day shifts with the visitor's time zone.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
from babel import Locale

MAX_MARKS = 800
"""From more events than this, the timeline shows counts per period instead of marks."""

MAX_DOCUMENTS = 200
"""From more documents than this, their own dates are drawn as counts per period."""

_DAY = 86_400_000
_GLYPH = 70  # a mark's width as a part of the timeline's: marks closer than 1/70 are set in different rows
_ROW_HEIGHT = 22


def lanes(events: pd.DataFrame, by: pd.DataFrame | None, top: int) -> pd.DataFrame:
    """Each event with its lane, as columns event_id and lane; an event can stand in several lanes.

    Args:
        events: the events, indexed by event_id.
        by: pairs of event_id and lane, or None for lanes by type.
        top: how many lanes at most; the fullest are kept.
    """
    if by is None:
        pairs = pd.DataFrame({"event_id": events.index, "lane": events["type"].to_numpy()})
    else:
        pairs = by[by["event_id"].isin(events.index)].drop_duplicates()
    fullest = pairs["lane"].value_counts().head(top).index
    return pairs[pairs["lane"].isin(fullest)]


def rows(
    events: pd.DataFrame,
    placed: pd.DataFrame,
    order: Mapping[str, str],
    window: tuple[date, date],
    chosen: str | None,
    describe: Callable[[pd.DataFrame], pd.DataFrame],
) -> pd.DataFrame:
    """The marks of the timeline, one for each event and lane.

    Args:
        events: dated events, indexed by event_id.
        placed: event_id and lane, see `lanes`.
        order: the lanes' ids from top to bottom, with their labels.
        window: the days that are drawn; a date that reaches beyond is cut there and marked open.
        chosen: the chosen event.
        describe: gives the columns for the tooltip, of the same index as the events.

    Returns:
        A frame with event_id, slot (lane and row in it, for the axis), start, end and middle in milliseconds (`end` is
        the end of the last possible day), spread (whether the date is longer than a day), kind, status, firm (the
        sentence itself says the date), chosen, n_documents and the described columns.
    """
    begin, stop = ms(window[0]), ms(window[1]) + _DAY
    frame = placed.merge(events, left_on="event_id", right_index=True).merge(
        describe(events), left_on="event_id", right_index=True
    )
    start = frame["date_start"].astype("int64").to_numpy() * 1000
    end = frame["date_end"].astype("int64").to_numpy() * 1000 + _DAY
    frame = frame.assign(
        start=np.maximum(start, begin),
        end=np.minimum(end, stop),
        spread=(end - start) > _DAY,
        cut_left=start < begin,
        cut_right=end > stop,
        kind=frame["type"],
        firm=frame["date_basis"] == "text",
        chosen=frame["event_id"] == chosen,
    )
    frame["middle"] = (frame["start"] + frame["end"]) // 2
    rank = {lane: number for number, lane in enumerate(order)}
    frame["rank"] = frame["lane"].map(rank)
    frame = frame.sort_values(["rank", "start", "end"], ignore_index=True)
    row = _rows(frame, (stop - begin) // _GLYPH)
    frame["slot"] = [
        f"{rank:03d}|{number:03d}|{order[lane]}"
        for rank, number, lane in zip(frame["rank"], row, frame["lane"], strict=True)
    ]
    return frame.drop(columns=["date_start", "date_end"])


def _rows(frame: pd.DataFrame, width: int) -> list[int]:
    """The row of each mark in its lane: the first where it touches no mark before it."""
    result = []
    lane: int | None = None
    free: list[int] = []
    for rank, start, end, middle in frame[["rank", "start", "end", "middle"]].itertuples(index=False):
        if rank != lane:
            lane, free = rank, []
        left, right = min(start, middle - width // 2), max(end, middle + width // 2)
        number = next((number for number, until in enumerate(free) if until <= left), len(free))
        if number == len(free):
            free.append(right)
        else:
            free[number] = right
        result.append(number)
    return result


def document_rows(
    documents: pd.DataFrame, window: tuple[date, date], label: str, counted: Callable[[int], str]
) -> pd.DataFrame:
    """The documents' own dates as marks of a lane below the events.

    More than `MAX_DOCUMENTS` inside the window are drawn as one mark a period, which says how many they are in the
    words of `counted`.
    """
    begin, stop = ms(window[0]), ms(window[1]) + _DAY
    dated = documents.dropna(subset=["published_start"])
    start = dated["published_start"].astype("int64") * 1000
    end = dated["published_end"].astype("int64") * 1000 + _DAY
    inside = (start < stop) & (end > begin)
    marks = pd.DataFrame(
        {
            "title": dated["title"][inside],
            "start": start[inside].clip(lower=begin),
            "end": end[inside].clip(upper=stop),
        }
    )
    if len(marks) > MAX_DOCUMENTS:
        length = max(_DAY, (stop - begin) // MAX_DOCUMENTS // _DAY * _DAY)
        grouped = marks.groupby((marks["start"] - begin) // length)
        n = grouped.size()
        first = begin + n.index.to_numpy() * length
        marks = pd.DataFrame(
            {"title": [counted(int(one)) for one in n], "start": first, "end": np.minimum(first + length, stop)}
        )
    return marks.assign(
        slot=f"999|000|{label}",
        middle=(marks["start"] + marks["end"]) // 2,
        spread=(marks["end"] - marks["start"]) > _DAY,
    )


def periods(
    events: pd.DataFrame, placed: pd.DataFrame, order: Mapping[str, str], window: tuple[date, date]
) -> pd.DataFrame:
    """Counts of events per lane and period, by the first possible day; the period is a day, week, month or year.

    Returns:
        A frame with slot, start and end of the period in milliseconds, first and last (its days, ISO), n.
    """
    days = (window[1] - window[0]).days + 1
    unit = "D" if days <= 100 else "W" if days <= 700 else "M" if days <= 4000 else "Y"
    frame = placed.merge(events[["date_start"]], left_on="event_id", right_index=True)
    begin = frame["date_start"].where(frame["date_start"] >= pd.Timestamp(window[0]), pd.Timestamp(window[0]))
    counted = (
        frame.assign(period=begin.dt.to_period(unit)).groupby(["lane", "period"], observed=True).size().rename("n")
    ).reset_index()
    start = counted["period"].dt.start_time.dt.normalize().astype("datetime64[s]")
    end = counted["period"].dt.end_time.dt.normalize().astype("datetime64[s]")
    rank = {lane: number for number, lane in enumerate(order)}
    return pd.DataFrame(
        {
            "slot": [f"{rank[lane]:03d}|000|{order[lane]}" for lane in counted["lane"]],
            "start": start.astype("int64") * 1000,
            "end": end.astype("int64") * 1000 + _DAY,
            "first": start.dt.strftime("%Y-%m-%d"),
            "last": end.dt.strftime("%Y-%m-%d"),
            "n": counted["n"],
        }
    )


def ms(day: date) -> int:
    """The begin of a day in milliseconds since 1970, UTC."""
    return (day - date(1970, 1, 1)) // timedelta(days=1) * _DAY


def overview(events: pd.DataFrame, span: tuple[date, date]) -> pd.DataFrame:
    """How many events could have begun in each period of the corpus: start and end in milliseconds, and n."""
    placed = pd.DataFrame({"event_id": events.index, "lane": pd.Categorical(["all"]).repeat(len(events))})
    return periods(events, placed, {"all": ""}, span)


MARK_COLUMNS = [
    "event_id", "slot", "start", "end", "middle", "spread", "cut_left", "cut_right", "kind", "status", "firm", "chosen",
    "n_documents", "title", "date", "type_label", "status_label", "basis",
]  # fmt: skip
"""What the browser gets of each mark."""


def marks(events: pd.DataFrame, documents: pd.DataFrame, window: tuple[date, date]) -> pd.DataFrame:
    """The rows of events and of documents in one frame, with the window's ends, which fix the time axis."""
    ends = pd.DataFrame({"start": [ms(window[0])], "end": [ms(window[1]) + _DAY], "part": "window"})
    parts = [events[MARK_COLUMNS].assign(part="event"), documents.assign(part="document"), ends]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)


@lru_cache(maxsize=64)
def timeline_spec(
    language: str,
    words: tuple[tuple[str, str], ...],
    colours: tuple[tuple[str, str, str], ...],
    shapes: tuple[tuple[str, str], ...],
    legend: bool,
) -> dict[str, Any]:
    """The specification of the timeline for the frame of `marks`.

    Args:
        language: for the names of months on the axis.
        words: titles of the tooltip's lines, by column.
        colours: event types with their labels and colours, in the legend's order.
        shapes: Vega's shapes by status.
        legend: whether the colours are explained; lanes by type explain them already.
    """
    pick = alt.selection_point(name="pick", fields=["event_id"], on="click", toggle="true", clear=False, empty=False)
    kinds, labels, range_ = zip(*colours, strict=True)
    names = "{" + ",".join(f"{kind!r}:{label!r}" for kind, label in zip(kinds, labels, strict=True)) + "}"
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=kinds, range=range_),
        legend=alt.Legend(
            title=None,
            orient="top",
            columns=4,
            symbolType="square",
            labelExpr=f"({names})[datum.value]",
            labelLimit=120,
            symbolOpacity=1,
        )
        if legend
        else None,
    )
    stroke = alt.Stroke("kind:N", scale=alt.Scale(domain=kinds, range=range_), legend=None)
    shape = alt.Shape(
        "status:N", scale=alt.Scale(domain=[s for s, _ in shapes], range=[s for _, s in shapes]), legend=None
    )
    tooltip = [alt.Tooltip(f"{column}:N", title=title) for column, title in words]
    x = alt.X("start:T", scale=alt.Scale(type="utc", nice=False), axis=_time_axis(), title=None)
    y = alt.Y("slot:O", sort="ascending", title=None, axis=_lane_axis())
    base = alt.Chart(alt.NamedData("rows"))
    # The points alone speak to screen readers; bars, arrows and rings say nothing that the points do not.
    only_events = "datum.part === 'event'"
    frame = base.transform_filter("datum.part === 'window'").mark_rule(opacity=0, aria=False).encode(x=x, x2="end:Q")
    spread = (
        base.transform_filter(f"{only_events} && datum.spread")
        .mark_bar(size=10, cornerRadius=4, opacity=0.35, cursor="pointer", aria=False)
        .encode(x=x, x2="end:Q", y=y, color=colour, tooltip=tooltip)
    )
    # A date that goes on beyond the window is shown as going on.
    opened = [
        base.transform_filter(f"{only_events} && datum.{cut}")
        .mark_point(shape=arrow, size=70, filled=True, opacity=0.9, aria=False)
        .encode(x=alt.X(f"{end}:T"), y=y, color=colour)
        for cut, arrow, end in (("cut_left", "triangle-left", "start"), ("cut_right", "triangle-right", "end"))
    ]
    points = (
        base.transform_filter(only_events)
        .mark_point(strokeWidth=2, cursor="pointer", opacity=1)
        .encode(
            x=alt.X("middle:T"),
            y=y,
            shape=shape,
            stroke=stroke,
            fill=alt.condition(
                "datum.firm",
                alt.Fill("kind:N", scale=alt.Scale(domain=kinds, range=range_), legend=None),
                alt.value("transparent"),
            ),
            size=alt.Size("n_documents:Q", scale=alt.Scale(domain=[1, 5], range=[80, 240], clamp=True), legend=None),
            tooltip=tooltip,
        )
        .add_params(pick)
    )
    ring = (
        base.transform_filter(f"{only_events} && datum.chosen")
        .mark_point(
            shape="circle", size=620, strokeWidth=3, stroke="#e08600", fill="transparent", opacity=1, aria=False
        )
        .encode(x=alt.X("middle:T"), y=y, tooltip=tooltip)
    )
    own_spread = (
        base.transform_filter("datum.part === 'document' && datum.spread")
        .mark_bar(size=6, cornerRadius=3, opacity=0.4, color="#76808c", aria=False)
        .encode(x=x, x2="end:Q", y=y, tooltip=[alt.Tooltip("title:N", title=dict(words)["title"])])
    )
    own = (
        base.transform_filter("datum.part === 'document'")
        .mark_tick(thickness=3, size=16, color="#76808c")
        .encode(x=alt.X("middle:T"), y=y, tooltip=[alt.Tooltip("title:N", title=dict(words)["title"])])
    )
    chart = alt.layer(frame, spread, *opened, ring, points, own_spread, own).properties(height=alt.Step(_ROW_HEIGHT))
    return _finished(chart, language)


@lru_cache(maxsize=16)
def periods_spec(language: str, words: tuple[tuple[str, str], ...], lane_height: int, brush: bool) -> dict[str, Any]:
    """The specification for counts per period: `pick` takes a click on a period, or with `brush` a dragged stretch."""
    pick = (
        alt.selection_interval(name="pick", encodings=["x"])
        if brush
        else alt.selection_point(name="pick", fields=["first", "last"], on="click", toggle="true", clear=False)
    )
    x = alt.X("start:T", scale=alt.Scale(type="utc", nice=False), axis=_time_axis(), title=None)
    base = alt.Chart(alt.NamedData("rows")).transform_filter("isValid(datum.n)")
    frame = alt.Chart(alt.NamedData("rows")).mark_rule(opacity=0, aria=False).encode(x=x, x2="end:Q")
    tooltip = [alt.Tooltip(f"{column}:N", title=title) for column, title in words]
    if brush:
        inside = alt.condition("datum.inside", alt.value(0.95), alt.value(0.3))
        bars = base.mark_bar(color="#2f7fc1", binSpacing=1).encode(
            x=x,
            x2="end:Q",
            y=alt.Y("n:Q", axis=None, scale=alt.Scale(zero=True)),
            y2=alt.Y2Datum(0),
            opacity=inside,
            tooltip=tooltip,
        )
        spec = _finished(alt.layer(frame, bars.add_params(pick)).properties(height=lane_height), language)
        # In SVG, the brush would be a picture without a name, and it cannot be given one.
        spec["usermeta"] = {"embedOptions": {"renderer": "canvas"}}
        return spec
    cells = base.mark_rect(cursor="pointer").encode(
        x=x,
        x2="end:Q",
        y=alt.Y("slot:O", sort="ascending", title=None, axis=_lane_axis()),
        color=alt.Color("n:Q", scale=alt.Scale(scheme="blues", type="sqrt"), legend=None),
        tooltip=tooltip,
    )
    return _finished(alt.layer(frame, cells.add_params(pick)).properties(height=alt.Step(lane_height)), language)


def _time_axis() -> alt.Axis:
    return alt.Axis(orient="bottom", labelOverlap=True, tickCount=8, grid=False, labelFlush=True)


def _lane_axis() -> alt.Axis:
    """The lane's name at its first row alone, and a line above each lane."""
    head = "split(datum.value, '|')[1] === '000'"
    return alt.Axis(
        labelExpr=f"{head} ? split(datum.value, '|')[2] : ''",
        labelLimit=130,
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=True,
        bandPosition=0,
        gridOpacity=alt.condition(head, alt.value(0.9), alt.value(0)),
    )


def _finished(chart: alt.LayerChart | alt.FacetChart, language: str) -> dict[str, Any]:
    """The chart as a specification without data, with the language's names of months and days."""
    spec: dict[str, Any] = chart.to_dict()
    for part in (spec, *spec["layer"]):
        part.pop("data", None)
    locale = Locale.parse(language)
    spec["config"] = {
        "locale": {
            "time": {
                "dateTime": "%x, %X",
                "date": "%d.%m.%Y" if language == "de" else "%Y-%m-%d",
                "time": "%H:%M:%S",
                "periods": ["AM", "PM"],
                "days": [locale.days["stand-alone"]["wide"][(number - 1) % 7] for number in range(7)],
                "shortDays": [locale.days["stand-alone"]["abbreviated"][(number - 1) % 7] for number in range(7)],
                "months": [locale.months["stand-alone"]["wide"][number] for number in range(1, 13)],
                "shortMonths": [locale.months["stand-alone"]["abbreviated"][number] for number in range(1, 13)],
            }
        },
        "view": {"stroke": None},
    }
    return spec
