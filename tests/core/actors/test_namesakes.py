"""Ships, streets and prizes bear the names of persons, and are none."""

from collections.abc import Callable

import pytest

Ids = Callable[..., set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Der Flugzeugträger Charles de Gaulle verließ den Hafen.",
        "Die Fregatte „Karl Muster“ beschoss am Montag ein Lager.",
        "Am Montag beschoss die USS John McCain ein Lager.",
        "In der Angela-Merkel-Straße brannte ein Haus.",
    ],
)
def test_what_bears_a_name_is_nobody(ids_in: Ids, text: str) -> None:
    assert ids_in(text) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Der Kapitän Karl Muster verließ das Schiff.", "karl-muster"),
        ("Auf dem Schiff sprach Angela Merkel.", "angela-merkel"),
        ("Der Angela-Merkel-Besuch fiel aus.", "angela-merkel"),
    ],
)
def test_persons_beside_a_ship_or_in_a_compound_stay(ids_in: Ids, text: str, who: str) -> None:
    assert who in ids_in(text)
