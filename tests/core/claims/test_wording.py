"""Of what kind somebody's words are by what they say."""

import pytest

from core.claims import claims
from core.model import Claim
from tests.core.claims.scenes import analysis


def told(text: str) -> list[Claim]:
    return list(claims(analysis(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Lund sagte, es eile. Das Vorgehen der Stadt sei völlig inakzeptabel.", "accusation"),
        ("Bo Lund sagte, es eile. Anna Meier spiele mit dem Feuer.", "accusation"),
        ("Bo Lund sagte, es eile. Der Plan sei ein Schlag ins Gesicht der Bürger.", "accusation"),
        ("Bo Lund sagte, es eile. Der neue Plan der Stadt sei kein Skandal.", "statement"),
        ("Bo Lund sagte, es eile. Das gehöre im Rat noch einmal besprochen.", "request"),
        ("Bo Lund sagte, es eile. Es brauche eine neue Schule in der Stadt.", "request"),
        ("Bo Lund sagte, es eile. Die Bürger bräuchten keine Bevormundung durch die Stadt.", "statement"),
        ("Bo Lund sagte, es eile. Die Bäcker müssten oft nachts arbeiten.", "statement"),
        ("Bo Lund sagte, es eile. Norwegen müsse die Bäcker schützen.", "request"),
        ("Bo Lund sagte, es eile. Die Abgabe solle zwei Millionen Kronen einbringen.", "statement"),
        ("Bo Lund sagte, es eile. Der Rat solle zwei Millionen Kronen einbringen.", "request"),
        ("Bo Lund sagte, es eile. Der Steg hätte die Stadt mit der Insel verbinden sollen.", "statement"),
        ("Der Park soll schöner werden, sagte Bo Lund.", "statement"),
        ("Bo Lund sagte: „Es eilt. Wir sollten neue Schulen bauen.“", "request"),
        ("Man müsse neue Schulen bauen, sagte Bo Lund.", "request"),
        ("Man müsse davon ausgehen, dass es regnet, sagte Bo Lund.", "statement"),
        ("Die Stadt dürfe nicht länger zusehen, sagte Bo Lund.", "request"),
        ("Man dürfe nicht vergessen, dass es regnet, sagte Bo Lund.", "statement"),
        ("Die Stadt sollte mehr Schulen bauen, sagte Bo Lund.", "request"),
        ("Es sollte mehr Geld gesammelt werden, sagte Bo Lund.", "request"),
        ("Die Stadt sollte ursprünglich mehr Schulen bauen, sagte Bo Lund.", "statement"),
        ("Drei Züge sollten verschrottet werden, sagte Bo Lund.", "statement"),
        ("Sollte die Stadt mehr Schulen bauen, werde es laut, sagte Bo Lund.", "statement"),
        ("Die Einigung sei eine Schande, sagte Bo Lund.", "accusation"),
        ("Die Einigung sei ein Fortschritt, sagte Bo Lund.", "statement"),
    ],
)
def test_words_are_of_the_kind_that_they_show(text: str, expected: str) -> None:
    assert told(text)[-1].type == expected


def test_whoever_is_found_fault_with_is_the_target() -> None:
    (claim,) = told("Anna Meier spiele mit dem Feuer, sagte Bo Lund.")
    assert {(p.actor_id, p.role) for p in claim.participants} == {("Bo Lund", "speaker"), ("Anna Meier", "target")}


def test_what_somebody_would_have_to_say_is_not_said() -> None:
    claims = told("Wenn Norwegen sagt, dass es die Grenzen alleine schützt, ist das keine Lösung, sagte Bo Lund.")
    assert [[(p.actor_id, p.role) for p in claim.participants if p.role != "topic"] for claim in claims] == [
        [("Bo Lund", "speaker")]
    ]


def test_what_others_must_do_is_demanded_of_them() -> None:
    claim = told("Bo Lund sagte, es eile. Norwegen müsse mehr Flüchtlinge aufnehmen.")[-1]
    assert (claim.type, claim.status) == ("request", "occurred")
    assert {(p.actor_id, p.role) for p in claim.participants} == {("Bo Lund", "agent"), ("Norwegen", "target")}


@pytest.mark.parametrize(
    "words", ["Das weiß ich nicht", "Diese Frage musste ja kommen", "Ich möchte sagen, wie man das sieht"]
)
def test_words_that_say_nothing_are_no_event(words: str) -> None:
    assert told(f"{words}, sagte Bo Lund.") == []


@pytest.mark.parametrize("words", ["Das ist falsch", "Wir haben gewonnen", "Das stimmt nicht"])
def test_few_words_may_say_something(words: str) -> None:
    assert len(told(f"{words}, sagte Bo Lund.")) == 1


def test_what_somebody_else_does_behind_a_comma_is_not_what_is_said() -> None:
    first, second = told("Anna Meier (AB) warf der Stadt Untätigkeit vor, Bo Lund (CD) forderte Neuwahlen.")
    assert (first.type, [part.actor_id for part in first.participants]) == ("accusation", ["Anna Meier"])
    assert (second.type, [part.actor_id for part in second.participants]) == ("request", ["Bo Lund"])
    assert second.attributed_to is None
    (said,) = told("Anna Meier sagte, Bo Lund hat gelogen.")
    assert {part.actor_id for part in said.participants} == {"Anna Meier", "Bo Lund"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Regeln seien ein Unsinn, kritisiert Bo Lund.", "occurred"),
        ("Bo Lund wirft Norwegen vor, die Regeln zu brechen.", "ongoing"),
    ],
)
def test_who_has_said_something_has_done_so_and_who_blames_goes_on(text: str, expected: str) -> None:
    assert [(claim.type, claim.status) for claim in told(text)] == [("accusation", expected)]
