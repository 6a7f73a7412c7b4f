"""The words and figures of `writing.toml`: how a text tells when it was written."""

from functools import cache

from pydantic import Field

from core import vocabulary
from core.vocabulary import Entry


class WritingWords(Entry):
    """The file `writing.toml`."""

    dates_the_text: frozenset[str]
    dates_a_change: frozenset[str]
    in_date_lines: frozenset[str]
    opens_date_lines: frozenset[str]
    not_in_date_lines: frozenset[str]
    of_a_day: tuple[str, ...]
    months_back: int = Field(ge=1, le=11)
    months_ahead: int = Field(ge=1, le=11)
    months_back_of_day: int = Field(ge=1, le=11)
    months_ahead_of_day: int = Field(ge=1, le=11)
    months_to_occasion: int = Field(ge=1, le=12)
    months_to_planned_month: int = Field(ge=1, le=60)
    months_to_compare: int = Field(ge=1, le=12)
    compares: tuple[str, ...]
    now: frozenset[str]
    leading_ahead: frozenset[str]
    set_ahead: tuple[str, ...]
    former: tuple[str, ...]
    of_one: frozenset[str]
    ends_terms: tuple[str, ...]


@cache
def words() -> WritingWords:
    """The words and figures, checked."""
    return vocabulary.load("time/writing.toml", WritingWords)
