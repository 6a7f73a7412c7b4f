from hypothesis import given
from hypothesis import strategies as st

from dashboard.asking import reader
from dashboard.asking.corpus import Corpus
from tests.synthetic import opened, tables


@given(st.text(), st.data())
def test_utf16_offsets_cut_the_same_text(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "ignore").decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = text.encode("utf-16-le")
    first, last = reader.utf16(text, [start, end])
    assert units[2 * first : 2 * last].decode("utf-16-le") == text[start:end]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_that_a_browser_counts_are_those_of_the_text_again(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert reader.code_points(text, reader.utf16(text, [place])[0]) == place


def test_spans_of_claims_hold_their_quotes(corpus: Corpus) -> None:
    shown = reader.document(corpus, "text-000")
    units = shown["text"].encode("utf-16-le")
    quotes = [
        units[2 * start : 2 * end].decode("utf-16-le") for start, end, layer, *_ in shown["spans"] if layer == "claim"
    ]
    assert quotes == list(corpus.claims.inside("text-000")["quote"])
    assert quotes


def test_pairs_are_ranked_by_shared_events(corpus: Corpus) -> None:
    ranked = corpus.claims.document_pairs
    assert [n for *_, n in ranked] == sorted((n for *_, n in ranked), reverse=True)
    a, b, n = ranked[0]
    assert len(reader.shared(corpus, a, b)) == n


def test_two_copies_of_one_text_are_no_pair_to_compare(corpus: Corpus) -> None:
    best, second = corpus.claims.document_pairs[:2]
    copied = Corpus(opened(tables(copies={best[1]: best[0]})))
    assert copied.claims.document_pairs[0] == second
    assert best not in copied.claims.document_pairs


def test_opened_prefers_what_is_asked_for(corpus: Corpus) -> None:
    assert reader.opened(corpus, "text-003", "text-001", "e000004") == ("text-003", "text-001")


def test_opened_takes_the_sources_of_the_event(corpus: Corpus) -> None:
    event = corpus.events.index[corpus.events["n_documents"] > 1][0]
    assert list(reader.opened(corpus, None, None, event)) == corpus.documents_of(event)[:2]


def test_opened_takes_the_best_pair_when_nothing_is_asked_for(corpus: Corpus) -> None:
    assert reader.opened(corpus, None, None, None) == corpus.claims.document_pairs[0][:2]


def test_opened_never_shows_one_document_twice(corpus: Corpus) -> None:
    left, right = reader.opened(corpus, "text-002", "text-002", None)
    assert left == "text-002"
    assert right not in (None, "text-002")


def test_opened_with_one_document_and_with_none() -> None:
    assert reader.opened(Corpus(opened(tables(5, 3, 1))), None, None, None) == ("text-000", None)
    assert reader.opened(Corpus(opened(tables(0, 0, 0))), None, None, None) == (None, None)


def test_shared_events_of_a_single_document_are_all_of_its_events() -> None:
    single = Corpus(opened(tables(5, 3, 1)))
    assert set(reader.shared(single, "text-000", None)) == set(single.events.index)
