"""Who takes part where brackets, kin, demands, journeys or the medium that hears it stand in between."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claim: Claim) -> set[tuple[str, str]]:
    return {(part.actor_id, part.role) for part in claim.participants}


def test_subjects_are_joined_across_a_party_in_brackets(told: Told) -> None:
    (claim,) = told("Anna Meier (ABC) und Bo Lund (XYZ) besuchten Norwegen.")
    assert parts(claim) == {("Anna Meier", "agent"), ("Bo Lund", "agent"), ("Norwegen", "target")}


def test_partners_are_joined_across_a_party_in_brackets(told: Told) -> None:
    (claim,) = told("Norwegen verhandelte mit Anna Meier (ABC) und Bo Lund (XYZ).")
    assert parts(claim) == {("Norwegen", "agent"), ("Anna Meier", "partner"), ("Bo Lund", "partner")}


def test_brackets_give_a_body_its_name(told: Told) -> None:
    (claim,) = told("Am Montag kritisierte das Institut für Forschung (Rat) Norwegen.")
    assert ("Rat", "agent") in parts(claim)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Die Gewerkschaft kritisierte Anna Meier.", "target"),
        ("Demonstranten kritisierten Anna Meier.", "target"),
        ("Die Entscheidung kritisierte Anna Meier.", "agent"),
        ("Eine Koalition mit den Linken lehnte Anna Meier ab.", "agent"),
        ("Das Abkommen, das Anna Meier am Montag unterzeichnete, ist lang.", "agent"),
        ("Die Partei, die Anna Meier am Montag gründete, ist klein.", "agent"),
    ],
)
def test_of_a_body_and_a_person_the_first_acts_but_no_thing_does(told: Told, text: str, role: str) -> None:
    (claim,) = told(text)
    assert ("Anna Meier", role) in parts(claim)


@pytest.mark.parametrize("text", ["Der Sohn von Bo Lund trat zurück.", "Der Bruder des Ministers Bo Lund trat zurück."])
def test_kin_do_not_act_for_whom_they_belong_to(told: Told, text: str) -> None:
    assert all(not parts(claim) for claim in told(text))


def test_who_is_accused_behind_an_apposition_is_no_accuser(told: Told) -> None:
    claims = told("Das sei falsch, warf Anna Meier, Obfrau von Norwegen, Bo Lund vor.")
    assert {("Anna Meier", "agent"), ("Bo Lund", "target")} <= parts(claims[0])


def test_what_must_be_reckoned_with_is_not_demanded(told: Told) -> None:
    assert told("Bo Lund sagte, es eile. Man müsse mit Streit rechnen.")[-1].type == "statement"


def test_a_state_is_a_mere_place_where_refugees_come(told: Told) -> None:
    assert [parts(claim) for claim in told("Tausende Flüchtlinge flohen nach Norwegen.")] == [set()]


def test_the_place_of_what_is_said_is_not_where_it_was_said(told: Told) -> None:
    assert told("Bo Lund sagte, die Lage in Oslo sei ernst.")[0].place is None


def test_a_sentence_without_final_effect_was_passed(told: Told) -> None:
    assert [claim.status for claim in told("Bo Lund wurde nicht rechtskräftig verurteilt.")] == ["occurred"]


def test_an_expectation_that_is_none_refuses_nothing(told: Told) -> None:
    assert all(claim.type != "rejection" for claim in told("Bo Lund hat mit einem Besuch nicht gerechnet."))


def test_demnach_takes_up_the_source_before(told: Told) -> None:
    claim = told("Nach Angaben von Bo Lund brannte ein Haus ab. Demnach wurden drei Menschen verletzt.")[-1]
    assert claim.attributed_to == "Bo Lund"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Die von Norwegen verhängten Sanktionen gegen Schweden traten am Montag in Kraft.",
            {"Norwegen": "agent", "Schweden": "target"},
        ),
        ("Der von Bo Lund vorgelegte Bericht wurde am Montag abgelehnt.", {"Bo Lund": "target"}),
        ("Anna Meier kritisierte die von Bo Lund geplante Reform.", {"Anna Meier": "agent", "Bo Lund": "target"}),
        ("Der Plan wurde von dem in Oslo lebenden Bo Lund abgelehnt.", {"Bo Lund": "agent"}),
    ],
)
def test_who_did_what_a_participle_says_of_a_thing(told: Told, text: str, roles: dict[str, str]) -> None:
    (claim,) = told(text)
    assert {part.actor_id: part.role for part in claim.participants} == roles


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat-Beauftragte für Fische, Bo Lund, forderte am Montag Hilfe.",
        "Die Rat-Sprecherin im Ausschuss, Ida Rex, forderte am Montag Hilfe.",
    ],
)
def test_whose_title_a_person_has_takes_no_part_where_more_stands_between(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert {actor for actor, _ in parts(claim)} <= {"Bo Lund", "Ida Rex"}


def test_a_body_beside_another_persons_title_acts(told: Told) -> None:
    (claim,) = told("Der Rat-Chef und Bo Lund forderten am Montag Hilfe.")
    assert parts(claim) == {("Rat", "agent"), ("Bo Lund", "agent")}


def test_a_government_in_a_state_is_that_state(told: Told) -> None:
    (claim,) = told("Die anerkannte Regierung in Norwegen forderte Bo Lund auf, Hilfe zu schicken.")
    assert ("Norwegen", "agent") in parts(claim)
    (claim,) = told("Am Montag demonstrierten Hunderte gegen die Regierung in Norwegen.")
    assert parts(claim) == {("Norwegen", "target")}


@pytest.mark.parametrize(
    "text", ["Ein Mann in Norwegen forderte Hilfe.", "Die Polizisten in Norwegen forderten Hilfe."]
)
def test_who_is_in_a_state_does_not_act_for_it(told: Told, text: str) -> None:
    assert all(("Norwegen", "agent") not in parts(claim) for claim in told(text))


def test_who_governs_a_state_acts_for_it(told: Told) -> None:
    (claim,) = told("Norwegens konservative Führung hat die Strafen verschärft.")
    assert parts(claim) == {("Norwegen", "agent")}


@pytest.mark.parametrize(
    "text",
    [
        "Auch Bo Lund, einst Richter in Krems, heute Dozent in Lier, forderte Hilfe.",
        "Auch Bo Lund, zugleich Obmann der Partei in Krems, forderte Hilfe.",
        "Bo Lund erklärte, Norwegen sei bereit, und forderte Hilfe.",
        "Als Minister Bo Lund am Montag Hilfe forderte, schwieg Norwegen.",
    ],
)
def test_who_is_said_to_be_more_or_tells_of_others_acts(told: Told, text: str) -> None:
    requests = [parts(claim) for claim in told(text) if claim.type == "request"]
    assert requests == [{("Bo Lund", "agent")}]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Die Regierung von Bo Lund forderte am Montag Hilfe.", True),
        ("Von Seiten des Rates wurde am Montag der Plan abgelehnt.", True),
        ("Seitens des Rates wurde am Montag der Plan abgelehnt.", True),
        ("Der Sohn von Bo Lund forderte am Montag Hilfe.", False),
    ],
)
def test_a_government_of_a_person_and_a_side_act_but_no_son(told: Told, text: str, acts: bool) -> None:
    (claim,) = told(text, Rates="Rat")
    assert any(role == "agent" for _, role in parts(claim)) is acts
