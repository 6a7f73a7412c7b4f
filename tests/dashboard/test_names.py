"""Actors, offices and places are called as the language of the app has it."""

import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core import store
from core.openset import OpenSet
from core.search.query import Term
from dashboard.asking import export
from dashboard.asking.corpus import Corpus
from dashboard.asking.names import Titles
from dashboard.asking.relations import between
from dashboard.charts import network
from dashboard.words.i18n import speaking
from tests.dashboard.conftest import Open
from tests.synthetic import opened, tables

UNION, MINISTER = "actor-0", "actor-2"
NAMES = {"de": "Europäische Union", "en": "European Union"}
ROLES = {"de": "Ministerin", "en": "Minister"}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables in which one actor, one office and every place have an English name."""
    made = tables(20, 3, 2)
    actors, events = made.actors, made.events
    union, minister = (actors["actor_id"] == one for one in (UNION, MINISTER))
    actors.loc[union, ["name", "name_en"]] = list(NAMES.values())
    actors.loc[minister, ["kind", "role", "role_en"]] = ["person", *ROLES.values()]
    events["place_en"] = events["place"].map({"Hafenstadt": "Port City"})
    out = tmp_path_factory.mktemp("named")
    store.place(made, out, {})
    return out


def words(app: AppTest) -> str:
    """All that components and tables of a page were given, and its headings."""
    given = [json.loads(one.proto.json or one.proto.mixed.json or "null") for one in app.get("bidi_component")]
    tables_shown = [table.value.to_csv() for table in app.dataframe]
    headings = [heading.value for heading in app.header]
    return "\n".join([json.dumps(given, ensure_ascii=False), *tables_shown, *headings])


@pytest.mark.parametrize("lang", NAMES)
@pytest.mark.parametrize("page", ["overview", "actors", "network"])
def test_actors_are_called_as_the_language_has_it(browse: Open, named: Path, page: str, lang: str) -> None:
    shown = words(browse(page, tables=named, actor=UNION, lang=lang))
    (other,) = (name for spoken, name in NAMES.items() if spoken != lang)
    assert NAMES[lang] in shown
    assert other not in shown


@pytest.mark.parametrize("lang", ROLES)
def test_offices_are_called_as_the_language_has_it(browse: Open, named: Path, lang: str) -> None:
    app = browse("actors", tables=named, actor=MINISTER, lang=lang)
    assert any(caption.value.endswith(f"· {ROLES[lang]}") for caption in app.caption)


@pytest.mark.parametrize("query", ["European", "Europäische", "union"])
def test_search_finds_actors_by_both_names(named: Path, query: str) -> None:
    corpus = Corpus(OpenSet(named))
    assert UNION in corpus.actors_named(query)
    assert corpus.finder.told(Term("Port")).any()


def test_labels_of_exports_and_names_in_lists_are_of_the_language(named: Path) -> None:
    corpus = Corpus(OpenSet(named))
    relations = between(corpus, corpus.events.index)
    for lang, name in NAMES.items():
        with speaking(lang):
            graph = nx.parse_graphml(export.graphml(corpus, relations, corpus.events).decode())
            assert graph.nodes[UNION]["label"] == corpus.names[UNION] == corpus.name(UNION) == name
            assert corpus.place("Hafenstadt") == {"de": "Hafenstadt", "en": "Port City"}[lang]


def test_an_actor_keeps_its_place_in_the_network_whatever_the_language(named: Path) -> None:
    corpus = Corpus(OpenSet(named))
    with speaking("de"):
        german = network.layout(corpus)
    with speaking("en"):
        assert network.layout(corpus) == german


def test_the_page_says_its_language(browse: Open) -> None:
    for lang in NAMES:
        app = browse(lang=lang)
        (said,) = (one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("spoken"))
        assert json.loads(said.json or said.mixed.json) == {"language": lang}


def test_tables_without_english_names_keep_the_german_ones() -> None:
    corpus = Corpus(opened(tables()))
    with speaking("en"):
        assert corpus.name("actor-0") == "Nordland"


def test_two_texts_of_one_title_are_told_apart_where_there_is_little_room() -> None:
    titles = Titles(
        pd.DataFrame({"title": ["Minister einigen sich", "Minister einigen sich", "Gipfel"]}, ["a", "b", "c"])
    )
    assert titles.in_lists == {"a": "a: Minister einigen sich", "b": "b: Minister einigen sich", "c": "Gipfel"}
