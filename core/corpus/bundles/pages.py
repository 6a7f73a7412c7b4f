"""From a page of a press database to its lines: a paragraph, a heading, a row of a table each."""

import re
from collections.abc import Iterator

from lxml import etree, html

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer", "form", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
_CELLS = frozenset({"td", "th"})
_LEFT_OUT = frozenset({"script", "style", "head", "noscript", "template", "svg", "select", "button"})
_AUTHORS = frozenset({"author"})  # classes of elements with the author's name alone
_BY = "Von "
_BLANKS = re.compile(r"[ \t]*\n[ \t\n]*\n[ \t]*")


def text(page: str) -> str:
    """The text of a page, its blocks apart by blank lines, the cells of a row by tabs; nothing is left out but code."""
    if not page.strip():
        return ""
    try:
        root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, ValueError):
        return ""
    return _BLANKS.sub("\n\n", "".join(_pieces(root))).strip()


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    left_out = 0
    kept = 0  # how deep inside elements whose line breaks count
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            yield "" if left_out else _folded(element.tail, kept > 0)
            continue
        begins, tag = event == "start", element.tag
        left_out += (tag in _LEFT_OUT) * (1 if begins else -1)
        kept += (tag == "pre") * (1 if begins else -1)
        if not left_out:
            if tag in _BLOCKS:
                yield "\n\n"
            elif tag == "br" and begins:
                yield "\n"
            elif tag in _CELLS and not begins:
                yield "\t"
            if begins and _AUTHORS.intersection((element.get("class") or "").split()) and _is_name(element):
                yield _BY
        if begins and not left_out:
            yield _folded(element.text, kept > 0)
        elif not begins and not left_out:
            yield _folded(element.tail, kept > 0)


def _is_name(element: html.HtmlElement) -> bool:
    name = (element.text or "").strip()
    return bool(name) and not name.startswith((_BY, "By ", "VON ", "BY "))


def _folded(value: str | None, kept: bool) -> str:
    if not value or kept:
        return value or ""
    return re.sub(r"[ \t\r\n\f]+", " ", value)
