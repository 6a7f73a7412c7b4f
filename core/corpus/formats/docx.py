"""Word files (`.docx`): paragraphs and table cells in their order, with the file's title and author."""

import io
from collections.abc import Iterator
from itertools import islice
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import XPath

from core.corpus import packages
from core.corpus.formats import BREAK, Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message

# Without what a suggested change moves away, and what stands there for programs that know no text boxes.
_RUNS = XPath(
    ".//w:r[not(ancestor::w:moveFrom or ancestor::mc:Fallback)]",
    namespaces={
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    },
)


def extract(data: bytes, _: str | None) -> Extracted:
    """The text of a Word file, a paragraph a line. Its dates are left alone: they tell when the file was made.

    Raises:
        UnreadableError: the file is no Word file, a damaged one, or one that unpacks to absurd sizes.
    """
    try:
        packages.refuse_bombs(data)
    except BadZipFile as error:
        raise UnreadableError(Message("is no Word file or a damaged one; left out, save it anew as .docx")) from error
    document = docx.Document(io.BytesIO(data))
    return Extracted(BREAK.join(_paragraphs(document.element.body)), _properties(document))


def _paragraphs(body: BaseOxmlElement) -> Iterator[str]:
    """The text of each paragraph that has one, those in cells and text boxes too."""
    runs: dict[BaseOxmlElement, list[str]] = {}
    for run in _RUNS(body):
        for paragraph in islice(run.iterancestors(qn("w:p")), 1):  # the nearest: in a text box there are two
            runs.setdefault(paragraph, []).append(run.text)
    for texts in runs.values():
        if text := "".join(texts).strip():
            yield text


def _properties(document: Document) -> dict[str, str]:
    """The title and the author that are set in the file; the library makes some up where it has no properties."""
    package = document.part.package
    if package is None or all(link.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES for link in package.rels.values()):
        return {}
    known = {"title": document.core_properties.title, "author": document.core_properties.author}
    return {key: value for key, value in known.items() if value.strip()}
