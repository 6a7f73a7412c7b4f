import pytest

from core.corpus.days import day, day_of_excel
from core.corpus.languages import code


@pytest.mark.parametrize(
    "value",
    [
        "23.11.2023",
        "23.11.23",
        "23. 11. 2023",
        "Do, 23.11.2023",
        "Do., 23.11.2023",
        "23.11.2023 18:00",
        "23.11.2023, 18:00:31 Uhr",
        "23. November 2023",
        "Donnerstag, 23. November 2023",
        "23. Nov. 2023",
        "23. November 2023 um 18.00 Uhr",
        "23 November 2023",
        "2023-11-23",
        "20231123",
        "2023/11/23",
        "2023-11-22T23:30:00Z",
        "2023-11-22 23:30:00 UTC",
        "2023-11-23T18:00:00.123+01:00",
        "2023-11-23 18:00:00",
        "Wed, 22 Nov 2023 23:30:00 +0000",
        "Thu, 23 Nov 2023 18:00:00 +0100 (CET)",
        " 23.11.2023\n",
    ],
)
def test_day_is_the_one_in_germany(value: str) -> None:
    assert day(value) == "2023-11-23"


@pytest.mark.parametrize(
    "value",
    ["", "gestern", "11/12/2023", "2023", "2023-11", "2023-11-01/2023-11-30", "31.02.2023", "32 Foo 2023", "1.2.3"],
)
def test_what_is_no_day_is_left_to_others(value: str) -> None:
    assert day(value) == value


@pytest.mark.parametrize(
    ("value", "read"), [("1. Jänner 2024", "2024-01-01"), ("3. Mrz 2024", "2024-03-03"), ("5. Mai 1968", "1968-05-05")]
)
def test_months_have_many_names(value: str, read: str) -> None:
    assert day(value) == read


def test_number_of_excel_is_a_day_and_a_year_is_none() -> None:
    assert day_of_excel(45253.9) == "2023-11-23"
    assert day_of_excel(2023) is None


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("de", "de"),
        ("de-DE", "de"),
        ("en_US", "en"),
        ("Deutsch", "de"),
        ("GERMAN", "de"),
        ("ger", "de"),
        ("Türkisch", "tr"),
    ],
)
def test_language_has_a_code(value: str, read: str) -> None:
    assert code(value) == read
