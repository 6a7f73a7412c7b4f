"""How many events fall into each period, as bars over which a stretch can be dragged.

The first page shows them: they are written without Altair, whose import would keep the first visitor waiting.
"""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.vega import TIME_AXIS, TIME_SCALE, config


def spec(language: str, words: Sequence[tuple[str, str]], height: int) -> dict[str, Any]:
    """The Vega-Lite specification for the frame of `marks.periods` with a column `inside`, and the axis' two ends.

    Args:
        language: for the names of months on the axis.
        words: titles of the tooltip's lines, by column.
        height: in pixels.
    """
    span = {
        "x": {"field": "start", "type": "temporal", "title": None, "scale": TIME_SCALE, "axis": TIME_AXIS},
        "x2": {"field": "end"},
    }
    ends = {"mark": {"type": "rule", "opacity": 0, "aria": False}, "encoding": span}
    bars = {
        "name": "bars",
        "transform": [{"filter": "isValid(datum.n)"}],
        "mark": {"type": "bar", "color": "#2f7fc1", "binSpacing": 1},
        "encoding": {
            **span,
            "y": {"field": "n", "type": "quantitative", "axis": None, "scale": {"zero": True}},
            "y2": {"datum": 0},
            "opacity": {"condition": {"test": "datum.inside", "value": 0.95}, "value": 0.3},
            "tooltip": [{"field": column, "type": "nominal", "title": title} for column, title in words],
        },
    }
    return {
        "layer": [ends, bars],
        "params": [{"name": "pick", "select": {"type": "interval", "encodings": ["x"]}, "views": ["bars"]}],
        "height": height,
        "config": config(language),
        # In SVG, the dragged stretch would be a picture without a name, and it cannot be given one.
        "usermeta": {"embedOptions": {"renderer": "canvas"}},
    }
