"""How pronouns and descriptions take actors up, from `vocabulary/references.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from core.actors.schema import Gender
from core.vocabulary import Entry, load

Part = Literal["subject", "object", "oblique", "owner"]


class Weights(Entry):
    """How likely a pronoun takes up what has a part in a sentence, and what adds to it or takes from it."""

    subject: float
    object: float
    oblique: float
    owner: float
    distance: float
    continuity: float
    speaker: float
    thing: float
    margin: float
    retold: float
    least: float
    least_of_persons: float

    def of(self, part: Part) -> float:
        """The weight of a part."""
        return {"subject": self.subject, "object": self.object, "oblique": self.oblique, "owner": self.owner}[part]


class Verbs(Entry):
    """Verbs by their subjects."""

    of_persons: frozenset[str]
    to_persons: frozenset[str]


class Persons(Entry):
    """Words for persons who are not named."""

    indefinite: frozenset[str]
    unnamed: Mapping[Gender, frozenset[str]]
    bodies: Mapping[Gender, tuple[str, ...]]
    charges: frozenset[str]
    nominative: frozenset[str]
    this_one: Mapping[str, Gender]


class OwnSpeech(Entry):
    """Words of who speaks himself, and the signs around them."""

    opening: frozenset[str]
    closing: frozenset[str]
    either: frozenset[str]
    first_person: frozenset[str]
    sure: frozenset[str]


class Cases(Entry):
    """Determiners of one gender by the part of the noun they stand before."""

    subject: frozenset[str]
    object: frozenset[str]
    oblique: frozenset[str]


class Determiners(Entry):
    """Determiners by gender, and the endings of feminine nouns."""

    m: Cases
    f: Cases
    feminine_endings: tuple[str, ...]


class Titles(Entry):
    """Titles that stand without a name."""

    office_nouns: frozenset[str]
    of_heads: frozenset[str]
    of_secretaries: frozenset[str]
    describing: frozenset[str]
    of_works: frozenset[str]
    of_members: frozenset[str]
    also_called: Mapping[str, tuple[str, ...]]


class Descriptions(Entry):
    """Nouns that take bodies up."""

    far: frozenset[str]
    described: frozenset[str]
    compounded: frozenset[str]
    distinguishing: tuple[str, ...]
    speakers: tuple[str, ...]
    rivals: frozenset[str]
    governments: frozenset[str]
    ministries: tuple[str, ...]
    sources: frozenset[str]
    lands: frozenset[str]
    of_lands: tuple[str, ...]
    parties: frozenset[str]
    forces: frozenset[str]
    bands: frozenset[str]
    officials: tuple[str, ...]
    acts: tuple[str, ...]


class References(Entry):
    """The whole file."""

    weights: Weights
    verbs: Verbs
    persons: Persons
    speech: OwnSpeech
    determiners: Determiners
    titles: Titles
    descriptions: Descriptions
    people_counted: frozenset[str]


@cache
def references() -> References:
    """The vocabulary, read once."""
    return load("references.toml", References)
