"""Reads a corpus folder: every text that can be read, and a notice on each that cannot or only in part."""

from collections import deque
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from upath import UPath

from core.corpus.documents import Opened, Read, opened
from core.corpus.listing import Item, Items, Notice, items
from core.corpus.sources import FILE, CorpusError
from core.corpus.unreadable import UnreadableError
from core.messages import Message, joined
from core.model import Document

_MOST_NOTICES = 100  # on one file


class _Known(Protocol):
    """Whatever stands for a document."""

    @property
    def doc_id(self) -> str: ...

    @property
    def remarks(self) -> tuple[Message, ...]: ...


_Document = TypeVar("_Document", bound=_Known)


class Collected(NamedTuple, Generic[_Document]):
    """What stands for the documents of a folder, and the notices on all its entries."""

    documents: tuple[_Document, ...]
    notices: tuple[Notice, ...]


class Corpus(NamedTuple):
    """The documents of a folder by file and part, and the notices that reading them gave rise to."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]


def read(folder: Path | UPath) -> Corpus:
    """Read the texts in a folder, with what its `sources.toml` says about them.

    A text that cannot be read is left out with a notice.

    Raises:
        CorpusError: there is no such folder, no text in it, none that can be read, or `sources.toml` is wrong.
    """
    listed = items(folder)
    collected = collect(folder, listed, *attempts(listed))
    return Corpus(tuple(one.document for one in collected.documents), collected.notices)


def attempts(listed: Items) -> tuple[list[tuple[Item, Read | UnreadableError]], list[Notice]]:
    """What reading each text of the listed files gives, in their order, and remarks on files that hold several."""
    outcomes: list[tuple[Item, Read | UnreadableError]] = []
    notices: list[Notice] = []
    waiting = deque(listed.items)
    while waiting:
        item = waiting.popleft()
        outcome = attempt(item)
        if isinstance(outcome, Opened):
            notices += (Notice(item.file, remark) for remark in outcome.remarks)
            waiting.extendleft(reversed(list(item.opened(outcome.parts, listed.entries, listed.decided))))
        else:
            outcomes.append((item, outcome))
    return outcomes, notices


def attempt(item: Item) -> Read | Opened | UnreadableError:
    """What reading an item gives, or why it is left out."""
    try:
        return opened(item, item.data())
    except UnreadableError as error:
        return error


def collect(
    folder: Path | UPath,
    listed: Items,
    outcomes: Iterable[tuple[Item, _Document | UnreadableError]],
    remarks: Iterable[Notice] = (),
) -> Collected[_Document]:
    """The documents that reading items gave; see `gathered`.

    Raises:
        CorpusError: there is no document.
    """
    collected = gathered(listed, outcomes, remarks)
    if not collected.documents:
        reasons = joined(*(notice.told for notice in collected.notices[:3]))
        raise CorpusError(
            Message("{folder}: none of its texts can be read ({why})", folder=str(folder), why=reasons or "")
        )
    return collected


def gathered(
    listed: Items, outcomes: Iterable[tuple[Item, _Document | UnreadableError]], remarks: Iterable[Notice] = ()
) -> Collected[_Document]:
    """The documents that reading items gave, in their order; of two with one id, the first.

    Of a file with many parts that are remarked on, the first are told, and how many more there are.

    Args:
        listed: what was found in the folder.
        outcomes: what became of each text of the listed files, in their order.
        remarks: those on files that hold several.
    """
    kept: dict[str, tuple[Item, _Document]] = {}
    notices = [*listed.notices, *remarks]
    described = {key for key in listed.entries if key[1] is not None}
    for item, outcome in outcomes:
        if isinstance(outcome, UnreadableError):
            messages: tuple[Message, ...] = (outcome.message,)
        elif twin := kept.get(outcome.doc_id):
            messages = (
                Message(
                    "has the same id as {place} (`{id}`); left out, rename one", place=twin[0].place, id=outcome.doc_id
                ),
            )
        else:
            kept[outcome.doc_id] = (item, outcome)
            messages = outcome.remarks
        if item.source:
            described.discard((item.source.file, item.source.id))
        notices += (Notice(item.file, message, item.part, item.unit) for message in messages)
    for file, doc_id in sorted(described, key=str):
        what = Message("there is no article `{id}` in `{file}`; correct or remove the entry", id=str(doc_id), file=file)
        notices.append(Notice(FILE, what))
    return Collected(tuple(document for _, document in kept.values()), tuple(_told(notices)))


def _told(notices: Iterable[Notice]) -> list[Notice]:
    """The notices by file and part, not too many on the parts of one file."""
    told: list[Notice] = []
    for file, about in groupby(sorted(notices, key=lambda notice: (notice.file, notice.part or 0)), lambda n: n.file):
        every = list(about)
        told += every[:_MOST_NOTICES]
        if len(every) > _MOST_NOTICES:
            more = len(every) - _MOST_NOTICES
            if every[-1].unit == "line":
                told.append(Notice(file, Message("{n} more notices on its lines; correct these first", n=more)))
            else:
                told.append(Notice(file, Message("{n} more notices on its parts; correct these first", n=more)))
    return told
