"""Where one article of a PDF file ends and another begins, as far as the sizes of headlines surely show it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.corpus import lexicon
from core.corpus.formats.pdf_paragraphs import Paragraph

_LARGER = 1.35  # a headline that opens an article, times the usual size of type at least
_ALIKE = 0.08  # by which headlines of one rank differ in size
_BODY_WORDS = 20  # under a headline that opens an article at least
_TITLE_WORDS = 10  # under a headline that is the title of the only article
_NEAR = 3  # headlines before and after one that are looked at
_KICKER_WORDS = 8
_KICKER_GAP = 1.0  # between a kicker and its headline at most, in the headline's size
_NUMBERED = re.compile(r"(?:\d+[.)]|[IVX]+\.|Kapitel|Teil|Abschnitt|Anlage|Anhang)\b")
_DATELINE = re.compile(r"[A-ZÄÖÜ][\w./ -]{1,40}?(?: ?\([^()]{2,40}\) ?[-–—:.]?| ?[-–—]) ")
_SENTENCE = re.compile(r"\w{3}[.!?]")


class Part(NamedTuple):
    """An article, or the whole text; `title` is its headline, None where it has none."""

    title: str | None
    paragraphs: tuple[Paragraph, ...]


class _Head(NamedTuple):
    """A headline, by its place among the paragraphs, and the words of the text below it."""

    at: int
    size: float
    words: int
    opens: bool  # a byline or a dateline follows, or another of its size stands beside it


def articles(paragraphs: Sequence[Paragraph], usual: float) -> list[Part]:
    """The articles; one part where it is not sure that there are several.

    They are several where two headlines of the largest type have a text each on one page, or where the smaller ones
    are followed by a byline or dateline, or stand side by side.
    """
    starts = _starts(paragraphs, [head for head in _heads(paragraphs) if head.size >= _LARGER * usual])
    if len(starts) < 2:
        return [whole(paragraphs)]
    ends = [*starts[1:], len(paragraphs)]
    kickers = [_has_kicker(paragraphs, start) for start in starts]
    parts = []
    for start, end, kicked, cut in zip(starts, ends, kickers, [*kickers[1:], False], strict=True):
        body = [paragraphs[start - 1]] if kicked else []
        parts.append(Part(paragraphs[start].text, (paragraphs[start], *body, *paragraphs[start + 1 : end - cut])))
    before = paragraphs[: starts[0] - kickers[0]]
    parts[0] = parts[0]._replace(paragraphs=(*before, *parts[0].paragraphs))
    return parts


def whole(paragraphs: Sequence[Paragraph]) -> Part:
    """All as one text, by the title of the first headline that has a text."""
    title = next((paragraphs[head.at].text for head in _heads(paragraphs) if head.words >= _TITLE_WORDS), None)
    return Part(title, tuple(paragraphs))


def _heads(paragraphs: Sequence[Paragraph]) -> list[_Head]:
    places = [number for number, paragraph in enumerate(paragraphs) if paragraph.headline]
    return [
        _Head(
            at,
            paragraphs[at].size,
            _words(paragraphs[at + 1 : end]),
            _is_signed(paragraphs[at + 1 : end][:3])
            or any(_beside(paragraphs[at], paragraphs[other]) for other in places[max(0, n - _NEAR) : n + _NEAR + 1]),
        )
        for n, (at, end) in enumerate(pairwise([*places, len(paragraphs)]))
        if not _NUMBERED.match(paragraphs[at].text)
    ]


def _beside(headline: Paragraph, other: Paragraph) -> bool:
    """Whether two headlines of one size stand side by side, in different columns."""
    one, two = headline.lines[0].box, other.lines[0].box
    return (
        headline.page == other.page
        and abs(headline.size - other.size) <= _ALIKE * headline.size
        and abs(one.top - two.top) <= headline.size
        and (one.right < two.left or two.right < one.left)
    )


def _words(body: Sequence[Paragraph]) -> int:
    return sum(len(one.text.split()) for one in body if _SENTENCE.search(one.text))


def _is_signed(body: Sequence[Paragraph]) -> bool:
    return any(lexicon.load().is_byline(one.text) or _DATELINE.match(one.text) for one in body)


def _starts(paragraphs: Sequence[Paragraph], heads: Sequence[_Head]) -> list[int]:
    """The headlines that open an article."""
    texts = [head for head in heads if head.words >= _BODY_WORDS]
    if len(texts) < 2:
        return []
    largest = max(head.size for head in texts)
    top = [head for head in texts if head.size >= (1 - _ALIKE) * largest]
    starts = sorted({head.at for head in (*top, *(one for one in texts if one.opens))})
    above = any(head.size > (1 + _ALIKE) * largest for head in heads if head.at < starts[0])
    opening = sum(head.opens for head in texts if head.at in starts)
    together = max(Counter(paragraphs[head.at].page for head in top).values()) >= 2
    if len(top) == 1 or above or not together:  # chapters have headlines, too
        return starts if opening * 2 >= len(starts) and len(starts) >= 2 else []
    return starts


def _has_kicker(paragraphs: Sequence[Paragraph], start: int) -> bool:
    """Whether the paragraph before a headline is a line that stands right above it."""
    if start == 0:
        return False
    above, headline = paragraphs[start - 1], paragraphs[start]
    gap = above.lines[-1].box.bottom - headline.lines[0].box.top
    return (
        not above.headline
        and above.page == headline.page
        and len(above.text.split()) <= _KICKER_WORDS
        and not _SENTENCE.search(above.text)
        and not lexicon.load().is_name(above.text)
        and -_KICKER_GAP * headline.size / 2 <= gap <= _KICKER_GAP * headline.size
        and above.lines[0].box.left < headline.lines[0].box.right
        and headline.lines[0].box.left < above.lines[0].box.right
    )
