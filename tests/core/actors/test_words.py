"""How words are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.actors.words import fold, loose, parts, slug, stem, without_genitive
from core.model import Token


def test_spelling_and_endings_do_not_matter() -> None:
    assert fold("Erdoğan") == fold("Erdogan")
    assert stem("Vereinten") == stem("Vereinte")
    assert loose("Kischida") == loose("Kishida")
    assert loose("Satō") == loose("Satou")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gerhard Schröder", "gerhard-schroeder"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Bündnis 90/Die Grünen", "buendnis-90-die-gruenen"),
        ("Massimo D’Alema", "massimo-dalema"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("word", "name"), [("Ruttes", "Rutte"), ("Rutte’s", "Rutte"), ("Rutte", "Rutte"), ("Rau", "Rau")]
)
def test_genitives(word: str, name: str) -> None:
    assert without_genitive(word) == name


@given(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=20))
def test_parts_stand_in_their_token(word: str) -> None:
    for part in parts([Token(7, 7 + len(word), word, word, "NE")]):
        assert word[part.start - 7 : part.end - 7] == part.text
