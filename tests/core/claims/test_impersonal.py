"""Words that nobody known says: those that stand in a paper, and those that were made known."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Die Dämme seien undicht, heißt es in dem Schreiben.", "statement"),
        ("Die Dämme seien undicht, hieß es aus dem Ministerium.", "statement"),
        ("Der Bericht betont, dass die Dämme undicht seien.", "statement"),
        ("Im Ministerium wurde betont, dass die Dämme undicht seien.", "statement"),
        ("Am Montag wurde der Fahrplan vorgestellt.", "statement"),
        ("Der Fahrplan, der am Montag vorgestellt wurde, gilt ab Mai.", "statement"),
        ("Auch die Wärter wurden gerügt.", "accusation"),
        ("Viele Anrainer fordern ein Verbot.", "request"),
        ("Private Fernsehsender fordern ein Verbot.", "request"),
    ],
)
def test_words_of_nobody_known_are_told(told: Told, text: str, type_: str) -> None:
    (claim,) = told(text, published="2021-05-05")
    assert (claim.type, claim.status, claim.participants) == (type_, "occurred", ())


@pytest.mark.parametrize(
    "text",
    [
        "Die Dämme seien undicht, hieß es.",
        "In einer früheren Ausgabe heißt es dazu:",
        "Der Bericht sorgt für Empörung.",
        "Es wurde vermutet, dass der Damm undicht ist.",
        "Der Damm wurde auf hundert Jahre geschätzt.",
        "Der Fahrplan wird vorgestellt.",
        "Der Fahrplan, der im Kursbuch veröffentlicht wurde, gilt ab Mai.",
        "Anrainer fordern meist ein Verbot.",
        "Anrainer könnten ein Verbot fordern.",
    ],
)
def test_what_nobody_says_is_not(told: Told, text: str) -> None:
    assert not told(text, published="2021-05-05")


def test_a_visit_that_was_called_off_is_the_visit(told: Told) -> None:
    (claim,) = told("Der Besuch in Bergen wurde abgesagt.")
    assert (claim.type, claim.status) == ("visit", "denied")
