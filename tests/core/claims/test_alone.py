"""Clauses in which nobody known takes part: those that tell of a happening all the same."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Dem Koch drohen zwei Jahre Haft.", "justice", "possible"),
        ("Er sitzt in Untersuchungshaft.", "justice", "ongoing"),
        ("Es wurden Zeugen einvernommen.", "justice", "occurred"),
        ("Kritik gibt es auch an der Maut.", "accusation", "ongoing"),
        ("Vorwürfe werden laut.", "accusation", "ongoing"),
        ("Unterdessen regt sich Widerstand gegen die Maut.", "rejection", "occurred"),
        ("Die Übernahme der Molkerei scheiterte.", "rejection", "occurred"),
        ("Beobachter gehen nicht von einem Streik aus.", "statement", "occurred"),
        ("Der Anwalt hält den Streik für möglich.", "statement", "occurred"),
        ("Die Anwälte wiesen die Vorwürfe zurück.", "rejection", "occurred"),
        ("Die Anrainer wandten sich gegen die Maut.", "rejection", "occurred"),
    ],
)
def test_what_befalls_somebody_or_is_thought_is_told(told: Told, text: str, type_: str, status: str) -> None:
    (claim,) = told(text)
    assert (claim.type, claim.status) == (type_, status)


@pytest.mark.parametrize(
    "text",
    [
        "Bei Verstößen drohen Strafen.",
        "Es wird viel diskutiert.",
        "Kritik gibt es immer wieder.",
        "Sie wiesen die Vorwürfe zurück.",
        "Dass die Übernahme platzt, ist Unsinn.",
        "Die Staatsanwaltschaft machte keine Angaben.",
        "Nur eine ehrliche Regierung verzichte auf die Maut.",
        "Der Anwalt könnte den Streik für möglich halten.",
    ],
)
def test_what_holds_for_anybody_is_not(told: Told, text: str) -> None:
    assert not told(text)
