"""What people say of events holds in the tables, after an edit as well, and goes when it is taken back."""

import json

import pytest

from core.corrections import anchoring, kept
from core.corrections.model import (
    Checked,
    EventDate,
    EventPlace,
    EventStatus,
    EventType,
    NotEvent,
    Participants,
    Party,
    Title,
)
from tests.core.corrections.builds import TEXTS, Corpus
from tests.core.engine.small_corpus import VISIT, placed

pytestmark = pytest.mark.slow


def test_each_part_of_an_event_can_be_corrected(corpus: Corpus) -> None:
    before = corpus.event("a")
    about = corpus.of_event("a")
    merkel, macron = corpus.actor("angela-merkel"), corpus.actor("emmanuel-macron")

    corpus.decide(
        EventType(about, "meeting"),
        EventStatus(about, "planned"),
        EventDate(about, "2021-06-01"),
        EventPlace(about, "Linz"),
        Participants(about, (Party(merkel, "agent"), Party(macron, "partner"))),
    )

    claim, event = corpus.claim("a"), corpus.event("a")
    assert (claim["type"], claim["status"], claim["date_edtf"], claim["place"]) == (
        *("meeting", "planned", "2021-06-01", "Linz"),
    )
    assert (claim["date_basis"], claim["date_source"]) == ("correction", "person")
    assert (event["type"], event["status"], event["date_edtf"], event["place"]) == (
        *("meeting", "planned", "2021-06-01", "Linz"),
    )
    assert corpus.parties("a") == {"angela-merkel": "agent", "emmanuel-macron": "partner"}
    assert claim["confidence"] > 0.9
    assert claim["rule"].startswith("verb:visit:besuchen:corrected_date:corrected_participants")
    assert event["event_id"] == before["event_id"]
    assert claim["claim_id"] == about[0].claim_id
    assert event["title"] == "Treffen von Angela Merkel mit Emmanuel Macron (geplant; Linz)"
    rows = {row["field"]: row for row in corpus.rows("corrections")}
    assert (rows["type"]["value"], rows["type"]["machine"], rows["type"]["by"]) == ("meeting", "visit", "Eva")
    assert rows["participants"]["machine"] == "Emmanuel Macron (agent); Österreich (target)"
    assert json.loads(rows["participants"]["parties"])["machine"] == [
        {"name": "Emmanuel Macron", "role": "agent"},
        {"name": "Österreich", "role": "target"},
    ]
    assert {row["parties"] for name, row in rows.items() if name != "participants"} == {None}
    assert {row["event_id"] for row in rows.values()} == {event["event_id"]}
    assert "austria" in {row["actor_id"] for row in corpus.rows("actors")}  # still the host of the other visit


def test_what_is_taken_back_leaves_the_tables_as_they_were(corpus: Corpus) -> None:
    before = placed(corpus.out)
    lines = corpus.decide(NotEvent(corpus.of_event("a")), EventDate(corpus.of_event("b", "traf"), None))
    assert placed(corpus.out) != before
    for line in lines:
        kept.undo(corpus.folder, line.id)
    corpus.build()
    assert placed(corpus.out) == before


def test_what_is_no_event_is_gone_and_the_correction_still_told(corpus: Corpus) -> None:
    about = corpus.of_event("a")
    corpus.decide(EventStatus(about, "planned"), NotEvent(about))

    assert corpus.rows("claims", doc_id="a") == []
    assert corpus.rows("events", event_id="e68478aaaa055") == []
    rows = corpus.rows("corrections")
    assert [(row["field"], row["state"], row["claim_id"], row["event_id"]) for row in rows] == [
        ("status", "overridden", about[0].claim_id, None),
        ("not_event", "applied", about[0].claim_id, None),
    ]


def test_what_is_right_counts_as_checked_and_keeps_its_words(corpus: Corpus) -> None:
    before = corpus.event("a")
    corpus.decide(Checked(corpus.of_event("a")))
    event, claim = corpus.event("a"), corpus.claim("a")

    assert claim["rule"] == "verb:visit:besuchen:checked"
    assert event["confidence"] > 0.9
    assert {**event, "confidence": None} == {**before, "confidence": None}


def test_an_event_is_called_as_people_call_it(corpus: Corpus) -> None:
    title = "<script>alert(1)</script> $x$ :red[..] ![x](y)"
    corpus.decide(Title(corpus.of_event("a"), "Macron in Wien"), Title(corpus.of_event("a"), f" {title}\n"))

    assert corpus.event("a")["title"] == corpus.event("a")["title_en"] == title
    assert corpus.states() == [("title", "applied")]


