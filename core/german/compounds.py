"""German compounds by what they end in: a `Gipfeltreffen` is a kind of `Treffen`."""

from collections.abc import Container, Iterator

from core.model import Token


def heads(compound: str) -> Iterator[str]:
    """The words that a German compound may end in, longest first, in small letters: it is one of its last part.

    `NATO-Gipfeltreffen` -> `nato-gipfeltreffen`, `gipfeltreffen`, …, `treffen`, …; parts of under four letters are
    left out, and so is what would leave a stub of under three letters before it. No part begins between c and h: an
    `Arbeiterschaft` is no `Haft`. None begins behind a particle that makes another word of a verb: a `Durchbruch` is
    no `Bruch`.
    """
    word = compound.lower().lstrip("-")
    yield word
    for cut in range(1, len(word) - 3):
        if (word[cut - 1] == "-" or cut >= 3) and word[cut - 1 : cut + 1] != "ch" and word[:cut] not in _PARTICLES:
            yield word[cut:]


_PARTICLES = frozenset({"durch", "auf", "aus", "ein"})
"""Not `vor` and `nach`: a `Vorvertrag` is a `Vertrag`."""


def head_in(compound: str, nouns: Container[str]) -> str | None:
    """The longest of the nouns (in small letters) that the compound ends in, or None."""
    return next((head for head in heads(compound) if head in nouns), None)


def is_among(noun: Token, nouns: Container[str]) -> bool:
    """Whether a noun is, or ends in, one of some nouns, which are in small letters."""
    return any(head_in(form, nouns) is not None for form in (noun.lemma, noun.text))
