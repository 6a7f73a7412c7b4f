"""Which documents are copies: most of their words stand, in the same sequence, in an earlier one.

An outlet that prints an agency's text under a headline of its own, or cuts its end, is no second source. Each document
has a signature of its runs of five words (MinHash, Broder 1997, "On the resemblance and containment of documents"),
and only documents whose signatures share a part are compared (locality-sensitive hashing).

A copy resembles the very document that it points to: there are no chains, on whose two ends different texts could
stand. So a later version of a story of which most was written anew is a text of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import numpy as np

from core.model import Interval, Segment

if TYPE_CHECKING:
    from datasketch import MinHash

# Of 249 news articles no two share more than 1.2% of the shorter one's runs of five words. Of a text in which every
# tenth word was changed three fifths are left.
_RUN = 5  # words
_SHARE = 0.5  # of a copy's runs stand in its original
_SHORT = 36  # runs; in a text of fewer, which is one of under 40 words, every name and figure counts
_SAME = 0.9  # resemblance from which one of two texts is a copy where either is short
_FIGURES = 5  # two texts with as many each, most of them different, are two reports by one form
_LEAST = 0.1  # resemblance below which its estimate is mostly chance

_HASHES = 256  # the standard error of a resemblance of one half is then 0.03
_BANDS = _HASHES // 2  # two documents with a resemblance of 0.2 share one of them in 99 cases of 100
_CROWD = 20  # originals that share a band; where they are more, it is a form letter's and tells nothing of one text
_BATCH = 64  # runs hashed at once: few enough for the processor's cache, twice as fast as all of an article's

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\b\d+(?:[.,:]\d+)*")

_Array = np.ndarray[Any, Any]


class Signature(NamedTuple):
    """What is compared of a document: how many different runs of words it has, their MinHash, and its figures."""

    n_runs: int
    hashes: bytes  # little-endian uint32
    figures: tuple[str, ...]


class Copy(NamedTuple):
    """The original of a document, and the estimated share (0 to 1) of the document's runs of words that stand there."""

    original: str
    similarity: float


def signature(text: str, segments: Iterable[Segment]) -> Signature:
    """The signature of a document's running text, the same in every process and on every machine.

    Captions, bylines and boilerplate do not count, nor do case, punctuation, line breaks and `ß` for `ss`. A text of
    fewer than five words is one run; one without any has none.

    Args:
        text: the text as it is read.
        segments: its segments.
    """
    read = "\n".join(text[part.start : part.end] for part in segments if part.kind in ("headline", "kicker", "body"))
    read = read.casefold()
    words = _WORD.findall(read)
    ends = range(min(_RUN, len(words)), len(words) + 1) if words else ()
    runs = list({crc32(" ".join(words[max(0, end - _RUN) : end]).encode()) for end in ends})
    hashed = _empty().copy()
    for first in range(0, len(runs), _BATCH):
        hashed.update_batch(runs[first : first + _BATCH])
    figures = tuple(sorted(set(_FIGURE.findall(read))))
    return Signature(len(runs), hashed.hashvalues.astype("<u4").tobytes(), figures)


@cache
def _empty() -> "MinHash":
    """The MinHash of nothing; its permutations are always those of seed 1."""
    from datasketch import MinHash  # takes half a second, and what is read already has its signature

    return MinHash(num_perm=_HASHES, seed=1, hashfunc=int, scheme="affine32")


def earliest_first(signatures: Mapping[str, Signature], written: Mapping[str, Interval | None]) -> list[str]:
    """The documents in the order in which one can be the original of another.

    By the first day on which they can have been published, those of unknown date last; of one day the longer first,
    because the shorter of two versions is the one that was cut; then by id.
    """

    def key(doc_id: str) -> tuple[str, int, str]:
        interval = written.get(doc_id)
        return interval.first.isoformat() if interval else "9999", -signatures[doc_id].n_runs, doc_id

    return sorted(signatures, key=key)


def copies(signatures: Mapping[str, Signature], order: Sequence[str]) -> dict[str, Copy]:
    """The documents that are copies, each with its original, which is none; of several, the one that has most of it.

    Args:
        signatures: of all documents.
        order: their ids; only an earlier document can be the original of a later one.

    Documents are compared where they share a band of their MinHashes, unless many originals do. `datasketch`'s own
    index would give all that share one, which in a corpus of form letters is every pair.
    """
    readable = [doc_id for doc_id in order if signatures[doc_id].n_runs]
    runs = np.array([signatures[doc_id].n_runs for doc_id in readable])
    hashes = np.frombuffer(b"".join(signatures[doc_id].hashes for doc_id in readable), "<u4").reshape(-1, _HASHES)
    originals: dict[int, list[int]] = defaultdict(list)
    copied = {}
    for number, bands in sorted(_shared_bands(hashes).items()):
        known = [sharing for band in bands if len(sharing := originals[band]) <= _CROWD]
        near = sorted(set().union(*known))
        shares = _shares(hashes[number], runs[number], hashes[near], runs[near])
        for one in np.argsort(-shares, kind="stable")[: np.count_nonzero(shares)]:
            earlier = readable[near[one]]
            if not _other_figures(signatures[readable[number]], signatures[earlier]):
                copied[readable[number]] = Copy(earlier, round(float(shares[one]), 2))
                break
        else:
            for sharing in known:
                sharing.append(number)
    return copied


def _shared_bands(hashes: _Array) -> dict[int, list[int]]:
    """For each row that has a band in common with another: these, numbered by their place and content."""
    shared = defaultdict(list)
    numbered = 0
    for column in hashes.view("<u8").T:
        _, content, count = np.unique(column, return_inverse=True, return_counts=True)
        rows = np.flatnonzero(count[content] > 1)
        for row, band in zip(rows.tolist(), (numbered + content[rows]).tolist(), strict=True):
            shared[row].append(band)
        numbered += len(count)
    return shared


def _shares(hashes: _Array, runs: int, other_hashes: _Array, other_runs: _Array) -> _Array:
    """The share of a text's runs that stand in each other text; 0 where too few do for it to be a copy."""
    resemblance = np.count_nonzero(other_hashes == hashes, axis=1) / _HASHES
    # Of sets A and B with the resemblance r = |A∩B| / |A∪B|, |A∩B| is r (|A| + |B|) / (1 + r).
    shares = np.minimum(1, resemblance * (runs + other_runs) / (1 + resemblance) / runs)
    short = np.minimum(runs, other_runs) < _SHORT
    copied = np.where(short, resemblance >= _SAME, (shares >= _SHARE) & (resemblance >= _LEAST))
    return np.where(copied, shares, 0)


def _other_figures(a: Signature, b: Signature) -> bool:
    """Whether two texts, as far as they have figures, have different ones: two reports by one form, not a copy."""
    fewer = min(len(a.figures), len(b.figures))
    return fewer >= _FIGURES and 2 * len(set(a.figures) & set(b.figures)) < fewer