def test_a_date_can_be_taken_away(corpus: Corpus) -> None:
    corpus.decide(EventDate(corpus.of_event("b", "traf"), None))
    claim = corpus.claim("b", "traf")
    assert (claim["date_edtf"], claim["date_basis"]) == (None, "unknown")


@pytest.mark.parametrize("value", ["2021-04-30", None])
def test_of_a_date_that_no_source_tells_the_machine_has_the_bounds(corpus: Corpus, value: str | None) -> None:
    corpus.write(a="Emmanuel Macron besuchte Wien.")
    (corpus.folder / "sources.toml").write_text('[[document]]\nfile = "a.txt"\npublished = "2021-05-04"\n')
    corpus.build()
    assert corpus.event("a")["date_edtf"] == "../2021-05-04"
    corpus.decide(EventDate(corpus.of_event("a"), value))
    (row,) = corpus.rows("corrections")
    assert row["machine"] == "../2021-05-04"


def test_what_people_say_may_break_what_machines_must_keep_to(corpus: Corpus) -> None:
    corpus.decide(EventStatus(corpus.of_event("b", "traf"), "planned"))
    kept.add(corpus.folder, EventDate(corpus.of_event("b", "traf"), "1999-01-01"))
    corpus.build()
    assert corpus.claim("b", "traf")["date_edtf"] == "1999-01-01"


def test_a_type_that_the_vocabulary_has_no_more_changes_nothing(corpus: Corpus) -> None:
    corpus.decide(EventType(corpus.of_event("a"), "gone"))
    assert corpus.claim("a")["type"] == "visit"
    assert corpus.states() == [("type", "no_effect")]


def test_of_two_decisions_the_later_holds_and_an_event_decision_yields_to_that_on_a_claim(corpus: Corpus) -> None:
    about, other = corpus.of_event("a"), corpus.of_event("d", "hat am")
    corpus.decide(EventStatus((*about, *other), "planned"), EventStatus(about, "possible"))

    assert corpus.claim("a")["status"] == "possible"
    assert corpus.claim("d", "hat am")["status"] == "planned"
    assert corpus.states() == [("status", "overridden"), ("status", "applied"), ("status", "applied")]


def test_a_corrected_type_decides_what_an_event_is_joined_with(corpus: Corpus) -> None:
    corpus.write(a=VISIT, d="Emmanuel Macron hat am 3. Mai 2021 Wien besucht.").build()
    assert corpus.claim("a")["event_id"] == corpus.claim("d")["event_id"]
    corpus.decide(EventType(corpus.of_claim("a"), "agreement"))
    assert corpus.claim("a")["event_id"] != corpus.claim("d")["event_id"]


def test_an_edited_text_keeps_what_was_said_of_it_as_long_as_the_quote_stands(corpus: Corpus) -> None:
    corpus.decide(EventStatus(corpus.of_event("a"), "planned"))
    texts = {name.removesuffix(".txt"): text for name, text in TEXTS.items()}

    corpus.write(**{**texts, "a": f"Das Wetter war schön. {VISIT} Es regnete nicht."}).build()
    assert corpus.claim("a", "besuchte")["status"] == "planned"

    report = corpus.write(**{**texts, "a": VISIT.replace("besuchte", "besuchte kürzlich")}).build()
    assert corpus.claim("a")["status"] == "occurred"
    (row,) = corpus.rows("corrections")
    assert (row["state"], row["claim_id"], row["quote"]) == ("without_anchor", None, VISIT)
    assert [warning for warning in report.warnings if "has lost what it was about" in warning]

    corpus.write(**texts).build()
    assert corpus.claim("a")["status"] == "planned"


def test_anchors_of_a_claim_whose_type_was_corrected_hold_on_to_what_the_machine_found(corpus: Corpus) -> None:
    corpus.decide(EventType(corpus.of_event("a"), "meeting"))
    (anchor,) = corpus.of_event("a")
    assert anchor.type == "visit"
    corpus.decide(EventStatus(corpus.of_event("a"), "planned"))
    assert (corpus.claim("a")["type"], corpus.claim("a")["status"]) == ("meeting", "planned")


def test_a_build_after_a_decision_reads_no_document_anew_and_one_without_news_does_nothing(corpus: Corpus) -> None:
    kept.add(corpus.folder, EventStatus(corpus.of_event("a"), "planned"))
    report = corpus.build()
    assert (report.redone, report.unchanged) == (0, False)
    assert corpus.build().unchanged


def test_what_is_not_there_has_no_anchor(corpus: Corpus) -> None:
    with pytest.raises(KeyError):
        anchoring.event(corpus.tables, "e0")
