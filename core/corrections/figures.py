"""What a person's decision counts for."""

from functools import cache

from core.vocabulary import Entry, load


class _Figures(Entry):
    """`vocabulary/corrections.toml`."""

    checked: float


@cache
def _figures() -> _Figures:
    return load("corrections.toml", _Figures)


def checked() -> float:
    """How sure a claim is that a person has corrected or found right."""
    return _figures().checked
