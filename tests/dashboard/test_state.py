from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import relation_ends, relation_id
from dashboard.state import (
    DEFAULT,
    LANES,
    STATUSES,
    Known,
    View,
    Wrong,
    from_params,
    to_params,
)

some = st.text("abc-0123", min_size=1, max_size=6)
several = st.lists(some, unique=True, max_size=3).map(tuple)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
views = st.builds(
    View,
    first=st.none() | st.dates(date(1990, 1, 1), date(2009, 1, 1)),
    last=st.none() | st.dates(date(2009, 1, 1), date(2030, 1, 1)),
    actors=several,
    types=several,
    statuses=st.lists(st.sampled_from(STATUSES), unique=True).map(tuple),
    sources=several,
    search=st.text(max_size=20),
    confidence=st.integers(0, 100),
    event=st.none() | some,
    actor=st.none() | some,
    relation=st.none() | some,
    left=st.none() | some,
    right=st.none() | some,
    lanes=st.sampled_from(LANES),
    strength=st.integers(1, 50),
    steps=st.integers(0, 2),
    to=st.none() | some,
    kinds=several,
    lang=st.sampled_from((None, "en", "de")),
)


@given(views)
def test_an_address_opens_the_view_it_was_made_from(view: View) -> None:
    assert from_params(to_params(view), Known()) == (view, [])


def test_the_default_view_has_an_empty_address() -> None:
    assert to_params(DEFAULT) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("event", "e-nowhere"),
        ("actor", "nobody"),
        ("actors", "nobody"),
        ("to", "nobody"),
        ("relation", "actor-0~nobody"),
        ("left", "nothing"),
        ("right", "nothing"),
        ("sources", "nothing"),
        ("types", "party"),
        ("statuses", "maybe"),
        ("lanes", "colour"),
        ("lang", "la"),
        ("first", "2022-13-01"),
        ("last", "tomorrow"),
        ("confidence", "101"),
        ("confidence", "high"),
        ("strength", "0"),
        ("steps", "3"),
    ],
)
def test_a_wrong_value_is_told_and_leaves_its_default(corpus: Corpus, name: str, value: str) -> None:
    assert from_params({name: [value]}, Known.of(corpus)) == (DEFAULT, [Wrong(name, value)])


def test_a_wrong_value_leaves_the_right_ones(corpus: Corpus) -> None:
    view, wrong = from_params({"actors": ["actor-1", "nobody"], "event": ["e000001"]}, Known.of(corpus))
    assert view == View(actors=("actor-1",), event="e000001")
    assert wrong == [Wrong("actors", "nobody")]


def test_a_window_the_wrong_way_round_is_told() -> None:
    view, wrong = from_params({"first": ["2023-01-01"], "last": ["2022-01-01"]}, Known())
    assert view == DEFAULT
    assert [one.parameter for one in wrong] == ["first"]


def test_foreign_parameters_are_passed_over() -> None:
    assert from_params({"utm_source": ["mail"]}, Known()) == (DEFAULT, [])


@given(some, some)
def test_a_relation_is_the_same_from_both_ends(a: str, b: str) -> None:
    assert relation_id(a, b) == relation_id(b, a)
    assert set(relation_ends(relation_id(a, b))) == {a, b}
