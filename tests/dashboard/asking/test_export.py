import io
import json
import re
from datetime import date
from zipfile import ZipFile

import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from core.exports import FORMATS, Held
from core.tables import SCHEMAS
from dashboard.asking import export
from dashboard.asking.archive import archive
from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between, events_of, relation_id
from dashboard.asking.selection import Filters, select
from dashboard.asking.workbook import CELL, workbook
from dashboard.words.i18n import speaking
from tests.synthetic import opened, tables


def test_no_filter_gives_all_events_and_claims(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    for name in ("events", "claims", "participants", "documents", "texts"):
        assert export.table(corpus, shown, name).equals(corpus.tables.read(name))


def test_tables_hold_exactly_what_is_shown_and_fit_together(corpus: Corpus) -> None:
    shown = select(corpus, Filters(types=("visit",)))
    exported = {name: export.table(corpus, shown, name).to_pandas() for name in SCHEMAS}
    assert set(exported["events"]["event_id"]) == set(shown.events.index)
    assert set(exported["claims"]["event_id"]) == set(shown.events.index)
    assert set(exported["participants"]["claim_id"]) == set(exported["claims"]["claim_id"])
    assert set(exported["documents"]["doc_id"]) == set(exported["claims"]["doc_id"])


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_files_can_be_read_back(corpus: Corpus, name: str) -> None:
    table = export.table(corpus, select(corpus, Filters()), name)
    assert pq.read_table(io.BytesIO(export.parquet(table))).equals(table)
    back = pd.read_csv(io.BytesIO(export.csv(table)), keep_default_na=False)
    assert list(back.columns) == list(SCHEMAS[name].names)
    assert len(back) == len(table)


def test_csv_joins_lists(corpus: Corpus) -> None:
    text = export.csv(corpus.tables.read("actors")).decode("utf-8-sig")
    assert "[" not in text
    assert "Adler" in text


def test_the_actors_table_has_whoever_another_table_names() -> None:
    made = tables()
    made.actors["member_of"] = [["actor-5"] if actor == "actor-0" else [] for actor in made.actors["actor_id"]]
    made.claims["attributed_to"] = "actor-4"
    corpus = Corpus(opened(made))
    shown = select(corpus, Filters(actors=("actor-0",), types=("visit",)))
    exported = {name: export.table(corpus, shown, name).to_pandas() for name in SCHEMAS}
    named = {
        *exported["participants"]["actor_id"],
        *exported["claims"]["attributed_to"],
        *exported["mentions"]["actor_id"],
    }
    assert {"actor-0", "actor-4", "actor-5"} <= named | {"actor-5"} <= set(exported["actors"]["actor_id"])


def test_the_actors_table_has_groups_that_no_text_names() -> None:
    made = tables()
    made.actors["member_of"] = [["nsatu"] if actor == "actor-0" else [] for actor in made.actors["actor_id"]]
    corpus = Corpus(opened(made))
    actors = export.table(corpus, select(corpus, Filters(actors=("actor-0",))), "actors").to_pandas()
    rows = actors.set_index("actor_id")
    assert {group for groups in actors["member_of"] for group in groups} <= set(rows.index)
    assert rows.loc[["nsatu", "nato"], "name"].tolist() == ["NSATU", "NATO"]
    assert rows.loc["nato", "n_mentions"] == 0


def test_graphml_carries_kinds_weights_signs_and_dates(corpus: Corpus) -> None:
    relations = between(corpus, corpus.events.index)
    back = nx.parse_graphml(export.graphml(corpus, relations, corpus.events).decode())
    assert back.nodes["actor-1"]["label"] == "Südland"
    assert {node: back.nodes[node]["kind"] for node in back} == {node: corpus.kind(node) for node in back}
    assert sum(n for *_, n in back.edges(data="weight")) == relations["events"].sum()
    for a, b, edge in back.edges(data=True):
        row = relations.loc[relation_id(a, b)]
        assert edge["sign"] == row["sign"]
        assert edge["cooperation"] + edge["conflict"] + edge["neutral"] == edge["weight"]
        assert edge["dated"] + edge["bounded"] + edge["undated"] == edge["weight"]
        dated = events_of(corpus, relation_id(a, b), corpus.events).dropna(subset=["date_start"])
        if len(dated):
            assert edge["first"] == str(dated["date_start"].min().date())
            assert edge["last"] == str(dated["date_end"].max().date())
        else:
            assert "first" not in edge


def test_the_archive_holds_every_table_with_its_dictionary_and_the_network(corpus: Corpus) -> None:
    shown = select(corpus, Filters(types=("visit",)))
    with ZipFile(io.BytesIO(archive(corpus, shown, "Nur Besuche"))) as whole:
        assert whole.testzip() is None
        names = {"selection.txt", "data_dictionary.csv", "network.graphml", *(f"{name}.csv" for name in SCHEMAS)}
        assert set(whole.namelist()) == names
        assert whole.read("selection.txt").decode() == "Nur Besuche\n"
        said = pd.read_csv(io.BytesIO(whole.read("data_dictionary.csv")), keep_default_na=False)
        for name, schema in SCHEMAS.items():
            assert whole.read(f"{name}.csv") == export.csv(export.table(corpus, shown, name))
            assert said.loc[said["table"] == name, "column"].tolist() == ["", *schema.names]
        assert (said["says"] != "").all()


def test_the_workbook_has_a_sheet_for_each_table() -> None:
    made = tables()
    made.events["title"] = "=1+1"
    made.events.loc[made.events.index[0], "place"] = "x" * 40_000
    corpus = Corpus(opened(made))
    shown = select(corpus, Filters())
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(corpus, shown)))
    assert book.sheet_names == ["data_dictionary", *(name for name in SCHEMAS if name != "texts")]
    for name in book.sheet_names[1:]:
        heads, *rows = book.get_sheet_by_name(name).to_python()
        assert heads == SCHEMAS[name].names
        assert len(rows) == len(export.table(corpus, shown, name))
    heads, *rows = book.get_sheet_by_name("events").to_python()
    events = pd.DataFrame(rows, columns=heads)
    assert (events["title"] == "=1+1").all()
    assert any(isinstance(day, date) for day in events["date_start"])
    assert events["place"].map(len).max() == CELL


