"""What the rest of the document says about a name: whose it is where the sentence alone leaves that open."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from core.actors.knowledge import Knowledge
from core.actors.metonymy import is_where
from core.actors.namesakes import without_namesakes
from core.actors.organisations import OrganisationName
from core.actors.people import PersonName, speaks
from core.actors.readings import Reading
from core.actors.sentences import NamedSentence
from core.actors.words import parts, without_genitive
from core.german.tags import FINITE
from core.model import Token


def in_context(named: Sequence[NamedSentence], knowledge: Knowledge) -> list[NamedSentence]:
    """The sentences with what only the document as a whole can settle.

    A name that needs context (`die Union`) counts only where the document speaks of the same actor, of another of its
    kind and country, or of its state. A place or company that bears the surname of a person of the document (`Wales`)
    is that person, and so is a noun that does, where no article stands before it. A surname that is a company's name,
    too, stays open (`Merck lehnte ab`). A short name that the document introduced (`Umweltbund (UB)`) stands for the
    long one. The name of a ship or a street is no person's.
    """
    named = _with_speakers(named, knowledge)
    supported = _supported(named, knowledge)
    clear = [(s, p) for s in named for p in s.people if p.strong and (len(p.words) > 1 or p.title is not None)]
    known: dict[str, bool] = {}  # surnames, and whether somebody with a title or of the vocabulary bears it
    for sentence, p in clear:
        titled = p.title is not None or knowledge.names.known(" ".join(p.words)) is not None
        last = sentence.sentence.tokens[p.last].text
        for surname in {p.words[-1], *([last] if "-" in last else [])}:
            known[surname] = known.get(surname, False) or titled
    surnames = set(known)
    short = _short_names(named, knowledge)
    shared = _shared(known, short.keys() | _companies(named, knowledge), knowledge)
    short = {name: organisation for name, organisation in short.items() if name not in shared}
    completed = (
        _with_surnames(
            _with_short_names(_settled(_without(sentence, shared, knowledge), supported, surnames, knowledge), short),
            surnames - shared,
        )
        for sentence in named
    )
    return [without_namesakes(sentence, knowledge) for sentence in completed]


def _with_speakers(named: Sequence[NamedSentence], knowledge: Knowledge) -> list[NamedSentence]:
    """The sentences with the full names made strong of those who speak by surname alone: `…, sagt Muster`.

    Not so where somebody is known for sure by that surname: what else stands before it is no given name then.
    """
    every = [(sentence, person) for sentence in named for person in sentence.people]
    proven = {person.words[-1] for _, person in every if person.strong}
    speaking = {
        person.words[0]
        for sentence, person in every
        if len(person.words) == 1 and speaks(sentence.sentence.tokens, person.first, person.last + 1, knowledge)
    } - proven
    return [replace(sentence, people=[_proven(person, speaking) for person in sentence.people]) for sentence in named]


def _proven(person: PersonName, surnames: Collection[str]) -> PersonName:
    """A person made strong whose full name ends in one of some surnames."""
    full = len(person.words) > 1 and person.words[-1] in surnames
    return replace(person, strong=True, sure=True) if full else person


def _supported(named: Iterable[NamedSentence], knowledge: Knowledge) -> frozenset[tuple[str | None, str | None]]:
    """The actors named beyond doubt, as (id, None), and the countries and groups they support, as (group, country)."""
    supported: set[tuple[str | None, str | None]] = set()
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for sentence in named:
        for reading in sentence.readings:
            actor = knowledge.actors.get(reading.actor_id)
            if actor is not None and not reading.needs_context:
                supported |= {(actor.actor_id, None), (actor.group, actor.country)}
                countries[actor.country or ""].add(actor.actor_id)
        for person in sentence.people:
            for known in person.candidates if len(person.candidates) == 1 else ():
                countries[knowledge.actors[known].country or ""].add(known)
    most = max(countries, key=lambda code: len(countries[code]), default="")
    every = sum(len(actors) for actors in countries.values())
    if most and len(countries[most]) >= _FEWEST and len(countries[most]) * 2 > every:
        supported.add(("state", most))  # `der Rechnungshof` of a text that names the politicians of one country alone
    return frozenset(supported)


_FEWEST = 3  # actors of a country in a document that is about it


def _shared(known: Mapping[str, bool], companies: Collection[str], knowledge: Knowledge) -> set[str]:
    """The surnames that are, alone, the name of a company: of one that the document names, or of one of the vocabulary.

    By the latter's name is meant who has a title in the document, or is of the vocabulary, too.
    """
    actors, bearers = knowledge.actors, knowledge.names.bearers
    return {
        name
        for name, titled in known.items()
        if name in companies
        or (not titled and any(actors[one].kind == "company" for one in bearers(name, "name", "alias") if one))
    }


def _companies(named: Iterable[NamedSentence], knowledge: Knowledge) -> set[str]:
    """The names of one word of the vocabulary's companies that the document names by a longer one (`Merck KGaA`)."""
    every = (reading for sentence in named for reading in sentence.readings if reading.first < reading.last)
    companies = (actor for r in every if (actor := knowledge.actors.get(r.actor_id)) and actor.kind == "company")
    names = (name for actor in companies for name in (actor.name, *actor.aliases))
    return {first for name in names if (first := _without_legal_form(name, knowledge))}


