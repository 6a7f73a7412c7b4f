"""The lines of a part of a web page, as a browser breaks them: a paragraph, a heading, an item, a time a line."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal, NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement
from lxml.html.defs import block_tags

from core.corpus.days import BERLIN
from core.corpus.formats import page_words

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RUNNING = frozenset({"p", "blockquote"})  # a time in them is a word of a sentence
_NO_TEXT = frozenset(
    {"applet", "audio", "button", "canvas", "dialog", "embed", "head", "iframe", "map", "noscript"}
) | {
    *("object", "picture", "script", "select", "style", "svg", "template", "textarea", "video"),
    *("aside", "figure", "footer", "form", "menu", "nav"),
}
_BLOCKS = (block_tags - {"del", "ins"}) | {
    *("article", "aside", "body", "br", "figcaption", "figure", "footer", "header", "main", "nav", "section"),
}
_ABSOLUTE = re.compile(r"\d[:.]\d\d|\d{4}|\d\. ")  # in a time as it is shown, unlike "vor drei Stunden"
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?: ?Uhr)?")


class Line(NamedTuple):
    """A line, and whether it is a heading, a time stamp, running text, or made of links alone.

    `day` is that of a time stamp where the page gives it to machines, in Germany.
    """

    text: str
    kind: Literal["heading", "time", "text", "link"]
    tag: str = ""
    day: date | None = None

    def is_aside(self) -> bool:
        """Whether it is no part of what an article tells: a link alone, or a button."""
        return self.kind == "link" or (self.kind != "heading" and page_words.is_button(self.text))


class _Block:
    """What has been gathered of the line that is being read."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.linked = 0

    def add(self, text: str | None, link: bool) -> None:
        if text:
            self.texts.append(text)
            self.linked += link * len("".join(text.split()))

    def text(self) -> str:
        return " ".join("".join(self.texts).replace("\xad", "").split())

    def is_link(self) -> bool:
        return self.linked > 0 and self.linked >= sum(len("".join(text.split())) for text in self.texts)


def lines(root: HtmlElement) -> Iterator[Line]:
    """The lines below an element, in order; without scripts, forms, navigation, pictures and what is set apart."""
    block, tag, links = _Block(), "", 0
    walk = iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if not isinstance(node.tag, str):  # a comment
            if event == "end" and node is not root:
                block.add(node.tail, links > 0)
            continue
        starts = event == "start"
        if starts and node.tag in _NO_TEXT and node is not root:
            walk.skip_subtree()
            continue
        if node.tag == "br" and tag:
            block.add(" ", link=False) if starts else block.add(node.tail, links > 0)
            continue
        apart = node.tag in _BLOCKS or _stands_apart(node)
        if apart:
            if text := block.text():
                yield _line(text, tag, block)
            block = _Block()
        if starts and apart and node.tag == "time":
            walk.skip_subtree()
            yield from _stamp(node)
            continue
        if node.tag == "a":
            links += 1 if starts else -1
        if starts:
            tag = node.tag if node.tag in HEADINGS else tag
            block.add(node.text, links > 0)
        else:
            tag = "" if node.tag in HEADINGS else tag
            if node is not root:
                block.add(node.tail, links > 0)
    if text := block.text():
        yield _line(text, tag, block)


def _line(text: str, tag: str, block: _Block) -> Line:
    if tag:
        return Line(text, "heading", tag)
    if clock := _CLOCK.fullmatch(text):
        return Line(_shown(clock), "time")
    return Line(text, "link" if block.is_link() else "text")


def _shown(clock: re.Match[str]) -> str:
    return f"{clock['hour']}:{clock['minute']} Uhr"


def _stands_apart(node: HtmlElement) -> bool:
    """Whether an inline element names the author or the time, outside of running text."""
    return (
        node.tag == "time"
        or (
            node.tag in ("span", "a", "em", "strong", "small")
            and not page_words.load().byline_classes.isdisjoint(page_words.class_words(node.get("class", "")))
        )
    ) and not any(above.tag in _RUNNING for above in node.iterancestors())


def _stamp(node: HtmlElement) -> Iterator[Line]:
    """The line of a time: as it is shown, or by its attribute where it is shown as `vor drei Stunden`."""
    shown = " ".join("".join(node.itertext()).split())
    moment = declared_moment(node.get("datetime", ""))
    if clock := _CLOCK.fullmatch(shown):
        shown = _shown(clock)
    elif moment is not None and moment[1] is not None and not _ABSOLUTE.search(shown):
        shown = moment[1]
    if shown:
        yield Line(shown, "time", day=moment[0] if moment else None)


def declared_moment(value: str) -> tuple[date, str | None] | None:
    """The day in Germany and the time of day (`14:30 Uhr`) of an ISO stamp; no time where it has none."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) <= len("2024-03-20"):
        return moment.date(), None
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(BERLIN)
        except OverflowError:  # in the first or last hours of all years
            return None
    return moment.date(), f"{moment:%H:%M} Uhr"
