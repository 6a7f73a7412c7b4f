import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given, settings
from hypothesis import strategies as st

from core.german.morphemes import Morphemes

HANTA = HanoverTagger("morphmodel_ger.pgz")
OURS = Morphemes(HANTA)

PARTS = ["ver", "un", "haus", "freund", "lich", "keit", "en", "ge", "bau", "ung", "s", "minister", "xqz", "-", "9"]


def assert_as_hanta(word: str) -> None:
    tags = OURS.tags(word)
    assert tags == HANTA.analyze_forward(word)
    for tag, _ in tags:
        assert OURS.chain(word, -tag) == HANTA.analyze_viterbi(word, -tag)


@pytest.mark.parametrize(
    "word", ["", "a", "die", "eingeladen", "sicherheitsrat", "inspizierte", "2023", "–", "donaudampfschifffahrtsgesell"]
)
def test_words_have_the_tags_and_morphemes_that_hanta_gives(word: str) -> None:
    assert_as_hanta(word)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("".join) | st.text(max_size=8).map(str.lower))
def test_so_does_anything_that_could_stand_in_a_text(word: str) -> None:
    assert_as_hanta(word)


def test_a_part_of_speech_that_a_word_cannot_have_gives_what_hanta_gives() -> None:
    impossible = -HANTA.tag2int["ART"]
    assert OURS.chain("xqz", impossible) == HANTA.analyze_viterbi("xqz", impossible)
