"""Writes a mail as Outlook saves it: a compound file with a stream a property, each of at least 4096 bytes."""

import struct
from datetime import UTC, datetime
from typing import NamedTuple

SECTOR, SMALLEST = 512, 4096  # smaller streams would stand in a stream of their own
END, FREE, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5
SUBJECT, SENDER, BODY, HTML, SUBMITTED = 0x0037, 0x0C1A, 0x1000, 0x1013, 0x0039
FILE_NAME, FILE_BYTES = 0x3707, 0x3701
TEXT, BINARY, TIME = 0x001F, 0x0102, 0x0040


class Entry(NamedTuple):
    """A storage, which has entries, or a stream, which has bytes."""

    name: str
    content: "bytes | list[Entry]"


def mail(subject: str, sender: str, sent: datetime, body: str = "", page: bytes = b"", **files: bytes) -> bytes:
    """A mail with files that are attached to it; `a_txt=b"…"` is one of the name `a.txt`."""
    text = {SUBJECT: subject, SENDER: sender, BODY: body}
    properties = [_text(pid, value) for pid, value in text.items() if value]
    properties += [(HTML, BINARY, page)] if page else []
    attached = [
        Entry(
            f"__attach_version1.0_#{number:08X}", _properties(8, [_text(FILE_NAME, name), (FILE_BYTES, BINARY, data)])
        )
        for number, (name, data) in enumerate((name.replace("_", "."), data) for name, data in files.items())
    ]
    return compound(_properties(32, properties, sent) + attached)


def _text(pid: int, value: str) -> tuple[int, int, bytes]:
    return pid, TEXT, value.encode("utf-16-le")


def _properties(head: int, values: list[tuple[int, int, bytes]], sent: datetime | None = None) -> list[Entry]:
    """A stream a value, and the one that lists them."""
    table = bytes(head)
    for pid, kind, value in values:
        table += struct.pack("<HHIII", kind, pid, 6, len(value), 0)
    if sent is not None:
        moment = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000)
        table += struct.pack("<HHIQ", TIME, SUBMITTED, 6, moment)
    streams = [Entry(f"__substg1.0_{pid:04X}{kind:04X}", _padded(value, kind)) for pid, kind, value in values]
    return [Entry("__properties_version1.0", table.ljust(SMALLEST, b"\0")), *streams]


def _padded(value: bytes, kind: int) -> bytes:
    blank = " ".encode("utf-16-le") if kind == TEXT else b" "
    return value + blank * (max(0, SMALLEST - len(value)) // len(blank))


def compound(entries: list[Entry]) -> bytes:
    """A compound file, of which Office makes its mails and its locked files."""
    table: list[int] = [FAT]
    content = b""
    directory: list[bytes] = [b""]

    def stored(data: bytes) -> int:
        nonlocal content
        first, count = len(table), -(-len(data) // SECTOR)
        table.extend([*range(first + 1, first + count), END])
        content += data.ljust(count * SECTOR, b"\0")
        return first

    def listed(children: list[Entry]) -> int:
        """Puts the children into the directory, each the right sibling of the one before; gives the first."""
        following = NONE
        for child in reversed(children):
            if isinstance(child.content, bytes):
                kind, inner, start, size = STREAM, NONE, stored(child.content), len(child.content)
            else:
                kind, inner, start, size = STORAGE, listed(child.content), 0, 0
            directory.append(_entry(child.name, kind, following, inner, start, size))
            following = len(directory) - 1
        return following

    directory[0] = _entry("Root Entry", ROOT, NONE, listed(entries), END, 0)
    start = stored(b"".join(directory))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, start, 0, SMALLEST, END, 0, END, 0, 0)
    assert len(table) <= SECTOR // 4, "one sector with the table of sectors is enough for small files"
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return head.ljust(SECTOR, b"\xff") + fat + content


def _entry(name: str, kind: int, following: int, inner: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written) + 2, kind, 1, NONE, following, inner)
    return head + bytes(36) + struct.pack("<IQ", start, size)
