"""What a briefing would say first of a selection."""

from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.asking import findings
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters, select


@pytest.fixture(scope="module")
def newest(corpus: Corpus) -> date:
    latest: pd.Timestamp = corpus.documents["published_start"].max()
    return latest.date()


def test_what_most_sources_tell_comes_first_and_is_told_by_several(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    told = findings.by_telling(shown.events[shown.events["n_documents"] > 1])
    assert len(told)
    assert told["n_documents"].min() > 1
    assert told["n_documents"].is_monotonic_decreasing
    summary = findings.of(corpus, shown)
    assert summary.compared == len(told)
    assert list(summary.told.index) == list(told.index[: findings.LINES])
    assert set(summary.quotes) == set(summary.told.index)


def test_the_quote_of_an_event_is_its_surest(corpus: Corpus) -> None:
    events = corpus.events.index[:20]
    quotes = corpus.claims.surest_quotes(events)
    assert set(quotes) == set(events)
    claims = corpus.tables.read("claims", ("event_id", "quote", "confidence")).to_pandas()
    for event, quote in quotes.items():
        told = claims[claims["event_id"] == event]
        assert quote in set(told["quote"][told["confidence"] == told["confidence"].max()])


def test_what_is_announced_is_set_apart_by_the_day_of_the_newest_source(corpus: Corpus, newest: date) -> None:
    shown = select(corpus, Filters())
    announced = findings.announced(corpus, shown)
    assert announced.newest == newest
    assert (announced.passed["date_end"] < pd.Timestamp(newest)).all()
    assert (announced.ahead["date_end"] >= pd.Timestamp(newest)).all()
    assert announced.undated["date_start"].isna().all()
    both = pd.concat([announced.ahead, announced.undated, announced.passed])
    assert set(both.index) == set(shown.events.index[shown.events["status"].isin(["planned", "possible"])])


def test_a_narrowed_window_announces_nothing_without_a_place_in_time(corpus: Corpus, newest: date) -> None:
    shown = select(corpus, Filters(first=newest - timedelta(days=10_000)))
    assert findings.announced(corpus, shown).undated.empty


def test_who_only_speaks_does_not_stand_in_the_middle(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    middle = findings.middle(corpus, shown)
    assert middle is not None
    acting = corpus.parts.rows[corpus.parts.rows["role"] != "speaker"].groupby("actor_id")["event_id"].nunique()
    assert middle.events.total == acting[middle.actor] == acting.max()


def test_an_empty_selection_has_no_findings(corpus: Corpus) -> None:
    shown = select(corpus, Filters(search="nirgendwo"))
    announced = findings.announced(corpus, shown)
    assert findings.middle(corpus, shown) is None
    assert findings.of(corpus, shown).told.empty
    assert announced.ahead.empty
    assert announced.passed.empty


def test_the_sources_of_a_discrepancy_are_those_of_its_claims(corpus: Corpus) -> None:
    rows = corpus.discrepancies
    sources = findings.sources_of(corpus, rows["event_id"])
    claims = corpus.claims.rows.set_index("claim_id")["doc_id"]
    assert {claim: claims[claim] for claim in [*rows["claim_a"], *rows["claim_b"]]} == {
        claim: sources[claim] for claim in [*rows["claim_a"], *rows["claim_b"]]
    }
