from datetime import date

import pytest

from core.time import days, lexicon
from core.time.numerals import number_words


@pytest.mark.parametrize(
    ("year", "easter"),
    [(1818, date(1818, 3, 22)), (1943, date(1943, 4, 25)), (2014, date(2014, 4, 20)), (2025, date(2025, 4, 20))],
)
def test_easter(year: int, easter: date) -> None:
    assert days.easter(year) == easter


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Rosenmontag", date(2014, 3, 3)),
        ("Pfingstmontag", date(2014, 6, 9)),
        ("erster Advent", date(2014, 11, 30)),
        ("vierter Advent", date(2014, 12, 21)),
        ("Totensonntag", date(2014, 11, 23)),
        ("Muttertag", date(2014, 5, 11)),
        ("Heiligabend", date(2014, 12, 24)),
    ],
)
def test_holidays(name: str, day: date) -> None:
    assert days.holiday(lexicon.holidays()[name], 2014) == day


def test_every_holiday_has_a_day_in_every_year() -> None:
    for year in (1, 1900, 2023, 2024, 9999):
        for holiday in lexicon.holidays().values():
            days.holiday(holiday, year)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (-1, "D", "2014-07-15"),
        (-3, "W", "2014-W26"),
        (-7, "M", "2013-12"),
        (1, "Q", "2014-Q4"),
        (1, "H", "2015-H1"),
        (-2, "DE", "199"),
    ],
)
def test_shifted(amount: int, unit: str, value: str) -> None:
    assert days.shifted(date(2014, 7, 16), amount, unit) == value


def test_off_the_calendar_is_none() -> None:
    assert days.shifted(date(2014, 7, 16), -2500, "Y") is None
    assert days.shifted(date(9999, 12, 31), 1, "D") is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("zwölf", 12),
        ("siebzehn", 17),
        ("einundzwanzig", 21),
        ("dreißig", 30),
        ("hundertfünfzig", 150),
        ("zweitausend", 2000),
    ],
)
def test_number_words(word: str, number: int) -> None:
    assert number_words()[word] == number
