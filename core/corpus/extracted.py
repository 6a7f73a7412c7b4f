"""What the readers of all kinds of files give: texts, and files that stand in others."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from core.messages import Message

BREAK = "\n\n"
"""What stands between two paragraphs of a text that had other marks for them."""


class Extracted(NamedTuple):
    """The text that a file holds, with what the file itself says about it.

    `known` has keys of `core.corpus.sources.Metadata`, their values unchecked; `doc_id` is given where the format has
    ids of its own; `remark` says what was assumed or lost in reading, None where nothing was.
    """

    text: str
    known: Mapping[str, str] = MappingProxyType({})
    doc_id: str | None = None
    remark: Message | None = None


class Enclosed(NamedTuple):
    """A file that another file holds: an entry of an archive, an attachment of a mail.

    `name` is the one that it has there, with "/" between folders; its ending says what kind of file it is.
    """

    name: str
    data: bytes
