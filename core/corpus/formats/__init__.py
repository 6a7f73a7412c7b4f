"""The kinds of files that texts come in: one module each, all with `extract(data, encoding) -> Extracted`.

A module may hand hostile bytes to a library: `extract` here makes every failure an `UnreadableError`, and
`core.corpus.confined` bounds the time and the memory of the modules in `CONFINED`.
"""

import re
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from core.corpus.unreadable import UnreadableError

LARGEST = 50_000_000
"""Bytes of one text: a file, or one line of a file with a record a line."""

LONGEST = 20_000_000
"""Characters of one text."""

BREAK = "\n\n"
"""What stands between two paragraphs of a text that had other marks for them."""

BY_SUFFIX: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".html": "html",
        ".htm": "html",
        ".pdf": "pdf",
        ".docx": "docx",
        ".jsonl": "record",
        ".ndjson": "record",
    }
)
"""The module that reads a file, by the ending of its name in small letters."""

SUFFIXES = ", ".join(suffix for suffix in BY_SUFFIX if suffix not in (".htm", ".ndjson"))
"""The usual endings, for a message."""

CONFINED = frozenset({"markdown", "html", "pdf", "docx"})
"""Formats that a library parses, whose time and memory hostile bytes can drive up."""

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class Extracted(NamedTuple):
    """The text that a file holds, with what the file itself says about it.

    `known` has keys of `core.corpus.sources.Metadata`, their values unchecked; `doc_id` is given where the format has
    ids of its own; `remark` says what was assumed or lost in reading, None where nothing was.
    """

    text: str
    known: Mapping[str, str] = MappingProxyType({})
    doc_id: str | None = None
    remark: str | None = None


def extract(name: str, data: bytes, encoding: str | None) -> Extracted:
    """The text of a file in a format, by the name of its module, in this process.

    The text has no NUL and no half of a surrogate pair, which tables cannot hold; they are shown as \ufffd.

    Raises:
        UnreadableError: the bytes hold no text in this format. There is no other exception, whatever the bytes are.
    """
    module = import_module(f"{__name__}.{name}")
    if len(data) > LARGEST:
        raise UnreadableError(f"is larger than {LARGEST // 10**6} MB; left out, split it or remove it")
    try:
        extracted: Extracted = module.extract(data, encoding)
    except UnreadableError:
        raise
    except MemoryError as error:
        raise UnreadableError("needs more memory than a text may; left out, split it or save it anew") from error
    except Exception as error:  # whatever a library makes of hostile bytes
        raise UnreadableError(
            f"is damaged ({type(error).__name__}); left out, save it anew or convert it to plain text"
        ) from error
    if len(extracted.text) > LONGEST:
        raise UnreadableError(
            f"holds more than {LONGEST // 10**6} million characters; left out, split it into one file an article"
        )
    return extracted._replace(text=_NO_TEXT.sub("\ufffd", extracted.text))
