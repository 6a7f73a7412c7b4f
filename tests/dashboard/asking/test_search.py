import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.asking.search import Index, fold, occurrences, words


@given(st.text("aeoußäöüÄÖÜ-bcdABC é"))
def test_spellings_of_one_word_fold_to_the_same(text: str) -> None:
    letters: dict[str, str | int | None] = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "AE", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    spelled = text.translate(str.maketrans(letters))
    assert fold(text) == fold(spelled) == fold(text.upper()) == fold(unicodedata.normalize("NFD", text))


@settings(deadline=None)  # the first word waits for the dictionary
@given(st.text())
def test_every_word_of_a_text_finds_it(text: str) -> None:
    index = Index(2, [(0, ""), (1, text)])
    for word in words(text):
        assert list(index.having(word)) == [False, True]


@given(st.text(), st.text())
def test_places_are_whole_words_in_order(text: str, query: str) -> None:
    places = list(occurrences(text, query))
    assert all(text[start:end] in words(text) for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize("query", ["Besuch", "Besuches", "Besuchs", "BESUCH"])
def test_other_forms_of_a_word_are_found_in_a_text(query: str) -> None:
    text = "Der Minister besuchte Tokio. Des Besuches wegen war Muellers Strasse gesperrt."
    assert "Besuches" in [text[start:end] for start, end in occurrences(text, query)]


def test_both_spellings_of_an_umlaut_are_found_in_a_text() -> None:
    assert list(occurrences("Frau Müller sprach.", "mueller")) == [(5, 11)]
    assert list(occurrences("Frau Mueller sprach.", "Müller")) == [(5, 12)]


@pytest.mark.parametrize(
    "stored", [unicodedata.normalize("NFD", "Müßiggang"), "Mü\u00adßig\u00adgang", "Müßig\u200bgang\ufeff"]
)
def test_a_word_is_found_however_it_is_stored(stored: str) -> None:
    text = f"Herr {stored} sprach."
    ((start, end),) = occurrences(text, "Müßiggang")
    assert text[start:end] == stored.rstrip("\ufeff")
    assert list(Index(1, [(0, text)]).having("muessiggang")) == [True]
