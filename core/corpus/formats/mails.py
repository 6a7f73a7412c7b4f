"""What a mail tells: its own text without what it quotes and its signature, whose it is, of which day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr
from functools import cache
from typing import NamedTuple

from core import vocabulary
from core.corpus import days, formats
from core.corpus.decoding import decode
from core.corpus.extracted import Enclosed, Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message
from core.vocabulary import Entry

_SIGNATURE_LINES = 20  # at most behind the line that divides a signature off
_MOST_PARTS = 1_000  # of one mail
_NO_TEXTS = re.compile(r"(?:image|audio|video|font)/|text/(?:x-)?v?(?:calendar|card)|application/(?:x-)?(?:pgp|pkcs7)")
_LONGEST_INTRODUCTION = 300  # characters before a quotation
_FLAWS = (ValueError, LookupError, AttributeError, TypeError, MessageError)  # what the library makes of damaged parts
_HEAD_LINE = re.compile(r"[>\s*]*(?P<name>[\w -]{2,20}?)\s?\*?:.*")
_FEWEST_HEAD_LINES, _MOST_HEAD_LINES = 3, 30  # of a mail inside another


class _Heads(Entry):
    """How the lines of the head of a mail that was passed on begin."""

    sender: tuple[str, ...]
    day: tuple[str, ...]
    title: tuple[str, ...]
    others: tuple[str, ...]


class _Words(Entry):
    """The lists of `mails.toml`; its head says what each is for."""

    answered: tuple[str, ...]
    wrote: tuple[str, ...]
    forwarded: tuple[str, ...]
    desks: tuple[str, ...]
    nameless: tuple[str, ...]
    passed_on: tuple[str, ...]
    reply: tuple[str, ...]
    heads: _Heads


class Head(NamedTuple):
    """What the head of a mail says of its text, and whether the sender passes another mail on, or answers one."""

    known: Mapping[str, str]
    passed_on: bool
    answers: bool


class _Body(NamedTuple):
    """The text of a mail that is its own, and what the head of one that it passes on says."""

    text: str
    known: Mapping[str, str]


@cache
def _words() -> _Words:
    return vocabulary.load("mails.toml", _Words)


def parsed(data: bytes) -> EmailMessage:
    """The message that bytes hold; whatever they are, one comes of them.

    Raises:
        UnreadableError: they have no head of a message.
    """
    message = BytesParser(EmailMessage, policy=default).parsebytes(data)
    if not message.keys():
        raise UnreadableError(
            Message("is no mail or a damaged one; left out, save it anew or convert it to plain text")
        )
    return message


def parts(message: EmailMessage) -> list[Extracted | Enclosed]:
    """The text of a mail, where it has one, and after it the files that are attached.

    Raises:
        UnreadableError: there is neither, or far too many files.
    """
    texts: list[Extracted | Enclosed] = []
    files = list(_attached(message))
    body = _body(message)
    why = Message("has no text; left out, remove it")
    if body is not None:
        try:
            texts += _texts(body, head(*(header(message, name) for name in ("subject", "from", "date"))))
        except UnreadableError as error:
            why = error.message
    if not texts and not files:
        raise UnreadableError(why)
    return texts + files


def header(message: EmailMessage, name: str) -> str:
    """A field of a message's head; empty where there is none, or one that cannot be read."""
    try:
        return str(message[name] or "").strip()
    except _FLAWS:
        return ""


def head(title: str, sender: str, day: str) -> Head:
    """What the head of a mail says of its text. Who passes a mail on has not written it, nor on that day."""
    words = _words()
    before = _prefix((*words.passed_on, *words.reply)).match(title)
    passed_on = bool(before and _prefix(words.passed_on).search(before[0]))
    told = {"title": title[before.end() :] if before else title}
    if not passed_on:
        told |= {"published": days.day(day), **_sender(sender)}
    return Head({key: value.strip() for key, value in told.items() if value.strip()}, passed_on, bool(before))


