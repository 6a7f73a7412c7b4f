"""Whom something befell: in an attack that is told of beside it, or before it, that is force; else an accident."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def types(claims: list[Claim]) -> list[str]:
    return [claim.type for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Männer seien verletzt worden, als bei einem Raketenangriff eine Schule getroffen worden sei.",
        "Die Gruppe griff am Montag ein Lager an. Acht Mitarbeiter werden vermisst.",
        "Die Gruppe griff am Montag ein Lager an. Es war Mittag. Ein Mann konnte sich retten und wurde verletzt.",
        "Der Anschlag galt einem Händler. Ein Mann wurde verletzt.",
        "Zwei Wirte wurden vom Täter niedergefahren. Ein Mann starb.",
    ],
)
def test_victims_of_an_attack_are_of_force(told: Told, text: str) -> None:
    assert set(types(told(text))) == {"force"}


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Männer wurden verletzt, als ein Bus in den Graben fuhr.",
        "Die Gruppe griff am Montag ein Lager an. Bei einem Unfall wurden später zwei Männer verletzt.",
        "Die Gruppe griff ein Lager an. Dann kollidierten zwei Busse. Zwei Männer wurden verletzt.",
        "In einer Fabrik kam es zu einer Explosion. Zwei Männer wurden verletzt.",
    ],
)
def test_victims_of_an_accident_are_not(told: Told, text: str) -> None:
    assert types(told(text))[-1] == "disaster"
