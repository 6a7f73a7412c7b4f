"""Notes for the reader's margin: slips of machine translation, by vocabulary, each with a suggested reading."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.german.tokens import pieces
from core.model import UNREAD, Note, Segment
from core.vocabulary import Entry, load


class _NoteEntry(Entry):
    kind: str
    pattern: str
    text: str
    text_de: str
    near: str | None = None
    unless: str | None = None


class _Glued(Entry):
    text: str
    text_de: str


class _Notes(Entry):
    glued: _Glued
    note: tuple[_NoteEntry, ...]


class _Rule(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    text: str
    text_de: str


@cache
def _notes() -> _Notes:
    return load("notes.toml", _Notes)


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            entry.kind,
            re.compile(rf"(?<!\w)(?:{entry.pattern})(?!\w)"),
            re.compile(entry.near) if entry.near else None,
            re.compile(entry.unless) if entry.unless else None,
            entry.text,
            entry.text_de,
        )
        for entry in _notes().note
    )


def notes(text: str, segments: tuple[Segment, ...]) -> tuple[Note, ...]:
    """The margin notes of a document, sorted by place; boilerplate gets none.

    Args:
        text: the document's text.
        segments: its segments.
    """
    read = [segment for segment in segments if segment.kind not in UNREAD]
    return tuple(sorted(note for segment in read for note in (*_by_rule(text, segment), *_glued(text, segment))))


def _by_rule(text: str, segment: Segment) -> Iterator[Note]:
    line = text[segment.start : segment.end]
    for rule in _rules():
        if (rule.near and not rule.near.search(line)) or (rule.unless and rule.unless.search(line)):
            continue
        for match in rule.pattern.finditer(line):
            yield Note(segment.start + match.start(), segment.start + match.end(), rule.kind, rule.text, rule.text_de)


def _glued(text: str, segment: Segment) -> Iterator[Note]:
    """Words that were split although they touch: `NakataniRutte`."""
    words = list(pieces(text[segment.start : segment.end], segment.start))
    for left, right in pairwise(words):
        touching = left.end == right.start and left.text[-1:].isalnum() and right.text[:1].isupper()
        if touching and right.text[1:2].islower():
            glued = _notes().glued
            said = (text.format(left=left.text, right=right.text) for text in (glued.text, glued.text_de))
            yield Note(left.start, right.end, "spelling", *said)
