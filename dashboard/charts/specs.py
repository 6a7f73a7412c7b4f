"""How the timeline is drawn: Vega-Lite specifications made with Altair, cached by what changes them."""

import json
from functools import lru_cache
from typing import Any, Literal

import altair as alt

from dashboard.charts import placing
from dashboard.charts.vega import CHOSEN, INK, TIME_AXIS, TIME_SCALE, config

_ROW_HEIGHT = 22
_BAR = 11
_DASHES = [2, 2]
_FAINT = 0.2

_EDGE = 14
"""So many pixels are free at both ends of the axis: a sign there, or a ring around it, would else make it shorter."""

_ROOM = f"datum.room * (width - {2 * _EDGE}) - datum.less"
_LABEL = (
    " : ".join(f"datum.label_{n} && datum.width_{n} <= {_ROOM} ? datum.label_{n}" for n in range(len(placing.CUTS)))
    + " : ''"
)
"""Vega's expression for the longest cut of a label that there is room for in the width that the lanes have."""


@lru_cache(maxsize=64)
def timeline(
    language: str,
    words: tuple[tuple[str, str], ...],
    colours: tuple[tuple[str, str, str], ...],
    shapes: tuple[tuple[str, str], ...],
    legend: bool,
) -> dict[str, Any]:
    """The specification of the timeline for the frame of `marks.marks`.

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
    x = _start(padding=_EDGE)
    y = alt.Y("slot:O", sort="ascending", title=None, axis=_lane_axis())
    lit = alt.condition("datum.lit", alt.value(1), alt.value(_FAINT))
    base = alt.Chart(alt.NamedData("rows"))
    # The points alone speak to screen readers; bars, arrows and rings say nothing that the points do not.
    only_events = "datum.part === 'event'"
    frame = base.transform_filter("datum.part === 'window'").mark_rule(opacity=0, aria=False).encode(x=x, x2="end:Q")
    spread = (
        base.transform_filter(f"{only_events} && datum.bar && datum.form === 'interval'")
        .mark_bar(size=_BAR, cornerRadius=4, strokeWidth=1, cursor="pointer", aria=False)
        .encode(
            x=x,
            x2="end:Q",
            y=y,
            color=colour,
            stroke=stroke,
            fillOpacity=alt.condition("datum.firm", alt.value(0.4), alt.value(0)),
            opacity=lit,
            tooltip=tooltip,
        )
    )
    closed = (
        base.transform_filter(f"{only_events} && datum.bar && datum.form === 'closed'")
        .mark_bar(size=_BAR, cornerRadius=4, fillOpacity=0, strokeDash=_DASHES, cursor="pointer", aria=False)
        .encode(x=x, x2="end:Q", y=y, stroke=stroke, opacity=lit, tooltip=tooltip)
    )
    shade = "(" + json.dumps({kind: shade for kind, _label, shade in colours}) + ")[datum.kind]"
    fading = [
        base.transform_filter(f"{only_events} && datum.form === '{form}'")
        .mark_bar(size=_BAR, cursor="pointer", aria=False)
        .encode(x=x, x2="end:Q", y=y, color=alt.value(alt.expr(_gradient(shade, *ends))), opacity=lit, tooltip=tooltip)
        for form, ends in (("until", ("00", "99")), ("since", ("99", "00")))
    ]
    # A date that goes on beyond the window is shown as going on.
    opened = [
        base.transform_filter(f"{only_events} && datum.{cut}")
        .mark_point(shape=arrow, size=70, filled=True, aria=False)
        .encode(x=alt.X(f"{end}:T"), y=y, color=colour, opacity=lit)
        for cut, arrow, end in (("cut_left", "triangle-left", "start"), ("cut_right", "triangle-right", "end"))
    ]
    dated = "datum.form === 'day' || datum.form === 'interval'"
    points = (
        base.transform_filter(only_events)
        .mark_point(cursor="pointer")
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
            size=alt.Size("size:Q", scale=None),
            opacity=lit,
            strokeWidth=alt.condition(dated, alt.value(2), alt.value(1.5)),
            strokeDash=alt.condition(dated, alt.value([1, 0]), alt.value(_DASHES)),
            tooltip=tooltip,
            description="said:N",
        )
        .add_params(pick)
    )
    around = alt.value(alt.expr("pow(sqrt(datum.size) + 6, 2)"))
    rings = [
        base.transform_filter(f"{only_events} && datum.{which}")
        .mark_point(shape="circle", fill="transparent", strokeWidth=width, stroke=line, opacity=1, aria=False)
        .encode(x=alt.X("middle:T"), y=y, size=around, tooltip=tooltip)
        for which, width, line in (("theirs", 1.5, alt.expr(INK)), ("chosen", 3, CHOSEN))
    ]
    sides: tuple[tuple[int, Literal["left", "right"]], ...] = ((1, "left"), (-1, "right"))
    beside = [
        base.transform_filter(f"{only_events} && datum.lit && datum.side === {side}")
        .mark_text(
            align=align,
            baseline="middle",
            dx=alt.expr(f"{side} * (datum.reach + {placing.GAP})"),
            fontSize=placing.FONT,
            fill=alt.expr(INK),
            cursor="pointer",
            aria=False,
        )
        .encode(x=alt.X("label_at:T"), y=y, text=alt.value(alt.expr(_LABEL)), tooltip=tooltip)
        for side, align in sides
    ]
    own_spread = (
        base.transform_filter("datum.part === 'document' && datum.spread")
        .mark_bar(size=6, cornerRadius=3, opacity=0.4, color="#76808c", aria=False)
        .encode(x=x, x2="end:Q", y=y, tooltip=[alt.Tooltip("title:N", title=dict(words)["title"])])
    )
    own = (
        base.transform_filter("datum.part === 'document'")
        .mark_tick(thickness=3, size=16, color="#76808c")
        .encode(
            x=alt.X("middle:T"),
            y=y,
            tooltip=[alt.Tooltip("title:N", title=dict(words)["title"])],
            description="said:N",
        )
    )
    layers = (frame, spread, closed, *fading, *opened, *rings, points, *beside, own_spread, own)
    return _finished(alt.layer(*layers).properties(height=alt.Step(_ROW_HEIGHT)), language)


def _gradient(colour: str, left: str, right: str) -> str:
    """Vega's expression for a colour that goes from one opacity to another; both are two hexadecimal digits."""
    stops = ",".join(f"{{offset:{at},color:{colour}+'{opacity}'}}" for at, opacity in ((0, left), (1, right)))
    return f"{{gradient:'linear',x1:0,y1:0,x2:1,y2:0,stops:[{stops}]}}"


