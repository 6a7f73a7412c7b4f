"""Which language a text is in, with German as the answer wherever nothing speaks clearly against it."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

GERMAN = "de"
_SURE = 0.8
_WINDOWS, _WINDOW = 3, 250  # stretches looked at and their length in characters


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language; `de` where the text is too short or too mixed to tell."""
    # In lower case: the identifier knows few words in capitals, and German headlines come in capitals.
    language, probability = _identifier().classify(_sample(text).lower())
    return str(language) if probability >= _SURE else GERMAN


def _sample(text: str) -> str:
    """Stretches from all over a long text, because its head, its foot or a quotation may be in another language."""
    if len(text) <= _WINDOWS * _WINDOW:
        return text
    begins = (len(text) * part // (_WINDOWS + 1) for part in range(1, _WINDOWS + 1))
    return " ".join(text[begin : begin + _WINDOW] for begin in begins)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
