"""The outlines of clauses: what English titles are made of."""

from core.claims.outline import outlines
from core.claims.triggers import Trigger
from core.model import Outline
from tests.core.claims.scenes import clause_with


def outline(word: str, text: str, kind: str = "statement") -> Outline | None:
    scene, at, token = clause_with(word, text)
    verb = scene.clauses[at].verb
    found = verb is not None and token in verb.tokens
    trigger = Trigger(kind, token, "verb" if found else "noun")
    every = outlines(scene, trigger, frozenset(range(len(scene.words))))
    return every[0] if every else None


def test_an_outline_has_the_phrases_of_a_clause_in_base_forms() -> None:
    told = outline("kritisierte", "Anna Meier kritisierte am Montag die hohen Mieten in drei Städten.")
    assert told is not None
    subject, rents, cities = told.members
    assert (told.verb, told.time, subject.actor) == ("kritisieren", "past", "Anna Meier")
    assert (rents.slot, rents.noun, rents.plural, rents.adjectives) == ("object", "Miete", True, ("hoch",))
    assert (cities.preposition, cities.number, cities.touching) == ("in", "drei", True)


def test_what_a_clause_says_under_a_condition_or_with_a_limit_is_no_outline() -> None:
    assert outline("kauft", "Wenn Anna Meier die Werft kauft, freut sich Bo Lund.", "business") is None
    assert outline("kaufte", "Anna Meier kaufte nur die Werft.", "business") is None
    assert outline("unterstützt", "Anna Meier unterstützt den Hafen, aber nicht die Werft.", "cooperation") is None


def test_what_somebody_is_said_to_have_done_is_hearsay() -> None:
    told = outline("gekauft", "Anna Meier soll die Werft gekauft haben.", "business")
    assert told is not None
    assert told.hearsay


def test_numbers_have_their_degree() -> None:
    told = outline("kaufte", "Anna Meier kaufte mehr als 20 Schiffe.", "business")
    assert told is not None
    assert told.members[-1].number == "mehr als 20"


def test_a_comparative_is_no_base_form() -> None:
    told = outline("forderte", "Anna Meier forderte höhere Mieten.")
    assert told is not None
    assert told.members[-1].adjectives == ("höher",)


def test_somebodys_relative_is_not_told_without_them() -> None:
    told = outline("kaufte", "Sein Bruder kaufte die Werft.", "business")
    assert told is None or told.members[0].noun == ""
