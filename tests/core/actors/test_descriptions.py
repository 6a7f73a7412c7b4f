"""Whom a definite noun takes up that says what kind of body it is."""

from collections.abc import Callable

import pytest

Meant = Callable[..., list[str]]


def test_a_body_is_taken_up_by_what_its_name_was_called(meant_by: Meant) -> None:
    text = "Die Terrorgruppe Ansar Dine griff an. Die Gruppe zog danach ab."
    assert len(meant_by("Gruppe", text)) == 1


def test_two_bodies_called_so_are_left_alone(meant_by: Meant) -> None:
    text = "Das Hilfswerk Unicef traf das Hilfswerk UNHCR. Das Hilfswerk half danach."
    assert meant_by("Hilfswerk", text) == []


def test_the_government_is_that_of_the_only_state(meant_by: Meant) -> None:
    text = "Finnland wählt. In Finnland ist es kalt. Die Regierung senkt die Steuern."
    assert meant_by("Regierung", text) == ["finland"]


@pytest.mark.parametrize("text", ["Finnland und Norwegen wählen. Die Regierung plant.", "Die Regierung geht."])
def test_a_government_of_one_of_several_states_is_left_alone(meant_by: Meant, text: str) -> None:
    assert meant_by("Regierung", text) == []


def test_soldiers_are_the_only_forces_named(meant_by: Meant) -> None:
    text = "Die malische Armee griff an. Später zogen die Soldaten ab."
    assert meant_by("Soldaten", text) == meant_by("malische Armee", text) != []


def test_both_of_a_title_are_the_two_persons(meant_by: Meant) -> None:
    text = "Angela Merkel und Mark Rutte kamen. Die beiden Staatsführer sprachen lange."
    assert meant_by("beiden Staatsführer", text) == ["angela-merkel", "mark-rutte"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("finnischen Steuerbehörden", "Die finnischen Steuerbehörden senkten die Strafe."),
        ("finnische", "Eine finnische Militärintervention beendete den Streit."),
        ("anti-finnische", "Es gab anti-finnische Proteste."),
    ],
)
def test_an_adjective_and_what_acts_stand_for_the_state(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == ["finland"]


def test_a_surname_known_by_its_title_is_found_in_an_interview(meant_by: Meant) -> None:
    text = "Die Ministerin Quill-Moser sprach. Quill-Moser: Das ist gut. Dann ging Quill-Moser."
    assert len(meant_by("Quill-Moser", text)) == 3


def test_a_noun_of_a_name_takes_up_the_only_body_that_has_it(meant_by: Meant) -> None:
    text = "Die Syrische Beobachtungsstelle für Menschenrechte meldete Tote. Die Beobachtungsstelle nannte neun Namen."
    assert meant_by("Beobachtungsstelle", text) == ["syrische-beobachtungsstelle-fuer-menschenrechte"]


def test_a_noun_of_two_names_takes_up_neither(meant_by: Meant) -> None:
    text = "Die Staatsanwaltschaft Mainz und die Staatsanwaltschaft Linz ermitteln. Die Staatsanwaltschaft schwieg."
    assert meant_by("Staatsanwaltschaft", text) == []
