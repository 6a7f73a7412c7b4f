"""The files that documents were read from, as they lie in the corpus folder: found again, and as they can be looked at.

Where a file lies comes from the tables alone; it is inside the folder, or not found.
"""

import hashlib
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from core.corpus import confined
from core.corpus.decoding import decode
from core.corpus.formats import LARGEST
from core.corpus.unpacking import ending, format_of
from core.corpus.unreadable import UnreadableError
from core.errors import ToldError
from core.messages import Message

State = Literal["as_read", "changed", "one_of_several"]

_WRITTEN = frozenset({"text", "markdown", "html", "mhtml", "eml", "delimited", "feed", "records", "record"})
"""Formats whose files a person can read as they are."""

_LONGEST = 400_000
"""So many characters of a file are shown."""


class MissingError(ToldError):
    """There is no such file, or it cannot be shown."""


class Original(NamedTuple):
    """A file as it can be looked at: its text, or a page of it as a picture (PNG in base64).

    `state` says whether it is still what was read; of a file with several texts nobody can say. `cut` is whether the
    text goes on.
    """

    state: State
    text: str = ""
    cut: bool = False
    picture: str = ""
    page: int = 0
    pages: int = 0


def original(folder: Path, file: str, sha256: str, *, several: bool, page: int | None, words: str) -> Original:
    """The file of a document as it lies in the corpus folder.

    Args:
        folder: the corpus folder.
        file: the file, as the tables name it.
        sha256: the hash that the tables have of the document.
        several: whether the file holds other texts, too.
        page: which page of a PDF file, from 1; None for the one that `words` stand on.
        words: a passage of the document.

    Raises:
        MissingError: there is none that can be shown.
    """
    path = _located(folder, file)
    known = path.stat()
    return _shown(path, file, (known.st_mtime_ns, known.st_size), sha256, several, page, words)


def _located(folder: Path, file: str) -> Path:
    if not folder.is_dir():
        raise MissingError(
            Message(
                "The files of this corpus are not at hand here, only the tables that were made of them. So the"
                " original, {file}, cannot be shown; the text is the one that Lagebild read.",
                file=file,
            )
        )
    way = PurePosixPath(file)
    gone = Message("{file} is not in the corpus folder any more. The text is the one that Lagebild read.", file=file)
    if way.is_absolute() or ".." in way.parts or "\0" in file or "\\" in file:
        raise MissingError(gone)
    try:
        path, home = folder.joinpath(*way.parts).resolve(), folder.resolve()
        if path.is_relative_to(home) and path.is_file():
            return path
        if any(above.is_file() for above in (folder.joinpath(*way.parts[:n]) for n in range(1, len(way.parts)))):
            raise MissingError(Message("{file} stands inside another file, which is not opened here.", file=file))
    except OSError as error:
        raise MissingError(gone) from error
    raise MissingError(gone)


@lru_cache(maxsize=16)
def _shown(
    path: Path, file: str, known: tuple[int, int], sha256: str, several: bool, page: int | None, words: str
) -> Original:
    if known[1] > LARGEST:
        raise MissingError(Message("{file} is too large to be shown here.", file=file))
    kind = format_of(path.name)
    if kind != "pdf" and kind not in _WRITTEN:
        raise MissingError(
            Message(
                "Files of this kind ({ending}) are not shown here. It lies in the corpus folder as {file}.",
                ending=ending(path.name),
                file=file,
            )
        )
    try:
        data = path.read_bytes()
        same = hashlib.sha256(data).hexdigest() == sha256
        state: State = "as_read" if same else "one_of_several" if several else "changed"
        if kind == "pdf":
            return Original(state, "", False, *confined.picture(data, page, words))
        text = decode(data[: 4 * _LONGEST]).text
    except (UnreadableError, OSError) as error:
        raise MissingError(
            Message("{file} cannot be read any more. The text is the one that Lagebild read.", file=file)
        ) from error
    return Original(state, text[:_LONGEST].replace("\0", "\ufffd"), len(data) > 4 * _LONGEST or len(text) > _LONGEST)
