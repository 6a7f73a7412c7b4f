import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.compounds import parts
from core.search.words import asked, fits, fold, word


@given(st.text("aeoußäöüÄÖÜ-bcdABC é"))
def test_spellings_of_one_word_fold_to_the_same(text: str) -> None:
    letters: dict[str, str | int | None] = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "AE", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    spelled = text.translate(str.maketrans(letters))
    assert fold(text) == fold(spelled) == fold(text.upper()) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("Besuch", ["besuchte", "Besuches", "besucht", "Staatsbesuch", "Staatsbesuche", "BESUCH"]),
        ("besuchte", ["Besuch", "Besuchs", "besuchen", "Staatsbesuchs"]),
        ("besuch", ["Besuch", "Staatsbesuch"]),
        ("Rutte", ["Ruttes"]),
        ("Ruttes", ["Rutte"]),
        ("Abe", ["Abes"]),
        ("Abes", ["Abe"]),
        ("Iran", ["iranische", "iranischen", "Iraner", "Irans"]),
        ("treffen", ["traf", "trifft", "Treffen", "Gipfeltreffen"]),
        ("Minister", ["Außenminister", "Ministern", "Verteidigungsministerin"]),
        ("Rat", ["Sicherheitsrat", "Rates", "Europarats"]),
        ("Wahl", ["Präsidentschaftswahl", "wählte", "Wahlkampf"]),
        ("müller", ["Mueller", "MUELLERS", "Muller"]),
        ("Verteid", ["Verteidigung"]),
    ],
)
def test_a_word_finds_those_of_its_family_and_compounds_of_them(typed: str, there: list[str]) -> None:
    assert [one for one in there if not fits(word(one), asked(typed))] == []


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("Abe", ["aber", "Abend", "haben"]),
        ("Rat", ["Demokratie", "Monate", "Raten", "beraten"]),
        ("Krim", ["Kriminalität", "Krimi"]),
        ("Wurf", ["Vorwurf", "Entwurf"]),
        ("Staatsbesuch", ["Besuch", "Staat"]),
        ("Amt", ["gesamt"]),
        ("nehmen", ["Unternehmen"]),
        ("Tat", ["Staat", "Staatschef"]),
    ],
)
def test_a_word_finds_none_that_only_has_its_letters(typed: str, there: list[str]) -> None:
    assert [one for one in there if fits(word(one), asked(typed))] == []


@pytest.mark.parametrize(
    ("noun", "made_of"),
    [
        ("Staatsbesuch", {"Besuch"}),
        ("Bundesverfassungsgericht", {"Verfassungsgericht", "Verfassung", "Gericht"}),
        ("Ölpreis", {"Öl", "Preis"}),
        ("Regierung", set()),
        ("Überfall", set()),
    ],
)
def test_compounds_are_taken_apart_where_a_dictionary_knows_the_parts(noun: str, made_of: set[str]) -> None:
    assert made_of <= set(parts(noun))
    assert bool(made_of) == bool(parts(noun))
