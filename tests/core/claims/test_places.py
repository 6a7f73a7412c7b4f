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