def test_the_page_is_whole_and_names_are_data_in_it() -> None:
    evil = "</script><script>alert(1)</script>"
    graph = json.dumps({"nodes": [{"id": "a", "title": evil}], "edges": [], "options": {}})
    quotes = {"a~b": [export.Behind(evil, "", [(evil, evil)])]}
    html = export.page(graph, export.Told(evil, evil, [evil]), quotes).decode()
    assert evil not in html
    held = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert held is not None
    assert json.loads(held.group(1))["nodes"][0]["title"] == evil
    assert not re.search(r"""(?:src|href)=["']https?://""", html)


@pytest.mark.parametrize("form", FORMATS)
def test_forms_of_other_programs_hold_the_selection_alone(corpus: Corpus, form: str) -> None:
    everything, visits = select(corpus, Filters()), select(corpus, Filters(types=("visit",)))
    whole = export.interchange(corpus, everything, form)
    with speaking("de"):
        assert export.interchange(corpus, everything, form) == FORMATS[form].write(Held(tables().arrow()))
    assert len(export.interchange(corpus, visits, form)) <= len(whole)
    assert export.kept(corpus, visits)[form] <= export.kept(corpus, everything)[form] <= len(corpus.events)


def test_the_network_is_the_same_on_its_page_and_among_the_forms(corpus: Corpus) -> None:
    shown = select(corpus, Filters(types=("visit", "meeting")))
    one = nx.parse_graphml(export.graphml(corpus, between(corpus, shown.events.index), shown.events).decode())
    other = nx.parse_graphml(export.interchange(corpus, shown, "graphml").decode())
    assert set(one.nodes) == set(other.nodes)
    assert {frozenset(edge): one.edges[edge] for edge in one.edges} == {
        frozenset(edge): other.edges[edge] for edge in other.edges
    }
