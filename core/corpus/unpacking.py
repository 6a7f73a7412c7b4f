"""Opens a file: its text, or the texts and files that it holds, also those in archives and mails within it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from posixpath import splitext
from typing import NamedTuple

from core.corpus import formats, limits, refused
from core.corpus.bundles import divide, may_be_bundle
from core.corpus.formats import BY_SUFFIX, ENCLOSING, Enclosed, Extracted
from core.corpus.lines import printable, single_line, slug
from core.corpus.unreadable import UnreadableError
from core.messages import Message, as_data, of_data

_SLUG = 48  # characters of an id that tell a person which article it is
_HASH = 4  # bytes of an id that tell articles of one title and day apart
_LONGEST_NAME = 100  # characters of one that is enclosed
_DAY = len("2021-05-03")
_BESIDE = "__MACOSX"  # a folder that macOS puts into archives, with files that describe those that were packed


class Part(NamedTuple):
    """One of the texts or files that a file holds.

    `inside` is the way to it through archives and mails: the path of the enclosed file, or of the one that the text
    stands in; empty where it stands in the file itself. A text has an id (`doc_id`), a `number` from 1 where there are
    several in its file, and for `data` what `packed` makes of it; a file has its bytes alone.
    """

    inside: str
    data: bytes
    doc_id: str | None = None
    number: int | None = None


class Held(NamedTuple):
    """What a file holds: one text, or else `parts`; and remarks on it as a whole and on what of it is left out."""

    text: Extracted | None
    parts: tuple[Part, ...]
    remarks: tuple[Message, ...]


def format_of(file: str) -> str | None:
    """The name of the module that reads a file; None where there is none."""
    return BY_SUFFIX.get(ending(file))


def ending(file: str) -> str:
    """The ending of a file's name in small letters, `.txt`."""
    return splitext(file)[1].lower()


def stem(file: str) -> str:
    """The path of a file without the ending of its name: the id of a file that is one text."""
    return splitext(file)[0]


def is_readme(name: str) -> bool:
    """Whether a file of this name tells of those beside it."""
    return stem(name).lower() == "readme" and ending(name) != ".txt"


def packed(text: Extracted) -> bytes:
    """A text with what is known of it, as bytes that are the same whenever these are."""
    remark = text.remark and as_data(text.remark)
    return json.dumps([text.text, dict(text.known), text.doc_id, remark]).encode()


def unpacked(data: bytes) -> Extracted:
    """What `packed` was given."""
    text, known, doc_id, remark = json.loads(data)
    return Extracted(text, known, doc_id, remark and of_data(Message, remark))


def held(name: str, data: bytes, encoding: str | None, file: str) -> Held:
    """What a file holds, in this process.

    A text that holds several articles is divided. An enclosed file is opened in turn where it may enclose others; else
    it is a part.

    Args:
        name: the format of the file.
        data: its bytes.
        encoding: the one that its texts are declared to be in.
        file: its path in the corpus folder, with which the ids of its texts begin.

    Raises:
        UnreadableError: it holds nothing that can be read, or far too much.
    """
    inside = formats.unpack(name, data, encoding)
    if len(inside) == 1 and isinstance(inside[0], Extracted):
        return _divided(inside[0], data, file)
    opening = _Opening(file, encoding)
    parts = tuple(_distinct(opening.parts("", inside, 1), opening.remarks))
    if not parts:
        if not opening.remarks:
            raise UnreadableError(Message("holds no text that is read; left out, remove it or put texts into it"))
        raise UnreadableError(
            Message(
                "holds no text that is read ({why}); left out, remove it or put texts into it", why=opening.remarks[0]
            )
        )
    return Held(None, parts, tuple(opening.remarks))


def _divided(text: Extracted, data: bytes, file: str) -> Held:
    """A text, or the articles that it holds."""
    if not may_be_bundle(data, ending(file)):
        return Held(text, (), ())
    articles, remark = divide(text, file)
    remarks = [remark] if remark else []
    if len(articles) > 1:
        remarks += [text.remark] if text.remark else []
        parts = tuple(_distinct(_texts(stem(file), "", articles), remarks))
        return Held(None, parts, tuple(remarks))
    only = articles[0]._replace(remark=text.remark) if articles else text
    return Held(only, (), tuple(remarks))


