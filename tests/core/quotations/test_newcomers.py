"""Whose words they are where a text turns from one speaker to another without saying so."""

import pytest

from core.claims.voices import teller
from tests.core.claims.scenes import analysis


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Lund ist froh: Ich habe viel gesehen. Im Hafen repariert ein Händler sein Rad. Ich sah Norwegen.", None),
        ("Bo Lund ist froh: Ich habe viel gesehen. Im Hafen liegt ein Schiff. Ich sah Norwegen.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Wie Bo Lund sagt auch er, dass Norwegen zahlt.", None),
        ("Bo Lund sagte, es eile. Dennoch sagt er, dass Norwegen zahlt.", "Bo Lund"),
    ],
)
def test_somebody_without_a_name_is_not_who_spoke_before(text: str, who: str | None) -> None:
    assert teller(analysis(text).sayings, text.index("Norwegen")) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Lund sagte, es eile. Anna Meier sieht das als Vorteil. Norwegen werde zahlen.", "Anna Meier"),
        ("Bo Lund sagte, es eile. Anna Meier hält wenig von der Idee. Norwegen werde zahlen.", "Anna Meier"),
        ("Bo Lund sagte, es eile. Anna Meier fährt heute nach Oslo. Norwegen werde zahlen.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Anna Meier wird als Vorteil gesehen. Norwegen werde zahlen.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Sprecherin Anna Meier zur Nordpost: Uns hat Norwegen geholfen.", "Anna Meier"),
    ],
)
def test_who_sees_it_their_own_way_has_the_word_next(text: str, who: str | None) -> None:
    assert teller(analysis(text).sayings, text.index("Norwegen")) == who
