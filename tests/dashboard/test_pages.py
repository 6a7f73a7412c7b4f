import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core import build, store
from core.openset import OpenSet
from core.tables import write_set
from dashboard import sets
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters, select
from dashboard.parts import cards, telling
from dashboard.state import DEFAULT, View
from dashboard.words.markup import plain
from tests.dashboard.conftest import Open, with_more_filters
from tests.synthetic import opened, tables

VIEWS = Path(__file__).parents[2] / "dashboard" / "views"
PAGES = sorted({path.stem for path in VIEWS.glob("*.py")} - {"__init__", "add"})
"""All pages but the one that not everybody may see."""


def said(app: AppTest) -> str:
    """All the words on a page."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.info,
        app.warning,
        app.error,
        app.success,
    )
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def view(app: AppTest) -> View:
    current: View = app.session_state["view"]
    return current


def address(app: AppTest) -> dict[str, list[str]]:
    """The parameters in the address after a run."""
    return {name: [value] if isinstance(value, str) else list(value) for name, value in app.query_params.items()}


def component(app: AppTest, name: str) -> dict[str, Any]:
    """The data that a component was last given."""
    (proto,) = (one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith(name))
    shown: dict[str, Any] = json.loads(proto.json or proto.mixed.json)
    return shown


@pytest.fixture(scope="module", params=["no documents", "one document", "two documents", "no dates", "no events"])
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = {
        "no documents": tables(0, 0, 0),
        "one document": tables(8, 4, 1),
        "two documents": tables(12, 4, 2),
        "no dates": tables(dated=False),
        "no events": tables(0, 3, 2),
    }[request.param]
    out = tmp_path_factory.mktemp("odd")
    store.place(made, out, {})
    return out


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(browse: Open, page: str) -> None:
    app = browse(page)
    assert not app.exception
    assert not app.warning
    assert len(app.title) == 1


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_everything_chosen(browse: Open, page: str) -> None:
    app = browse(page, event="e000007", actor="actor-1", to="actor-4", steps="1", lanes="actor", lang="de")
    assert not app.exception
    assert not any("Link" in warning.value for warning in app.warning)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_odd_corpora(browse: Open, odd: Path, page: str) -> None:
    app = browse(page, tables=odd)
    assert not app.exception
    assert len(app.title) == 1


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, ["The files hold 60 events"]),
        ({"types": "visit"}, ["The files hold 4 events", "The selection leaves out 56 events"]),
        ({"first": "2022-01-01"}, ["Events without a date come along"]),
    ],
)
def test_what_a_download_leaves_out_is_said_beside_it(browse: Open, params: dict[str, str], words: list[str]) -> None:
    told = said(browse("sources", **params))
    assert all(word in told for word in words)
    assert ("leaves out" in told) == bool(params)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_so_when_the_filters_leave_nothing(browse: Open, page: str) -> None:
    app = browse(page, search="gibtesnicht")
    assert not app.exception
    assert "**0** of 60" in said(app)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"first": "2022-01-01", "last": "2022-12-31"}, {"first": date(2022, 1, 1), "last": date(2022, 12, 31)}),
        ({"actors": ["actor-1", "actor-2"]}, {"actors": ("actor-1", "actor-2")}),
        ({"types": "visit"}, {"types": ("visit",)}),
        ({"statuses": "planned"}, {"statuses": ("planned",)}),
        ({"sources": "text-001"}, {"sources": ("text-001",)}),
        ({"search": "Südland"}, {"search": "Südland"}),
        ({"confidence": "60"}, {"confidence": 60}),
        ({"event": "e000003"}, {"event": "e000003"}),
        ({"actor": "actor-2"}, {"actor": "actor-2"}),
        ({"left": "text-002", "right": "text-000"}, {"left": "text-002", "right": "text-000"}),
        ({"lanes": "source"}, {"lanes": "source"}),
        ({"extent": "all"}, {"extent": "all"}),
        ({"bases": ["text", "context"]}, {"bases": ("text", "context")}),
        ({"bounds": "placed"}, {"bounds": "placed"}),
        ({"strength": "2"}, {"strength": 2}),
        ({"actor": "actor-2", "steps": "2"}, {"actor": "actor-2", "steps": 2}),
        ({"actor": "actor-2", "to": "actor-3"}, {"actor": "actor-2", "to": "actor-3"}),
        ({"lang": "de"}, {"lang": "de"}),
    ],
)
def test_a_link_opens_its_view_and_keeps_its_address(
    browse: Open, parameters: dict[str, str | list[str]], expected: dict[str, object]
) -> None:
    app = browse("network" if "strength" in parameters or "to" in parameters else "timeline", **parameters)
    assert view(app) == View(**expected)  # type: ignore[arg-type]
    assert address(app) == {name: [one] if isinstance(one, str) else one for name, one in parameters.items()}


def test_a_link_to_a_relation_shows_what_it_rests_on(browse: Open, corpus: Corpus) -> None:
    a, b = corpus.parts.meetings.ends.iloc[0]
    app = browse("network", relation=f"{a}~{b}")
    assert f"{corpus.name(a)} – {corpus.name(b)}" in [element.value for element in app.header]
    assert component(app, "network_choice")["relation"] == f"{a}~{b}"


@pytest.mark.parametrize("name", ["event", "actor", "relation", "left", "first"])
def test_a_wrong_link_opens_the_rest_with_a_notice(browse: Open, name: str) -> None:
    app = browse("timeline", lanes="actor", **{name: "nowhere"})
    assert not app.exception
    assert "nowhere" in app.warning[0].value
    assert view(app) == View(lanes="actor")
    assert address(app) == {"lanes": ["actor"]}


def test_a_widget_moves_the_address(browse: Open) -> None:
    app = with_more_filters(browse("timeline"))
    app.multiselect(key="control_types").set_value(["visit", "force"]).run()
    assert address(app) == {"types": ["visit", "force"]}
    assert view(app).types == ("visit", "force")
    assert "**8** of 60" in said(app)


def test_the_window_slider_moves_the_address_and_leaves_whole_ends_out(browse: Open) -> None:
    app = browse("timeline")
    whole = app.slider(key="control_window").value
    app.slider(key="control_window").set_value((date(2022, 1, 1), whole[1])).run()
    assert address(app) == {"first": ["2022-01-01"]}


def test_reset_takes_the_filters_back_and_keeps_what_is_chosen(browse: Open) -> None:
    app = browse("timeline", types="visit", search="Adler", event="e000000")
    next(button for button in app.button if button.label == "Reset").click().run()
    assert view(app) == View(event="e000000")
    assert address(app) == {"event": ["e000000"]}


def test_going_back_in_the_browser_takes_the_view_back(browse: Open) -> None:
    app = with_more_filters(browse("timeline"))
    app.multiselect(key="control_types").set_value(["visit"]).run()
    del app.query_params["types"]
    app.run()
    assert view(app) == DEFAULT
    assert app.multiselect(key="control_types").value == []


def test_the_card_shows_every_quote_as_it_stands_in_its_source(browse: Open, corpus: Corpus) -> None:
    event = corpus.events.index[corpus.events["n_documents"] > 1][0]
    app = browse("timeline", event=event)
    words = said(app).replace("\\", "")
    claims = corpus.claims.of(event)
    for claim in claims.itertuples():
        assert f"**{claim.quote}**" in words
    links = [link for link in app.get("page_link") if link.proto.label == "Open in reader"]
    assert len(links) == len(claims)
    assert all(f"event={event}" in link.proto.query_string for link in links)


def test_undated_events_are_listed_on_the_timeline(browse: Open, corpus: Corpus) -> None:
    app = browse("timeline")
    shown = select(corpus, Filters())
    labels = [tab.label for tab in app.tabs]
    assert f"Bounded ({len(shown.bounded)})" in labels
    assert f"Undated ({len(shown.unknown)})" in labels
    assert [len(app.dataframe[at].value) for at in (1, 2)] == [len(shown.bounded), len(shown.unknown)]
    assert len(shown.bounded) > 0 < len(shown.unknown)


def placed(app: AppTest) -> str:
    """What the sidebar says of how many events of the window have a place in time."""
    return next(str(one.value) for one in app.sidebar.caption if "dated" in str(one.value))


@pytest.mark.parametrize("window", [Filters(), Filters(first=date(2022, 6, 1), last=date(2023, 12, 31))])
def test_the_window_says_how_many_are_dated_bounded_and_undated(browse: Open, corpus: Corpus, window: Filters) -> None:
    shown = select(corpus, window)
    ends = {name: day.isoformat() for name, day in (("first", window.first), ("last", window.last)) if day}
    said = f"{len(shown.dated)} dated, {len(shown.bounded)} bounded, {len(shown.unknown)} undated"
    assert placed(browse("timeline", **ends)).startswith(said)


def test_a_narrow_window_counts_the_bounded_events_when_asked(browse: Open, corpus: Corpus) -> None:
    app = with_more_filters(browse("timeline", first="2022-06-01"))
    shown = select(corpus, Filters(first=date(2022, 6, 1)))
    assert f"**{len(shown.dated)}** of 60" in said(app)
    assert placed(app).endswith("dated ones count alone")
    app.toggle(key="control_bounds").set_value(True).run()
    assert address(app) == {"first": ["2022-06-01"], "bounds": ["placed"]}
    assert f"**{len(shown.dated) + len(shown.bounded)}** of 60" in said(app)
    assert placed(app).endswith("undated ones do not count")


def drawn(app: AppTest) -> str:
    """What the timeline's chart says of itself to screen readers."""
    return next(text for chart in app.get("vega_lite_chart") if "Timeline of" in (text := str(chart.proto)))


