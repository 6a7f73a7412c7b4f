"""Results whose offsets count in the text as it is read, with those of the text as it is stored in their place."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, TypeVar

import msgspec

from core.model import Bounds, Claim, ClaimDate, DateEvidence, Figure, Mention, Note, Published, Reading, Segment, Timex

_Quoted = TypeVar("_Quoted", Timex, Mention)
_Spanned = TypeVar("_Spanned", Segment, Note, DateEvidence, Figure)
_Dated = TypeVar("_Dated", ClaimDate, Bounds)


class AsStored(NamedTuple):
    """A stored text, and how it was read."""

    text: str
    reading: Reading

    def spanned(self, parts: Iterable[_Spanned]) -> tuple[_Spanned, ...]:
        """Segments or notes where they stand."""
        return tuple(map(self._moved, parts))

    def quoted(self, parts: Iterable[_Quoted]) -> tuple[_Quoted, ...]:
        """Times or mentions where they stand, with the words that stand there."""
        return tuple(map(self._requoted, parts))

    def published(self, published: Published) -> Published:
        """When a text was written, with the places of the words that tell it."""
        return replace(published, spans=tuple(self.reading.stored(*span) for span in published.spans))

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Claims where they stand, with the words that stand there."""
        return tuple(map(self._claim, claims))

    def _requoted(self, part: _Quoted) -> _Quoted:
        start, end = self.reading.stored(part.start, part.end)
        return replace(part, start=start, end=end, text=self.text[start:end])

    def _claim(self, claim: Claim) -> Claim:
        start, end = self.reading.stored(claim.start, claim.end)
        trigger_start, trigger_end = self.reading.stored(claim.trigger_start, claim.trigger_end)
        return msgspec.structs.replace(
            claim,
            start=start,
            end=end,
            quote=self.text[start:end],
            trigger_start=trigger_start,
            trigger_end=trigger_end,
            date=claim.date and self._dated(claim.date),
            bounds=claim.bounds and self._dated(claim.bounds),
            topic=claim.topic and self._topic(claim, claim.topic),
            figures=tuple(self._moved(one)._replace(text=self._quote(one)) for one in claim.figures),
        )

    def _topic(self, claim: Claim, topic: str) -> str:
        """The topic of a claim is a stretch of its quote."""
        at = claim.start + claim.quote.index(topic)
        start, end = self.reading.stored(at, at + len(topic))
        return self.text[start:end]

    def _dated(self, date: _Dated) -> _Dated:
        return date._replace(
            evidence=tuple(self._moved(proof)._replace(text=self._quote(proof)) for proof in date.evidence)
        )

    def _quote(self, part: _Spanned) -> str:
        start, end = self.reading.stored(part.start, part.end)
        return self.text[start:end]

    def _moved(self, part: _Spanned) -> _Spanned:
        start, end = self.reading.stored(part.start, part.end)
        return part._replace(start=start, end=end)
