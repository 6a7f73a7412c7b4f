"""Actors that a clause names without their taking part in what it tells of."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claims: list[Claim]) -> set[tuple[str, str]]:
    """The participants of the only claim, with their roles."""
    (claim,) = claims
    return {(part.actor_id, part.role) for part in claim.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier hat Bo Lund am Montag an der Grenze zu Norwegen angegriffen.",
        "Anna Meier hat Bo Lund am Montag an der Grenze zwischen Norwegen und Finnland angegriffen.",
        "Anna Meier hat Bo Lund am Montag im Süden Norwegens angegriffen.",
        "Anna Meier hat Bo Lund am Montag vor der Küste Norwegens angegriffen.",
        "Anna Meier hat Bo Lund und Flüchtlinge aus Norwegen angegriffen.",
    ],
)
def test_a_part_of_a_land_and_an_origin_are_no_parties(told: Told, text: str) -> None:
    assert parts(told(text)) == {("Anna Meier", "agent"), ("Bo Lund", "target")}


@pytest.mark.parametrize("other", ["Die Rat-Tochter", "Die Rat-Mutter", "Der Rat-Rivale"])
def test_a_subsidiary_or_a_rival_is_not_who_it_belongs_to(told: Told, other: str) -> None:
    (claim,) = told(f"{other} kündigte am Montag einen Stellenabbau an.")
    assert claim.participants == ()


def test_a_border_that_is_closed_is_one(told: Told) -> None:
    assert ("Norwegen", "target") in parts(told("Finnland hat am Montag die Grenze zu Norwegen geschlossen."))


@pytest.mark.parametrize(
    "text",
    [
        "Der Chef des Rates (RX), Bo Lund, kritisierte am Montag Anna Meier.",
        "Der Chef der Abteilung des Rates, Bo Lund, kritisierte am Montag Anna Meier.",
        "Rat-Mann Bo Lund kritisierte am Montag Anna Meier.",
        "Norwegens Sprecher Bo Lund kritisierte am Montag Anna Meier.",
    ],
)
def test_what_says_who_a_person_is_takes_no_part(told: Told, text: str) -> None:
    parties = parts(told(text, Rates="Rat"))
    assert parties == {("Bo Lund", "agent"), ("Anna Meier", "target")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Am Montag kam Kritik von Norwegen.", {("Norwegen", "agent")}),
        (
            "Anna Meier hat am Montag mit Vertretern Norwegens verhandelt.",
            {("Anna Meier", "agent"), ("Norwegen", "partner")},
        ),
        (
            "Anna Meier verhängte am Montag Sanktionen gegen die Führung Norwegens.",
            {("Anna Meier", "agent"), ("Norwegen", "target")},
        ),
        ("Die Kämpfer von Norwegen griffen am Montag Finnland an.", {("Norwegen", "agent"), ("Finnland", "target")}),
        (
            "Gegner eines Beitritts Norwegens kritisierten am Montag Bo Lund.",
            {("Norwegen", "topic"), ("Bo Lund", "target")},
        ),
    ],
)
def test_the_role_of_whose_something_is(told: Told, text: str, who: set[tuple[str, str]]) -> None:
    assert parts(told(text)) == who


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norwegen hat nach Angaben aus Kreisen am Montag Stellungen Finnlands angegriffen.", None),
        ("Norwegen hat nach Ansicht von Minister Bo Lund am Montag Finnland angegriffen.", "Bo Lund"),
        ("Am Montag griff Norwegen laut Bo Lund Finnland an.", "Bo Lund"),
        ("Am Montag griff Norwegen Finnland an, so Bo Lund am Dienstag in Oslo.", "Bo Lund"),
    ],
)
def test_a_source_is_read_as_far_as_its_phrase_and_takes_no_part(told: Told, text: str, source: str | None) -> None:
    claims = told(text, Finnlands="Finnland")
    assert parts(claims) == {("Norwegen", "agent"), ("Finnland", "target")}
    assert claims[0].attributed_to == source


def test_a_main_clause_behind_its_subordinate_one_has_its_own_subject(told: Told) -> None:
    claims = told("Dass Norwegens Vorstoß im Streit münden wird, meinten danach einige Experten.")
    assert ("Norwegen", "speaker") not in {(p.actor_id, p.role) for claim in claims for p in claim.participants}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Die Chefin von Finnland, Anna Meier, ist am Montag entlassen worden.", ("Anna Meier", "target")),
        ("Norwegen sei bereit, versicherte am Montag der Chef der Verwaltung Bo Lund.", ("Bo Lund", "speaker")),
    ],
)
def test_who_is_named_behind_an_office(told: Told, text: str, part: tuple[str, str]) -> None:
    assert part in parts(told(text))


def test_who_a_relative_clause_means_is_not_whoever_saw_him(told: Told) -> None:
    claims = told("Anna Meier war im Visier des Mannes, der am Montag drei Menschen tötete.")
    assert ("Anna Meier", "agent") not in {(p.actor_id, p.role) for claim in claims for p in claim.participants}


def test_in_behind_a_foreign_dateline_is_a_preposition(told: Told) -> None:
    parties = parts(told("Rabat – In Norwegen ist am Montag ein Belgier festgenommen worden."))
    assert ("Norwegen", "target") not in parties


def test_the_camp_of_a_band_is_its_own_and_a_town_of_a_state_a_place(told: Told) -> None:
    assert ("Rat", "target") in parts(told("Norwegen griff am Montag Rat-Lager an."))
    assert ("Finnland", "target") not in parts(told("Bo Lund griff am Montag eine Finnland-Stadt an."))


def test_a_state_that_acts_stands_in_front_of_whom_it_attacks(told: Told) -> None:
    text = "Norwegen hat am Montag Stellungen und Rat-Truppen angegriffen."
    assert parts(told(text)) == {("Norwegen", "agent"), ("Rat", "target")}
