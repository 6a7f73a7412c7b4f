"""German nouns in English, by themselves and by their parts."""

from collections.abc import Iterator, Mapping
from functools import cache

from core.events.translation.lexicon import Nouns, lexicon
from core.events.translation.words import one_of
from core.vocabulary import load

_SHORTEST = 4
"""Characters of a part of a compound."""


class _Nouns(Nouns):
    """The file `english_nouns.toml`."""

    ambiguous: frozenset[str]
    first_parts: Mapping[str, str]
    last_parts: Mapping[str, str]


@cache
def _nouns() -> _Nouns:
    return load("english_nouns.toml", _Nouns)


def matter(noun: str) -> str | None:
    """A German noun in English as what something is about; None where it is not known, or can mean something else."""
    low = noun.lower()
    doubtful = any(form in _nouns().ambiguous for form in forms(low))
    return None if doubtful else translated(noun)


def translated(noun: str) -> str | None:
    """A German noun in English: as it is listed, or by its parts where both are sure; None where these are not."""
    low, known = noun.lower(), _nouns()
    for form in forms(low):
        if form in known.by_noun:
            return known.by_noun[form]
    for form in forms(low):
        for last, english in known.last_parts.items():
            if form.endswith(last) and (first := known.first_parts.get(form.removesuffix(last))) is not None:
                return f"{first} {english}"
    return None


def in_sentence(noun: str, word: str) -> str | None:
    """A German noun in English as a sentence has it, be it one that says little by itself; None where it is not known.

    Args:
        noun: its base form.
        word: the noun as it stands, for the abbreviation that it may begin with.
    """
    low, known = noun.lower(), lexicon().by_noun
    for form in forms(low):
        if form in known:
            return known[form] or None
    if (listed := translated(noun)) is not None:
        return listed
    if (measure := lexicon().measures.get(noun)) is not None:
        return measure
    first, _, last = word.partition("-")
    if last and first.isupper() and (english := _last_part(last.lower())) is not None:
        return f"{first} {english}"
    return next(_compounds(low), None)


def _compounds(noun: str) -> Iterator[str]:
    """A compound in English by its parts, the longest first part first."""
    for cut in range(len(noun) - _SHORTEST, _SHORTEST - 2, -1):
        first, last = _first_part(noun[:cut]), _last_part(noun[cut:])
        if first is not None and last is not None:
            yield f"{first} {last}"


def _first_part(part: str) -> str | None:
    """The first part of a compound in English: as it is listed, or a noun, be it with an `s` or `n` behind it."""
    if (known := _nouns().first_parts.get(part)) is not None:
        return known
    every = (part, part.removesuffix("s"), part.removesuffix("n"), part.removesuffix("en"))
    nouns = (_listed(form) for form in every if len(form) >= _SHORTEST)
    return next((one_of(noun) for noun in nouns if noun is not None), None)


def _last_part(noun: str) -> str | None:
    """The last part of a compound in English; it is a base form already."""
    known = lexicon().by_noun
    return (known[noun] or None) if noun in known else _listed(noun)


def _listed(noun: str) -> str | None:
    """A German noun in English as it is listed, unless it can mean something else."""
    return None if noun in _nouns().ambiguous else _nouns().by_noun.get(noun)


def forms(noun: str) -> tuple[str, ...]:
    """A noun in small letters, and what it may be the plural or another case of."""
    return (noun, *(noun.removesuffix(end) for end in ("en", "n", "e", "s", "er")))
