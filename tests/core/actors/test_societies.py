"""Bodies named by whom they are of, or by where they are: societies, courts, unions."""

from collections.abc import Callable

import pytest

Ids = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Der Bund Deutscher Architekten klagt.", "bund-deutscher-architekten"),
        ("Die Klage des Vereins Freier Händler und Bauern liegt vor.", "verein-freier-haendler-und-bauern"),
        ("Die Gewerkschaft der Bäcker (GDB) klagt.", "gewerkschaft-der-baecker"),
        ("Am Montag hat das Handelsgericht Bonn geurteilt.", "handelsgericht-bonn"),
        ("Das Urteil des Straflandesgerichts Hamburg liegt vor.", "straflandesgericht-hamburg"),
    ],
)
def test_a_body_has_its_name_of_whom_or_where_it_is(ids_in: Ids, text: str, actor: str) -> None:
    assert actor in ids_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein deutscher Architekten klagt.",
        "Sie suchte einen Bund Möhren aus.",
        "Ein Gericht in Bonn hat geurteilt.",
        "Das Gericht Bonn gibt es nicht.",
        "Die Gewerkschaft der Bäcker klagt.",
    ],
)
def test_what_only_describes_a_body_is_no_name(ids_in: Ids, text: str) -> None:
    assert ids_in(text) == set()