@lru_cache(maxsize=16)
def periods(language: str, words: tuple[tuple[str, str], ...], lane_height: int) -> dict[str, Any]:
    """The specification for the frame of `marks.periods`; `pick` takes a click on a period.

    Args:
        language: for the names of months on the axis.
        words: titles of the tooltip's lines, by column.
        lane_height: in pixels.
    """
    pick = alt.selection_point(name="pick", fields=["first", "last"], on="click", toggle="true", clear=False)
    x = _start()
    frame = alt.Chart(alt.NamedData("rows")).mark_rule(opacity=0, aria=False).encode(x=x, x2="end:Q")
    cells = (
        alt.Chart(alt.NamedData("rows"))
        .transform_filter("isValid(datum.n)")
        .mark_rect(cursor="pointer")
        .encode(
            x=x,
            x2="end:Q",
            y=alt.Y("slot:O", sort="ascending", title=None, axis=_lane_axis()),
            color=alt.Color("n:Q", scale=alt.Scale(scheme="blues", type="sqrt"), legend=None),
            opacity=alt.condition("datum.lit !== false", alt.value(1), alt.value(_FAINT)),
            tooltip=[alt.Tooltip(f"{column}:N", title=title) for column, title in words],
            description="said:N",
        )
        .add_params(pick)
    )
    return _finished(alt.layer(frame, cells).properties(height=alt.Step(lane_height)), language)


def _start(**scale: Any) -> alt.X:
    return alt.X("start:T", scale=alt.Scale(**TIME_SCALE, **scale), axis=alt.Axis(**TIME_AXIS), title=None)


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
        aria=False,  # as all axes, see `TIME_AXIS`
        gridOpacity=alt.condition(head, alt.value(0.9), alt.value(0)),
    )


def _finished(chart: alt.LayerChart | alt.FacetChart, language: str) -> dict[str, Any]:
    """The chart as a specification without data.

    Altair's check against Vega-Lite's schema takes more than half of the time (.45 of .65 s); the tests make it.
    """
    spec: dict[str, Any] = chart.to_dict(validate=False)
    for part in (spec, *spec["layer"]):
        part.pop("data", None)
    spec["config"] = config(language)
    return spec
