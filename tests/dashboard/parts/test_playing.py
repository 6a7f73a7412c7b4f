from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.parts.playing import STEPS, windows

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS, st.integers(1, 5000))
def test_the_windows_lead_through_the_whole_stretch(one: date, other: date, length: int) -> None:
    stretch = min(one, other), max(one, other)
    steps = windows(stretch, length)
    assert len(steps) <= STEPS
    assert (steps[0][0], steps[-1][1]) == stretch
    assert steps == sorted(steps)
    assert len(steps) == 1 or {last - first for first, last in steps} == {timedelta(days=length - 1)}
