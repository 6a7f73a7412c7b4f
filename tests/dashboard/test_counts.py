"""One number for one thing, wherever it stands."""

import json
import re
from pathlib import Path

import networkx as nx
import pytest
from streamlit.testing.v1 import AppTest

from core import store
from core.openset import OpenSet
from dashboard.asking import counting, export
from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between, events_of, relation_ends
from dashboard.asking.selection import Filters, select
from dashboard.words.i18n import number
from tests.dashboard.conftest import Open
from tests.dashboard.test_pages import component, said
from tests.synthetic import tables


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables in which one of two actors of an event only speaks about it."""
    made = tables()
    parts = made.participants
    both = parts.groupby("event_id")["actor_id"].nunique()
    event = both.index[both == 2][0]
    actor = parts.loc[parts["event_id"] == event, "actor_id"].iloc[-1]
    parts.loc[(parts["event_id"] == event) & (parts["actor_id"] == actor), "role"] = "speaker"
    out = tmp_path_factory.mktemp("spoken")
    store.place(made, out, {})
    return out


def drawn(app: AppTest) -> list[str]:
    """What each component of a page was given."""
    given = (one.proto.json or one.proto.mixed.json for one in app.get("bidi_component"))
    return [json.dumps(json.loads(one or "null"), ensure_ascii=False) for one in given]


@pytest.fixture(scope="module")
def heard(spoken: Path) -> Corpus:
    folder = store.located(spoken)
    assert folder is not None
    return Corpus(OpenSet(folder))


def told_apart(corpus: Corpus) -> str:
    """The relation of which more events name both actors than it rests on."""
    relations = between(corpus, corpus.events.index)
    named = corpus.parts.rows.groupby("event_id")["actor_id"].agg(set)
    with_both = {one: sum(named.map(set(relation_ends(one)).issubset)) for one in relations.index}
    (relation,) = (one for one, n in with_both.items() if n > relations["events"][one])
    return str(relation)


def test_a_relations_number_is_the_same_wherever_it_stands(browse: Open, spoken: Path, heard: Corpus) -> None:
    relation = told_apart(heard)
    relations = between(heard, heard.events.index)
    n = int(relations["events"][relation])
    app = browse("network", tables=spoken, relation=relation)
    assert f"This relation rests on {n} events" in said(app)
    assert len(app.dataframe[0].value) == n
    listed = app.dataframe[-1].value
    assert listed["events"].iloc[list(relations.index).index(relation)] == n
    (edge,) = (e for e in json.loads(component(app, "lagebild_network")["graph"])["edges"] if e["id"] == relation)
    assert edge["title"].partition(" (")[0].endswith(f": {n}")  # then the shares of a mixed line
    graph = nx.parse_graphml(export.graphml(heard, relations, heard.events).decode())
    assert graph.edges[relation_ends(relation)]["weight"] == n
    one, other = relation_ends(relation)
    assert f"This relation rests on {n} events" in said(browse("actors", tables=spoken, actor=one, to=other))


@pytest.mark.parametrize("page", ["overview", "actors"])
def test_lists_of_relations_tell_the_number_of_the_table(browse: Open, spoken: Path, heard: Corpus, page: str) -> None:
    relations = between(heard, heard.events.index)
    app = browse(page, tables=spoken, actor=relation_ends(str(relations.index[0]))[0])
    (lines,) = (lines for lines in drawn(app) if "⇄" in lines)
    numbers = [int(n) for n in re.findall(r'"(\d+) events? \(', lines)]
    assert numbers
    assert numbers[0] == relations["events"].iloc[0]


def test_every_relation_rests_on_as_many_events_as_it_counts(heard: Corpus) -> None:
    shown = select(heard, Filters(types=("visit", "meeting", "statement"))).events
    relations = between(heard, shown.index)
    assert {one: len(events_of(heard, one, shown)) for one in relations.index} == relations["events"].to_dict()
    assert (relations[["dated", "bounded", "undated"]].sum(axis=1) == relations["events"]).all()


def test_an_actor_has_as_many_events_wherever_they_are_counted(browse: Open, spoken: Path, heard: Corpus) -> None:
    (actor,) = heard.parts.rows.loc[heard.parts.rows["role"] == "speaker", "actor_id"].tolist()
    n = len(heard.parts.events_with(actor))
    app = browse("actors", tables=spoken, actor=actor)
    assert next(one.value for one in app.metric if one.label == "Events") == str(n)
    assert f"This actor takes part in {n} events" in said(app)
    assert "Besides, it speaks about 1 event without taking part in it." in said(app)
    mine, spoken_of, everybody = (table.value for table in app.dataframe)
    assert (len(mine), len(spoken_of)) == (n, 1)
    listed = everybody.set_index("name")["events"]
    assert listed[heard.name(actor)] == n
    assert f"This actor takes part in {n} events" in said(browse("network", tables=spoken, actor=actor))
    assert f"**{n}** of 60 events" in said(browse("overview", tables=spoken, actors=actor))


def test_who_stands_in_the_middle_heads_the_table_of_actors(browse: Open) -> None:
    table = browse("actors").dataframe[0].value
    first = f"{table['name'][0]} takes part in {table['events'][0]} of 60 events"
    assert any(first in given for given in drawn(browse("overview")))


def test_events_of_a_text_are_counted_apart(browse: Open, corpus: Corpus) -> None:
    told = [count.told for count in counting.each(counting.documents(corpus, corpus.events.index))]
    (texts,) = (given for given in drawn(browse("overview")) if "▤" in given)
    assert all(one in texts for one in told)
    apart = browse("sources").dataframe[0].value["apart"]
    assert apart.tolist() == [one.partition(" (")[2].rstrip(")") for one in told]


def test_events_are_counted_apart_by_what_is_known_of_their_time(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    assert counting.events(shown.events) == (len(shown.dated), len(shown.bounded), len(shown.unknown))
    assert counting.events(shown.dated).told == f"{number(len(shown.dated))} events ({number(len(shown.dated))} dated)"
    assert counting.events(shown.dated.iloc[:0]).told == "0 events"


def test_the_overview_counts_events_apart_and_sources_without_copies(browse: Open, tmp_path: Path) -> None:
    store.place(tables(copies={"text-000": "text-003", "text-001": "text-003"}), tmp_path, {})
    app = browse("overview", tables=tmp_path)
    assert re.search(r"60 events \(\d+ dated, \d+ bounded, \d+ undated\) · \d+ quotes · 2 sources", said(app))


def test_the_overview_tells_as_many_discrepancies_as_their_page(browse: Open) -> None:
    (number,) = re.findall(r"(\d+) discrepancies", said(browse("overview")))
    assert f"In {number} points" in said(browse("discrepancies"))
