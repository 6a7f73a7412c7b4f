"""What German nouns are made of: a `Staatsbesuch` of `Staat` and `Besuch`."""

from collections.abc import Iterator
from functools import lru_cache

from core.search import dictionary
from core.search.figures import figures


@lru_cache(maxsize=200_000)
def parts(noun: str) -> tuple[str, ...]:
    """The nouns that a compound is made of, and those that these are made of; none where a dictionary has no such.

    Of several ways to part it, that with the longest last part is taken: `Bundesverfassungsgericht` -> `Bund`,
    `Verfassungsgericht`, `Verfassung`, `Gericht`.
    """
    noun = noun.capitalize()
    for cut in range(2, len(noun) - 1):
        head = noun[cut:].capitalize()
        if noun[cut - 1 : cut + 1] == "ch" or not _is_part(head):
            continue
        if first := next((one for one in _firsts(noun[:cut]) if _is_part(one)), None):
            return (*_with_parts(first), *_with_parts(head))
    return ()


def _with_parts(noun: str) -> tuple[str, ...]:
    return noun, *parts(noun)


def _firsts(begin: str) -> Iterator[str]:
    """The words that the begin of a compound may be."""
    known = figures().compounds
    if begin.lower() in known.particles:
        return
    yield begin
    yield from (begin.removesuffix(link) for link in known.links if begin.endswith(link))
    yield from (begin + lost for lost in known.dropped)


def _is_part(noun: str) -> bool:
    known = figures().compounds
    if len(noun) < known.shortest:
        return noun in known.short
    return noun.lower() not in known.particles | known.endings and dictionary.knows(noun)
