from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.window import LEAST, Days, shifted, zoomed

STRETCH = date(2020, 1, 1), date(2023, 12, 31)
WHOLE = 4 * 365 + 1


@st.composite
def windows(draw: st.DrawFn) -> Days:
    first = draw(st.integers(0, WHOLE - 1))
    last = draw(st.integers(first, WHOLE - 1))
    return STRETCH[0] + timedelta(days=first), STRETCH[0] + timedelta(days=last)


def length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


@given(windows(), st.sampled_from((0.5, 2)))
def test_zoom_makes_the_window_shorter_or_longer_within_the_stretch(window: Days, factor: float) -> None:
    first, last = zoomed(window, STRETCH, factor)
    assert STRETCH[0] <= first <= last <= STRETCH[1]
    assert length((first, last)) == min(WHOLE, max(LEAST, round(length(window) * factor)))


@given(windows(), st.data())
def test_zoom_keeps_the_chosen_day_in_sight(window: Days, data: st.DataObject) -> None:
    around = window[0] + timedelta(days=data.draw(st.integers(0, length(window) - 1)))
    first, last = zoomed(window, STRETCH, 0.5, around)
    assert first <= around <= last


@given(windows(), st.sampled_from((-0.5, 0.5)))
def test_moving_keeps_the_length_and_goes_on_to_the_end(window: Days, part: float) -> None:
    seen = window
    for _ in range(4 * WHOLE):
        moved = shifted(seen, STRETCH, part)
        assert length(moved) == length(window)
        if moved == seen:
            break
        seen = moved
    assert seen[0 if part < 0 else 1] == STRETCH[0 if part < 0 else 1]
