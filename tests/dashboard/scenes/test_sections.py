"""What each kind of stop shows, also where what it was made from is gone."""

import re
from datetime import date
from pathlib import Path

import pytest

from core.anchors import Anchor, anchor
from core.briefings import Event, Network, Passages, Reference, Stop, Text, Timeline, What
from core.handouts.model import Section
from dashboard import sets
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Discrepancy, records
from dashboard.asking.titles import title
from dashboard.scenes import found, pictures
from dashboard.scenes.pictures import PAGE, drawer
from dashboard.scenes.sections import section
from dashboard.sets import Set
from dashboard.words import labels
from dashboard.words.i18n import speaking
from tests.synthetic import opened
from tests.synthetic import tables as synthetic


@pytest.fixture
def tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Set:
    monkeypatch.setenv("LAGEBILD_TABLES", str(folder))
    latest = sets.latest()
    assert latest
    return latest


def shown(tables: Set, what: What, title: str = "", words: str = "") -> Section:
    with speaking("en"):
        return section(sets.corpus(tables), Stop("s", what, title, words), drawer(tables, PAGE))


def event(corpus: Corpus) -> str:
    return str(corpus.events.index[corpus.events["n_documents"] > 1][0])


def test_an_event_shows_its_title_its_facts_and_its_quotes_with_source_and_date(tables: Set) -> None:
    corpus = sets.corpus(tables)
    id_ = event(corpus)
    passages = tuple(found.anchored(corpus, claim) for claim in found.best(corpus, id_))
    section = shown(tables, Event(found.to_event(corpus, id_), passages))
    with speaking("en"):
        assert section.title == title(corpus, id_)
    assert len(section.facts) == 3
    assert [one.anchor for one in section.passages] == list(passages)
    for one in section.passages:
        assert corpus.title(one.anchor.doc_id) in one.source
        assert one.stands
        assert one.known
        text = corpus.texts.of(one.anchor.doc_id)
        assert f"{one.before}{one.anchor.quote}{one.after}" in text


def test_a_footnote_names_title_and_day_and_the_id_only_where_others_are_named_like_it(tables: Set) -> None:
    at = anchor("text-001", sets.corpus(tables).texts.of("text-001"), 3, 12)
    [one] = shown(tables, Passages((at,))).passages
    assert one.footnote.startswith("Bericht 1, ")
    assert one.footnote.endswith("characters 3 to 12")
    made = synthetic()
    for column in ("title", "outlet", "published_start", "published_end", "published_basis"):
        made.documents[column] = made.documents[column].iloc[1]
    with speaking("en"):
        [one] = section(Corpus(opened(made)), Stop("s", Passages((at,))), drawer(tables, PAGE)).passages
    assert one.footnote.endswith("characters 3 to 12 (text-001)")


def test_of_a_translation_it_is_said_from_which_language_and_nothing_more(tables: Set) -> None:
    at = anchor("text-001", sets.corpus(tables).texts.of("text-001"), 3, 12)
    for language, said in (("en", "translated from English"), ("de", "übersetzt aus dem Englischen")):
        with speaking(language):
            [one] = section(sets.corpus(tables), Stop("s", Passages((at,))), drawer(tables, PAGE)).passages
        assert one.source.endswith(f" · {said}")


def test_an_event_names_who_takes_part_with_their_roles_in_a_line(tables: Set) -> None:
    corpus = sets.corpus(tables)
    id_ = event(corpus)
    told = shown(tables, Event(Reference(id_))).parties
    with speaking("en"):
        for actor, role in corpus.parts.of(id_)[["actor_id", "role"]].to_numpy().tolist():
            assert re.search(rf"{re.escape(corpus.name(actor))} \([^)]*{labels.role_label(role)}", told)
    assert told.startswith("Participants: ")


def test_what_sources_differ_on_begins_with_the_point_for_words_above_say_that_they_do(tables: Set) -> None:
    corpus = sets.corpus(tables)
    row = next(one for one in records(corpus.discrepancies, Discrepancy) if one.relation == "contradiction")
    with speaking("en"):
        lines = shown(tables, Event(Reference(row.event_id))).differences
        assert any(line.startswith(f"{labels.field_label(row.field)}: ") for line in lines)
    assert not any(line.startswith("differs") for line in lines)


