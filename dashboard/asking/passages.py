"""The words of a text in which something was found."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from core.search.query import Query, occurrences
from dashboard.asking.corpus import Corpus
from dashboard.asking.finding import FoundLines
from dashboard.asking.texts import around

_STRETCH = 120
"""From the first to the last word that was found there are no more characters than so many."""

_PART = 20_000
"""So many characters of a line are looked at in one go: a text may be a single line."""

_LOOKED_AT = 24
"""Of the first so many documents it is looked whether events are made of what was found."""

_ROOM = 45
"""Before the first of these and behind the last stand as many characters."""


class Piece(NamedTuple):
    """Words of a passage, and whether they are what was searched for."""

    words: str
    found: bool


class Passage(NamedTuple):
    """A stretch of a text in pieces; `told` says whether events are made of all that was found in it."""

    pieces: tuple[Piece, ...]
    told: bool


def untold_first(corpus: Corpus, found: Sequence[FoundLines], query: Query | None) -> list[FoundLines]:
    """What is found, that first whose passage no event is made of: the rest is shown as events anyway."""
    if query is None:
        return list(found)
    head = sorted(found[:_LOOKED_AT], key=lambda one: passage(corpus, one, query).told)
    return [*head, *found[_LOOKED_AT:]]


def passage(corpus: Corpus, found: FoundLines, query: Query) -> Passage:
    """The stretch of a line in which most of what is searched for stands; one that no event is made of, if any."""
    text = corpus.texts.of(found.doc_id)
    claims = corpus.claims.inside(found.doc_id)
    claims = claims[~claims["event_id"].isin(list(corpus.gone))]
    quoted = list(zip(claims["start"].tolist(), claims["end"].tolist(), strict=True))
    begins = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    stretches = (_stretch(text, begins[line], begins[line + 1] - 1, query, quoted) for line in found.lines)
    told = []
    for one in stretches:
        if not one.told:
            return one
        told.append(one)
    return told[0]


def _stretch(text: str, begin: int, end: int, query: Query, quoted: Sequence[tuple[int, int]]) -> Passage:
    """The stretch of a line in which most stands; of two, the one that is not quoted for an event."""
    hits: list[tuple[int, int]] = []
    for part in range(begin, end, _PART):
        found = occurrences(text[part : min(part + _PART, end)], query)
        if hits := [(part + first, part + last) for first, last in found]:
            break
    if not hits:  # words that are one in the index and none in the text, such as signs that only look like letters
        return Passage((Piece(text[begin:end][:_STRETCH], False),), False)
    free = [not any(start <= first and last <= stop for start, stop in quoted) for first, last in hits]
    counts = [max(1, sum(first <= other and stop <= first + _STRETCH for other, stop in hits)) for first, _ in hits]
    at = max(range(len(hits)), key=lambda one: (any(free[one : one + counts[one]]), counts[one], -one))
    inside = slice(at, at + counts[at])
    return Passage(tuple(_pieces(text, hits[inside])), not any(free[inside]))


def _pieces(text: str, hits: list[tuple[int, int]]) -> list[Piece]:
    before, after = around(text, hits[0][0], hits[-1][1], _ROOM)
    pieces = [Piece(before, False)]
    for at, (first, last) in enumerate(hits):
        if at:
            pieces.append(Piece(text[hits[at - 1][1] : first], False))
        pieces.append(Piece(text[first:last], True))
    return [*pieces, Piece(after, False)]
