"""From names with ids to mentions with offsets, and the offices that the text gives to persons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from core.actors.affiliation import bracketed
from core.actors.knowledge import Knowledge
from core.actors.people import PersonName
from core.actors.readings import Reading
from core.actors.resolve import Settled, terms
from core.actors.sentences import NamedSentence
from core.actors.titles import Title
from core.actors.values import Actor
from core.actors.whose import attribute, title_of, unknown_attribute
from core.german.cases import GENITIVE_OF_NAMES
from core.german.grammar import grammar
from core.model import MentionKind, OfficeMention, Token


class Named(NamedTuple):
    """A mention with its place in the sentence.

    `attributive` says that it only describes something else; `free` that no preposition and no genitive or dative
    article holds it, so that it may be the subject; `title` is a person's.
    """

    start: int
    end: int
    first: int
    last: int
    actor_id: str
    kind: MentionKind
    attributive: bool
    free: bool
    title: Title | None = None


def taking_up(
    tokens: Sequence[Token], first: int, last: int, actor_id: str, kind: MentionKind, *, free: bool = True
) -> Named:
    """The mention of an actor in the words from token `first` to `last`, which are not its name."""
    return Named(tokens[first].start, tokens[last].end, first, last, actor_id, kind, attributive=False, free=free)


def named_mentions(sentences: Sequence[NamedSentence], settled: Settled, knowledge: Knowledge) -> Iterator[list[Named]]:
    """The names of each sentence as mentions, in order."""
    ids = _short_forms(sentences, knowledge)
    for n, sentence in enumerate(sentences):
        tokens = sentence.sentence.tokens
        singular = [title for title in sentence.titles if not _is_plural(title, tokens)]
        whose = ((title, attribute(title, sentence)) for title in singular)
        described = {r for title, r in whose if r is not None and not _is_of_several(title, r, tokens)}
        described.update(r for person in sentence.people for r in bracketed(person.last, sentence))
        owners = {name for title in sentence.titles if (name := unknown_attribute(title, sentence)) is not None}
        mentions = []
        for reading in sentence.readings:
            if reading.actor_id:
                attributive = reading in described
                actor_id = ids.get(reading.name, reading.actor_id)
                free = reading.whole and _is_free(sentence, reading.first)
                mentions.append(Named(*reading[:4], actor_id, reading.kind, attributive, free))
        for name in sentence.organisations:
            actor_id = settled.organisations[name.name]
            mentions.append(Named(*name[:4], actor_id, "name", name in owners, _is_free(sentence, name.first)))
        for person, actor_id in settled.people[n]:
            kind: MentionKind = "name" if len(person.words) > 1 else "alias"
            person = _with_particles(
                person, settled.unknown.get(actor_id) or knowledge.actors[actor_id], tokens, knowledge
            )
            begin = person.title.first if person.title and person.title.first < person.first else person.first
            genitive = _genitive(person, actor_id, settled, knowledge) and person.last + 1 < len(tokens)
            free = not person.compound and not genitive and _is_free(sentence, begin)
            mentions.append(
                Named(person.start, person.end, person.first, person.last, actor_id, kind, False, free, person.title)
            )
        yield sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _is_plural(title: Title, tokens: Sequence[Token]) -> bool:
    """Whether a title is that of several, who stand for whom they hold it of: `die Außenminister des Irans und …`."""
    return title.first > 0 and tokens[title.first - 1].text.lower() == "die" and not title.feminine


def _is_of_several(title: Title, whose: Reading, tokens: Sequence[Token]) -> bool:
    """Whether several act for whom a title names behind it: `mit Vertretern von Muster`; not so `Muster-Vertretern`."""
    return whose.first > title.last and tokens[title.last].text.endswith(("ern", "innen"))


def _short_forms(sentences: Sequence[NamedSentence], knowledge: Knowledge) -> Mapping[str, str]:
    """Names of one word (`Mitsubishi`) -> the one company of the document whose longer name begins with it."""
    longer: dict[str, set[str]] = {}
    for sentence in sentences:
        for reading in sentence.readings:
            head, blank, _ = reading.name.partition(" ")
            actor = knowledge.actors.get(reading.actor_id)
            if blank and actor is not None and actor.kind == "company":
                longer.setdefault(head, set()).add(reading.actor_id)
    return {head: next(iter(ids)) for head, ids in longer.items() if len(ids) == 1}


def _genitive(person: PersonName, actor_id: str, settled: Settled, knowledge: Knowledge) -> bool:
    actor = settled.unknown.get(actor_id) or knowledge.actors[actor_id]
    word = person.words[-1]
    return word.endswith(GENITIVE_OF_NAMES) and word not in actor.name.split()


def _with_particles(person: PersonName, actor: Actor, tokens: Sequence[Token], knowledge: Knowledge) -> PersonName:
    """A surname that opens a sentence, with the particles of the name before it: `Zu Guttenberg reiste nach Wien`."""
    *before, _ = actor.name.split()
    particles = list(takewhile(lambda word: word in knowledge.names_of.particles, reversed(before)))[::-1]
    first = person.first - len(particles)
    opening = [token.text for token in tokens[max(first, 0) : person.first]]
    opens = not any(token.text[0].isalnum() for token in tokens[: max(first, 0)])
    if not particles or not opens or opening != [particles[0].capitalize(), *particles[1:]]:
        return person
    return replace(person, start=tokens[first].start, first=first)


_HELD = frozenset({"APPR", "APPRART"})
_OBLIQUE = frozenset({"dem", "den", "des", "einem", "einen", "eines", "einer", "deren", "dessen"})


def _is_free(sentence: NamedSentence, first: int) -> bool:
    """Whether nothing before a name, or before the first of the names that it is listed with, shows it no subject."""
    tokens, of_time = sentence.sentence.tokens, grammar().nouns.of_time
    for _ in range(_LONGEST_LIST):
        i = first - 1
        while i >= 0 and tokens[i].tag in {"ADJA", "ART", "PPOSAT", "PDAT"}:
            if tokens[i].text.lower() in _OBLIQUE:
                return False
            i -= 1
        if i <= 0 or tokens[i].tag not in {"KON", "$,"} or tokens[i - 1].tag not in {"NE", "FM"}:
            genitive = i == first - 2 and tokens[i].tag == "NN" and tokens[i].text.lower() not in of_time
            return i < 0 or (tokens[i].tag not in _HELD and not genitive)
        first = i - 1
    return True


_LONGEST_LIST = 20


def held_offices(
    text: str, sentence: NamedSentence, people: Sequence[tuple[PersonName, str]], knowledge: Knowledge
) -> Iterator[OfficeMention]:
    """The offices that titles give to known persons, with all terms that the title can mean taken together."""
    tokens = sentence.sentence.tokens
    for person, actor_id in people:
        title, actor = person.title, knowledge.actors.get(actor_id)
        if title is None or actor is None or title.deputy:
            continue
        held = terms(actor, title, title_of(title, sentence, knowledge))
        if not held:
            continue
        start, end = min(tokens[title.first].start, person.start), max(tokens[title.last].end, person.end)
        begins = [term.begins for term in held if term.begins]
        ends = [term.ends for term in held if term.ends]
        yield OfficeMention(
            start,
            end,
            text[start:end],
            actor_id,
            held[-1].office,
            min(begins) if len(begins) == len(held) else None,
            max(ends) if len(ends) == len(held) else None,
            title.former,
        )
