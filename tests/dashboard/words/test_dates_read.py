"""What the app prints of a date, it takes back; and so it does with what people write."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.model import Interval
from core.time import edtf
from dashboard.words.dates import when
from dashboard.words.dates_read import forms, read
from dashboard.words.i18n import LANGUAGES, speaking

DAYS = some.dates(date(1000, 1, 1), date(9990, 1, 1))


@given(DAYS, some.integers(0, 800), some.sampled_from(sorted(LANGUAGES)))
def test_days_and_spans_are_read_as_they_are_printed(first: date, more: int, language: str) -> None:
    span = Interval(first, first + timedelta(more))
    with speaking(language):
        printed = when(*span, "interval" if more else "day")
    assert edtf.parse(read(printed)) == span


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(
    "value",
    [
        *(f"2024-{month:02}" for month in range(1, 13)),
        *("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"),
        *("2024-SP", "2024-SU", "2024-FA", "2024-WI"),
        *("2024", "2024-W11", "2024-W11-WE", "2025-W01", "2024-H1", "202", "19"),
    ],
)
def test_vaguer_dates_are_read_as_they_are_printed(value: str, language: str) -> None:
    span = edtf.parse(value)
    with speaking(language):
        printed = when(*span, edtf.precision(value))
    assert edtf.parse(read(printed)) == span


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("13. März 2024", "2024-03-13"),
        ("March 13, 2024", "2024-03-13"),
        ("Mar 13, 2024", "2024-03-13"),
        (" 13 march 2024 ", "2024-03-13"),
        ("13.3.2024", "2024-03-13"),
        ("2024-03-13", "2024-03-13"),
        ("2024-03", "2024-03"),
        ("März 2024", "2024-03"),
        ("2024", "2024"),
        ("April 8 – 9, 2024", "2024-04-08/2024-04-09"),
        ("8. - 9. April 2024", "2024-04-08/2024-04-09"),
        ("8.4.–9.4.2024", "2024-04-08/2024-04-09"),
        ("8.4.2024 bis 9.5.2024", "2024-04-08/2024-05-09"),
        ("März – Mai 2024", "2024-03/2024-05"),
        ("Q2 2024", "2024-Q2"),
        ("", ""),
    ],
)
def test_what_people_write_is_understood(said: str, value: str) -> None:
    assert read(said) == value


@pytest.mark.parametrize(
    "said",
    [
        "gestern",
        "13. Murz 2024",
        "31. April 2024",
        "13. März",
        "9.–8. Apr. 2024",
        "13 14 2024",
        "März",
        "5. Quartal 2024",
    ],
)
def test_what_is_no_date_stays_what_it_is(said: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - edtf raises no other
        edtf.parse(read(said))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_forms_that_are_named_are_taken(language: str) -> None:
    with speaking(language):
        named = forms()
    assert "2024" in named
    for one in named.replace(", 2", "; 2").split("; "):
        for form in one.split(", "):
            assert edtf.parse(read(form))
