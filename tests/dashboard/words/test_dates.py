from datetime import date

import pytest

from dashboard.words import dates, i18n


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "language", lambda: "de")


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        (date(2025, 4, 8), date(2025, 4, 8), "day", "8. April 2025"),
        (date(2025, 4, 1), date(2025, 4, 30), "month", "April 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "year", "2025"),
        (date(2025, 4, 8), date(2025, 4, 9), "interval", "8.–9. Apr. 2025"),
        (date(2025, 1, 1), date(2025, 3, 31), "quarter", "1. Quartal 2025"),
        (date(2022, 6, 1), date(2022, 8, 31), "season", "Sommer 2022"),
        (date(2022, 12, 1), date(2023, 2, 28), "season", "Winter bis 2023"),
        (None, None, None, "Datum nicht genannt"),
    ],
)
@pytest.mark.usefixtures("german")
def test_dates_are_as_precise_in_words_as_they_are_known(
    first: date | None, last: date | None, precision: str | None, said: str
) -> None:
    assert dates.when(first, last, precision) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, date(2016, 2, 20), "bis spätestens 20.02.2016"),
        (date(2016, 2, 20), None, "ab 20.02.2016"),
        (date(2016, 2, 19), date(2016, 2, 20), "um 19.–20. Feb. 2016, als der Text entstand"),
        (None, None, "Datum nicht genannt"),
    ],
)
@pytest.mark.usefixtures("german")
def test_bounds_are_told_apart_from_dates(first: date | None, last: date | None, said: str) -> None:
    assert dates.between(first, last, told=False) == said
