"""What the files of `core/vocabulary/actors` must hold; pydantic checks it when they are loaded."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, model_validator

from core.model import ActorKind, Interval
from core.vocabulary import Entry

Continent = Literal["AF", "AS", "EU", "NA", "OC", "SA"]
Gender = Literal["f", "m"]
GrammaticalGender = Literal["f", "m", "n"]


def _listed(value: object) -> object:
    """One string stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _country(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", value):
        raise ValueError("a country is given by its ISO 3166-1 alpha-3 code, such as DEU")
    return value


Strings = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Country = Annotated[str, AfterValidator(_country)]


class State(Entry):
    """A state of today; its German and English names are the CLDR's where none are given."""

    code: str
    name: str | None = None
    name_en: str | None = None
    adjective: Strings
    continent: Annotated[tuple[Continent, ...], BeforeValidator(_listed)]
    people: Strings = ()
    woman: str | None = None
    capital: Strings = ()
    aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    id: str | None = None


class FormerState(Entry):
    """A state that is gone."""

    name: str
    name_en: str | None = None
    adjective: Strings
    aliases: tuple[str, ...] = ()


class States(Entry):
    """states.toml."""

    state: Mapping[Country, State]
    former: Mapping[str, FormerState]


class Organisation(Entry):
    """An entry of organisations.toml, companies.toml or media.toml."""

    name: str
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    kind: ActorKind | None = None
    country: Country | None = None
    group: str | None = None
    members: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    seat: str | None = None
    needs_context: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    wikidata: str | None = None


class Region(Entry):
    """An entry of `[region]` in places.toml."""

    name: str
    name_en: str | None = None
    country: Country
    adjective: Strings = ()
    aliases: tuple[str, ...] = ()


class Places(Entry):
    """places.toml."""

    cities: str
    areas: tuple[str, ...]
    nouns: frozenset[str]
    heads: frozenset[str]
    directions: tuple[str, ...]
    compass: frozenset[str]
    endings: tuple[str, ...]
    edges: frozenset[str]
    sites: frozenset[str]
    region: Mapping[str, Region]
    english: Mapping[str, str]


class Office(Entry):
    """An entry of offices.toml."""

    titles: tuple[str, ...]
    label: str
    feminine: str
    english: str
    top: bool = False


class Offices(Entry):
    """offices.toml."""

    of_state: Mapping[Country, tuple[str, ...]]
    office: Mapping[str, Office]


class Term(NamedTuple):
    """One term of an office; an open end is None."""

    person: str
    begins: date | None
    ends: date | None


_TERM = re.compile(r"(?P<name>.+) (?P<begins>[\d.-]+)/(?P<ends>[\d.-]+)")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def _days(value: str) -> Interval | None:
    """The days that an EDTF day, month or year allows; None for the open end `..`.

    Not by `core.time.edtf`: that brings all of core.time with it, which an app that asks for an office can do without.

    Raises:
        ValueError: it is none of these, or not in the calendar.
    """
    if value == "..":
        return None
    match = _DATE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no date; write 2021-10-04, 2021-10, 2021 or ..")
    year = int(match[1])
    if match[2] is None:
        return Interval(date(year, 1, 1), date(year, 12, 31))
    month = int(match[2])
    if match[3] is None:
        return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    day = date(year, month, int(match[3]))
    return Interval(day, day)


def _term(value: str) -> Term:
    match = _TERM.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no term; write 'Name begin/end'")
    begins, ends = _days(match["begins"]), _days(match["ends"])
    term = Term(match["name"], begins.first if begins else None, ends.last if ends else None)
    if term.begins and term.ends and term.begins > term.ends:
        raise ValueError(f"{value!r} ends before it begins")
    return term


def _terms(value: object) -> object:
    return [_term(item) for item in value if isinstance(item, str)] if isinstance(value, list) else value


class Holders(Entry):
    """holders.toml: body -> office -> terms."""

    holders: Mapping[str, Mapping[str, Annotated[tuple[Term, ...], BeforeValidator(_terms)]]]


class Person(Entry):
    """An entry of persons.toml."""

    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    country: Country | None = None
    role: str | None = None
    role_en: str | None = None
    wikidata: str | None = None
    id: str | None = None


class Persons(Entry):
    """persons.toml."""

    person: Mapping[str, Person]


Words = Annotated[frozenset[str], BeforeValidator(lambda value: value.split() if isinstance(value, str) else value)]


class Names(Entry):
    """names.toml."""

    family_first: frozenset[str]
    both_orders: frozenset[str]
    first_particles: frozenset[str]
    particles: frozenset[str]
    nobiliary: frozenset[str]
    after_surname: frozenset[str]
    common_surnames: Words
    no_surnames: Words
    female: Words
    male: Words


class OrganisationWords(Entry):
    """Words by which an organisation is known, by the kind of actor it is, and those that join the words of a name.

    `described` are what compounds end in that stand before a name; `of_field` what head nouns end in that may have
    their field behind `für` as part of the name; `common` are no names for all their last word; `of_places` are what
    stands before a place's name where the city or region is meant that runs it; `with_place` is what nouns end in that
    are a name with a place behind them; `societies` are nouns before whom a body is of (`Bund Deutscher Muster`).
    """

    joining: frozenset[str]
    common: frozenset[str]
    of_field: tuple[str, ...]
    of_places: frozenset[str]
    with_place: tuple[str, ...]
    societies: frozenset[str]
    described: Mapping[ActorKind, tuple[str, ...]]
    first: Mapping[ActorKind, frozenset[str]]
    last: Mapping[ActorKind, frozenset[str]]
    descriptor: Mapping[ActorKind, frozenset[str]]
    ending: Mapping[ActorKind, Mapping[GrammaticalGender, tuple[str, ...]]]


class Pairs(Entry):
    """Nouns after `beide` and `die zwei`."""

    nouns: frozenset[str]
    persons: frozenset[str]
    compounded: frozenset[str]


class Credits(Entry):
    """Marks of a picture's credit."""

    words: frozenset[str]
    agencies: frozenset[str]


class Namesakes(Entry):
    """What bears the names of persons and is none."""

    nouns: tuple[str, ...]
    abbreviations: frozenset[str]
    links: tuple[str, ...]


class Patterns(Entry):
    """patterns.toml."""

    title_endings: tuple[str, ...]
    honorifics: frozenset[str]
    politicians: frozenset[str]
    gendered_address: Mapping[Gender, frozenset[str]]
    address: frozenset[str]
    no_titles: frozenset[str]
    kin: frozenset[str]
    former: tuple[str, ...]
    deputy: tuple[str, ...]
    colleagues: tuple[str, ...]
    successors: tuple[str, ...]
    times_of_office: tuple[str, ...]
    speech_verbs: frozenset[str]
    locative: frozenset[str]
    place_only: frozenset[str]
    land_nouns: frozenset[str]
    agentive: frozenset[str]
    travel: frozenset[str]
    government: frozenset[str]
    ministry_endings: tuple[str, ...]
    state_acts: frozenset[str]
    capitals: frozenset[str]
    stance_prefixes: tuple[str, ...]
    no_mention: frozenset[str]
    namesakes: Namesakes
    forces: Mapping[str, str]
    bodies: Mapping[str, str]
    legal_forms: frozenset[str]
    organisation_words: OrganisationWords
    taken_up_by: Mapping[str, frozenset[str]]
    continents: Mapping[Continent, str]
    pairs: Pairs
    credits: Credits


class OrganisationFile(Entry):
    """organisations.toml, companies.toml, media.toml: sections of actors under their ids."""

    sections: Mapping[str, Mapping[str, Organisation]]

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, data: object) -> object:
        return {"sections": data}
