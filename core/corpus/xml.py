"""XML from anywhere, parsed without entities, document types and the network."""

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from core.corpus.unreadable import UnreadableError
from core.messages import Message


def parsed(data: bytes) -> _Element:
    """The root of a document, mended where it is not well-formed.

    Raises:
        UnreadableError: it is no XML.
    """
    parser = XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root: _Element | None = fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise UnreadableError(Message("is no XML or a damaged one; left out, save it anew")) from error
    if root is None:
        raise UnreadableError(Message("is no XML or a damaged one; left out, save it anew"))
    return root


def local(element: _Element) -> str:
    """The name of an element without its namespace; empty for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
