"""A city or a region is an actor where the body acts that runs it, and a place elsewhere."""

from collections.abc import Callable

import pytest

Ids = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Die Stadt Graz kündigte neue Quartiere an.", "stadt-graz"),
        ("Am Montag kritisierte die Stadt Graz den Bund.", "stadt-graz"),
        ("Das Haus werde umgebaut, teilte die Stadt Graz mit.", "stadt-graz"),
        ("Der Umzug wurde von der Stadt Graz verboten.", "stadt-graz"),
        ("Der Verein verhandelt mit dem Land Tirol.", "land-tirol"),
        ("Laut dem Kanton Genf ist das Haus alt.", "kanton-genf"),
    ],
)
def test_who_acts_is_an_actor(ids_in: Ids, text: str, authority: str) -> None:
    assert authority in ids_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "In der Stadt Graz wurden drei Männer verletzt.",
        "Der Sturm zog über die Stadt Graz hinweg.",
        "Soldaten eroberten die Stadt Aleppo.",
        "Die Miliz eroberte die Stadt Aleppo.",
        "Am Montag griffen Soldaten die Stadt Aleppo an.",
        "Die Stadt Aleppo ist zerstört.",
        "Bewohner flohen aus der Stadt Aleppo.",
        "Das Dorf liegt von der Stadt Graz eine Stunde entfernt.",
        "Die Stadt Graz und das Land Tirol liegen weit auseinander.",
    ],
)
def test_where_something_is_is_none(ids_in: Ids, text: str) -> None:
    assert not any(one.startswith(("stadt-", "land-")) for one in ids_in(text))
