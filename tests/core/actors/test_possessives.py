"""Whom a noun with a possessive means: the state or the party of somebody named before."""

from collections.abc import Callable

import pytest

Meant = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "text", "actor"),
    [
        ("Ihre Regierung", "Angela Merkel reiste nach Rom. Ihre Regierung lehnt den Plan ab.", "germany"),
        ("ihr Land", "Angela Merkel verteidigte ihr Land.", "germany"),
        ("Seine Partei", "SPÖ-Chef Werner Faymann kam. Seine Partei fordert Neuwahlen.", "spo"),
    ],
)
def test_it_is_the_state_or_party_of_its_owner(meant_by: Meant, words: str, text: str, actor: str) -> None:
    assert meant_by(words, text) == [actor]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Seine Familie", "Werner Faymann kam. Seine Familie lebt in Wien."),
        ("seine Regierung", "Barack Obama und Wladimir Putin sprachen über seine Regierung."),
        ("Seine Partei", "Otto Muster kam. Seine Partei fordert Neuwahlen."),
        ("Ihre Regierung", "Wladimir Putin kam. Ihre Regierung lehnt den Plan ab."),
    ],
)
def test_it_is_nobody_where_the_owner_or_what_he_belongs_to_is_open(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == []
