"""What the reading of files tells in English, told in the interface's language; `locale/core.<language>.po` has it.

What no message there fits stays as it is.
"""

import re
from functools import cache, lru_cache

from dashboard.words.i18n import catalogue, language


def told(message: str) -> str:
    """A remark, a refusal or an error of the core in the session's language."""
    return message if language() == "en" else _told(message, language())


def _told(message: str, lang: str) -> str:
    return _each_told(message, lang) or _one_told(message, lang) or message


def _each_told(message: str, lang: str) -> str | None:
    """What several remarks say that stand behind one another; None where there is but one."""
    for joint in re.finditer("; ", message):
        first, rest = message[: joint.start()], message[joint.end() :]
        if (one := _one_told(first, lang)) and (others := _each_told(rest, lang) or _one_told(rest, lang)):
            return f"{one}; {others}"
    return None


def _one_told(message: str, lang: str) -> str | None:
    """What one remark says; what stands before it is a place: a file in an archive, a line of `sources.toml`."""
    if whole := _retold(message, lang):
        return whole
    for blank in re.finditer(" ", message):
        if rest := _retold(message[blank.end() :], lang):
            return message[: blank.end()] + rest
    return None


@lru_cache(maxsize=10_000)  # parts of a message come again while it is taken apart, and messages in every run of a page
def _retold(message: str, lang: str) -> str | None:
    for english, other in _messages(lang).items():
        if match := _pattern(english).fullmatch(message):
            return other.format(**{name: _told(value, lang) for name, value in match.groupdict().items()})
    return None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What a template has made, with the values in it by name."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)


@cache
def _messages(lang: str) -> dict[str, str]:
    entries = catalogue(f"core.{lang}.po", lang)
    return {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}
