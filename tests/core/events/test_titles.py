import pytest

from core.events.titles import Language, title
from core.model import Participant

NAMES = {"ann": "Ann Ody", "bo": "Bo Lund", "cy": "Cy Rex", "dora": "Dora May", "oslo": "Norwegen"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Besuch: Ann Ody – Norwegen (Oslo)"), ("en", "Visit: Ann Ody – Norwegen (Oslo)")],
)
def test_a_title_names_type_sides_and_place(language: Language, expected: str) -> None:
    parts = [Participant("ann", "agent"), Participant("oslo", "target"), Participant("ann", "topic")]
    assert title("visit", parts, NAMES, "Oslo", language) == expected


def test_a_long_list_is_cut_and_says_so() -> None:
    parts = [Participant(actor, "agent") for actor in NAMES]
    assert title("meeting", parts, NAMES, None, "de") == "Treffen: Ann Ody, Bo Lund, Cy Rex und weitere"


def test_topics_stand_in_where_nobody_acts() -> None:
    assert title("force", [Participant("oslo", "topic")], NAMES, None, "en") == "Use of force: Norwegen"


def test_without_anybody_the_type_is_the_title() -> None:
    assert title("force", [], NAMES, None, "de") == "Gewalt"
