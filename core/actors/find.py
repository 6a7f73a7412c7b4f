"""All actors of a document: known names, persons and organisations that no list knows, and what takes them up again."""

from collections.abc import Sequence

from core.actors.anaphora import take_up
from core.actors.knowledge import Knowledge
from core.actors.known import read, scan
from core.actors.organisations import organisations
from core.actors.people import people
from core.actors.resolve import settle
from core.actors.sentences import NamedSentence
from core.actors.values import DocumentActors
from core.model import Interval, Sentence


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
    return take_up(text, named, settled, knowledge, published)


def _names(sentence: Sentence, knowledge: Knowledge) -> NamedSentence:
    hits = scan(sentence, knowledge)
    readings = read(sentence, hits, knowledge)
    taken = [False] * len(sentence.tokens)
    for reading in readings:
        taken[reading.first : reading.last + 1] = [True] * (reading.last + 1 - reading.first)
    unknown = organisations(sentence, taken, knowledge)
    persons, titles = people(sentence, hits, taken, knowledge)
    return NamedSentence(sentence, readings, unknown, persons, titles)
