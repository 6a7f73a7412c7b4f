"""Zip archives (`.zip`): the files in them, as if they stood in the folder."""

import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from core.corpus.formats import BY_SUFFIX, LARGEST, Enclosed
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_MOST_FILES = 20_000
_MOST_BYTES = 500_000_000  # of all files that are read
_MOST_RATIO = 200  # of a file's size to its size in the archive; text comes to 10, a table with few values to 50
_SMALL = 1_000_000  # bytes at which no ratio is looked at
_ENCRYPTED = 0x1
_UNICODE = 0x800


def unpack(data: bytes, _: str | None) -> Sequence[Enclosed]:
    """The files of an archive, with their folders in their names; of a kind that is not read, the name alone.

    Raises:
        UnreadableError: it is no archive, a damaged or encrypted one, empty, or unpacks to absurd sizes.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _is_file(entry)]
            _refuse(entries)
            return list(_files(archive, entries))
    except (BadZipFile, NotImplementedError, zlib.error, EOFError, OSError) as error:
        raise UnreadableError(
            Message("is no zip archive or a damaged one; left out, unpack it or pack it anew")
        ) from error


def _is_file(entry: ZipInfo) -> bool:
    """Whether an entry is a file that a person has put there."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(entry.filename).parts if part != "..")
    return (
        not entry.is_dir()
        and not hidden
        and PurePosixPath(entry.filename).name.lower()
        not in (
            "thumbs.db",
            "desktop.ini",
        )
    )


def _refuse(entries: Sequence[ZipInfo]) -> None:
    """Refuse an archive by what it says of itself, before anything is unpacked."""
    if not entries:
        raise UnreadableError(Message("is an empty zip archive; left out, remove it"))
    if len(entries) > _MOST_FILES:
        raise UnreadableError(Message("holds more than {n} files; left out, unpack it", n=_MOST_FILES))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableError(Message("is encrypted; left out, pack it without a password"))
    read = [entry for entry in entries if _is_read(entry)]
    if sum(entry.file_size for entry in read) > _MOST_BYTES or any(
        entry.file_size > max(_SMALL, _MOST_RATIO * entry.compress_size) for entry in read
    ):
        raise _bomb()


def _bomb() -> UnreadableError:
    return UnreadableError(
        Message("unpacks to more than articles can hold; left out, unpack it and remove what is no article")
    )


def _is_read(entry: ZipInfo) -> bool:
    return PurePosixPath(entry.filename).suffix.lower() in BY_SUFFIX


def _files(archive: ZipFile, entries: Sequence[ZipInfo]) -> Iterator[Enclosed]:
    left = _MOST_BYTES
    for entry in entries:
        content = _content(archive, entry) if _is_read(entry) else b""
        left -= len(content)
        if left < 0:
            raise _bomb()
        yield Enclosed(_name(entry), content)


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    """The bytes of a file, whatever size it says that it has: of one that is too large, more than are allowed."""
    with archive.open(entry) as file:
        return file.read(LARGEST + 1)


def _name(entry: ZipInfo) -> str:
    """The name with its folders; where it does not say that it is Unicode, it may be so all the same."""
    if not entry.flag_bits & _UNICODE:
        try:
            return entry.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return entry.filename
