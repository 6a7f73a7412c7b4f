"""GraphML and GEXF, read back by networkx and by the standard library's reader of XML."""

import io
from datetime import date
from xml.etree import ElementTree

import networkx as nx
import pyarrow as pa
import pytest

from core.exports import Held, gexf, graphml
from core.exports.network import graph
from core.exports.signs import line
from tests.core.exports.conftest import EVIL


def test_graphml_reads_back_as_the_network(held: Held) -> None:
    back = nx.parse_graphml(graphml.write(held).decode())
    network = graph(held)
    assert set(back.nodes) == set(network.nodes)
    assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in network.edges}
    for a, b, edge in network.edges(data=True):
        edge.pop("spells", None)
        assert back.edges[a, b] == edge


def test_gexf_has_the_days_of_each_relation(held: Held) -> None:
    written = gexf.write(held)
    back = nx.read_gexf(io.BytesIO(written))
    network = graph(held)
    assert set(back.nodes) == set(network.nodes)
    for a, b, edge in network.edges(data=True):
        assert back.edges[a, b].get("spells", []) == edge.get("spells", [])
        for first, last in edge.get("spells", ()):
            assert date.fromisoformat(first) <= date.fromisoformat(last)
    root = ElementTree.fromstring(written)  # noqa: S314 - our own
    assert root[1].attrib["timeformat"] == "date"
    assert root[1].attrib["mode"] == "dynamic"


@pytest.mark.parametrize("form", [graphml, gexf])
def test_names_stay_text_and_control_characters_break_nothing(held: Held, form: type) -> None:
    root = ElementTree.fromstring(form.write(held))  # type: ignore[attr-defined]  # noqa: S314 - our own
    assert not root.findall(".//{*}script")
    said = {*root.itertext(), *(value for node in root.iter() for value in node.attrib.values())}
    assert line(EVIL) in said


def test_weights_count_events_by_sign_and_by_what_is_known_of_the_time(held: Held) -> None:
    for *_, edge in graph(held).edges(data=True):
        assert edge["weight"] == edge["cooperation"] + edge["conflict"] + edge["neutral"]
        assert edge["weight"] == edge["dated"] + edge["bounded"] + edge["undated"]
        assert ("first" in edge) == (edge["dated"] > 0)


def test_the_same_tables_give_the_same_file(arrow: dict[str, pa.Table]) -> None:
    for form in (graphml, gexf):
        assert form.write(Held(arrow)) == form.write(Held(arrow))
