"""What a colleague is told who writes a plain word into a second file."""

import pytest

from core.claims import lexicon
from core.vocabulary import VocabularyError


@pytest.mark.parametrize(
    ("words", "word", "told"),
    [
        ("verbs", "besuchen", r"visit\.toml: verbs\.besuchen: stands in no_events\.toml \(verbs\), too"),
        ("light", "besuchen", r"visit\.toml: verbs\.besuchen: stands in no_events\.toml \(light\), too"),
        ("nouns", "Streik", r"protest\.toml: nouns\.Streik: stands in no_events\.toml \(nouns\), too"),
    ],
)
def test_a_plain_word_of_a_type_that_is_also_said_to_tell_of_no_event_is_refused(
    monkeypatch: pytest.MonkeyPatch, words: str, word: str, told: str
) -> None:
    none = lexicon.uneventful()
    more = none.model_copy(update={words: getattr(none, words) | {word}})
    monkeypatch.setattr(lexicon, "uneventful", lambda: more)
    with pytest.raises(VocabularyError, match=told):
        lexicon.event_types.__wrapped__()
