"""All actors of a document: known names, persons and organisations that no list knows, and what takes them up again."""

from collections.abc import Iterable, Sequence

from core.actors.anaphora import Memory
from core.actors.context import in_context
from core.actors.credits import credit_tokens
from core.actors.knowledge import Knowledge
from core.actors.known import read, scan
from core.actors.mentions import named_mentions, offices
from core.actors.names import given
from core.actors.organisations import organisations
from core.actors.people import people
from core.actors.readings import Reading
from core.actors.resolve import settle
from core.actors.sentences import NamedSentence
from core.actors.values import DocumentActors, Place
from core.model import Interval, Mention, Sentence


def find(
    text: str, sentences: Sequence[Sentence], knowledge: Knowledge, published: Interval | None = None
) -> DocumentActors:
    """The actors of one document.

    Args:
        text: the document as stored; the offsets count in it.
        sentences: the document's tagged sentences, in order.
        knowledge: the vocabulary.
        published: when the document was written, where that is known. It settles two things: who `der Premierminister`
            is where no name is near, and which of two holders of one surname is meant (`US-Präsident Bush`; without
            it, the later one). All else is the same without it, so that offices may serve to date the document.
    """
    named = in_context([_names(sentence, knowledge) for sentence in sentences], knowledge)
    settled = settle(named, knowledge, published)
    memory = Memory(knowledge, lambda actor_id: settled.unknown.get(actor_id) or knowledge.actors[actor_id], published)
    mentions = [
        mention
        for sentence, names in zip(named, named_mentions(named, settled, knowledge), strict=True)
        for mention in memory.take_up(sentence, names)
    ]
    return DocumentActors(
        mentions=tuple(Mention(m.start, m.end, text[m.start : m.end], m.actor_id, m.kind) for m in mentions),
        unknown=tuple(settled.unknown.values()),
        offices=tuple(
            office
            for sentence, people_here in zip(named, settled.people, strict=True)
            for office in offices(text, sentence, people_here, knowledge)
        ),
        places=tuple(Place(r.start, r.end, r.name) for sentence in named for r in sentence.readings if r.place),
        attributive=frozenset((m.start, m.end) for m in mentions if m.attributive),
    )


def _names(sentence: Sentence, knowledge: Knowledge) -> NamedSentence:
    tokens = sentence.tokens
    credit = credit_tokens(sentence, knowledge)
    hits = [hit for hit in scan(sentence, knowledge) if hit.first not in credit]
    readings = [r for r in read(sentence, hits, knowledge) if not _is_surname(r, sentence, knowledge)]
    taken = [i in credit for i in range(len(tokens))]
    _take(taken, (reading for reading in readings if reading.actor_id))
    unknown = organisations(sentence, taken, knowledge)
    readings = [r for r in readings if r.actor_id or not any(o.first <= r.first <= o.last for o in unknown)]
    _take(taken, (reading for reading in readings if not reading.actor_id))
    persons, titles = people(sentence, hits, taken, knowledge)
    return NamedSentence(sentence, readings, unknown, persons, titles)


def _is_surname(reading: Reading, sentence: Sentence, knowledge: Knowledge) -> bool:
    """Whether a place or company is the surname after a given name (`Konrad Freiberg`, `Henry Ford`)."""
    if not reading.first or not reading.whole or reading.first != reading.last:
        return False
    actor = knowledge.actors.get(reading.actor_id)
    before = sentence.tokens[reading.first - 1]
    return (
        (actor is None or actor.kind in {"place", "company"})
        and before.tag in {"NE", "FM", "NN"}
        and given(before.text, knowledge)
    )


def _take(taken: list[bool], readings: Iterable[Reading]) -> None:
    for reading in readings:
        taken[reading.first : reading.last + 1] = [True] * (reading.last + 1 - reading.first)
