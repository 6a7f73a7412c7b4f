"""Occasions with well-known dates (`occasions.toml`), found in sentences: summits, elections, games, turning points."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pydantic import Field, field_validator

from core import vocabulary
from core.model import Interval
from core.time import edtf
from core.vocabulary import Entry

_BETWEEN = re.compile(r"[\s‑-]+")


class Held(Entry):
    """One occurrence of a series."""

    when: str
    places: tuple[str, ...] = ()

    @field_validator("when")
    @classmethod
    def _is_date(cls, value: str) -> str:
        edtf.parse(value)
        return value


class Series(Entry):
    """An occasion that comes again."""

    id: str
    label: str
    label_de: str
    names: tuple[str, ...] = Field(min_length=1)
    about: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    held: tuple[Held, ...]


class Happening(Entry):
    """An occasion that came once."""

    label: str
    label_de: str
    when: str
    names: tuple[str, ...] = Field(min_length=1)


class Occasions(Entry):
    """The file `occasions.toml`."""

    series: tuple[Series, ...]
    happening: tuple[Happening, ...]


class Occasion(NamedTuple):
    """What a sentence speaks of: its label, and the times that fit the sentence."""

    label: str
    possible: tuple[Interval, ...]
    recurring: bool


@cache
def occasions() -> Occasions:
    """The vocabulary.

    Raises:
        VocabularyError: the file breaks its model.
    """
    return vocabulary.load("time/occasions.toml", Occasions)


def spoken_of(sentence: str, subject: str, dates: Sequence[str]) -> list[Occasion]:
    """The occasions that a sentence speaks of.

    Args:
        sentence: the sentence.
        subject: what the whole text says, as `plain` gives it; it may tell what a bare `Gipfel` is about.
        dates: the TIMEX3 values in the sentence; known parts (`XXXX-06`, `2022`) choose among the occurrences.
    """
    words = plain(sentence)
    found = [
        Occasion(series.label, possible, recurring=True)
        for series in occasions().series
        if (possible := tuple(day for day in _occurrences(series, words, subject, dates) if _fits(day, dates)))
    ]
    for happening in occasions().happening:
        if _any_in(happening.names, words):
            found.append(Occasion(happening.label, (edtf.parse(happening.when),), recurring=False))
    return found


def plain(text: str) -> str:
    """A text as names are compared with it: without blanks and hyphens, in small letters."""
    return _BETWEEN.sub("", text).casefold()


def _occurrences(series: Series, words: str, subject: str, dates: Sequence[str]) -> list[Interval]:
    """When a series was held that a sentence names; with its places, where it names any."""
    named = _any_in(series.names, words)
    if not named and not (_any_in(series.head, words) and _any_in(series.about, subject) and _dated(dates)):
        return []
    placed = [edtf.parse(held.when) for held in series.held if _any_in(held.places, words)]
    return placed or [edtf.parse(held.when) for held in series.held] if named else placed


def _any_in(names: tuple[str, ...], words: str) -> bool:
    return any(name in words for name in _plain_names(names))


@cache
def _plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(name) for name in names)


_VALUE = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}))?(?:-[0-9X]{2})?")


def _dated(dates: Sequence[str]) -> list[re.Match[str]]:
    return [match for match in map(_VALUE.fullmatch, dates) if match]


def _fits(interval: Interval, dates: Sequence[str]) -> bool:
    """Whether one of the years and one of the months told is that of the occurrence, where any are told."""
    matches = _dated(dates)
    years = {int(match[1]) for match in matches if match[1] != "XXXX"}
    months = {int(match[2]) for match in matches if match[2]}
    return (not years or bool(years & {interval.first.year, interval.last.year})) and (
        not months or bool(months & {interval.first.month, interval.last.month})
    )
