"""Whether the bytes of a file can hold several articles, told by a look that costs ordinary texts next to nothing."""

import re
from functools import cache

from core.corpus.bundles import vocabulary

_PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_DATE = re.compile(rb"(?<!\d)(?:19|20)\d\d(?!\d)|\d\.\s?\d\d(?!\d)")
_RECORDS = frozenset({".jsonl", ".ndjson"})  # a line each is one article, as its id says
_SHORT = 200  # bytes of a line that can name outlet and day of an article
_ASCII = 128


def may_be_bundle(data: bytes, suffix: str) -> bool:
    """False where `divide` makes nothing of a file with these bytes; of packed or wide text always True.

    Args:
        data: the bytes of the file.
        suffix: the ending of its name, with the dot.
    """
    suffix = suffix.lower()
    if suffix in _RECORDS:
        return False
    if suffix not in _PLAIN or b"\0" in data[:_SHORT]:
        return True
    if suffix in _PAGES:
        return _marks().in_page.search(data) is not None
    begins = _marks().at_line.match
    dated = 0
    for line in data.splitlines():
        if begins(line):
            return True
        dated += len(line) <= _SHORT and _DATE.search(line) is not None
    return dated > 1


def printed_around(text: str) -> re.Pattern[str] | None:
    """What the press databases that may have given out a text print around its pages; None where it is of none."""
    noise = [form.noise.pattern for form in vocabulary.load().of_vendors(text)]
    return re.compile("|".join(noise), re.IGNORECASE) if noise else None


class _Marks:
    """The marks of all vendors, in whatever encoding a text has."""

    def __init__(self) -> None:
        marks = b"|".join(_encoded(form.marks) for form in vocabulary.load().vendors)
        self.in_page = re.compile(rb"[>\n]\s*(?:" + marks + rb")(?!\w)", re.IGNORECASE)
        self.at_line = re.compile(rb"\s*(?:" + marks + rb")(?!\w)", re.IGNORECASE)


@cache
def _marks() -> _Marks:
    return _Marks()


def _encoded(pattern: str) -> bytes:
    return b"".join(bytes([ord(char)]) if ord(char) < _ASCII else rb"[\x80-\xff]{1,4}" for char in pattern)
