"""Stretches of texts that people's decisions hold on to, found again after their text was edited.

An anchor is made of the selectors of the W3C's Web Annotation Data Model: where the stretch was, what stood there, and
what stood before and behind. Offsets are code points, the end exclusive.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

_AROUND = 32
"""Code points before and behind that tell apart a quote that stands in a text more than once; Hypothes.is keeps 32."""


class Anchor(msgspec.Struct, frozen=True):
    """A stretch of a document's stored text.

    `prefix` and `suffix` are the characters before and behind it, at most 32 of them, fewer at an end of the text.
    """

    doc_id: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


class Place(NamedTuple):
    """Where a stretch is in a text."""

    start: int
    end: int


def anchor(doc_id: str, text: str, start: int, end: int) -> Anchor:
    """Hold on to a stretch of a text.

    Args:
        doc_id: the document.
        text: its stored text.
        start: where the stretch begins.
        end: where it ends.

    Raises:
        ValueError: there is no such stretch, or it is empty.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no stretch {start}-{end} in a text of {len(text)} characters")
    return Anchor(doc_id, start, end, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def occurrences(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Place]:
    """Where words stand in a text, or between two places of it, and are no part of longer ones."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return (Place(*match.span()) for match in pattern.finditer(text, start, len(text) if end is None else end))


def find(sought: Anchor, text: str) -> Place | None:
    """Where an anchored stretch stands in a text, which may have been edited since.

    It is where it was, if the same characters stand there with what stood around them. Else it is where most of what
    stood around it does; of several such places, that nearest to where it was. None where its characters are gone, or
    where they stand at several places and nothing around them tells which is meant.
    """
    places = list(_places(sought.quote, text))
    if not places:
        return None
    around = {start: _around(sought, text, start) for start in places}
    most = max(around.values())
    if most == 0 and len(places) > 1:
        return None
    best = min((start for start in places if around[start] == most), key=lambda start: abs(start - sought.start))
    return Place(best, best + len(sought.quote))


def closest(sought: Place, places: Mapping[str, Place]) -> str | None:
    """Of named stretches of the same text, the name of that which shares most with one; None where none shares any."""

    def shared(name: str) -> float:
        place = places[name]
        within = min(place.end, sought.end) - max(place.start, sought.start)
        return within / (max(place.end, sought.end) - min(place.start, sought.start))

    touching = [name for name, place in places.items() if place.start < sought.end and place.end > sought.start]
    return max(touching, key=shared, default=None)


def _around(sought: Anchor, text: str, start: int) -> int:
    """How many characters before and behind are those that stood there; an end of the text counts as one."""
    end = start + len(sought.quote)
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return _common(before[::-1], sought.prefix[::-1]) + _common(behind, sought.suffix)


def _common(one: str, other: str) -> int:
    """How long the beginning is that two strings share; one more where both end with it."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other)) + (len(one) == len(other))


def _places(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)
