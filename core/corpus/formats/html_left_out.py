"""What is taken out of a web page, and apart in its text, that its markup shows to be no part of the article."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from core.corpus import lexicon
from core.corpus.formats import page_words
from core.corpus.formats.html_lines import HEADINGS, Line, lines

_LONGEST_HEAD = 60  # characters of the head of a list of links
_PROBE = 20  # characters by which a line is looked up
_MOST_STARTS = 50  # places at which one text is looked for


def clear(tree: HtmlElement) -> None:
    """Take consent dialogs, share bars and lists of links to other articles out of a page."""
    named = [node for node in tree.iter("div", "section", "ul", "ol", "p", "dialog", "form", "span") if _is_named(node)]
    for node in named:
        if next(node.iter("article", "main", "h1"), None) is None:
            _drop(node)
    for node in _link_lists(tree):
        _drop(node)


def _drop(node: HtmlElement) -> None:
    if node.getparent() is not None:
        node.drop_tree()


def _is_named(node: HtmlElement) -> bool:
    names = f"{node.get('class', '')} {node.get('id', '')}"
    return not page_words.load().left_out_classes.isdisjoint(page_words.class_words(names))


def _link_lists(tree: HtmlElement) -> list[HtmlElement]:
    """The heads of lists of links, with the lists below them."""
    taken: list[HtmlElement] = []
    for head in tree.iter("p", "div", "span", "strong", *HEADINGS):
        if len(head) > 1 or not _opens_links(head):
            continue
        below: list[HtmlElement] = []
        for node in head.itersiblings():
            if node.tag not in ("ul", "ol") and not _is_links(node):
                break
            below.append(node)
        if below:
            taken += [head, *below]
    return taken


def _opens_links(head: HtmlElement) -> bool:
    text = ""
    for piece in head.itertext():
        text += piece
        if len(text) > _LONGEST_HEAD:
            return False
    return bool(text.strip()) and lexicon.load().opens_links(" ".join(text.split()))


def _is_links(node: HtmlElement) -> bool:
    shown = list(lines(node)) if isinstance(node.tag, str) else []
    return bool(shown) and all(line.kind == "link" for line in shown)


def unglued(texts: Sequence[str], shown: Sequence[Line]) -> Iterator[str]:
    """Lines of a main text; one that runs over several lines of the page, as a byline and a body, is taken apart.

    Buttons and links that stand alone go where it is.
    """
    squeezed = ["".join(line.text.split()) for line in shown]
    places: dict[str, list[int]] = {}
    for place, line in enumerate(squeezed):
        places.setdefault(line[:_PROBE], []).append(place)
    for text in texts:
        parts = _parts("".join(text.split()), squeezed, places)
        if len(parts) < 2:
            yield text
        else:
            yield from (shown[part].text for part in parts if not shown[part].is_aside())


def _parts(text: str, lines: Sequence[str], places: dict[str, list[int]]) -> Sequence[int]:
    """Which lines in a row make up a text, none where they do not."""
    starts = (place for length in range(1, _PROBE + 1) for place in places.get(text[:length], ()))
    for start in islice(starts, _MOST_STARTS):
        at, place = 0, start
        while place < len(lines) and at < len(text) and text.startswith(lines[place], at):
            at += len(lines[place])
            place += 1
        if at == len(text):
            return range(start, place)
    return ()
