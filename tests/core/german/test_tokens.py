from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.german.tokens import pieces
from tests.core.long_texts import WORDS


def words(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mit MeierSchulz sprach", ["mit", "Meier", "Schulz", "sprach"]),
        ("im Jahr 2021Meier", ["im", "Jahr", "2021", "Meier"]),
        ("Norwegen-die Nachbarn", ["Norwegen", "-", "die", "Nachbarn"]),
        ("an der Nord -BasisSie", ["an", "der", "Nord", "-Basis", "Sie"]),
        ("im Jahr 2021.", ["im", "Jahr", "2021", "."]),
        ("am 9. Mai", ["am", "9.", "Mai"]),
        ("Meier (FDP): Ja", ["Meier", "(", "FDP", ")", ":", "Ja"]),
    ],
)
def test_glued_words_are_taken_apart(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("word", ["YouTube", "BioNTech", "MitarbeiterInnen", "McAllister", "U-Boot", "NATO-Gipfel"])
def test_words_with_a_capital_inside_stay_whole(word: str) -> None:
    assert words(word) == [word]


@given(st.text())
def test_every_token_is_the_text_at_its_offsets_and_all_but_white_space_is_in_one(text: str) -> None:
    tokens = list(pieces(text, 7))
    assert all(text[p.start - 7 : p.end - 7] == p.text for p in tokens)
    covered = {i for p in tokens for i in range(p.start - 7, p.end - 7)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@pytest.mark.parametrize("name", WORDS)
def test_what_is_far_longer_than_any_word_or_line_is_split_whole(name: str) -> None:
    text = WORDS[name].text()
    assert "".join(piece.text for piece in pieces(text)) == text.replace(" ", "")


def test_gendered_compounds_are_one_word() -> None:
    assert [piece.text for piece in pieces("EU-Beauftragte:r Josep Roe: ja")] == [
        "EU-Beauftragte:r",
        "Josep",
        "Roe",
        ":",
        "ja",
    ]