@pytest.mark.slow
def test_bounded_events_are_drawn_on_demand_and_explained_in_the_legend(browse: Open, corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    app = browse("timeline")
    assert f"Timeline of {len(shown.dated)} events" in drawn(app)
    assert "fading" not in said(app)
    next(button for button in app.button if "only have bounds" in button.label).click().run()
    assert f"Timeline of {len(shown.dated) + len(shown.bounded)} events" in drawn(app)
    assert "fading: that day or earlier" in said(app)
    assert "dashed: no date, only bounds" in said(app)
    next(button for button in app.button if button.label == "Draw the dated events alone").click().run()
    assert address(app) == {}


@pytest.mark.slow
def test_events_without_a_date_but_bounds_can_be_drawn(browse: Open) -> None:
    app = browse("timeline", bases="document")
    assert any("has a date" in info.value for info in app.info)
    next(button for button in app.button if "only have bounds" in button.label).click().run()
    assert "Timeline of" in drawn(app)


def test_a_card_says_of_each_quote_how_its_date_is_known(browse: Open, corpus: Corpus) -> None:
    claim = corpus.claims.rows[corpus.claims.rows["date_source"] == "whole"].iloc[0]
    (words,) = corpus.claims.date_words[claim["claim_id"]]
    assert f"(the sentence gives the date: “{words}”)" in said(browse("timeline", event=claim["event_id"])).replace(
        "\\", ""
    )


def test_what_bounds_an_event_is_told_in_words_and_is_no_date(browse: Open, corpus: Corpus) -> None:
    said = set(browse("timeline").dataframe[1].value["date"])
    assert any(text.startswith("by ") and text.endswith(" at the latest") for text in said)
    assert any(text.startswith("from ") and text.endswith(" on") for text in said)
    assert any(text.startswith("about ") for text in said)
    assert corpus.events.loc[corpus.events["date_basis"] == "document", "date_start"].isna().all()


@pytest.mark.slow
@pytest.mark.parametrize(("day", "shown"), [(date(1648, 10, 24), "1648"), (date(2300, 1, 1), "2300")])
@pytest.mark.parametrize("page", PAGES)
def test_an_event_out_of_the_sliders_reach_stops_no_page(
    browse: Open, tmp_path: Path, page: str, day: date, shown: str
) -> None:
    made = tables()
    at = made.events["date_precision"].first_valid_index()
    made.events.loc[at, ["date_edtf", "date_start", "date_end", "date_precision"]] = (day.isoformat(), day, day, "day")
    made.events.loc[at, "status"] = "possible"
    store.place(made, tmp_path, {})
    app = browse(page, tables=tmp_path)
    assert not app.exception
    if page == "timeline":
        assert any(shown in text for text in app.dataframe[0].value["date"])


def test_tables_say_the_same_as_the_charts(browse: Open, corpus: Corpus) -> None:
    assert len(browse("timeline").dataframe[0].value) == corpus.events["date_start"].notna().sum()
    app = browse("network")
    assert len(app.dataframe[0].value) == len(json.loads(component(app, "lagebild_network")["graph"])["edges"])


def test_the_reader_opens_the_sources_of_the_chosen_event(browse: Open, corpus: Corpus) -> None:
    event = corpus.events.index[corpus.events["n_documents"] == 2][0]
    app = browse("reader", event=event)
    assert [document["id"] for document in component(app, "lagebild_reader")["documents"]] == corpus.documents_of(event)
    assert component(app, "reader_choice")["event"] == event


def test_next_leads_through_the_events_that_both_documents_share(browse: Open) -> None:
    app = browse("reader", left="text-000", right="text-001")
    seen = []
    while not next(button for button in app.button if button.label == "Next").disabled:
        next(button for button in app.button if button.label == "Next").click().run()
        seen.append(view(app).event)
    assert len(seen) == len(set(seen)) > 1


def test_the_reader_marks_what_the_sources_tell_differently(browse: Open, corpus: Corpus) -> None:
    row = corpus.discrepancies.iloc[0]
    app = browse("reader", event=row["event_id"])
    assert any("occurred" in warning.value and "planned" in warning.value for warning in app.warning)


@pytest.mark.slow
def test_markup_in_titles_and_texts_is_escaped(browse: Open) -> None:
    for page in PAGES:
        for element in browse(page).markdown:
            assert not element.allow_html
            assert "<b>" not in element.value


@pytest.fixture(scope="module")
def spread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables with one event decades before the others."""
    made = tables()
    dated = made.events["date_precision"].notna()
    made.events.loc[dated.idxmax(), ["date_edtf", "date_start", "date_end"]] = (
        "1990-05-05",
        date(1990, 5, 5),
        date(1990, 5, 5),
    )
    made.events.loc[dated.idxmax(), "date_precision"] = "day"
    out = tmp_path_factory.mktemp("spread")
    store.place(made, out, {})
    return out


def test_the_timeline_opens_at_the_densest_part_and_tells_what_lies_outside(browse: Open, spread: Path) -> None:
    app = browse("timeline", tables=spread)
    outside = next(button for button in app.button if "outside" in button.label)
    assert re.search(r"The axis reaches from .+\. Outside: \d+ events? earlier", said(app))
    outside.click().run()
    assert address(app) == {"extent": ["all"]}
    assert not any("outside" in button.label for button in app.button)


def test_the_slider_reaches_over_what_the_axis_does_and_leaves_nothing_out(browse: Open, spread: Path) -> None:
    app = with_more_filters(browse("timeline", tables=spread))
    assert app.slider(key="control_window").value[0].year > 2000
    assert "**60** of 60" in said(app)
    app.button_group(key="control_preset").set_value("all").run()
    assert address(app) == {"extent": ["all"]}
    assert app.slider(key="control_window").value[0] == date(1990, 5, 5)
    assert "**60** of 60" in said(app)


def test_the_days_between_which_a_text_was_written_are_not_cut(browse: Open, tmp_path: Path) -> None:
    made = tables()
    made.documents["published_start"], made.documents["published_end"] = date(2024, 10, 31), date(2025, 9, 21)
    write_set(made, tmp_path)
    app = browse("sources", tables=tmp_path, lang="de")
    assert set(app.dataframe[0].value["date"].str.split().str[-1]) == {"2025"}


def test_coverage_begins_where_most_events_are_and_says_what_lies_outside(browse: Open, spread: Path) -> None:
    assert "Outside: 1 event earlier, 1 event later." in said(browse("sources", tables=spread))


def test_a_window_that_begins_before_the_densest_part_is_kept(browse: Open, spread: Path) -> None:
    app = browse("timeline", tables=spread, first="2000-01-01")
    assert app.slider(key="control_window").value[0] == date(2000, 1, 1)
    assert "**60** of 60" not in said(app)


def test_a_chosen_event_outside_the_densest_part_is_pointed_to_and_drawn_on_demand(browse: Open, spread: Path) -> None:
    folder = store.located(spread)
    assert folder
    first = Corpus(OpenSet(folder)).events.index[0]
    before = browse("timeline", tables=spread).slider(key="control_window").value
    app = browse("timeline", tables=spread, event=first)
    assert app.slider(key="control_window").value == before
    assert "The chosen event lies outside of what is drawn" in said(app)
    app.button(key="draw_chosen").click().run()
    assert address(app) == {"event": [first], "extent": ["all"]}
    assert "The chosen event lies outside" not in said(app)


def test_search_leads_to_the_documents_with_the_words(browse: Open) -> None:
    app = browse("timeline", search="Wetter")
    links = [link.proto.query_string for link in app.sidebar.get("page_link") if "left=" in link.proto.query_string]
    assert links
    assert "**0** of 60" in said(app)


def test_search_shows_passages_that_no_event_is_made_of(browse: Open) -> None:
    app = browse("timeline", search='"unterdessen ruhig"')
    (first, *_others) = [caption.value for caption in app.sidebar.caption if "unterdessen" in caption.value]
    assert "Wetter blieb **unterdessen** **ruhig**" in first or "Wetter blieb **unterdessen ruhig**" in first
    assert first.endswith("*(no event)*")


def test_where_no_event_has_the_words_the_overview_says_which_texts_have(browse: Open) -> None:
    app = browse("overview", search='"unterdessen ruhig"')
    assert "The words stand in the text" in said(app)
    assert "Texts" not in [header.value for header in app.header]


def test_a_word_that_stands_nowhere_is_asked_about_and_replaced(browse: Open) -> None:
    app = browse("timeline", search="Wettre -Anna")
    assert "“Wettre” stands nowhere. Did you mean:" in [caption.value for caption in app.sidebar.caption]
    next(button for button in app.sidebar.button if button.label == "Wetter").click().run()
    assert address(app)["search"] == ["Wetter -Anna"]
    assert not any("stands nowhere" in caption.value for caption in app.sidebar.caption)


@pytest.mark.parametrize(
    "search", ['"', "((", "NOT", "-", "OR OR", 'stem:"x"', "*", "NEAR/99 (", "'; DROP TABLE events; --"]
)
def test_no_search_breaks_a_page(browse: Open, search: str) -> None:
    assert not browse("reader", search=search).exception


def test_the_reader_marks_what_is_searched_for(browse: Open) -> None:
    app = browse("reader", search="bericht", left="text-001")
    document = component(app, "lagebild_reader")["documents"][0]
    hits = [document["text"][start:end] for start, end, layer, *_ in document["spans"] if layer == "found"]
    assert hits == ["Bericht"]


def test_german_interface(browse: Open) -> None:
    app = browse("timeline", lang="de")
    assert app.title[0].value == "Zeitstrahl"
    assert "**60** von 60 Ereignissen" in said(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_box_to_choose_from_has_a_hint_in_the_language(browse: Open, page: str) -> None:
    app = with_more_filters(browse(page, lang="de"))
    # Without words of the app's own, Streamlit gives the box its English ones, "Choose an option".
    assert [box.label for box in (*app.selectbox, *app.multiselect) if not box.placeholder] == []


def test_tables_that_cannot_be_read_are_explained_without_a_trace(browse: Open, tmp_path: Path) -> None:
    store.place(tables(3, 2, 1), tmp_path, {})
    for file in tmp_path.rglob("events.parquet"):
        file.write_bytes(b"")
    app = browse(tables=tmp_path)
    assert not app.exception
    assert "events.parquet" in app.error[0].value.replace("\\", "")


@pytest.mark.slow
def test_without_tables_the_first_visit_builds_them_and_a_failure_says_what_to_do(
    browse: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAGEBILD_CORPUS", str(tmp_path / "nowhere"))
    app = browse(tables=tmp_path / "tables")
    for _ in range(200):
        if app.error:
            break
        app.run()
    assert not app.exception
    assert "nowhere" in app.error[0].value.replace("\\", "")
    assert not sets.ready()


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus in which the first two documents are copies of the last."""
    out = tmp_path_factory.mktemp("copied")
    store.place(tables(copies={"text-000": "text-003", "text-001": "text-003"}), out, {})
    return out


def test_documents_name_the_text_they_copy_where_there_are_copies(browse: Open, copied: Path) -> None:
    assert list(browse("sources", tables=copied).dataframe[0].value["copy"]) == ["Bericht 3", "Bericht 3", "", ""]
    assert "copy" not in browse("sources").dataframe[0].value


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "1 source · 1 more copy of the same text"), ("de", "1 Quelle · 1 weitere Kopie desselben Textes")],
)
def test_the_card_counts_copies_apart_from_sources(
    browse: Open, corpus: Corpus, copied: Path, lang: str, words: str
) -> None:
    event = next(one for one in corpus.events.index if corpus.documents_of(one) == ["text-000", "text-001"])
    assert words in said(browse("timeline", tables=copied, event=event, lang=lang))
    assert "2 sources · confidence" in said(browse("timeline", event=event))


