import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.query import All, Either, Leaf, Near, Not, Phrase, Term, answer, leaves, occurrences, parse
from core.search.words import words

A, B, C = Term("a"), Term("b"), Term("c")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a-b", All((A, B))),
        ("a OR b c", Either((A, All((B, C))))),
        ("a ODER b", Either((A, B))),
        ("(a OR b) c", All((Either((A, B)), C))),
        ("a -b", All((A, Not(B)))),
        ("a NICHT b", All((A, Not(B)))),
        ("a -(b c)", All((A, Not(All((B, C)))))),
        ('"a b" c', All((Phrase(("a", "b")), C))),
        ("„a b“", Phrase(("a", "b"))),
        ("a*", Term("a", begins=True)),
        ("a NEAR/3 b", Near((A, B), 3)),
        ("a NAHE b", Near((A, B), 10)),
        ("a’s", A),
    ],
)
def test_what_is_typed_means(text: str, meant: object) -> None:
    assert parse(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a (b", All((A, B))),
        ("a ) b", All((A, B))),
        ('a "b', All((A, B))),
        ("OR a", A),
        ("a OR", A),
        ("AND NOT", None),
        ("- a", A),
        ("NEAR a", A),
        ("a NEAR", A),
        ("a NEAR (b OR c)", All((A, Either((B, C))))),
        ('""', None),
        ("*", None),
        ("", None),
        ("(" * 3000 + "a", A),
        ("NOT " * 3001 + "a", Not(A)),
    ],
)
def test_what_joins_nothing_is_passed_over(text: str, meant: object) -> None:
    assert parse(text) == meant


SIGNS = st.sampled_from(
    ['"', "(", ")", " ", "-", "*", " OR ", " AND ", " NOT ", " NEAR/2 ", "„", "“", "'", "a", "ä", "1"]
)


@given(st.one_of(st.text(), st.lists(SIGNS).map("".join)))
def test_every_text_can_be_asked(text: str) -> None:
    query = parse(text)
    assert query is None or answer(query, lambda _: np.array([True])).shape == (1,)


@given(st.text(), st.text())
def test_places_are_whole_words_in_order(text: str, query: str) -> None:
    places = list(occurrences(text, parse(query)))
    assert all(words(text[start:end]) for start, end in places)
    assert places == sorted(places)


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in occurrences(text, parse(query))]


def test_words_and_phrases_are_marked_where_they_stand() -> None:
    text = "Der Minister besuchte Tokio. Shinzo Abes Besuch war kurz, sagte Abe; aber Shinzo blieb."
    assert found(text, "Besuch -Tokio") == ["besuchte", "Besuch"]
    assert found(text, '"Shinzo Abe"') == ["Shinzo Abes"]
    assert found(text, '"Shinzo Abe" Abe') == ["Shinzo Abes", "Abe"]
    assert found(text, "kurz NEAR Minister") == ["Minister", "kurz"]


@pytest.mark.parametrize(
    "stored", [unicodedata.normalize("NFD", "Müßiggang"), "Mü\u00adßig\u00adgang", "Müßig\u200bgang\ufeff"]
)
def test_a_word_is_found_however_it_is_stored(stored: str) -> None:
    assert found(f"Herr {stored} sprach.", "muessiggang") == [stored.rstrip("\ufeff")]


def test_what_is_not_to_be_there_is_no_leaf() -> None:
    assert list(leaves(parse("a -b OR NOT c"))) == [A]


def test_an_answer_joins_what_each_leaf_has() -> None:
    having = {"a": [1, 1, 0, 0], "b": [1, 0, 1, 0]}

    def mask(leaf: Leaf) -> np.ndarray:
        assert isinstance(leaf, Term)
        return np.array(having[leaf.word], dtype=bool)

    def answered(text: str) -> list[int]:
        query = parse(text)
        assert query is not None
        return answer(query, mask).astype(int).tolist()  # type: ignore[no-any-return]

    assert answered("a b") == [1, 0, 0, 0]
    assert answered("a OR b") == [1, 1, 1, 0]
    assert answered("a -b") == [0, 1, 0, 0]
    assert answered("NOT (a OR b)") == [0, 0, 0, 1]
