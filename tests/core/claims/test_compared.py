"""Dates that something is only compared with."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]
WRITTEN = "2021-03-10"


def dates(claims: list[Claim]) -> list[str | None]:
    return [claim.date.edtf if claim.date else None for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Die Exporte Norwegens fielen auf den niedrigsten Stand seit Ende 2003.",
        "Die Exporte Norwegens fielen stärker als seit dem Jahr 2003.",
        "Die Exporte Norwegens sind zum Vorjahr um 3 Prozent gefallen.",
    ],
)
def test_what_something_is_measured_by_is_not_when_it_was(told: Told, text: str) -> None:
    claims = told(text, WRITTEN)
    assert claims
    assert dates(claims) == [None] * len(claims)
    assert all(claim.bounds is None or claim.bounds.basis == "document" for claim in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Lund sitzt seit Mai 2020 in Haft.", "ongoing"),
        ("Bo Lund ist seit Mai 2020 auf der Flucht.", "ongoing"),
        ("Bo Lund saß im Mai 2020 in Haft.", "occurred"),
    ],
)
def test_what_has_been_so_since_then_goes_on(told: Told, text: str, expected: str) -> None:
    (claim,) = told(text, WRITTEN)
    assert claim.status == expected
