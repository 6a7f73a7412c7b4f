"""What is known of a sentence before its phrases are made: where names and times end, and whose names they are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.model import Sentence, Token


class Landmarks(NamedTuple):
    """Tokens by what has been found in them, as indices into the sentence.

    `ends` are tokens after which a phrase ends (the last one of a time, a place, a name), `circumstances` those that
    say when or where by themselves (times, a dateline), `persons` those of persons' names, `inside` those that go on a
    name begun before them, `bodies` those of the names of parties, companies, states and the like, `doers` are nouns
    for people and bodies.
    """

    ends: frozenset[int] = frozenset()
    circumstances: frozenset[int] = frozenset()
    persons: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    doers: frozenset[int] = frozenset()


NONE = Landmarks()
"""Of a sentence in which nothing is looked for but words."""


def with_names(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with every word of a person's name tagged as a name, whatever the tagger took it for.

    Names look like words: `Habeck`, `Blinken`, `bin Salman`, `Zu Guttenberg`.

    Args:
        sentence: a tagged sentence.
        spans: where persons' names stand in the text.
    """
    named = covered(sentence.tokens, spans)
    if not named:
        return sentence
    tokens = tuple(_as_name(word) if i in named else word for i, word in enumerate(sentence.tokens))
    return sentence._replace(tokens=tokens) if tokens != sentence.tokens else sentence


def covered(words: Sequence[Token], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The tokens that lie wholly inside one of the stretches."""
    inside = [(start, end) for start, end in spans if start < words[-1].end and words[0].start < end]
    return frozenset(
        i for i, word in enumerate(words) if any(start <= word.start and word.end <= end for start, end in inside)
    )


def _as_name(word: Token) -> Token:
    return word if word.tag == "NE" else word._replace(tag="NE", lemma=word.text)
