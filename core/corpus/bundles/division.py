"""Which way of dividing fits a text."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from core.corpus.bundles import marked, pages, shaped, vocabulary
from core.corpus.bundles.lines import Line, Reader, lines
from core.corpus.bundles.marked import Divided
from core.corpus.extracted import Extracted
from core.messages import Message

_FEW_HEADS = 2  # that a text may quote
_SHOWN = 60  # characters
_PAGES = frozenset({".html", ".htm", ".xhtml", ".mhtml"})


class Division(NamedTuple):
    """The articles that a text holds, each a text of its own; none where the text is one article as it stands.

    `remark` says what was assumed or lost; without parts, that there seem to be several that cannot be told apart.
    """

    parts: tuple[Extracted, ...]
    remark: Message | None = None


def divide(extracted: Extracted, file: str) -> Division:
    """The articles of a text, in its order, with title, outlet, author, day and page as far as their heads tell them.

    A single article as a vendor gives it out is one part. Of a page, whose lists of teasers look alike, only vendors'
    forms are known. Of what the text's own metadata say nothing is taken over: they are the bundle's.

    Args:
        extracted: the text; paragraphs are lines, or apart by blank lines.
        file: the name of its file.
    """
    shown = lines(extracted.text)
    is_page = PurePath(file).suffix.lower() in _PAGES
    best = _best(_of_vendors(extracted.text, shown))
    if best is None and not is_page:
        best = _best(_of_no_vendor(shown))
    if best is not None:
        return Division(best.parts, extracted.remark)
    return Division((), _undivided(shown, is_page))


def is_export(text: str) -> bool:
    """Whether a text is what a press database has given out: it can be divided by a vendor's form."""
    return _best(_of_vendors(text, lines(text))) is not None


def divide_html(page: str) -> Division:
    """The articles of a page that a press database has given out, as `divide`; none for any other page."""
    return divide(Extracted(pages.text(page)), "page.html")


def _of_vendors(text: str, shown: Sequence[Line]) -> Iterator[Divided | None]:
    for form in vocabulary.load().of_vendors(text):
        reader = Reader(form)
        own = reader.without_noise(shown)
        yield marked.by_closing(own, reader)
        yield marked.by_opening(own, reader)
        if form.vendor.labels.source:
            yield shaped.by_sources(own, reader, fewest=1)
        if form.signs:
            yield shaped.by_labels(own, reader, fewest=1)


def _of_no_vendor(shown: Sequence[Line]) -> Iterator[Divided | None]:
    reader = Reader(vocabulary.load().general)
    yield shaped.by_labels(shown, reader, fewest=2)
    yield shaped.by_sources(shown, reader, fewest=2)


def _best(ways: Iterable[Divided | None]) -> Divided | None:
    """The first way that reads all heads, or else the one that reads most; none that reads but the smaller part."""
    best: Divided | None = None
    for way in filter(None, ways):
        if way.read > way.odd and (best is None or way.read > best.read):
            best = way
            if not way.odd:
                break
    return best


def _undivided(shown: Sequence[Line], is_page: bool) -> Message | None:
    """What is to be said of a text that bears signs of several articles all the same."""
    words = vocabulary.load()
    for form in words.vendors:
        marks = [line.text for line in shown if Reader(form).is_sign(line)]
        if len(marks) > 1:
            return _several(marks, Message("has no form that is known of {vendor}", vendor=form.vendor.name))
    ends = [line.text for line in shown if line.text in words.bundles.general.end_marks]
    if len(ends) > 1 and not is_page:
        return _several(ends, Message("has no form that is known"))
    heads = [] if is_page else shaped.heads(shown, Reader(words.general))
    if len(heads) > _FEW_HEADS:
        return _several(heads, Message("has not the same form everywhere"))
    return None


def _several(signs: Sequence[str], what: Message) -> Message:
    """That lines are signs of several articles, and what is the matter with what stands around these."""
    return Message(
        "looks like several articles ({n} lines such as “{line}”), but what stands around them {what}; save them one a"
        " file, or export them anew",
        n=len(signs),
        line=signs[0][:_SHOWN],
        what=what,
    )
