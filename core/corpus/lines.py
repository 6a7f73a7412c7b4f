"""Names and values from anywhere as single lines that tables, links and terminals can hold."""

import unicodedata

_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")  # control characters, bytes that are no UTF-8, line and paragraph separators


def printable(name: str) -> str:
    """A name in Unicode normal form C; signs that no table or line can hold are shown as �."""
    signs = ("\ufffd" if unicodedata.category(char) in _UNPRINTABLE else char for char in name)
    return unicodedata.normalize("NFC", "".join(signs))


def single_line(value: str) -> str:
    """A value in one line, its white space blanks; otherwise as `printable`."""
    return printable(" ".join(value.split()))
