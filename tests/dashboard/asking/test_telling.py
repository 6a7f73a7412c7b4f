import pytest

from core.tables import Tables
from dashboard.asking import telling
from dashboard.asking.corpus import Corpus
from tests.synthetic import opened, tables

COPIES = {"text-003": "text-000"}


@pytest.fixture(scope="module")
def made() -> Tables:
    return tables(400, 6, 8, days=60, copies=COPIES)


@pytest.fixture(scope="module")
def corpus(made: Tables) -> Corpus:
    return Corpus(opened(made))


def test_who_tells_of_an_event_are_its_sources_with_their_copies(corpus: Corpus) -> None:
    for event_id in corpus.events.index:
        told = telling.of(corpus, event_id).telling
        assert len(told) == corpus.events.at[event_id, "n_documents"]
        documents = set(corpus.documents_of(event_id))
        assert {doc for source in told for doc in (source, *told[source])} - documents <= {"text-000"}
        assert all(set(copies) <= set(COPIES) for copies in told.values())


@pytest.mark.slow
def test_silent_is_who_tells_of_the_same_days_and_actors_and_not_of_the_event(corpus: Corpus) -> None:
    asked = {event_id: told for event_id in corpus.events.index if (told := telling.of(corpus, event_id)).asked}
    assert any(told.silent for told in asked.values())
    for event_id, told in asked.items():
        event, acting = corpus.events.loc[event_id], set(corpus.parts.acting(event_id))
        for one in told.silent:
            assert one.source not in told.telling
            shared = [len(acting & set(corpus.parts.acting(other))) for other in one.events]
            assert shared == sorted(shared, reverse=True)
            assert shared[-1] > 0
            for other in one.events:
                assert corpus.events.at[other, "date_start"] <= event["date_end"]
                assert corpus.events.at[other, "date_end"] >= event["date_start"]
                assert one.source in {corpus.source(doc) for doc in corpus.documents_of(other)}


def test_of_an_event_without_a_day_nobody_is_silent(corpus: Corpus) -> None:
    undated = corpus.events.index[corpus.events["date_start"].isna()]
    assert len(undated)
    assert all(telling.of(corpus, one)[1:] == ((), False) for one in undated)


def test_the_matrix_has_a_source_for_each_cell_that_says_something(corpus: Corpus) -> None:
    events = list(corpus.events.index[:20])
    shown = telling.matrix(corpus, {event_id: telling.of(corpus, event_id) for event_id in events})
    for event_id in events:
        told = telling.of(corpus, event_id)
        assert {source for event, source in shown.tells if event == event_id} == set(told.telling)
        assert {source for event, source in shown.silent if event == event_id} == {one.source for one in told.silent}
    assert all(doc in corpus.documents_of(event) for (event, _source), doc in shown.tells.items())
    assert not set(shown.sources) & set(COPIES)
    counts = [sum(source == other for _, other in shown.tells) for source in shown.sources]
    assert counts == sorted(counts, reverse=True)


def test_what_sources_add_is_what_an_event_is_sure_by(corpus: Corpus) -> None:
    events = [str(one) for one in corpus.events.index]
    every = corpus.claims.contributions(events)
    assert set(every) == set(events)
    for event_id, told in every.items():
        assert [one.source for one in told] == list(dict.fromkeys(one.source for one in told))
        assert {one.source for one in told} == {corpus.source(doc) for doc in corpus.documents_of(event_id)}
