"""Clause to noun phrases: by the sentence's parse where the backbone gives one, else by word order and articles."""

from collections.abc import Iterator, Sequence

from core.german.fields.phrases import phrases as by_fields
from core.german.landmarks import NONE, Landmarks
from core.german.parsed.phrases import phrases as by_parse
from core.german.values import Clause, Phrase
from core.model import Sentence

__all__ = ["Phrase", "before_preposition", "first_of_list", "is_inside", "phrases", "whole"]


def phrases(sentence: Sentence, clause: Clause, landmarks: Landmarks = NONE) -> tuple[Phrase, ...]:
    """The noun phrases of a clause in order; one of those without a preposition is its subject, where it has one.

    A parse knows by itself where a phrase ends; the landmarks tell it to those that go by word order.
    """
    return by_parse(sentence, clause) if sentence.arcs else by_fields(sentence, clause, landmarks)


def whole(phrases: Sequence[Phrase], at: int) -> Iterator[int]:
    """The tokens of a phrase from its first to that of its last attribute: `die Leichen von fünf Flüchtlingen`."""
    last = at
    while last + 1 < len(phrases) and _goes_on(phrases[last], phrases[last + 1]):
        last += 1
    yield from range(phrases[at].tokens[0], phrases[last].tokens[-1] + 1)


def before_preposition(phrases: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The phrase right behind which another one stands with its preposition: `Gespräche` of `Gespräche über Hilfen`.

    Of a list it is the same for each: `Chefs` for both of `die Chefs von Muster und Beispiel`.
    """
    first = first_of_list(phrases, phrase)
    return next((other for other in phrases if other.tokens[-1] == first.tokens[0] - 2), None)


def first_of_list(phrases: Sequence[Phrase], phrase: Phrase) -> Phrase:
    """The first of the phrases listed behind one preposition, by any: `Norwegen` of `in Norwegen und Finnland`."""
    while phrase.joined:
        before = (other for other in phrases if other.tokens[-1] < phrase.tokens[0])
        listed = [other for other in before if other.preposition == phrase.preposition]
        if not listed:
            break
        phrase = listed[-1]
    return phrase


def is_inside(phrase: Phrase, other: Phrase) -> bool:
    """Whether a phrase stands within another: `die | von Rebellen | kontrollierte Stadt`."""
    return other.tokens[0] < phrase.tokens[0] and phrase.tokens[-1] < other.tokens[-1]


def _goes_on(phrase: Phrase, following: Phrase) -> bool:
    if following.function == "attribute":
        return following.tokens[0] == phrase.tokens[-1] + 1
    return following.preposition == "von" and following.tokens[0] == phrase.tokens[-1] + 2
