"""What stands in every handout for machines: the quotes with their places, and what their texts are known by."""

from collections.abc import Sequence

import msgspec

from core.anchors import Anchor
from core.errors import LagebildError
from core.handouts.model import CitedSource, Handout

NAME = "lagebild-quotes.json"
"""What the block is called where it has a name."""


class HandoutError(LagebildError):
    """A file is no handout, or cannot be read; the message is one line."""


class Quoted(msgspec.Struct, frozen=True):
    """A quote of a handout: the number of its footnote, where it stood, and the SHA-256 of its whole text then."""

    number: int
    anchor: Anchor
    text_sha256: str


class Embedded(msgspec.Struct, frozen=True):
    """The quotes of a handout, with its title, its day, and its sources. `lagebild` is the version of this form."""

    lagebild: int
    title: str
    as_of: str
    quotes: tuple[Quoted, ...]
    sources: tuple[CitedSource, ...]


_VERSION = 1


def block(handout: Handout) -> bytes:
    """The block of a handout, as JSON that is safe inside HTML: no `<` stands in it."""
    quotes = tuple(
        Quoted(number, passage.anchor, passage.text_sha256) for number, passage in enumerate(handout.passages, 1)
    )
    made = Embedded(_VERSION, handout.title, handout.as_of, quotes, handout.sources)
    return msgspec.json.encode(made).replace(b"<", rb"\u003c")


def read(blocks: Sequence[bytes], file: str) -> Embedded:
    """The block that was found in a file.

    Raises:
        HandoutError: there is none, or it is damaged, or of a later version.
    """
    if len(blocks) != 1:
        raise HandoutError(f"{file}: is no handout of Lagebild, or what stands in it for machines was taken out")
    try:
        block = msgspec.json.decode(blocks[0], type=Embedded)
    except msgspec.MsgspecError as error:
        raise HandoutError(f"{file}: what stands in it for machines is damaged ({error})") from error
    if block.lagebild > _VERSION:
        raise HandoutError(f"{file}: was made by a later Lagebild; use that one")
    return block
