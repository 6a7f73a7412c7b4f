"""What a text says of itself in the lines about it: who wrote it, and where it was published."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.corpus import lexicon
from core.model import Segment

_PLACE = re.compile(r", [^\W\d_]+$")  # behind the author: Von Erika Mustermann, Wien
_LONGEST_SHORT_NAME = 5  # letters: FAZ, TAZ, ZDF, and not MUSTERZEITUNG


class SelfDescription(NamedTuple):
    """The author and the outlet that a text names; None where it names none."""

    author: str | None
    outlet: str | None


def self_description(text: str, segments: Sequence[Segment]) -> SelfDescription:
    """The first author in a byline or signature, and the first outlet in a line with the day, a source or a copyright.

    Args:
        text: the text as it is read.
        segments: its segments.
    """
    about = [(part, " ".join(text[part.start : part.end].split())) for part in segments]
    return SelfDescription(
        next((author for part, line in about for author in _author(part, line)), None),
        next((outlet for part, line in about for outlet in _outlet(part, line)), None),
    )


def _author(part: Segment, line: str) -> Iterator[str]:
    if part.kind != "byline":
        return
    words = lexicon.load()
    name = _PLACE.sub("", words.author(line) or "") or (
        line if words.is_name(line) and not words.is_byline(line) else None
    )
    if name:
        yield " ".join(map(_as_name, name.split())) if name.isupper() else name


def _as_name(word: str) -> str:
    """A word of a name in capitals: `MAX`, `VON`, `MÜLLER-ROE`."""
    return word.lower() if word in ("UND", "VON", "VAN", "DE", "DER", "DEN") else word.title()


def _outlet(part: Segment, line: str) -> Iterator[str]:
    words = lexicon.load()
    says_it = part.kind == "dateline" or (part.kind == "boilerplate" and words.has_outlet_label(line))
    if says_it and (outlet := words.outlet(line)):
        yield outlet.title() if outlet.isupper() and len(outlet) > _LONGEST_SHORT_NAME else outlet