def _own(text: str, head: Head) -> _Body:
    """The text of a mail without quoted lines, the mail that it answers and a signature, as far as these are sure.

    Where it only passes another one on, that is the text.
    """
    lines, told = _passed_on(text.splitlines(), head)
    kept = _without_signature(_without_quotes(lines))
    return _Body("\n".join(kept if any(line.strip() for line in kept) else lines).rstrip().lstrip("\n"), told)


def of_page(data: bytes, encoding: str | None, head: Head) -> list[Extracted]:
    """The texts of a mail that is a page, with what is known by its head.

    Raises:
        UnreadableError: there is none.
    """
    pages = [page for page in formats.unpack("html", data, encoding) if isinstance(page, Extracted)]
    if len(pages) == 1:
        return [pages[0]._replace(known={**pages[0].known, **head.known})]
    return [page._replace(known={**head.known, **page.known}) for page in pages]  # each has a headline of its own


def of_text(text: str, head: Head, remark: Message | None = None) -> Extracted:
    """The text of a mail that is plain, with what is known by its head or that of a mail that it passes on."""
    body = _own(text, head)
    return Extracted(body.text, {**head.known, **body.known}, remark=remark)


def _texts(body: EmailMessage, head: Head) -> list[Extracted]:
    data = content(body)
    declared = encoding(body, data)
    if body.get_content_type() == "text/html":
        return of_page(data, declared, head)
    text, remark = decode(data, declared)
    if body.get_param("format") == "flowed":
        text = re.sub(r"(?<!^--) \r?\n(?=[^\s>])", " ", text, flags=re.MULTILINE)
    return [of_text(text, head, remark)]


def _body(message: EmailMessage) -> EmailMessage | None:
    """The part with the text: plain where there is such a one that is not empty."""
    bodies: list[EmailMessage] = []
    for kind in ("plain", "html"):
        with suppress(*_FLAWS):
            part = message.get_body((kind,))
            if isinstance(part, EmailMessage) and content(part).strip():
                bodies.append(part)
    return bodies[0] if bodies else None


def _attached(message: EmailMessage) -> Iterator[Enclosed]:
    body = _body(message)
    stack: list[EmailMessage] = [message]
    count = 0
    while stack:
        part = stack.pop()
        if (count := count + 1) > _MOST_PARTS:
            raise UnreadableError(
                Message("has more than {n} parts; left out, save its text and its files", n=_MOST_PARTS)
            )
        name = _file_name(part)
        kind = part.get_content_type()
        if kind == "message/rfc822":
            own_name = name if name.endswith(".eml") else f"{name or 'mail'}.eml"
            yield from (Enclosed(own_name, _source(inner)) for inner in _inner(part))
        elif part.is_multipart():
            stack.extend(reversed(_inner(part)))
        elif name and part is not body and not _NO_TEXTS.match(kind):
            yield Enclosed(name, content(part))


def _inner(part: EmailMessage) -> list[EmailMessage]:
    return [one for one in part.iter_parts() if isinstance(one, EmailMessage)]


def _source(message: EmailMessage) -> bytes:
    """The bytes of a mail inside another; none where the library cannot write them."""
    try:
        return message.as_bytes()
    except _FLAWS:
        return b""


def _file_name(part: EmailMessage) -> str:
    try:
        return (part.get_filename() or "").strip()
    except _FLAWS:
        return ""


