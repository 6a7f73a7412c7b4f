"""Names that only say whose or where something is: in compounds, in brackets, behind the body they belong to."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claim: Claim) -> set[tuple[str, str]]:
    return {(part.actor_id, part.role) for part in claim.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund wurde in der Norwegen-Provinz Lier verurteilt.",
        "Bo Lund wurde vom Rat-Mitglied Finnland verurteilt.",
    ],
)
def test_of_what_land_a_place_is_or_what_body_a_state_takes_no_part(told: Told, text: str) -> None:
    assert all(actor in {"Bo Lund", "Finnland"} for claim in told(text) for actor, _ in parts(claim))


def test_a_border_of_a_state_is_its_own(told: Told) -> None:
    (claim,) = told("Am Montag wurde die Norwegen-Grenze geschlossen.")
    assert ("Norwegen", "target") in parts(claim)


def test_a_short_form_has_no_part_of_its_own(told: Told) -> None:
    (claim,) = told("Ein Anhänger des Rates (Rat) griff am Montag Bo Lund an.", Rates="Rat")
    assert parts(claim) == {("Bo Lund", "target")}


def test_a_short_form_behind_a_compound_has_the_part_of_that(told: Told) -> None:
    (claim,) = told("Das Schweden-Kommissariat (Rat) forderte am Montag Hilfe.")
    assert parts(claim) == {("Rat", "agent")}


def test_whose_a_body_is_takes_no_part_behind_it(told: Told) -> None:
    (claim,) = told("Der Rat (RN) der Schweden forderte am Montag Hilfe.", Schweden="Schweden")
    assert parts(claim) == {("Rat", "agent")}


def test_what_is_done_at_a_body_is_protested_against_it(told: Told) -> None:
    (claim,) = told("Am Montag protestierten Arbeiter gegen den Abbau von Stellen beim Rat.")
    assert parts(claim) == {("Rat", "target")}


@pytest.mark.parametrize("text", ["Den Zuschlag erhielt laut Norwegen-Medien am Montag Bo Lund."])
def test_media_of_a_state_are_not_the_state(told: Told, text: str) -> None:
    assert all(claim.attributed_to is None for claim in told(text))


def test_who_acts_behind_a_source_is_none_of_it(told: Told) -> None:
    (claim,) = told("Den Auftrag erhielt laut Medien der neue Betreiber Rat.")
    assert parts(claim) == {("Rat", "agent")}
