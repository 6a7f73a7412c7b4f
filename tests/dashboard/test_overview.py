"""What the overview says of a corpus: no more than was found, and of small corpora what is true of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core import store
from core.build import build
from dashboard import building
from dashboard.asking import findings
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters, select
from dashboard.asking.titles import is_quoted
from tests.dashboard.conftest import APP, Open
from tests.dashboard.test_pages import said
from tests.synthetic import opened, tables


def lines(app: AppTest) -> list[dict[str, Any]]:
    """All lines of all lists of ways on a page."""
    protos = [one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("lagebild_links")]
    return [line for proto in protos for line in json.loads(proto.json or proto.mixed.json)["lines"]]


def headings(app: AppTest) -> list[str]:
    return [str(one.value) for one in app.header]


def test_lines_on_events_lead_to_their_passages_in_the_reader(browse: Open, corpus: Corpus) -> None:
    app = browse("overview")
    shown = findings.of(corpus, select(corpus, Filters()))
    ways = [line["href"] for line in lines(app)]
    for event in shown.told.index:
        left = corpus.documents_of(event)[0]
        assert any(way.startswith(f"reader?event={event}&left={left}&right=") for way in ways)


@pytest.mark.parametrize(
    ("title", "quote", "once"),
    [
        ("Der Minister reiste nach Wien", "Am Montag reiste der Minister nach Wien.", True),
        ("Der Minister … nach Wien", "Der Minister, der krank war, reiste nach Wien", True),
        ("Besuch: Anna Adler – Südland", "Anna Adler reiste nach Südland", False),
        ("Nein, nein", "Nein", False),
    ],
)
def test_a_title_that_says_no_more_than_the_quote_stands_once(title: str, quote: str, once: bool) -> None:
    assert is_quoted(title, quote) == once


@pytest.mark.parametrize("brackets", ["(planned)", "(planned; topic: grain)"])
def test_no_line_says_the_status_twice(browse: Open, tmp_path: Path, brackets: str) -> None:
    made = tables()
    planned = made.events["status"] == "planned"
    made.events.loc[planned, ["title", "title_en"]] = f"Visit {brackets}"
    store.place(made, tmp_path, {})
    every = lines(browse("overview", tables=tmp_path))
    told = [line for line in every if brackets in line["text"] and line["sign"] == "▲"]
    assert told
    assert not [line for line in told if "planned" in line["aside"]]


def test_the_newest_source_is_that_which_was_written_last_for_sure() -> None:
    made = tables()
    made.documents["published_start"] = [date(2022, 7, 1), date(2025, 4, 9), date(2023, 1, 1), date(2022, 1, 1)]
    made.documents["published_end"] = [date(2025, 10, 21), date(2025, 4, 13), date(2023, 1, 1), date(2022, 1, 1)]
    assert findings.newest(Corpus(opened(made)).documents) == date(2025, 4, 9)


def test_where_nothing_is_ahead_that_is_said(browse: Open, corpus: Corpus) -> None:
    announced = findings.announced(corpus, select(corpus, Filters()))
    assert announced.newest
    passed = announced.passed["date_end"].min()
    words = said(browse("overview", last=str(passed.date()), statuses=["planned", "possible"]))
    assert "Nothing is announced for a day from then on." in words
    assert "Announced for a day before that" in words


def test_where_nothing_was_found_to_contradict_no_agreement_is_claimed(browse: Open, corpus: Corpus) -> None:
    differ = set(corpus.discrepancies["event_id"])
    calm = corpus.events[(corpus.events["n_documents"] > 1) & ~corpus.events.index.isin(differ)]
    kinds = sorted(set(calm["type"]) - set(corpus.events["type"][corpus.events.index.isin(differ)]))
    words = said(browse("overview", types=kinds))
    assert "no contradiction was found" in words
    assert "agree" not in words


def test_two_copies_of_one_text_that_differ_are_told_as_copies(browse: Open, tmp_path: Path) -> None:
    made = tables()
    docs = dict(zip(made.claims["claim_id"], made.claims["doc_id"], strict=True))
    claims = zip(made.discrepancies["claim_a"], made.discrepancies["claim_b"], strict=True)
    a, b = next((docs[a], docs[b]) for a, b in claims if docs[a] != docs[b])
    store.place(tables(copies={a: b}), tmp_path, {})
    assert any("two copies of one text" in line["aside"] for line in lines(browse("overview", tables=tmp_path)))


def test_of_one_text_nothing_is_said_that_takes_several(browse: Open, tmp_path: Path) -> None:
    store.place(tables(8, 4, 1), tmp_path, {})
    app = browse("overview", tables=tmp_path)
    assert "There is one text, and nothing to compare it with." in said(app)
    assert not {"What several sources tell", "What is told differently"} & set(headings(app))


def test_texts_without_events_are_not_counted_as_sources_of_any(browse: Open, tmp_path: Path) -> None:
    store.place(tables(0, 3, 1), tmp_path, {})
    app = browse("overview", tables=tmp_path)
    words = said(app)
    assert "This corpus holds 1 text" in words
    assert "yielded no events" in words
    assert "0 sources" not in words
    assert headings(app) == ["Texts"]


def test_the_texts_listed_are_those_of_the_selection(browse: Open, corpus: Corpus) -> None:
    counts = corpus.claims.told_in.groupby("event_id")["doc_id"].nunique()
    event = counts.index[counts == 1][0]
    (telling,) = corpus.documents_of(event)
    app = browse("overview", types=str(corpus.events["type"][event]), sources=telling)
    listed = [line["text"] for line in lines(app) if line["sign"] == "▤"]
    assert corpus.title(telling) in listed
    assert len(listed) < len(corpus.documents) or "tell" in said(app)


def test_an_empty_folder_is_no_error_but_a_way_to_add_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "texts").mkdir()
    monkeypatch.setenv("LAGEBILD_CORPUS", str(tmp_path / "texts"))
    monkeypatch.setenv("LAGEBILD_TABLES", str(tmp_path / "tables"))
    monkeypatch.setenv("LAGEBILD_ADD_SOURCES", "on")
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    begun = building.last()
    assert begun
    begun.wait(60)
    app.run()
    assert not app.error
    assert "There are no texts yet." in said(app)
    assert any("Add sources" in str(one.proto.label) for one in app.get("page_link"))


def test_what_is_filtered_and_chosen_stands_in_the_sidebar(browse: Open, corpus: Corpus) -> None:
    app = browse("overview", types="visit", actors="actor-1", confidence="60", actor="actor-2", event="e000003")
    stated = "\n".join(str(one.value) for one in app.sidebar.caption).replace("\\", "")
    for words in ("Visit", corpus.name("actor-1"), "60%", corpus.name("actor-2")):
        assert words in stated


def test_the_days_of_the_window_can_be_typed(browse: Open) -> None:
    app = browse("timeline")
    app.date_input(key="control_day_from").set_value(date(2022, 1, 1)).run()
    app.date_input(key="control_day_to").set_value(date(2022, 6, 30)).run()
    assert app.session_state["view"].filters == Filters(first=date(2022, 1, 1), last=date(2022, 6, 30))
    assert app.slider(key="control_window").value == (date(2022, 1, 1), date(2022, 6, 30))
    app.date_input(key="control_day_from").set_value(date(2023, 1, 1)).run()
    assert app.session_state["view"].filters == Filters(first=date(2023, 1, 1))
    assert app.date_input(key="control_day_to").value is None


@pytest.mark.parametrize(("lang", "word"), [("en", "takes part"), ("de", "Sicherheit der Erkennung")])
def test_the_page_of_sources_says_what_the_words_mean(browse: Open, lang: str, word: str) -> None:
    assert f"**{word}**" in said(browse("sources", lang=lang))


@pytest.mark.slow
def test_events_that_are_perhaps_one_are_told_with_both_days(tmp_path: Path, browse: Open) -> None:
    (tmp_path / "texts").mkdir()
    for day in (5, 6):
        text = f"Robert Habeck traf am {day}. Januar 2023 in Oslo Jonas Gahr Støre."
        (tmp_path / "texts" / f"bericht_{day}.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "texts", tmp_path / "tables")
    (told,) = [line for line in lines(browse("overview", tmp_path / "tables", lang="en")) if line["sign"] == "≈"]
    assert "perhaps one event: 5 January 2023" in told["aside"]
    assert "≠ 6 January 2023" in told["aside"]
    assert told["href"].endswith("left=bericht_5&right=bericht_6&lang=en")
