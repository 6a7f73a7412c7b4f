"""The sentences that tell why a text is taken to have been written when it was, from `reasons.toml`."""

from functools import cache

from core import vocabulary
from core.vocabulary import Entry


class Template(Entry):
    """One sentence, or part of one, by language; values in braces are filled in."""

    en: str
    de: str


class Reasons(Entry):
    """The file `reasons.toml`."""

    sentence: dict[str, Template]
    joint: dict[str, Template]
    reason: dict[str, Template]


@cache
def _reasons() -> Reasons:
    return vocabulary.load("time/reasons.toml", Reasons)


def sentence(name: str, **values: object) -> str:
    """A whole sentence in English."""
    return _reasons().sentence[name].en.format(**values)


def joint(name: str) -> str:
    """What stands between two reasons."""
    return _reasons().joint[name].en


def reason(name: str, **values: object) -> str:
    """One reason in English."""
    return _reasons().reason[name].en.format(**values)
