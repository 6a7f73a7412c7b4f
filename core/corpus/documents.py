"""From the bytes of a file to its document or its parts: decoded, extracted, with what is known about each text."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from pydantic import ValidationError

from core.corpus import confined, lexicon, unpacking
from core.corpus.bundles import may_be_bundle
from core.corpus.formats import CONFINED, Extracted
from core.corpus.language import GERMAN, detect
from core.corpus.lines import single_line
from core.corpus.listing import Item
from core.corpus.mojibake import mended
from core.corpus.sources import Metadata
from core.corpus.spelling import read_as
from core.corpus.unpacking import Held, Part, ending, format_of, stem, unpacked
from core.corpus.unreadable import UnreadableError
from core.messages import Message
from core.model import Document

_LARGE = 2_000_000  # characters; about a minute's work, and far more than an article has
_EMPTY = Message("is empty; left out, fill or remove it")
_LONGEST_ID = 200  # characters
_SMALL = 100_000  # bytes; as many are decoded in no time, and asking the process apart takes milliseconds


class Read(NamedTuple):
    """A document, and remarks on how it was read: each says in one line what is the matter and what to do."""

    document: Document
    remarks: tuple[Message, ...]

    @property
    def doc_id(self) -> str:
        """The id of the document."""
        return self.document.doc_id


class Opened(NamedTuple):
    """The parts of a file that holds several, and remarks on the file."""

    parts: tuple[Part, ...]
    remarks: tuple[Message, ...]


def opened(item: Item, data: bytes) -> Read | Opened:
    """The document of a text, or the parts of a file; depends on nothing but the item and the bytes.

    A document's id is the file's path without the ending, the record's or the article's own; its text is what the file
    holds. What `sources.toml` says goes before what the file says about itself. A text in another language than German
    is kept with its language, so that nothing is extracted from it.

    Raises:
        UnreadableError: the file or text is left out. There is no other error, whatever the bytes are.
    """
    if not data:
        raise UnreadableError(_EMPTY)
    if item.doc_id is not None:
        article = unpacked(data)
        return _document(item, article, item.doc_id, article.text.encode(), ())
    text, parts, remarks = _held(item, data)
    if text is None:
        return Opened(parts, remarks)
    return _document(item, text, stem(item.file) if text.doc_id is None else text.doc_id, data, remarks)


def document(item: Item, data: bytes) -> Read:
    """The document of a text.

    Raises:
        UnreadableError: the text is left out, or is a file that holds several.
    """
    read = opened(item, data)
    if isinstance(read, Opened):
        raise UnreadableError(Message("holds {n} texts; left out, read each of them", n=len(read.parts)))
    return read


def _held(item: Item, data: bytes) -> Held:
    """What a file holds; in the process apart where reading it may take long."""
    name = format_of(item.file)
    assert name is not None  # noqa: S101 - others are not listed
    if name in CONFINED or len(data) > _SMALL or may_be_bundle(data, ending(item.file)):
        return confined.held(name, data, item.encoding, item.file)
    return unpacking.held(name, data, item.encoding, item.file)


def _document(item: Item, extracted: Extracted, doc_id: str, data: bytes, remarks: Sequence[Message]) -> Read:
    text, mending = mended(extracted.text)
    if not text.strip():
        raise UnreadableError(_EMPTY)
    given = item.given
    own = _known(extracted)
    if item.title_of_all:
        own = {"title": item.title_of_all, **own}
    known = Metadata(**{**own, **given})
    place = item.place if item.unit == "line" else item.file  # an article's number is another when one is put before it
    declared_by = ("sources.toml" if "language" in given else place) if known.language else None
    language = known.language or detect(read_as(text).text)
    return Read(
        Document(
            doc_id=_id(doc_id),
            file=item.file,
            sha256=hashlib.sha256(data).hexdigest(),
            text=text,
            title=known.title,
            outlet=known.outlet,
            url=known.url,
            language=language,
            translated_from=known.translated_from,
            published=known.published,
            published_from=item.told_by("published") if "published" in given else place,
            author=known.author,
            bundle=known.bundle or item.bundle,
            page=known.page,
        ),
        (*remarks, *_remarks((extracted.remark, mending), len(text), language, declared_by)),
    )


def _known(extracted: Extracted) -> dict[str, str]:
    """What the file says about itself, as far as it is well-formed."""
    known: dict[str, str] = {}
    for key, value in extracted.known.items():
        if key == "author" and lexicon.load().is_programs_author(single_line(value)):
            continue
        with suppress(ValidationError):
            known |= Metadata.model_validate({key: single_line(mended(value).text)}).model_dump(exclude_none=True)
    return known


def _id(value: str) -> str:
    if not value.strip():
        raise UnreadableError(Message("has an empty name; left out, rename it"))
    if len(value) > _LONGEST_ID:
        raise UnreadableError(Message("has a name of more than {n} characters; left out, rename it", n=_LONGEST_ID))
    return value


def _remarks(
    reading: Iterable[Message | None], length: int, language: str, declared_by: str | None
) -> Iterator[Message]:
    yield from filter(None, reading)
    if language != GERMAN:
        yield Message(
            "is not in German ({language}, {source}); kept as a source, but nothing is extracted from it",
            language=language,
            source=Message("by {file}", file=declared_by) if declared_by else Message("it seems"),
        )
    elif length > _LARGE:
        yield Message(
            "is large ({n} million characters) and takes minutes to read; if it holds several articles, split it into"
            " one file an article",
            n=f"{length / 1e6:.1f}",
        )
