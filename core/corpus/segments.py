"""Splits a text into segments by the part they play: headline, body, caption, byline and so on (`SegmentKind`).

The way: text -> paragraphs -> what each is by its own form -> what its neighbours make of it.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from textwrap import shorten
from typing import Literal, get_args

from core.corpus import lexicon
from core.corpus.paragraphs import CLOSERS, Paragraph, paragraphs
from core.model import Segment, SegmentKind

_TITLE_WORDS = 25  # a line without a full stop that has more words is a paragraph that lost it
_HEAD_TITLES = 3  # kicker, headline and a line below it
_LIST_LENGTH = 3  # titles in a row further down are the lines of a list
_CAPTION_TITLE_WORDS = 8

_TITLE_LENGTH = 82  # characters
_KICKER_WORDS, _CAPITAL_KICKER_WORDS, _SHORT_HEADLINE = 2, 5, 3

_NO_TITLE_END = re.compile(rf"[.!?…:;,]{CLOSERS}$")
_QUESTION = re.compile(rf"[!?]{CLOSERS}$")
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!?…](?=\s|$)")
_LIST_ITEM = re.compile(r"(?:[-–—•*▪·‣]|\d{1,2}[.)])\s")

_Form = Literal[
    "body",
    "caption",
    "byline",
    "dateline",
    "agency",
    "embargo",
    "correction",
    "boilerplate",
    "title",
    "question",
    "links",
]
"""What a paragraph is by itself. A `title` has no full stop, a `question` is one in length and can be a headline at
the top alone, and `links` opens a list of them."""

_READ_ON = ("body", "caption", "title", "question", "links")
"""Forms of what is no line about the text itself."""


def segments(text: str, breaks: Sequence[int] = ()) -> tuple[Segment, ...]:
    """The segments of a text in order, never overlapping, together covering every line that is not blank.

    A segment is a paragraph: one line, or the lines that a fixed width or a line break inside a sentence set apart.
    Where nothing else could be one, the headlines are the body.

    Args:
        text: the text as it is read.
        breaks: where in it a line ends within a word; see `core.corpus.spelling`.
    """
    parts = paragraphs(text, breaks)
    forms = _caption_titles(parts, _listed_links([_form(part.line) for part in parts]))
    forms = _named_in_head(parts, _signature(parts, forms))
    kinds = _headlines(forms)
    if "body" not in kinds:
        kinds = ["body" if kind == "headline" else kind for kind in kinds]
    kinds = _kicker(parts, kinds)
    return tuple(Segment(part.start, part.end, kind) for part, kind in zip(parts, kinds, strict=True))


def _form(line: str) -> _Form:
    words = lexicon.load()
    forms: tuple[tuple[Callable[[str], bool], _Form], ...] = (
        (words.opens_links, "links"),
        (words.is_embargo, "embargo"),
        (words.is_correction, "correction"),
        (words.is_agency_sign, "agency"),
        (words.is_boilerplate, "boilerplate"),
        (words.is_byline, "byline"),
        (words.is_dateline, "dateline"),
        (words.is_caption, "caption"),
    )
    if form := next((form for fits, form in forms if fits(line)), None):
        return form
    if line.count(" ") >= _TITLE_WORDS or _LIST_ITEM.match(line) or lexicon.SENTENCE_BREAK.search(line):
        return "body"
    if _QUESTION.search(line):
        return "question"
    return "body" if _NO_TITLE_END.search(line) else "title"


def _listed_links(forms: Sequence[_Form]) -> list[_Form]:
    """The titles below the head of a list of links belong to it."""
    settled: list[_Form] = []
    listing = False
    for form in forms:
        listing = form == "links" or (listing and form in ("title", "question", "boilerplate"))
        settled.append("boilerplate" if listing else form)
    return settled


def _caption_titles(parts: Sequence[Paragraph], forms: Sequence[_Form]) -> list[_Form]:
    """A short title right above a caption is the picture's, except at the top of the text."""
    settled = list(forms)
    top = next((i for i, form in enumerate(forms) if form in ("title", "question", "body")), 0)
    for i in range(len(forms) - 2, top, -1):
        short = parts[i].line.count(" ") < _CAPTION_TITLE_WORDS
        if forms[i] == "title" and short and settled[i + 1] == "caption" and forms[i + 1] == "caption":
            settled[i] = "caption"
    return settled


