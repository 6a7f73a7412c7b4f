"""The names and codes of languages as files state them, as ISO 639 codes."""

from functools import cache

from babel import Locale


def code(value: str) -> str:
    """`de` for `de-DE`, `Deutsch` or `German`; a value that names no language is given back as it is."""
    name = value.strip().lower()
    return _codes().get(name) or name.replace("_", "-").split("-")[0]


@cache
def _codes() -> dict[str, str]:
    """The codes of the languages by their names in German and English, and their codes of three letters in use here."""
    names = {
        name.lower(): code
        for locale in ("en", "de")
        for code, name in Locale(locale).languages.items()
        if "_" not in code
    }
    return names | {"deu": "de", "ger": "de", "eng": "en"}
