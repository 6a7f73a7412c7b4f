"""Text as other forms can hold it."""

import re

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """The text with a sign of replacement for each character that XML, and most readers, do not take."""
    return _NO_XML.sub(_REPLACEMENT, text)


def line(text: str) -> str:
    """The same on one line: every run of white space is a blank."""
    return " ".join(printable(text).split())
