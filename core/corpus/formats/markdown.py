"""Markdown (`.md`): the text without its marks."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import yaml
from lxml.etree import strip_elements
from lxml.html import fromstring
from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.corpus.decoding import decode
from core.corpus.formats import BREAK, Extracted

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEYS = {"title": "title", "author": "author", "url": "url", "lang": "language", "date": "published"}


def extract(data: bytes, encoding: str | None) -> Extracted:
    """The text of a Markdown file: a heading, a paragraph, an item, a cell a line; with what a front matter says.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
    """
    source, remark = decode(data, encoding)
    front = _FRONT_MATTER.match(source)
    known = _front_matter(front[1]) if front else None
    if front and known is not None:
        source = source[front.end() :]
    return Extracted(BREAK.join(filter(None, _blocks(_PARSER.parse(source)))), known or {}, remark=remark)


def _front_matter(source: str) -> dict[str, str] | None:
    """The fields that are plain values; None where what stands between two rules is running text."""
    try:
        fields = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(fields, dict):
        return None
    plain = {_KEYS[key]: value for key, value in fields.items() if key in _KEYS}
    return {
        key: str(value.date() if isinstance(value, datetime) else value)
        for key, value in plain.items()
        if isinstance(value, str | int | date)
    }


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "inline":
                yield "".join(map(_inline, token.children or ())).strip()
            case "fence" | "code_block":
                yield token.content.strip()
            case "html_block":
                yield _stripped(token.content)


def _inline(token: Token) -> str:
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case _:
            return ""  # a picture, or the mark of an emphasis, a link or raw HTML


def _stripped(source: str) -> str:
    """The text of a stretch of raw HTML."""
    tree = fromstring(f"<div>{source}</div>")
    strip_elements(tree, "script", "style", with_tail=False)
    return str(tree.text_content()).strip()
