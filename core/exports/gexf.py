"""The network as GEXF with time, for Gephi: an edge is there on the possible days of the events that it rests on."""

import re

import networkx as nx

from core.exports.held import Held
from core.exports.network import graph
from core.exports.signs import printable

_TODAY = re.compile(r' lastmodifieddate="[^"]*"')


def write(held: Held) -> bytes:
    """The network of all events; see `network.graph`. Relations without any date are there all the time."""
    network = graph(held)
    text = "\n".join(nx.generate_gexf(network, version="1.2draft"))
    return printable(_TODAY.sub("", text, count=1)).encode()  # the same tables give the same file on every day
