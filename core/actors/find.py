"""All actors of a document: known names, persons and organisations that no list knows, and what takes them up again."""

from collections.abc import Iterable, Sequence

from core.actors.anaphora import Memory
from core.actors.knowledge import Knowledge
from core.actors.credits import credit_tokens
from core.actors.known import Reading, read, scan
from core.actors.mentions import named_mentions, offices
from core.actors.organisations import organisations
from core.actors.people import people
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
        published: when the document was written, where that is known; then `der Premierminister` without any name is
            the holder at that time. Everything else, the office mentions included, is the same without it.
    """
    named = [_names(sentence, knowledge) for sentence in sentences]
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
    readings = read(sentence, hits, knowledge)
    taken = [i in credit for i in range(len(tokens))]
    _take(taken, (reading for reading in readings if reading.actor_id))
    unknown = organisations(sentence, taken, knowledge)
    readings = [r for r in readings if r.actor_id or not any(o.first <= r.first <= o.last for o in unknown)]
    _take(taken, (reading for reading in readings if not reading.actor_id))
    persons, titles = people(sentence, hits, taken, knowledge)
    return NamedSentence(sentence, readings, unknown, persons, titles)


def _take(taken: list[bool], readings: Iterable[Reading]) -> None:
    for reading in readings:
        taken[reading.first : reading.last + 1] = [True] * (reading.last + 1 - reading.first)
