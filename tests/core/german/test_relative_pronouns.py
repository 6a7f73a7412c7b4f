"""Which words before a noun are relative pronouns, though the tagger takes them for articles."""

import pytest

from core import german
from core.model import Segment


def tag_of(word: str, text: str) -> str:
    (sentence,) = german.load().sentences(text, [Segment(0, len(text), "body")])
    return next(token.tag for token in sentence.tokens[2:] if token.text == word)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("die", "Das Amt warnt vor Schildern, die Wanderern gezeigt wurden."),
        ("die", "Er ging wegen der Gründung einer Firma, die Bauern betrogen hat, sowie wegen Betrugs in Haft."),
        ("der", "Das ist ein Plan, der Brücken zwischen den Inseln schaffen soll."),
    ],
)
def test_a_clause_with_its_auxiliary_at_the_end_is_relative(word: str, text: str) -> None:
    assert tag_of(word, text) == "PRELS"


@pytest.mark.parametrize(
    "text",
    [
        "Sie gehen, weil Ämter, die Presse und Vereine geschwiegen haben.",
        "Sie gehen, weil Ämter, die Vereine der Stadt geschwiegen haben.",
        "Kurz davor, sagte Bo Lund, die Vereine der Stadt haben geschwiegen.",
    ],
)
def test_an_article_in_a_list_or_a_waiting_clause_stays_one(text: str) -> None:
    assert tag_of("die", text) == "ART"
