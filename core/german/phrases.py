"""Clause to noun phrases: by the sentence's parse where the backbone gives one, else by word order and articles."""

from core.german.fields.phrases import phrases as by_fields
from core.german.landmarks import NONE, Landmarks
from core.german.parsed.phrases import phrases as by_parse
from core.german.values import Clause, Phrase
from core.model import Sentence

__all__ = ["Phrase", "phrases"]


def phrases(sentence: Sentence, clause: Clause, landmarks: Landmarks = NONE) -> tuple[Phrase, ...]:
    """The noun phrases of a clause in order; one of those without a preposition is its subject, where it has one.

    A parse knows by itself where a phrase ends; the landmarks tell it to those that go by word order.
    """
    return by_parse(sentence, clause) if sentence.arcs else by_fields(sentence, clause, landmarks)