def test_an_event_opens_in_the_reader_beside_another_text_and_not_a_copy(copied: Path) -> None:
    folder = store.located(copied)
    assert folder is not None
    corpus = Corpus(OpenSet(folder))
    event = next(one for one in corpus.events.index if corpus.documents_of(one) == ["text-000", "text-001", "text-002"])
    assert cards.reading(corpus, event, "text-000")["right"] == "text-002"


@pytest.mark.slow
def test_a_session_stays_on_its_tables_until_it_asks_for_the_new_ones(browse: Open, tmp_path: Path) -> None:
    store.place(tables(30, 6, 3), tmp_path, {})
    seen = (store.manifest(tmp_path) or {})["set"]
    app = browse("timeline", tables=tmp_path, event="e000025", types="visit")
    assert not any(button.label == "New tables" for button in app.button)
    store.place(tables(20, 6, 3), tmp_path, {})
    app.run()
    assert "of 30 events" in said(app)
    assert view(app).event == "e000025"
    assert "of 20 events" in said(browse("timeline", tables=tmp_path))
    next(button for button in app.button if button.label == "New tables").click().run()
    assert "of 20 events" in said(app)
    assert not any(button.label == "New tables" for button in app.button)
    assert "e000025" in app.warning[0].value
    assert view(app) == View(types=("visit",), since=seen)
    assert address(app) == {"types": ["visit"], "since": [seen]}
    assert len(app.toast) == 1


