"""What a file becomes before it is in the corpus: its documents, with their title, day and first words, or why none."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from core import german, stages, time
from core.corpus import Item, Opened, UnreadableError, opened, refused
from core.corpus.listing import record_item
from core.corpus.places import at_place
from core.corpus.sources import FILE, Source
from core.corpus.unpacking import format_of
from core.engine.job import tools
from core.messages import Message
from core.model import Document, Published

MOST = 20
"""So many documents of a file are looked at at a time; of the rest, the number is told."""

OPENING = 300
"""Characters of a document's beginning that are shown."""

_LONG = 100_000  # characters; the day of a longer text is left for the build to find, which takes its time
_estimating = Lock()


class Seen(NamedTuple):
    """One document as it will be: `published` says when it was written and what that rests on, `remarks` how it was
    read."""

    doc_id: str
    title: str
    published: Published
    outlet: str | None
    author: str | None
    url: str | None
    language: str
    words: int
    opening: str
    remarks: tuple[Message, ...]


class Look(NamedTuple):
    """What a file becomes: its documents, some of many; how many more there are behind them, and how many were passed
    before them; and why others are none."""

    documents: tuple[Seen, ...]
    more: int = 0
    refusals: tuple[Message, ...] = ()
    before: int = 0

    @property
    def many(self) -> int:
        """How many documents the file becomes."""
        return self.before + len(self.documents) + self.more


def look(
    file: str, data: bytes, source: Source | None = None, of_articles: Collection[Source] = (), before: int = 0
) -> Look:
    """What a file becomes.

    Args:
        file: its path in the corpus folder.
        data: its bytes.
        source: what `sources.toml` says, or is to say, about it.
        of_articles: the same about single ones of its articles.
        before: how many of its texts are passed before those that are looked at.
    """
    if format_of(file) is None:
        return Look((), refusals=(refused.OTHER,))
    documents: list[Seen] = []
    refusals: list[Message] = []
    entries = {(file, one.id): one for one in of_articles}
    waiting = deque(_items(file, data, source, {one.id: one for one in of_articles if one.id}))
    read_so_far = 0
    while waiting and read_so_far < before + MOST:
        item = waiting.popleft()
        try:
            read = opened(item, data if item.content is None else item.content)
        except UnreadableError as error:
            read_so_far += 1
            refusals += [_told(file, item, error.message)] if read_so_far > before else []
            continue
        if isinstance(read, Opened):
            refusals += [_told(file, item, remark) for remark in read.remarks] if not before else []
            waiting.extendleft(reversed(list(item.opened(read.parts, entries))))
        else:
            read_so_far += 1
            documents += [_seen(read.document, read.remarks)] if read_so_far > before else []
    return Look(tuple(documents), len(waiting), tuple(refusals), before)


def said(look: Look, values: Mapping[str, str], of_articles: Mapping[str, Mapping[str, str]]) -> Look:
    """What a file becomes with what is to be said about it, and about its articles by their id.

    The values have passed their checks.
    """
    documents = (_said(_said(one, values), of_articles.get(one.doc_id, {})) for one in look.documents)
    return look._replace(documents=tuple(documents))


def _said(seen: Seen, values: Mapping[str, str]) -> Seen:
    day = values.get("published")
    return seen._replace(
        title=values.get("title") or seen.title,
        outlet=values.get("outlet") or seen.outlet,
        author=values.get("author") or seen.author,
        language=values.get("language") or seen.language,
        published=time.given(day, FILE) if day else seen.published,
    )


def _items(file: str, data: bytes, source: Source | None, of_records: Mapping[str, Source]) -> Iterator[Item]:
    if format_of(file) != "record":
        yield Item(file, None, Path(file), source)
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield record_item(file, number, Path(file), line, source, of_records)


def _told(file: str, item: Item, what: Message) -> Message:
    """A refusal, with the place in the file that it is on, where that is not the whole."""
    return at_place(what, item.file.removeprefix(file).lstrip("/"), item.part, item.unit)


def _seen(read: Document, remarks: tuple[Message, ...]) -> Seen:
    text = stages.divide(read, remarks)
    return Seen(
        read.doc_id,
        text.title,
        _published(text),
        text.outlet.value,
        text.author.value,
        read.url,
        read.language,
        text.n_words,
        _opening(read.text[_body(text) :]),
        remarks,
    )


def _body(text: stages.Text) -> int:
    """Where the running text begins in the stored one: what stands before it is told elsewhere."""
    segments = text.as_stored.spanned(text.segments) if text.as_stored else text.segments
    return next((part.start for part in segments if part.kind == "body"), 0)


def _opening(text: str) -> str:
    """The first words of a text, with a sign that it goes on."""
    words = " ".join(text[: 2 * OPENING].split())
    return words if len(words) <= OPENING else words[: words.rfind(" ", 0, OPENING)] + " …"


def _published(text: stages.Text) -> Published:
    """When the document was written, as the build will find it; of a long text, only what its metadata say."""
    if not stages.is_estimated(text.document) or len(text.document.text) > _LONG:
        return stages.given(text.document)
    with _estimating:
        backbone, knowledge = tools(german.DEFAULT)
        return stages.find(text, stages.sentences(text, backbone), knowledge).published
