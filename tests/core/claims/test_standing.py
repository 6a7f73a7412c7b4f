"""Whether what is told of a claim can be understood away from its text."""

import pytest

from core.claims.gists.standing import is_open
from core.claims.scene import Scene
from tests.core.claims.scenes import analysis


@pytest.mark.parametrize(
    "said",
    [
        "Davon halten die Fischer wenig",
        "Diese Werft baut eine Fähre",
        "Hier entsteht eine Werft",
        "Die Halle wurde geräumt",
        "Die neue Halle wurde geräumt",
        "Es handle sich um eine Fähre",
        "Das sei die Aufgabe der Fischer",
        "Die Fischer verhandeln dann mit der Werft",
    ],
)
def test_what_points_to_the_text_before_is_open(said: str) -> None:
    assert is_open(Scene(analysis(f"{said}."), 0), said)


@pytest.mark.parametrize(
    "said",
    [
        "Drei Fischer bauten eine Fähre",
        "Die Halle der Fischer wurde geräumt",
        "Die Halle in Oslo wurde geräumt",
        "Die Regierung berät über Fähren",
        "Anna Meier ging davon aus, dass eine Fähre sinkt",
        "Es gibt keine Fähren",
        "Norwegen kaufte diese Woche drei Fähren",
    ],
)
def test_what_says_all_that_is_meant_is_not(said: str) -> None:
    assert not is_open(Scene(analysis(f"{said}."), 0), said)
