"""Text out of HTML that is no page: the body of a feed's entry, of a chapter, of a cell."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError, _Element

from core.corpus.extracted import BREAK

_TAGS = re.compile(r"</?(?:p|br|div|li|h[1-6]|b|i|em|strong|a|span|ul|ol|blockquote)\b[^<>]{0,999}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"}
    | {
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    }
)
_SILENT = frozenset({"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math", "select"})


def has_markup(text: str) -> bool:
    """Whether a text has marks of HTML in it."""
    return bool(_TAGS.search(text))


def plain(text: str) -> str:
    """A text without its marks of HTML, where it has any: a paragraph a line."""
    if has_markup(text):
        return BREAK.join(paragraphs(text))
    return html.fromstring(f"<p>{text}</p>").text_content() if _ENTITY.search(text) and "<" not in text else text


def paragraphs(source: str | bytes) -> Iterator[str]:
    """The paragraphs, headings, items and cells of a stretch of HTML that have a text, in their order."""
    try:
        tree = html.document_fromstring(source)
    except ParserError:  # nothing in it
        return
    yield from texts(tree)


def texts(tree: _Element) -> Iterator[str]:
    """The same of an element that has been parsed."""
    signs: list[str] = []
    for sign in _signs(tree):
        if sign is None:
            if text := _joined(signs):
                yield text
            signs.clear()
        else:
            signs.append(sign)
    if text := _joined(signs):
        yield text


def _joined(signs: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(signs).split("\n"))
    return "\n".join(line for line in lines if line)


def _signs(tree: _Element) -> Iterator[str | None]:
    """The stretches of text, with None where a paragraph ends; without recursion, however deep the elements lie."""
    stack: list[tuple[_Element, bool]] = [(tree, False)]
    while stack:
        element, ended = stack.pop()
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else None
        if not ended:
            stack.append((element, True))
            if name is None or name in _SILENT:
                continue
            if name in _BLOCKS:
                yield None
            if name == "br":
                yield "\n"
            yield _unwrapped(element.text)
            stack.extend((child, False) for child in reversed(element))
        else:
            if name in _BLOCKS:
                yield None
            if element is not tree:
                yield _unwrapped(element.tail)


def _unwrapped(text: str | None) -> str:
    """The text of a node, in which a line's end is a blank."""
    return re.sub(r"\s+", " ", text) if text else ""
