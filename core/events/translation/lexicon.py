"""The file `english_verbs.toml`: German verbs in English, and the words that stand around them."""

from collections.abc import Mapping
from functools import cache, cached_property

from core.vocabulary import Entry, load


class Nouns(Entry):
    """A file that has German nouns with what they are in English."""

    nouns: Mapping[str, str]

    @cached_property
    def by_noun(self) -> dict[str, str]:
        """The English of the nouns in small letters."""
        return {german.lower(): english for german, english in self.nouns.items()}


class Lexicon(Nouns):
    """German words in English, for whole clauses."""

    apart: frozenset[str]
    uncountable: frozenset[str]
    relational: frozenset[str]
    verbs: Mapping[str, str]
    verbs_of: Mapping[str, Mapping[str, str]]
    prepositions: Mapping[str, str]
    behind_nouns: Mapping[str, Mapping[str, str]]
    irregular: Mapping[str, tuple[str, str]]
    irregular_plurals: Mapping[str, str]
    adjectives: Mapping[str, str]
    quantifiers: Mapping[str, str]
    numbers: Mapping[str, str]
    measures: Mapping[str, str]
    pronouns: Mapping[str, str]
    directions: Mapping[str, str]
    modals: Mapping[str, tuple[str, str, str]]

    @cached_property
    def idioms(self) -> dict[str, list[str]]:
        """The nouns that a verb has an entry of its own with."""
        found: dict[str, list[str]] = {}
        for entry in self.verbs:
            verb, _, noun = entry.rpartition(" ")
            if verb and noun[:1].isupper():
                found.setdefault(verb, []).append(noun)
        return found


@cache
def lexicon() -> Lexicon:
    """The file, read once."""
    return load("english_verbs.toml", Lexicon)
