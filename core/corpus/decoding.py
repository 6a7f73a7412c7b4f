"""From the bytes of a file to its text: declared, marked, UTF-8 or detected encodings."""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from core.corpus.unreadable import UnreadableError
from core.messages import Message

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("cp1252", "cp850", "mac_roman")  # what German texts were written in before Unicode, the commonest first
_GERMAN_SIGNS = frozenset("äöüÄÖÜßéèáàçñ„“”‚‘’»«–—…€§°·²³½\xa0\xad")
_GERMAN_SHARE = 0.9
_CONTROL_SHARE = 0.01
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


class Decoded(NamedTuple):
    """A text without its byte order mark; `remark` says what was assumed or lost, None where nothing was."""

    text: str
    remark: Message | None = None


class DecodingError(UnreadableError):
    """Bytes that are no text, or not in the encoding that was declared; the message says what to do."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a file, every character as it stands (line ends too), without a byte order mark.

    Tried in order: the declared encoding, the one that a byte order mark names, UTF-8, and what the bytes look like.

    Raises:
        DecodingError: the bytes are not in the declared encoding, or no text at all.
    """
    if declared is not None:
        return Decoded(_declared(data, declared).removeprefix("\ufeff"))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if _looks_binary(data):
        remark = Message("read as UTF-16 without a byte order mark; save it as UTF-8 to be sure")
        return Decoded(_detected_wide(data), remark)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _legacy(data)


def _declared(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodingError(
            Message(
                "byte {byte} is not {encoding}, as sources.toml says it is; correct or remove `encoding` there",
                byte=error.start,
                encoding=encoding,
            )
        ) from error


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decoded with the sign for an unknown character where a byte sequence is broken, and a remark on how many."""
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, _broken(encoding.upper(), text.count("\ufffd"), error.start))


def _broken(encoding: str, places: int, byte: int) -> Message:
    """That bytes are not valid in some places, the first at a byte."""
    if places == 1:
        return Message(
            "not valid {encoding} in {n} place (first at byte {byte}), read as � there",
            encoding=encoding,
            n=places,
            byte=byte,
        )
    return Message(
        "not valid {encoding} in {n} places (first at byte {byte}), read as � there",
        encoding=encoding,
        n=places,
        byte=byte,
    )


def _looks_binary(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(data)


def _detected_wide(data: bytes) -> str:
    """UTF-16 without a mark has a zero byte for nearly every second one; anything else with zeros is no text."""
    even, odd = data[0:65536:2], data[1:65536:2]
    for encoding, zeros, signs in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > 0.7 * len(zeros) and signs.count(0) < 0.3 * len(signs):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise DecodingError(Message("not a text but binary data; left out (convert it to plain text or remove it)"))


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, as truncated or pasted files have: more sound characters than broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - broken
    return _lenient(data, "utf-8") if sound > broken else None


def _legacy(data: bytes) -> Decoded:
    encoding = _german_encoding(data)
    if encoding is None:
        best = from_bytes(data).best()
        if best is None:
            raise DecodingError(
                Message("no known encoding; left out (save it as UTF-8, or name its `encoding` in sources.toml)")
            )
        encoding = best.encoding
    return Decoded(
        data.decode(encoding),
        Message(
            "not UTF-8, read as {encoding}; if words look wrong, save it as UTF-8 or name its `encoding` in"
            " sources.toml",
            encoding=encoding,
        ),
    )


def _german_encoding(data: bytes) -> str | None:
    """The single-byte encoding in which nearly all signs beyond ASCII are ones that German texts use.

    General detectors go by the frequency of letters and confuse these encodings on short texts.
    """
    beyond = bytes(byte for byte in data if byte > 0x7F)
    for encoding in _SINGLE_BYTE:
        text = beyond.decode(encoding, errors="replace")
        if sum(char in _GERMAN_SIGNS for char in text) >= _GERMAN_SHARE * len(text):
            return encoding
    return None
