"""What a web page declares about its articles in JSON-LD, by the words of schema.org."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from lxml.etree import LxmlError
from lxml.html import HtmlElement, fromstring

from core.corpus.formats import page_words
from core.corpus.formats.html_lines import declared_moment, lines

_DEEPEST = 6  # levels of lists and graphs in which an article is looked for
_MOST_ENTRIES = 5_000


class Entry(NamedTuple):
    """One entry of a live blog, as declared."""

    published: str
    headline: str
    paragraphs: tuple[str, ...]


class Declared(NamedTuple):
    """One article, as declared; what is not declared is empty."""

    title: str
    author: str
    outlet: str
    published: str
    free: bool
    live: bool
    entries: tuple[Entry, ...]

    def known(self) -> dict[str, str]:
        """What it says by the keys of `core.corpus.sources.Metadata`."""
        fields = {"title": self.title, "author": self.author, "outlet": self.outlet, "published": self.published}
        return {key: value for key, value in fields.items() if value}


def declared(page: HtmlElement) -> tuple[Declared, ...]:
    """The articles that a page declares, in its order; what is broken or no article is passed over."""
    types = page_words.load().article_types
    return tuple(
        _declared(node)
        for script in page.iter("script")
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json"
        for node in _nodes(_parsed(script.text or ""))
        if not types.isdisjoint(_types(node))
    )


def _parsed(source: str) -> Any:
    source = source.strip().removeprefix("<![CDATA[").removeprefix("<!--").removesuffix("-->").removesuffix("]]>")
    try:
        return json.loads(source.strip().rstrip(";"), strict=False)  # line breaks in strings are common
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The nodes of a value: itself, those of a list or `@graph`, and what a page says is its main entity."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _nodes(value.get(key), depth + 1)


def _types(node: Mapping[str, Any]) -> set[str]:
    types = node.get("@type")
    return {name.rpartition("/")[2] for name in (types if isinstance(types, list) else [types]) if type(name) is str}


def _declared(node: Mapping[str, Any]) -> Declared:
    live = not page_words.load().live_types.isdisjoint(_types(node))
    updates = node.get("liveBlogUpdate")
    return Declared(
        title=_text(node.get("headline")) or _text(node.get("name")),
        author=", ".join(dict.fromkeys(_names(node.get("author")))),
        outlet=next(_names(node.get("publisher")), ""),
        published=day(node.get("datePublished")) or day(node.get("dateModified")),
        free=str(node.get("isAccessibleForFree", True)).lower() != "false",
        live=live,
        entries=tuple(_entries(updates if isinstance(updates, list) else [updates])) if live else (),
    )


def _names(value: Any) -> Iterator[str]:
    """The names of persons or organisations: a name, an object with one, or a list of these."""
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and "://" not in name:
            yield name


def _entries(updates: list[Any]) -> Iterator[Entry]:
    for update in updates[:_MOST_ENTRIES]:
        if isinstance(update, dict):
            headline = _text(update.get("headline")) or _text(update.get("name"))
            paragraphs = tuple(_paragraphs(update.get("articleBody")))
            if headline or paragraphs:
                yield Entry(_plain(update.get("datePublished")), headline, paragraphs)


def _paragraphs(value: Any) -> Iterator[str]:
    """The lines of a value that may have tags and entities."""
    for text in _plain(value).splitlines():
        if "<" not in text and "&" not in text:
            if plain := " ".join(text.replace("\xad", "").split()):
                yield plain
        elif text.strip():
            with suppress(ValueError, LxmlError):  # signs or nesting that no page can have
                yield from (line.text for line in lines(fromstring(f"<div>{text}</div>")))


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _text(value: Any) -> str:
    """A value as one line, without tags, entities and soft hyphens; values that are no text are none."""
    return " ".join(_paragraphs(value))


def day(value: Any) -> str:
    """The day in Germany of an ISO stamp, empty where it is none."""
    moment = declared_moment(_plain(value))
    return moment[0].isoformat() if moment else ""
