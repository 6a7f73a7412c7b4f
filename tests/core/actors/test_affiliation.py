"""What a text says beside a person's name: party and state in brackets, a title in apposition."""

from collections.abc import Callable

import pytest

from core.actors import DocumentActors, link
from core.actors.knowledge import Knowledge
from core.actors.values import Actor

Find = Callable[..., DocumentActors]


def _row(actors: DocumentActors, actor_id: str, knowledge: Knowledge) -> Actor:
    return link({"a": actors.cast}, knowledge).actors[actor_id]


def _attributive(actors: DocumentActors) -> set[str]:
    return {m.text for m in actors.mentions if (m.start, m.end) in actors.attributive}


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        ("Otto Mustermann (SPD) widersprach.", "otto-mustermann", "spd"),
        ("Das sagte Otto Mustermann (CDU, Sachsen).", "otto-mustermann", "cdu"),
        ("Bundeskanzlerin Angela Merkel (CDU) kam.", "angela-merkel", "cdu"),
        ("Der FDP-Politiker Otto Mustermann ging.", "otto-mustermann", "fdp"),
    ],
)
def test_a_party_beside_the_name_is_the_persons_and_takes_no_part(
    actors_in: Find, knowledge: Knowledge, text: str, person: str, party: str
) -> None:
    actors = actors_in(text)
    assert party in _row(actors, person, knowledge).member_of
    assert party.upper() in _attributive(actors)


def test_a_party_of_former_days_is_no_membership(actors_in: Find, knowledge: Knowledge) -> None:
    actors = actors_in("Der ehemalige FDP-Politiker Otto Mustermann ging.")
    assert _row(actors, "otto-mustermann", knowledge).member_of == ()


def test_parties_told_by_two_documents_are_both_kept(actors_in: Find, knowledge: Knowledge) -> None:
    texts = {"a": "Otto Mustermann (PDS) kam.", "b": "Otto Mustermann (SPD) kam."}
    linked = link({doc_id: actors_in(text).cast for doc_id, text in texts.items()}, knowledge)
    assert linked.actors["otto-mustermann"].member_of == ("pds", "spd")


def test_a_state_in_brackets_tells_the_country(actors_in: Find) -> None:
    (person,) = actors_in("Der Schwimmer Otto Mustermann (USA) gewann.").unknown
    assert person.country == "USA"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Der Kommandeur der US-Streitkräfte im Irak, General Otto Mustermann, sprach.",
            "Kommandeur der US-Streitkräfte im Irak",
        ),
        ("Das sagte der Sprecher der NATO, Oberst Otto Mustermann gestern.", "Sprecher der NATO"),
        ("Der Sprecher der NATO, Otto Mustermann, sprach.", "Sprecher der NATO"),
        ("Sie traf den UN-Botschafter von Kenia, Otto Mustermann.", "UN-Botschafter von Kenia"),
    ],
)
def test_a_title_before_the_comma_is_the_persons_role(actors_in: Find, text: str, role: str) -> None:
    (person,) = actors_in(text).unknown
    assert (person.name, person.role) == ("Otto Mustermann", role)


def test_the_body_that_a_title_belongs_to_takes_no_part(actors_in: Find) -> None:
    text = "Der Vorsitzende der Deutschen Musterhilfe, Otto Mustermann, sprach. Die Deutsche Musterhilfe stritt."
    assert _attributive(actors_in(text)) == {"Deutschen Musterhilfe"}


def test_in_a_list_a_title_is_not_the_next_persons(actors_in: Find) -> None:
    people = actors_in("Es kamen der Sprecher der Polizei, Otto Mustermann und Anna Muster.").unknown
    assert {person.role for person in people} == {None}


def test_a_long_list_of_names_is_read(ids_in: Callable[..., set[str]]) -> None:
    assert ids_in("Es kamen " + "Angela Merkel, " * 3000 + "und Otto Schily.") == {"angela-merkel", "otto-schily"}
