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
    assert title("visit", parts, NAMES, "Oslo", None, language) == expected


def test_a_long_list_is_cut_and_says_so() -> None:
    parts = [Participant(actor, "agent") for actor in NAMES]
    assert title("meeting", parts, NAMES, None, None, "de") == "Treffen: Ann Ody, Bo Lund, Cy Rex und weitere"


def test_topics_stand_in_where_nobody_acts() -> None:
    assert title("force", [Participant("oslo", "topic")], NAMES, None, None, "en") == "Use of force: Norwegen"


def test_without_anybody_the_type_is_the_title() -> None:
    assert title("force", [], NAMES, None, None, "de") == "Gewalt"


def test_a_title_says_what_it_is_about_in_the_words_of_a_source_and_those_name_it_where_nobody_does() -> None:
    parts = [Participant("ann", "agent")]
    assert title("request", parts, NAMES, None, "mehr Geld", "de") == "Bitte und Forderung: Ann Ody · mehr Geld"
    assert title("force", [], NAMES, "Oslo", "zwei Wachen", "en") == "Use of force: zwei Wachen (Oslo)"


def test_what_would_make_a_title_too_long_is_left_out_whole() -> None:
    parts = [Participant("ann", "agent")]
    assert title("request", parts, NAMES, None, "sehr " * 15 + "viel Geld", "de") == "Bitte und Forderung: Ann Ody"