def test_people_name_a_stop_and_write_to_it(tables: Set) -> None:
    section = shown(tables, Text(), title="Titel", words="Worte")
    assert (section.kind, section.title, section.words) == ("text", "Titel", "Worte")
    id_ = event(sets.corpus(tables))
    assert shown(tables, Event(Reference(id_)), title="Anders").title == "Anders"


def test_a_quote_that_is_gone_is_shown_as_it_was_and_said_to_be_gone(tables: Set) -> None:
    gone = Anchor("text-001", 3, 9, "Solche Worte stehen nirgends", "vor ", " nach")
    [one] = shown(tables, Passages((gone,))).passages
    assert (one.stands, one.anchor, one.text_sha256) == (False, gone, "")
    assert "Bericht 1" in one.source
    assert one.footnote.startswith("Bericht 1, ")
    assert one.footnote.endswith(": the text no longer has these words")
    elsewhere = Anchor("no-text", 3, 9, "Worte")
    [one] = shown(tables, Passages((elsewhere,))).passages
    assert one.footnote == "no-text: this text is no longer there"
    section = shown(tables, Event(Reference("nowhere", gone)))
    assert section.missing
    assert section.title == "“Solche Worte stehen nirgends”"
    assert [one.stands for one in section.passages] == [False]


def test_passages_on_one_event_have_its_title(tables: Set) -> None:
    corpus = sets.corpus(tables)
    id_ = event(corpus)
    both = tuple(found.anchored(corpus, claim) for claim in found.best(corpus, id_))
    with speaking("en"):
        assert shown(tables, Passages(both)).title == title(corpus, id_)
    free = anchor("text-000", corpus.texts.of("text-000"), 0, 7)
    assert shown(tables, Passages((free,))).title == "A passage"


def test_a_stretch_of_the_timeline_is_drawn_with_what_its_view_selects(tables: Set) -> None:
    all_of_it = shown(tables, Timeline({}, date(2021, 1, 1), date(2025, 12, 31)))
    visits = shown(tables, Timeline({"types": ("visit",)}, date(2021, 1, 1), date(2025, 12, 31)))
    assert all_of_it.picture
    assert visits.picture
    assert visits.facts[1:] == ("Visit",)
    assert all_of_it.picture.svg.count('aria-roledescription="point"') > visits.picture.svg.count(
        'aria-roledescription="point"'
    )
    assert "<script" not in all_of_it.picture.svg
    assert shown(tables, Timeline({}, date(1900, 1, 1), date(1900, 12, 31))).missing


def test_a_view_that_names_what_is_gone_is_drawn_without_it(tables: Set) -> None:
    assert shown(
        tables, Timeline({"actors": ("nobody",), "lanes": ("actor",)}, date(2021, 1, 1), date(2025, 12, 31))
    ).picture


def test_a_part_of_the_network_is_drawn_around_its_actor(tables: Set) -> None:
    corpus = sets.corpus(tables)
    actor = corpus.ranked[0]
    what = Network({"actor": (actor,), "steps": ("1",)}, found.to_actor(corpus, actor))
    section = shown(tables, what)
    with speaking("en"):
        assert corpus.name(actor) in section.title
        assert pictures.title(tables, what) == section.title
    assert section.picture
    assert section.picture.svg.startswith("<svg")


def test_a_network_of_which_not_all_is_drawn_says_so(tables: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    what = Network({}, None)
    assert not any("strongest relations" in fact for fact in shown(tables, what).facts)
    monkeypatch.setattr(pictures, "MOST_RELATIONS", 2)
    assert any(fact.startswith("The 2 strongest relations are drawn, of") for fact in shown(tables, what).facts)


def test_names_in_pictures_stay_text() -> None:
    graph = (
        '{"edges": [], "nodes": ['
        '{"id": "a", "label": "<script>\\n&x", "size": 9, "x": 0, "y": 0, "shape": "star", "color": "#123"}]}'
    )
    from dashboard.charts.pictures import LIGHT, network

    svg = network(graph, LIGHT)
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg
    assert "&amp;x" in svg
