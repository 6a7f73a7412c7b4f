"""Two events that are one, and one that is two, by what people say."""

import pytest

from core.corrections.model import EventDate, NotEvent, OtherEvent, SameEvent, Title
from tests.core.corrections.builds import TEXTS, Corpus
from tests.core.engine.small_corpus import VISIT

pytestmark = pytest.mark.slow

TWICE = {"a": VISIT, "b": "Emmanuel Macron hat am 3. Mai 2021 Wien besucht.", "c": TEXTS["d.txt"]}


@pytest.fixture
def told(corpus: Corpus) -> Corpus:
    """Texts two of which tell of one visit."""
    corpus.write(**TWICE).build()
    return corpus


def test_two_events_can_be_one_though_their_days_differ(corpus: Corpus) -> None:
    a, d = corpus.of_event("a"), corpus.of_event("d", "hat am")
    corpus.decide(SameEvent(a, d))

    event = corpus.event("a")
    assert event["event_id"] == corpus.event("d", "hat am")["event_id"]
    assert (event["n_claims"], event["n_documents"], event["has_discrepancy"]) == (2, 2, True)
    assert {row["event_id"] for row in corpus.rows("corrections")} == {event["event_id"]}


def test_one_event_can_be_two(told: Corpus) -> None:
    assert told.claim("a")["event_id"] == told.claim("b")["event_id"]
    told.decide(OtherEvent(told.of_claim("a"), told.of_claim("b")))
    assert told.claim("a")["event_id"] != told.claim("b")["event_id"]


def test_the_later_decision_about_two_events_holds(told: Corpus) -> None:
    a, b, c = told.of_claim("a"), told.of_claim("b"), told.of_claim("c", "hat am")
    told.decide(SameEvent(a, c), OtherEvent(a, b))
    assert told.claim("a")["event_id"] != told.claim("b")["event_id"]
    told.decide(SameEvent(b, a))
    assert told.claim("a")["event_id"] == told.claim("b")["event_id"]
    assert told.states().count(("other_event", "applied")) == 0


def test_events_that_are_not_one_are_no_candidates(corpus: Corpus) -> None:
    assert corpus.rows("candidates")
    corpus.decide(OtherEvent(corpus.of_event("a"), corpus.of_event("d", "hat am")))
    assert corpus.rows("candidates") == []


def test_a_third_report_does_not_join_what_people_keep_apart(told: Corpus) -> None:
    told.decide(OtherEvent(told.of_claim("a"), told.of_claim("b")))
    told.write(**TWICE, d="Macron besuchte am 3. Mai 2021 die Stadt Wien.", e="Macron hat Wien am 3. Mai 2021 besucht.")
    told.build()
    assert told.claim("a")["event_id"] != told.claim("b")["event_id"]


def test_a_title_goes_to_one_event_after_it_was_taken_apart(told: Corpus) -> None:
    told.decide(Title(told.of_event("a"), "Macron in Wien"), OtherEvent(told.of_claim("a"), told.of_claim("b")))
    assert [row["title"] for row in told.rows("events")].count("Macron in Wien") == 1


def test_half_of_a_pair_that_is_gone_leaves_the_other_alone(told: Corpus) -> None:
    told.decide(SameEvent(told.of_claim("a"), told.of_claim("c", "hat am")))
    told.write(**{name: text for name, text in TWICE.items() if name != "c"})
    told.build()
    assert sorted(told.states()) == [("same_event", "no_effect"), ("same_event", "without_anchor")]


def test_what_is_no_event_joins_nothing(told: Corpus) -> None:
    a, c = told.of_claim("a"), told.of_claim("c", "hat am")
    told.decide(SameEvent(a, c), NotEvent(a), EventDate(c, "2021-05-04"))
    assert told.rows("claims", doc_id="a") == []
    assert told.claim("b")["event_id"] != told.claim("c", "hat am")["event_id"]
