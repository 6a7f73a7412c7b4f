"""From text to time expressions: find where the rules fit, choose among overlapping ones, give each its value."""

from collections.abc import Sequence
from typing import NamedTuple

from core.model import Interval, Segment, Timex
from core.time import edtf, tokens
from core.time.anchor import Anchor, Reading
from core.time.found import Found
from core.time.meanings import MEANINGS
from core.time.patterns import rules


class _Candidate(NamedTuple):
    """A fit of a rule; sorts by begin, longest first, then by the rules' order."""

    first: int
    minus_length: int
    order: int
    found: Found


def annotate(
    text: str,
    published: str | None = None,
    *,
    inferred: bool = False,
    segments: Sequence[Segment] = (),
) -> list[Timex]:
    """The time expressions of a text in the order they stand, none overlapping another.

    Args:
        text: any string; offsets count its code points.
        published: when it was written, as EDTF: a day, a longer unit or a range. Relative expressions are as vague
            as that; without it they keep unknown parts (`XXXX-07`) and have no interval.
        inferred: `published` was inferred from the content; values that rest on it are anchored on "inferred".
        segments: the text's parts, where known: what a caption or a byline dates doesn't date what follows in the body.

    Raises:
        ValueError: `published` is no EDTF value.
    """
    anchors = _Anchors(edtf.parse(published) if published else None, "inferred" if inferred else "published", segments)
    row = tokens.tokenize(text)
    times: list[Timex] = []
    free_from = 0
    for candidate in sorted(_candidates(row), key=lambda c: c[:3]):
        found = candidate.found
        if candidate.first < free_from:
            continue
        anchor = anchors.at(found.start)
        reading = MEANINGS[found.rule.meaning](found, anchor)
        if reading is None:
            continue
        anchor.note(found.end, reading)
        times.append(_timex(text, found, reading))
        free_from = found.stop
    return times


def _candidates(row: tokens.Row) -> list[_Candidate]:
    candidates = []
    for order, compiled in enumerate(rules()):
        match = compiled.regex.search(row.codes)
        while match:
            first, stop = match.span("span")
            candidates.append(_Candidate(first, first - stop, order, Found(row.tokens, match, compiled.rule)))
            match = compiled.regex.search(row.codes, match.start() + 1)  # context may overlap another expression
    return candidates


def _timex(text: str, found: Found, reading: Reading) -> Timex:
    return Timex(
        found.start,
        found.end,
        text[found.start : found.end],
        reading.type or found.rule.type,
        reading.value,
        reading.interval,
        reading.anchor,
    )


class _Anchors:
    """One anchor for the running text, and one for each caption and byline."""

    def __init__(self, published: Interval | None, label: str, segments: Sequence[Segment]) -> None:
        self._published, self._label = published, label
        self._apart = [segment for segment in segments if segment.kind in {"caption", "byline"}]
        self._running = Anchor(published, label)
        self._own: dict[Segment, Anchor] = {}

    def at(self, position: int) -> Anchor:
        for segment in self._apart:
            if segment.start <= position < segment.end:
                return self._own.setdefault(segment, Anchor(self._published, self._label))
        return self._running
