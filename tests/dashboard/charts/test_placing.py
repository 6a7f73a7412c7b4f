from itertools import groupby, pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.placing import CUTS, GAP, NARROW, Mark, Placement, cuts, place, width

SHARE = st.floats(0, 1, allow_nan=False)


@st.composite
def lanes(draw: st.DrawFn) -> tuple[Mark, ...]:
    """Marks of a few lanes, some of them long, in the order in which they are placed."""
    marks = []
    for lane in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(0, 12))):
            left, right = sorted((draw(SHARE), draw(SHARE))) if draw(st.booleans()) else [draw(SHARE)] * 2
            wants = draw(st.sampled_from((0.0, 40.0, 120.0, 300.0)))
            marks.append(
                Mark(lane, left, right, draw(st.floats(4, 12)), draw(st.integers(1, 5)), wants, min(wants, 40.0))
            )
    return tuple(sorted(marks))


class Span(NamedTuple):
    """From where to where something is drawn, in pixels."""

    left: float
    right: float


def drawn(mark: Mark, placed: Placement, across: float) -> list[Span]:
    """A mark with the longest label that its room has, where the lanes are so wide."""
    sign = Span(mark.left * across - mark.reach, mark.right * across + mark.reach)
    pixels = placed.room * across - placed.less
    if placed.side == 0 or pixels <= 0:
        return [sign]
    if placed.side > 0:
        return [sign, Span(sign.right + GAP, sign.right + GAP + pixels)]
    return [sign, Span(sign.left - GAP - pixels, sign.left - GAP)]


@given(lanes(), st.sampled_from((200, 600, 880, 1900)), st.integers(1, 30))
def test_no_label_covers_a_mark_or_another_label_however_wide_the_window_is(
    marks: tuple[Mark, ...], across: int, rows: int
) -> None:
    places = place(marks, rows=rows)
    standing = sorted(zip(marks, places, strict=True), key=lambda both: (both[0].lane, both[1].row, both[0].left))
    for _row, inside in groupby(standing, key=lambda both: (both[0].lane, both[1].row)):
        spans = [drawn(mark, placed, across) for mark, placed in inside]
        for at, mine in enumerate(spans):
            others = [span for other, theirs in enumerate(spans) if other != at for span in theirs]
            for label in mine[1:]:
                assert label.left >= 0
                assert label.right <= across
                assert all(label.right <= span.left + 1e-6 or span.right <= label.left + 1e-6 for span in others)


@given(lanes())
def test_marks_of_one_row_do_not_touch_in_the_width_that_they_are_placed_for(marks: tuple[Mark, ...]) -> None:
    places = place(marks, 880)
    for one, (mark, placed) in enumerate(zip(marks, places, strict=True)):
        for other, beside in zip(marks[one + 1 :], places[one + 1 :], strict=True):
            if (mark.lane, placed.row) == (other.lane, beside.row):
                assert mark.right * 880 + mark.reach <= other.left * 880 - other.reach + 1e-6


@given(lanes(), st.integers(1, 30))
def test_signs_stand_free_on_a_telephone_however_few_rows_there_may_be(marks: tuple[Mark, ...], rows: int) -> None:
    across = 880 / NARROW
    signs = tuple(mark for mark in marks if mark.left == mark.right)
    standing = sorted(zip(signs, place(signs, 880, rows), strict=True), key=lambda both: (both[0].lane, both[1].row))
    for _row, inside in groupby(standing, key=lambda both: (both[0].lane, both[1].row)):
        row = sorted(mark for mark, _place in inside)
        for one, other in pairwise(row):
            assert one.left * across + one.reach <= other.left * across - other.reach + 1e-6


def test_where_there_is_room_every_mark_has_its_whole_label() -> None:
    marks = (Mark(0, 0.5, 0.5, 8, wants=300, least=60),) * 12
    places = place(marks)
    assert [one.row for one in places] == list(range(12))
    assert all(one.room * 880 - one.less >= 300 for one in places)


def test_at_the_end_of_the_window_a_label_stands_before_its_mark() -> None:
    marks = tuple(Mark(0, at, at, 8, wants=200, least=60) for at in (0.01, 0.99))
    assert [one.side for one in place(marks)] == [1, -1]


def test_where_room_is_scarce_the_labels_of_most_sources_have_it() -> None:
    marks = tuple(
        Mark(0, at / 40, at / 40, 8, weight=5 if at % 10 == 0 else 1, wants=200, least=150) for at in range(40)
    )
    labelled = {at for at, one in enumerate(place(marks, rows=3)) if one.room * 880 - one.less >= 150}
    assert {0, 10, 20, 30} <= labelled
    assert len(labelled) < 15


@given(st.text(max_size=200))
def test_a_title_is_cut_between_words(title: str) -> None:
    words = title.split()
    for text, pixels in cuts(title):
        kept = text.removesuffix("…") if text != " ".join(words) else text
        assert " ".join(words).startswith(kept)
        assert len(text) <= CUTS[0]
        assert pixels == width(text)
    assert [len(text) for text, _pixels in cuts(title)] == sorted((len(text) for text, _ in cuts(title)), reverse=True)


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Scholz trifft Biden in Washington", "Scholz trifft Biden…"),
        ("Außenministerin Baerbock warnt vor den Folgen", "Außenministerin Baerbock…"),
        ("Gipfel", "Gipfel"),
        ("Die Energieminister … einigten sich in Brüssel", "Die Energieminister…"),
        ("Besuch: Mark Rutte · seine erste Reise nach Japan", "Besuch: Mark Rutte…"),
    ],
)
def test_a_short_title_does_not_end_with_a_word_that_leads_on(title: str, cut: str) -> None:
    assert cut in [text for text, _pixels in cuts(title)]
