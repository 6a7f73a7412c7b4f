"""What the reading of files tells in English, told in the interface's language; `locale/core.<language>.po` has it.

What no message there fits stays as it is.
"""

from functools import cache

from babel.messages.pofile import read_po

from dashboard.words.i18n import FOLDER, language
from dashboard.words.retelling import pattern


def told(message: str) -> str:
    """A remark, a refusal or an error of the core in the session's language."""
    if language() == "en":
        return message
    for english, other in _messages(language()).items():
        if found := pattern(english).fullmatch(message):
            return other.format(**{name: told(value) for name, value in found.groupdict().items()})
    return message


@cache
def _messages(lang: str) -> dict[str, str]:
    with (FOLDER / f"core.{lang}.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale=lang) if entry.id and entry.string}
