"""Files that are zip archives of parts (Word files, books, spreadsheets), and bombs among them."""

import io
from zipfile import ZipFile

from core.corpus.unreadable import UnreadableError
from core.messages import Message

_MOST_PARTS = 5_000
_MOST_BYTES = 200_000_000  # of all parts, pictures too
_MOST_TEXT_BYTES = 20_000_000  # of one part in XML; parsed, it takes about ten times as much memory
_CHUNK = 1 << 20
_TEXTS = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx")


def refuse_bombs(data: bytes) -> None:
    """Look at the sizes that the parts declare, then at those that they have.

    Raises:
        BadZipFile: the bytes are no zip archive, or a damaged one.
        UnreadableError: the archive unpacks to more than an article can hold.
    """
    with ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
            raise _bomb()
        left = _MOST_BYTES
        for part in parts:
            size = 0
            with archive.open(part) as content:
                while chunk := content.read(_CHUNK):
                    size += len(chunk)
                    if size > left or (size > _MOST_TEXT_BYTES and part.filename.lower().endswith(_TEXTS)):
                        raise _bomb()
            left -= size


def _bomb() -> UnreadableError:
    return UnreadableError(Message("unpacks to more than an article can hold; left out, save its text as .txt"))
