"""Whether the quotes of a handout still stand in the corpus, and are printed as they were taken from it."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from core.anchors import Anchor, find
from core.handouts import docx, html, pdf
from core.handouts.embedded import Embedded
from core.handouts.model import sha256

Standing = Literal["stands", "moved", "gone", "no text", "altered"]
"""A quote stands where it stood; stands elsewhere in its text, which was edited; is not in it any more; its text is not
in the corpus; or the handout does not print it as it was taken."""


class Finding(NamedTuple):
    """A quote of a handout: the number of its footnote, where it stood, and how it stands now.

    `edited` is whether anything in its text has changed since.
    """

    number: int
    anchor: Anchor
    standing: Standing
    edited: bool

    @property
    def holds(self) -> bool:
        """Whether the quote is right as it is printed."""
        return self.standing in ("stands", "moved")


def verify(content: bytes, file: str, text_of: Callable[[str], str | None]) -> list[Finding]:
    """Look each quote of a handout up in the corpus.

    Args:
        content: of the file.
        file: its name, for messages.
        text_of: gives the stored text of a document; None where there is no such document.

    Raises:
        HandoutError: the file is no handout, or damaged.
    """
    held, printed = _read(content, file)
    shown = _letters(printed)
    return [
        Finding(one.number, one.anchor, *_standing(one.anchor, one.text_sha256, shown, text_of(one.anchor.doc_id)))
        for one in held.quotes
    ]


def _read(content: bytes, file: str) -> tuple[Embedded, str]:
    """What a handout holds for machines, and its words for readers."""
    if content.startswith(b"%PDF"):
        return pdf.quotes(content, file), pdf.words(content, file)
    if content.startswith(b"PK"):
        return docx.quotes(content, file), docx.words(content, file)
    return html.quotes(content, file), html.words(content)


def _standing(anchor: Anchor, text_sha256: str, shown: str, text: str | None) -> tuple[Standing, bool]:
    if text is None:
        return "no text", True
    edited = sha256(text) != text_sha256
    place = find(anchor, text)
    if place is None:
        return "gone", edited
    if _letters(anchor.quote) not in shown:
        return "altered", edited
    return ("stands" if place.start == anchor.start else "moved"), edited


def _letters(text: str) -> str:
    """The letters and figures alone: lines, hyphens and quotation marks differ from one program to the next."""
    return "".join(filter(str.isalnum, text))
