"""What is told of where nobody is known who acts: concrete happenings, and no words of somebody without a name."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Er lehnte den Vorschlag am Montag ab.",
        "Der Plan sei gut, sagte sie am Montag.",
        "Der Plan sei gut, sagte Gruberova am Montag.",
        "Den Bericht aus Norwegen kann man nicht ablehnen.",
        "Der Klub wählte den Nachfolger am Montag zum Obmann.",
        "Die Staatsanwaltschaft gab am Montag keine Erklärung ab.",
        "Darüber müsste ausführlich diskutiert werden.",
        "In dem Saal fand eine Hochzeitsfeier statt.",
        "Zu Wort kamen viele Flüchtlinge, die über das Meer nach Finnland kommen.",
    ],
)
def test_nobody_without_a_name_is_told_of(told: Told, text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("In der Nacht wurden drei Menschen getötet.", "force"),
        ("Ein Mann wurde am Montag festgenommen.", "justice"),
        ("Bei einem Brand starben am Montag zwei Frauen.", "disaster"),
        ("Er wurde am Montag freigelassen.", "justice"),
        ("Das letzte Telefonat der Nachbarn fand am 3. Mai 2015 statt.", "meeting"),
        ("Die beiden Männer sollen im März einen Agenten getroffen haben.", "meeting"),
    ],
)
def test_concrete_happenings_are_told_of_without_a_name(told: Told, text: str, type_: str) -> None:
    assert [claim.type for claim in told(text)] == [type_]


def test_words_about_somebody_known_are_told_of(told: Told) -> None:
    (claim,) = told("Anna Meier wurde am Montag scharf kritisiert.")
    assert claim.participants[0].actor_id == "Anna Meier"


def test_words_of_somebody_known_are_told_of(told: Told) -> None:
    (claim,) = told("Er lehnte den Vorschlag am Montag ab.", Er="Bo Lund")
    assert claim.participants[0].actor_id == "Bo Lund"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Lund kritisierte ähnlich wie Anna Meier den Rat.", {"Bo Lund", "Rat"}),
        ("Bo Lund kritisierte den Rat schärfer und schneller als Anna Meier.", {"Bo Lund", "Rat"}),
        ("Bo Lund kritisierte ebenso wie Anna Meier den Rat.", {"Bo Lund", "Anna Meier", "Rat"}),
    ],
)
def test_whom_somebody_is_only_compared_to_takes_no_part(told: Told, text: str, who: set[str]) -> None:
    assert {part.actor_id for claim in told(text) for part in claim.participants} == who


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Bis heute habe niemand geantwortet, beklagte sich Anna Meier.", "accusation"),
        ("Anna Meier begrüßte den Vertrag, forderte aber eine Änderung des Gesetzes.", "request"),
    ],
)
def test_who_acts_stands_behind_the_verb_or_before_a_comma(told: Told, text: str, type_: str) -> None:
    acting = {
        part.actor_id
        for claim in told(text)
        if claim.type == type_
        for part in claim.participants
        if part.role in {"agent", "speaker"}
    }
    assert acting == {"Anna Meier"}
