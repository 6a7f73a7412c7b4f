"""What each source adds to how sure an event is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events.confidence import CERTAIN, Contradiction, Told, contributions, joint

SHARES = st.floats(0.01, 0.95)


def told(*claims: tuple[str, float, str]) -> list[Told]:
    """Claims, each with its source, how sure it is, and the date that it gives."""
    return [Told(f"c{n}", source, sure, {"date": date}) for n, (source, sure, date) in enumerate(claims)]


DATES = Contradiction("date", "c0", "c1", "2021-03-05", "2021-03-06")


def test_one_source_counts_once_and_others_raise_it() -> None:
    assert joint(contributions(told(("a", 0.6, ""), ("a", 0.5, "")), ())) == 0.6
    assert joint(contributions(told(("a", 0.6, ""), ("b", 0.5, "")), ())) == 0.8


def test_a_source_that_contradicts_lowers_it_and_a_third_raises_it_again() -> None:
    differing = told(("a", 0.6, "2021-03-05"), ("b", 0.6, "2021-03-06"))
    assert joint(contributions(differing, [DATES])) == 0.38
    decided = told(("a", 0.6, "2021-03-05"), ("b", 0.6, "2021-03-06"), ("c", 0.6, "2021-03-06"))
    first, second, third = contributions(decided, [DATES])
    assert (first.agrees, second.agrees, third.agrees) == (False, True, True)
    assert first.share < second.share == third.share == pytest.approx(0.375)
    assert joint((first, second, third)) == 0.61


def test_a_source_does_not_contradict_itself() -> None:
    both = told(("a", 0.6, "2021-03-05"), ("a", 0.6, "2021-03-06"))
    assert joint(contributions(both, [DATES])) == 0.6


@given(SHARES, SHARES)
def test_what_contradicts_never_raises_what_is_surest_alone(one: float, other: float) -> None:
    both = told(("a", one, "2021-03-05"), ("b", other, "2021-03-06"))
    assert 0 <= joint(contributions(both, [DATES])) <= round(max(one, other), 2)


@given(st.lists(SHARES, min_size=1, max_size=30))
def test_agreement_never_lowers_it_and_nothing_is_certain(sure: list[float]) -> None:
    every = told(*((f"s{n}", one, "") for n, one in enumerate(sure)))
    assert round(max(sure), 2) <= joint(contributions(every, ())) <= CERTAIN
