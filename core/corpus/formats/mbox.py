"""A folder of mails in one file (`.mbox`), as Thunderbird, Apple Mail and Google Takeout save one."""

import re
from collections.abc import Iterator, Sequence

from core.corpus.formats import Enclosed, Extracted, mails
from core.corpus.unreadable import UnreadableError
from core.messages import Message

# A mail begins with the sender and the time at which it came; a line of text that begins so is marked by `>`.
_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d{4}[^\n]*\r?\n")
_MARKED = re.compile(rb"^>(>*From )", re.MULTILINE)


def unpack(data: bytes, _: str | None) -> Sequence[Extracted | Enclosed]:
    """The mails of a folder, each with its attachments behind it; mails without a text or a file have no part in it.

    Raises:
        UnreadableError: it is no folder of mails, or there is nothing in any of them.
    """
    parts: list[Extracted | Enclosed] = []
    why = Message("is no folder of mails or a damaged one; left out, export it anew as .mbox")
    for content in _mails(data):
        try:
            parts += mails.parts(mails.parsed(content))
        except UnreadableError as error:
            why = error.message
    if not parts:
        raise UnreadableError(why)
    return parts


def _mails(data: bytes) -> Iterator[bytes]:
    begins = list(_BEGIN.finditer(data))
    ends = [begin.start() for begin in begins[1:]] + [len(data)]
    for begin, end in zip(begins, ends, strict=False):
        yield _MARKED.sub(rb"\1", data[begin.end() : end])
