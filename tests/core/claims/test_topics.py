"""What a claim is about, in words that mean the same away from their sentence."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Anna Meier forderte am Montag höhere Steuern.", "höhere Steuern"),
        ("Anna Meier forderte am Montag weniger Steuern.", None),
        ("Anna Meier forderte am Montag keine Steuern.", None),
        ("Anna Meier reiste zum ersten Mal nach Norwegen.", None),
    ],
)
def test_a_topic_says_away_from_its_verb_what_it_says_there(told: Told, text: str, topic: str | None) -> None:
    (claim,) = told(text)
    assert claim.topic == topic
