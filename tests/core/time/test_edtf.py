from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Interval, Precision
from core.time import edtf

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2023-07-11", date(2023, 7, 11), date(2023, 7, 11), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year"),
        ("2025-W14", date(2025, 3, 31), date(2025, 4, 6), "week"),
        ("2014-W08-WE", date(2014, 2, 22), date(2014, 2, 23), "week"),
        ("2022-SU", date(2022, 6, 1), date(2022, 8, 31), "season"),
        ("2022-WI", date(2022, 12, 1), date(2023, 2, 28), "season"),
        ("2014-Q3", date(2014, 7, 1), date(2014, 9, 30), "quarter"),
        ("2014-H2", date(2014, 7, 1), date(2014, 12, 31), "half"),
        ("199", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("14XX", date(1400, 1, 1), date(1499, 12, 31), "century"),
        ("2025-04-08/2025-04-09", date(2025, 4, 8), date(2025, 4, 9), "interval"),
        ("2023-05/2023-07", date(2023, 5, 1), date(2023, 7, 31), "interval"),
    ],
)
def test_values(value: str, first: date, last: date, precision: str) -> None:
    assert edtf.parse(value) == (first, last)
    assert edtf.precision(value) == precision


@pytest.mark.parametrize(
    "value", ["", "gestern", "2023-13", "2023-02-30", "2023-W60", "XXXX-07", "2023-07/2023-05", "/"]
)
def test_no_date(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf.parse(value)


@pytest.mark.parametrize(
    ("value", "precision"), [("2025-W14", "week"), ("2022-SU", "season"), ("2014-Q3", "quarter"), ("199", "decade")]
)
def test_precision_chooses_the_form(value: str, precision: Precision) -> None:
    assert edtf.format(edtf.parse(value), precision) == value


def test_precision_that_does_not_fit_is_ignored() -> None:
    assert edtf.format(Interval(date(2025, 4, 8), date(2025, 4, 9)), "week") == "2025-04-08/2025-04-09"


@settings(deadline=None)
@given(DAYS, DAYS)
def test_formatted_intervals_parse_to_themselves(one: date, other: date) -> None:
    interval = Interval(min(one, other), max(one, other))
    assert edtf.parse(edtf.format(interval)) == interval


@settings(deadline=None)
@given(st.text())
def test_any_text_parses_or_is_refused(value: str) -> None:
    try:
        interval = edtf.parse(value)
    except ValueError:
        return
    assert interval.first <= interval.last
