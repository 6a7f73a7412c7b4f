"""The kinds of files that texts come in: one module each.

A module has `extract(data, encoding) -> Extracted` where a file is one text, or, where it may hold several,
`unpack(data, encoding) -> Sequence[Extracted | Enclosed]`.

A module may hand hostile bytes to a library: `extract` and `unpack` here make every failure an `UnreadableError`, and
`core.corpus.confined` bounds the time and the memory of the modules in `CONFINED`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TypeVar

from core.corpus.extracted import BREAK, Enclosed, Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message

__all__ = [
    "BREAK",
    "BY_SUFFIX",
    "CONFINED",
    "ENCLOSING",
    "LARGEST",
    "LARGEST_HOLDER",
    "LONGEST",
    "SUFFIXES",
    "Enclosed",
    "Extracted",
    "extract",
    "unpack",
]

LARGEST = 50_000_000
"""Bytes of one text: a file, or one line of a file with a record a line."""

LARGEST_HOLDER = 200_000_000
"""Bytes of a file of a kind that may hold several texts: an archive, a mailbox, a table."""

LONGEST = 20_000_000
"""Characters of one text."""

BY_SUFFIX: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".mhtml": "mhtml",
        ".mht": "mhtml",
        ".pdf": "pdf",
        ".docx": "docx",
        ".odt": "odt",
        ".rtf": "rtf",
        ".epub": "epub",
        ".eml": "eml",
        ".mbox": "mbox",
        ".msg": "msg",
        ".csv": "delimited",
        ".tsv": "delimited",
        ".xlsx": "spreadsheet",
        ".xls": "spreadsheet",
        ".ods": "spreadsheet",
        ".xml": "feed",
        ".rss": "feed",
        ".atom": "feed",
        ".json": "records",
        ".jsonl": "record",
        ".ndjson": "record",
        ".zip": "archive",
        ".warc": "warc",
        ".gz": "warc",
    }
)
"""The module that reads a file, by the ending of its name in small letters."""

_UNUSUAL = (".text", ".markdown", ".htm", ".xhtml", ".mht", ".rss", ".atom", ".ndjson", ".gz")
SUFFIXES = ", ".join(suffix for suffix in BY_SUFFIX if suffix not in _UNUSUAL)
"""The usual endings, for a message."""

CONFINED = frozenset(BY_SUFFIX.values()) - {"text", "record"}
"""Formats that a library parses, whose time and memory hostile bytes can drive up."""

ENCLOSING = frozenset({"archive", "eml", "mbox", "msg", "warc", "mhtml"})
"""Formats whose files may hold other files; those of all others hold texts alone."""

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


_Given = TypeVar("_Given")


def extract(name: str, data: bytes, encoding: str | None) -> Extracted:
    """The text of a file in a format, by the name of its module, in this process.

    The text has no NUL and no half of a surrogate pair, which tables cannot hold; they are shown as \ufffd.

    Raises:
        UnreadableError: the bytes hold no text in this format. There is no other exception, whatever the bytes are.
    """
    return _sound(_guarded(import_module(f"{__name__}.{name}").extract, data, encoding, LARGEST))


def unpack(name: str, data: bytes, encoding: str | None) -> tuple[Extracted | Enclosed, ...]:
    """What a file in a format holds, in its order, by the name of the format's module, in this process.

    That is its one text, where the format has no more. The texts are as `extract` gives them.

    Raises:
        UnreadableError: the bytes hold nothing in this format. There is no other exception, whatever the bytes are.
    """
    module = import_module(f"{__name__}.{name}")
    if not hasattr(module, "unpack"):
        return (extract(name, data, encoding),)
    held: Sequence[Extracted | Enclosed] = _guarded(module.unpack, data, encoding, LARGEST_HOLDER)
    return tuple(_sound(one) if isinstance(one, Extracted) else one for one in held)


def _guarded(read: Callable[[bytes, str | None], _Given], data: bytes, encoding: str | None, largest: int) -> _Given:
    """What a module reads in a file, whose every failure is an `UnreadableError`."""
    if len(data) > largest:
        raise UnreadableError(Message("is larger than {n} MB; left out, split it or remove it", n=largest // 10**6))
    try:
        return read(data, encoding)
    except UnreadableError:
        raise
    except MemoryError as error:
        raise UnreadableError(
            Message("needs more memory than a text may; left out, split it or save it anew")
        ) from error
    except Exception as error:  # whatever a library makes of hostile bytes
        raise UnreadableError(
            Message("is damaged ({why}); left out, save it anew or convert it to plain text", why=type(error).__name__)
        ) from error


def _sound(extracted: Extracted) -> Extracted:
    """A text that is not too long, without signs that tables cannot hold."""
    if len(extracted.text) > LONGEST:
        raise UnreadableError(
            Message(
                "holds more than {n} million characters; left out, split it into one file an article",
                n=LONGEST // 10**6,
            )
        )
    return extracted._replace(text=_NO_TEXT.sub("\ufffd", extracted.text))
