"""From the bytes of a text to a document: decoded, extracted, in which language, with what is known about it."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import NamedTuple

from pydantic import ValidationError

from core.corpus import confined, formats
from core.corpus.formats import BY_SUFFIX, CONFINED, Extracted
from core.corpus.language import GERMAN, detect
from core.corpus.lines import single_line
from core.corpus.listing import Item
from core.corpus.mojibake import mended
from core.corpus.sources import Metadata
from core.corpus.spelling import read_as
from core.corpus.unreadable import UnreadableError
from core.model import Document

_LARGE = 2_000_000  # characters; about a minute's work, and far more than an article has
_EMPTY = "is empty; left out, fill or remove it"
_LONGEST_ID = 200  # characters


class Read(NamedTuple):
    """A document, and remarks on how it was read: each says in one line what is the matter and what to do."""

    document: Document
    remarks: tuple[str, ...]

    @property
    def doc_id(self) -> str:
        """The id of the document."""
        return self.document.doc_id


def document(item: Item, data: bytes) -> Read:
    """The document of a text; depends on nothing but the item's name, part and source, and the bytes.

    Its id is the file's name without the ending, or the record's own; its text is what the file holds. What
    `sources.toml` says goes before what the file says about itself. A text in another language than German is kept with
    its language, so that nothing is extracted from it.

    Raises:
        UnreadableError: the text is left out. There is no other error, whatever the bytes are.
    """
    file = PurePosixPath(item.file)
    name = BY_SUFFIX[file.suffix.lower()]
    extract = confined.extract if name in CONFINED else formats.extract
    if not data:
        raise UnreadableError(_EMPTY)
    extracted = extract(name, data, item.source.encoding if item.source else None)
    text, mending = mended(extracted.text)
    if not text.strip():
        raise UnreadableError(_EMPTY)
    given = item.source.model_dump(include=set(Metadata.model_fields), exclude_none=True) if item.source else {}
    known = Metadata(**{**_known(extracted), **given})
    declared_by = ("sources.toml" if "language" in given else item.place) if known.language else None
    language = known.language or detect(read_as(text).text)
    return Read(
        Document(
            doc_id=_id(file.stem if extracted.doc_id is None else extracted.doc_id),
            file=item.file,
            sha256=hashlib.sha256(data).hexdigest(),
            text=text,
            title=known.title,
            outlet=known.outlet,
            url=known.url,
            language=language,
            translated_from=known.translated_from,
            published=known.published,
            published_from="sources.toml" if "published" in given else item.place,
        ),
        tuple(_remarks((extracted.remark, mending), len(text), language, declared_by)),
    )


def _known(extracted: Extracted) -> dict[str, str]:
    """What the file says about itself, as far as it is well-formed."""
    known: dict[str, str] = {}
    for key, value in extracted.known.items():
        with suppress(ValidationError):
            known |= Metadata.model_validate({key: single_line(mended(value).text)}).model_dump(exclude_none=True)
    return known


def _id(value: str) -> str:
    if not value.strip():
        raise UnreadableError("has an empty name; left out, rename it")
    if len(value) > _LONGEST_ID:
        raise UnreadableError(f"has a name of more than {_LONGEST_ID} characters; left out, rename it")
    return value


def _remarks(reading: Iterable[str | None], length: int, language: str, declared_by: str | None) -> Iterator[str]:
    yield from filter(None, reading)
    if language != GERMAN:
        source = f"by {declared_by}" if declared_by else "it seems"
        yield f"is not in German ({language}, {source}); kept as a source, but nothing is extracted from it"
    elif length > _LARGE:
        yield (
            f"is large ({length / 1e6:.1f} million characters) and takes minutes to read; if it holds several"
            " articles, split it into one file an article"
        )
