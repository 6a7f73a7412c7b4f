"""Web archives (`.warc`, `.warc.gz`): the pages that were fetched, and other files of kinds that are read."""

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from core.corpus import days
from core.corpus.formats import BY_SUFFIX, LARGEST, Enclosed, Extracted, saved
from core.corpus.unreadable import UnreadableError
from core.messages import Message, joined

_PAGES = ("text/html", "application/xhtml+xml")
_FLAWS = (ArchiveLoadFailed, ValueError, KeyError, AttributeError, TypeError, EOFError, OSError, zlib.error)
_GZIP = b"\x1f\x8b"
_BEGINNING = 16  # bytes
_NONE = Message("is no web archive or a damaged one; left out, save the pages as .html")


def unpack(data: bytes, _: str | None) -> Sequence[Extracted | Enclosed]:
    """The texts of the pages that a server gave, each with its address, and the documents among them.

    Pages without a main text, such as a site's front page, have no part in it; what stands behind a damaged record is
    lost, and the last text has a remark on that.

    Raises:
        UnreadableError: it is no web archive, a damaged one, or there is no text in it.
    """
    if not _unzipped(data).startswith(b"WARC/"):
        zipped = data.startswith(_GZIP)
        raise UnreadableError(Message("is a .gz file and no web archive; left out, unpack it") if zipped else _NONE)
    held: list[Extracted | Enclosed] = []
    records = 0
    flaw = None
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            records += 1
            with suppress(UnreadableError):
                held += _held(record)
    except _FLAWS as error:
        flaw = Message(
            "is damaged behind record {n} ({why}); the rest is left out, fetch it anew",
            n=records,
            why=type(error).__name__,
        )
    if not records:
        raise UnreadableError(_NONE)
    if not held:
        raise UnreadableError(flaw or Message("holds no page with a main text; left out, remove it"))
    if flaw and isinstance(held[-1], Extracted):
        held[-1] = held[-1]._replace(remark=joined(held[-1].remark, flaw))
    return held


def _unzipped(data: bytes) -> bytes:
    """How a file begins, unpacked where it is; nothing where it cannot be unpacked."""
    if not data.startswith(_GZIP):
        return data[:_BEGINNING]
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, _BEGINNING)
    return b""


def _held(record: ArcWarcRecord) -> Iterator[Extracted | Enclosed]:
    """The texts or the file of a record, where it is what a server gave."""
    if record.rec_type not in ("response", "resource"):
        return
    head = record.http_headers
    if head is not None and head.get_statuscode() != "200":
        return
    declared = (head.get_header("Content-Type") if head else record.content_type) or ""
    kind, _, parameters = declared.partition(";")
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    if kind.strip().lower() in _PAGES:
        yield from saved.texts(_content(record), _charset(parameters), url, _day(record))
    elif PurePosixPath(name).suffix.lower() in BY_SUFFIX and not kind.strip().lower().endswith(("json", "xml")):
        yield Enclosed(name, _content(record))


def _content(record: ArcWarcRecord) -> bytes:
    """What a record holds, unpacked; of one that is too large, more than is allowed."""
    content: bytes = record.content_stream().read(LARGEST + 1)
    return content


def _charset(parameters: str) -> str | None:
    """The encoding that the server declares, where the page need not say it."""
    name = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name.startswith("utf") else name  # which the bytes tell better


def _day(record: ArcWarcRecord) -> date | None:
    with suppress(ValueError):
        return days.in_germany(datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or ""))
    return None
