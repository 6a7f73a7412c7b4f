from collections.abc import Callable

import pytest

from core.german.clauses import clauses
from core.german.phrases import phrases
from core.model import Sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Am Montag traf die Kanzlerin den Präsidenten in Wien.",
            [
                ("Montag", "oblique", "an"),
                ("die Kanzlerin", "subject", ""),
                ("den Präsidenten", "object", ""),
                ("Wien", "oblique", "in"),
            ],
        ),
        (
            "Anna Meier (FDP) lobte den Rat.",
            [("Anna Meier", "subject", ""), ("FDP", "object", ""), ("den Rat", "object", "")],
        ),
        (
            "Angaben der Werft zufolge sank das Boot.",
            [("Angaben", "oblique", "zufolge"), ("der Werft", "attribute", ""), ("das Boot", "subject", "")],
        ),
        (
            "Angaben von Anna Meier zufolge haben 300 Menschen Finnland erreicht.",
            [
                ("Angaben", "oblique", "zufolge"),
                ("Anna Meier", "oblique", "von"),
                ("300 Menschen", "subject", ""),
                ("Finnland", "object", ""),
            ],
        ),
        (
            "Die Chefs der Werft und der Reederei kamen.",
            [("Die Chefs", "subject", ""), ("der Werft", "attribute", ""), ("der Reederei", "attribute", "")],
        ),
        (
            "Der Chef der Werft und der Minister kamen.",
            [("Der Chef", "subject", ""), ("der Werft", "attribute", ""), ("der Minister", "subject", "")],
        ),
        (
            "Gäste der Feuerwehr, der Stadt und des Landes kamen.",
            [
                ("Gäste", "subject", ""),
                ("der Feuerwehr", "attribute", ""),
                ("der Stadt", "attribute", ""),
                ("des Landes", "attribute", ""),
            ],
        ),
        (
            "Den Vertrag unterzeichnete der Minister.",
            [("Den Vertrag", "object", ""), ("der Minister", "subject", "")],
        ),
        (
            "Die Regierung des Landes dankte Polen und Litauen.",
            [
                ("Die Regierung", "subject", ""),
                ("des Landes", "attribute", ""),
                ("Polen", "object", ""),
                ("Litauen", "object", ""),
            ],
        ),
        (
            "Der Minister blieb trotz der Kritik seines Vaters in Wien.",
            [
                ("Der Minister", "subject", ""),
                ("der Kritik", "oblique", "trotz"),
                ("seines Vaters", "attribute", ""),
                ("Wien", "oblique", "in"),
            ],
        ),
        (
            "Die Ministerin gab in einem am Sonntag veröffentlichten Interview Auskunft.",
            [
                ("Die Ministerin", "subject", ""),
                ("Sonntag", "oblique", "an"),
                ("einem veröffentlichten Interview", "oblique", "in"),
                ("Auskunft", "object", ""),
            ],
        ),
        (
            "Eine von Teilen der Partei geführte Gruppe startete Angriffe.",
            [
                ("Teilen", "oblique", "von"),
                ("der Partei", "attribute", ""),
                ("Eine geführte Gruppe", "subject", ""),
                ("Angriffe", "object", ""),
            ],
        ),
        (
            "Die Polizei setzte in der Gemeinde Pregarten drei Tonnen Waffen ein.",
            [
                ("Die Polizei", "subject", ""),
                ("der Gemeinde Pregarten", "oblique", "in"),
                ("drei Tonnen Waffen", "object", ""),
            ],
        ),
        (
            "Die drei alten Werke brauchen die Hilfe.",
            [("Die drei alten Werke", "subject", ""), ("die Hilfe", "object", "")],
        ),
        (
            "Die Ministerin warnte vor der neuen Energie-, Klima- und Umweltpolitik.",
            [
                ("Die Ministerin", "subject", ""),
                ("der neuen Energie- Klima- und Umweltpolitik", "oblique", "vor"),
            ],
        ),
        (
            "Bis zu 500 Menschen kamen bis zu der Brücke.",
            [("500 Menschen", "subject", ""), ("der Brücke", "oblique", "zu")],
        ),
    ],
)
def test_phrases_have_their_function(
    read: Callable[[str], Sentence], text: str, expected: list[tuple[str, str, str]]
) -> None:
    sentence = read(text)
    (clause,) = clauses(sentence)
    functions = [
        (" ".join(sentence.tokens[i].text for i in p.tokens), p.function, p.preposition)
        for p in phrases(sentence, clause)
    ]
    assert functions == expected


@pytest.mark.parametrize(
    ("text", "number", "function"),
    [
        ("Drei der acht Ruderer fielen ins Wasser.", "Drei", "subject"),
        ("Zwei von ihnen ertranken.", "Zwei", "subject"),
        ("90 von 96 Delegierten stimmten zu.", "90", "subject"),
        ("Drei ertranken.", "Drei", "subject"),
        ("Im Hafen lagen 20 von 30 Booten.", "20", "subject"),
    ],
)
def test_a_number_stands_for_some_of_more(
    read: Callable[[str], Sentence], text: str, number: str, function: str
) -> None:
    sentence = read(text)
    (clause,) = clauses(sentence)
    told = [(sentence.tokens[p.head].text, p.function) for p in phrases(sentence, clause)]
    assert (number, function) in told


def test_what_a_comma_joins_in_another_case_is_no_list(read: Callable[[str], Sentence]) -> None:
    sentence = read("Die Reederei hat für Mai, also knapp vor der Saison, eine Probefahrt angesetzt.")
    (clause,) = clauses(sentence)
    told = {sentence.tokens[p.head].text: p.preposition for p in phrases(sentence, clause)}
    assert told["Probefahrt"] == ""
