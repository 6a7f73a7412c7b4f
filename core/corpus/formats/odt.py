"""OpenDocument texts (`.odt`), as LibreOffice saves them: a paragraph, a cell of a table a line."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from lxml.etree import _Element

from core.corpus import packages, xml
from core.corpus.formats import BREAK, Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_PARAGRAPHS = ("p", "h")
_LEFT_OUT = ("tracked-changes", "annotation", "note", "ruby-text")  # deleted text, remarks, footnotes
_MOST_BLANKS = 1_000  # that one element stands for
_PROPERTIES = {"title": "title", "creator": "author", "initial-creator": "author"}


def extract(data: bytes, _: str | None) -> Extracted:
    """The text of an OpenDocument file, with its title and author. Its dates tell when the file was made.

    Raises:
        UnreadableError: the file is no OpenDocument text, a damaged or encrypted one, or unpacks to absurd sizes.
    """
    try:
        packages.refuse_bombs(data)
        with ZipFile(io.BytesIO(data)) as archive:
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
            if b"encryption-data" in manifest:
                raise UnreadableError(Message("is encrypted; left out, save it without a password"))
            content = archive.read("content.xml")
            properties = archive.read("meta.xml") if "meta.xml" in archive.namelist() else None
    except (BadZipFile, KeyError) as error:
        raise UnreadableError(
            Message("is no OpenDocument text or a damaged one; left out, save it anew as .odt")
        ) from error
    return Extracted(BREAK.join(_paragraphs(xml.parsed(content))), _known(properties) if properties else {})


def _known(properties: bytes) -> dict[str, str]:
    known: dict[str, str] = {}
    for element in xml.parsed(properties).iter():
        key, value = _PROPERTIES.get(xml.local(element)), (element.text or "").strip()
        if key and value:
            known.setdefault(key, value)
    return known


def _paragraphs(root: _Element) -> Iterator[str]:
    """The text of each paragraph that has one; of those in a frame inside a paragraph, before it."""
    texts: list[list[str]] = [[]]
    stack: list[tuple[_Element, bool]] = [(root, False)]  # no recursion, however deep the elements lie
    while stack:
        element, ended = stack.pop()
        name = xml.local(element)
        if not ended:
            if name in _LEFT_OUT or not name:
                texts[-1].append(element.tail or "")
                continue
            if name in _PARAGRAPHS:
                texts.append([])
            texts[-1].append(_sign(element, name))
            texts[-1].append((element.text or "") if len(texts) > 1 else "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if name in _PARAGRAPHS and (text := "".join(texts.pop()).strip()):
            yield text
        texts[-1].append((element.tail or "") if len(texts) > 1 else "")


def _sign(element: _Element, name: str) -> str:
    """What an element stands for."""
    match name:
        case "tab":
            return "\t"
        case "line-break":
            return "\n"
        case "s":
            number = next((value for key, value in element.items() if key.endswith("}c")), "1")
            return " " * min(int(number), _MOST_BLANKS) if number.isdecimal() else " "
        case _:
            return ""
