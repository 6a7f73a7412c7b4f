"""What a date rests on: the characters that say it, and those that the rest of it is counted from."""

from bisect import bisect_left

from core.claims.scene import Scene
from core.model import DateEvidence, DateSource, EvidencePart, Published
from core.time.dates import Dated


def source_of(scene: Scene, dated: Dated) -> tuple[DateSource, tuple[DateEvidence, ...]]:
    """Whether the words say the whole date, and what all of it rests on."""
    text = scene.analysis.document.text
    said = DateEvidence(dated.start, dated.end, text[dated.start : dated.end], "expression")
    if dated.anchor == "explicit":
        return "whole", (said,)
    if dated.anchor == "context":
        known = scene.analysis.dates
        earlier = known[: bisect_left(known, dated.start, key=lambda one: one.start)]
        named = earlier[-1] if earlier else None
        more = (DateEvidence(named.start, named.end, text[named.start : named.end], "anchor"),) if named else ()
        return "partial", (said, *more)
    return "partial", (said, *of_writing(text, scene.analysis.published))


def of_writing(text: str, published: Published) -> tuple[DateEvidence, ...]:
    """The characters of a text from which the day of its writing is known; none where its metadata say it."""
    part: EvidencePart = "writing"
    return tuple(DateEvidence(start, end, text[start:end], part) for start, end in published.spans)
