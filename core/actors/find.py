"""All actors of a document: known names, persons and organisations that no list knows, and what takes them up again."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.actors.affiliation import memberships
from core.actors.anaphora import Anaphora
from core.actors.context import in_context
from core.actors.credits import credit_tokens
from core.actors.homonyms import by_country
from core.actors.knowledge import Knowledge
from core.actors.known import readings_of, scan
from core.actors.mentions import held_offices, named_mentions
from core.actors.names import given
from core.actors.organisations import OrganisationName, is_longer, organisations
from core.actors.people import PersonName, people
from core.actors.readings import Hit, Reading
from core.actors.references import references
from core.actors.resolve import Settled, settle
from core.actors.sentences import NamedSentence
from core.actors.unknown_places import unknown_places
from core.actors.values import DocumentActors, Place
from core.german.tags import QUANTIFIERS
from core.model import Interval, Mention, OfficeMention, Sentence


@dataclass(frozen=True, slots=True)
class NamedText:
    """A document with the names in it, before it is settled who they are: all that needs no date."""

    text: str
    sentences: tuple[NamedSentence, ...]


def read(text: str, sentences: Iterable[Sentence], knowledge: Knowledge) -> NamedText:
    """The names in one document; nearly all the work is here.

    Args:
        text: the document as stored; the offsets count in it.
        sentences: the document's tagged sentences, in order.
        knowledge: the vocabulary.
    """
    names = [_names(sentence, knowledge) for sentence in sentences]
    return NamedText(text, tuple(in_context(by_country(names, knowledge), knowledge)))


def offices(named: NamedText, knowledge: Knowledge, published: Interval | None = None) -> tuple[OfficeMention, ...]:
    """The persons named together with an office; they may serve to date the document, so no date is needed."""
    return _offices(named, settle(named.sentences, knowledge, published), knowledge)


def identify(named: NamedText, knowledge: Knowledge, published: Interval | None = None) -> DocumentActors:
    """The actors that the names and words of one document stand for.

    Args:
        named: the document, read.
        knowledge: the vocabulary.
        published: when the document was written, where that is known. It settles two things: who `der Premierminister`
            is where no name is near, and which of two holders of one surname is meant (`US-Präsident Bush`; without
            it, the later one). All else is the same without it.
    """
    settled = settle(named.sentences, knowledge, published)
    names = list(zip(named.sentences, named_mentions(named.sentences, settled, knowledge), strict=True))
    belonging = tuple(
        membership
        for sentence, people_here in zip(named.sentences, settled.people, strict=True)
        for membership in memberships(sentence, people_here, knowledge)
    )
    reader = Anaphora(
        knowledge, lambda key: settled.unknown.get(key) or knowledge.actors[key], published, names, belonging
    )
    mentions = [mention for sentence, here in names for mention in reader.take_up(sentence, here)]
    return DocumentActors(
        mentions=tuple(Mention(m.start, m.end, named.text[m.start : m.end], m.actor_id, m.kind) for m in mentions),
        unknown=tuple(settled.unknown.values()),
        offices=_offices(named, settled, knowledge),
        places=tuple(Place(r.start, r.end, r.name) for s in named.sentences for r in s.readings if r.place),
        attributive=frozenset((m.start, m.end) for m in mentions if m.attributive),
        memberships=belonging,
    )


def find(
    text: str, sentences: Iterable[Sentence], knowledge: Knowledge, published: Interval | None = None
) -> DocumentActors:
    """The actors of one document: `read` and `identify` in one."""
    return identify(read(text, sentences, knowledge), knowledge, published)


def _offices(named: NamedText, settled: Settled, knowledge: Knowledge) -> tuple[OfficeMention, ...]:
    return tuple(
        office
        for sentence, people_here in zip(named.sentences, settled.people, strict=True)
        for office in held_offices(named.text, sentence, people_here, knowledge)
    )


def _names(sentence: Sentence, knowledge: Knowledge) -> NamedSentence:
    tokens = sentence.tokens
    credit = credit_tokens(sentence, knowledge)
    known = scan(sentence, knowledge)
    begun = {hit.first for hit in known}
    hits = [
        hit
        for hit in known
        if hit.first not in credit and not (hit.whole and is_longer(tokens, hit.first, hit.last, knowledge))
        if hit.last + 1 in begun or not _is_given_name(hit, sentence, knowledge)
    ]
    readings = [r for r in readings_of(sentence, hits, knowledge) if not _is_surname(r, sentence, knowledge)]
    readings = [r for r in readings if not _only_describes(r, readings, sentence, knowledge)]
    readings = [r for r in readings if not _are_people(r, sentence, knowledge)]
    taken = [i in credit for i in range(len(tokens))]
    _take(taken, (reading for reading in readings if reading.actor_id))
    unknown = organisations(sentence, taken, knowledge)
    in_names = {i for name in unknown for i in range(name.first, name.last + 1)}
    readings = [r for r in readings if r.first not in in_names]
    _take(taken, (reading for reading in readings if not reading.actor_id))
    persons, titles = people(sentence, hits, taken, knowledge)
    _take(taken, unknown)
    _take(taken, (person for person in persons if person.candidates or person.strong or person.title is not None))
    readings += unknown_places(sentence, taken, knowledge)
    return NamedSentence(sentence, sorted(readings), unknown, persons, titles)


def _is_given_name(hit: Hit, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether a known name is the given name before a surname that is unknown (`Benedikt Lund`, `Riad Muster`)."""
    if not hit.whole or hit.first != hit.last or hit.last + 1 >= len(sentence.tokens):
        return False
    word, following = sentence.tokens[hit.last], sentence.tokens[hit.last + 1]
    surname = following.tag == "NE" and following.text[0].isupper() and not following.text.isupper()
    touches = following.start == word.end + 1
    where = hit.first > 0 and sentence.tokens[hit.first - 1].tag in {"APPR", "APPRART"}
    return surname and touches and not where and given(word.text, knowledge)


