"""Who does it, to whom, and on whose word, where a sentence names more than a subject and an object."""

from collections.abc import Callable

import pytest

from core.claims import claims
from core.model import Claim
from tests.core.claims.scenes import analysis

Told = Callable[..., list[Claim]]
WRITTEN = "2021-03-10"


def roles(claim: Claim) -> dict[str, str]:
    return {p.actor_id: p.role for p in claim.participants}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("statement", "In der Debatte gegen die Maut sprach sich Anna Meier am Montag für eine Senkung aus."),
        ("statement", "Nach dem Protest gegen den Tunnel sprach sich Anna Meier für eine Brücke aus."),
        ("statement", "Anna Meier sprach sich für mehr Personal aus."),
        ("rejection", "Im Einsatz für Kinder sprach sich Anna Meier gegen Kürzungen aus."),
        ("rejection", "Anna Meier sprach sich am Dienstag gegen höhere Steuern aus."),
    ],
)
def test_what_stands_in_front_with_a_noun_is_no_part_of_the_verb(told: Told, kind: str, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert (claim.type, claim.status) == (kind, "occurred")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier drohte Norwegen am Montag mit Folgen.",
        "Anna Meier drohte Norwegen mit Zöllen.",
        "Anna Meier hat Norwegen mit einem Boykott gedroht.",
        "Anna Meier drohte Norwegen mit Krieg.",
    ],
)
def test_a_threat_is_made_whatever_comes_of_it(told: Told, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert (claim.type, claim.status) == ("accusation", "occurred")
    assert roles(claim) == {"Anna Meier": "agent", "Norwegen": "target"}


def test_a_threat_or_an_accusation_in_the_present_stands(told: Told) -> None:
    (threat,) = told("Anna Meier droht Norwegen mit dem Abbruch der Gespräche.", WRITTEN)
    assert (threat.type, threat.status) == ("accusation", "ongoing")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Anna Meier kritisierte die Pläne von Bo Lund.", "Bo Lund"),
        ("Anna Meier verurteilte die Aussagen von Bo Lund.", "Bo Lund"),
        ("Anna Meier lehnte den Antrag von Bo Lund im Landtag ab.", "Bo Lund"),
        ("Anna Meier rügte die Haltung Norwegens.", "Norwegen"),
        ("Der Brief von Bo Lund wurde von Anna Meier kritisiert.", "Bo Lund"),
    ],
)
def test_whose_thing_is_refused_or_blamed_is_the_target(told: Told, text: str, owner: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert roles(claim) == {"Anna Meier": "agent", owner: "target"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("force", "Die Rebellen hätten das Dorf angegriffen, sagte Anna Meier."),
        ("force", "Die Soldaten hätten eine Stadt eingenommen, sagte Anna Meier."),
        ("disaster", "Zwei Menschen seien bei dem Unfall ums Leben gekommen, sagte Anna Meier."),
        ("justice", "Der Täter sei festgenommen worden, sagte Anna Meier."),
    ],
)
def test_who_tells_what_happened_takes_no_part_in_it(told: Told, kind: str, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert (claim.type, claim.attributed_to, roles(claim)) == (kind, "Anna Meier", {})


@pytest.mark.parametrize(
    "text",
    [
        "Norwegen sei vor dem Angriff nicht gewarnt worden, sagte Anna Meier.",
        "Der Minister sei nicht informiert worden, sagte Anna Meier.",
        "Die Ämter seien oft kritisiert worden, sagte Anna Meier.",
        "Darüber könne man erst reden, wenn die Gerichte entschieden haben, sagte Anna Meier.",
    ],
)
def test_words_of_nobody_are_what_somebody_says(told: Told, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert (claim.type, claim.status, roles(claim)["Anna Meier"]) == ("statement", "occurred", "speaker")


@pytest.mark.parametrize(
    "text",
    [
        "Am Samstag kam es in Lyon zu Zusammenstößen mit der Polizei.",
        "Am Samstag kam es in Athen zu Schlägereien.",
        "Am Samstag gab es in Rom Proteste gegen die Maut.",
        "Am Samstag kam es in Paris zu Ausschreitungen.",
    ],
)
def test_what_there_was_needs_nobody_who_did_it(told: Told, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert claim.type in {"protest", "force"}
    assert claim.date is not None
    assert claim.date.edtf == "2021-03-06"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("rejection", "Anna Meier lehnte den Antrag im Landtag ab."),
        ("vote", "Der Landtag lehnte den Antrag von Anna Meier ab."),
        ("vote", "Der Antrag von Anna Meier wurde im Landtag abgelehnt."),
    ],
)
def test_a_chamber_votes_and_its_members_refuse(told: Told, kind: str, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert claim.type == kind


@pytest.mark.parametrize("offensive", ["Testoffensive", "Bildungsoffensive", "Charmeoffensive", "Impfoffensive"])
def test_an_office_has_offensives_without_force(told: Told, offensive: str) -> None:
    (claim,) = told(f"Anna Meier hat am Sonntag eine {offensive} angekündigt.", WRITTEN)
    assert (claim.type, claim.status) == ("statement", "occurred")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegen stoppt wohl Exporte nach Finnland.",
        "Norwegen setzt vermutlich Lieferungen an Finnland aus.",
        "Norwegen stellt wahrscheinlich Importe aus Finnland ein.",
    ],
)
def test_trade_that_is_perhaps_stopped(told: Told, text: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert (claim.type, claim.status) == ("sanction", "possible")
    assert roles(claim) == {"Norwegen": "agent", "Finnland": "target"}


@pytest.mark.parametrize("people", ["Arbeitgeber", "Bauern", "Ärzte", "Gewerkschaften"])
def test_a_state_takes_no_part_in_what_its_people_say(told: Told, people: str) -> None:
    (claim,) = told(f"Norwegens {people} kritisieren das Gesetz.", WRITTEN)
    assert (claim.type, roles(claim)) == ("accusation", {})


def test_words_said_at_an_event_are_of_its_day(told: Told) -> None:
    text = (
        "Am Montag traf Anna Meier in Oslo Bo Lund."
        " Das Wetter ist schlecht. Die Preise sind stabil. Die Kühe geben Milch."
        " Nach dem Treffen mit Bo Lund sagte Anna Meier: „Das Land braucht Hilfe.“"
    )
    said = next(claim for claim in told(text, WRITTEN) if claim.type == "statement")
    assert said.date is not None
    assert (said.date.edtf, said.date.source) == ("2021-03-08", "carried")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier kritisiert Pläne\n\n"
        "Die Ministerin Anna Meier hat am Sonntag bei einer Feier in der Stadt neue Pläne kritisiert.",
        "Norwegen verhängt Sanktionen\n\n"
        "Das Königreich Norwegen hat am Sonntag im Streit mit seinen Nachbarn Sanktionen verhängt.",
    ],
)
def test_a_headline_has_the_day_of_what_it_heads(text: str) -> None:
    first, *_, last = claims(analysis(text, WRITTEN))
    assert first.date is not None
    assert last.date is not None
    assert first.date.edtf == last.date.edtf == "2021-03-07"


@pytest.mark.parametrize("behind", ["dem Gesetz", "schweren Gewittern", "einer Hungersnot"])
def test_a_warning_is_a_statement_whatever_it_is_of(told: Told, behind: str) -> None:
    (claim,) = told(f"Norwegen warnte am Montag vor {behind}.", WRITTEN)
    assert claim.type == "statement"
