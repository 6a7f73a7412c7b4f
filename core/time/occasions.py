"""Occasions with well-known dates (`occasions.toml`), found in sentences: summits, elections, games, turning points."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from core import vocabulary
from core.model import Interval
from core.time import edtf
from core.time.writing import words
from core.vocabulary import Entry

_When = Annotated[str, AfterValidator(edtf.checked)]
_BETWEEN = re.compile(r"[\s‑-]+")


class Held(Entry):
    """One occurrence of a series: its place is a word of the sentence, a person may stand anywhere in the text."""

    when: _When
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Series(Entry):
    """An occasion that comes again."""

    id: str
    label: str
    label_de: str
    names: tuple[str, ...] = Field(min_length=1)
    about: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    months_ahead: int | None = Field(default=None, ge=1, le=12)
    held: tuple[Held, ...]


class Happening(Entry):
    """An occasion that came once; `known`: when it was planned from, if it was."""

    label: str
    label_de: str
    when: _When
    names: tuple[str, ...] = Field(min_length=1)
    known: date | None = None


class Era(Entry):
    """What there was for a time: a text that names it at least so many times is of that time."""

    label: str
    label_de: str
    names: tuple[str, ...] = Field(min_length=1)
    first: date | None = None
    last: date | None = None
    times: int = Field(default=1, ge=1)

    def is_named(self, plain_text: str) -> bool:
        """Whether a text or a sentence, as `plain` gives it, names it."""
        return any(_count(name, plain_text) for name in _plain_names(self.names))

    def counts(self, plain_text: str) -> bool:
        """Whether a text names it often enough to be of its time."""
        return sum(_count(name, plain_text) for name in _plain_names(self.names)) >= self.times


class Occasions(Entry):
    """The file `occasions.toml`."""

    series: tuple[Series, ...]
    happening: tuple[Happening, ...]
    era: tuple[Era, ...]


class Named(NamedTuple):
    """The occasions and eras that a text names somewhere, with the text as `plain` gives it."""

    subject: str
    series: tuple[Series, ...]
    happenings: tuple[Happening, ...]
    eras: tuple[Era, ...]


class Occasion(NamedTuple):
    """What a sentence speaks of: its label, the times that fit the sentence, and its names as `plain` gives them."""

    label: str
    possible: tuple[Interval, ...]
    recurring: bool
    names: tuple[str, ...]
    months_ahead: int | None = None
    known: date | None = None


@cache
def occasions() -> Occasions:
    """The vocabulary.

    Raises:
        VocabularyError: the file breaks its model.
    """
    return vocabulary.load("time/occasions.toml", Occasions)


def named_in(subject: str) -> Named:
    """The occasions that a text, as `plain` gives it, may speak of; its sentences are searched for these alone."""
    all_of = occasions()
    return Named(
        subject,
        tuple(one for one in all_of.series if _any_in(one.names, subject) or _any_in(one.about, subject)),
        tuple(one for one in all_of.happening if _any_in(one.names, subject)),
        tuple(one for one in all_of.era if one.counts(subject)),
    )


def spoken_of(sentence: str, named: Named, dates: Sequence[str]) -> list[Occasion]:
    """The occasions that a sentence speaks of.

    Args:
        sentence: the sentence as `plain` gives it.
        named: what the whole text names; it may tell what a bare `Gipfel` is about.
        dates: the TIMEX3 values in the sentence; known parts (`XXXX-06`, `2022`) choose among the occurrences.
    """
    spoken = [
        Occasion(series.label, possible, True, _plain_names(series.names), series.months_ahead)
        for series in named.series
        if (possible := _fitting(_occurrences(series, sentence, named.subject, dates), dates))
    ]
    years = {int(match[1]) for match in _dated(dates) if match[1] != "XXXX"}
    for one in named.happenings:
        held = (edtf.parse(one.when),)
        another = bool(years) and max(years) < held[0].first.year  # of its name, as `der Putsch in Myanmar 1988` is
        if _any_in(one.names, sentence) and not another:
            spoken.append(Occasion(one.label, held, False, _plain_names(one.names), known=one.known))
    return spoken


def plain(text: str) -> str:
    """A text as names are compared with it: without blanks and hyphens, in small letters."""
    return _BETWEEN.sub("", text).casefold()


def _occurrences(series: Series, sentence: str, subject: str, dates: Sequence[str]) -> list[Interval]:
    """When a series was held that a sentence names; with its places, where it names any."""
    named = _any_in(series.names, sentence)
    if not named and not (_any_in(series.head, sentence) and _any_in(series.about, subject) and _dated(dates)):
        return []
    placed = [edtf.parse(held.when) for held in series.held if _any_in(held.places, sentence)]
    if placed or not named:
        return placed
    with_people = [edtf.parse(held.when) for held in series.held if _any_in(held.people, subject)]
    return with_people or [edtf.parse(held.when) for held in series.held]


def _count(name: str, plain_text: str) -> int:
    """How often a text names something, but as what it was before."""
    if name not in plain_text:  # as nearly all are
        return 0
    former = words().former
    begins = [match.start() for match in re.finditer(re.escape(name), plain_text)]
    return sum(not plain_text[:begin].endswith(former) for begin in begins)


def _any_in(names: tuple[str, ...], plain_text: str) -> bool:
    return any(name in plain_text for name in _plain_names(names))


@cache
def _plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(name) for name in names)


_VALUE = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}))?(?:-([0-9]{2}|XX))?")


def _dated(dates: Sequence[str]) -> list[re.Match[str]]:
    return [match for match in map(_VALUE.fullmatch, dates) if match]


def _fitting(occurrences: Sequence[Interval], dates: Sequence[str]) -> tuple[Interval, ...]:
    """Those on a day that is told, if any are; else those in a month and year that are told."""
    fitting = [one for one in occurrences if _fits(one, dates)]
    days = {(match[2], match[3]) for match in _dated(dates) if match[3] not in {None, "XX"}}
    on_day = [one for one in fitting if days & {(f"{day.month:02}", f"{day.day:02}") for day in (one.first, one.last)}]
    return tuple(on_day or fitting)


def _fits(interval: Interval, dates: Sequence[str]) -> bool:
    """Whether one of the years and one of the months told is that of the occurrence, where any are told."""
    matches = _dated(dates)
    years = {int(match[1]) for match in matches if match[1] != "XXXX"}
    months = {int(match[2]) for match in matches if match[2]}
    return (not years or bool(years & {interval.first.year, interval.last.year})) and (
        not months or bool(months & {interval.first.month, interval.last.month})
    )
