"""What a text says of itself in the lines about it: who wrote it, and where it was published."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.corpus import lexicon
from core.model import Segment

_PLACE = re.compile(r", [^\W\d_]+$")  # behind the author: Von Erika Mustermann, Wien


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
    name = _PLACE.sub("", _without_outlet(words.author(line) or "")) or _bare_name(line)
    if name:
        yield " ".join(map(_as_name, name.split())) if name.isupper() else name


def _without_outlet(names: str) -> str:
    """The names without the outlet that the last of them works for: `Max Roe, ARD-Studio Wien`."""
    before, _, last = names.rpartition(", ")
    words = lexicon.load()
    of_outlet = bool(before) and (words.is_outlet(last) or words.is_outlet(last.split("-")[0]))
    return before if of_outlet else names


def _bare_name(line: str) -> str | None:
    """A name without a word such as `von`, with a day or a place beside it or not."""
    words = lexicon.load()
    if words.is_byline(line):
        return None
    name = words.named_beside_day(line) or _PLACE.sub("", lexicon.without_brackets(line))
    return name if words.is_name(name) else None


def _as_name(word: str) -> str:
    """A word of a name in capitals: `MAX`, `VON`, `MÜLLER-ROE`."""
    return word.lower() if word in ("UND", "VON", "VAN", "DE", "DER", "DEN") else word.title()


def _outlet(part: Segment, line: str) -> Iterator[str]:
    words = lexicon.load()
    says_it = part.kind == "dateline" or (part.kind == "boilerplate" and words.has_outlet_label(line))
    if says_it and (outlet := words.outlet(line)):
        yield outlet
