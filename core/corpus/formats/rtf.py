"""Rich text (`.rtf`), as Word, TextEdit and press archives write it: a paragraph, a cell of a table a line."""

import re

from striprtf.striprtf import rtf_to_text

from core.corpus.decoding import decode
from core.corpus.formats import BREAK, Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_GERMAN = "cp1252"  # the code page of the files that name none

_PICTURE = re.compile(r"[0-9a-fA-F\r\n]{200,}")  # a picture's bytes, which would be read sign by sign
# striprtf writes a link's address behind its words, and of several in a line all that stands between them; under the
# name of another command whose content is no text, it leaves the address out.
_LINK = re.compile(r"\\fldinst(?![a-z])")
_CELL = re.compile(r"(?<!\\)\\(?:nest)?(?:cell|row)(?![a-z]) ?")
_LINE = re.compile(r"(?<!\\)\\line(?![a-z]) ?")
_BROKEN = "\u2028"  # stands for the end of a line inside a paragraph until the paragraphs are told

_PROPERTIES = {"title": "title", "author": "author"}


def extract(data: bytes, encoding: str | None) -> Extracted:
    """The text of a rich text file, with the title and the author that are set in it.

    Its dates are left alone: they tell when the file was made. Heads and feet of pages are none of its text.

    Raises:
        UnreadableError: the file is no rich text.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError(Message("is no rich text or a damaged one; left out, save it anew as .rtf or .docx"))
    code_page = _code_page(data)
    source = _PICTURE.sub("", _decoded(data, encoding, code_page))
    marked = _LINE.sub(_BROKEN, _CELL.sub(r"\\par ", _LINK.sub(r"\\fldtype", source)))
    return Extracted(BREAK.join(_paragraphs(marked, code_page)), _properties(source, code_page))


def _code_page(data: bytes) -> str:
    named = _CODE_PAGE.search(data)
    try:
        name = f"cp{int(named[1])}" if named else _GERMAN
        b"a".decode(name)
    except (LookupError, ValueError):
        return "utf-8" if named and int(named[1]) == 65001 else _GERMAN
    return name


def _decoded(data: bytes, declared: str | None, code_page: str) -> str:
    """The signs of the file, which are ASCII in a sound one."""
    if declared is not None:
        return decode(data, declared).text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(code_page, errors="replace")


def _paragraphs(source: str, code_page: str) -> list[str]:
    lines = (line.replace(_BROKEN, "\n").strip() for line in _plain(source, code_page).split("\n"))
    return [line for line in lines if line]


def _plain(source: str, code_page: str) -> str:
    """The text without commands; signs beyond the first plane, which stand there as two halves, are put together."""
    text = rtf_to_text(source, code_page, "replace")
    return str(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _properties(source: str, code_page: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for name, key in _PROPERTIES.items():
        if value := re.search(rf"\{{\\{name} ([^{{}}]{{1,2000}})\}}", source):
            known[key] = _plain(f"{{\\rtf1 {value[1]}}}", code_page).strip()
    return {key: value for key, value in known.items() if value}
