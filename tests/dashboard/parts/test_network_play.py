from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.parts.network_play import STEPS, windows

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS, st.integers(1, 5000))
def test_the_windows_lead_through_the_whole_stretch(one: date, other: date, length: int) -> None:
    stretch = min(one, other), max(one, other)
    found = windows(stretch, length)
    assert len(found) <= STEPS
    assert (found[0][0], found[-1][1]) == stretch
    assert found == sorted(found)
    assert len(found) == 1 or {last - first for first, last in found} == {timedelta(days=length - 1)}
