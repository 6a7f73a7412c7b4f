"""How much has to agree for two claims, or two events, to be of one happening: `vocabulary/joining.toml`."""

from functools import cache

from core.vocabulary import Entry, load


class Wording(Entry):
    """Shares of nouns that two claims have in common, from 0 to 1."""

    akin: float
    close: float
    same: float
    equal: float


class Parties(Entry):
    """The share of the fewer parties that must take part on the other side, too."""

    most: float


class Unnamed(Entry):
    """What the nouns of two claims must have in common where nobody is named: a share, and a number."""

    wording: float
    nouns: int


class Days(Entry):
    """Numbers of days."""

    month: int
    undated: int
    look_back: int
    look_ahead: int


class Candidates(Entry):
    """Numbers of days between two events that are perhaps one, and of parties that both must have."""

    days: int
    days_in_place: int
    parties: int


class Thresholds(Entry):
    """All figures; the file says what each is for."""

    wording: Wording
    parties: Parties
    unnamed: Unnamed
    days: Days
    candidates: Candidates


@cache
def thresholds() -> Thresholds:
    """The figures of the vocabulary."""
    return load("joining.toml", Thresholds)
