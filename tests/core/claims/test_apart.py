"""What stands behind a colon, beside the clause before it that says something itself."""

import pytest

from core.claims import claims
from core.model import Claim
from tests.core.claims.scenes import analysis


def told(text: str) -> list[Claim]:
    return list(claims(analysis(text)))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Anna Meier verteidigte die Regeln: Wir werden keine Ausnahme zulassen.", "statement", "statement"),
        ("Anna Meier kritisierte den Umbau scharf: Der Hafen sei zu klein für Fähren.", "accusation", "statement"),
        ("Bo Lund warnte vor Panik: Es gebe genug Wasser für die Insel.", "statement", "statement"),
        ("Bo Lund fordert mehr Geld für Häfen: Die Molen müssten höher werden.", "request", "request"),
    ],
)
def test_a_stance_and_the_words_behind_it_are_two(text: str, first: str, second: str) -> None:
    stance, words = told(text)
    assert (stance.type, words.type) == (first, second)
    assert ":" not in stance.quote
    assert {part.actor_id for part in words.participants} >= {part.actor_id for part in stance.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier sagte der Zeitung: Es gibt genug Wasser für die Insel.",
        "Anna Meier twitterte auf Englisch: Es gibt genug Wasser für die Insel.",
        "Anna Meier wiederholte ihren Satz: Es gibt genug Wasser für die Insel.",
    ],
)
def test_who_only_speaks_has_said_one_thing(text: str) -> None:
    assert len(told(text)) == 1


def test_words_behind_a_colon_were_said_when_the_clause_before_it_tells() -> None:
    stance, words = told("Anna Meier kritisierte am 3. Mai 2020 den Umbau: Der Hafen sei zu klein für Fähren.")
    assert stance.date is not None
    assert words.date is not None
    assert words.date.interval == stance.date.interval
