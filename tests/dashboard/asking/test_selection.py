from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Event, records
from dashboard.asking.selection import Filters, presets, select
from tests.synthetic import opened, tables


def ids(frame: pd.DataFrame) -> set[str]:
    return set(frame.index)


def test_no_filter_shows_every_event_dated_and_undated(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    assert ids(shown.events) == ids(corpus.events)
    assert shown.dated["date_start"].notna().all()
    assert shown.undated["date_start"].isna().all()
    assert len(shown.undated) > 0


def test_window_passes_what_may_have_happened_in_it(corpus: Corpus) -> None:
    first, last = date(2022, 3, 1), date(2022, 8, 31)
    shown = select(corpus, Filters(first=first, last=last))
    dated = corpus.events.dropna(subset=["date_start"])
    expected = {
        event.event_id
        for event in records(dated, Event)
        if event.date_start and event.date_end and event.date_start <= last and event.date_end >= first
    }
    assert ids(shown.dated) == expected
    assert expected


def test_narrow_window_lists_undated_events_but_does_not_count_them(corpus: Corpus) -> None:
    shown = select(corpus, Filters(first=date(2022, 3, 1)))
    assert ids(shown.unknown) == ids(select(corpus, Filters()).unknown)
    assert ids(shown.events) == ids(shown.dated)
    assert shown.left_out == len(shown.undated) > 0


def test_bounded_events_stand_in_the_window_that_holds_their_bounds(corpus: Corpus) -> None:
    first, last = date(2022, 3, 1), date(2023, 8, 31)
    shown = select(corpus, Filters(first=first, last=last))
    expected = set()
    for event in records(select(corpus, Filters()).bounded, Event):
        known = [day for day in (event.bound_start, event.bound_end) if day]
        if min(known) <= last and max(known) >= first:
            expected.add(event.event_id)
    assert ids(shown.bounded) == expected != set()


def test_bounded_events_count_in_a_narrow_window_when_they_are_placed(corpus: Corpus) -> None:
    narrow = Filters(first=date(2022, 3, 1))
    placed = select(corpus, replace(narrow, bounds="placed"))
    assert ids(placed.events) == ids(placed.placed) == ids(placed.dated) | ids(placed.bounded)
    assert ids(select(corpus, narrow).placed) == ids(placed.dated)
    assert placed.left_out == len(placed.unknown)
    assert ids(select(corpus, Filters(bounds="placed")).events) == ids(corpus.events)


@pytest.mark.parametrize("basis", ["text", "context", "document", "unknown"])
def test_basis_filter_leaves_what_is_known_so(corpus: Corpus, basis: str) -> None:
    assert set(select(corpus, Filters(bases=(basis,))).events["date_basis"]) == {basis}


@pytest.mark.parametrize(
    ("filters", "column", "allowed"),
    [
        (Filters(types=("visit", "force")), "type", {"visit", "force"}),
        (Filters(statuses=("planned",)), "status", {"planned"}),
    ],
)
def test_filter_leaves_only_its_values(corpus: Corpus, filters: Filters, column: str, allowed: set[str]) -> None:
    shown = select(corpus, filters)
    assert set(shown.events[column]) == allowed
    assert len(shown.events) == corpus.events[column].isin(allowed).sum()


def test_actor_filter_passes_events_with_any_of_the_actors(corpus: Corpus) -> None:
    shown = select(corpus, Filters(actors=("actor-1", "actor-2")))
    assert ids(shown.events) == set(corpus.parts.events_with("actor-1")) | set(corpus.parts.events_with("actor-2"))


def test_source_filter_passes_what_the_source_reports(corpus: Corpus) -> None:
    shown = select(corpus, Filters(sources=("text-001",)))
    assert ids(shown.events) == set(corpus.claims.inside("text-001")["event_id"])


def test_confidence_is_a_lower_bound(corpus: Corpus) -> None:
    shown = select(corpus, Filters(confidence=70))
    assert 0 < len(shown.events) < len(corpus.events)
    assert shown.events["confidence"].min() >= 0.7


def test_filters_add_up(corpus: Corpus) -> None:
    both = select(corpus, Filters(types=("visit",), sources=("text-001",)))
    one, other = select(corpus, Filters(types=("visit",))), select(corpus, Filters(sources=("text-001",)))
    assert ids(both.events) == ids(one.events) & ids(other.events)


@pytest.mark.parametrize("query", ["Südland", "suedland", "SÜDLAND", "südl", "sudland"])
def test_search_forgives_umlauts_and_case(corpus: Corpus, query: str) -> None:
    assert ids(select(corpus, Filters(search=query)).events) == set(corpus.parts.events_with("actor-1"))


def test_search_forgives_the_order_of_names(corpus: Corpus) -> None:
    one = select(corpus, Filters(search="Emil Adler"))
    assert len(one.events) > 0
    assert ids(one.events) == ids(select(corpus, Filters(search="Adler, Emil")).events)


def test_search_finds_other_forms_of_a_word(corpus: Corpus) -> None:
    visits = select(corpus, Filters(search="besuchen"))
    assert set(visits.events["type"]) == {"visit"}


def test_search_joins_what_is_asked_for_as_it_says(corpus: Corpus) -> None:
    def found(search: str) -> set[str]:
        return ids(select(corpus, Filters(search=search)).events)

    visits, south = found("besucht"), found("Südland")
    assert found("besucht Südland") == visits & south != set()
    assert found("besucht OR Südland") == visits | south
    assert found("besucht -Südland") == visits - south != set()
    assert found('"Vorgang 3"') == {"e000003"}
    assert found('"3 Vorgang"') == set()


def test_search_of_signs_alone_asks_for_nothing(corpus: Corpus) -> None:
    assert len(select(corpus, Filters(search=" ?! ")).events) == len(corpus.events)


def test_empty_corpus_has_no_span_and_selects_nothing() -> None:
    empty = Corpus(opened(tables(0, 0, 0)))
    assert empty.days.span is None
    assert select(empty, Filters(search="x", types=("visit",), actors=("a",))).events.empty


def test_bounds_are_no_dates(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    assert set(shown.bounded["date_basis"]) == {"document"}
    assert set(shown.unknown["date_basis"]) == {"unknown"}
    assert ids(shown.bounded) | ids(shown.unknown) == ids(shown.undated)
    assert shown.bounded["date_start"].isna().all()


def test_undated_corpus_has_no_span() -> None:
    undated = Corpus(opened(tables(dated=False)))
    assert undated.days.span is None
    assert len(select(undated, Filters()).undated) == 60


def test_presets_end_with_the_corpus_and_begin_inside_it() -> None:
    made = tables(30, first=date(2022, 1, 1), days=300)
    corpus = Corpus(opened(made))
    spans = presets(corpus)
    assert spans["all"] == corpus.days.span
    assert presets(corpus, bounded=True)["all"] == corpus.days.stretch(bounded=True, whole=True)
    assert set(spans) - {"most"} == {"all", "half", "year"} - ({"year"} if spans["all"][1].year == 2022 else set())
    begin, end = spans["all"]
    assert all(begin <= first < last == end for name, (first, last) in spans.items() if name != "most")


def test_the_densest_window_leaves_out_what_lies_far_off() -> None:
    made = tables(30, first=date(2022, 1, 1), days=300)
    made.events.loc[0, ["date_start", "date_end"]] = date(1990, 5, 5)
    made.events.loc[0, "date_precision"] = "day"
    corpus = Corpus(opened(made))
    first, last = presets(corpus)["most"]
    inside = select(corpus, Filters(first=first, last=last))
    assert first > date(2021, 12, 31)
    assert len(inside.dated) >= 0.9 * len(corpus.events.dropna(subset=["date_start"]))
