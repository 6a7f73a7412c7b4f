"""The words around a time expression that tell what it means: past or to come; a year, an age or an amount."""

from functools import cache

from core import vocabulary
from core.vocabulary import Entry


class TenseWords(Entry):
    """The file `tense.toml`."""

    past: frozenset[str]
    perfect: frozenset[str]
    participle: str
    future: frozenset[str]
    present: frozenset[str]
    past_before: frozenset[str]
    future_before: frozenset[str]
    due_before: frozenset[str]
    setting: frozenset[str]
    not_past: frozenset[str]


class NumberWords(Entry):
    """The file `numbers.toml`: the words that tell whether a number is a year, an age or an amount."""

    before_year: frozenset[str]
    before_old_year: frozenset[str]
    before_amount: frozenset[str]
    measures: frozenset[str]
    lasting: tuple[str, ...]


@cache
def tense_words() -> TenseWords:
    """The words that tell past from future."""
    return vocabulary.load("time/tense.toml", TenseWords)


@cache
def number_context() -> NumberWords:
    """The words that tell years from ages and amounts."""
    return vocabulary.load("time/numbers.toml", NumberWords)
