from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from core.check import check
from core.tables import Tables

PARTIES = '{"value":[{"name":"A","role":"partner"}]}'

Change = Callable[[pd.DataFrame], pd.DataFrame]


def changed(tables: Tables, table: str, change: Change) -> Tables:
    frame: pd.DataFrame = getattr(tables, table)
    return replace(tables, **{table: change(frame.copy())})


def with_value(row: int, column: str, value: Any) -> Change:
    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame[column] = [value if i == row else old for i, old in enumerate(frame[column])]
        return frame

    return change


def twice(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame, frame[:1]], ignore_index=True)


def copy_of(original: str, similarity: float = 0.9) -> Change:
    return lambda _: pd.DataFrame({"doc_id": ["a"], "original": [original], "similarity": [similarity]})


def dated_by(sentence: str, reasons: str = '{"code":"given","values":{"file":"sources.toml"}}') -> Change:
    """The first document with what its day is said to rest on, as a sentence and as data."""
    said, data = with_value(0, "published_evidence", sentence), with_value(0, "published_reasons", reasons)
    return lambda frame: data(said(frame))


def decided(value: str, parties: str) -> Change:
    """A decision on who takes part, in words and as data."""
    row = {"correction_id": "1", "at": "2026-11-29T12:00:00Z", "field": "participants", "state": "applied"}

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        return pd.DataFrame([{**dict.fromkeys(frame.columns), **row, "value": value, "parties": parties}])

    return change


def test_tables_in_order_have_no_problems(tables: Tables) -> None:
    assert check(tables) == []


def test_tables_without_rows_have_no_problems(tables: Tables) -> None:
    assert check(Tables(**{name: frame[:0] for name, frame in tables.items()})) == []


