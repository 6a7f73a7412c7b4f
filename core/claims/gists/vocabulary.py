"""The words and numbers in `gists.toml`: how long a title may be, and what may be left out of a sentence."""

from collections.abc import Mapping
from functools import cache

from core.german.grammar import grammar
from core.vocabulary import Entry, load


class Words(Entry):
    """The file `gists.toml`: how long a title may be, and what may be left out of a sentence."""

    longest: int
    telling: int
    most: float
    circumstances: frozenset[str]
    telling_adverbs: frozenset[str]
    focusing: frozenset[str]
    adding: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    connecting: frozenset[str]
    linking: frozenset[str]
    against: frozenset[str]
    of_others: frozenset[str]
    believing: frozenset[str]
    own: frozenset[str]
    sources: frozenset[str]
    when: frozenset[str]
    conditions: frozenset[str]
    manners: frozenset[str]
    either_case: frozenset[str]
    accusative: frozenset[str]
    articles: Mapping[str, frozenset[str]]
    clear: frozenset[str]
    unfinished: frozenset[str]
    completing: frozenset[str]
    of_events: frozenset[str]
    correlatives: frozenset[str]
    halved: frozenset[str]
    pairs: Mapping[str, str]
    near_times: frozenset[str]
    pointing: frozenset[str]
    denying_nothing: frozenset[str]
    compound: int
    measures: frozenset[str]
    needing: frozenset[str]
    bodies_for: tuple[str, ...]
    measured: tuple[str, ...]
    uninflected: tuple[str, ...]
    pointing_there: frozenset[str]
    open_determiners: frozenset[str]
    about_it: frozenset[str]
    describing: frozenset[str]
    known_nouns: frozenset[str]


@cache
def words() -> Words:
    """The file, read once."""
    return load("gists.toml", Words)


@cache
def denying() -> frozenset[str]:
    """Words that change what is said, and so are never left out."""
    return grammar().verbs.negations | words().telling_adverbs
