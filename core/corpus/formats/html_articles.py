"""Where the articles of a web page are, if it has several."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lxml.html import HtmlElement

from core.corpus.formats import page_words
from core.corpus.formats.html_lines import HEADINGS, Line, lines

_BODY_WORDS = 8  # of a line of running text at least
_TEASER_WORDS = 60  # an article with a linked headline or another rank of heading has more in its body
_MOST = 5_000  # articles of a page


class PageArticle(NamedTuple):
    """One of the articles of a page: its headline, and all its lines."""

    element: HtmlElement
    headline: str
    lines: tuple[Line, ...]


class _Candidate(NamedTuple):
    article: PageArticle
    rank: str  # of the headline: its tag, or the class that it has instead
    linked: bool
    words: int  # of the body


def articles(page: HtmlElement) -> tuple[PageArticle, ...]:
    """The articles of a page that has several, in order; none where it has one, or none that is marked.

    They are `<article>` elements, or else elements of the same class that is one of articles, each with a headline and
    a body. What only points to an article is none: its headline is a link and its body short, or its headline has
    another rank than that of the longest and its body is short.
    """
    for group in (_article_elements(page), *_same_class(page)):
        candidates = [one for element in group[:_MOST] if (one := _candidate(element))]
        if not candidates:
            continue
        longest = max(candidates, key=lambda one: one.words)
        whole = [
            one for one in candidates if one.words >= _TEASER_WORDS or (one.rank == longest.rank and not one.linked)
        ]
        if len(whole) >= 2:
            return tuple(one.article for one in whole)
    return ()


def _article_elements(page: HtmlElement) -> list[HtmlElement]:
    """The `<article>` elements that hold no two others and are in none that is taken."""
    every = [element for element in page.iter("article") if not _points_elsewhere(element)]
    above = {element: list(element.iterancestors("article")) for element in every}
    holds = Counter(chain.from_iterable(above.values()))
    return [element for element in every if holds[element] < 2 and all(holds[outer] >= 2 for outer in above[element])]


def _same_class(page: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Elements of one tag and class that is one of articles, the most frequent first; none within another.

    Those within an `<article>` are its sections.
    """
    known = page_words.load().article_classes
    groups: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    for element in page.iter("div", "section", "li", "td", "tr"):
        names = element.get("class", "")
        if not known.isdisjoint(names.casefold().split()) and not _points_elsewhere(element):
            key = (element.tag, names)
            if not any(
                above.tag == "article" or (above.tag, above.get("class", "")) == key
                for above in element.iterancestors()
            ):
                groups[key].append(element)
    yield from sorted((group for group in groups.values() if len(group) >= 2), key=len, reverse=True)


def _points_elsewhere(element: HtmlElement) -> bool:
    """Whether it is a teaser or a comment, by its class or by what it is in."""
    teasers = page_words.load().teaser_classes
    return any(
        node.tag in ("aside", "nav", "footer", "a")
        or (node.tag not in ("body", "html") and not teasers.isdisjoint(page_words.class_words(node.get("class", ""))))
        for node in (element, *element.iterancestors())
    )


def _candidate(element: HtmlElement) -> _Candidate | None:
    head = next(_headlines(element), None)
    if head is None:
        return None
    every = tuple(lines(element))
    body = [line for line in every if line.kind == "text" and len(line.text.split()) >= _BODY_WORDS]
    headline = " ".join("".join(head.itertext()).replace("\xad", "").split())
    if not headline or not any(line.text != headline for line in body):
        return None
    words = sum(len(line.text.split()) for line in body if line.text != headline)
    rank = head.tag if head.tag in HEADINGS else head.get("class", "")
    return _Candidate(PageArticle(element, headline, every), rank, _is_linked(head, element), words)


def _headlines(element: HtmlElement) -> Iterator[HtmlElement]:
    known = page_words.load().headline_classes
    for node in element.iter():
        if isinstance(node.tag, str) and (
            node.tag in HEADINGS or not known.isdisjoint(node.get("class", "").casefold().split())
        ):
            yield node


def _is_linked(head: HtmlElement, article: HtmlElement) -> bool:
    """Whether a click on the headline leads to a page of its own."""
    links: Sequence[HtmlElement] = [*head.iter("a"), *head.iterancestors("a")]
    return any(not link.get("href", "#").startswith("#") for link in links if link is not article)
