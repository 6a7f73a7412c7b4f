"""The language backbone: what the stages ask of German, behind one small interface."""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from core.german.hanta import HantaBackbone
from core.model import Segment, Sentence


class Backbone(Protocol):
    """Turns the segments of a text into tagged sentences."""

    def sentences(self, text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
        """The sentences of every segment but the boilerplate, in order."""
        ...


@cache
def load() -> Backbone:
    """The default backbone, which needs nothing but what PyPI gives: spaCy's tokenizer and HanTa."""
    return HantaBackbone()
