"""The relations of a selection as a graph, and how it is drawn.

The layout is computed once for the whole corpus, so that an actor keeps its place whatever the filters leave.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import networkx as nx
import numpy as np
import pandas as pd
from pyvis.network import Network

from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Relation, records
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


def kept(
    corpus: Corpus,
    relations: pd.DataFrame,
    *,
    strength: int,
    actor: str | None,
    to: str | None,
    steps: int,
    kinds: Sequence[str],
) -> tuple[pd.DataFrame, list[str]]:
    """The relations that are strong enough, near enough to an actor and among kinds, and a shortest connection.

    Args:
        corpus: what the relations are of.
        relations: see `relations.between`.
        strength: at least so many events.
        actor: in the middle; None for no middle.
        to: to whom the shortest connection leads, which stays whatever else is asked for.
        steps: how far from the actor; 0 for any.
        kinds: of actors; none for all.
    """
    way = shortest(relations, actor, to) if actor and to else []
    strong = relations if strength <= 1 else relations[(relations["events"] >= strength) | relations.index.isin(way)]
    if actor and steps:
        strong = around(strong, actor, steps)
    if kinds:
        kind = corpus.actors["kind"]
        of_kind = strong["a"].map(kind).isin(kinds) & strong["b"].map(kind).isin(kinds)
        strong = strong[of_kind | strong.index.isin(way)]
    return strong, way


class Layout(NamedTuple):
    """Where actors stand, in vis-network's units, and how many events the most connected one shares with others."""

    positions: dict[str, tuple[float, float]]
    strongest: int


def layout(corpus: Corpus, relations: pd.DataFrame | None = None) -> Layout:
    """A place for every actor with a relation, or with one of these relations; the same ones give the same positions.

    Each connected part is laid out by itself: small ones by Kamada and Kawai's method, which shows the distances in the
    graph best, large ones by Fruchterman and Reingold's, which is fast enough for them. Then actors are moved apart
    until no name covers another, and the parts are packed into a rectangle.
    """
    relations = between(corpus, corpus.events.index) if relations is None else relations
    whole, strength = graph(relations), strengths(relations)
    strongest = int(strength.max()) if len(strength) else 1
    parts: list[tuple[list[str], np.ndarray]] = []
    corners: list[np.ndarray] = []
    sizes: list[np.ndarray] = []
    for part in sorted(nx.connected_components(whole), key=lambda nodes: (-len(nodes), min(nodes))):
        inside = nx.Graph()
        inside.add_nodes_from(sorted(part))
        inside.add_edges_from(sorted(tuple(sorted(edge)) for edge in whole.subgraph(part).edges))
        actors = list(inside)
        boxes = np.array([_box(corpus.names_of(actor), _radius(strength[actor], strongest)) for actor in actors])
        at = _spread(inside, boxes)
        strong = np.sort(np.argsort(-strength[actors].to_numpy(), kind="stable")[:MAX_NODES])  # drawn at first
        events = nx.to_numpy_array(whole, nodelist=[actors[one] for one in strong], weight="events")
        at[strong] = _apart(at[strong], boxes[strong], _LINE_ROOM * np.sqrt(events))
        top_left, bottom_right = (at + boxes[:, :2]).min(axis=0), (at + boxes[:, 2:]).max(axis=0)
        parts.append((actors, at))
        corners.append(top_left)
        sizes.append(bottom_right - top_left)
    positions: dict[str, tuple[float, float]] = {}
    for (actors, at), corner, spot in zip(parts, corners, _packed(sizes), strict=True):
        moved = (at - corner + spot).round(1).tolist()
        positions |= {actor: (x, y) for actor, (x, y) in zip(actors, moved, strict=True)}
    return Layout(positions, strongest)


def strengths(relations: pd.DataFrame) -> pd.Series:
    """By actor: the events of all its relations, added up."""
    ends = [relations.set_index(end)["events"] for end in ("a", "b")]
    added: pd.Series = pd.concat(ends).groupby(level=0).sum()
    return added


_SMALL = 150
_ASPECT = 1.0
"""How much wider than high the whole should be: about as the picture is on a page, without the room for its names."""
_LETTER, _WIDE_LETTER, _LINE, _GAP = 9.0, 12.0, 20.0, 6.0
"""Width of a letter and of a capital or an m, height of a line, space around a name: generous, in vis-network's units
at `_FONT`."""
_FONT = 17
_LINE_LETTERS, _WORD_LETTERS = 18, 34


def _radius(strength: float, strongest: int) -> float:
    """The size of a node: its area beyond the least grows with the events, up to the corpus's most connected actor."""
    return float(round(8 + 24 * np.sqrt(strength / strongest), 1))