def _without_legal_form(name: str, knowledge: Knowledge) -> str | None:
    """A name of one word, by itself or before a legal form; None for any other."""
    first, *rest = name.split()
    legal = not rest or (
        len(rest) == 1 and any(rest[0] in w for w in knowledge.patterns.organisation_words.last.values())
    )
    return first if legal else None


def _without(sentence: NamedSentence, shared: Collection[str], knowledge: Knowledge) -> NamedSentence:
    """The sentence without the bare names that a person and a company of the document share."""
    tokens = sentence.sentence.tokens

    def bare(first: int, last: int) -> bool:
        addressed = first > 0 and tokens[first - 1].text in knowledge.patterns.address  # `Herr Porsche`
        return first == last and not addressed and without_genitive(tokens[first].text) in shared

    readings = [r for r in sentence.readings if not bare(r.first, r.last)]
    organisations = [o for o in sentence.organisations if not bare(o.first, o.last)]
    people = [p for p in sentence.people if p.title is not None or not bare(p.first, p.last)]
    return replace(sentence, readings=readings, organisations=organisations, people=people)


def _settled(
    sentence: NamedSentence,
    supported: frozenset[tuple[str | None, str | None]],
    surnames: set[str],
    knowledge: Knowledge,
) -> NamedSentence:
    readings: list[Reading] = []
    persons: list[PersonName] = []
    for reading in sentence.readings:
        if _is_person(reading, sentence, surnames, knowledge):
            words = (sentence.sentence.tokens[reading.first].text,)
            persons.append(PersonName(*reading[:4], words, strong=False, sure=False))
        elif not reading.needs_context or _has_context(reading, sentence, supported, knowledge):
            readings.append(reading)
    if len(readings) == len(sentence.readings):
        return sentence
    return replace(sentence, readings=readings, people=sorted([*sentence.people, *persons], key=lambda p: p.start))


def _has_context(
    reading: Reading,
    sentence: NamedSentence,
    supported: frozenset[tuple[str | None, str | None]],
    knowledge: Knowledge,
) -> bool:
    """Whether the document supports a name, and no other state claims it (`die Demokratische Partei Serbiens`)."""
    actor = knowledge.actors[reading.actor_id]
    beside = (knowledge.actors.get(r.actor_id) for r in sentence.beginning.get(reading.last + 1, ()))
    if any(other is not None and other.kind == "state" and other.country != actor.country for other in beside):
        return False
    support = {(actor.actor_id, None), ("state", actor.country), (actor.group or "", actor.country)}
    return not supported.isdisjoint(support)