@pytest.mark.slow
def test_a_session_reads_on_in_its_tables_when_several_builds_have_passed(browse: Open, tmp_path: Path) -> None:
    store.place(tables(30, 6, 3), tmp_path, {})
    app = browse("reader", tables=tmp_path, left="text-000", right="text-001")
    for events in (20, 21, 22):
        store.place(tables(events, 6, 3), tmp_path, {})
    began_with = Corpus(opened(tables(30, 6, 3)))
    for doc in ("text-001", "text-002"):
        app.selectbox(key="control_left").set_value(doc).run()
        assert not app.exception
        document = component(app, "lagebild_reader")["documents"][0]
        assert document["text"] == began_with.texts.of(doc)
        told = {span[3] for span in document["spans"] if span[2] == "claim"}
        assert told == set(began_with.claims.inside(doc)["event_id"])


@pytest.mark.slow
def test_a_session_whose_tables_are_gone_goes_on_to_the_latest(browse: Open, tmp_path: Path) -> None:
    store.place(tables(30, 6, 3), tmp_path, {})
    app = browse("timeline", tables=tmp_path)
    for events in (20, 21, 22):
        store.place(tables(events, 6, 3), tmp_path, {})
        browse("timeline", tables=tmp_path)
    app.run()
    assert not app.exception
    assert "of 22 events" in said(app)
    assert len(app.toast) == 1


