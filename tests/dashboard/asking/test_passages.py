import pytest

from core.search.query import parse
from core.tables import Tables
from dashboard.asking.corpus import Corpus
from dashboard.asking.finding import FoundLines
from dashboard.asking.passages import passage, untold_first
from tests.synthetic import opened, tables


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    made: Tables = tables()
    added = f"\n\nEin Vorspann.\nDer Minister{' schwieg' * 9000} und lobte Vorgang und Wetter sehr."
    texts = made.texts["text"].tolist()
    made.texts["text"] = [texts[0] + added, *texts[1:]]
    return Corpus(opened(made))


def found(corpus: Corpus, search: str) -> list[FoundLines]:
    return untold_first(corpus, corpus.finder.found_lines(parse(search)), parse(search))


def test_a_passage_has_the_line_with_most_of_what_is_searched_for(corpus: Corpus) -> None:
    place = next(one for one in found(corpus, "lobte Wetter Vorgang") if one.doc_id == "text-000")
    query = parse("lobte Wetter Vorgang")
    assert query is not None
    shown = passage(corpus, place, query)
    assert [piece.words for piece in shown.pieces if piece.found] == ["lobte", "Vorgang", "Wetter"]
    said = "".join(piece.words for piece in shown.pieces)
    assert said in corpus.texts.of("text-000")
    assert said.endswith("und lobte Vorgang und Wetter sehr.")
    assert not shown.told


def test_passages_that_no_event_is_made_of_come_first(corpus: Corpus) -> None:
    query = parse("Vorgang")
    assert query is not None
    places = found(corpus, "Vorgang")
    told = [passage(corpus, place, query).told for place in places]
    assert told == [False, True, True, True]
    assert places[0].doc_id == "text-000"


def test_a_search_that_only_leaves_out_shows_no_texts(corpus: Corpus) -> None:
    assert found(corpus, "-Wetter") == []
    assert {place.doc_id for place in found(corpus, "Bericht -lobte")} == {"text-001", "text-002", "text-003"}
