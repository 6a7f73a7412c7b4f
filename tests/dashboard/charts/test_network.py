import json
from itertools import combinations, pairwise

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between, relation_id
from dashboard.charts import network
from tests.synthetic import opened, tables


def test_a_relation_counts_the_events_that_both_actors_have_a_part_in(corpus: Corpus) -> None:
    relations = between(corpus, corpus.events.index)
    for a, b in combinations(corpus.actors.index, 2):
        both = len(corpus.parts.events_with(a, b))
        assert relations["events"].get(relation_id(a, b), 0) == both


def test_signs_add_up_to_the_events(corpus: Corpus) -> None:
    relations = between(corpus, corpus.events.index)
    assert (relations[["cooperation", "conflict", "neutral"]].sum(axis=1) == relations["events"]).all()
    assert relations["events"].is_monotonic_decreasing


def test_who_only_speaks_about_an_event_is_in_no_relation() -> None:
    whole = tables()
    whole.participants["role"] = "speaker"
    assert between(Corpus(opened(whole)), pd.Index(whole.events["event_id"])).empty


def test_fewer_events_give_weaker_relations(corpus: Corpus) -> None:
    few = between(corpus, corpus.events.index[:5])
    assert 0 < few["events"].sum() < between(corpus, corpus.events.index)["events"].sum()


def test_no_events_make_no_relations(corpus: Corpus) -> None:
    none = between(corpus, corpus.events.index[:0])
    assert none.empty
    assert network.around(none, "actor-1", 1).empty
    assert network.shortest(none, "actor-1", "actor-2") == []


def test_around_keeps_who_is_near(corpus: Corpus) -> None:
    few = between(corpus, corpus.events.index[:6])
    near = network.around(few, few.iloc[0]["a"], 1)
    neighbours = (
        {few.iloc[0]["a"]} | set(few[few["a"] == few.iloc[0]["a"]]["b"]) | set(few[few["b"] == few.iloc[0]["a"]]["a"])
    )
    assert set(near["a"]) | set(near["b"]) == neighbours


def test_shortest_leads_from_one_to_the_other(corpus: Corpus) -> None:
    few = between(corpus, corpus.events.index[:14])
    start, end = few.iloc[0]["a"], few.iloc[-1]["b"]
    way = network.shortest(few, start, end)
    here = start
    for relation in way:
        ends = set(relation.split("~"))
        assert here in ends
        (here,) = ends - {here}
    assert here == end
    assert way


def test_layout_places_every_related_actor_the_same_each_time(corpus: Corpus) -> None:
    places = network.layout(corpus)
    assert places == network.layout(Corpus(opened(tables())))
    assert set(places.positions) == set(corpus.parts.meetings.ends["a"]) | set(corpus.parts.meetings.ends["b"])


def test_drawing_keeps_both_ends_of_every_relation_and_survives_json(corpus: Corpus) -> None:
    relations = between(corpus, corpus.events.index)
    drawn = network.picture(network.draw(corpus, relations, network.layout(corpus), frozenset({relations.index[0]})))
    data = json.loads(drawn.graph)
    assert (len(data["nodes"]), len(data["edges"])) == (drawn.nodes, drawn.edges)
    nodes = {node["id"] for node in data["nodes"]}
    assert {edge["from"] for edge in data["edges"]} | {edge["to"] for edge in data["edges"]} == nodes
    assert {edge["id"] for edge in data["edges"]} == set(relations.index)


def test_too_many_actors_leave_the_strongest(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MAX_NODES", 4)
    relations = between(corpus, corpus.events.index)
    drawn = network.picture(network.draw(corpus, relations, network.layout(corpus), frozenset()))
    assert len(json.loads(drawn.graph)["nodes"]) == drawn.nodes == 4


@pytest.mark.parametrize(("events", "actors"), [(60, 12), (9, 30), (300, 300)])
def test_no_actor_covers_another_or_its_name(events: int, actors: int) -> None:
    corpus = Corpus(opened(tables(events, actors, 3)))
    drawn = network.picture(
        network.draw(corpus, between(corpus, corpus.events.index), network.layout(corpus), frozenset())
    )
    boxes = []
    for node in json.loads(drawn.graph)["nodes"]:
        lines = node["label"].split("\n")
        half = max(node["size"], max(map(len, lines)) * 4.5)
        top, bottom = node["y"] - node["size"], node["y"] + node["size"] + 20 * len(lines)
        boxes.append((node["x"] - half, node["x"] + half, top, bottom))
    for one, other in combinations(boxes, 2):
        across, down = (min(one[end + 1], other[end + 1]) - max(one[end], other[end]) for end in (0, 2))
        assert min(across, down) < 1


def test_unconnected_groups_are_packed_in_two_dimensions() -> None:
    corpus = Corpus(opened(tables(9, 30, 3)))
    whole = network.graph(between(corpus, corpus.events.index))
    groups = list(nx.connected_components(whole))
    assert len(groups) >= 3
    places = network.layout(corpus).positions
    spans = [[{"x": places[actor][0], "y": places[actor][1]} for actor in group] for group in groups]
    lefts, tops = ([min(one[axis] for one in span) for span in spans] for axis in ("x", "y"))
    assert max(lefts) - min(lefts) > 100
    assert max(tops) - min(tops) > 100
    across, down = (np.ptp([place[axis] for place in places.values()]) for axis in (0, 1))
    assert 0.4 < across / down < 2.5


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Rom", ["Rom"]),
        ("Mitsubishi Heavy Industries", ["Mitsubishi Heavy", "Industries"]),
        ("Bund der Steuerzahler des Landes Hessen", ["Bund der", "Steuerzahler des …"]),
        ("Japanische Selbstverteidigungsstreitkräfte", ["Japanische", "Selbstverteidigungsstreitkräfte"]),
        ("Rindfleischetikettierungsüberwachungsgesetz", ["Rindfleischetikettierungsüberwach…"]),
    ],
)
def test_long_names_go_on_in_a_second_line_or_are_shortened(name: str, lines: list[str]) -> None:
    assert network.caption(name).split("\n") == lines


def test_the_strongest_relation_is_drawn_last_and_mixed_ones_tell_their_shares(corpus: Corpus) -> None:
    relations = between(corpus, corpus.events.index)
    drawn = network.picture(network.draw(corpus, relations, network.layout(corpus), frozenset()))
    edges = json.loads(drawn.graph)["edges"]
    assert [edge["id"] for edge in edges] == list(relations.index[::-1])
    mixed = relations[(relations["cooperation"] > 0) & (relations["conflict"] > 0)]
    assert {edge["id"] for edge in edges if "shares" in edge} == set(mixed.index)
    assert drawn.mixed == bool(len(mixed))
    for edge in edges:
        if "shares" in edge:
            assert sum(count for _colour, count in edge["shares"]) == relations["events"][edge["id"]]


def test_sizes_grow_with_the_events_without_a_cap(corpus: Corpus) -> None:
    relations = between(corpus, corpus.events.index)
    drawn = network.picture(network.draw(corpus, relations, network.layout(corpus), frozenset()))
    nodes = sorted(json.loads(drawn.graph)["nodes"], key=lambda node: node["strength"])
    for weaker, stronger in pairwise(nodes):
        assert (weaker["size"] < stronger["size"]) == (weaker["strength"] < stronger["strength"])
    assert [events for _radius, events in drawn.sizes][-1] == nodes[-1]["strength"]