def test_a_card_of_an_event_with_many_quotes_shows_the_others_on_demand(
    browse: Open, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "CLAIMS", 1)
    event = corpus.events.index[corpus.events["n_claims"] == 3][0]
    app = browse("timeline", event=event)
    assert len([link for link in app.get("page_link") if link.proto.label == "Open in reader"]) == 1
    next(button for button in app.button if button.label == "2 more quotes").click().run()
    assert len([link for link in app.get("page_link") if link.proto.label == "Open in reader"]) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "title"), [("en", "Visit: Nordland and Südland"), ("de", "Besuch: Nordland und Südland")]
)
def test_titles_are_in_the_language_of_the_interface(browse: Open, tmp_path: Path, lang: str, title: str) -> None:
    made = tables(3, 3, 1)
    made.events["title"] = "Besuch: Nordland und Südland"
    made.events["title_en"] = "Visit: Nordland and Südland"
    store.place(made, tmp_path, {})
    app = browse("timeline", tables=tmp_path, event="e000001", lang=lang)
    assert app.header[0].value.replace("\\", "") == title
    assert title in list(app.dataframe[0].value["title"])


@pytest.mark.parametrize("search", ["meeting", "Treffen"])
def test_a_type_of_event_is_found_by_its_name_in_either_language(browse: Open, search: str) -> None:
    assert "**4** of 60" in said(browse("timeline", search=search))


