"""Sources as RIS, for reference managers such as Zotero, Citavi and EndNote; each with the quotes that are used of it.

Lines of a tag and a value need no library: what has to be seen to is that no value breaks its line.
"""

from collections.abc import Iterator

from core.exports.held import Held
from core.exports.rows import Document
from core.exports.signs import line


def write(held: Held) -> bytes:
    """The documents as records of newspaper articles, in UTF-8."""
    lines = [f"{tag}  - {line(value)}" for document in held.documents for tag, value in _record(held, document)]
    return "".join(f"{each}\r\n" for each in lines).encode()


def _record(held: Held, document: Document) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", document.doc_id
    yield "TI", document.title
    origin = (("AU", document.author), ("T2", document.outlet), ("SP", document.page), ("UR", document.url))
    yield from ((tag, value) for tag, value in origin if value)
    yield "LA", document.language
    first, last = document.published_start, document.published_end
    if first and last and first.year == last.year:
        yield "PY", f"{first:%Y}"
    if first and first == last:
        yield "DA", f"{first:%Y/%m/%d}/"
    for claim in held.claims_in.get(document.doc_id, ()):
        yield "N1", f"„{line(claim.quote)}“ ({claim.start}–{claim.end})"
    yield "ER", ""
