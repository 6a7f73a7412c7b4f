"""Names and values from anywhere as single lines that tables, links and terminals can hold."""

import re
import unicodedata

_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")  # control characters, bytes that are no UTF-8, line and paragraph separators
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # `gpj.exe` would be shown as `exe.jpg`


def printable(name: str) -> str:
    """A name in Unicode normal form C; signs that no table or line can hold are shown as �."""
    signs = ("\ufffd" if char in _TURNING or unicodedata.category(char) in _UNPRINTABLE else char for char in name)
    return unicodedata.normalize("NFC", "".join(signs))


def single_line(value: str) -> str:
    """A value in one line, its white space blanks; otherwise as `printable`."""
    return printable(" ".join(value.split()))


_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(value: str, most: int) -> str:
    """The first words of a value for an id, in small letters of ASCII: `Größe zählt` -> `groesse-zaehlt`."""
    spelt = unicodedata.normalize("NFC", value).lower().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return whole if len(whole) <= most else (whole[: most + 1].rpartition("-")[0] or whole[:most])