@pytest.mark.parametrize(
    ("table", "change", "expected"),
    [
        ("claims", with_value(0, "quote", "Roe reiste"), "claims c1: quote is not what stands there in the text"),
        ("mentions", with_value(0, "text", "Poe"), "mentions a:0-3: text is not what stands there in the text"),
        ("times", with_value(0, "text", "4. Mai"), "times a:14-25: text is not what stands there in the text"),
        ("mentions", with_value(0, "end", 2), "mentions a:0-2: start or end is within a word"),
        ("claims", with_value(1, "start", 38), "claims c2: start or end is within a word"),
        ("claims", with_value(1, "trigger_end", 52), "claims c2: trigger_start or trigger_end is within a word"),
        ("times", with_value(0, "start", 19), "times a:19-25: start or end is within a word"),
        ("date_evidence", with_value(0, "end", 24), "date_evidence a:14-24: start or end is within a word"),
        ("claims", with_value(0, "start", -1), "claims c1: start and end are no span of the text"),
        ("segments", with_value(0, "end", 10**6), "segments a:0-1000000: start and end are no span of the text"),
        ("mentions", with_value(0, "end", 0), "mentions a:0-0: start and end are no span of the text"),
        ("claims", with_value(1, "trigger_start", 0), "claims c2: the trigger is outside the quote"),
        ("claims", twice, "claims c1: claim_id stands twice"),
        ("events", twice, "events e1: event_id stands twice"),
        ("actors", twice, "actors jane-roe: actor_id stands twice"),
        ("documents", twice, "documents a: doc_id stands twice"),
        ("texts", twice, "texts a: doc_id stands twice"),
        ("claims", with_value(0, "event_id", "e9"), "claims c1: event_id `e9` is not in events"),
        ("claims", with_value(0, "attributed_to", "poe"), "claims c1: attributed_to `poe` is not in actors"),
        ("mentions", with_value(0, "actor_id", "poe"), "mentions a:0-3: actor_id `poe` is not in actors"),
        (
            "participants",
            with_value(0, "claim_id", "c9"),
            "participants c9 e1 jane-roe: claim_id `c9` is not in claims",
        ),
        ("segments", with_value(0, "doc_id", "b"), "segments b:0-82: doc_id `b` is not in documents"),
        ("texts", lambda frame: frame[:0], "documents a: doc_id `a` is not in texts"),
        ("segments", twice, "segments a:0-82: overlaps the segment before it"),
        ("claims", with_value(0, "date_end", date(2021, 5, 1)), "claims c1: date_start is after date_end"),
        ("events", with_value(0, "date_end", None), "events e1: only one of date_start and date_end is given"),
        ("documents", with_value(0, "published_start", date(2021, 5, 1)), "documents a: only one of published_start"),
        ("claims", with_value(0, "status", "maybe"), "claims c1: status is `maybe`, not one of occurred, ongoing"),
        ("segments", with_value(0, "kind", "text"), "segments a:0-82: kind is `text`, not one of headline, kicker"),
        ("claims", with_value(0, "type", "party"), "claims c1: type `party` is no event type"),
        ("events", with_value(0, "type", "party"), "events e1: type `party` is no event type"),
        ("claims", with_value(0, "confidence", 1.5), "claims c1: confidence is not between 0 and 1"),
        ("claims", with_value(0, "date_edtf", "Mai"), "claims c1: date_edtf `Mai` is not its dates"),
        ("events", with_value(0, "date_edtf", "2021-05"), "events e1: date_edtf `2021-05` is not its dates"),
        ("claims", lambda frame: frame[1:], "events e1: no claim carries it"),
        ("participants", with_value(0, "event_id", "e2"), "participants c1 e2 jane-roe: its claim belongs to another"),
        ("documents", with_value(0, "n_chars", 3), "documents a: n_chars is not what the other tables add up to"),
        ("events", with_value(0, "n_claims", 2), "events e1: n_claims is not what the other tables add up to"),
        ("events", with_value(0, "n_documents", 2), "events e1: n_documents is not what the other tables add up to"),
        ("events", with_value(0, "has_discrepancy", True), "events e1: has_discrepancy is not what the other tables"),
        ("actors", with_value(0, "n_mentions", 5), "actors jane-roe: n_mentions is not what the other tables add up"),
        ("actors", with_value(0, "n_claims", 5), "actors jane-roe: n_claims is not what the other tables add up to"),
        ("actors", with_value(0, "n_documents", 5), "actors jane-roe: n_documents is not what the other tables add"),
        ("claims", with_value(0, "date_source", "carried"), "claims c1: date_basis and date_source do not go together"),
        ("events", with_value(2, "date_source", "writing"), "events e3: date_basis and date_source do not go together"),
        ("date_evidence", lambda frame: frame[1:], "claims c1: no date_evidence shows where its date stands"),
        ("date_evidence", with_value(0, "text", "Mai"), "date_evidence a:14-25: text is not what stands there"),
        ("date_evidence", with_value(0, "claim_id", "c9"), "date_evidence a:14-25: claim_id `c9` is not in claims"),
        ("documents", dated_by("The file says so."), "documents a: published_evidence is not its reasons"),
        (
            "documents",
            dated_by("given in b", '{"code":"no such"}'),
            "documents a: published_evidence is not its reasons",
        ),
        (
            "corrections",
            decided("A (agent)", PARTIES),
            "corrections 1 2026-11-29T12:00:00Z None: value is not its parties",
        ),
        ("corrections", decided("A (actor)", '{"value":"A"}'), "corrections 1 2026-11-29T12:00:00Z None: value is not"),
        ("copies", copy_of("nowhere"), "copies a: original `nowhere` is not in documents"),
        ("copies", copy_of("a"), "copies a: its original is itself a copy"),
        ("copies", copy_of("b", similarity=1.5), "copies a: similarity is not between 0 and 1"),
    ],
)
def test_broken_rule_is_named_with_its_row(tables: Tables, table: str, change: Change, expected: str) -> None:
    problems = [str(problem) for problem in check(changed(tables, table, change))]
    assert any(problem.startswith(expected) for problem in problems), problems


def reworded(tables: Tables, *wordings: tuple[str, str]) -> Tables:
    """The same with other words of the same length in the text, and in all that quotes it."""
    for table, column in (("texts", "text"), ("claims", "quote"), ("mentions", "text")):
        for old, new in wordings:
            assert len(old) == len(new)
            replaced = [value.replace(old, new) for value in getattr(tables, table)[column]]
            tables = replace(tables, **{table: getattr(tables, table).assign(**{column: replaced})})
    return tables


def test_a_sentence_that_its_reasons_make_is_right(tables: Tables) -> None:
    assert check(changed(tables, "documents", dated_by("given in sources.toml"))) == []


def test_a_decision_that_names_its_parties_is_right(tables: Tables) -> None:
    assert check(changed(tables, "corrections", decided("A (partner)", PARTIES))) == []


