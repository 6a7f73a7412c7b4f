"""The figures of what is new: `vocabulary/history.toml` and `vocabulary/announced.toml`."""

from functools import cache

from core.vocabulary import Entry, load


class Kept(Entry):
    """Of how many builds, hours and days what their builds remember is kept."""

    last: int
    hours: int
    days: int


class _Thresholds(Entry):
    kept: Kept


class CallingOff(Entry):
    """The types that calling something off is told as, and how the words for it begin."""

    types: frozenset[str]
    words: tuple[str, ...]


class Moving(Entry):
    """How words that put something on another day begin."""

    words: tuple[str, ...]


class Points(Entry):
    """How many actors, nouns and places two claims have to have in common."""

    on_the_day: int
    otherwise: int
    moved: int


class Parties(Entry):
    """The share of the fewer actors that must take part on the other side, too; how many, where a day is another."""

    most: float
    moved: int


class Rarity(Entry):
    """How many other documents may tell of the same of other days."""

    others: int


class Days(Entry):
    """Numbers of days."""

    exact: int
    moved: int
    season: int
    ahead: int


class Nouns(Entry):
    """The shortest nouns that count, in letters, and those that do not."""

    shortest: int
    apart: frozenset[str]


class Announced(Entry):
    """All figures; the file says what each is for."""

    calling_off: CallingOff
    moving: Moving
    points: Points
    parties: Parties
    rarity: Rarity
    days: Days
    nouns: Nouns


@cache
def thresholds() -> Kept:
    """How many builds are remembered."""
    return load("history.toml", _Thresholds).kept


@cache
def announced() -> Announced:
    """When a claim tells what has become of a plan."""
    return load("announced.toml", Announced)