def caption(name: str) -> str:
    """A name as it stands below its node: in at most two lines, shortened where that is not enough."""
    lines: list[str] = []
    words = name.split()
    for at, word in enumerate(words):
        short = word if len(word) <= _WORD_LETTERS else f"{word[: _WORD_LETTERS - 1]}…"
        if lines and len(lines[-1]) + 1 + len(short) <= _LINE_LETTERS:
            lines[-1] += f" {short}"
        elif len(lines) < 2:
            lines.append(short)
        else:
            return "\n".join([lines[0], f"{lines[1]} …"]) if at < len(words) else "\n".join(lines)
    return "\n".join(lines)


def _box(names: Sequence[str], radius: float) -> tuple[float, float, float, float]:
    """The room that a node and its name, in whichever language, take up: left, top, right and bottom of its centre."""
    captions = [caption(name).split("\n") for name in names]
    width = max(
        sum(_WIDE_LETTER if one.isupper() or one in "mw—…" else _LETTER for one in line)
        for lines in captions
        for line in lines
    )
    half = max(radius, width / 2) + _GAP
    return -half, -radius - _GAP, half, radius + 5 + _LINE * max(map(len, captions)) + _GAP


def _spread(inside: nx.Graph, boxes: np.ndarray) -> np.ndarray:
    """The places of a connected part before names are thought of, as wide as its names will need."""
    count = len(inside)
    if count <= _SMALL:
        spots = nx.kamada_kawai_layout(inside)
    else:
        spots = nx.spring_layout(inside, seed=7, iterations=30 if count < 800 else 20, k=2.2 / np.sqrt(count))
    at = np.array(list(spots.values()))
    area = 1.5 * ((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).sum()
    extent = np.maximum(np.ptp(at, axis=0), 1e-3)
    wanted = np.sqrt([area * _ASPECT, area / _ASPECT])
    if count < 4:  # two stand side by side or at a slant, however the method has put them
        wanted = np.maximum(wanted, 240)
        return np.asarray(at * wanted / extent.max())
    return np.asarray(at * wanted / extent)


_LINE_ROOM = 9.0
"""So much room between two actors, times the root of their events: the stronger a line, the more of it is seen."""


def _apart(at: np.ndarray, boxes: np.ndarray, lines: np.ndarray, rounds: int = 260) -> np.ndarray:
    """The places, with actors moved until no box covers another.

    Args:
        at: places.
        boxes: see `_box`.
        lines: the room that there should be between any two actors beyond their boxes.
        rounds: how often at most they are moved.
    """
    if len(at) < 2:
        return at
    halves = (boxes[:, 2:] - boxes[:, :2]) / 2
    offset = (boxes[:, 2:] + boxes[:, :2]) / 2
    one, other = np.triu_indices(len(at), 1)
    needed = halves[one] + halves[other] + lines[one, other, None]
    centre = at + offset
    for turn in range(rounds):
        near = np.nonzero(np.abs(centre[one, 0] - centre[other, 0]) < needed[:, 0] - 0.01)[0]
        near = near[np.abs(centre[one[near], 1] - centre[other[near], 1]) < needed[near, 1] - 0.01]
        if not len(near):
            break
        if turn % 20 == 19:
            centre = centre * 1.04  # where there is no way past each other, all move on a little
        first, second, pair = one[near], other[near], np.arange(len(near))
        gap = centre[first] - centre[second]
        covered = needed[near] - np.abs(gap)
        axis = (covered[:, 1] < covered[:, 0]).astype(int)
        push = np.zeros_like(gap)
        push[pair, axis] = np.where(gap[pair, axis] < 0, -1, 1) * (covered[pair, axis] * 0.5 + 0.2)
        moved = np.zeros_like(centre)
        np.add.at(moved, first, push)
        np.add.at(moved, second, -push)
        crowd = np.bincount(np.concatenate([first, second]), minlength=len(at))
        centre = centre + moved / np.sqrt(np.maximum(1, crowd))[:, None]
    return np.asarray(centre - offset)


def _packed(sizes: list[np.ndarray]) -> list[np.ndarray]:
    """Where the upper left corner of each part goes, so that the whole is about `_ASPECT` times as wide as high."""
    if not sizes:
        return []
    area = sum(float(width * height) for width, height in sizes)
    widest = max(float(width) for width, _height in sizes)
    best: list[np.ndarray] = []
    least = np.inf
    for factor in (1.0, 1.15, 1.3, 1.5, 1.75, 2.0):
        spots = _stacked(sizes, max(widest, factor * float(np.sqrt(area * _ASPECT))))
        across, down = np.max([spot + size for spot, size in zip(spots, sizes, strict=True)], axis=0)
        if (needed := max(across / _ASPECT, down)) < least:
            best, least = spots, needed
    return best


def _stacked(sizes: list[np.ndarray], width: float) -> list[np.ndarray]:
    """Each part as high up in a strip as it fits below those before it, and there as far left."""
    steps: list[tuple[float, float, float]] = [(0.0, width, 0.0)]  # from, to, how far down the strip is filled
    spots = []
    for across, down in sizes:
        fits = [
            (max(low for left, right, low in steps if left < begin + across and right > begin), begin)
            for begin, _end, _low in steps
            if begin + across <= width + 1e-6
        ]
        top, begin = min(fits)
        end = begin + across
        spots.append(np.array([begin, top]))
        beside = [(left, min(right, begin), low) for left, right, low in steps if left < begin]
        beside += [(max(left, end), right, low) for left, right, low in steps if right > end]
        steps = sorted([*beside, (begin, end, top + down)])
    return spots


def draw(
    corpus: Corpus,
    shown: pd.DataFrame,
    plan: Layout,
    way: frozenset[str],
) -> Network:
    """The relations as a pyvis network: kinds of actors by shape and colour, relations by sign and strength.

    What is drawn last lies on top: the strongest relations. A relation of both cooperation and conflict has `shares`:
    colours with how many events each stands for.

    Args:
        shown: relations, strongest first; what goes beyond `MAX_NODES` and `MAX_EDGES` is left out.
        plan: see `layout`.
        way: relations to set off, such as those of a shortest way.
    """
    net = Network(directed=True)  # pyvis drops parallel edges of an undirected network; arrows are off below
    shown = shown.head(MAX_EDGES)
    strongest = strengths(shown).sort_values(ascending=False, kind="stable").head(MAX_NODES).sort_index()
    said = {kind: labels.kind_label(kind) for kind in labels.NODES}
    sign_said = {sign: labels.sign_label(sign) for sign in labels.SIGN_COLOURS}
    names = {actor: corpus.name(actor) for actor in strongest.index}
    for actor, strength in strongest.items():
        kind = corpus.kind(str(actor))
        node = labels.NODES[kind]
        x, y = plan.positions[str(actor)]
        net.add_node(
            actor,
            label=caption(names[actor]),
            title=f"{names[actor]} · {said[kind]}",
            shape=node.shape,
            color=node.colour,
            size=_radius(strength, plan.strongest),
            strength=int(strength),
            x=x,
            y=y,
        )
    drawn = shown[shown["a"].isin(names) & shown["b"].isin(names)].iloc[::-1]
    widths = (1 + 1.6 * np.sqrt(drawn["events"])).round(1)
    for relation, width in zip(records(drawn, Relation), widths.tolist(), strict=True):
        counts = {sign: int(getattr(relation, sign)) for sign in labels.SIGN_COLOURS}
        shares = [[labels.SIGN_COLOURS[sign], count] for sign, count in counts.items() if count]
        mixed = counts["cooperation"] > 0 and counts["conflict"] > 0 and relation.id not in way
        told = ", ".join(f"{count} {sign_said[sign]}" for sign, count in counts.items() if count)
        net.add_edge(
            relation.a,
            relation.b,
            id=relation.id,
            title=f"{names[relation.a]} – {names[relation.b]}: {relation.events} ({told})",
            width=width,
            color=labels.SIGN_COLOURS[relation.sign] if relation.id not in way else "#e08600",
            dashes=[8, 6] if relation.sign == "conflict" else False,
            arrows="",
            **({"shares": shares} if mixed else {}),
        )
    net.set_options(
        json.dumps(
            {
                "autoResize": True,
                "layout": {"improvedLayout": False, "randomSeed": 7},
                "physics": {"enabled": False},
                "nodes": {"font": {"size": _FONT}, "borderWidth": 1.5, "borderWidthSelected": 4},
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
    """A network as vis-network takes it: JSON with nodes, edges and options; how many of each are in it.

    `sizes` are for the legend: radius and number of events of the least, a middling and the most connected actor;
    `mixed` tells whether a line stands for both cooperation and conflict.
    """

    graph: str
    nodes: int
    edges: int
    sizes: tuple[tuple[float, int], ...]
    mixed: bool


def picture(net: Network) -> Picture:
    """The nodes, edges and options of a network."""
    nodes, edges, _heading, _height, _width, options = net.get_network_data()
    graph = {"nodes": nodes, "edges": edges, "options": json.loads(options)}
    sizes = sorted({(node["size"], node["strength"]) for node in nodes})
    middle = min(sizes, key=lambda one: abs(one[0] - (sizes[0][0] + sizes[-1][0]) / 2)) if sizes else None
    return Picture(
        json.dumps(graph, ensure_ascii=False),
        len(nodes),
        len(edges),
        tuple(dict.fromkeys((sizes[0], middle, sizes[-1]))) if middle else (),
        any("shares" in edge for edge in edges),
    )
