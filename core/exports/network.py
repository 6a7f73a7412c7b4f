"""Who meets whom in events, as a graph of networkx: what GraphML and GEXF are written from.

Two actors are related where both have a part in one event; who only speaks about it does not count.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import combinations
from typing import Any

import networkx as nx

from core.exports.held import Held
from core.exports.rows import Event
from core.exports.signs import line
from core.vocabulary_files import names, read

SPELLS = "spells"
"""The attribute of a relation that has the first and the last possible day of each of its dated events."""


def graph(held: Held) -> nx.Graph:
    """The network of all events.

    Nodes carry name, kind and country, edges how many events they rest on (`weight`, and by sign and by what is known
    of the time), the sign that prevails, the first and the last possible day of their dated events, and `spells`. What
    is not known is left out.
    """
    network = nx.Graph()
    met: dict[tuple[str, str], list[Event]] = {}
    for event in held.events:
        parts = held.parts_of.get(event.event_id, ())
        acting = sorted({part.actor_id for part in parts if part.role != "speaker"})
        for pair in combinations(acting, 2):
            met.setdefault(pair, []).append(event)
    for pair in sorted(met):
        for actor in pair:
            if actor not in network:
                network.add_node(actor, **_about(held, actor))
        network.add_edge(*pair, **_relation(met[pair]))
    return network


def without_spells(network: nx.Graph) -> nx.Graph:
    """The same network with values alone, for forms that have no spells."""
    plain = network.copy()
    for *_, edge in plain.edges(data=True):
        edge.pop(SPELLS, None)
    return plain


def _about(held: Held, actor: str) -> dict[str, str]:
    label = {"label": line(held.name(actor))}
    if (row := held.actors.get(actor)) is None:
        return label
    return {**label, "kind": row.kind, **({"country": row.country} if row.country else {})}


def _relation(events: list[Event]) -> dict[str, Any]:
    signs = Counter(_signs().get(event.type, "neutral") for event in events)
    most = [sign for sign, n in signs.items() if n == max(signs.values())]
    dated = [
        (event.date_start, event.date_end)
        for event in events
        if event.date_precision and event.date_start and event.date_end
    ]
    bounded = [event for event in events if not event.date_precision and (event.date_start or event.date_end)]
    days = (
        {
            "first": min(first for first, _ in dated).isoformat(),
            "last": max(last for _, last in dated).isoformat(),
            SPELLS: sorted({(first.isoformat(), last.isoformat()) for first, last in dated}),
        }
        if dated
        else {}
    )
    return {
        "weight": len(events),
        "sign": most[0] if len(most) == 1 else "neutral",
        **{sign: signs[sign] for sign in ("cooperation", "conflict", "neutral")},
        "dated": len(dated),
        "bounded": len(bounded),
        "undated": len(events) - len(dated) - len(bounded),
        **days,
    }


@cache
def _signs() -> Mapping[str, str]:
    """The sign of each event type; read apart from what checks the vocabulary, whose import takes a second."""
    return {name: read(f"event_types/{name}.toml")["sign"] for name in names("event_types")}