def _is_surname(reading: Reading, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether a place, a company or a name that needs context is the surname after a given name (`Henry Ford`)."""
    if not reading.first or not reading.whole or reading.first != reading.last:
        return False
    actor = knowledge.actors.get(reading.actor_id)
    before = sentence.tokens[reading.first - 1]
    if actor is None and _is_of_house(sentence, reading.first - 1, knowledge):
        return True
    return (
        (actor is None or actor.kind in {"place", "company"} or reading.needs_context)
        and before.tag in {"NE", "FM", "NN"}
        and given(before.text, knowledge)
    )


def _only_describes(reading: Reading, others: Iterable[Reading], sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether a common noun for a body stands right before the name of another one: `die Bundespolizei FBI`."""
    if not reading.whole or reading.first != reading.last or sentence.tokens[reading.first].tag != "NN":
        return False
    behind = next((other for other in others if other.first == reading.last + 1 and other.whole), None)
    bodies = [knowledge.actors.get(one.actor_id) for one in (reading, behind) if one is not None]
    kinds = {body.kind for body in bodies if body is not None}
    return behind is not None and behind.name.isupper() and len(bodies) == 2 and kinds == {"organisation"}


def _are_people(reading: Reading, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether the name of a state stands for some of its people, who are called the same: `tausende Ungarn`."""
    plural = reading.name.lower()
    people = {knowledge.peoples.get(form) for form in (plural, plural.removesuffix("n"))}
    if not reading.whole or not reading.first or reading.actor_id not in people:
        return False
    before = sentence.tokens[reading.first - 1]
    return before.tag in QUANTIFIERS or before.text.lower() in references().people_counted


def _is_of_house(sentence: Sentence, particle: int, knowledge: Knowledge) -> bool:
    """Whether a particle goes with a title of nobility and given names before it: `Prinz Ernst August von Hannover`."""
    if sentence.tokens[particle].text not in knowledge.names_of.first_particles:
        return False
    k = particle - 1
    while k > 0 and given(sentence.tokens[k].text, knowledge):
        k -= 1
    return 0 <= k < particle - 1 and sentence.tokens[k].text in knowledge.names_of.nobiliary


def _take(taken: list[bool], names: Iterable[Reading | OrganisationName | PersonName]) -> None:
    for name in names:
        taken[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
