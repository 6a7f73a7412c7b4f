"""Whom `er` and `sie` mean, weighed against all else that they may mean."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.actors import DocumentActors
from core.actors.references import references

Meant = Callable[..., list[str]]
Find = Callable[..., DocumentActors]


@pytest.mark.parametrize(
    ("word", "text", "person"),
    [
        ("er", "Mark Rutte reiste nach Rom. Am Abend traf er Olaf Scholz.", "mark-rutte"),
        ("er", "Das Gericht verurteilte Otto Muster. Am Montag reiste er aus.", "otto-muster"),
        ("Sie", "Den Antrag stellte die Abgeordnete Jana Muster. Sie möchte die Akten sehen.", "jana-muster"),
        ("Er", "Das versicherte am Freitag der Vizechef der Behörde Otto Muster. Er rechne mit Hilfe.", "otto-muster"),
        ("sie", "Angela Merkel kam, weil sie das wollte.", "angela-merkel"),
        ("sie", "Angela Merkel kam. Und sie versichert: Wir gehen.", "angela-merkel"),
        ("Er", "Wer erzählt denn so etwas?, fragt Otto Muster. Er habe alles zugesperrt.", "otto-muster"),
        ("er", "Klar ist, dass der Rat, der blaue Vize Otto Muster, geht. Erstens verlange er mehr.", "otto-muster"),
        (
            "Er",
            "Der Komiker und Autor Otto Muster landete in der Runde der Wahlen vorn. Er galt als neu.",
            "otto-muster",
        ),
        ("er", "Das ist einer der Gründe, warum auch Otto Muster das will, obwohl er damit droht.", "otto-muster"),
        ("er", "Otto Muster kam. Da ist mehr zu tun, fährt er fort.", "otto-muster"),
        ("er", "Da war Bo Lund. Scharf war Kammerchef Otto Muster: Das lehnen wir ab, sagte er dazu.", "otto-muster"),
        ("Dieser", "Kurz soll Obmann Otto Muster im Gespräch gewesen sein. Dieser trat aber zurück.", "otto-muster"),
        ("Er", "Der Plan liegt der Arbeiterkammer vor, wie Otto Muster erläutert. Er plädiert dafür.", "otto-muster"),
    ],
)
def test_the_subject_of_the_sentence_before_is_taken_up(meant_by: Meant, word: str, text: str, person: str) -> None:
    assert meant_by(word, text) == [person]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Er", "Otto Muster ging. Der gesuchte Dritte steht rechts. Er schiebt einen Wagen."),
        ("Er", "Otto Muster ging. Ein Mann kam. Er sprach mit der Presse."),
        ("sie", "Angela Merkel wartete. Unklar ist, wohin Obamas Politik führt und wem sie nützt."),
        ("sie", "Angela Merkel ging. Die Regierung tagte. Am Abend wollte sie mehr."),
        ("Er", "Mark Ruttes Chef kam. Er sprach mit der Presse."),
        ("Sie", "Der Merkel-Besuch war kurz. Sie sprach mit der Presse."),
    ],
)
def test_someone_or_something_else_that_may_be_meant_leaves_a_pronoun_open(
    meant_by: Meant, word: str, text: str
) -> None:
    assert meant_by(word, text) == []


def test_a_verb_of_persons_leaves_things_aside(meant_by: Meant) -> None:
    text = "Der Vertrag nützt Mark Rutte. Am Abend reiste er ab."
    assert meant_by("er", text) == ["mark-rutte"]


def test_nobody_is_his_own_object(meant_by: Meant) -> None:
    text = "Mark Rutte wartete. Am Abend sah Olaf Scholz ihn."
    assert meant_by("ihn", text) == ["mark-rutte"]
    assert meant_by("ihn", "Donald Trump sprach von Olaf Scholz und nannte ihn klein.") == ["olaf-scholz"]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Muster rät ab. Unklar sei, was Mark Rutte wolle, sagte er.",
        "Otto Muster sprach. „Wir haben Verträge“, sagte er.",
        "Es komme anders, meint Otto Muster: Auch davor gab es Sprüche, sagte er.",
    ],
)
def test_after_what_was_said_the_speaker_is_meant(meant_by: Meant, text: str) -> None:
    assert meant_by("er", text) == ["otto-muster"]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("sie", "Jana Muster sprach. Meine Eltern halfen mir, das war für sie klar."),
        ("Er", "Der Anwalt Otto Muster sagte: „Er bedauert die Tat.“"),
        ("sie", "Jana Muster kam. Das Gericht lobte sie."),
        ("sie", "Jana Muster kam. Hilfe ist für sie wichtig."),
    ],
)
def test_who_speaks_or_is_no_subject_is_not_guessed(meant_by: Meant, word: str, text: str) -> None:
    assert meant_by(word, text) == []


def test_a_body_is_taken_up_by_the_gender_of_its_article(meant_by: Meant) -> None:
    assert meant_by("Sie", "Die EU hat verhandelt. Sie hat viel Zeit.") == ["european-union"]
    assert meant_by("Sie", "Die USA haben verhandelt. Sie hat viel Zeit.") == []


def test_this_one_is_who_was_named_last_and_is_no_subject_unless_alone(meant_by: Meant) -> None:
    assert meant_by("Dieser", "Mark Rutte sprach mit Olaf Scholz. Dieser lobte den Plan.") == ["olaf-scholz"]
    assert meant_by("Dieser", "Mark Rutte sprach. Dieser lobte den Plan.") == ["mark-rutte"]
    assert meant_by("Dieser", "Mark Rutte sprach mit Olaf Scholz. Dieser gilt bis Mai.") == []


def test_an_age_takes_up_who_was_named(meant_by: Meant) -> None:
    assert meant_by("70-Jährige", "Otto Muster kam. Am Abend ging der 70-Jährige.") == ["otto-muster"]
    assert meant_by("70-Jährige", "Otto Muster kam. Ein 70-Jähriger half. Am Abend ging der 70-Jährige.") == []
    assert meant_by("70-Jährige", "Otto Muster kam. Der 70-Jährige Bo Lund half.") == []


@given(st.lists(st.sampled_from(["Er", "sie", "Merkels", "Mark Rutte", "sagte", ",", "der", "ihn", ":", "und", "."])))
@settings(max_examples=60, deadline=None)
def test_any_words_are_read(actors_in: Find, words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[m.start : m.end] == m.text for m in actors_in(text).mentions)


def test_the_margin_keeps_what_is_equally_likely_apart() -> None:
    weights = references().weights
    assert weights.subject - weights.distance - weights.object < weights.margin
    assert weights.subject > weights.object > weights.oblique > weights.owner


@pytest.mark.parametrize(
    ("word", "text", "actors"),
    [
        ("beiden", "Anna Muster traf Otto Muster. Die beiden reisten ab.", ["anna-muster", "otto-muster"]),
        ("beiden", "Anna Muster und Otto Muster kamen. Die beiden reisten ab.", ["anna-muster", "otto-muster"]),
        ("beiden", "Anna Muster traf Otto Muster. Die beiden neuen Werke wachsen.", []),
        ("beiden", "Anna Muster kam. Die beiden reisten ab.", []),
        ("Sie", "Die USA und China warnen davor. Sie verhandeln am Montag.", ["united-states", "china"]),
        ("Sie", "Die USA warnen davor. Sie verhandeln am Montag.", ["united-states"]),
        ("Sie", "Die Lage ist nach Ansicht der USA und Chinas ernst. Sie verhandeln am Montag.", []),
    ],
)
def test_two_or_more_are_taken_up_together(meant_by: Meant, word: str, text: str, actors: list[str]) -> None:
    assert meant_by(word, text) == actors


def test_who_spoke_is_taken_up_from_afar_where_nobody_else_came_up(meant_by: Meant) -> None:
    text = "Wir haben viel gelacht, sagt Angela Merkel. Es regnet. Bald schneit es. Wir hatten Spaß, sagt sie."
    assert meant_by("sie", text) == ["angela-merkel"]
    assert meant_by("sie", text.replace("Es regnet", "Eine Ministerin kam")) == []


@pytest.mark.parametrize(
    ("word", "text", "person"),
    [
        (
            "er",
            "Der Vertreter der EU im Rat, der Diplomat Otto Muster, ging. Später kritisierte er das.",
            "otto-muster",
        ),
        ("Er", "Der ORF habe gelogen, schreibt Otto Muster. Er schreibt: Das ist falsch.", "otto-muster"),
        ("er", "Der Plan sei gut, sagte Otto Muster. Alles geht gut, ist er sich sicher.", "otto-muster"),
    ],
)
def test_who_speaks_is_likelier_than_what_is_spoken_of(meant_by: Meant, word: str, text: str, person: str) -> None:
    assert meant_by(word, text) == [person]


def test_an_age_before_a_noun_made_of_an_adjective_is_no_persons(meant_by: Meant) -> None:
    text = "Der Anwalt Otto Muster kam. Es heißt, dass der 30-jährige Angeklagte bereut."
    assert meant_by("30-jährige", text) == []


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Angela Merkel rief Otto Muster zu sich, nachdem dieser Bo Lund verteidigt hatte.", ["otto-muster"]),
        ("Otto Muster ging nach Rom, nachdem dieser Bo Lund verteidigt hatte.", []),
        ("Angela Merkel rief Otto Muster und den Konzern an, nachdem dieser Bo Lund lobte.", []),
    ],
)
def test_behind_a_conjunction_this_one_is_who_was_named_last_and_does_nothing(
    meant_by: Meant, text: str, persons: list[str]
) -> None:
    assert meant_by("dieser", text) == persons


def test_a_name_in_apposition_says_who_a_title_means(meant_by: Meant) -> None:
    text = "Die Chefin der Behörde im Ort, Jana Muster, geht, erklärte sie am Montag."
    assert meant_by("sie", text) == ["jana-muster"]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        (
            "ihn",
            "In Krems hat der Prozess gegen den Dekan Otto Muster begonnen. Der Staat will für ihn Haft.",
        ),
        ("sie", "Der Name von Ida Muster steht auf der Liste. Sollte sie kommen, wird sie verhaftet."),
        ("Er", "Der Preis ging an Otto Muster. Er wurde am Montag verhaftet."),
    ],
)
def test_who_is_charged_or_arrested_is_a_person(meant_by: Meant, word: str, text: str) -> None:
    person = "ida-muster" if word == "sie" else "otto-muster"
    assert meant_by(word, text)[-1:] == [person]


def test_an_adjective_before_a_name_leaves_it_its_article(meant_by: Meant) -> None:
    text = "Die zerstrittene {} lehnte das ab. Diese hat einen Antrag eingebracht."
    assert meant_by("Diese", text.format("SPD")) == ["spd"]
    assert meant_by("Diese", text.format("Liste der SPD")) == []
