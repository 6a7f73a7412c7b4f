"""A stretch of a text is found again after its text was edited, or told to be gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.anchors import anchor, find

_TEXT = "Am Montag besuchte sie Wien. Am Dienstag besuchte sie Rom. Am Mittwoch besuchte sie Oslo."


def _held(quote: str, text: str = _TEXT, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


@given(st.text(min_size=1), st.data())
def test_in_an_unchanged_text_it_stands_where_it_stood(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert find(anchor("a", text, start, end), text) == (start, end)


@given(st.text(), st.text(max_size=50), st.text(max_size=50))
def test_what_is_found_is_the_quote_itself(before: str, old: str, new: str) -> None:
    held = anchor("a", f"{before}Wort{old}", len(before), len(before) + 4)

    place = find(held, f"{new}{before}Wort{old}{new}")

    assert place is not None
    assert f"{new}{before}Wort{old}{new}"[place.start : place.end] == "Wort"


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_one_of_several_like_it_is_told_by_what_stands_around(nth: int) -> None:
    held = anchor("a", _TEXT, *_held("besuchte sie", nth=nth))
    edited = f"Neu: {_TEXT}"

    assert find(held, edited) == _held("besuchte sie", edited, nth)


def test_it_is_found_where_a_sentence_before_went() -> None:
    held = anchor("a", _TEXT, *_held("besuchte sie", nth=1))
    edited = _TEXT.removeprefix("Am Montag besuchte sie Wien. ")

    assert find(held, edited) == _held("besuchte sie", edited, 0)


def test_it_is_gone_where_its_words_are() -> None:
    assert find(anchor("a", _TEXT, *_held("Oslo")), _TEXT.replace("Oslo", "Bern")) is None


def test_it_is_open_where_nothing_tells_which_is_meant() -> None:
    held = anchor("a", "x sie y", *_held("sie", "x sie y"))

    assert find(held, "(sie) (sie)") is None


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 5)])
def test_there_has_to_be_such_a_stretch(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        anchor("a", "Wort", start, end)
