"""The event types with their triggers, and the words of status, roles and attribution, read from the vocabulary."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from core.model import ActorKind, Role, Status
from core.vocabulary import Entry, load
from core.vocabulary_files import names

Sign = Literal["cooperation", "conflict", "neutral"]

PlaceRole = Literal["party", "named", "only"]
"""What the state where it happens is to an event: a party to it, even where only its city is named (a visit to Wien);
a party where it is named itself; or only where it happens."""


Trait = Literal["governs", "harm", "continuing", "lasting", "unique", "encounter"]
"""What rules ask of a type: its verb `governs` a clause (what is said, asked for, refused); it is a `harm`, worth
telling where nobody is named and in the passive present (`wird festgenommen`); the present tense tells that it is
`continuing`; it is `lasting`, so that one claim's date says little about another's; the same parties seldom have it
twice within months (`unique`); people or their states meet in it (`encounter`)."""


class Frame(Entry):
    """Verbs that are a trigger only in company: of one of the nouns, prepositions, adverbs or kinds of subject.

    With `destination` a place or a state must stand behind one of the prepositions, with `active` the clause must not
    be in the passive; `without` lists nouns that make the verb mean something else.
    """

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    subject: frozenset[ActorKind] = frozenset()
    reflexive: bool = False
    destination: bool = False
    active: bool = False
    without: frozenset[str] = frozenset()


class EventType(Entry):
    """One event type: its labels, its PLOVER code and sign, and the words that tell of it."""

    label_de: str
    label_en: str
    plover: str
    sign: Sign
    object_role: Role
    place: PlaceRole
    traits: frozenset[Trait] = frozenset()
    nouns: frozenset[str]
    verbs: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    frames: tuple[Frame, ...] = ()


class _ByStatus(Entry):
    planned: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    ongoing: frozenset[str] = frozenset()

    def status_of(self, word: str) -> Status | None:
        """The status that a word stands for, or None."""
        for status in ("planned", "possible", "denied", "ongoing"):
            if word in getattr(self, status):
                return status
        return None


class StatusWords(Entry):
    """`vocabulary/status.toml`."""

    since: frozenset[str]
    hedges: frozenset[str]
    almost: frozenset[str]
    otherwise: frozenset[str]
    cases: frozenset[str]
    operators: _ByStatus
    nouns: _ByStatus
    settings: _ByStatus
    modals: Mapping[str, Status]
    adverbs: _ByStatus
    openers: _ByStatus


class AttributionWords(Entry):
    """`vocabulary/attribution.toml`."""

    prepositions: frozenset[str]
    postpositions: frozenset[str]
    nouns: frozenset[str]
    particle: frozenset[str]
    brackets: frozenset[str]


class RoleWords(Entry):
    """`vocabulary/roles.toml`."""

    partner: frozenset[str]
    target: frozenset[str]


class Venues(Entry):
    """`vocabulary/venues.toml`."""

    seats: frozenset[str]


@cache
def seats() -> frozenset[str]:
    """The nouns for the seat of an organisation, in small letters."""
    return frozenset(noun.lower() for noun in load("venues.toml", Venues).seats)


@cache
def event_types() -> dict[str, EventType]:
    """Every event type by its name, which is the name of its file."""
    return {name: load(f"event_types/{name}.toml", EventType) for name in names("event_types")}


@cache
def with_trait(trait: Trait) -> frozenset[str]:
    """The types that have a trait."""
    return frozenset(name for name, entry in event_types().items() if trait in entry.traits)


@cache
def status_words() -> StatusWords:
    """The words that tell what happened from what is planned, possible or denied."""
    return load("status.toml", StatusWords)


@cache
def attribution_words() -> AttributionWords:
    """The words that name a source."""
    return load("attribution.toml", AttributionWords)


@cache
def role_words() -> RoleWords:
    """The prepositions that tell what part an actor behind them has."""
    return load("roles.toml", RoleWords)
