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
    names: tuple[str, ...] = Field(min_length=1)
    about: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    held: tuple[Held, ...]


class Happening(Entry):
    """An occasion that came once."""

    label: str
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


def spoken_of(sentence: str, text: str, dates: Sequence[str]) -> list[Occasion]:
    """The occasions that a sentence speaks of.

    Args:
        sentence: the sentence.
        text: the whole text, which may say what a bare `Gipfel` is about.
        dates: the TIMEX3 values in the sentence; known parts (`XXXX-06`, `2022`) choose among the occurrences.
    """
    plain, plain_text = _plain(sentence), _plain(text)
    found = []
    for series in occasions().series:
        named = any(_plain(name) in plain for name in series.names)
        hinted = any(_plain(word) in plain for word in series.head) and any(
            _plain(word) in plain_text for word in series.about
        )
        if not (named or hinted):
            continue
        placed = [held for held in series.held if any(_plain(place) in plain for place in held.places)]
        if not named and not placed:
            continue
        possible = [edtf.parse(held.when) for held in placed or series.held]
        if named or any(_dated(dates)):
            found.append(Occasion(series.label, tuple(i for i in possible if _fits(i, dates)), recurring=True))
    for happening in occasions().happening:
        if any(_plain(name) in plain for name in happening.names):
            found.append(Occasion(happening.label, (edtf.parse(happening.when),), recurring=False))
    return [occasion for occasion in found if occasion.possible]


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()


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
