"""The event types with their triggers, and the words of status, roles and attribution, read from the vocabulary."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from core.german.compounds import is_among
from core.model import ActorKind, Role, Status, Token
from core.vocabulary import Entry, VocabularyError, load
from core.vocabulary_files import names

Sign = Literal["cooperation", "conflict", "neutral"]

PlaceRole = Literal["party", "named", "only"]
"""What the state where it happens is to an event: a party to it, even where only its city is named (a visit to Wien);
a party where it is named itself; or only where it happens."""


Trait = Literal[
    "governs",
    "harm",
    "continuing",
    "lasting",
    "unique",
    "encounter",
    "journey",
    "talks",
    "assembly",
    "spoken",
    "saying",
    "demand",
    "refusal",
    "blame",
    "trade",
]
"""What rules ask of a type: its verb `governs` a clause (what is said, asked for, refused); it is a `harm`, worth
telling where nobody is named and in the passive present (`wird festgenommen`); the present tense tells that it is
`continuing`; it is `lasting`, so that one claim's date says little about another's; the same parties seldom have it
twice within months (`unique`); people or their states meet in it (`encounter`), on a `journey`, for `talks`, or in an
`assembly`, to which all who are named belong; it consists of words (`spoken`); it is no more than that it is said
(`saying`), or that something be done (`demand`), or how somebody says no to what a clause or noun tells of
(`refusal`), or finds fault with somebody or something (`blame`); what companies do is of it where no other type is
(`trade`)."""


class Frame(Entry):
    """Verbs that are a trigger only in company; `event_types/README.md` says what each condition asks.

    In lists of nouns `@person` stands for all nouns of that class in `noun_classes.toml`, and for the actors of its
    kinds. `subjects` and `objects` are deep: in the passive, the object is what the subject names.
    """

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    subject: frozenset[ActorKind] = frozenset()
    reflexive: bool = False
    destination: bool = False
    active: bool = False
    passive: bool = False
    transitive: bool = False
    intransitive: bool = False
    without: frozenset[str] = frozenset()
    status: Status | None = None
    outright: bool = False
    roles: Mapping[str, Role] = {}


class Valency(Entry):
    """The part of whoever stands around some verbs, in whatever sense that these tell of the type; as of a frame."""

    verbs: frozenset[str]
    roles: Mapping[str, Role]


class NounClass(Entry):
    """Nouns that frames ask for together, and the kinds of actors that count as one of them."""

    nouns: frozenset[str]
    actors: frozenset[ActorKind] = frozenset()


class Uneventful(Entry):
    """`vocabulary/no_events.toml`: verbs, nouns and frames that expressly tell of no event.

    `light` are the verbs that only carry the event that a noun names; `endings` are those of nouns that often name a
    happening, so that each such noun wants a decision. `adverbs` are those that the tagger takes for the particle of a
    verb (`sagte X weiter`).
    """

    verbs: frozenset[str]
    light: frozenset[str]
    adverbs: frozenset[str]
    nouns: frozenset[str]
    endings: frozenset[str]
    frames: tuple[Frame, ...] = ()


class EventType(Entry):
    """One event type: its labels, its PLOVER code and sign, the words that tell of it, and the parts around these.

    `roles` are those behind prepositions, by whatever word it is told of.
    """

    label_de: str
    label_en: str
    plover: str
    sign: Sign
    colour: str
    rank: int
    object_role: Role
    place: PlaceRole
    traits: frozenset[Trait] = frozenset()
    nouns: frozenset[str]
    verbs: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    frames: tuple[Frame, ...] = ()
    roles: Mapping[str, Role] = {}
    valency: tuple[Valency, ...] = ()
    words: tuple[Frame, ...] = ()


class _NounClasses(Entry):
    """`vocabulary/noun_classes.toml`; `apart` are words that only end like a noun of frames."""

    apart: frozenset[str]
    classes: Mapping[str, NounClass]


class _ByStatus(Entry):
    occurred: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    ongoing: frozenset[str] = frozenset()

    def status_of(self, word: str) -> Status | None:
        """The status that a word stands for, or None."""
        for status in ("occurred", "planned", "possible", "denied", "ongoing"):
            if word in getattr(self, status):
                return status
        return None


class StatusWords(Entry):
    """`vocabulary/status.toml`."""

    since: frozenset[str]
    always: frozenset[str]
    demanding: frozenset[str]
    reckoning: frozenset[str]
    contesting: frozenset[str]
    awaiting: frozenset[str]
    stances: frozenset[str]
    needing: frozenset[str]
    intending: frozenset[str]
    undeclared: frozenset[str]
    due: frozenset[str]
    coming: frozenset[str]
    lasting: frozenset[str]
    durative: frozenset[str]
    again: frozenset[str]
    soon: frozenset[str]
    decided: frozenset[str]
    planned_once: frozenset[str]
    now: frozenset[str]
    occasions: frozenset[str]
    finishing: frozenset[str]
    ending: frozenset[tuple[str, str]]
    hedges: frozenset[str]
    almost: frozenset[str]
    wishing: frozenset[str]
    otherwise: frozenset[str]
    attempting: frozenset[str]
    oneself: frozenset[str]
    cases: frozenset[str]
    habitual: frozenset[str]
    risks: frozenset[str]
    until: frozenset[str]
    operators: _ByStatus
    nouns: _ByStatus
    settings: _ByStatus
    modals: Mapping[str, Status]
    adverbs: _ByStatus
    openers: _ByStatus


class Fillers(Entry):
    """Nouns and verbs, as base forms, with which nothing is said yet."""

    nouns: frozenset[str]
    verbs: frozenset[str]


class AttributionWords(Entry):
    """`vocabulary/attribution.toml`."""

    prepositions: frozenset[str]
    postpositions: frozenset[str]
    nouns: frozenset[str]
    particle: frozenset[str]
    references: frozenset[str]
    brackets: frozenset[str]
    mere: frozenset[str]
    uttered: frozenset[str]
    fillers: Fillers


class RoleWords(Entry):
    """`vocabulary/roles.toml`."""

    partner: frozenset[str]
    target: frozenset[str]
    independent: frozenset[str]
    subsidiaries: frozenset[str]
    attacks: frozenset[str]
    interviews: frozenset[str]
    hearers: frozenset[str]
    media: frozenset[str]
    platforms: frozenset[str]
    areas: frozenset[str]
    houses: tuple[str, ...]
    lands: frozenset[str]
    locative: frozenset[str]
    where: frozenset[str]
    whither: frozenset[str]
    about_when: frozenset[str]
    settled: frozenset[str]
    seated: frozenset[str]
    there: frozenset[str]
    bodily: frozenset[str]
    aftermath: frozenset[str]
    officials: frozenset[str]
    against: frozenset[str]
    beside: frozenset[str]
    too: frozenset[str]
    among: frozenset[str]
    circumstances: frozenset[str]
    margins: frozenset[str]
    inside: frozenset[str]
    compared: frozenset[str]
    likened: tuple[str, ...]
    posts: frozenset[str]
    private: frozenset[str]
    staff: frozenset[str]
    undergone: frozenset[str]
    asked: frozenset[str]
    content: frozenset[str]
    coming: frozenset[str]
    getting: frozenset[str]
    belonging: frozenset[str]
    quoted: frozenset[str]
    speaking: frozenset[str]
    looking_on: frozenset[str]
    attending: frozenset[str]
    possessing: frozenset[str]
    possessed: frozenset[str]
    followers: frozenset[str]
    governing: frozenset[str]
    together: frozenset[str]
    affairs: frozenset[str]


class Venues(Entry):
    """`vocabulary/venues.toml`."""

    seats: frozenset[str]
    houses: frozenset[str]
    edges: frozenset[str]
    several: frozenset[str]
    everywhere: frozenset[str]
    throughout: frozenset[str]
    dwelling: tuple[str, ...]


class Victims(Entry):
    """`vocabulary/victims.toml`."""

    verbs: frozenset[str]
    reflexive: frozenset[str]
    effects: frozenset[str]
    lingering: frozenset[str]
    unclear: frozenset[str]
    accident: str
    violence: str
    classes: tuple[str, ...]


@cache
def victims() -> Victims:
    """The verbs of what befalls people, and the types that they are of."""
    return load("victims.toml", Victims)


@cache
def venues() -> Venues:
    """The nouns for where something is that has no name of its own."""
    return load("venues.toml", Venues)


@cache
def event_types() -> dict[str, EventType]:
    """Every event type by its name, which is the name of its file.

    Raises:
        VocabularyError: a file breaks the model, a plain verb or a noun stands in two of them or in `no_events.toml`,
            too, or a frame asks for a class of nouns that there is none of.
    """
    types = {name: load(f"event_types/{name}.toml", EventType) for name in names("event_types")}
    none = uneventful()
    _refuse_twice(
        {name: entry.verbs for name, entry in types.items()}, "verbs", {"verbs": none.verbs, "light": none.light}
    )
    _refuse_twice({name: entry.nouns for name, entry in types.items()}, "nouns", {"nouns": none.nouns})
    for name, entry in types.items():
        _refuse_unknown_classes(name, entry)
    return types


def _refuse_twice(
    lists: Mapping[str, frozenset[str]], key: str, uneventful_lists: Mapping[str, frozenset[str]]
) -> None:
    """A word that means two types by itself, or a type and no event, means neither: one of them needs a frame.

    Args:
        lists: the plain words of each type; small and capital letters are one.
        key: what the list is called in the types' files.
        uneventful_lists: those of `no_events.toml`, by what they are called there.
    """
    nowhere = {word.lower(): f"no_events.toml ({name})" for name, words in uneventful_lists.items() for word in words}
    owner: dict[str, str] = {}
    for name, words in lists.items():
        own = f"{name}.toml"
        for word in sorted(words):
            other = nowhere.get(word.lower()) or owner.setdefault(word.lower(), own)
            if other != own:
                raise VocabularyError(
                    f"core/vocabulary/event_types/{own}: {key}.{word}: stands in {other}, too;"
                    " leave it in one, and write a frame for what sets the other sense apart"
                )


def _refuse_unknown_classes(name: str, entry: EventType) -> None:
    classes = noun_classes()
    for frame in entry.frames:
        for noun in frame.nouns | frame.subjects | frame.objects | frame.behind | frame.without:
            if noun[0] == "@" and noun[1:] not in classes:
                raise VocabularyError(
                    f"core/vocabulary/event_types/{name}.toml: frames.{noun}: there is no such class in"
                    f" noun_classes.toml; it has {', '.join(sorted(classes))}"
                )


@cache
def noun_classes() -> Mapping[str, NounClass]:
    """Every class of nouns by its name."""
    return load("noun_classes.toml", _NounClasses).classes


def names_doer(noun: Token) -> bool:
    """Whether a noun is one for people or bodies, which can act: `Gewerkschaft`, `Demonstranten`."""
    return is_among(noun, nouns_of("person", "body"))


@cache
def nouns_of(*classes: str) -> frozenset[str]:
    """The nouns of some classes, in small letters; hundreds of frames name the same few."""
    return frozenset(noun.lower() for name in classes for noun in noun_classes()[name].nouns)


@cache
def apart() -> frozenset[str]:
    """The words, in small letters, that end like a noun of frames and are no kind of it (`Ausschuss`)."""
    return frozenset(word.lower() for word in load("noun_classes.toml", _NounClasses).apart)


@cache
def uneventful() -> Uneventful:
    """What tells of no event."""
    return load("no_events.toml", Uneventful)


@cache
def with_trait(trait: Trait) -> frozenset[str]:
    """The types that have a trait."""
    return frozenset(name for name, entry in event_types().items() if trait in entry.traits)


@cache
def bodily() -> tuple[EventType, ...]:
    """The types of what happens at one spot."""
    return tuple(event_types()[name] for name in sorted(role_words().bodily))


@cache
def bodily_nouns() -> frozenset[str]:
    """The nouns that tell of what happens at one spot, in small letters."""
    return frozenset(noun.lower() for entry in bodily() for noun in entry.nouns)


@cache
def event_nouns() -> frozenset[str]:
    """The nouns that tell of events, in small letters."""
    return frozenset(noun.lower() for entry in event_types().values() for noun in entry.nouns)


def kind_of(type_: str) -> str:
    """The types that one happening is told in, as one: a visit, and the talks on it."""
    return "encounter" if type_ in with_trait("journey") | with_trait("talks") else type_


@cache
def status_words() -> StatusWords:
    """The words that tell what happened from what is planned, possible or denied."""
    return load("status.toml", StatusWords)


@cache
def source_nouns() -> frozenset[str]:
    """The nouns for what somebody has said, in small letters."""
    return frozenset(noun.lower() for noun in attribution_words().nouns)


@cache
def attribution_words() -> AttributionWords:
    """The words that name a source."""
    return load("attribution.toml", AttributionWords)


@cache
def role_words() -> RoleWords:
    """The prepositions that tell what part an actor behind them has."""
    return load("roles.toml", RoleWords)
