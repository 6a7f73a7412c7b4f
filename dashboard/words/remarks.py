"""What the core tells its users, in the interface's language; `locale/core.<language>.po` has it.

What is not there stays as it is.
"""

from functools import cache

from core.messages import Message
from dashboard.words.i18n import catalogue, language


def told(message: str) -> str:
    """A remark, a refusal or an error of the core in the session's language."""
    return message if language() == "en" else _told(message, language())


def _told(message: str, lang: str) -> str:
    """The catalogue's words for a message, or for a text that it holds as a whole, with the values told in turn."""
    template, values = (message.template, message.values) if isinstance(message, Message) else (message, {})
    other = _messages(lang).get(template)
    if other is None:
        return message
    return other.format(
        **{name: _told(value, lang) if isinstance(value, str) else value for name, value in values.items()}
    )


@cache
def _messages(lang: str) -> dict[str, str]:
    entries = catalogue(f"core.{lang}.po", lang)
    return {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}
