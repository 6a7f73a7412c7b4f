"""What takes actors up again, where it is safe, and that it is left alone where it is not."""

from collections.abc import Callable
from datetime import date

import pytest

from core.actors import DocumentActors
from core.model import Interval

Meant = Callable[..., list[str]]
Find = Callable[..., DocumentActors]


def test_a_pronoun_is_the_only_person_before_it(meant_by: Meant) -> None:
    assert meant_by("Er", "Mark Rutte kam nach Rom. Er sprach mit der Presse.") == ["mark-rutte"]
    assert meant_by("Sie", "Angela Merkel kam nach Rom. Sie sprach mit der Presse.") == ["angela-merkel"]


def test_a_pronoun_is_the_subject_of_two_persons(meant_by: Meant) -> None:
    text = "Mark Rutte sprach mit Olaf Scholz. Er lobte den Plan."
    assert meant_by("Er", text) == ["mark-rutte"]


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte und Olaf Scholz kamen. Er lobte den Plan.",
        "Die Sonne schien. Er lobte den Plan.",
        "Der Vertrag nützt Mark Rutte. Er gilt bis Mai.",
        "Angela Merkel kam. Er lobte den Plan.",
    ],
)
def test_an_unsafe_pronoun_is_left_alone(meant_by: Meant, text: str) -> None:
    assert meant_by("Er", text) == []


def test_a_plural_pronoun_is_no_woman(meant_by: Meant) -> None:
    assert meant_by("Sie", "Angela Merkel kam mit Gästen. Sie lobten den Plan.") == []


def test_a_plural_pronoun_is_the_two_persons_of_the_sentence_before(meant_by: Meant) -> None:
    text = "Angela Merkel traf am Montag Mark Rutte. Sie lobten den Plan."
    assert meant_by("Sie", text) == ["angela-merkel", "mark-rutte"]


def test_a_former_office_alone_is_nobody(meant_by: Meant) -> None:
    text = "Präsident Emmanuel Macron sprach. Die Klage gegen den Ex-Präsidenten ruht."
    assert meant_by("Ex-Präsidenten", text) == []


def test_a_title_is_the_person_who_bore_it_before(meant_by: Meant) -> None:
    text = "Premierminister Fumio Kishida kam. Am Abend ging der Premierminister."
    assert meant_by("Premierminister", text) == ["fumio-kishida"]


def test_a_title_of_a_state_is_its_holder_named_before(meant_by: Meant) -> None:
    text = "Fumio Kishida traf Olaf Scholz. Danach sprach der japanische Premierminister."
    assert meant_by("japanische Premierminister", text) == ["fumio-kishida"]


def test_a_title_without_a_name_is_the_holder_when_the_text_was_written(meant_by: Meant) -> None:
    text = "Der französische Präsident reist nach Rom."
    assert meant_by("französische Präsident", text) == []
    day = Interval(date(2010, 3, 1), date(2010, 3, 1))
    assert meant_by("französische Präsident", text, day) == ["nicolas-sarkozy"]


@pytest.mark.parametrize(
    ("words", "text", "person"),
    [
        ("Minister", "Verteidigungsminister Bo Lund kam. Am Abend ging der Minister.", ["bo-lund"]),
        ("Ministerin", "Annalena Baerbock kam. Am Abend ging die Ministerin.", ["annalena-baerbock"]),
        ("Grünen-Politikerin", "Annalena Baerbock kam. Am Abend ging die Grünen-Politikerin.", ["annalena-baerbock"]),
        ("CDU-Politikerin", "Annalena Baerbock kam. Am Abend ging die CDU-Politikerin.", []),
        (
            "französische Politiker",
            "Emmanuel Macron kam. Am Abend ging der französische Politiker.",
            ["emmanuel-macron"],
        ),
        ("deutsche Politiker", "Emmanuel Macron kam. Am Abend ging der deutsche Politiker.", []),
        ("Politiker", "Annalena Baerbock kam. Am Abend ging der Politiker.", []),
        ("Politiker", "Die Sängerin Erika Mustermann kam. Am Abend ging der Politiker.", []),
        ("Präsident", "Ministerpräsident Bo Lund kam. Am Abend ging der Präsident.", []),
        ("Minister", "Vizeminister Bo Lund kam. Am Abend ging der Minister.", []),
    ],
)
def test_a_word_for_all_who_hold_such_offices_is_the_person_named_before(
    meant_by: Meant, words: str, text: str, person: list[str]
) -> None:
    assert meant_by(words, text) == person


