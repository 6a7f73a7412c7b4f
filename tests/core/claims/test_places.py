"""Where an event was: the place beside it, where the text goes on, and what names no place of its own."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def places(claims: list[Claim]) -> list[str | None]:
    return [claim.place for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund wurde am Montag in Oslo festgenommen.",
        "Bo Lund wurde südlich von Oslo festgenommen.",
        "Bo Lund wurde im Norden von Oslo festgenommen.",
        "Bo Lund wurde in der Stadt Oslo festgenommen.",
        "Bo Lund reiste nach Oslo.",
        "Bo Lund besuchte am 5. Mai 2021 Oslo.",
        "Bo Lund hat am Montag die Stadt Oslo besucht.",
        "Bo Lund wurde am Rande von Oslo festgenommen.",
        "Bo Lund wurde am Stadtrand von Oslo festgenommen.",
        "Bo Lund wurde im Landeskrankenhaus Oslo festgenommen.",
    ],
)
def test_a_place_is_what_a_preposition_of_place_says(told: Told, text: str) -> None:
    assert places(told(text)) == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund aus Oslo wurde am Montag festgenommen.",
        "Der in Oslo lebende Bo Lund wurde am Montag festgenommen.",
        "Die Bewohner Oslos haben Bo Lund festgenommen.",
        "Der Rat mit Sitz in Oslo hat Bo Lund am Montag verurteilt.",
    ],
)
def test_where_somebody_is_from_is_not_where_it_was(told: Told, text: str) -> None:
    assert places(told(text)) == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bo Lund wurde in Lier im Norden Norwegens festgenommen.", "Lier"),
        ("Bo Lund wurde südlich von Oslo in der Siedlung Lier festgenommen.", "Lier"),
        ("Bo Lund wurde in der Donau in Krems festgenommen.", "Krems"),
        ("Bo Lund wurde an der Grenze zu Finnland bei Oslo festgenommen.", "Oslo"),
        ("Bo Lund wurde in der 20.000-Einwohner-Stadt Lier festgenommen.", "Lier"),
        ("Bo Lund wurde in der Nähe des Dorfes Lier festgenommen.", "Lier"),
        ("In Oslo und in Bergen wurden zwei Soldaten getötet.", "Oslo"),
    ],
)
def test_the_town_counts_before_what_it_lies_in_and_the_first_of_a_list(told: Told, text: str, place: str) -> None:
    assert places(told(text)) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund wurde wegen einer Reise in den Iran verurteilt.",
        "Bo Lund (vormals Bürgermeister in Oslo) wurde am Montag verurteilt.",
        "Der Rat berät über die Folgen der Unruhen in Oslo.",
        "Die Regierung beschloss, sich am Einsatz in Mali zu beteiligen.",
        "Angesprochen auf die Angriffe auf Frauen in Bergen, sagte Bo Lund, das sei falsch.",
        "Nach den Wahlen in Bergen wurde Bo Lund verurteilt.",
    ],
)
def test_where_another_event_was_is_not_where_this_one_was(told: Told, text: str) -> None:
    assert set(places(told(text))) == {None}


def test_the_clause_of_an_event_says_where_it_was_before_others(told: Told) -> None:
    text = "In Bergen wurde Bo Lund verletzt, in Oslo wurde Anna Meier verhaftet."
    assert places(told(text)) == ["Bergen", "Oslo"]


def test_a_dateline_says_where_it_was_only_where_nothing_else_does(told: Told) -> None:
    assert places(told("Bergen – Bo Lund ist am Montag in Oslo verhaftet worden.")) == ["Oslo"]
    assert places(told("Bergen – Bo Lund ist am Montag verhaftet worden.")) == ["Bergen"]


def test_a_capital_that_a_report_is_from_is_where_people_met(told: Told) -> None:
    assert places(told("Oslo – Bo Lund ist am Montag verhaftet worden.")) == [None]
    assert places(told("Oslo – Bo Lund hat am Montag Anna Meier getroffen.")) == ["Oslo"]


def test_two_places_before_a_report_are_none(told: Told) -> None:
    assert places(told("Oslo/Bergen – Bo Lund hat am Montag Anna Meier getroffen.")) == [None]


def test_there_is_the_place_of_the_sentence_before(told: Told) -> None:
    text = "Das Lager liegt in Oslo. Dort wurde Bo Lund am Montag festgenommen."
    assert places(told(text)) == ["Oslo"]


def test_violence_goes_on_where_it_was(told: Told) -> None:
    text = "In Oslo griff die Gruppe am Montag ein Lager an. Zwei Soldaten wurden getötet."
    assert places(told(text)) == ["Oslo", "Oslo"]
    other = "In Oslo griff die Gruppe am Montag ein Lager an. In der Hauptstadt wurden zwei Soldaten getötet."
    assert places(told(other)) == ["Oslo", None]


def test_what_happens_next_happens_there(told: Told) -> None:
    text = (
        "In Bergen griff die Gruppe ein Lager an. Die Helfer seien schnell da gewesen, sagte ein Sprecher in Oslo. "
        "Zwei Männer wurden verletzt."
    )
    assert places(told(text))[-1] == "Bergen"
    assert places(told("In Oslo wurden zwei Männer verletzt. Der Angreifer wurde festgenommen."))[-1] == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "In Oslo wurden am Montag zwei Männer getötet. Am Sonntag waren drei Frauen verletzt worden.",
        "In Oslo wurden zwei Männer getötet. Seit Jahresbeginn wurden 20 Menschen verletzt.",
        "In Oslo wurden zwei Männer getötet. Das kam in Bergen oft vor. Drei Frauen wurden verletzt.",
        "In Oslo wurden zwei Männer getötet. Wir wissen nichts. Das ist so. Es ist kalt. Drei Frauen wurden verletzt.",
    ],
)
def test_another_time_or_place_is_no_going_on(told: Told, text: str) -> None:
    assert places(told(text))[-1] is None


def test_what_happened_is_where_the_clause_that_tells_when_says(told: Told) -> None:
    assert places(told("Zwei Männer wurden verletzt, als in Oslo ein Lager angegriffen wurde.")) == ["Oslo", "Oslo"]


def test_what_stands_above_a_report_is_where_the_report_has_it(told: Told) -> None:
    text = "Zwei Männer wurden verletzt.\n\nBergen – Bei einem Unfall in Oslo sind zwei Männer verletzt worden."
    assert places(told(text)) == ["Oslo", "Oslo"]


def test_a_dateline_that_no_list_has_is_a_town(told: Told) -> None:
    assert places(told("Lierdalen – Bo Lund ist am Montag verhaftet worden.")) == ["Lierdalen"]
    assert places(told("Lierdalen – Bo Lund ist in mehreren Städten aufgetreten und verhaftet worden.")) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierung in Oslo forderte am Montag neue Regeln von Norwegen.",
        "Anna Meier, heute Rektorin in Oslo, warnte vor den Plänen.",
        "Bo Lund verwies auf das Referendum in Oslo.",
        "Bo Lund warnte vor Steuern für Händler in Oslo.",
        "Bo Lund zeigte sich angesichts der Lage in Oslo besorgt.",
        "Bo Lund übte Kritik an der Reform der Schulen in Oslo.",
        "Bergen – Bo Lund verurteilte den Angriff auf ein Spital in Bergen.",
        "Die neuen Regeln seien falsch, sagte der in Oslo tätige Bo Lund.",
    ],
)
def test_where_a_speaker_is_from_or_a_topic_lies_is_not_where_words_were_said(told: Told, text: str) -> None:
    assert places(told(text)) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund warnte auf dem Treffen in Oslo vor den Plänen.",
        "Bei einem Treffen in Oslo warnte Bo Lund vor den Plänen.",
        "In Oslo warnte Bo Lund vor den Plänen.",
        "Die Pläne seien falsch, sagte Bo Lund am Montag in Oslo.",
    ],
)
def test_where_words_were_said(told: Told, text: str) -> None:
    assert places(told(text)) == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Bergen – Die Firma Bo Lund will in den nächsten Jahren zwanzig Filialen schließen.",
        "Bergen – Hunderte Lehrer haben am Montag landesweit gegen die Pläne von Bo Lund demonstriert.",
        "Rückblick – Bo Lund weist Vorwürfe zurück.\n\nOslo – Bo Lund schwieg.",
    ],
)
def test_a_dateline_is_not_the_place_of_what_was_elsewhere(told: Told, text: str) -> None:
    assert "Bergen" not in places(told(text))
    assert "Rückblick" not in places(told(text))


def test_a_town_near_a_border_counts_before_the_border(told: Told) -> None:
    text = "Bei einem Anschlag nahe der Stadt Lier an der finnischen Grenze wurden am Montag zwei Soldaten getötet."
    assert places(told(text)) == ["Lier"]
