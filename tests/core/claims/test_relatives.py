"""Who takes part in what a relative clause or a clause with a shared subject tells of."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claims: list[Claim], kind: str) -> set[tuple[str, str]]:
    """The participants of the only claim of a type, with their roles."""
    (claim,) = [claim for claim in claims if claim.type == kind]
    return {(part.actor_id, part.role) for part in claim.participants}


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("der am Dienstag festgenommen wurde", "target"),
        ("den die Polizei am Dienstag festnahm", "target"),
        ("gegen den die Polizei seit Dienstag ermittelt", "target"),
    ],
)
def test_a_name_has_the_part_of_the_pronoun_behind_it(told: Told, clause: str, role: str) -> None:
    assert parts(told(f"Bo Lund, {clause}, reiste nach Oslo."), "justice") == {("Bo Lund", role)}


@pytest.mark.parametrize(
    "text",
    [
        "Die Anhänger von Bo Lund, die am Dienstag festgenommen wurden, warten.",
        "Das Schiff von Bo Lund, das am Dienstag durchsucht wurde, liegt in Oslo.",
    ],
)
def test_a_pronoun_of_another_number_or_gender_is_not_the_name(told: Told, text: str) -> None:
    assert parts(told(text), "justice") == set()


def test_a_pronoun_in_the_plural_stands_for_two_that_are_joined(told: Told) -> None:
    text = "Bo Lund und Anna Meier, die am Dienstag festgenommen wurden, warten."
    assert parts(told(text), "justice") == {("Bo Lund", "target"), ("Anna Meier", "target")}


def test_brackets_do_not_part_a_name_from_its_pronoun(told: Told) -> None:
    text = "Bo Lund (Rat), der am Dienstag festgenommen wurde, wartet."
    assert parts(told(text), "justice") == {("Bo Lund", "target")}


def test_whose_motion_is_refused_is_refused(told: Told) -> None:
    text = "Bo Lund, dessen Antrag am Dienstag abgelehnt wurde, reiste nach Oslo."
    assert parts(told(text), "rejection") == {("Bo Lund", "target")}


def test_a_passive_shares_the_subject_of_the_clause_before(told: Told) -> None:
    text = "Bo Lund reiste am Dienstag nach Oslo und wurde am Mittwoch festgenommen."
    assert parts(told(text), "justice") == {("Bo Lund", "target")}


def test_verbs_of_another_number_share_no_subject(told: Told) -> None:
    text = "Bo Lund will am Dienstag nach Oslo reisen, und als Richter sollen am Mittwoch Juristen gewählt werden."
    assert all(("Bo Lund", "target") not in {(p.actor_id, p.role) for p in claim.participants} for claim in told(text))