def test_a_title_in_general_is_nobody(meant_by: Meant) -> None:
    text = "Fumio Kishida kam. Er war der erste Premierminister, den sie traf. Ein Premierminister hat viel zu tun."
    assert meant_by("Premierminister", text) == []


def test_a_successor_in_apposition_and_by_office(meant_by: Meant) -> None:
    beside = "Mark Rutte, Stoltenbergs Nachfolger, kam. Jens Stoltenberg ging."
    assert meant_by("Stoltenbergs Nachfolger", beside) == ["mark-rutte"]
    alone = "Jens Stoltenberg ging. Stoltenbergs Nachfolger blieb."
    assert meant_by("Stoltenbergs Nachfolger", alone) == ["mark-rutte"]


def test_both_sides_are_the_two_joined_before(meant_by: Meant) -> None:
    text = "Polen und die EU verhandeln. Auch China sah zu. Beide Seiten schwiegen."
    assert meant_by("Beide Seiten", text) == ["poland", "european-union"]


def test_an_alliance_is_taken_up_where_it_is_the_only_one(meant_by: Meant) -> None:
    assert meant_by("Bündnis", "Die NATO tagt. Das Bündnis wächst.") == ["nato"]
    assert meant_by("Bündnis", "Die NATO und AUKUS tagen. Das Bündnis wächst.") == []
    assert meant_by("Bündnis", "Die NATO tagt. Das Bündnis zwischen den beiden Männern hält.") == []


def test_a_company_is_taken_up(meant_by: Meant) -> None:
    assert meant_by("Konzern", "Siemens baut um. Der Konzern spart.") == ["siemens"]


def test_the_country_is_the_one_that_the_text_is_about(meant_by: Meant) -> None:
    assert meant_by("Land", "Japan rüstet auf. Das Land kauft Raketen.") == ["japan"]
    assert meant_by("Land", "Japan und China streiten. Das Land kauft Raketen.") == []
    text = "Japan verhandelt mit Polen. Japan zahlt. Das asiatische Land kauft Raketen."
    assert meant_by("Land", text) == ["japan"]


def test_kinds_say_how_a_mention_was_resolved(actors_in: Find) -> None:
    text = "Premierminister Fumio Kishida kam. Er sprach. Tokio zahlt. Später ging der Premierminister."
    kinds = {m.text: m.kind for m in actors_in(text).mentions}
    assert kinds == {"Fumio Kishida": "name", "Er": "pronoun", "Tokio": "metonym", "Premierminister": "title"}


def test_a_colleague_holds_the_same_office_elsewhere(meant_by: Meant) -> None:
    day = Interval(date(2023, 3, 1), date(2023, 3, 1))
    text = "Außenministerin Annalena Baerbock traf ihren japanischen Amtskollegen."
    assert meant_by("japanischen Amtskollegen", text, day) == ["yoshimasa-hayashi"]
    assert meant_by("japanischen Amtskollegen", text) == []


def test_a_federal_office_needs_no_state_beside_it(meant_by: Meant) -> None:
    day = Interval(date(2010, 5, 1), date(2010, 5, 1))
    assert meant_by("Bundeskanzlerin", "Gestern kam die Bundeskanzlerin nach Rom.", day) == ["angela-merkel"]


def test_what_was_said_long_before_still_counts(meant_by: Meant) -> None:
    between = "Es regnete den ganzen Tag. " * 30
    text = f"Der Polizeisprecher Jörn Beispiel lobte die NATO. {between}Der Polizeisprecher ging. Das Bündnis schwieg."
    assert meant_by("Polizeisprecher", text) == ["joern-beispiel"]
    assert meant_by("Bündnis", text) == ["nato"]
