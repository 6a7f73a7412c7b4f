"""The network as GraphML, for Gephi, yEd and others; networkx, which has to be there anyway, writes it."""

import networkx as nx

from core.exports.held import Held
from core.exports.network import graph, without_spells
from core.exports.signs import printable


def write(held: Held) -> bytes:
    """The network of all events; see `network.graph`."""
    return written(without_spells(graph(held)))


def written(network: nx.Graph) -> bytes:
    """A graph, whose values are texts and numbers; characters that XML does not take are replaced."""
    return printable("\n".join(nx.generate_graphml(network))).encode()
