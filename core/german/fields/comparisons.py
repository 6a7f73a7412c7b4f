"""Participles that only say what something is compared with: `stärker gewachsen als erwartet`, `wie angekündigt`."""

from collections.abc import Sequence

from core.german.tags import NON_FINITE, in_complex
from core.model import Token

_PARTICLES = frozenset({"als", "wie"})
_BETWEEN = frozenset({"ADV", "ADJD", "PTKNEG"})


def without_compared(chunk: Sequence[int], held: Sequence[int], words: Sequence[Token]) -> list[int]:
    """The words of a chunk that belong to the verb of its clause.

    A participle behind `als` or `wie`, at most an adverb between them, is none where the clause has another verb of
    meaning: `hat sich mehr als verdoppelt` tells of doubling.

    Args:
        chunk: the tokens of the chunk.
        held: what the clause has of its verb already.
        words: the tokens of the sentence.
    """
    own = [i for i in chunk if in_complex(words[i])]
    compared = {i for k, i in enumerate(chunk) if words[i].tag == "VVPP" and _follows_particle(chunk[:k], words)}
    left = [i for i in own if i not in compared]
    return left if any(_means(words[i]) for i in (*held, *left)) else own


def _follows_particle(before: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a particle of comparison stands at the end of some tokens, or before the adverb that does."""
    nearest = [words[i] for i in before[-2:]]
    if len(nearest) == 2 and nearest[1].tag in _BETWEEN:
        nearest.pop()
    return bool(nearest) and nearest[-1].text in _PARTICLES


def _means(word: Token) -> bool:
    """Whether a verb form is one of a main verb."""
    return word.tag in NON_FINITE or word.tag in {"VVFIN", "VVIMP"}
