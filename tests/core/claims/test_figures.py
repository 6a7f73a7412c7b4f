"""The numbers of a text, and what they count."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.claims import figures
from core.claims.scene import Scene
from tests.core.claims.scenes import analysis

Read = tuple[str, str, float, float]


def read(text: str) -> list[Read]:
    """The words, the kind with its unit, and both ends of each number of a text."""
    told = analysis(text)
    return [
        (one.text, one.unit or one.kind, one.low, math.inf if one.high is None else one.high)
        for index in range(len(told.sentences))
        for one in figures.of_tokens(Scene(told, index), range(len(told.sentences[index].tokens)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dabei kamen 49 Menschen ums Leben.", ("49 Menschen", "dead", 49, 49)),
        ("Es gab mindestens zwölf Tote.", ("mindestens zwölf Tote", "dead", 12, math.inf)),
        ("Fünf tote Zivilisten wurden geborgen.", ("Fünf tote Zivilisten", "dead", 5, 5)),
        ("1.200 weitere wurden verletzt.", ("1.200", "injured", 1200, 1200)),
        ("Es gab 40 bis 50 Tote.", ("40 bis 50 Tote", "dead", 40, 50)),
        ("Zwischen 40 und 50 Menschen starben.", ("40 und 50 Menschen", "dead", 40, 50)),
        ("Mehr als 200 Menschen wurden festgenommen.", ("Mehr als 200 Menschen", "arrested", 200, math.inf)),
        ("Die Polizei nahm 23 Männer fest.", ("23 Männer", "arrested", 23, 23)),
        ("Dutzende Menschen wurden verletzt.", ("Dutzende Menschen", "injured", 24, math.inf)),
        ("Rund 40.000 Menschen demonstrierten.", ("Rund 40.000 Menschen", "protesters", 36_000, 44_000)),
        ("Der Bund zahlt 2,5 Millionen Euro.", ("2,5 Millionen Euro", "EUR", 2_500_000, 2_500_000)),
        ("Der Schaden beträgt 20 Mio. Euro.", ("20 Mio. Euro", "EUR", 20_000_000, 20_000_000)),
        ("Die Partei kam auf 31,5 Prozent.", ("31,5 Prozent", "percent", 31.5, 31.5)),
        ("31 Abgeordnete stimmten dagegen.", ("31 Abgeordnete", "votes_against", 31, 31)),
        ("Die Armee kauft 400 Panzer.", ("400 Panzer", "Panzer", 400, 400)),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, expected: Read) -> None:
    assert read(text) == [expected]


def test_two_numbers_of_a_vote_are_those_for_and_against() -> None:
    assert read("Das Parlament stimmte mit 345 zu 230 Stimmen für das Gesetz.") == [
        ("345", "votes_for", 345, 345),
        ("230 Stimmen", "votes_against", 230, 230),
    ]


def test_what_befell_some_is_not_what_befell_others() -> None:
    assert [row[:2] for row in read("Drei Menschen wurden getötet und zwölf verletzt.")] == [
        ("Drei Menschen", "dead"),
        ("zwölf", "injured"),
    ]


def test_of_how_many_some_are_is_not_how_many_they_are() -> None:
    assert read("32 der mehr als 4.200 Menschen an Bord kamen ums Leben.") == [("32", "dead", 32, 32)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai 2021 traf er den Minister.",
        "Um 14.30 Uhr begann die Sitzung.",
        "Der 49-jährige Mann wurde verletzt.",
        "Das ist zwei Jahre her.",
    ],
)
def test_times_and_ages_count_nothing(text: str) -> None:
    assert read(text) == []


@given(st.text(alphabet="0123456789.,% abEuroMioTote\n", max_size=40))
def test_any_text_gives_numbers_that_stand_in_it(text: str) -> None:
    for words, _kind, low, high in read(f"Es gab {text} Tote."):
        assert words in f"Es gab {text} Tote."
        assert low <= high
