"""The reader's page: what is marked in the texts, what the marks mean, and what stands above them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import store
from core.model import TimexType
from dashboard.asking.corpus import Corpus
from dashboard.words import labels
from tests.dashboard.conftest import Open
from tests.dashboard.test_pages import component, view
from tests.synthetic import tables


def _spans(app: AppTest, layer: str) -> list[tuple[str, str, str]]:
    """The document, the words and what is said of each stretch of a layer."""
    found = []
    for document in component(app, "lagebild_reader")["documents"]:
        units = document["text"].encode("utf-16-le")
        for start, end, name, _id, said, _extra in document["spans"]:
            if name == layer:
                found.append((document["id"], units[2 * start : 2 * end].decode("utf-16-le"), said))
    return found


def _pair(corpus: Corpus) -> tuple[str, list[str], list[str]]:
    """An event on which two documents differ, with these and their quotes."""
    row = corpus.discrepancies.iloc[0]
    claims = corpus.claims.of(row["event_id"]).set_index("claim_id").loc[[row["claim_a"], row["claim_b"]]]
    return row["event_id"], list(claims["doc_id"]), list(claims["quote"])


def test_what_two_passages_tell_differently_is_marked_in_both_with_both_values(browse: Open, corpus: Corpus) -> None:
    event, (left, right), quotes = _pair(corpus)
    marked = {
        doc: (words, said)
        for doc, words, said in _spans(browse("reader", event=event, left=left, right=right), "differ")
        if words in quotes
    }
    assert [marked[left][0], marked[right][0]] == quotes
    assert "● occurred ≠ ▲ planned" in marked[left][1]
    assert corpus.title(right) in marked[left][1]
    assert "▲ planned ≠ ● occurred" in marked[right][1]
    assert corpus.title(left) in marked[right][1]


def test_only_the_words_that_say_a_differing_value_are_marked_where_they_are_known(
    browse: Open, corpus: Corpus, tmp_path: Path
) -> None:
    event, (left, right), _quotes = _pair(corpus)
    made = tables()
    row = made.discrepancies.index[made.discrepancies["event_id"] == event][0]
    claims = corpus.claims.of(event).set_index("claim_id")
    claim = str(made.discrepancies["claim_a"][row])
    begin: int = claims["start"][claim].item()
    made.discrepancies.loc[row, ["field", "value_a", "value_b"]] = "date", "2024-03-05", "2024-03"
    made.discrepancies.loc[row, ["start_a", "end_a"]] = begin, begin + 5
    store.place(made, tmp_path, {})
    app = browse("reader", tables=tmp_path, event=event, left=left, right=right)
    marked = [(words, said) for doc, words, said in _spans(app, "differ") if doc == left and "2024" in said]
    assert [words for words, _said in marked] == [claims["quote"][claim][:5]]
    assert "5 March 2024 ≠ March 2024" in marked[0][1]


@pytest.mark.parametrize(("kind", "value"), [("DURATION", "PXY"), ("DATE", "PRESENT_REF"), ("DATE", "PAST_REF")])
def test_a_time_without_days_is_told_in_words_and_not_by_its_code(
    browse: Open, tmp_path: Path, kind: TimexType, value: str
) -> None:
    made = tables()
    made.times.loc[0, ["doc_id", "start", "end", "text", "type", "value"]] = "text-000", 0, 7, "Bericht", kind, value
    store.place(made, tmp_path, {})
    ((_doc, words, said),) = _spans(browse("reader", tables=tmp_path, left="text-000", right="text-001"), "time")
    assert words == "Bericht"
    assert "without" in said
    assert value not in said


def test_the_key_names_the_types_that_both_texts_tell_of_with_their_colours(browse: Open, corpus: Corpus) -> None:
    marks = component(browse("reader", left="text-000", right="text-001"), "lagebild_reader")["key"]
    told = {kind for doc in ("text-000", "text-001") for kind in corpus.claims.inside(doc)["type"]}
    assert {(label, colour) for layer, label, colour in marks if layer == "claim"} == {
        (labels.type_label(kind), labels.type_colour(kind)) for kind in told
    }
    assert "search" not in [label for _layer, label, _colour in marks]


def _layers(app: AppTest) -> list[str]:
    return list(component(app, "reader_choice")["layers"])


def test_what_is_marked_stands_in_the_link_and_is_kept(browse: Open) -> None:
    app = browse("reader", layers=["actor", "time"])
    assert _layers(app) == ["actor", "time"]
    pills = next(group for group in app.button_group if group.label == "Mark")
    pills.set_value(["actor", "differ"]).run()
    assert _layers(app) == ["actor", "differ"]
    assert app.query_params["layers"] == ["actor", "differ"]
    app.switch_page("views/timeline.py").run()
    app.switch_page("views/reader.py").run()
    assert _layers(app) == ["actor", "differ"]


def test_to_mark_nothing_can_be_shared_as_well(browse: Open) -> None:
    app = browse("reader")
    next(group for group in app.button_group if group.label == "Mark").set_value([]).run()
    assert _layers(app) == []
    shared = browse("reader", layers=app.query_params["layers"])
    assert _layers(shared) == []
    assert not shared.warning


def test_the_arrow_keys_are_told_the_events_that_both_documents_share(browse: Open) -> None:
    app = browse("reader", left="text-000", right="text-001")
    seen = []
    while not next(button for button in app.button if button.label == "Next").disabled:
        next(button for button in app.button if button.label == "Next").click().run()
        seen.append(view(app).event)
    assert component(app, "reader_choice")["steps"] == seen
    assert (view(app).left, view(app).right) == ("text-000", "text-001")


def test_an_event_opened_in_other_texts_leads_to_the_two_that_differ(browse: Open, corpus: Corpus) -> None:
    event, differing, _quotes = _pair(corpus)
    other = next(doc for doc in corpus.documents.index if doc not in differing)
    app = browse("reader", event=event, left=other, right=differing[0])
    next(button for button in app.button if button.label == "Show the two that differ").click().run()
    assert [document["id"] for document in component(app, "lagebild_reader")["documents"]] == differing
    assert "Show the two that differ" not in [button.label for button in app.button]


def test_each_text_names_its_source_for_print(browse: Open, corpus: Corpus) -> None:
    for document in component(browse("reader"), "lagebild_reader")["documents"]:
        assert corpus.title(document["id"]) in document["source"]
        assert corpus.documents.at[document["id"], "file"] in document["source"]


def test_a_german_button_says_first_what_it_does(browse: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGEBILD_ADD_SOURCES", "on")
    named = [button.label for button in browse("reader", lang="de").button if "Bericht" in button.label]
    assert named
    assert all(label.startswith("Korrigieren: ") for label in named)
