"""The claims of a corpus in the order in which they were reported; a document's are read only if they are asked for.

Claims are known by their positions in this order. Those of one document stand together.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import accumulate, chain, pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec
import numpy as np

from core.events.brief import Outline
from core.model import Claim, Interval

_ENCODER = msgspec.msgpack.Encoder()
_Numbers = np.ndarray[Any, np.dtype[np.int64]]
DIGEST = 16
"""Bytes of a hash of a document's claims."""

Represents = Mapping[str, Callable[[Interval | None], frozenset[str]]]
"""By actor, the states and bodies that it speaks for at a time, by its offices; who holds none is not in it."""


@lru_cache(10_000)
def _in_order(represented: frozenset[str]) -> list[str]:
    return sorted(represented)


@dataclass(frozen=True, slots=True)
class Report:
    """The claims of one document, their actors linked across documents.

    Args:
        doc_id: the document.
        written: when it was written.
        outlines: of its claims, in the order of the text.
        told: a hash of the claims.
        read: gives the claims.
    """

    doc_id: str
    written: Interval | None
    outlines: Sequence[Outline]
    told: bytes
    read: Callable[[], Sequence[Claim]]


class Span(NamedTuple):
    """The claims of one document: a hash of all that their comparisons depend on, and from which place to which."""

    digest: bytes
    first: int
    end: int


class Reports:
    """The claims of a corpus by their positions.

    Documents follow each other by the first day on which they can have been written, those of unknown date last.

    Args:
        reports: those of the documents, in any order.
        represents: for whom actors speak.
    """

    def __init__(self, reports: Iterable[Report], represents: Represents = MappingProxyType({})) -> None:
        told = (report for report in reports if report.outlines)
        self._reports = sorted(
            told, key=lambda report: (report.written.first if report.written else date.max, report.doc_id)
        )
        self._begins = list(accumulate((len(report.outlines) for report in self._reports), initial=0))
        self._claims: dict[int, Sequence[Claim]] = {}
        self.represents = represents
        self.outlines: Sequence[Outline] = list(chain.from_iterable(report.outlines for report in self._reports))
        """What tells of each claim which others it may have to be compared with."""

    def __len__(self) -> int:
        return len(self.outlines)

    def __getitem__(self, at: int) -> Claim:
        """The claim at a place."""
        number = self._number(at)
        if number not in self._claims:
            self._claims[number] = self._reports[number].read()
        return self._claims[number][at - self._begins[number]]

    def written(self, at: int) -> Interval | None:
        """When the document of the claim at a place was written."""
        return self._reports[self._number(at)].written

    @cached_property
    def begins(self) -> Mapping[str, int]:
        """The place of the first claim of each document that has any, by doc_id."""
        return {report.doc_id: begin for report, begin in zip(self._reports, self._begins, strict=False)}

    def numbers(self, positions: _Numbers) -> _Numbers:
        """The number (from 0) that each of these claims has in its document."""
        begins = np.array(self._begins)
        numbers: _Numbers = positions - begins[np.searchsorted(begins, positions, side="right") - 1]
        return numbers

    @cached_property
    def spans(self) -> Sequence[Span]:
        """The documents that have claims, in order."""
        return [
            Span(self._digest(report), first, end)
            for report, (first, end) in zip(self._reports, pairwise(self._begins), strict=True)
        ]

    def _digest(self, report: Report) -> bytes:
        actors = [outline.actors for outline in report.outlines]
        represented = [
            _in_order(self.represents[actor](outline.interval or report.written))
            for outline in report.outlines
            for actor in outline.actors
            if actor in self.represents
        ]
        content = _ENCODER.encode((report.doc_id, report.told, report.written, actors, represented))
        return blake2b(content, digest_size=DIGEST).digest()

    def _number(self, at: int) -> int:
        return bisect_right(self._begins, at) - 1
