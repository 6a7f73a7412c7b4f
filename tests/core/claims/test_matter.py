"""What a claim is about, in nouns of its own words and of its text."""

from collections.abc import Callable

from core.claims.matter import names_speaker
from core.model import Claim
from tests.core.claims.scenes import clause_with, trigger_of

Told = Callable[..., list[Claim]]


def test_who_speaks_and_the_words_themselves_are_not_what_words_are_about(told: Told) -> None:
    (claim,) = told("Der Hersteller Bo Lund warnte in einem Bericht vor der Flaute.", "2021-03-10")
    assert claim.nouns == ("Flaute",)


def test_a_text_is_about_what_is_told_near_a_claim(told: Told) -> None:
    text = (
        "Die Werft baut Fähren. Die Fähren sind neu. Viele Fischer loben die Werft. Alle lesen. Einige lachen."
        " Der Kiosk ist neu. Der Kiosk ist klein. Er ist rot. Anna Meier sagte, das gefalle ihr."
    )
    claim = told(text, "2021-03-10")[-1]
    assert "Kiosk" in claim.themes
    assert not {"Werft", "Fähren"} & set(claim.themes)


def test_the_subject_of_a_verb_of_speech_is_who_speaks_unless_it_is_in_the_passive() -> None:
    scene, at, i = clause_with("teilte", "Die Häfen seien sicher, teilte die Bergwacht der Küste mit.")
    assert names_speaker(scene, trigger_of(scene, at, i, "statement"))
    scene, at, i = clause_with("kritisiert", "Die Bergwacht der Küste wurde am Montag kritisiert.")
    assert not names_speaker(scene, trigger_of(scene, at, i, "statement"))