def test_a_cell_of_who_tells_what_shows_what_the_source_says(browse: Open, corpus: Corpus) -> None:
    event = str(corpus.events.index[corpus.events["n_documents"] > 1][0])
    document = corpus.documents_of(event)[0]
    app = browse("discrepancies", event=event, left=document)
    shown = app.dataframe[-1].value
    assert set(shown.columns[1:]) == set(corpus.documents.index)
    quote = corpus.claims.of(event).set_index("doc_id")["quote"][document]
    assert any(plain(quote) in markdown.value for markdown in app.markdown)
    assert f"event={event}" in app.get("page_link")[-1].proto.query_string


def test_who_tells_what_says_how_many_of_the_sources_it_shows(browse: Open, tmp_path: Path) -> None:
    store.place(tables(60, 12, 40), tmp_path, {})
    app = browse("discrepancies", tables=tmp_path)
    columns = len(app.dataframe[-1].value.columns) - 1
    assert columns == telling.COLUMNS
    assert any(re.match(rf"{columns} of (2[5-9]|3\d|40) sources: .* sideways", one.value) for one in app.caption)


def test_of_many_filters_the_menu_names_the_first_and_says_how_many_more(browse: Open) -> None:
    few = browse("timeline", types=["visit", "meeting"], confidence="40")
    assert re.search(r"filter_alt: [^\n]*confidence of 40", said(few))
    many = browse("timeline", types=["visit", "meeting", "statement"], confidence="40", statuses=["occurred"])
    (named,) = re.findall(r"filter_alt: ([^\n]*)", said(many))
    assert named.split(", ")[-1] == "2 more"
    assert "Reset" in [button.label for button in many.button if not button.disabled]


