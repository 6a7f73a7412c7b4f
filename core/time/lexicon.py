"""The time vocabulary, read from `core/vocabulary/time/` and turned into tables for quick look-up."""

from functools import cache
from typing import NamedTuple

from pydantic import Field, model_validator

from core import vocabulary
from core.german.adjectives import ENDINGS
from core.time.numerals import number_words
from core.vocabulary import Entry, VocabularyError


class Sense(NamedTuple):
    """What a word counts as: its class in `words.toml` and what it stands for there."""

    kind: str
    value: str


class WordClasses(Entry):
    """The file `words.toml`: class -> meaning -> forms."""

    words: dict[str, dict[str, list[str]]]


class Holiday(Entry):
    """A named day and the one rule for its date."""

    forms: list[str] = Field(min_length=1)
    date: str | None = Field(default=None, pattern=r"^[01][0-9]-[0-3][0-9]$")
    easter: int | None = None
    advent: int | None = Field(default=None, ge=1, le=8)
    weekday: str | None = Field(default=None, pattern=r"^[0-9]+ [1-5] [1-7]$")

    @model_validator(mode="after")
    def _one_rule(self) -> "Holiday":
        rules = (self.date, self.easter, self.advent, self.weekday)
        if sum(rule is not None for rule in rules) != 1:
            raise ValueError(f"{self.forms[0]}: give exactly one of date, easter, advent, weekday")
        return self


class Holidays(Entry):
    """The file `holidays.toml`."""

    day: list[Holiday]


@cache
def senses() -> dict[str, Sense]:
    """Every form of `words.toml`, the number words and the one-word holidays, with what they count as.

    Raises:
        VocabularyError: a form stands in two classes.
    """
    table: dict[str, Sense] = {}
    for kind, meanings in vocabulary.load("time/words.toml", WordClasses).words.items():
        for value, patterns in meanings.items():
            for form in (form for pattern in patterns for form in _inflect(pattern)):
                sense = Sense(kind, value)
                if table.setdefault(form, sense) != sense:
                    raise VocabularyError(f"core/vocabulary/time/words.toml: {kind}.{value}: {form!r} stands twice")
    for form, number in number_words().items():
        table.setdefault(form, Sense("number", str(number)))
    for form in holidays():
        table.setdefault(form, Sense("holiday", form))
    return table


@cache
def weekdays() -> tuple[str, ...]:
    """Every form of a weekday."""
    return tuple(form for form, sense in senses().items() if sense.kind == "weekday")


@cache
def holidays() -> dict[str, Holiday]:
    """Every form of a named day."""
    days = vocabulary.load("time/holidays.toml", Holidays).day
    return {form: day for day in days for form in day.forms}


def _inflect(pattern: str) -> list[str]:
    stem = pattern[:-1]
    if pattern.endswith("~"):
        return [stem, *(stem + ending for ending in ENDINGS)]
    if pattern.endswith("+"):
        return [stem + ending for ending in ENDINGS]
    return [pattern]
