"""How many events fall into each period, as bars over which a stretch can be dragged.

The first page shows them: they are written without Altair, whose import would keep the first visitor waiting.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.charts.marks import stretch
from dashboard.charts.vega import CHOSEN, COUNT_AXIS, INK, TIME_AXIS, TIME_SCALE, config


def spec(
    language: str,
    words: Sequence[tuple[str, str]],
    height: int,
    ends: tuple[date, date],
    window: tuple[date, date] | None = None,
) -> dict[str, Any]:
    """The Vega-Lite specification for the frame of `marks.periods` with a column `inside`.

    Args:
        language: for the names of months on the axis.
        words: titles of the tooltip's lines, by column.
        height: in pixels.
        ends: from which to which day the axis reaches.
        window: the stretch that is shown as dragged over; it can be moved.
    """
    # Told here, not by the data: a chart begins without these, and would not know where the window is.
    scale = {**TIME_SCALE, "domain": list(stretch(ends))}
    span: dict[str, dict[str, Any]] = {
        "x": {"field": "start", "type": "temporal", "title": None, "scale": scale, "axis": TIME_AXIS},
        "x2": {"field": "end"},
    }
    bars = {
        "name": "bars",
        "transform": [{"filter": "isValid(datum.n)"}],
        "mark": {"type": "bar", "color": "#2f7fc1", "binSpacing": 1, "clip": True},
        "encoding": {
            **span,
            "y": {
                "field": "n",
                "type": "quantitative",
                "title": None,
                "axis": COUNT_AXIS,
                "scale": {"zero": True, "nice": 3},
            },
            "y2": {"datum": 0},
            "opacity": {"condition": {"test": "datum.inside", "value": 0.95}, "value": 0.3},
            "tooltip": [{"field": column, "type": "nominal", "title": title} for column, title in words],
        },
    }
    pointed = {
        "transform": [{"filter": "isValid(datum.points)"}],
        "mark": {
            "type": "point",
            "shape": {"expr": "datum.points"},
            "filled": True,
            "size": 110,
            "opacity": 1,
            "color": CHOSEN,
            "stroke": {"expr": INK},
            "strokeWidth": 0.5,
        },
        "encoding": {
            "x": {"field": "start", "type": "temporal"},
            "y": {"value": 5},
            "tooltip": [{"field": "said", "type": "nominal"}],
        },
    }
    blue = {"fill": "#2f7fc1", "fillOpacity": 0.1, "stroke": "#2f7fc1", "strokeOpacity": 0.9}
    brush: dict[str, Any] = {
        "name": "pick",
        "select": {"type": "interval", "encodings": ["x"], "zoom": False, "mark": blue},  # the wheel is for the page
        "views": ["bars"],
    }
    layers: list[dict[str, Any]] = [bars, pointed]
    if window:
        first, last = stretch(window)
        brush["value"] = {"x": [first, last]}
        # What is dragged over is gone with a click beside it; the window is not.
        stands = {
            "data": {"values": [{"start": first, "end": last}]},
            "mark": {"type": "rect", **blue, "aria": False},
            "encoding": {"x": {"field": "start", "type": "temporal"}, "x2": {"field": "end"}},
        }
        layers.insert(0, stands)
    return {
        "layer": layers,
        "params": [brush],
        "height": height,
        "config": config(language),
        # In SVG, the dragged stretch would be a picture without a name, and it cannot be given one.
        "usermeta": {"embedOptions": {"renderer": "canvas"}},
    }