def content(part: EmailMessage) -> bytes:
    """The bytes of a part, without the form that they were sent in."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def encoding(part: EmailMessage, data: bytes) -> str | None:
    """The encoding that a part declares, where it is one and the bytes are in it; else it is found out."""
    try:
        charset = part.get_content_charset()
        data.decode(charset or "")
    except (LookupError, ValueError):
        return None
    # What is not declared is ASCII, which says nothing; `iso-8859-1` stands for its superset, as in browsers.
    return {"us-ascii": None, "iso-8859-1": "cp1252"}.get(charset or "", charset)


def _prefix(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:\s*\b(?:{'|'.join(map(re.escape, words))})(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def _sender(value: str) -> dict[str, str]:
    """The outlet or, where the name is a person's, the author; for a name such as `Redaktion`, its address."""
    name, address = parseaddr(value)
    name = name.strip(" \"'")
    if not name or "@" in name:
        return {}
    lower = name.lower()
    if lower in (word.lower() for word in _words().nameless):
        return {"outlet": address.rpartition("@")[2].lower()}
    desk = (
        len(name.split()) == 1
        or any(word.lower() in lower for word in _words().desks)
        or any((word.isupper() and len(word) > 1) or any(map(str.isdigit, word)) for word in name.split())
    )
    return {"outlet" if desk else "author": name}


def _passed_on(lines: Sequence[str], head: Head) -> tuple[Sequence[str], Mapping[str, str]]:
    """The mail that one passes on, and what the head of that says; of one that is answered, what stands before.

    Outlook puts the head of either behind the text without a word on which it is.
    """
    for number, line in enumerate(lines):
        marked = _is_mark(line, _words().forwarded)
        if marked or _names().get(_name_of(line)) == "sender":
            begin = number + marked
            length, told = _head_in(lines[begin : begin + _MOST_HEAD_LINES])
            if length and (marked or head.passed_on):
                return lines[begin + length :], told
            if length and head.answers and any(map(str.strip, lines[:number])):
                ruled = number > 1 and not lines[number - 1].strip("_- ")
                return lines[: number - ruled], {}
    return lines, {}


def _name_of(line: str) -> str:
    """The name of the field that a line is of; empty where it is of none."""
    match = _HEAD_LINE.fullmatch(line)
    return match["name"].strip().lower() if match else ""


@cache
def _names() -> dict[str, str]:
    """What the fields of a head tell, by their names in small letters."""
    return {name.lower(): key for key, names in _words().heads.model_dump().items() for name in names}


def _head_in(lines: Sequence[str]) -> tuple[int, Mapping[str, str]]:
    """How many lines the head has with which these begin, and what is known by it; none where it has too few."""
    told: dict[str, str] = {}
    count = seen = 0
    for number, line in enumerate(lines):
        if key := _names().get(_name_of(line)):
            seen, count = seen + 1, number + 1
            told.setdefault(key, line.partition(":")[2].strip(" *"))
        elif line.strip() and (not seen or not line.startswith((" ", "\t"))):
            break
    if seen < _FEWEST_HEAD_LINES:
        return 0, {}
    return count, head(told.get("title", ""), told.get("sender", ""), told.get("day", "")).known


def _without_quotes(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _is_mark(line, _words().answered) and any(map(str.strip, kept)):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
        elif number and not lines[number - 1].lstrip().startswith(">"):
            _drop_introduction(kept)
    return kept


def _drop_introduction(kept: list[str]) -> None:
    """Take out the line that introduces a quotation, of up to three lines."""
    while kept and not kept[-1].strip():
        kept.pop()
    words = "|".join(map(re.escape, _words().wrote))
    for length in (1, 2, 3):
        said = " ".join(kept[-length:]).strip()
        if len(said) < _LONGEST_INTRODUCTION and re.search(rf"\d.*\b(?:{words})\b.*:$", said, re.IGNORECASE):
            del kept[-length:]
            return


def _without_signature(lines: Sequence[str]) -> Sequence[str]:
    for number, line in enumerate(lines):
        if line.rstrip("\r\n") == "-- " and len(lines) - number <= _SIGNATURE_LINES:
            return lines[:number]
    return lines


def _is_mark(line: str, marks: Sequence[str]) -> bool:
    """Whether a line is one of these, whatever signs stand around it."""
    bare = line.strip(" \t-_*=>:").lower()
    return any(bare == mark.lower() for mark in marks)
