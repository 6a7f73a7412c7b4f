"""Charts and networks as SVG, drawn on the server: for what is presented and handed out."""

import json
from collections.abc import Callable, Mapping
from math import cos, pi, sin
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_LINE = 20
"""The height of a line of a name, in vis-network's units."""


class Paper(NamedTuple):
    """What a picture is drawn on: the colour of writing, of lines, and of the ground where a line is interrupted."""

    ink: str
    rule: str
    ground: str


LIGHT = Paper("#0b131c", "#d3dbe3", "#ffffff")
DARK = Paper("#e6ebf0", "#34414f", "#10161d")


def chart(frame: pd.DataFrame, spec: Mapping[str, Any], width: int, paper: Paper) -> str:
    """A chart as SVG.

    Args:
        frame: the rows that it draws.
        spec: a Vega-Lite specification without data.
        width: of the whole in pixels.
        paper: what it is drawn on.
    """
    import vl_convert  # starts an engine of its own: only those who need a picture pay for it

    rows = json.loads(frame.to_json(orient="records"))
    axis = {"labelColor": paper.ink, "titleColor": paper.ink, "gridColor": paper.rule, "domainColor": paper.rule}
    whole = {
        **spec,
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": paper.ground,
        "padding": {"left": 24, "right": 12, "top": 6, "bottom": 6},  # a reader's font may be wider than the server's
        "data": {"values": rows},
        "config": {
            **spec["config"],
            "font": _FONT,
            "axis": {**axis, "tickColor": paper.rule, "labelFontSize": 12},
            "legend": {"labelColor": paper.ink, "titleColor": paper.ink},
        },
    }
    locale = whole["config"].pop("locale", {})
    svg: str = vl_convert.vegalite_to_svg(whole, allowed_base_urls=[], time_format_locale=locale.get("time"))
    return svg


def network(graph: str, paper: Paper) -> str:
    """A network (see `network.Picture.graph`) as SVG."""
    content = json.loads(graph)
    nodes = {node["id"]: node for node in content["nodes"]}
    if not nodes:
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"></svg>'
    left, top, right, bottom = _extent(list(nodes.values()))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"'
        f' width="{right - left:.0f}" height="{bottom - top:.0f}" font-family={quoteattr(_FONT)} font-size="17">'
    ]
    parts.append(f'<rect x="{left:.0f}" y="{top:.0f}" width="100%" height="100%" fill="{paper.ground}"/>')
    parts += [_edge(edge, nodes[edge["from"]], nodes[edge["to"]]) for edge in content["edges"]]
    parts += [_node(node, paper) for node in nodes.values()]
    return "".join([*parts, "</svg>"])


def _extent(nodes: list[Mapping[str, Any]]) -> tuple[float, float, float, float]:
    boxes = []
    for node in nodes:
        lines = str(node["label"]).split("\n")
        half = max(node["size"], max(map(len, lines)) * 4.8) + 8
        boxes.append((node["x"] - half, node["y"] - node["size"] - 8, node["x"] + half))
    lows = [node["y"] + node["size"] + 8 + _LINE * (1 + str(node["label"]).count("\n")) for node in nodes]
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(lows)


def _edge(edge: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """A line, with a part in each colour where it stands for both."""
    shares = edge.get("shares") or [[edge["color"], 1]]
    whole = sum(share for _colour, share in shares)
    dash = ' stroke-dasharray="8 6"' if edge["dashes"] and len(shares) == 1 else ""
    drawn, begun = [], 0.0
    for colour, share in shares:
        ended = begun + share / whole
        (x1, y1), (x2, y2) = (
            (one["x"] + (other["x"] - one["x"]) * at, one["y"] + (other["y"] - one["y"]) * at) for at in (begun, ended)
        )
        drawn.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke={quoteattr(colour)}'
            f' stroke-width="{edge["width"]}"{dash}/>'
        )
        begun = ended
    return "".join(drawn)


def _node(node: Mapping[str, Any], paper: Paper) -> str:
    x, y, size = node["x"], node["y"], node["size"]
    shape = _SHAPES[node["shape"]](size)
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in shape)
    body = f'<polygon points="{points}"' if shape else f'<circle cx="{x}" cy="{y}" r="{size}"'
    lines = str(node["label"]).split("\n")
    # A rim in the colour of the ground keeps a name legible where a line passes behind it.
    said = "".join(
        f'<text x="{x}" y="{y + size + _LINE * (1 + at):.1f}" text-anchor="middle" fill="{paper.ink}"'
        f' stroke="{paper.ground}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )
    return f"{body} fill={quoteattr(node['color'])}/>{said}"


_Corners = list[tuple[float, float]]


def _regular(corners: int, turned: float = 0.0) -> Callable[[float], _Corners]:
    def shape(size: float) -> _Corners:
        angles = (turned + 2 * pi * at / corners for at in range(corners))
        return [(size * sin(angle), -size * cos(angle)) for angle in angles]

    return shape


def _star(size: float) -> _Corners:
    radii = (size * 1.3, size * 0.55)
    return [(radii[at % 2] * sin(pi * at / 5), -radii[at % 2] * cos(pi * at / 5)) for at in range(10)]


_SHAPES: Mapping[str, Callable[[float], _Corners]] = {
    "dot": lambda _size: [],
    "square": lambda size: [(-size, -size), (size, -size), (size, size), (-size, size)],
    "diamond": _regular(4),
    "triangle": _regular(3),
    "triangleDown": _regular(3, pi),
    "star": _star,
    "hexagon": _regular(6, pi / 6),
}
"""The corners of vis-network's shapes around their centre, by size; none for a circle."""
