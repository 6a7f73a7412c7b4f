from collections.abc import Callable

import pytest

from core import german
from core.model import Segment, Sentence


@pytest.fixture(scope="session")
def read() -> Callable[[str], Sentence]:
    """Reads a text that is one sentence."""
    backbone = german.load()

    def one(text: str) -> Sentence:
        (sentence,) = backbone.sentences(text, [Segment(0, len(text), "body")])
        return sentence

    return one
