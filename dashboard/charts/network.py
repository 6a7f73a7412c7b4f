"""The relations of a selection as a graph, and how it is drawn.

The layout is computed once for the whole corpus, so that an actor keeps its place whatever the filters leave.
"""

import json
from itertools import pairwise
from typing import NamedTuple

import networkx as nx
import numpy as np
import pandas as pd
from pyvis.network import Network

from dashboard.asking.corpus import Corpus
from dashboard.asking.records import records
from dashboard.asking.relations import between, relation_id
from dashboard.words import labels

MAX_NODES, MAX_EDGES = 400, 800
"""No more actors and relations than this are drawn at once: the strongest."""


def graph(relations: pd.DataFrame) -> nx.Graph:
    """The relations as an undirected graph; each edge carries its relation's row as attributes and `relation`."""
    result = nx.Graph()
    for relation, row in zip(relations.index, relations.to_dict("records"), strict=True):
        result.add_edge(row["a"], row["b"], relation=relation, **{str(name): value for name, value in row.items()})
    return result


def around(relations: pd.DataFrame, actor: str, steps: int) -> pd.DataFrame:
    """The relations among an actor and those at most so many steps away; none where it has none."""
    whole = graph(relations)
    if actor not in whole:
        return relations.iloc[:0]
    near = nx.single_source_shortest_path_length(whole, actor, cutoff=steps)
    return relations[relations["a"].isin(near) & relations["b"].isin(near)]


def shortest(relations: pd.DataFrame, one: str, other: str) -> list[str]:
    """The relations that lead from one actor to the other over the fewest others; empty where none do."""
    whole = graph(relations)
    if one not in whole or other not in whole or not nx.has_path(whole, one, other):
        return []
    path = nx.shortest_path(whole, one, other)
    return [relation_id(a, b) for a, b in pairwise(path)]


def layout(corpus: Corpus) -> dict[str, tuple[float, float]]:
    """A place for every actor with a relation, in vis-network's units; the same corpus gives the same places.

    Each connected part is laid out by itself, and the parts are set side by side, so that loose pairs do not push the
    rest apart. Small parts are laid out by Kamada and Kawai's method, which shows the distances in the graph best,
    large ones by Fruchterman and Reingold's, which is fast enough for them; then nodes that would cover each other or
    each other's names are moved apart.
    """
    whole = graph(between(corpus, corpus.events.index))
    places: dict[str, tuple[float, float]] = {}
    left = 0.0
    for part in sorted(nx.connected_components(whole), key=lambda nodes: (-len(nodes), min(nodes))):
        inside = nx.Graph()
        inside.add_nodes_from(sorted(part))
        inside.add_edges_from(sorted(tuple(sorted(edge)) for edge in whole.subgraph(part).edges))
        if len(part) <= _SMALL:
            spots = nx.kamada_kawai_layout(inside)
        else:
            spots = nx.spring_layout(
                inside, seed=7, iterations=60 if len(part) < 800 else 20, k=2.2 / np.sqrt(len(part))
            )
        actors = list(spots)
        at = _apart(np.array([spots[actor] for actor in actors]) * 95 * np.sqrt(len(part)))
        at[:, 0] += left - at[:, 0].min()
        places |= {actor: (round(float(x), 1), round(float(y), 1)) for actor, (x, y) in zip(actors, at, strict=True)}
        left = at[:, 0].max() + 2 * _ROOM[0]
    return places


_SMALL = 150
_ROOM = np.array([125.0, 75.0])
"""How far apart nodes should stand, across and down: names are wide and low."""


def _apart(at: np.ndarray, rounds: int = 80) -> np.ndarray:
    """The places with those that are closer than `_ROOM` pushed apart, half way each, as often as needed."""
    if not 1 < len(at) <= MAX_NODES:
        return at
    for _ in range(rounds):
        gap = (at[:, None] - at[None]) / _ROOM
        distance = np.sqrt((gap**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        lacking = np.clip(1 - distance, 0, None)
        if lacking.max() < 0.02:
            break
        at = at + ((gap / np.maximum(distance, 1e-6)[..., None]) * lacking[..., None]).sum(axis=1) * _ROOM * 0.4
    return at


def draw(
    corpus: Corpus,
    shown: pd.DataFrame,
    places: dict[str, tuple[float, float]],
    way: frozenset[str],
) -> Network:
    """The relations as a pyvis network: kinds of actors by shape and colour, relations by sign and strength.

    Args:
        shown: relations, strongest first; what goes beyond `MAX_NODES` and `MAX_EDGES` is left out.
        places: see `layout`.
        way: relations to set off, such as those of a shortest way.
    """
    net = Network(directed=True)  # pyvis drops parallel edges of an undirected network; arrows are off below
    shown = shown.head(MAX_EDGES)
    strength = pd.concat([shown.set_index("a")["events"], shown.set_index("b")["events"]]).groupby(level=0).sum()
    strongest = strength.sort_values(ascending=False, kind="stable").head(MAX_NODES).sort_index()
    sizes = (9 + np.minimum(20, 4 * np.sqrt(strongest))).round(1)
    said = {kind: labels.kind_label(kind) for kind in labels.NODES}
    names = {actor: corpus.name(actor) for actor in strongest.index}
    for actor, size in zip(strongest.index, sizes.tolist(), strict=True):
        kind = corpus.kind(actor)
        node = labels.NODES[kind]
        x, y = places[actor]
        net.add_node(
            actor,
            label=names[actor],
            title=f"{names[actor]} · {said[kind]}",
            shape=node.shape,
            color=node.colour,
            size=size,
            x=x,
            y=y,
        )
    drawn = shown[shown["a"].isin(names) & shown["b"].isin(names)]
    widths = (1 + 1.6 * np.sqrt(drawn["events"])).round(1)
    for relation, width in zip(records(drawn), widths.tolist(), strict=True):
        net.add_edge(
            relation.a,
            relation.b,
            id=relation.Index,
            title=f"{names[relation.a]} – {names[relation.b]}: {relation.events}",
            width=width,
            color=labels.SIGN_COLOURS[relation.sign] if relation.Index not in way else "#e08600",
            dashes=[8, 6] if relation.sign == "conflict" else False,
            arrows="",
        )
    net.set_options(
        json.dumps(
            {
                "autoResize": True,
                "layout": {"improvedLayout": False, "randomSeed": 7},
                "physics": {"enabled": False},
                "nodes": {
                    "font": {"size": 17},
                    "widthConstraint": {"maximum": 260},  # long names go on in a second line
                    "borderWidth": 1.5,
                    "borderWidthSelected": 4,
                },
                "edges": {"smooth": False, "selectionWidth": 3, "hoverWidth": 1.5},
                "interaction": {
                    "hover": True,
                    "tooltipDelay": 150,
                    "multiselect": False,
                    "keyboard": {"enabled": True, "bindToWindow": False},
                    "zoomView": True,
                    "hideEdgesOnDrag": len(names) > 250,
                },
            }
        )
    )
    return net


class Picture(NamedTuple):
    """A network as vis-network takes it: JSON with nodes, edges and options; and how many of each are in it."""

    graph: str
    nodes: int
    edges: int


def picture(net: Network) -> Picture:
    """The nodes, edges and options of a network."""
    nodes, edges, _heading, _height, _width, options = net.get_network_data()
    graph = {"nodes": nodes, "edges": edges, "options": json.loads(options)}
    return Picture(json.dumps(graph, ensure_ascii=False), len(nodes), len(edges))
