"""The relations of a selection as a graph: who appears with whom in events, and how it is drawn.

Two actors are related when both have a part in one event; who only speaks about it does not count. The layout is
computed once for the whole corpus, so that an actor keeps its place whatever the filters leave.
"""

import json
from itertools import pairwise
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from pyvis.network import Network

from core.model import ActorKind
from dashboard import labels
from dashboard.selection import Corpus
from dashboard.state import relation_id

MAX_NODES = 400
"""No more actors than this are drawn at once: those with the strongest relations."""


def relations(corpus: Corpus, events: pd.Index) -> pd.DataFrame:
    """The relations that the given events make.

    Returns:
        One row a relation, strongest first: a, b, events (how many), cooperation, conflict, neutral (how many of
        each sign), sign (the most frequent; neutral where two are even), indexed by the relation's id.
    """
    pairs = corpus.pairs[corpus.pairs["event_id"].isin(events)]
    signs = {event: labels.sign(kind) for event, kind in corpus.events["type"].items()}
    counted = (
        pairs.assign(sign=pairs["event_id"].map(signs.get))
        .groupby(["a", "b", "sign"])
        .size()
        .unstack("sign", fill_value=0)
        .reindex(columns=list(labels.SIGN_COLOURS), fill_value=0)
        .reset_index()
    )
    by_sign = counted[list(labels.SIGN_COLOURS)]
    best = by_sign.max(axis=1)
    even = by_sign.eq(best, axis=0).sum(axis=1) > 1
    counted["events"] = by_sign.sum(axis=1)
    counted["sign"] = (by_sign.idxmax(axis=1) if len(counted) else pd.Series(dtype=object)).where(~even, "neutral")
    counted.index = pd.Index([relation_id(a, b) for a, b in zip(counted["a"], counted["b"], strict=True)])
    return counted.sort_values(["events", "a", "b"], ascending=[False, True, True])


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

    Stronger relations pull closer. Each connected part is laid out by itself and the parts are set side by side, so
    that loose pairs do not push the rest apart.
    """
    whole = graph(relations(corpus, corpus.events.index))
    places: dict[str, tuple[float, float]] = {}
    left = 0.0
    for part in sorted(nx.connected_components(whole), key=lambda nodes: (-len(nodes), min(nodes))):
        inside = nx.Graph()
        inside.add_nodes_from(sorted(part))
        inside.add_weighted_edges_from(
            (a, b, float(np.log1p(strength))) for a, b, strength in whole.subgraph(part).edges(data="events")
        )
        spots = nx.spring_layout(inside, seed=7, iterations=120 if len(part) < 500 else 40, k=2.2 / np.sqrt(len(part)))
        size = 130 * np.sqrt(len(part))
        for actor, (x, y) in spots.items():
            places[actor] = (round(left + size + x * size, 1), round(y * size * 0.75, 1))
        left += 2 * size + 120
    return places


def draw(
    corpus: Corpus,
    shown: pd.DataFrame,
    places: dict[str, tuple[float, float]],
    way: frozenset[str],
) -> Network:
    """The relations as a pyvis network: kinds of actors by shape and colour, relations by sign and strength.

    Args:
        shown: relations, strongest first; of more than `MAX_NODES` actors the weaker ones are left out.
        places: see `layout`.
        way: relations to set off, such as those of a shortest way.
    """
    net = Network(directed=True)  # pyvis drops parallel edges of an undirected network; arrows are off below
    strength = pd.concat([shown.set_index("a")["events"], shown.set_index("b")["events"]]).groupby(level=0).sum()
    actors = set(strength.sort_values(ascending=False, kind="stable").index[:MAX_NODES])
    for actor in sorted(actors):
        kind: ActorKind = corpus.actors["kind"].get(actor, "place")
        node = labels.NODES[kind]
        x, y = places[actor]
        net.add_node(
            actor,
            label=corpus.name(actor),
            title=f"{corpus.name(actor)} · {labels.kind_label(kind)}",
            shape=node.shape,
            color=node.colour,
            size=float(round(9 + 4 * np.sqrt(strength[actor]), 1)),
            x=x,
            y=y,
        )
    for relation, row in zip(shown.index, shown.to_dict("records"), strict=True):
        if row["a"] in actors and row["b"] in actors:
            net.add_edge(
                row["a"],
                row["b"],
                id=relation,
                title=f"{corpus.name(row['a'])} – {corpus.name(row['b'])}: {row['events']}",
                width=float(round(1 + 1.6 * np.sqrt(row["events"]), 1)),
                color=labels.SIGN_COLOURS[row["sign"]] if relation not in way else "#e08600",
                dashes=[8, 6] if row["sign"] == "conflict" else False,
                arrows="",
            )
    net.set_options(
        json.dumps(
            {
                "autoResize": True,
                "layout": {"improvedLayout": False, "randomSeed": 7},
                "physics": {"enabled": False},
                "nodes": {"font": {"size": 15}, "borderWidth": 1.5, "borderWidthSelected": 4},
                "edges": {"smooth": False, "selectionWidth": 3, "hoverWidth": 1.5},
                "interaction": {
                    "hover": True,
                    "tooltipDelay": 150,
                    "multiselect": False,
                    "keyboard": {"enabled": True, "bindToWindow": False},
                    "zoomView": True,
                    "hideEdgesOnDrag": len(actors) > 250,
                },
            }
        )
    )
    return net


def payload(net: Network) -> dict[str, Any]:
    """The nodes, edges and options of a network as vis-network takes them."""
    nodes, edges, _heading, _height, _width, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}
