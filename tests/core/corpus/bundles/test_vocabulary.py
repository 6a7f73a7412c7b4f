import pytest

from core import vocabulary
from core.corpus.bundles.vocabulary import Bundles
from core.vocabulary import VocabularyError
from core.vocabulary_files import text

BUNDLES = text("bundles.toml")


def refused(content: str) -> str:
    with pytest.raises(VocabularyError) as error:
        vocabulary.parse(content, Bundles, "bundles.toml")
    return str(error.value)


def test_a_head_that_asks_for_an_unknown_part_is_refused() -> None:
    assert "`titel+` is no part of a head" in refused(BUNDLES.replace('"headline+ outlet date', '"titel+ outlet date'))


def test_a_label_with_an_unknown_meaning_is_refused() -> None:
    assert "there is no such key" in refused(BUNDLES.replace('section = ["Section"', 'sektion = ["Section"'))


def test_twelve_months_are_needed() -> None:
    assert "dates.months" in refused(BUNDLES.replace('["Juli", "Jul", "July"], ', ""))
