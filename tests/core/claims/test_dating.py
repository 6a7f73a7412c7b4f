from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Claim
from core.time import edtf

Told = Callable[..., list[Claim]]
WRITTEN = "2021-03-10"  # a Wednesday


def when(claim: Claim) -> tuple[str, str]:
    """A claim's date or bounds, and where they come from."""
    if claim.date is not None:
        return claim.date.edtf, claim.date.source
    assert claim.bounds is not None
    return edtf.format_open(claim.bounds.first, claim.bounds.last), claim.bounds.source


@pytest.mark.parametrize(
    ("text", "date", "source"),
    [
        ("Anna Meier besuchte am 3. Mai 2020 Norwegen.", "2020-05-03", "whole"),
        ("Anna Meier besuchte am Montag Norwegen.", "2021-03-08", "partial"),
        ("Anna Meier besuchte Norwegen.", "../2021-03-10", "writing"),
        ("Anna Meier will Norwegen besuchen.", "2021-03-10/..", "writing"),
        ("Anna Meier kritisierte Norwegen.", "2021-03-09/2021-03-10", "writing"),
        ("Anna Meier hatte Norwegen kritisiert.", "../2021-03-10", "writing"),
    ],
)
def test_every_claim_of_a_dated_text_is_placed(told: Told, text: str, date: str, source: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert when(claim) == (date, source)


def test_words_of_a_text_of_some_month_are_of_that_month(told: Told) -> None:
    (claim,) = told("Anna Meier kritisierte Norwegen.", "2021-03")
    assert when(claim) == ("2021-03", "writing")


def test_nothing_is_known_of_a_text_of_an_unknown_day(told: Told) -> None:
    (claim,) = told("Anna Meier besuchte Norwegen.")
    assert (claim.date, claim.bounds) == (None, None)


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        # The month or weekday that goes with the tense.
        ("Im Mai hatte Norwegen den Vertrag mit Schweden unterzeichnet.", "occurred", "2020-05"),
        ("Anna Meier reist am Freitag nach Norwegen.", "planned", "2021-03-12"),
        ("Norwegen kündigte für Freitag ein Treffen mit Schweden an.", "planned", "2021-03-12"),
        ("Anna Meier und Bo Lund treffen sich im Oktober in Oslo.", "planned", "2021-10"),
        ("Anna Meier und Bo Lund treffen sich im September in Oslo.", "planned", "2021-09"),
        ("Anna Meier kündigte für den 12. April einen Besuch in Norwegen an.", "planned", "2021-04-12"),
        ("Das Treffen von Anna Meier und Bo Lund wurde auf den 5. Juni verlegt.", "planned", "2021-06-05"),
        # The date of the planning is not that of the plan.
        ("Norwegen kündigte am Montag ein Treffen mit Schweden an.", "planned", "2021-03-10/.."),
        ("Anna Meier kündigte am Montag an, Norwegen zu besuchen.", "planned", "2021-03-10/.."),
        ("Bo Lund kündigte am Montag an, dass er nach Schweden reist.", "planned", "2021-03-10/.."),
    ],
)
def test_status_and_date_agree(told: Told, text: str, status: str, date: str) -> None:
    claim = next(claim for claim in told(text, WRITTEN) if claim.type in {"agreement", "visit", "meeting"})
    assert (claim.status, when(claim)[0]) == (status, date)


def test_words_are_not_of_the_day_that_they_call_for(told: Told) -> None:
    (claim,) = told("Norwegen ruft Schweden für Freitag zu einer Spende auf.", WRITTEN)
    assert when(claim)[0] == "2021-03-09/2021-03-10"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nach dem 7. Oktober 2020 besuchte Anna Meier Norwegen.", "2020-10-08/.."),
        ("Vor dem 7. Oktober 2020 besuchte Anna Meier Norwegen.", "../2020-10-06"),
        ("Zwei Tage nach dem 5. März 2020 besuchte Anna Meier Norwegen.", "2020-03-07"),
        ("Ab dem 12. April will Anna Meier Norwegen besuchen.", "2021-04-12"),
        ("Ab dem 12. April will Norwegen mit Finnland zusammenarbeiten.", "2021-04-12/.."),
        ("Spätestens am 5. Mai will Anna Meier Norwegen besuchen.", "2021-03-10/2021-05-05"),
        ("Norwegen will bis Ende Mai Waffen an Finnland liefern.", "2021-03-10/2021-05-31"),
        ("Anna Meier versprach, bis Ende Mai Waffen an Finnland zu liefern.", "2021-03-10/2021-05-31"),
        ("Norwegen verlängerte die Sanktionen gegen Finnland bis Ende Mai.", "../2021-03-10"),
        ("Anna Meier verlor den Vergleich und besuchte am 9. März Norwegen.", "2021-03-09"),
        ("Vor einer Woche besuchte Anna Meier Norwegen.", "2021-03-03"),
    ],
)
def test_prepositions_of_a_date_mean_what_they_say(told: Told, text: str, date: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert when(claim)[0] == date


@pytest.mark.parametrize(
    "text",
    [
        "Nach dem Streit vom 7. Februar besuchte Anna Meier Norwegen.",
        "Anna Meier besuchte den am Montag entlassenen Bo Lund.",
        "Nach der Konferenz 1995 besuchte Anna Meier Norwegen.",
    ],
)
def test_the_date_of_a_noun_is_not_that_of_its_clause(told: Told, text: str) -> None:
    claim = next(claim for claim in told(text, WRITTEN) if claim.type == "visit")
    assert when(claim) == ("../2021-03-10", "writing")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier besuchte mit einem im Februar von Finnland und Schweden unterzeichneten Vertrag Norwegen.",
        "Anna Meier besuchte Norwegen im Vergleich zum Zeitraum 2019 oft.",
        "Anna Meier besuchte mit der Bilanz 2019 Norwegen.",
        "Anna Meier besuchte gegen 10:30 Uhr Norwegen.",
    ],
)
def test_what_names_a_time_of_something_else_is_not_the_date_of_its_clause(told: Told, text: str) -> None:
    claim = next(claim for claim in told(text, WRITTEN) if claim.type == "visit")
    assert when(claim) == ("../2021-03-10", "writing")


