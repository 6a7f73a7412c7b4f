"""The closed classes of German words and endings that rules go by, from `vocabulary/grammar.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from core.vocabulary import Entry, load


class VerbForms(Entry):
    """Irregular forms and classes of verbs."""

    subjunctive1: frozenset[str]
    subjunctive2: frozenset[str]
    subjunctive2_ends: tuple[str, ...]
    stems_in_t: tuple[str, ...]
    past_in_t: tuple[str, ...]
    present: frozenset[str]
    perfect_with_sein: tuple[str, ...]
    with_infinitive: frozenset[str]
    conditional: frozenset[str]
    received: frozenset[str]
    inserted: frozenset[str]
    of_persons: frozenset[str]
    negations: frozenset[str]
    not_negated: frozenset[str]
    copulas: frozenset[str]
    separable: tuple[str, ...]
    perhaps_separable: tuple[str, ...]


class Articles(Entry):
    """Determiners and pronouns by the cases they can stand in."""

    definite: frozenset[str]
    genitive: frozenset[str]
    not_nominative: frozenset[str]
    nominative_or_accusative: frozenset[str]


Reading = Literal[
    "nom m", "nom f", "nom n", "nom p", "gen m", "gen f", "gen n", "gen p",
    "dat m", "dat f", "dat n", "dat p", "acc m", "acc f", "acc n", "acc p",
]  # fmt: skip
"""A case with a gender, or with `p` for the plural, which has none."""


class Paradigm(Entry):
    """Determiners that are declined alike: their stems, and by ending what a form can be."""

    stems: tuple[str, ...]
    endings: Mapping[str, frozenset[Reading]]


class Nouns(Entry):
    """Nouns that the rules treat apart, what nouns of one gender end in, and the suffixes that derive nouns."""

    of_time: frozenset[str]
    comparing: frozenset[str]
    adverbial: frozenset[str]
    measuring: frozenset[str]
    parts_of_places: frozenset[str]
    feminine: tuple[str, ...]
    masculine: tuple[str, ...]
    neuter: tuple[str, ...]
    weak_masculine: tuple[str, ...]
    derived_with: tuple[str, ...]
    of_things: tuple[str, ...]


class Sentences(Entry):
    """Words that begin a sentence: as written there, and, in small letters, such as look like names there.

    `contrasting` are those behind a verb by which its subject goes on to something else.
    """

    openers: frozenset[str]
    beginnings: frozenset[str]
    contrasting: frozenset[str]


class Grammar(Entry):
    """The whole file: `or_preposition` are the conjunctions that are prepositions too, `prepositions` base forms.

    `postpositions` stand behind what they go with.
    """

    verbs: VerbForms
    articles: Articles
    declension: Mapping[str, Paradigm]
    nouns: Nouns
    sentences: Sentences
    or_preposition: frozenset[str]
    postpositions: frozenset[str]
    prepositions: Mapping[str, str]


@cache
def grammar() -> Grammar:
    """The classes, read once."""
    return load("grammar.toml", Grammar)
