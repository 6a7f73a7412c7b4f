"""The language backbone: what the stages ask of German, behind one small interface.

A backbone gives tagged sentences. Where it parses them as well, `clauses` and `phrases` go by the parse; else they go
by the topological fields. This file imports no language library, so that a build with nothing to do stays quick.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points, version
from typing import Protocol

from core.errors import LagebildError
from core.model import Segment, Sentence

DEFAULT = "hanta"
"""The backbone that needs nothing but what PyPI gives: spaCy's tokenizer and HanTa."""

_OF_SPACY = ("de_core_news_sm", "de_core_news_md", "de_core_news_lg")


class BackboneError(LagebildError):
    """A backbone that is not installed or cannot be used; the message says what to do."""


class Backbone(Protocol):
    """Turns the segments of a text into tagged sentences."""

    def sentences(self, text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
        """The sentences of every segment but the boilerplate, in order."""
        ...


def release(name: str) -> str:
    """The installed version of a backbone: `hanta`, or the package name of a spaCy pipeline.

    Raises:
        BackboneError: it is not installed.
    """
    if name == DEFAULT:
        return version("HanTa")
    for entry in entry_points(group="spacy_models", name=name):
        if entry.dist is not None:
            return entry.dist.version
    if name in _OF_SPACY:
        raise BackboneError(f"{name} is not installed: run `python -m spacy download {name}`")
    raise BackboneError(
        f"{name} is neither `{DEFAULT}` nor an installed spaCy pipeline; spaCy's own are {', '.join(_OF_SPACY)}"
        f" (`python -m spacy download {_OF_SPACY[-1]}`)"
    )


@cache
def load(name: str = DEFAULT) -> Backbone:
    """A backbone by the name that `release` takes, made once.

    Raises:
        BackboneError: it is not installed, or does not tag and parse German the way Lagebild reads it.
    """
    release(name)
    if name == DEFAULT:
        from core.german.hanta import HantaBackbone

        return HantaBackbone()
    from core.german.spacy_pipeline import load as load_pipeline

    return load_pipeline(name)
