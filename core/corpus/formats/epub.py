"""Books and issues of magazines (`.epub`): a chapter with enough text is a text of its own."""

import io
import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml.etree import _Element

from core.corpus import days, languages, markup, packages, xml
from core.corpus.formats import BREAK, Extracted
from core.corpus.lines import single_line
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_CONTAINER = "META-INF/container.xml"
_FEWEST_SIGNS = 300  # a title page, an imprint and the like have fewer
_LONGEST_TITLE = 200
_HEADINGS = ("h1", "h2", "h3")


def unpack(data: bytes, _: str | None) -> Sequence[Extracted]:
    """The chapters of a book in their order, each with its heading, and with the book's title as its outlet.

    Raises:
        UnreadableError: it is no book, a damaged one, unpacks to absurd sizes, or no chapter has enough text.
    """
    try:
        packages.refuse_bombs(data)
        with ZipFile(io.BytesIO(data)) as archive:
            package = _package(archive)
            root = xml.parsed(archive.read(package))
            known = _known(root)
            chapters = [one for name in _spine(root, package) if (one := _chapter(archive, name, known))]
    except (BadZipFile, KeyError) as error:
        raise UnreadableError(
            Message("is no book or a damaged one; left out, save it anew as .epub or .txt")
        ) from error
    if not chapters:
        raise UnreadableError(Message("has no chapter with enough text; left out, convert it to plain text"))
    return chapters


def _package(archive: ZipFile) -> str:
    """The name of the file that says what the book consists of."""
    for element in xml.parsed(archive.read(_CONTAINER)).iter():
        if xml.local(element) == "rootfile":
            return str(element.get("full-path") or "")
    raise KeyError(_CONTAINER)


def _known(package: _Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in package.iter():
        told.setdefault(xml.local(element), single_line(element.text or ""))
    known = {
        "outlet": told.get("title", ""),
        "author": told.get("creator", ""),
        "language": languages.code(told.get("language", "")),
        "published": days.day(told.get("date", "")),
    }
    return {key: value for key, value in known.items() if value}


def _spine(package: _Element, name: str) -> Iterator[str]:
    """The names of the chapters' files, in the order in which they are read."""
    files = {e.get("id"): e.get("href") or "" for e in package.iter() if xml.local(e) == "item"}
    order = [files.get(e.get("idref")) for e in package.iter() if xml.local(e) == "itemref"]
    for href in dict.fromkeys(order):
        if href:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(href.partition("#")[0])))


def _chapter(archive: ZipFile, name: str, known: dict[str, str]) -> Extracted | None:
    if name not in archive.namelist():
        return None
    root = xml.parsed(archive.read(name))
    body = next((one for one in root.iter() if xml.local(one) == "body"), root)
    text = BREAK.join(markup.texts(body))
    if len(text) < _FEWEST_SIGNS:
        return None
    heading = next((one for one in body.iter() if xml.local(one) in _HEADINGS), None)
    title = single_line(" ".join(markup.texts(heading))) if heading is not None else ""
    return Extracted(text, {**known, "title": title} if 0 < len(title) <= _LONGEST_TITLE else known)
