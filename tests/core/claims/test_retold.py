"""What is said where nobody known says it, and what a clause or a phrase tells of beside its verb."""

import pytest

from core.claims import claims
from core.model import Claim
from tests.core.claims.scenes import analysis


def told(text: str) -> list[Claim]:
    return list(claims(analysis(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sprecher äußerte sich am Montag. Die Lage sei sehr angespannt und schwierig.",
        "Nach Angaben eines Arztes sind unter den Toten mindestens zwei Kinder.",
        "Der Wert liegt laut einer Studie deutlich über dem Durchschnitt.",
    ],
)
def test_reported_speech_is_told_of_without_a_known_speaker(text: str) -> None:
    assert "statement" in {claim.type for claim in told(text)}


def test_a_source_in_the_middle_of_a_clause_leaves_it_one_saying() -> None:
    (claim,) = told("Der Wert liegt laut einer Studie deutlich über dem Durchschnitt.")
    assert claim.quote == "Der Wert liegt laut einer Studie deutlich über dem Durchschnitt"


@pytest.mark.parametrize("text", ["Die Lage könnte sehr schwierig sein.", "Ich habe eine wirklich gute Idee."])
def test_a_guess_of_the_writer_is_no_saying(text: str) -> None:
    assert told(text) == []


def test_what_is_planned_by_a_source_is_no_demand() -> None:
    planned = told("Die Gruppe soll laut einer Sprecherin am Donnerstag das Quartier wechseln.")
    assert "request" not in {claim.type for claim in planned}


def test_an_event_that_a_clause_in_the_past_is_about_was() -> None:
    (claim,) = told("Die Großfahndung nach dem Täter zog sich hin.")
    assert (claim.type, claim.status) == ("justice", "occurred")


def test_the_objects_of_a_frame_tell_who_acts() -> None:
    (claim,) = told("Zwei Millionen Euro hat Norwegen in die Anlage investiert.")
    assert [part.role for part in claim.participants] == ["agent"]
