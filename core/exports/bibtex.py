"""Sources as BibTeX, for LaTeX and reference managers; each with the quotes that are used of it as a note.

A library for it would leave the two hard parts here as well: keys that nothing in an id can break, and the signs that
mean something to TeX.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from core.exports.held import Held
from core.exports.rows import Document
from core.exports.signs import line

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
_KEY = re.compile(r"[^A-Za-z0-9.:-]+")


def write(held: Held) -> bytes:
    """The documents as entries, in UTF-8."""
    entries, keys = [], set[str]()
    for document in held.documents:
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(held, document))
        entries.append(f"@misc{{{_key(document.doc_id, keys)},\n{fields}}}\n")
    return "\n".join(entries).encode()


def _fields(held: Held, document: Document) -> Iterator[tuple[str, str]]:
    yield "title", _text(document.title)
    if document.author:
        yield "author", f"{{{_text(document.author)}}}"  # one name, whatever it has in it: no commas part it
    for field, value in (("howpublished", document.outlet), ("pages", document.page)):
        if value:
            yield field, _text(value)
    if document.url:
        yield "url", quote(line(document.url), safe=_OF_ADDRESSES)  # as it is: it is never set as text
    first, last = document.published_start, document.published_end
    if first and first == last:
        yield "date", first.isoformat()
    if first and last and first.year == last.year:
        yield "year", f"{first:%Y}"
    yield "langid", _text(document.language)
    quotes = [f"„{_text(claim.quote)}“" for claim in held.claims_in.get(document.doc_id, ())]
    if quotes:
        yield "annote", " ".join(quotes)


def _text(value: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in line(value))


def _key(doc_id: str, taken: set[str]) -> str:
    """A key that no other entry has, made of what of an id may stand in one."""
    base = _KEY.sub("-", doc_id).strip("-") or "text"
    key, number = base, 1
    while key.lower() in taken:  # BibTeX takes keys that differ in case alone for one
        number += 1
        key = f"{base}-{number}"
    taken.add(key.lower())
    return key
