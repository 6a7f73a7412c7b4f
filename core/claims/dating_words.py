"""The words around a date that tell whose it is."""

from functools import cache
from typing import Literal

from core.vocabulary import Entry, load

Relation = Literal["until", "since", "onwards", "by", "earlier", "later", "of_noun", "due", "compared"]


class DatingWords(Entry):
    """`vocabulary/dating.toml`."""

    before: dict[Relation, frozenset[str]]
    ahead_of: frozenset[str]
    of_year: frozenset[str]
    goes_on: frozenset[str]
    elsewhen: frozenset[str]
    until_now: frozenset[str]
    about_years: tuple[str, ...]
    comparing: frozenset[str]
    causal: frozenset[str]
    figures_of: str
    moving: frozenset[str]


@cache
def dating_words() -> DatingWords:
    """The words around a date that tell whose it is."""
    return load("dating.toml", DatingWords)