def _is_person(reading: Reading, sentence: NamedSentence, surnames: set[str], knowledge: Knowledge) -> bool:
    if not reading.whole or reading.first != reading.last or reading.name not in surnames:
        return False
    actor = knowledge.actors.get(reading.actor_id)
    return (actor is None or actor.kind != "state") and not is_where(sentence.sentence.tokens, reading.first, knowledge)


def _short_names(named: Iterable[NamedSentence], knowledge: Knowledge) -> Mapping[str, OrganisationName]:
    """The abbreviations of the document's organisations, and their names without the legal form."""
    named_by: dict[str, OrganisationName] = {}
    for sentence in named:
        for name in sentence.organisations:
            for short in (name.short, _without_legal_form(name.name, knowledge)):
                if short:
                    named_by.setdefault(short, name)
    return named_by


def _with_short_names(sentence: NamedSentence, short: Mapping[str, OrganisationName]) -> NamedSentence:
    if not short:
        return sentence
    tokens = sentence.sentence.tokens
    covered = {i for r in sentence.readings for i in range(r.first, r.last + 1)}
    covered |= {i for o in sentence.organisations for i in range(o.first, o.last + 1)}
    covered |= {i for p in sentence.people if p.strong for i in range(p.first, p.last + 1)}
    organisations = []
    for part in parts(tokens):
        name = short.get(part.text) or (short.get(without_genitive(part.text)) if part.ends_token else None)
        if name is not None and part.token not in covered:
            organisations.append(name._replace(start=part.start, end=part.end, first=part.token, last=part.token))
            covered.add(part.token)
    if not organisations:
        return sentence
    here = {name.first for name in organisations}
    people = [p for p in sentence.people if p.strong or here.isdisjoint(range(p.first, p.last + 1))]
    return replace(sentence, organisations=[*sentence.organisations, *organisations], people=people)


_SURNAME_TAGS = frozenset({"NN", "NNA", "ADJA", "ADJD", "VVFIN", "VVINF", "XY"})
_YEAR = re.compile(r"[12]\d{3}")
_NOUN_PHRASE = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "PDAT", "PIAT", "CARD"})


def _with_surnames(sentence: NamedSentence, surnames: set[str]) -> NamedSentence:
    """The sentence with the nouns that are surnames of the document's persons (`Rutte`, tagged as a noun)."""
    tokens = sentence.sentence.tokens
    people: list[PersonName] = []
    covered = _covered(sentence)
    for i, token in enumerate(tokens):
        if token.tag not in _SURNAME_TAGS or not token.text[0].isupper() or i in covered:
            continue
        named = token.text in surnames or without_genitive(token.text) in surnames
        before = _is_year(tokens, i - 1) or tokens[i - 1].tag not in _NOUN_PHRASE if i else _acts(tokens)
        if named and before:
            people.append(PersonName(token.start, token.end, i, i, (token.text,), strong=False, sure=False))
    if not people:
        return sentence
    return replace(sentence, people=sorted([*sentence.people, *people], key=lambda p: p.start))


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is the year of a date, behind which another phrase begins: `traf am 5. Januar 2023 Rutte`."""
    return at > 0 and tokens[at - 1].tag == "NN" and bool(_YEAR.fullmatch(tokens[at].text))


def _acts(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with a word before its verb or a colon (`Greste wurde verurteilt`, `Greste: …`).

    A word that sets one person against another may stand between (`Greste hingegen wurde verurteilt`).
    """
    at = 2 if len(tokens) > 1 and tokens[1].text in _ADVERSATIVE else 1
    return len(tokens) > at and (tokens[at].tag in FINITE or tokens[at].text == ":")


_ADVERSATIVE = frozenset(
    {"aber", "allerdings", "dagegen", "hingegen", "indes", "indessen", "jedoch", "selbst", "wiederum"}
)


def _covered(sentence: NamedSentence) -> set[int]:
    """The tokens that belong to a name."""
    spans = [(r.first, r.last) for r in sentence.readings]
    spans += [(o.first, o.last) for o in sentence.organisations]
    spans += [(p.first, p.last) for p in sentence.people]
    return {i for first, last in spans for i in range(first, last + 1)}
