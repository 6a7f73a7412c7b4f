"""The closed classes of German words and endings that rules go by, from `vocabulary/grammar.toml`."""

from collections.abc import Mapping
from functools import cache

from core.vocabulary import Entry, load


class VerbForms(Entry):
    """Irregular forms and classes of verbs."""

    subjunctive1: frozenset[str]
    subjunctive2: frozenset[str]
    past_in_t: tuple[str, ...]
    present: frozenset[str]
    perfect_with_sein: tuple[str, ...]
    with_infinitive: frozenset[str]
    negations: frozenset[str]
    not_negated: frozenset[str]


class Articles(Entry):
    """Determiners and pronouns by the cases they can stand in."""

    definite: frozenset[str]
    genitive: frozenset[str]
    not_nominative: frozenset[str]
    nominative_or_accusative: frozenset[str]


class Nouns(Entry):
    """Nouns that the rules treat apart, and the suffixes that derive nouns from other words."""

    of_time: frozenset[str]
    derived_with: tuple[str, ...]


class Sentences(Entry):
    """Words that begin a sentence."""

    openers: frozenset[str]


class Grammar(Entry):
    """The whole file; `prepositions` gives the base form of the contracted ones."""

    verbs: VerbForms
    articles: Articles
    nouns: Nouns
    sentences: Sentences
    prepositions: Mapping[str, str]


@cache
def grammar() -> Grammar:
    """The classes, read once."""
    return load("grammar.toml", Grammar)