def _signature(parts: Sequence[Paragraph], forms: Sequence[_Form]) -> list[_Form]:
    """A name by itself below the last paragraph is the author's."""
    settled = list(forms)
    last = next((i for i in reversed(range(len(forms))) if forms[i] in _READ_ON), 0)
    if (
        last > 0
        and forms[last] == "title"
        and forms[last - 1] == "body"
        and lexicon.load().is_signature(parts[last].line)
    ):
        settled[last] = "byline"
    return settled


def _named_in_head(parts: Sequence[Paragraph], forms: Sequence[_Form]) -> list[_Form]:
    """A name below the first headline is the author's where a day or a place stands beside it, or a day right below."""
    settled = list(forms)
    words = lexicon.load()
    first = next((i for i, form in enumerate(forms) if form in ("title", "question")), len(forms))
    for i in range(first + 1, len(forms)):
        if forms[i] == "body":
            break
        if forms[i] != "title":
            continue
        line, below = parts[i].line, forms[i + 1] if i + 1 < len(forms) else None
        placed = lexicon.PLACED_NAME.fullmatch(line) is not None and below == "body"
        if words.named_beside_day(line) or placed or (below == "dateline" and words.is_name(line)):
            settled[i] = "byline"
    return settled


def _headlines(forms: Sequence[_Form]) -> list[SegmentKind]:
    """Titles at the top and between paragraphs are headlines; many in a row further down are a list in the body."""
    kinds: list[SegmentKind] = []
    in_head = True
    titles = 0
    for titled, run in groupby(forms, key=lambda form: form in ("title", "question")):
        group = list(run)
        for form in group:
            match form:
                case "title" | "question" if in_head:
                    titles += 1
                    kinds.append("headline" if titles <= _HEAD_TITLES else "body")
                case "title" if len(group) < _LIST_LENGTH:
                    kinds.append("headline")
                case "title" | "question" | "links":
                    kinds.append("body")
                case _:
                    kinds.append(form)
        in_head = in_head and (titled or "body" not in group)
    return kinds


def _kicker(parts: Sequence[Paragraph], kinds: Sequence[SegmentKind]) -> list[SegmentKind]:
    """The first of two headlines at the top is a kicker where it only names the subject, or an outlet's name."""
    settled = list(kinds)
    top = next((i for i, kind in enumerate(kinds) if kind in ("headline", "body")), None)
    if top is None or kinds[top] != "headline":
        return settled
    line = parts[top].line
    following = next((i for i in range(top + 1, len(kinds)) if kinds[i] in ("headline", "body")), top)
    if kinds[following] != "headline":
        return settled
    headline, apart = parts[following].line, following > top + 1
    if lexicon.load().outlet(line) is not None:
        settled[top] = "dateline"
    elif _names_source(line, headline) if apart else _names_subject(line, headline):
        settled[top] = "kicker"
    return settled


def _names_subject(line: str, headline: str) -> bool:
    """`Ukraine-Krieg`, `KRIEG IM OSTEN` above a headline."""
    words = line.split()
    if headline.count(" ") < _SHORT_HEADLINE or len(words) >= len(headline.split()):
        return False
    if line.isupper():
        return len(words) <= _CAPITAL_KICKER_WORDS and not headline.isupper()
    return len(words) <= _KICKER_WORDS and all(word[0].isupper() for word in words)


def _names_source(line: str, headline: str) -> bool:
    """`Auswärtiges Amt` above a line with the day and the headline."""
    words = line.split()
    return len(words) <= _SHORT_HEADLINE < len(headline.split()) and all(word[0].isupper() for word in words)


_TITLED_BY: tuple[SegmentKind, ...] = ("headline", "kicker", "body", "caption", *get_args(SegmentKind))
_FEWEST_TITLE_WORDS = 3  # of a sentence that can stand for the text


def title(text: str, parts: Sequence[Segment]) -> str:
    """A title for a text that is known by none: its first headline, or else how its body begins, without a dateline."""
    ranked = sorted(parts, key=lambda part: _TITLED_BY.index(part.kind))
    if not ranked:
        return ""
    first = " ".join(text[ranked[0].start : ranked[0].end][: 4 * _TITLE_LENGTH].split())
    first = lexicon.load().without_label(lexicon.load().without_dateline(first))
    ends = (match.start() for match in _SENTENCE_END.finditer(first))
    end = next((end for end in ends if len(first[:end].split()) >= _FEWEST_TITLE_WORDS), None)
    return shorten(first[:end] if end else first, _TITLE_LENGTH, placeholder=" …")
