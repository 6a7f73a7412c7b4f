"""A text as evidence of the day of writing is read from it: its tokens and times, and what stands around these."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from core.model import Segment, Timex
from core.time import occasions, tense, tokens
from core.time.tokens import CLAUSE_ENDS, SENTENCE_ENDS
from core.time.writing import words

_CLAUSE, _NEAR = 12, 5  # tokens
_TO_DO = re.compile(
    r"(?:ab|an|auf|aus|bei|durch|ein|fort|her|hin|los|mit|nach|vor|weg|wieder|zurück|zusammen)zu\w{2,}n"
)

_ATTACHING = frozenset({"von", "aus", "seit", "als"})
_TO_BE = frozenset({"sein", "haben"})


class Reader:
    """The text with its tokens and times, and what stands around a time."""

    def __init__(self, text: str, times: Sequence[Timex], segments: Sequence[Segment]) -> None:
        self.text, self.times = text, times
        self._captions = sorted(segment for segment in segments if segment.kind == "caption")
        self._tokens = tokens.tokenize(text).tokens
        self._starts = [token.start for token in self._tokens]
        self._time_starts = [time.start for time in times]
        self.subject = occasions.plain(text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        return list(self._sentences())

    def year_step(self, time: Timex) -> int | None:
        """How far off the year is that an expression names in words (`dieses Jahres`: 0), if it names one so."""
        first, end = self._indices(time.start, time.end)
        inside = self._tokens[first:end]
        if not any(token.sense.value == "Y" for token in inside):
            return None
        steps = [token.sense.value for token in inside if token.sense.kind in {"same", "relative"}]
        return int(steps[0]) if steps else None

    def this_year(self, time: Timex) -> bool:
        """Whether an expression means the year of writing: `heuer`, `dieses Jahr`."""
        which = self.opening(time).sense
        return which.kind in {"same", "this_year"} and which.value == "0"

    def is_aim(self, time: Timex) -> bool:
        """Whether the clause goes on with what is to be done: `am 8. November zu gewinnen`."""
        first = self._indices(time.start, time.end)[1]
        behind = self._tokens[first : first + _CLAUSE]
        clause = list(takewhile(lambda token: token.sense.kind not in CLAUSE_ENDS, behind))
        return any(
            _TO_DO.fullmatch(word.text) or (to.text == "zu" and word.text.endswith("n") and word.text not in _TO_BE)
            for to, word in pairwise([tokens.Token(0, 0, "", tokens.OTHER), *clause])
        )

    def now_before(self, time: Timex) -> bool:
        """Whether `nun`, `jetzt` stand a few words before a time."""
        first = self._indices(time.start, time.end)[0]
        before = reversed(self._tokens[max(0, first - _NEAR) : first])
        sentence = takewhile(lambda token: token.sense.kind not in SENTENCE_ENDS, before)
        return any(token.text.lower() in words().now for token in sentence)

    def word_before(self, time: Timex) -> str:
        """The word before a time and its `im Jahr`, in small letters."""
        first = self._indices(time.start, time.end)[0]
        before = [token.text.lower() for token in self._tokens[max(0, first - 3) : first]]
        while before and before[-1] in {"im", "in", "jahr", "das", "für"}:
            before.pop()
        return before[-1] if before else ""

    def names_its_noun(self, time: Timex) -> bool:
        """Whether a bare year stands right behind a noun, or its `von`: `seine Abwahl 2012`, `Stand von 2008`."""
        if not time.text.isdigit():
            return False
        first = self._indices(time.start, time.end)[0]
        before = [token for token in self._tokens[max(0, first - 2) : first] if token.sense.kind not in CLAUSE_ENDS]
        if not before or before[-1].text.lower() in _ATTACHING:
            return bool(before)
        return before[-1].text[0].isupper() and before[-1].text.isalpha() and len(before) > 1

    def tense(self, time: Timex) -> int:
        """The tense of a time's clause; a past one is not believed after `bis` or `ab`."""
        first, end = self._indices(time.start, time.end)
        tells = tense.clause_tense(self._tokens, first, end)
        return 0 if tells < 0 and tense.leads_ahead(self._tokens, first) else tells

    def sentence_tense(self, time: Timex) -> int:
        """The tense of a time's sentence."""
        return tense.sentence_tense(self._tokens, *self._indices(time.start, time.end))

    def in_caption(self, time: Timex) -> bool:
        """Whether a time stands in a caption: pictures show what has been, in the present tense."""
        index = bisect_right(self._captions, time.start, key=lambda segment: segment.start) - 1
        return index >= 0 and time.start < self._captions[index].end

    def opening(self, time: Timex) -> tokens.Token:
        """The first token of an expression that is no article."""
        first, end = self._indices(time.start, time.end)
        return next((t for t in self._tokens[first:end] if t.sense.kind != "article"), self._tokens[first])

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a span begins and ends."""
        first, stop = self._indices(start, end)
        while first > 0 and self._tokens[first - 1].sense.kind not in SENTENCE_ENDS:
            first -= 1
        while stop < len(self._tokens) and self._tokens[stop].sense.kind not in SENTENCE_ENDS:
            stop += 1
        return self._tokens[first].start, self._tokens[stop - 1].end

    def _sentences(self) -> Iterator[tuple[int, int]]:
        first = 0
        for index, token in enumerate(self._tokens):
            if token.sense.kind in SENTENCE_ENDS and index > first:
                yield self._tokens[first].start, self._tokens[index - 1].end
            if token.sense.kind in SENTENCE_ENDS:
                first = index + 1
        if first < len(self._tokens):
            yield self._tokens[first].start, self._tokens[-1].end

    def times_in(self, start: int, end: int) -> list[Timex]:
        """The times that begin in a stretch of the text."""
        return list(self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)])

    def _indices(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)


def is_this_week(time: Timex) -> bool:
    """Whether an expression says `diese Woche`."""
    return time.value == "XXXX-WXX" and "dies" in time.text.lower()
