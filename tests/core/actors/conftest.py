"""Actors found in a piece of text, by the default backbone and the vocabulary of the package."""

from collections.abc import Callable

import pytest

from core import german
from core.actors import DocumentActors, find
from core.actors.knowledge import Knowledge, load
from core.model import Interval, Segment, SegmentKind

Find = Callable[..., DocumentActors]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def actors_in(knowledge: Knowledge) -> Find:
    """`actors_in(text, published=None, kind="body")`: the actors of a text that is one segment."""

    def actors(text: str, published: Interval | None = None, kind: SegmentKind = "body") -> DocumentActors:
        sentences = german.load().sentences(text, [Segment(0, len(text), kind)])
        return find(text, sentences, knowledge, published)

    return actors


@pytest.fixture(scope="session")
def ids_in(actors_in: Find) -> Callable[..., set[str]]:
    """The ids of the actors of a text."""

    def ids(text: str, published: Interval | None = None, kind: SegmentKind = "body") -> set[str]:
        return {mention.actor_id for mention in actors_in(text, published, kind).mentions}

    return ids


@pytest.fixture(scope="session")
def meant_by(actors_in: Find) -> Callable[..., list[str]]:
    """`meant_by(words, text, published=None)`: whom each mention of exactly these words stands for."""

    def meant(words: str, text: str, published: Interval | None = None) -> list[str]:
        return [m.actor_id for m in actors_in(text, published).mentions if m.text == words]

    return meant
