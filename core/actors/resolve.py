"""Who the persons and organisations named in a document are: one id for one of them, within the document."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.actors.affiliation import origin
from core.actors.knowledge import Knowledge, spellings
from core.actors.names import given
from core.actors.people import PersonName
from core.actors.readings import Reading
from core.actors.sentences import NamedSentence
from core.actors.titles import Title, is_title
from core.actors.values import Actor, Tenure
from core.actors.whose import title_of
from core.actors.words import loose, slug, without_genitive
from core.german.grammar import grammar
from core.model import Interval, Sentence


@dataclass(slots=True)
class Settled:
    """The persons of each sentence with their ids, in the order of the text; the ids of the unknown organisations by
    name; and all actors that no list knows, by id."""

    people: list[list[tuple[PersonName, str]]]
    organisations: dict[str, str]
    unknown: dict[str, Actor]


_SHORTEST_IN_CAPITALS = 4  # letters; a shorter word in capitals is an abbreviation


def settle(named: Sequence[NamedSentence], knowledge: Knowledge, published: Interval | None) -> Settled:
    """Give every person named in the document an id, and every unknown organisation.

    The clearest names come first: full names, then surnames with a title, then the rest, which is settled by them.
    """
    register = _Register(knowledge, published)
    people: list[list[tuple[PersonName, str]]] = [[] for _ in named]
    waiting = [(n, person) for n, sentence in enumerate(named) for person in sentence.people]
    for clear in (lambda person: _full(person) and _begins(person, knowledge), _full, _titled, _any):
        rest = []
        for n, person in waiting:
            if not clear(person):
                rest.append((n, person))
                continue
            of = title_of(person.title, named[n], knowledge) if person.title else None
            of = of or origin(person, named[n], knowledge)
            people[n].extend(register.identify(n, named[n].sentence, person, of))
        waiting = rest
    for persons in people:
        persons.sort(key=lambda item: item[0].start)
    organisations, unknown = _organisations(named, knowledge)
    return Settled(people, organisations, register.unknown | unknown)


def _full(person: PersonName) -> bool:
    return bool(person.candidates) or (len(person.words) > 1 and person.strong)


def _begins(person: PersonName, knowledge: Knowledge) -> bool:
    """Whether a full name begins with a given name: it tells of which name `Präsident Peña Nieto` is the end."""
    return bool(person.candidates) or given(person.words[0], knowledge)


def _titled(person: PersonName) -> bool:
    return person.title is not None


def _any(_: PersonName) -> bool:
    return True


class _Register:
    """The persons of a document so far."""

    def __init__(self, knowledge: Knowledge, published: Interval | None) -> None:
        self.knowledge = knowledge
        self.day = published.last if published else None
        self.unknown: dict[str, Actor] = {}
        self.by_surname: dict[str, list[str]] = defaultdict(list)
        self.named_in: dict[str, int] = {}  # the sentence that gives the full name first
        self.keeps_surname: set[str] = set()  # those called by it before another of that name came up
        self._at = 0

    def identify(self, at: int, sentence: Sentence, person: PersonName, of: str | None) -> list[tuple[PersonName, str]]:
        """The person's id; nothing where it is not clear that there is one, or who. `at` is the sentence's number."""
        actor_id: str | None
        self._at = at
        if person.candidates:
            actor_id = self._remember(self._best(person.candidates, person, of) or person.candidates[-1])
        elif len(person.words) == 1:
            actor_id = self._surname(person.words[0], person, of)
        elif len(rest := self._without_particles(person.words)) == 1:
            actor_id = self._surname(rest[0], person, of)
        elif not person.strong and (apart := self._apart(sentence, person)):
            return apart
        else:
            actor_id = self._full_name(sentence, person, of)
        if actor_id and len(person.words) > 1:
            self.named_in[actor_id] = min(at, self.named_in.get(actor_id, at))
        return [(person, actor_id)] if actor_id else []

    def _apart(self, sentence: Sentence, person: PersonName) -> list[tuple[PersonName, str]]:
        """Two surnames side by side (`bekräftigte Rutte Kishidas Haltung`), where both are known."""
        persons = []
        for i in range(person.first, person.last + 1):
            token = sentence.tokens[i]
            word = replace(person, start=token.start, end=token.end, first=i, last=i, words=(token.text,), title=None)
            actor_id = self._surname(token.text, word, None)
            if actor_id is None:
                return []
            persons.append((word, actor_id))
        return persons

    def _full_name(self, sentence: Sentence, person: PersonName, of: str | None) -> str | None:
        words = self._natural(self._without_case(sentence, person))
        for last in dict.fromkeys((words[-1], without_genitive(words[-1]))):
            for known in self.by_surname.get(loose(last), []):
                if self._ends_name((*words[:-1], last), known):
                    return known
                if self._same_given(words[0], known):
                    return self._extend(known, " ".join([*words[:-1], last]))
            for known in self.knowledge.surnames.get(loose(last), ()):
                if self._same_given(words[0], known):
                    return self._remember(known)
        if not person.sure:
            return None
        return self._new(words, person, of)

    def _without_case(self, sentence: Sentence, person: PersonName) -> Sequence[str]:
        """A name without the ending of the genitive, where the noun that it owns stands behind: `Bo Lunds Anwalt`."""
        behind = sentence.tokens[person.last + 1 : person.last + 2]
        owns = any(word.tag == "NN" or is_title(word.text, self.knowledge) for word in behind)
        if not owns or behind[0].text.lower() in grammar().nouns.of_time:
            return person.words
        return (*person.words[:-1], without_genitive(person.words[-1]))

    def _natural(self, words: Sequence[str]) -> list[str]:
        """Given name first, and not in capitals; what stands in front is a family name where it is all capitals."""
        natural = [word.capitalize() if word.isupper() and len(word) > 2 else word for word in words]
        turned = len(words) == 2 and words[0].isupper() and not words[1].isupper()
        if turned and given(natural[1], self.knowledge) and not given(natural[0], self.knowledge):
            return [natural[1], natural[0]]
        return natural

    def _same_given(self, word: str, actor_id: str) -> bool:
        actor = self.unknown.get(actor_id) or self.knowledge.actors[actor_id]
        first = actor.name.split()
        return len(first) == 1 or loose(first[0]) == loose(word) or (word[:1] == first[0][:1] and len(word) <= 2)

    def _ends_name(self, words: Sequence[str], actor_id: str) -> bool:
        """Whether words without a given name are the surnames of somebody: `Peña Nieto` of `Enrique Peña Nieto`."""
        actor = self.unknown.get(actor_id) or self.knowledge.actors[actor_id]
        begin, end = actor.name.split()[: -len(words)], actor.name.split()[-len(words) :]
        return bool(begin) and not given(words[0], self.knowledge) and [*map(loose, end)] == [*map(loose, words)]

    def _without_particles(self, words: Sequence[str]) -> Sequence[str]:
        """`Van Basten` at the head of a sentence -> `Basten`."""
        return words[1:] if words[0].lower() in self.knowledge.names_of.particles else words

    def _surname(self, word: str, person: PersonName, of: str | None) -> str | None:
        if person.title is None and word.isalpha() and word.isupper() and len(word) < _SHORTEST_IN_CAPITALS:
            return None  # `die MA 22` is no Ma
        for form in dict.fromkeys((word, without_genitive(word))):
            key = loose(form)
            if here := self.by_surname.get(key):
                return self._best(here, person, of) or self._only_one_named(here)
            if known := self.knowledge.surnames.get(key):
                titled = person.title is not None and person.title.offices
                best = self._best(known, person, of) if titled else self._famous(known, form)
                if best:
                    return self._remember(best)
        if not person.strong or (person.title is None and person.gender is None):
            return None
        return self._new(person.words, person, of)

    def _only_one_named(self, ids: Sequence[str]) -> str | None:
        """Of several of one surname, the only one named in full by now, who keeps it; nobody where that is open."""
        known = [actor_id for actor_id in ids if self.named_in.get(actor_id, self._at + 1) <= self._at]
        if len(known) == 1:
            self.keeps_surname.add(known[0])
        return next((actor_id for actor_id in known if actor_id in self.keeps_surname), None)

    def _best(self, ids: Sequence[str], person: PersonName, of: str | None) -> str | None:
        """The one that title and gender fit; of several, who holds the office at the time, else who did last."""
        title = person.title
        fitting = [i for i in ids if self._fits(i, person, of)]
        if title is not None and title.offices and not fitting:
            return None
        pool = fitting or list(ids)
        if len(pool) > 1 and title is not None and title.offices:
            known = [i for i in pool if i in self.knowledge.actors]
            pool = sorted(known or pool, key=lambda i: self._recency(i, title.offices))
        return pool[-1] if len(pool) == 1 or (title is not None and title.offices) else None

    def _fits(self, actor_id: str, person: PersonName, of: str | None) -> bool:
        actor = self.unknown.get(actor_id)
        if actor is not None:
            return person.gender is None or actor.gender is None or person.gender == actor.gender
        actor = self.knowledge.actors[actor_id]
        if person.title is None or not person.title.offices or person.title.deputy:
            return True
        return bool(terms(actor, person.title, of))

    def _recency(self, actor_id: str, offices: Sequence[str]) -> tuple[bool, date]:
        """Whether a person holds one of the offices when the document was written, and when the last term began."""
        known = self.knowledge.actors.get(actor_id)
        held = [t for t in known.tenures if t.office in offices] if known is not None else []
        in_office = self.day is not None and any(t.covers(self.day) for t in held)
        begins = [t.begins or date.min for t in held if self.day is None or (t.begins or date.min) <= self.day]
        return in_office, max(begins, default=date.min)

    def _famous(self, ids: Sequence[str], form: str) -> str | None:
        """A holder of a high office whose surname alone is enough."""
        if form in self.knowledge.names_of.common_surnames:
            return None
        offices = self.knowledge.offices
        high = [i for i in ids if any(offices[t.office].top for t in self.knowledge.actors[i].tenures)]
        return high[0] if len(high) == 1 and len(ids) == 1 else None

    def _remember(self, actor_id: str) -> str:
        actor = self.knowledge.actors[actor_id]
        for key in spellings(actor, self.knowledge.names_of):
            if actor_id not in self.by_surname[key]:
                self.by_surname[key].append(actor_id)
        return actor_id

    def _extend(self, actor_id: str, name: str) -> str:
        """A fuller form of the name of someone met before."""
        actor = self.unknown.get(actor_id)
        if actor is not None and len(name.split()) > len(actor.name.split()) and name != actor.name:
            self.unknown[actor_id] = replace(actor, name=name, aliases=(*actor.aliases, actor.name))
        return actor_id

    def _new(self, words: Sequence[str], person: PersonName, of: str | None) -> str:
        name = " ".join(words)
        actor_id = slug(name)
        if actor_id in self.knowledge.actors:
            return self._remember(actor_id) if self.knowledge.actors[actor_id].kind == "person" else actor_id
        if actor_id not in self.unknown:
            state = self.knowledge.actors.get(of) if of else None
            self.unknown[actor_id] = Actor(
                actor_id,
                name,
                "person",
                country=state.country if state else None,
                role=person.role,
                gender=person.gender,
            )
        key = loose(words[-1])
        if actor_id not in self.by_surname[key]:
            self.by_surname[key].append(actor_id)
        return actor_id


def _organisations(named: Iterable[NamedSentence], knowledge: Knowledge) -> tuple[dict[str, str], dict[str, Actor]]:
    """The ids of the organisations by name, and those that are new; an abbreviation of a known one tells who it is."""
    ids: dict[str, str] = {}
    unknown: dict[str, Actor] = {}
    longer = _with_first_word(named, knowledge)
    for sentence in named:
        for name in sentence.organisations:
            known = knowledge.names.known(name.short) if name.short else None
            full = longer.get(name.name, name.name)
            actor_id = ids.setdefault(name.name, known or slug(full))
            if actor_id not in knowledge.actors and actor_id not in unknown:
                aliases = (name.short,) if name.short else ()
                unknown[actor_id] = Actor(actor_id, full, name.kind, aliases, group=name.kind)
        for reading in sentence.readings:
            if reading.actor_id and reading.actor_id not in knowledge.actors:
                unknown[reading.actor_id] = _body(reading, knowledge)
    return ids, unknown


def _with_first_word(named: Iterable[NamedSentence], knowledge: Knowledge) -> dict[str, str]:
    """Names of two words and more -> the same with a word like `FC` before it, which the document uses as well."""
    first = frozenset().union(*knowledge.patterns.organisation_words.first.values())
    names = {name.name.partition(" ") for sentence in named for name in sentence.organisations}
    return {rest: word + blank + rest for word, blank, rest in names if word in first and " " in rest}


def _body(reading: Reading, knowledge: Knowledge) -> Actor:
    """The armed forces or another body of a state, read from a demonym and a noun."""
    state = reading.body_of or ""
    kind = (reading.actor_id or "").removeprefix(f"{state}-").replace("-", " ").capitalize()
    military = any(reading.actor_id == f"{state}-{suffix}" for suffix in knowledge.patterns.forces.values())
    return Actor(
        reading.actor_id,
        reading.name,
        "military" if military else "organisation",
        country=knowledge.actors[state].country,
        member_of=(state,),
        group="force" if military else None,
        name_en=f"{kind} ({knowledge.actors[state].english})",
    )


def terms(actor: Actor, title: Title, of: str | None) -> list[Tenure]:
    """The terms of office of a known person that a title can mean."""
    return [t for t in actor.tenures if t.office in title.offices and (of is None or t.of == of)]
