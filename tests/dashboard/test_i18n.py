import ast
import re
from datetime import date
from pathlib import Path

import pytest

import dashboard
from dashboard import i18n

FOLDER = Path(dashboard.__file__).parent


def messages() -> set[str]:
    """Every message in the source: the first argument of each call of `_` and `ngettext`."""
    calls = [
        node
        for file in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
    ]
    return {str(ast.literal_eval(call.args[0])) for call in calls}


MESSAGES = messages()


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "language", lambda: "de")


def test_every_message_of_the_interface_is_in_german() -> None:
    assert len(MESSAGES) > 50
    assert MESSAGES - set(i18n.catalogue("de")) == set()


def test_no_translation_is_left_over() -> None:
    assert set(i18n.catalogue("de")) - MESSAGES == set()


def test_translations_fill_in_the_same_values() -> None:
    names = re.compile(r"\{(\w*)\}")
    for message, forms in i18n.catalogue("de").items():
        for form in forms:
            assert set(names.findall(form)) == set(names.findall(message)), message


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
    assert i18n.when(first, last, precision) == said


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
    assert i18n.between(first, last, told=False) == said


@pytest.mark.parametrize(
    ("browser", "found"), [("de-AT", "de"), ("de", "de"), ("fr-FR", "en"), (None, "en"), ("", "en")]
)
def test_the_browser_proposes_the_language(browser: str | None, found: str) -> None:
    assert i18n.preferred(browser) == found
