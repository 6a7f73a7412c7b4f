"""Divides a text that holds several articles."""

from typing import NamedTuple

from core.corpus.formats import Extracted


class Division(NamedTuple):
    """The articles of a text, none where it is one itself; `remark` says what is the matter with dividing it."""

    parts: tuple[Extracted, ...]
    remark: str | None


def may_be_bundle(data: bytes, suffix: str) -> bool:  # noqa: ARG001
    """Whether a file may hold several articles, by a cheap look at its bytes."""
    return False


def divide(extracted: Extracted, file: str) -> Division:  # noqa: ARG001
    """The articles of a text."""
    return Division((), None)
