"""The relationship network: vis-network as pyvis ships it, fed with the data of a pyvis network.

Three components share the work, so that a click sends the selection alone: the library, which never changes and goes
over the wire once; the graph; and what is chosen in it.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import streamlit as st

from dashboard.components import source


def _vis() -> str:
    """The text of vis-network, from where pyvis is installed; to import that takes IPython and a server's time."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyvis is not installed", name="pyvis")
    text = Path(spec.origin).with_name("templates").joinpath("lib/vis-9.1.2/vis-network.min.js").read_text("utf-8")
    # The map of the minified source is not served; browsers' tools would ask for it.
    return text.replace("//# sourceMappingURL=vis-network.min.js.map", "")


VIS = _vis()
"""The text of vis-network, as pyvis ships it."""

_library = st.components.v2.component(
    "lagebild_vis",
    js=VIS + "\n" + source("vis.js"),
)
_graph = st.components.v2.component(
    "lagebild_network",
    html=(
        '<div class="frame"><div class="net" role="application" tabindex="0"></div><div class="tools"></div></div>'
        '<div class="sizes"></div>'
    ),
    css=source("buttons.css", "network.css"),
    js=source("lines.js", "sizes.js", "network.js"),
)
_choice = st.components.v2.component("lagebild_network_choice", js=source("choice.js"))


def network(
    graph: str,
    *,
    key: str,
    alt: str,
    title: str,
    about: str,
    legend: Sequence[str],
    words: dict[str, str],
    actor: str | None,
    relation: str | None,
    on_pick: Callable[[str | None, str | None], None],
    sizes: Sequence[tuple[float, int]] = (),
    mixed: bool = False,
    frame: tuple[float, float, float, float] | None = None,
    height: int = 560,
) -> None:
    """Show a network.

    Args:
        graph: nodes, edges and options as vis-network takes them, as JSON. As text, since Streamlit takes ten
            milliseconds to compare a large value with the one before, and the browser to draw what has not changed.
        key: Streamlit's key of the component.
        alt: what the picture shows, for those who do not see it.
        title: what a saved picture is called, with its window.
        about: what is left out of it, in a line below that.
        legend: what its signs mean, in lines below it.
        words: labels of the buttons: in, out, fit, save; how the wheel zooms; of the legend: sizes, mixed.
        actor: the chosen node.
        relation: the chosen edge.
        on_pick: called with the actor or the relation that was clicked, with neither for a click beside them.
        sizes: radii of nodes and the number of events each stands for, for the legend.
        mixed: whether the legend explains lines of two colours.
        frame: left, top, right and bottom of what is kept in view; None to fit what is drawn whenever that changes.
        height: in pixels.
    """

    def picked() -> None:
        pick = st.session_state[key].pick
        if pick:
            on_pick(pick.get("actor"), pick.get("relation"))

    _library(key="lagebild_vis", height=1)
    data = {
        "graph": graph,
        "name": key,
        "alt": alt,
        "title": title,
        "about": about,
        "legend": list(legend),
        "words": words,
        "sizes": sizes,
        "mixed": mixed,
        "frame": frame,
        "height": height,
    }
    _graph(data=data, key=key, on_pick_change=picked)
    _choice(data={"name": key, "actor": actor, "relation": relation}, key=f"{key}_choice", height=1)
