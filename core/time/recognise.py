"""From text to time expressions: find where the rules fit, choose among overlapping ones, give each its value."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.model import HEAD_LINES, Interval, Segment, Timex
from core.time import clock_times, edtf, headings, tokens
from core.time.anchor import Anchor, Named, Reading
from core.time.found import Found
from core.time.headings import Heading
from core.time.meanings import MEANINGS, Meaning
from core.time.patterns import CompiledRule, rules
from core.time.rulebook import FILE
from core.vocabulary import VocabularyError


class _Candidate(NamedTuple):
    """A fit of a rule; sorts by begin, longest first, then by the rules' order."""

    first: int
    minus_length: int
    order: int
    meaning: Meaning
    phrase: Found


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
    row = tokens.tokenize(text)
    days = edtf.parse(published) if published else None
    label = "inferred" if inferred else "published"
    anchors = _Anchors(Anchor(days, label, narrative=_is_narrative(row, days), text=text), segments)
    times: list[Timex] = []
    free_from = 0
    for candidate in sorted(_candidates(row), key=lambda c: c[:3]):
        phrase = candidate.phrase
        if candidate.first < free_from:
            continue
        anchor = anchors.at(phrase.start)
        reading = candidate.meaning(phrase, anchor)
        if reading is None:
            continue
        anchor.note(phrase.end, reading)
        anchors.head(phrase, reading)
        times.append(_timex(text, phrase, reading))
        free_from = phrase.stop
    return clock_times.with_day_behind(text, times)


@cache
def _rules() -> tuple[tuple[CompiledRule, Meaning], ...]:
    unknown = [compiled.rule for compiled in rules() if compiled.rule.meaning not in MEANINGS]
    if unknown:
        rule = unknown[0]
        raise VocabularyError(f"core/vocabulary/{FILE}: rule {rule.name!r}: there is no meaning {rule.meaning!r}")
    return tuple((compiled, MEANINGS[compiled.rule.meaning]) for compiled in rules())


def _candidates(row: tokens.Row) -> list[_Candidate]:
    candidates = []
    for order, (compiled, meaning) in enumerate(_rules()):
        match = compiled.regex.search(row.codes)
        while match:
            first, stop = match.span("span")
            candidates.append(_Candidate(first, first - stop, order, meaning, Found(row.tokens, match, compiled.rule)))
            match = compiled.regex.search(row.codes, match.start() + 1)  # context may overlap another expression
    return candidates


def _timex(text: str, phrase: Found, reading: Reading) -> Timex:
    return Timex(
        phrase.start,
        phrase.end,
        text[phrase.start : phrase.end],
        reading.type or phrase.rule.type,
        reading.value,
        reading.interval,
        reading.anchor,
    )


_FEWEST_FULL_DATES = 4
_MOSTLY = 0.75


def _is_narrative(row: tokens.Row, published: Interval | None) -> bool:
    """Whether most months that the text names with a year are of years well before the day of writing."""
    if published is None:
        return False
    years = [
        int(year.text)
        for month, year in pairwise(row.tokens)
        if month.sense.kind == "month" and year.sense.kind == "year"
    ]
    past = sum(year < published.first.year - 1 for year in years)
    return len(years) >= _FEWEST_FULL_DATES and past >= _MOSTLY * len(years)


_APART = frozenset({"caption", *HEAD_LINES, "embargo", "correction"})
"""Kinds of segments whose times are no context of the running text's."""


class _Anchors:
    """One anchor for the running text, one for each caption and byline, and one for what a day heads."""

    def __init__(self, running: Anchor, segments: Sequence[Segment]) -> None:
        self._running = running
        self._sections = headings.has_sections(running.text)
        self._section: tuple[Anchor, Heading] | None = None
        self._entry: tuple[Anchor, Heading] | None = None
        self._apart = sorted(segment for segment in segments if segment.kind in _APART)
        self._own = [replace(running, named=[]) for _ in self._apart]

    def at(self, position: int) -> Anchor:
        index = bisect_right(self._apart, position, key=lambda segment: segment.start) - 1
        if index >= 0 and position < self._apart[index].end:
            return self._own[index]
        for headed in (self._entry, self._section):
            if headed and (headed[1].end is None or position < headed[1].end):
                return headed[0]
        return self._running

    def head(self, phrase: Found, reading: Reading) -> None:
        """Count what follows from a day that heads it."""
        if phrase.rule.type != "DATE" or reading.interval is None:
            return
        text = self._running.text
        head = headings.heading(text, phrase.start, phrase.end, reading.interval, sections=self._sections)
        if head is None:
            return
        anchor = replace(self._running, published=head.days, label="context", narrative=False, programme=[])
        if head.end is None:
            named = [Named(phrase.end, reading.value, reading.interval)]
            self._section, self._entry = (replace(anchor, named=named), head), None
        else:
            self._entry = (anchor, head)
