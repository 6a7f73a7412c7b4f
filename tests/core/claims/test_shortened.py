"""How a sentence is shortened to a title, and how its words are made to stand by themselves."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def titles(told: Told, text: str, **pronouns: str) -> list[str]:
    """What there is to tell of the last claim of a text, the best first."""
    claim = told(text, "2021-03-10", **pronouns)[-1]
    if claim.gist is None:
        return []
    shown = claim.gist.subject or claim.gist.actor
    marks = {"sentence": "", "name": "", "speech": f"{shown}: ", "predicate": f"{shown} "}
    return [marks[rest.form] + rest.words for rest in claim.gist.rests if rest.form != "quote"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Der Sprecher der Fischer kritisierte am Montag am Rande der Tagung des Verbandes der Küstengemeinden die"
            " Pläne der Regierung.",
            "Der Sprecher der Fischer kritisierte die Pläne der Regierung",
        ),
        (
            "Nach dem Streit um die Häfen haben norwegische Soldaten im Süden des Landes binnen zwei Tagen 23"
            " mutmaßliche Schmuggler getötet.",
            "norwegische Soldaten haben binnen zwei Tagen 23 mutmaßliche Schmuggler getötet",
        ),
    ],
)
def test_what_a_sentence_can_do_without_goes_before_there_is_no_title(told: Told, text: str, title: str) -> None:
    assert title in titles(told, text)


def test_subjects_that_are_too_long_are_told_by_bare_names(told: Told) -> None:
    text = (
        "Der norwegische Ministerpräsident Bo Lund und die finnische Außenministerin Anna Meier haben am Montag in Oslo"
        " erstmals einen Vertrag über die Fische unterzeichnet."
    )
    assert titles(told, text)[0].startswith("Bo Lund und Anna Meier haben")


def test_a_line_above_a_report_is_told_between_its_dashes(told: Told) -> None:
    assert titles(told, "Zwei Fischer in Oslo festgenommen – Trauer im Hafen")[0] == "Zwei Fischer in Oslo festgenommen"


def test_of_a_trial_it_is_told_with_it_against_whom(told: Told) -> None:
    said = titles(told, "Am Montag hat in Oslo der Prozess gegen einen Fischer begonnen.")
    assert said[0] == "der Prozess gegen einen Fischer hat in Oslo begonnen"


def test_what_is_said_without_a_speaker_stands_behind_where_it_is_said(told: Told) -> None:
    said = titles(told, "Dennoch hieß es in einem Entwurf für den Rat, die Lage in Norwegen sei ruhig.")
    assert said == ["in einem Entwurf für den Rat: die Lage in Norwegen sei ruhig"]


def test_who_speaks_of_themselves_is_not_named_twice(told: Told) -> None:
    text = "Vertreter der Fischer haben klargemacht, dass sie nicht zu einer Änderung des alten Vertrags bereit sind."
    said = titles(told, text)
    assert not any(one.count("Vertreter der Fischer") > 1 for one in said)


def test_what_is_said_of_a_phrase_in_front_keeps_it(told: Told) -> None:
    said = titles(told, "Vor allem im Norden des Landes hat die Polizei am Montag zwei Männer festgenommen.")
    assert all("Norden" in one for one in said if "vor allem" in one.lower())


def test_as_what_something_is_named_is_told(told: Told) -> None:
    said = titles(told, "Als Grund nannte Anna Meier am Montag die Kündigung des Vertrags mit Norwegen.")
    assert said
    assert all("als Grund" in one.replace("Als", "als") for one in said)


def test_a_word_for_a_place_is_told_by_the_name_of_the_place(told: Told) -> None:
    said = titles(told, "In Oslo liegt ein Hafen. Am Montag nahm die Polizei dort zwei Männer fest.")
    assert said[0] == "die Polizei nahm in Oslo zwei Männer fest"


def test_a_relative_pronoun_is_told_by_its_noun_in_the_nominative(told: Told) -> None:
    said = titles(told, "Ein Fischer reiste mit dem alten Boot, das am Montag vor Oslo gesunken ist.")
    assert said == ["das alte Boot ist vor Oslo gesunken"]


def test_what_is_joined_to_a_subject_behind_its_verb_goes_with_it(told: Told) -> None:
    said = titles(told, "Den Vertrag unterzeichneten am Montag mehr als 70 Dörfer und insgesamt 300 Fischer.")
    assert said[0] == "mehr als 70 Dörfer und insgesamt 300 Fischer unterzeichneten den Vertrag"


def test_nothing_is_told_without_what_denies_it(told: Told) -> None:
    said = titles(told, "Einen Vertrag unterzeichneten die Fischer am Montag in keinem der Häfen an der Küste.")
    assert all("kein" in one for one in said)


def test_a_relative_pronoun_stands_for_the_noun_before_the_verb(told: Told) -> None:
    said = titles(told, "Ein Fischer hat ein Boot gekauft, das am Montag vor Oslo gesunken ist.")
    assert "ein Boot ist vor Oslo gesunken" in said


def test_how_somebody_does_what_they_deny_is_not_left_out_without_a_sign(told: Told) -> None:
    said = (
        "Anna Meier sagte: Ich habe niemandem versprochen, dass ich den Hafen rette, indem ich eine Mauer um ihn baue."
    )
    assert all(one.endswith(("…", "baue")) for one in titles(told, said))


def test_an_infinitive_keeps_its_particle_where_dots_stand_before_it(told: Told) -> None:
    text = (
        "Bei dem Bau ist die Frist der Behörde für die Werften und die Häfen der Küste innerhalb von zwölf Monaten zu"
        " beachten, sagte Anna Meier."
    )
    assert all("… beachten" not in one for one in titles(told, text))


def test_how_much_a_subject_behind_its_verb_is_stays_with_it(told: Told) -> None:
    said = titles(told, "Dabei ist eine Frist von höchstens zwei Wochen zu beachten, sagte Anna Meier.")
    assert "Anna Meier: eine Frist von höchstens zwei Wochen ist zu beachten" in [
        one.replace("Eine", "eine") for one in said
    ]


def test_whose_something_is_does_not_pass_to_another_who_is_named(told: Told) -> None:
    text = "Die Fischer schweigen. Anna Meier rief Norwegen auf, Bo Lund mit Angaben über deren Boote zu versorgen."
    assert not any("deren" in one for one in titles(told, text))


def test_a_definite_noun_that_only_its_relative_clause_explains_is_not_told_as_if_it_were_whole(told: Told) -> None:
    text = (
        "Anna Meier sagte: Ich habe meinen Aufstieg in der Politik dem Spielraum verdankt, den mir der frühere Leiter"
        " der Werft gegeben hat."
    )
    assert all(one.endswith("…") or "den mir" in one for one in titles(told, text))


def test_an_age_is_not_torn_from_its_noun(told: Told) -> None:
    text = "Der 27 Jahre alte mutmaßliche Täter hatte sich am Sonntag der Polizei in Oslo gestellt."
    assert not any(one.lower().startswith("alte") for one in titles(told, text))


def test_what_is_said_does_not_end_with_the_subject_of_what_follows(told: Told) -> None:
    text = (
        "Anna Meier sagte: Jeder habe die Möglichkeit gehabt, den Hafen zu verlassen, wer dies nicht tat, müsse nun auf"
        " die nächste Fähre nach Oslo warten."
    )
    assert not any(one.endswith("wer dies nicht tat") for one in titles(told, text))
