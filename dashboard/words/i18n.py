"""The interface's language: messages from gettext catalogues, numbers in the language's form.

Message ids are the English words in the source; `locale/<language>.po` holds the others. To add a language, copy
`de.po`, translate it, and name the language in `LANGUAGES`.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import streamlit as st
from babel import Locale, lists, numbers
from babel.messages.pofile import read_po

LANGUAGES = {"en": "English", "de": "Deutsch"}
_LOCALES = {"en": "en_GB", "de": "de_DE"}  # whose forms of dates and numbers are used
FOLDER = Path(__file__).parents[1] / "locale"
"""Where the catalogues are."""


@cache
def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    """The messages of a language by English id, in their forms: one, or singular and plural. Empty for English."""
    if language == "en":
        return {}
    with (FOLDER / f"{language}.po").open("rb") as file:
        entries = read_po(file, locale=language)
    found = {}
    for entry in entries:
        ids, texts = ([text] if isinstance(text, str) else list(text or ()) for text in (entry.id, entry.string))
        if ids[0] and all(texts):
            found[ids[0]] = tuple(texts)
    return found


def language() -> str:
    """The session's language: what the view says, else the browser's, else English."""
    chosen = getattr(st.session_state.get("view"), "lang", None)
    return chosen or preferred(st.context.locale)


def preferred(browser: str | None) -> str:
    """The language of a browser's locale, as far as the interface has it."""
    begin = (browser or "")[:2]
    return begin if begin in LANGUAGES else "en"


def locale() -> str:
    """The locale whose forms of dates and numbers go with the session's language."""
    return _LOCALES[language()]


def _(message: str) -> str:
    """The message in the session's language."""
    return catalogue(language()).get(message, (message,))[0]


def ngettext(one: str, many: str, n: int) -> str:
    """The message for n things, with `{n}` filled in."""
    forms = catalogue(language()).get(one, (one, many))
    return (forms[0] if n == 1 else forms[-1]).format(n=number(n))


def number(value: float) -> str:
    """A number in the language's form."""
    return numbers.format_decimal(value, locale=locale())


def listed(names: Sequence[str]) -> str:
    """Names one after the other, with the language's word for *and* before the last."""
    return lists.format_list(names, locale=locale())


def percent(share: float) -> str:
    """A share of 1 as a whole percentage."""
    return numbers.format_percent(share, locale=locale())


def language_name(code: str) -> str:
    """A language by its ISO 639 code in the language of the interface; a code that nobody knows reads as it is."""
    return str(_forms(locale()).languages.get(code, code))


@cache
def _forms(locale: str) -> Locale:
    return Locale.parse(locale)
