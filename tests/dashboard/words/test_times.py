"""What a time expression without days says, in words."""

import tomllib
from importlib.resources import files

import pytest

from core.model import TimexType
from dashboard.words.i18n import speaking
from dashboard.words.times import unplaced


@pytest.mark.parametrize(
    ("kind", "value", "german", "english"),
    [
        ("DATE", "PRESENT_REF", "jetzt, ohne Datum", "now, without a date"),
        ("DATE", "PAST_REF", "früher, ohne Datum", "earlier, without a date"),
        ("DURATION", "PXY", "eine Dauer ohne Zahl", "a length of time without a number"),
        ("DURATION", "P3W", "eine Dauer: 3 Wochen", "a length of time: 3 weeks"),
        ("DURATION", "PT30M", "eine Dauer: 30 Minuten", "a length of time: 30 minutes"),
        ("DURATION", "P1M", "eine Dauer: 1 Monat", "a length of time: 1 month"),
        ("SET", "P1D", "immer wieder, ohne Datum", "again and again, without a date"),
        ("DATE", "XXXX-WXX-7", "Zeit ohne erkennbaren Tag", "time without a day that can be told"),
    ],
)
def test_what_stands_on_no_calendar_is_said_in_words(kind: TimexType, value: str, german: str, english: str) -> None:
    with speaking("de"):
        assert unplaced(kind, value) == german
    with speaking("en"):
        assert unplaced(kind, value) == english


def test_no_value_of_the_rules_is_shown_as_its_code() -> None:
    rules = tomllib.loads((files("core") / "vocabulary/time/rules.toml").read_text(encoding="utf-8"))["rule"]
    examples = [
        (rule["type"], example["value"]) for rule in rules for example in rule.get("examples", ()) if "value" in example
    ]
    assert len(examples) > 100
    with speaking("en"):
        assert not [value for kind, value in examples if value in unplaced(kind, value)]
