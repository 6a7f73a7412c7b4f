from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.claims.assertion import is_condition, unasserted
from core.claims.scene import Scene
from core.model import Claim
from tests.core.claims.scenes import analysis, clause_with


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("getroffen", "Haben Sie am Montag Bo Lund getroffen?"),
        ("Trifft", "Trifft Anna Meier am Freitag Bo Lund? Nein."),
        ("empfängt", "Wann empfängt Anna Meier Bo Lund?"),
        ("abgelehnt", "Warum Anna Meier den Plan abgelehnt hat?"),
        ("getroffen", "„Haben Sie Bo Lund getroffen?“, fragte der Reporter Anna Meier am Montag."),
        ("reist", "Ob Bo Lund nach Norwegen reist, ist offen."),
        ("gewonnen", "Frage: Die Partei hat am Sonntag gewonnen. Was folgt daraus?"),
        ("getroffen", "Am Montag haben Sie Bo Lund getroffen. Wie war das?"),
    ],
)
def test_a_question_asserts_nothing(word: str, text: str) -> None:
    scene, at, _ = clause_with(word, text)
    assert unasserted(scene, at)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("scheitern", "Wenn die Gespräche scheitern, reist Anna Meier ab."),
        ("kommen", "Sollte Bo Lund nach Oslo kommen, werde sie ihn treffen."),
        ("kommen", "Anna Meier droht mit Strafen, sollten ausländische Händler nach Oslo kommen."),
        ("unterzeichnen", "Falls Norwegen ankündigt, den Vertrag zu unterzeichnen, stimmt der Rat zu."),
    ],
)
def test_a_condition_is_told_from_what_follows(word: str, text: str) -> None:
    scene, at, _ = clause_with(word, text)
    assert is_condition(scene, at)
    assert not unasserted(scene, at)
    following = next(k for k in range(len(scene.clauses)) if scene.clauses[k].kind == "main" and k != at)
    assert not is_condition(scene, following)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("getroffen", "Die Behauptung, Anna Meier habe am Montag Bo Lund getroffen, ist falsch."),
        ("getroffen", "Falsch ist, dass Anna Meier Bo Lund getroffen hat."),
        ("getroffen", "Es ist nicht wahr, dass Anna Meier Bo Lund getroffen hat."),
        ("getroffen", "Es gibt keine Hinweise darauf, dass Anna Meier Bo Lund getroffen hat."),
        ("erwies", "Der angebliche Überfall auf die Werft erwies sich als Erfindung."),
        ("getroffen", "Am Montag hieß es, Anna Meier habe Bo Lund getroffen, was umgehend dementiert wurde."),
        ("reise", "In einer früheren Fassung hieß es, Anna Meier reise nach Norwegen."),
        ("Streik", "Der Streik in Oslo stellte sich als Falschmeldung heraus."),
        ("Überfall", "Der Überfall auf Bo Lund erwies sich als freie Erfindung."),
    ],
)
def test_what_was_withdrawn_is_not_asserted(word: str, text: str) -> None:
    scene, at, _ = clause_with(word, text)
    assert unasserted(scene, at)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("tötet", "In dem Kinofilm „Nacht“ tötet ein Polizist seine Frau."),
        ("flieht", "Der Roman erzählt von einem Mörder. Dann flieht er nach Norwegen."),
    ],
)
def test_a_plot_is_no_event(word: str, text: str) -> None:
    scene, at, _ = clause_with(word, text)
    assert unasserted(scene, at)


def test_a_programme_of_television_tells_of_nothing() -> None:
    text = (
        "Bis 20.15, Nord 1 20.15 KRIMI Ein Wirt entführt Bo Lund. Bis 21.45, Nord 1 21.45 TALK Gäste. Bis 22.30, Nord 1"
    )
    scene, at, _ = clause_with("entführt", text)
    assert unasserted(scene, at)
    scene, at, _ = clause_with("entführt", "Offen bis 20.15 Uhr. Ein Wirt entführt Bo Lund.")
    assert not unasserted(scene, at)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("führt", "Der Dienst führt 900.000 Telefonate täglich."),
        ("treffen", "Anna Meier und Bo Lund treffen sich jeden Montag."),
        ("reist", "Üblicherweise reist der Rat nach Norwegen."),
    ],
)
def test_a_habit_is_no_event(word: str, text: str) -> None:
    scene, at, _ = clause_with(word, text)
    assert unasserted(scene, at)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("traf", "Am Montag traf Anna Meier Bo Lund."),
        ("fragte", "„Haben Sie Bo Lund getroffen?“, fragte der Reporter Anna Meier am Montag."),
        ("treffen", "Sollte Bo Lund nach Oslo kommen, werde sie ihn treffen."),
        ("traf", "Anna Meier traf Bo Lund. Was folgt daraus?"),
        ("erwies", "Der Überfall auf die Werft erwies sich als schwerer als gedacht."),
        ("traf", "Offen ist, ob Norwegen zahlt, nachdem Anna Meier am Montag Bo Lund traf."),
        ("läuft", "Der Film läuft am 3. Mai in Oslo an."),
        ("erschoss", "In Oslo erschoss ein Mann am Montag einen Polizisten. Ein Film darüber ist geplant."),
        ("bestätigte", "Anna Meier bestätigte nicht, dass sie Bo Lund getroffen hat."),
        ("getroffen", "Anna Meier bestätigte nicht, dass sie Bo Lund getroffen hat."),
        ("stieg", "Die Zahl stieg jährlich um drei Prozent."),
    ],
)
def test_what_is_told_is_asserted(word: str, text: str) -> None:
    scene, at, _ = clause_with(word, text)
    assert not unasserted(scene, at)


@given(st.text(alphabet="abc Wenn„“?.,:dass ist falsch In dem Film\n", max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_asked(text: str) -> None:
    read = analysis(text)
    for index in range(len(read.sentences)):
        scene = Scene(read, index)
        assert all(unasserted(scene, at) in {True, False} for at in range(len(scene.clauses)))


def test_a_name_with_a_persons_in_brackets_behind_it_is_a_part_that_is_played() -> None:
    scene, at, _ = clause_with("trifft", "Dann trifft er auf Jola (Anna Meier), die ihn abweist.")
    assert unasserted(scene, at)
    scene, at, _ = clause_with("trifft", "Dann trifft er auf Ministerin (Anna Meier), die ihn abweist.")
    assert not unasserted(scene, at)


def test_a_comparison_that_none_stands_up_to_tells_of_nothing(told: Callable[..., list[Claim]]) -> None:
    assert told("Kein Land nahm mehr Flüchtlinge auf als Norwegen.") == []
    assert told("Norwegen nahm am Montag Flüchtlinge auf.")


def test_that_one_thing_goes_with_another_tells_of_no_event() -> None:
    scene, at, _ = clause_with("besucht", "Je höher der Berg, umso eher wird er besucht.")
    assert unasserted(scene, at)


@pytest.mark.parametrize(("noun", "plot"), [("Serie", True), ("Einbruchsserie", False), ("Geiseldrama", False)])
def test_a_series_of_crimes_is_no_fiction(noun: str, plot: bool) -> None:
    scene, at, _ = clause_with("sucht", f"In der {noun} sucht die Polizei zwei Täter.")
    assert unasserted(scene, at) == plot


def test_what_was_still_so_is_no_condition() -> None:
    scene, at, _ = clause_with("Waren", "Waren es im Mai noch vierzig Fälle, stieg die Zahl im Juni auf hundert.")
    assert not is_condition(scene, at)
