"""Dates that a text gives once: the period of figures, the day of the markets and of what harm was done."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def dates(claims: list[Claim]) -> list[str | None]:
    return [claim.date.edtf if claim.date else None for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im April stieg die Arbeitslosigkeit. Auch die Inflation nahm zu.", ["2021-04", "2021-04"]),
        ("Im April stieg die Arbeitslosigkeit. Gegenüber März sank die Inflation.", ["2021-04", "2021-04"]),
        ("Im April stieg die Arbeitslosigkeit. Zuletzt sank die Inflation.", ["2021-04", None]),
        ("Im April stieg die Arbeitslosigkeit. Seit Mai ist Anna Meier im Amt. Die Inflation sank.", ["2021-04", None]),
        ("Im April stieg die Arbeitslosigkeit. Die Firma übernahm ein Hotel.", ["2021-04", None]),
        ("Die Aktie fiel am Dienstag. Im Mai stieg der Umsatz. Das Papier schloss im Minus.",
         ["2021-06-08", "2021-05", "2021-06-08"]),
    ],
)  # fmt: skip
def test_figures_share_their_period(told: Told, text: str, expected: list[str | None]) -> None:
    claims = [claim for claim in told(text, "2021-06-09") if claim.type == "business"]
    assert dates(claims) == expected


FIRE = "Am Dienstag brannte eine Halle ab. Die Ermittler schweigen. Der Ort trauert. Die Halle ist alt. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein Auto wurde zerstört.", "2021-06-08"),
        ("In Bergen wurde ein Auto zerstört.", None),
        ("Seit Mai wurden Autos zerstört.", None),
    ],
)
def test_what_an_accident_did_has_its_day(told: Told, text: str, expected: str | None) -> None:
    assert dates(told(FIRE + text, "2021-06-09"))[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im Mai 2019 wurde Anna Meier verhaftet. Es regnete. Bo Lund wurde damals verhört.", "2019-05"),
        (
            "Im Mai 2019 wurde Anna Meier verhaftet. Seit 2020 ist sie frei. Es regnete. Bo Lund wurde damals verhört.",
            None,
        ),
        ("Im Mai 2019 wurde Anna Meier verhaftet. Bo Lund wurde seit damals oft verhört.", None),
    ],
)
def test_then_is_a_time_named_before(told: Told, text: str, expected: str | None) -> None:
    assert dates(told(text, "2021-06-09"))[-1] == expected
