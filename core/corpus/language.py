"""Which language a text is in, with German as the answer wherever nothing speaks clearly against it."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

GERMAN = "de"
_SAMPLE = 4000  # characters, from the middle of the text: heads and feet are often in another language
_SURE = 0.8


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language; `de` where the text is too short or too mixed to tell."""
    middle = max(0, (len(text) - _SAMPLE) // 2)
    # In lower case: the identifier knows few words in capitals, and German headlines come in capitals.
    language, probability = _identifier().classify(text[middle : middle + _SAMPLE].lower())
    return str(language) if probability >= _SURE else GERMAN


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