def test_a_card_says_who_tells_of_its_event(browse: Open, corpus: Corpus) -> None:
    event = str(corpus.events.index[corpus.events["n_documents"] > 1][0])
    app = browse("timeline", event=event)
    (who,) = [expander for expander in app.expander if expander.label.startswith("Who tells it")]
    links = [link.proto.query_string for link in who.get("page_link")]
    assert [f"left={doc}" in link for doc, link in zip(corpus.documents_of(event), links, strict=False)]
    added = [caption.value for caption in who.caption if caption.value.startswith("sure to")]
    assert len(added) == len({corpus.source(doc) for doc in corpus.documents_of(event)})


@pytest.mark.slow
def test_events_that_are_perhaps_one_are_shown_with_what_speaks_for_it(
    tmp_path_factory: pytest.TempPathFactory, browse: Open
) -> None:
    texts, out = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("tables")
    for day in (5, 6):
        (texts / f"bericht_{day}.txt").write_text(
            f"Der norwegische Ministerpräsident Jonas Gahr Støre traf am {day}. Januar 2023 in Oslo Robert Habeck.",
            encoding="utf-8",
        )
    build.build(texts, out)
    app = browse("discrepancies", out, lang="en")
    assert "Perhaps one event" in [header.value for header in app.header]
    words = said(app)
    assert "the same parties (Jonas Gahr Støre, Robert Habeck), the same place · against it: 1 day apart" in words
    assert "5 January 2023" in words
    assert "6 January 2023" in words
    assert "Parties and wording were not compared" in words
