"""Reads a corpus folder: every text that can be read, and a notice on each that cannot or only in part."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from upath import UPath

from core.corpus.documents import Read, document
from core.corpus.listing import Item, Items, Notice, items
from core.corpus.sources import CorpusError
from core.corpus.unreadable import UnreadableError
from core.model import Document

_MOST_NOTICES = 100  # on one file


class _Known(Protocol):
    """Whatever stands for a document."""

    @property
    def doc_id(self) -> str: ...

    @property
    def remarks(self) -> tuple[str, ...]: ...


_Document = TypeVar("_Document", bound=_Known)


class Collected(NamedTuple, Generic[_Document]):
    """What stands for the documents of a folder, and the notices on all its entries."""

    documents: tuple[_Document, ...]
    notices: tuple[Notice, ...]


class Corpus(NamedTuple):
    """The documents of a folder by file name and line, and the notices that reading them gave rise to."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]


def read(folder: Path | UPath) -> Corpus:
    """Read the texts directly in a folder, with what its `sources.toml` says about them.

    A text that cannot be read is left out with a notice.

    Raises:
        CorpusError: there is no such folder, no text in it, none that can be read, or `sources.toml` is wrong.
    """
    listed = items(folder)
    collected = collect(folder, listed, map(attempt, listed.items))
    return Corpus(tuple(one.document for one in collected.documents), collected.notices)


def attempt(item: Item) -> Read | UnreadableError:
    """What reading an item gives, or why it is left out."""
    try:
        return document(item, item.data())
    except UnreadableError as error:
        return error


def collect(
    folder: Path | UPath, listed: Items, outcomes: Iterable[_Document | UnreadableError]
) -> Collected[_Document]:
    """The documents that reading the listed items gave, in their order; of two with one id, the first.

    Of a file with many lines that are remarked on, the first are told, and how many more there are.

    Raises:
        CorpusError: there is no document.
    """
    kept: dict[str, tuple[Item, _Document]] = {}
    notices = list(listed.notices)
    for item, outcome in zip(listed.items, outcomes, strict=True):
        if isinstance(outcome, UnreadableError):
            messages: tuple[str, ...] = (str(outcome),)
        elif twin := kept.get(outcome.doc_id):
            messages = (f"has the same id as {twin[0].place} (`{outcome.doc_id}`); left out, rename one",)
        else:
            kept[outcome.doc_id] = (item, outcome)
            messages = outcome.remarks
        notices += (Notice(item.file, message, item.part) for message in messages)
    notices = _told(notices)
    if not kept:
        reasons = "; ".join(map(str, notices[:3]))
        raise CorpusError(f"{folder}: none of its texts can be read ({reasons})")
    return Collected(tuple(document for _, document in kept.values()), tuple(notices))


def _told(notices: Iterable[Notice]) -> list[Notice]:
    """The notices by file and line, not too many on the lines of one file."""
    told: list[Notice] = []
    for file, about in groupby(sorted(notices, key=lambda notice: (notice.file, notice.part or 0)), lambda n: n.file):
        every = list(about)
        told += every[:_MOST_NOTICES]
        if len(every) > _MOST_NOTICES:
            told.append(Notice(file, f"{len(every) - _MOST_NOTICES} more notices on its lines; correct these first"))
    return told
