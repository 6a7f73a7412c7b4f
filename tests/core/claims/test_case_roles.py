"""What part somebody has by case, by preposition and verb, and by another phrase whose part it shares."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claims: list[Claim]) -> set[tuple[str, str]]:
    """The participants of the only claim, with their roles."""
    (claim,) = claims
    return {(part.actor_id, part.role) for part in claim.participants}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Die Abgeordneten dankten am Montag Bo Lund.", {("Bo Lund", "target")}),
        ("Anna Meier lobte am Montag die Arbeit Norwegens.", {("Anna Meier", "speaker"), ("Norwegen", "target")}),
        ("Lob gab es am Montag von Bo Lund.", {("Bo Lund", "speaker")}),
        (
            "Anna Meier sagte am Montag in einer Rede vor Bo Lund die Wahrheit.",
            {("Anna Meier", "speaker"), ("Bo Lund", "target")},
        ),
        ("Anna Meier erwartet sich von Bo Lund ein Bekenntnis.", {("Anna Meier", "agent"), ("Bo Lund", "target")}),
        ("Anna Meier übernahm die Leitung am Montag von Bo Lund.", {("Anna Meier", "agent"), ("Bo Lund", "partner")}),
        ("Norwegen hat am Montag den Vertrag mit Finnland gekündigt.", {("Norwegen", "agent"), ("Finnland", "target")}),
        ("Einen Beitritt zum Abkommen lehnte Norwegen am Montag ab.", {("Norwegen", "agent")}),
        ("Die Belegschaft kritisierte Norwegen am Montag.", {("Norwegen", "target")}),
        ("Die Richter am Rat verurteilten am Montag Norwegen.", {("Rat", "agent"), ("Norwegen", "target")}),
        ("Anna Meier forderte am Montag, dass Bo Lund zahlt.", {("Anna Meier", "agent"), ("Bo Lund", "target")}),
        (
            "Norwegen griff am Montag (wie Finnland 2008) Schweden an.",
            {("Norwegen", "agent"), ("Schweden", "target")},
        ),
        (
            "Norwegen und Finnland vereinbarten am Montag eine Lösung für Schweden.",
            {("Norwegen", "agent"), ("Finnland", "agent"), ("Schweden", "topic")},
        ),
    ],
)
def test_case_and_preposition_tell_the_part_with_the_verb(told: Told, text: str, who: set[tuple[str, str]]) -> None:
    assert parts(told(text)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Kritik kam am Montag von mehreren Ländern, darunter Norwegen und Finnland.",
            {("Norwegen", "agent"), ("Finnland", "agent")},
        ),
        (
            "Neben Bo Lund ermittelt die Staatsanwaltschaft auch gegen Anna Meier.",
            {("Bo Lund", "target"), ("Anna Meier", "target")},
        ),
        (
            "Neben Norwegen verurteilten auch andere Länder am Montag Finnland.",
            {("Norwegen", "agent"), ("Finnland", "target")},
        ),
        (
            "Anna Meier und der Klubchef im Gemeinderat, Bo Lund, kritisierten am Montag Norwegen.",
            {("Anna Meier", "agent"), ("Bo Lund", "agent"), ("Norwegen", "target")},
        ),
    ],
)
def test_one_phrase_shares_the_part_of_another(told: Told, text: str, who: set[tuple[str, str]]) -> None:
    assert parts(told(text)) == who


@pytest.mark.parametrize(
    "text",
    [
        "Am Rande des Besuchs von Bo Lund in Norwegen hat Anna Meier Finnland kritisiert.",
        "Anna Meier hat im Interview mit dem Botschafter in Norwegen Finnland kritisiert.",
    ],
)
def test_who_only_belongs_to_a_circumstance_has_no_part(told: Told, text: str) -> None:
    assert parts(told(text)) == {("Anna Meier", "agent"), ("Finnland", "target")}


def test_who_is_met_has_no_part_in_what_is_said_at_the_meeting(told: Told) -> None:
    claims = told("Bei einem Treffen mit Bo Lund hat Anna Meier Finnland kritisiert.")
    assert parts([claim for claim in claims if claim.type == "accusation"]) == {
        ("Anna Meier", "agent"),
        ("Finnland", "target"),
    }


def test_who_agrees_at_a_meeting_has_a_part(told: Told) -> None:
    claims = told("Bei einem Treffen mit Bo Lund unterzeichnete Anna Meier am Montag das Abkommen.")
    assert parts([claim for claim in claims if claim.type == "agreement"]) == {
        ("Anna Meier", "agent"),
        ("Bo Lund", "partner"),
    }


@pytest.mark.parametrize(
    "text",
    ["Kritiker Norwegens wurden am Montag verhaftet.", "Zwei Mitarbeiter Norwegens wurden am Montag verhaftet."],
)
def test_whose_people_somebody_is_has_no_part_in_what_befalls_them(told: Told, text: str) -> None:
    assert parts(told(text)) == set()


def test_staff_acts_for_its_body(told: Told) -> None:
    assert parts(told("Die Mitarbeiter Norwegens kritisierten am Montag Finnland.")) == {
        ("Norwegen", "agent"),
        ("Finnland", "target"),
    }


def test_whoever_something_befalls_is_its_target(told: Told) -> None:
    parties = parts(told("Die Festnahme von Bo Lund durch Norwegen erfolgte am Montag."))
    assert parties == {("Bo Lund", "target"), ("Norwegen", "agent")}


def test_who_announces_what_others_do_has_no_part_in_it(told: Told) -> None:
    (claim,) = told("Anna Meier kündigte am Montag an, dass Norwegen Finnland angreifen werde.")
    assert {(part.actor_id, part.role) for part in claim.participants} == {
        ("Norwegen", "agent"),
        ("Finnland", "target"),
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Gemeinsam mit Bo Lund wurde am Montag Anna Meier angeklagt.",
            {("Bo Lund", "target"), ("Anna Meier", "target")},
        ),
        (
            "Gefechte zwischen Norwegen und Anhängern der Nordpost gab es am Montag.",
            {("Norwegen", "partner"), ("Nordpost", "partner")},
        ),
        ("Drei Männer starben in der von Norwegen kontrollierten Stadt Oslo.", set()),
        ("Bo Lund drohen zehn Jahre Haft.", {("Bo Lund", "target")}),
        ("Neben Bo Lund wurden zwei weitere Männer festgenommen.", {("Bo Lund", "target")}),
        ("Die Landung wurde am Montag von Nordpost übertragen.", {("Nordpost", "topic")}),
    ],
)
def test_who_stands_beside_an_event_has_a_part_only_by_sense(told: Told, text: str, who: set[tuple[str, str]]) -> None:
    assert {(part.actor_id, part.role) for claim in told(text) for part in claim.participants} == who


def test_a_government_acts_for_whose_it_is(told: Told) -> None:
    (claim,) = told("Lunds Regierung griff am Montag Norwegen an.", Lunds="Bo Lund")
    assert ("Bo Lund", "agent") in parts([claim])
