"""Who takes part where several are listed: all behind one preposition, or in the genitive, have one part."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claim: Claim) -> set[tuple[str, str]]:
    return {(part.actor_id, part.role) for part in claim.participants}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Die Unterhändler von Norwegen und Finnland treffen am Montag in Krems ein.", "agent"),
        ("Die Opposition lehnte ein Vorhaben von Norwegen, Schweden und Finnland ab.", "target"),
        ("Die Opposition kritisierte die Politik der Staaten Norwegen und Finnland.", "target"),
        ("Anna Meier traf sich mit Vertretern von Norwegen, Schweden und Finnland.", "partner"),
        ("Anna Meier wurde von Vertretern von Norwegen und Finnland empfangen.", "agent"),
    ],
)
def test_the_listed_have_the_part_of_the_first(told: Told, text: str, role: str) -> None:
    (claim,) = told(text)
    assert {("Norwegen", role), ("Finnland", role)} <= parts(claim)


@pytest.mark.parametrize(
    "text",
    [
        "Die Leute leben nicht mehr in Norwegen oder dem Iran, sagte Bo Lund.",
        "Sonst drohe in Norwegen, Schweden und Finnland eine Dürre, sagte Bo Lund.",
    ],
)
def test_a_list_of_places_only_says_where(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert parts(claim) == {("Bo Lund", "speaker")}


def test_what_owns_something_behind_a_place_is_no_place(told: Told) -> None:
    (claim,) = told("Er werde in Norwegen und Schwedens Heer beliebter, sagte Bo Lund.", Schwedens="Schweden")
    assert ("Schweden", "topic") in parts(claim)


def test_a_second_subject_is_none_of_the_owners(told: Told) -> None:
    (claim,) = told("Der Minister der Finnen und Norwegen einigten sich am Montag.", Finnen="Finnland")
    assert ("Norwegen", "agent") in parts(claim)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Pläne, die Norwegen und Finnland ablehnen, sind neu.", {("Norwegen", "agent"), ("Finnland", "agent")}),
        ("Die Pläne, die Norwegen ablehnt, sind neu.", {("Norwegen", "agent")}),
        (
            "Es gibt Gruppen, die der Nordpost zu große Nachgiebigkeit gegenüber Norwegen vorwerfen.",
            {("Nordpost", "target"), ("Norwegen", "target")},
        ),
    ],
)
def test_who_is_named_in_a_relative_clause_acts_where_the_form_allows(
    told: Told, text: str, expected: set[tuple[str, str]]
) -> None:
    (claim,) = told(text)
    assert parts(claim) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sowohl Norwegen als auch Finnland kritisierten am Montag Bo Lund.",
        "Sowohl Norwegen wie Finnland kritisierten am Montag Bo Lund.",
        "Norwegen und auch Finnland kritisierten am Montag Bo Lund.",
    ],
)
def test_both_halves_of_a_pair_act(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert parts(claim) == {("Norwegen", "agent"), ("Finnland", "agent"), ("Bo Lund", "target")}