def test_words_that_the_text_runs_together_are_words(tables: Tables) -> None:
    assert check(reworded(tables, ("er Doe", "ihnDoe"))) == []
    assert check(reworded(tables, ("er Doe", "ihndoe"))) != []


@pytest.mark.parametrize("before", ["Ein Rennboot ", "Auf der HMS „", "Kriegsschiff "])
def test_a_ship_is_no_person(tables: Tables, before: str) -> None:
    ship = reworded(tables, ("Dort traf er ", before))
    [problem] = check(ship)
    assert str(problem) == "mentions a:50-53: is the name of a ship, a street or the like, and no person's"
    states = changed(ship, "actors", lambda frame: frame.assign(kind="state"))
    assert check(states) == []


def test_a_street_is_no_person(tables: Tables) -> None:
    named = reworded(tables, ("traf er Doe.", "Max-Doe-Weg."))
    named = changed(named, "mentions", with_value(1, "start", 42))
    named = changed(named, "mentions", with_value(1, "end", 49))
    named = changed(named, "mentions", with_value(1, "text", "Max-Doe"))
    assert [str(problem) for problem in check(named)] == [
        "mentions a:42-49: is the name of a ship, a street or the like, and no person's"
    ]
    besuch = reworded(named, ("Max-Doe-Weg", "Max-Doe-Rat"))
    assert check(besuch) == []


def bound(first: date | None, last: date | None, status: str = "occurred") -> Change:
    """The third claim, undated, with what the day of writing says."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        edtf = f"{first or '..'}/{last or '..'}"
        for column, value in (
            ("date_edtf", edtf),
            ("date_start", first),
            ("date_end", last),
            ("date_basis", "document"),
            ("date_source", "writing"),
            ("status", status),
        ):
            frame = with_value(2, column, value)(frame)
        return frame

    return change


def written(tables: Tables, day: date) -> Tables:
    for column, value in (("published", day.isoformat()), ("published_start", day), ("published_end", day)):
        tables = changed(tables, "documents", with_value(0, column, value))
    return tables


DAY = date(2021, 5, 5)


@pytest.mark.parametrize("bounds", [bound(None, DAY), bound(DAY, None, "planned"), bound(date(2021, 5, 4), DAY)])
def test_a_bound_may_leave_an_end_open(tables: Tables, bounds: Change) -> None:
    assert check(changed(written(tables, DAY), "claims", bounds)) == []


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (bound(date(2021, 5, 6), None), "claims c3: occurred after it was written"),
        (bound(None, date(2021, 5, 4), "planned"), "claims c3: is planned, but was over when it was written"),
    ],
)
def test_status_and_date_agree(tables: Tables, bounds: Change, expected: str) -> None:
    assert [str(problem) for problem in check(changed(written(tables, DAY), "claims", bounds))] == [expected]


def test_an_event_lies_before_the_last_text_that_tells_of_it_as_past(tables: Tables) -> None:
    problems = [str(problem) for problem in check(written(tables, date(2021, 5, 1)))]
    assert "events e1: occurred after it was written" in problems


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda frame: frame.drop(columns="place"), "claims columns: not those of the schema: place"),
        (lambda frame: frame[frame.columns[::-1]], "claims columns: not those of the schema: in another order"),
        (with_value(0, "quote", None), "claims quote: 1 values are missing"),
        (with_value(0, "start", "first"), "claims columns: "),
    ],
)
def test_broken_schema_is_all_that_is_reported(tables: Tables, change: Change, expected: str) -> None:
    [problem] = check(changed(tables, "claims", change))
    assert str(problem).startswith(expected)


def test_offsets_count_code_points(tables: Tables) -> None:
    def shifted(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(**{column: frame[column] + 1 for column in frame.columns if column in SPAN_COLUMNS})

    moved = replace(tables, texts=tables.texts.assign(text="\U0001f5fa" + tables.texts["text"]))
    for table in ("segments", "mentions", "times", "claims", "date_evidence"):
        moved = changed(moved, table, shifted)
    moved = changed(moved, "documents", with_value(0, "n_chars", len(moved.texts["text"][0])))
    assert check(moved) == []


SPAN_COLUMNS = ("start", "end", "trigger_start", "trigger_end")
