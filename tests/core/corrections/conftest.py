"""A corpus that has been built."""

from pathlib import Path

import pytest

from tests.core.corrections.builds import TEXTS, Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = Corpus(tmp_path / "corpus", tmp_path / "out")
    made.write(**{name.removesuffix(".txt"): text for name, text in TEXTS.items()})
    made.build()
    return made
