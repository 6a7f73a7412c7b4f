"""Divides a vendor's bundle at the lines that stand before each of its articles, or behind each."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.corpus.bundles import articles, heads
from core.corpus.bundles.articles import Article
from core.corpus.bundles.heads import Head
from core.corpus.bundles.lines import COVER, Line, Reader, is_rule
from core.corpus.extracted import Extracted

_LONGEST_HEAD = 60  # lines
_FEW_WORDS = 40  # that are no article where they have no head


class Divided(NamedTuple):
    """What a way of dividing makes of a text: its articles, and of how many the head has been read, of how many not."""

    parts: tuple[Extracted, ...]
    read: int
    odd: int


def by_opening(lines: Sequence[Line], reader: Reader) -> Divided | None:
    """Divided at lines such as `1 of 40 DOCUMENTS`; None where there is none."""
    marks = [n for n, line in enumerate(lines) if reader.opens(line)]
    if not marks or not reader.form.vendor.opened_heads:
        return None
    above = lines[: marks[0]]
    chunks = [lines[start + 1 : end] for start, end in pairwise([*marks, len(lines)])]
    outcomes = [_article(chunk, reader, reader.form.vendor.opened_heads) for chunk in chunks]
    is_cover = not _is_text(above) or any(map(reader.is_cover, above))
    return _divided(chunks if is_cover else [above, *chunks], outcomes if is_cover else [None, *outcomes])


def by_closing(lines: Sequence[Line], reader: Reader) -> Divided | None:
    """Divided at lines such as `End of Document`; None where there is none."""
    marks = [n for n, line in enumerate(lines) if reader.closes(line)]
    if not marks or not reader.form.vendor.closed_heads:
        return None
    last = next((n for n in range(marks[-1], len(lines)) if reader.ends_all(lines[n])), len(lines))
    chunks = [lines[start + 1 : end] for start, end in pairwise([-1, *marks, last])]
    patterns = reader.form.vendor.closed_heads
    return _divided(chunks, [_article(chunk, reader, patterns, below_cover=n == 0) for n, chunk in enumerate(chunks)])


def _divided(chunks: Sequence[Sequence[Line]], outcomes: Sequence[Article | None]) -> Divided:
    parts: list[Extracted] = []
    odd = 0
    for chunk, article in zip(chunks, outcomes, strict=True):
        if article and article.is_told_of:
            parts.append(article.extracted())
        elif _is_text(chunk):
            parts.append(articles.odd(chunk))
            odd += 1
    return Divided(tuple(parts), len(parts) - odd, odd)


def _is_text(chunk: Sequence[Line]) -> bool:
    return sum(line.text.count(" ") + 1 for line in chunk) >= _FEW_WORDS


def _article(
    chunk: Sequence[Line], reader: Reader, patterns: Sequence[str], below_cover: bool = False
) -> Article | None:
    """The article that a chunk is; its head is the first thing in it, except below a cover."""
    while chunk and is_rule(chunk[0]):
        chunk = chunk[1:]
    signs = reader.signs(chunk[: None if below_cover else _LONGEST_HEAD], cover=below_cover)
    head = heads.find(patterns, signs, anywhere=below_cover)
    if head and COVER in signs[: head.first] and "headline" in head.parts:
        head = _below_cover(head, chunk)
    return articles.read(chunk, head, reader) if head else None


def _below_cover(head: Head, chunk: Sequence[Line]) -> Head:
    """The head with its last paragraph as the headline: those above it are the cover's."""
    headline = head.parts["headline"]
    first = headline[-1]
    while first > headline[0] and not chunk[first].apart:
        first -= 1
    return head._replace(parts={**head.parts, "headline": range(first, headline[-1] + 1)})