class _Opening:
    """How far a file has been opened, and remarks on what of it is left out."""

    def __init__(self, file: str, encoding: str | None) -> None:
        self._file = file
        self._encoding = encoding
        self._files = 0
        self._bytes = 0
        self.remarks: list[Message] = []

    def parts(self, inside: str, content: Sequence[Extracted | Enclosed], depth: int) -> Iterator[Part]:
        """The parts of a file and of those that it encloses.

        Args:
            inside: the way to it.
            content: what it holds.
            depth: how many files enclose those that it holds.
        """
        of = stem("/".join(filter(None, (self._file, inside))))
        yield from _texts(of, inside, [one for one in content if isinstance(one, Extracted)])
        for one in content:
            if isinstance(one, Enclosed):
                yield from self._enclosed(inside, one, depth)

    def _enclosed(self, inside: str, one: Enclosed, depth: int) -> Iterator[Part]:
        self._files += 1
        self._bytes += len(one.data)
        if self._files > limits.MOST_FILES or self._bytes > limits.MOST_BYTES:
            raise UnreadableError(
                Message(
                    "holds more than {n} files or {size} MB; left out, unpack it or split it",
                    n=limits.MOST_FILES,
                    size=limits.MOST_BYTES // 10**6,
                )
            )
        way = [_shortened(printable(name)) for name in one.name.split("/") if name not in ("", ".", "..")]
        if not way or any(name.startswith(".") or name == _BESIDE for name in way) or is_readme(way[-1]):
            return
        path = "/".join(filter(None, (inside, *way)))
        name = format_of(path)
        if name is None:
            self._leave_out(path, refused.reason(path))
        elif name == "record":
            yield from self.parts(path, list(self._records(path, one.data)), depth + 1)
        elif name not in ENCLOSING:
            yield Part(path, one.data)
        elif depth >= limits.DEEPEST:
            self._leave_out(path, Message("is packed {n} deep; left out, unpack it", n=depth + 1))
        else:
            try:
                yield from self.parts(path, formats.unpack(name, one.data, self._encoding), depth + 1)
            except UnreadableError as error:
                self._leave_out(path, error.message)

    def _records(self, path: str, data: bytes) -> Iterator[Extracted]:
        for number, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                try:
                    yield formats.extract("record", line, self._encoding)
                except UnreadableError as error:
                    at = Message("{file}, line {n}", file=path, n=number)
                    self._leave_out(at, error.message)

    def _leave_out(self, place: str, why: Message) -> None:
        self.remarks.append(Message("{place} {what}", place=place, what=why))


def _shortened(name: str) -> str:
    """A name that a file system could hold, as those in mails need not be."""
    start, kind = splitext(name)
    return name if len(name) <= _LONGEST_NAME else f"{start[: _LONGEST_NAME - len(kind)]}{kind}"[:_LONGEST_NAME]


def _texts(of: str, inside: str, texts: Sequence[Extracted]) -> Iterator[Part]:
    """The texts of one file; one that stands alone has the id that the file would have."""
    alone = len(texts) == 1
    for number, text in enumerate(texts, 1):
        doc_id = single_line(text.doc_id) if text.doc_id else of if alone else _id(of, text)
        yield Part(inside, packed(text), doc_id, None if alone else number)


def _id(of: str, text: Extracted) -> str:
    """An id by what an article says, not by its place: it stays when others are put before it."""
    day, outlet = (text.known.get(key, "") for key in ("published", "outlet"))
    title = text.known.get("title") or text.text.strip().partition("\n")[0]
    content = "\0".join((text.text, day, outlet)).encode(errors="replace")
    words = (of, slug(day[:_DAY], _DAY), slug(title, _SLUG), blake2b(content, digest_size=_HASH).hexdigest())
    return "-".join(filter(None, words))


def _twice(part: Part, known: Part) -> Message:
    """That a part is left out, as another one has its id or, of files, its name."""
    if not part.doc_id:
        return Message("stands there twice; the second is left out")
    return Message(
        "article {n} has the same id as article {m} (`{id}`); the second is left out",
        n=str(part.number),
        m=str(known.number),
        id=part.doc_id,
    )


def _distinct(parts: Iterable[Part], remarks: list[Message]) -> Iterator[Part]:
    """The parts without those whose id another one has; remarks on these are added.

    Of two enclosed files of one name, as mails have them, the second is named by its content, too.
    """
    before: dict[tuple[str, str | None], Part] = {}
    for part in parts:
        known = before.get((part.inside, part.doc_id))
        if known and part.doc_id is None and known.data != part.data:
            path, kind = splitext(part.inside)
            mark = blake2b(part.data, digest_size=_HASH).hexdigest()
            part = part._replace(inside=f"{path}-{mark}{kind}")
            known = before.get((part.inside, None))
        if known:
            twice = _twice(part, known)
            remarks.append(Message("{file}: {what}", file=part.inside, what=twice) if part.inside else twice)
        else:
            before[part.inside, part.doc_id] = part
            yield part