def test_the_last_weeks_reach_till_the_day_of_writing(told: Told) -> None:
    (claim,) = told("Anna Meier besuchte in den vergangenen Wochen Norwegen.", WRITTEN)
    assert when(claim) == ("2021-01-27/2021-03-10", "partial")


def test_what_was_since_some_day_was_up_to_the_day_of_writing(told: Told) -> None:
    (claim,) = told("Seit Freitag wurden in Oslo neun Menschen getötet.", WRITTEN)
    assert when(claim)[0] == "2021-03-05/2021-03-10"


def test_a_day_that_is_named_is_not_when_that_was(told: Told) -> None:
    claims = told("Norwegen hat am Montag den 1. Juni als Termin für das Treffen mit Schweden festgelegt.", WRITTEN)
    assert "2021-06-01" not in [when(claim)[0] for claim in claims if claim.status == "occurred"]


def test_a_time_by_the_clock_is_that_of_the_day_beside_it(told: Told) -> None:
    (claim,) = told("Um 14:30 Uhr am Dienstag besuchte Anna Meier Norwegen.", WRITTEN)
    assert when(claim)[0] == "2021-03-09"


def test_a_date_heads_a_sentence(told: Told) -> None:
    (claim,) = told("24. Februar 2020: Anna Meier besucht Norwegen.", WRITTEN)
    assert (claim.status, when(claim)[0]) == ("occurred", "2020-02-24")


def test_a_date_names_the_characters_that_it_rests_on(told: Told) -> None:
    text = "Anna Meier besuchte am Montag Norwegen."
    (claim,) = told(text, WRITTEN)
    assert claim.date is not None
    (proof,) = claim.date.evidence
    assert (text[proof.start : proof.end], proof.text, proof.part) == ("Montag", "Montag", "expression")


WORDS = (
    *("am Montag", "im Mai", "am 5. Juni", "seit Freitag", "ab dem 12. April", "vor dem 3. März", "nach 2019"),
    *("morgen", "besuchte", "besucht", "will", "hatte", "kritisierte", "Anna Meier", "Norwegen", "den Vertrag"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9))
def test_nothing_occurs_after_it_was_written_or_is_planned_before(told: Told, words: list[str]) -> None:
    written = edtf.parse(WRITTEN)
    for claim in told(" ".join(words) + ".", WRITTEN):
        first, last = claim.date.interval if claim.date else (claim.bounds and claim.bounds[:2]) or (None, None)
        wished = claim.status == "planned"  # of what somebody `wollte` nothing is known
        assert first is not None or last is not None or wished
        assert not (claim.status == "occurred" and first and first > written.last)
        assert not (claim.status == "planned" and last and last < written.first)


def test_since_a_day_that_is_uncertain_is_no_begin(told: Told) -> None:
    text = "Seit Sonntag wurden in Norwegen zwanzig Soldaten getötet."
    (claim,) = told(text, WRITTEN)
    assert when(claim) == ("2021-03-07/2021-03-10", "partial")
    (claim,) = told(text, "2020/2021")
    assert when(claim)[1] == "writing"


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund wurde wegen der Zahlungen an einen Verein im Mai 2020 verurteilt.",
        "Norwegen hat seit dem Amtsantritt von Anna Meier im Mai 2020 zwei Verträge unterzeichnet.",
        "Anna Meier rechnet mit weniger Anträgen im Jahr 2021.",
        "Anna Meier erwartet, dass der Anteil von 45 Prozent im April 2020 auf 60 Prozent steigt.",
    ],
)
def test_the_date_of_a_cause_a_begin_or_what_words_are_about_is_that_of_no_claim(told: Told, text: str) -> None:
    assert all(claim.date is None for claim in told(text, WRITTEN))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Bo Lund soll im Herbst Norwegen angegriffen haben.", "2020-FA"),
        ("Norwegen hilft Bo Lund seit Mitte der 1970er Jahre.", "1970-01-01/2021-03-10"),
        ("Anna Meier wollte Norwegen besuchen.", None),
    ],
)
def test_what_was_said_to_be_wished_or_to_last(told: Told, text: str, date: str | None) -> None:
    (claim,) = told(text, WRITTEN)
    bounds = edtf.format_open(claim.bounds.first, claim.bounds.last) if claim.bounds else None
    assert (claim.date.edtf if claim.date else bounds) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Anna Meier besuchte am 2. März Norwegen.", "2021-03-02"),
        ("Anna Meier besuchte am 20. März Norwegen.", "../2021-03-10"),  # a slip: who means 2020 says so
        ("Anna Meier besuchte am 2. Juni Norwegen.", "2020-06-02"),
        ("Anna Meier hat im April Norwegen besucht.", "2020-04"),
    ],
)
def test_a_day_told_as_over_that_lies_shortly_ahead_dates_nothing(told: Told, text: str, date: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert when(claim)[0] == date
