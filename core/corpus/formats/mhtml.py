"""Web pages with all that belongs to them in one file (`.mhtml`, `.mht`), as browsers save them."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from core.corpus import days
from core.corpus.formats import Extracted, mails, saved
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_KINDS = ("text/html", "application/xhtml+xml")


def unpack(data: bytes, _: str | None) -> Sequence[Extracted]:
    """The text of the page itself, not of those that are framed in it, with its address.

    Raises:
        UnreadableError: there is no page in it, or no text in that.
    """
    message = mails.parsed(data)
    page = next((part for part in message.walk() if part.get_content_type() in _KINDS), None)
    if page is None:
        raise UnreadableError(Message("holds no web page; left out, save the page anew as .html"))
    content = mails.content(page)
    url = mails.header(message, "snapshot-content-location") or mails.header(page, "content-location")
    return saved.texts(content, mails.encoding(page, content), url, _day(mails.header(message, "date")))


def _day(value: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(days.day(value))
    return None
