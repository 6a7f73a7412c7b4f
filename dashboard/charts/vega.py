"""What the charts' Vega-Lite specifications have in common, as plain values."""

from functools import cache
from typing import Any

from babel import Locale

TIME_AXIS: dict[str, Any] = {
    "orient": "bottom",
    "labelOverlap": True,
    "tickCount": 8,
    "grid": False,
    "labelFlush": True,
    "aria": False,
    "labelExpr": (
        "datum.label === utcFormat(datum.value, '%Y') ? datum.label : [datum.label, utcFormat(datum.value, '%Y')]"
    ),
}
"""An axis of days. Each month and day has its year below: where labels are left out, a January may be among them.

Screen readers pass it over, as they do all axes: Vega would describe it in English, and marks say their days.
"""

INK = "luminance(background) < 0.2 ? '#e6ebf0' : '#0b131c'"
"""Vega's expression for the colour of writing on the chart's ground, light or dark. Streamlit themes axes alone."""

FAINT = "luminance(background) < 0.2 ? '#a9b4c0' : '#56606c'"
"""The same for what stands on an axis: Streamlit's own grey is too light on white (3.7 to 1, where 4.5 can be read)."""

CHOSEN = "#e08600"
"""The colour around what is chosen."""

COUNT_AXIS: dict[str, Any] = {
    "tickCount": 3,
    "tickMinStep": 1,
    "format": "d",
    "grid": True,
    "labelPadding": 4,
    "aria": False,
}
"""The axis of a chart that counts."""

TIME_SCALE: dict[str, Any] = {"type": "utc", "nice": False}


@cache
def config(language: str) -> dict[str, Any]:
    """The part of a specification that holds for all of it: the language's names of months and days, and no frame."""
    locale = Locale.parse(language)
    return {
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
        "axis": {"labelColor": {"expr": FAINT}, "titleColor": {"expr": FAINT}},
    }
