from hypothesis import given
from hypothesis import strategies as st

from core.model import Segment
from core.notes import notes


def noted(text: str) -> list[tuple[str, str]]:
    return [(note.kind, text[note.start : note.end]) for note in notes(text, (Segment(0, len(text), "body"),))]


def test_a_wrong_translation_gets_a_note_with_a_reading() -> None:
    text = "Der Rat will die Krawatten zwischen den Staaten stärken."
    (note,) = notes(text, (Segment(0, len(text), "body"),))
    assert text[note.start : note.end] == "Krawatten"
    assert note.text == "Probably a wrong translation of “ties”: read “Beziehungen” (relations)."
    assert note.text_de == "Wohl eine falsche Übersetzung von „ties“: gemeint ist „Beziehungen“."


def test_a_note_names_the_words_that_run_together_in_both_languages() -> None:
    text = "So sagte es NakataniRutte."
    (note,) = notes(text, (Segment(0, len(text), "body"),))
    assert note.text == "Two words run together; they are read as “Nakatani” and “Rutte”."
    assert note.text_de == "Zwei Wörter ohne Leerzeichen; gelesen werden sie als „Nakatani“ und „Rutte“."


def test_the_same_word_used_rightly_gets_none() -> None:
    assert noted("Die Minister trugen Krawatten aus Seide zum Anzug, wie es die Regierung wünscht.") == []


def test_words_run_together_and_broken_compounds_are_marked() -> None:
    assert noted("Beim EU -Gipfel sprach MeierSchulz.") == [("spelling", "EU -Gipfel"), ("spelling", "MeierSchulz")]


def test_clean_text_gets_no_notes() -> None:
    assert (
        noted("Der EU-Gipfel in Brüssel endete am Freitag. Bundeskanzlerin Meier reiste nach YouTube-Interview ab.")
        == []
    )


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for note in notes(text, (Segment(0, len(text), "body"),) if text else ()):
        assert 0 <= note.start < note.end <= len(text)
