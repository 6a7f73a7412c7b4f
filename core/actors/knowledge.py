"""What is known about actors before a text is read: the vocabulary files as one indexed value."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from babel import Locale

from core.actors.gazetteer import Gazetteer, Use
from core.actors.schema import (
    Gender,
    Holders,
    Names,
    Office,
    Offices,
    Organisation,
    OrganisationFile,
    Patterns,
    Person,
    Persons,
    Places,
    States,
)
from core.actors.values import Actor, Tenure
from core.actors.words import fold, loose, slug
from core.model import ActorKind
from core.vocabulary import Model, VocabularyError, parse
from core.vocabulary_files import names, text

_FOLDER = "actors"
_KINDS: Mapping[str, ActorKind] = {"organisations": "organisation", "companies": "company", "media": "media"}


class Holder(NamedTuple):
    """Who held an office, from and till when; an open end is None."""

    actor_id: str
    begins: date | None
    ends: date | None


@dataclass(frozen=True)
class Knowledge:
    """The vocabulary, indexed.

    Attributes:
        actors: all known actors by id.
        names: the index of their names.
        surnames: persons by surname, folded by `words.loose`.
        peoples: states by the noun for one of their people, small letters, every form (`norweger`, `dänin`).
        adjectives: states and regions by demonym, without ending (`japanisch`).
        titles: offices by title in small letters, feminine forms included.
        state_of_title: the state whose office a title names by itself, by title in small letters (`bundeskanzler`).
        holders: (office, state or organisation) -> the persons who held it, by begin of their terms.
        offices: the offices by key.
        states: ISO code -> the state.
        seats: what a city may stand for beside its state (`Brüssel` for NATO and EU).
        forces: the armed forces of a state, by actor id, where the vocabulary lists them.
        homonyms: names that bodies of several countries bear -> these, in the order of the files.
        continent: the continents of a state, by actor id.
        patterns, names_of: the vocabularies of patterns.toml and names.toml.
        place_nouns: nouns after which a name is a place; `place_heads` are what other such nouns end in.
        directions: what makes the name of a place that of a part of it.
        compass: words behind which `von` has a place behind it.
        edges: nouns for what has its name from the land that it ends or surrounds.
        sites: nouns for what stands in a town whose adjective says which.
        town_endings: what names of towns end in that the tagger may take for nouns.
        wide_places: the names of states, regions, seas and other areas, in which other places lie.
        places_en: what places are called in English, by each German name of theirs, where that is not the same.
        taken_up: common nouns that take up an organisation or a state -> the groups of actors that they may mean.
    """

    actors: Mapping[str, Actor]
    names: Gazetteer
    surnames: Mapping[str, tuple[str, ...]]
    peoples: Mapping[str, str]
    adjectives: Mapping[str, str]
    titles: Mapping[str, tuple[str, ...]]
    state_of_title: Mapping[str, str]
    holders: Mapping[tuple[str, str], tuple[Holder, ...]]
    offices: Mapping[str, Office]
    states: Mapping[str, str]
    seats: Mapping[str, tuple[str, ...]]
    forces: Mapping[str, str]
    homonyms: Mapping[str, tuple[str, ...]]
    continent: Mapping[str, tuple[str, ...]]
    place_nouns: frozenset[str]
    place_heads: frozenset[str]
    directions: tuple[str, ...]
    compass: frozenset[str]
    edges: frozenset[str]
    sites: frozenset[str]
    town_endings: tuple[str, ...]
    wide_places: frozenset[str]
    places_en: Mapping[str, str]
    taken_up: Mapping[str, frozenset[str]]
    names_of: Names
    patterns: Patterns

    def gender(self, given_name: str) -> Gender | None:
        """The gender of a given name, where only one is known."""
        return _gender(given_name, self.names_of)

    def with_role(self, actor: Actor, day: date | None = None) -> Actor:
        """A person with the role of a day: the office held then (the higher one of two), else the last one held before.

        Without a day, or with none held by then, the latest office known; without any office, the role in the list.
        """
        begun = [t for t in actor.tenures if day is None or (t.begins or date.min) <= day] or list(actor.tenures)
        if not begun:
            return actor
        held = [t for t in begun if day is not None and t.covers(day)]
        tenure = self.highest(held) if held else max(begun, key=lambda t: t.begins or date.min)
        return replace(actor, role=self.label(actor, tenure), role_en=self.label_en(tenure))

    def highest(self, held: Sequence[Tenure]) -> Tenure:
        """Of the offices that one person holds at a time, the highest; of equals, the one taken last."""
        return max(held, key=lambda t: (self.offices[t.office].top, t.begins or date.min))

    def label(self, actor: Actor, tenure: Tenure) -> str:
        """An office in German, of a man or woman, with the state or organisation in brackets."""
        office = self.offices[tenure.office]
        label = office.feminine if actor.gender == "f" else office.label
        return label.format(of=self.actors[tenure.of].name)

    def label_en(self, tenure: Tenure) -> str:
        """An office in English, with the state or organisation in brackets."""
        return self.offices[tenure.office].english.format(of=self.actors[tenure.of].english)


@cache
def load() -> Knowledge:
    """The vocabulary of this package.

    Raises:
        VocabularyError: a file is missing or breaks its schema; the message names file and entry.
    """
    every = (f"{name}.toml" for name in names(_FOLDER))
    return build({name: text(f"{_FOLDER}/{name}") for name in every})


def build(texts: Mapping[str, str]) -> Knowledge:
    """The vocabulary from the texts of its files, by file name.

    Raises:
        VocabularyError: a file is missing or breaks its schema, or an entry refers to something that does not exist.
    """
    return _Builder(texts).build()


class _Builder:
    """Gathers what the files say, file by file."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.actors: dict[str, Actor] = {}
        self.names = Gazetteer()
        self.peoples: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.seats: dict[str, tuple[str, ...]] = {}
        self.continent: dict[str, tuple[str, ...]] = {}
        self.states: dict[str, str] = {}  # ISO code -> id
        self.seats_of_states: dict[str, list[str]] = defaultdict(list)
        self.member_of: dict[str, list[str]] = defaultdict(list)
        self.file_of: dict[str, str] = {}  # where an organisation, a company or a medium stands

    def build(self) -> Knowledge:
        patterns, names = self._read("patterns.toml", Patterns), self._read("names.toml", Names)
        vocabulary = self._read("offices.toml", Offices)
        offices = vocabulary.office
        self._states()
        places = self._places()
        for name, kind in _KINDS.items():
            self._organisations(name, kind)
        holders = self._persons(offices, names)
        for actor_id, groups in self.member_of.items():
            if actor_id not in self.actors:
                file = self.file_of[groups[0]]
                raise VocabularyError(f"core/vocabulary/{_FOLDER}/{file}: {groups[0]}: no actor {actor_id!r}")
            if gone := next((group for group in groups if group not in self.actors), None):
                raise VocabularyError(
                    f"core/vocabulary/{_FOLDER}/{self.file_of[actor_id]}: {actor_id}: no actor {gone!r}"
                )
            self.actors[actor_id] = replace(self.actors[actor_id], member_of=tuple(groups))
        return Knowledge(
            actors=self.actors,
            names=self.names,
            surnames=_surnames(self.actors.values(), names),
            peoples=self.peoples,
            adjectives=self.adjectives,
            titles=_titles(offices),
            state_of_title=self._states_of_titles(vocabulary.of_state),
            holders=holders,
            offices=offices,
            states=self.states,
            seats=self.seats,
            forces={
                self.states[actor.country]: actor.actor_id
                for actor in self.actors.values()
                if actor.group == "force" and actor.country and not actor.member_of
            },
            homonyms=_homonyms(self.actors, self.seats_of_states),
            continent=self.continent,
            place_nouns=places.nouns,
            place_heads=places.heads,
            directions=places.directions,
            compass=places.compass,
            edges=places.edges,
            sites=places.sites,
            town_endings=places.endings,
            wide_places=self._wide(places),
            places_en=self._places_en(places.english),
            taken_up=_inverted(patterns.taken_up_by),
            names_of=names,
            patterns=patterns,
        )

    def _read(self, name: str, model: type[Model]) -> Model:
        if name not in self.texts:
            raise VocabularyError(f"core/vocabulary/{_FOLDER}/{name}: file missing")
        return parse(self.texts[name], model, f"{_FOLDER}/{name}")

    def _add(self, actor: Actor, uses: Mapping[str, Use] | None = None) -> None:
        self.actors[actor.actor_id] = actor
        uses = uses or {}
        self.names.add(actor.name, actor.actor_id, uses.get(actor.name, "name"))
        for alias in actor.aliases:
            self.names.add(alias, actor.actor_id, uses.get(alias, "alias"))

    def _states(self) -> None:
        german, english = Locale("de").territories, Locale("en").territories
        vocabulary = self._read("states.toml", States)
        for code, state in vocabulary.state.items():
            if state.code not in german and state.id is None:
                raise VocabularyError(f"core/vocabulary/{_FOLDER}/states.toml: {code}: no CLDR name for {state.code!r}")
            state_id = state.id or slug(english[state.code].replace("&", "and"))
            names = tuple(dict.fromkeys((state.name or german[state.code], german[state.code], *state.aliases)))
            self.states[code] = state_id
            self.continent[state_id] = state.continent
            name_en = state.name_en or english[state.code]
            other = None if name_en == names[0] else name_en
            self._add(Actor(state_id, names[0], "state", names[1:], code, group="state", name_en=other))
            self._demonyms(state_id, state.adjective)
            self.peoples |= {form: state_id for noun in state.people for form in _of_the_people(noun, state.woman)}
            for seat in state.seats:
                self.names.add(seat, state_id, "seat")
                self.seats_of_states[seat].append(state_id)
            for capital in state.capital:
                self.names.add(capital, state_id, "capital")
        for state_id, gone in vocabulary.former.items():
            self._add(Actor(state_id, gone.name, "state", gone.aliases, group="state", name_en=gone.name_en))
            self._demonyms(state_id, gone.adjective)

    def _states_of_titles(self, titles: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
        for code in titles:
            if code not in self.states:
                raise VocabularyError(f"core/vocabulary/{_FOLDER}/offices.toml: of_state.{code}: no such state")
        return {title.lower(): self.states[code] for code, those in titles.items() for title in those}

    def _demonyms(self, actor_id: str, adjectives: tuple[str, ...]) -> None:
        for adjective in adjectives:
            self.adjectives.setdefault(fold(adjective), actor_id)

    def _places(self) -> Places:
        places = self._read("places.toml", Places)
        for region_id, region in places.region.items():
            self.actors[region_id] = Actor(
                region_id, region.name, "place", region.aliases, region.country, name_en=region.name_en
            )
            self._demonyms(region_id, region.adjective)
            for name in (region.name, *region.aliases):
                self.names.add(name, region_id, "region")
        for name in (*places.cities.split(), *places.areas):
            self.names.add(name, "", "place")
        return places

    def _wide(self, places: Places) -> frozenset[str]:
        states = [actor for actor in self.actors.values() if actor.kind == "state"]
        regions = [self.actors[region] for region in places.region]
        return frozenset(places.areas).union(*({actor.name, *actor.aliases} for actor in (*states, *regions)))

    def _places_en(self, english: Mapping[str, str]) -> Mapping[str, str]:
        """The English names of states, regions, bases, cities and areas by their German ones, where they differ."""
        for name in english:
            if not self.names.is_place(name) and self.names.known(name) is None:
                raise VocabularyError(f"core/vocabulary/{_FOLDER}/places.toml: english.{name}: no such place")
        english_of = {actor.name: actor.english for actor in self.actors.values() if actor.kind != "person"}
        for actor in self.actors.values():
            if actor.kind in {"state", "place"}:
                english_of |= dict.fromkeys(actor.aliases, actor.english)
        return {german: name for german, name in (english_of | dict(english)).items() if german != name}

    def _organisations(self, name: str, kind: ActorKind) -> None:
        file = f"{name}.toml"
        for section in self._read(file, OrganisationFile).sections.values():
            for actor_id, entry in section.items():
                if actor_id in self.actors:
                    raise VocabularyError(f"core/vocabulary/{_FOLDER}/{file}: {actor_id}: this id is used twice")
                self.file_of[actor_id] = file
                self._organisation(actor_id, entry, kind)

    def _organisation(self, actor_id: str, entry: Organisation, kind: ActorKind) -> None:
        kind = entry.kind or kind
        group = entry.group or (kind if kind in {"company", "media"} else None)
        uses: dict[str, Use] = {}
        aliases = entry.aliases
        if entry.needs_context or entry.quoted:
            uses |= dict.fromkeys(entry.needs_context, "context")
            uses |= dict.fromkeys(entry.quoted, "quoted")
            aliases = (*aliases, *(name for name in uses if name not in aliases))
        actor = Actor(
            actor_id,
            entry.name,
            kind,
            aliases,
            entry.country,
            wikidata_id=entry.wikidata,
            group=group,
            name_en=entry.name_en,
        )
        self._add(actor, uses)
        for member in entry.members:
            self.member_of[self.states.get(member, member)].append(actor_id)
        if entry.member_of:
            self.member_of[actor_id].extend(entry.member_of)
        if entry.seat:
            self.seats[entry.seat] = (*self.seats.get(entry.seat, ()), actor_id)

    def _persons(self, offices: Mapping[str, Office], names: Names) -> Mapping[tuple[str, str], tuple[Holder, ...]]:
        listed = self._read("persons.toml", Persons).person
        tenures: dict[str, list[Tenure]] = {name: [] for name in listed}
        for body, lists in self._read("holders.toml", Holders).holders.items():
            of = self.states.get(body, body)
            if of not in self.actors:
                raise VocabularyError(f"core/vocabulary/{_FOLDER}/holders.toml: {body}: no such state or organisation")
            for office, terms in lists.items():
                if office not in offices:
                    raise VocabularyError(f"core/vocabulary/{_FOLDER}/holders.toml: {body}.{office}: no such office")
                for term in terms:
                    tenures.setdefault(term.person, []).append(Tenure(office, of, term.begins, term.ends))
        holders: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        for name, held in tenures.items():
            person = self._person(name, listed.get(name, Person()), held, names)
            for tenure in held:
                holders[tenure.office, tenure.of].append(Holder(person.actor_id, tenure.begins, tenure.ends))
        return {
            key: tuple(sorted(value, key=lambda holder: holder.begins or date.min)) for key, value in holders.items()
        }

    def _person(self, name: str, entry: Person, tenures: list[Tenure], names: Names) -> Actor:
        held_in = [self.actors[t.of].country for t in tenures]
        country = entry.country or next(filter(None, held_in), None)
        given = name.split()[1] if country in names.family_first and " " in name else name.split()[0]
        gender = entry.gender or _gender(given, names)
        aliases = [*entry.aliases]
        for spelling in (name, *entry.aliases):
            words = spelling.split()
            if country in names.both_orders and len(words) == 2:
                aliases.append(f"{words[1]} {words[0]}")
        person = Actor(
            entry.id or slug(name),
            name,
            "person",
            tuple(dict.fromkeys(aliases)),
            country,
            entry.role,
            wikidata_id=entry.wikidata,
            gender=gender,
            tenures=tuple(sorted(tenures, key=lambda t: t.begins or date.min)),
            role_en=entry.role_en,
        )
        self._add(person, {name: "context"} if " " not in name else None)
        if regnal := _REGNAL.search(name):
            self.names.add(name[: regnal.start()], person.actor_id, "context")
        return person


def _of_the_people(man: str, woman: str | None) -> tuple[str, ...]:
    """The singular forms of the noun for one of a people, in small letters: `däne`, `dänen`, `dänin`.

    The feminine is regular where `woman` does not give it.
    """
    noun = man.lower()
    plain = (noun, noun + "n") if noun.endswith("e") else (noun, noun + "s")
    return (*plain, woman.lower() if woman else noun.removesuffix("e") + "in")


_REGNAL = re.compile(r" [IVX]+\.$")  # kings and popes have no surname


def _gender(given: str, names: Names) -> Gender | None:
    female, male = given in names.female, given in names.male
    return None if female == male else "f" if female else "m"


def _surnames(actors: Iterable[Actor], names: Names) -> Mapping[str, tuple[str, ...]]:
    bearers: dict[str, list[str]] = defaultdict(list)
    for actor in actors:
        if actor.kind == "person" and not _REGNAL.search(actor.name):
            for key in spellings(actor, names):
                bearers[key].append(actor.actor_id)
    return {key: tuple(ids) for key, ids in bearers.items()}


def surname(name: str, country: str | None, names: Names) -> str:
    """The surname in a full name as German papers write it: `Xi` of `Xi Jinping`, `Kishida` of `Fumio Kishida`."""
    words = [word for word in name.split() if word not in names.after_surname]
    return words[0] if country in names.family_first else words[-1]


def spellings(actor: Actor, names: Names) -> tuple[str, ...]:
    """The surname of a person in all its spellings, folded by `words.loose`: of the name, and of full aliases.

    An alias whose last word begins otherwise, or is a given name, is no other spelling, but another name.
    """
    known, first = loose(surname(actor.name, actor.country, names)), loose(actor.name.split()[0])
    if actor.country in names.family_first:
        return (known,)
    others = (loose(surname(alias, actor.country, names)) for alias in actor.aliases if " " in alias)
    return tuple(dict.fromkeys((known, *(other for other in others if other[:1] == known[:1] and other != first))))


def _titles(offices: Mapping[str, Office]) -> Mapping[str, tuple[str, ...]]:
    offices_of: dict[str, list[str]] = defaultdict(list)
    for key, office in offices.items():
        for title in office.titles:
            offices_of[title.lower()].append(key)
            offices_of[title.lower() + "in"].append(key)
    return {title: tuple(dict.fromkeys(keys)) for title, keys in offices_of.items()}


def _homonyms(actors: Mapping[str, Actor], seats: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """The names of several countries' bodies; states whose seats bear one (`das Kanzleramt`) come first."""
    bearers: dict[str, list[Actor]] = defaultdict(list)
    for seat, states in seats.items():
        bearers[seat] += [actors[state_id] for state_id in states]
    for actor in actors.values():
        if actor.kind not in {"person", "state", "place"} and actor.country:
            for name in {actor.name, *actor.aliases}:
                bearers[name].append(actor)
    return {
        name: tuple(actor.actor_id for actor in those)
        for name, those in bearers.items()
        if len({actor.country for actor in those}) > 1
    }


def _inverted(groups: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    groups_of: dict[str, set[str]] = defaultdict(set)
    for group, nouns in groups.items():
        for noun in nouns:
            groups_of[noun].add(group)
    return {noun: frozenset(those) for noun, those in groups_of.items()}
