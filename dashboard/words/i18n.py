"""The interface's language: messages from gettext catalogues, numbers in the language's form.

Message ids are the English words in the source; `locale/<language>.po` holds the others. To add a language, copy
`de.po`, translate it, and name the language in `LANGUAGES`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import streamlit as st
from babel import Locale, lists, numbers
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Made = TypeVar("Made")

LANGUAGES = {"en": "English", "de": "Deutsch"}
_LOCALES = {"en": "en_GB", "de": "de_DE"}  # whose forms of dates and numbers are used
FOLDER = Path(__file__).parents[1] / "locale"
"""Where the catalogues are."""

_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)


def catalogue(name: str, language: str) -> Catalog:
    """The messages of a file in `locale`, such as `de.po`."""
    with (FOLDER / name).open("rb") as file:
        return read_po(file, locale=language)


@cache
def translations(language: str) -> NullTranslations:
    """What gettext takes a language's messages from; English is the source's."""
    if language == "en":
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(f"{language}.po", language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def language() -> str:
    """The language to speak: see `speaking`, else what the session's view says, else the browser's, else English."""
    if spoken := _SPOKEN.get():
        return spoken
    chosen = getattr(st.session_state.get("view"), "lang", None)
    return chosen or preferred(st.context.locale)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Have all words be of a language, whatever the session's is: for what several sessions share."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def as_spoken(make: Callable[[], Made]) -> Callable[[], Made]:
    """The same in the language of now, whenever it is called: for what is made outside of the session."""
    spoken = language()

    def made() -> Made:
        with speaking(spoken):
            return make()

    return made


def preferred(browser: str | None) -> str:
    """The language of a browser's locale, as far as the interface has it."""
    begin = (browser or "")[:2]
    return begin if begin in LANGUAGES else "en"


def locale() -> str:
    """The locale whose forms of dates and numbers go with the language."""
    return _LOCALES[language()]


def _(message: str) -> str:
    """The message in the language."""
    return translations(language()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for n things, with `{n}` filled in."""
    return translations(language()).ngettext(one, many, n).format(n=number(n))


def called(german: str, english: str | None) -> str:
    """What the tables call something: its German name, or the English one where English is spoken and one is known."""
    return german if language() == "de" or english is None else english


def number(value: float) -> str:
    """A number in the language's form."""
    return _decimal(value, locale())


@lru_cache(maxsize=4096)
def _decimal(value: float, locale: str) -> str:
    """Made once: a page tells hundreds of numbers, and each takes Babel 50 microseconds."""
    return numbers.format_decimal(value, locale=locale)


def listed(names: Sequence[str]) -> str:
    """Names one after the other, with the language's word for *and* before the last."""
    return lists.format_list(names, locale=locale())


def percent(share: float) -> str:
    """A share of 1 as a whole percentage."""
    return numbers.format_percent(share, locale=locale())


def language_name(code: str) -> str:
    """A language by its ISO 639 code in the language of the interface; a code that nobody knows reads as it is."""
    return str(_forms(locale()).languages.get(code, code))


def language_of_origin(code: str) -> str:
    """A language as it stands behind *translated from*: in German `Englischen`, but `Hindi`."""
    name = language_name(code)
    return re.sub(r"sch(es)?\b", "schen", name) if language() == "de" else name


def country_name(code: str) -> str:
    """A state by its ISO 3166-1 alpha-2 code in the language of the interface; an unknown code reads as it is."""
    return str(_forms(locale()).territories.get(code, code))


@cache
def _forms(locale: str) -> Locale:
    return Locale.parse(locale)
