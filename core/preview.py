"""What a build would read of each file of a corpus, without building."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from upath import UPath

from core import corpus, german, stages
from core.corpus import Notice, Read
from core.corpus.reading import attempts, gathered
from core.corrections import kept as corrections
from core.corrections.documents import described
from core.engine.job import tools
from core.messages import Message
from core.model import PublishedBasis


class Text(NamedTuple):
    """A document that a file gives.

    `file` and `bundle` are those of the table of documents; `published` is a date in EDTF, None where none is known,
    `published_basis` and `published_evidence` say how it is. `remarks` say what is to be known of how it was read.
    """

    doc_id: str
    file: str
    bundle: str | None
    title: str
    outlet: str | None
    author: str | None
    page: str | None
    language: str
    published: str | None
    published_basis: PublishedBasis
    published_evidence: str
    n_words: int
    remarks: tuple[Message, ...]


class Preview(NamedTuple):
    """What becomes of a file of the folder: its documents, in their order, and warnings, each in one line."""

    file: str
    documents: tuple[Text, ...]
    warnings: tuple[str, ...]


def preview(folder: Path | UPath) -> list[Preview]:
    """What would be read of each file of a corpus, those that are left out, too, by path.

    Raises:
        CorpusError: there is no such folder, no text in it, or `sources.toml` is wrong.
        JournalError: what people have decided cannot be read.
    """
    listed = described(corpus.items(folder), corrections.read(folder))
    documents, notices = gathered(listed, *attempts(listed))
    files = dict.fromkeys([item.file for item in listed.items] + [notice.file for notice in listed.notices])
    texts: dict[str, list[Text]] = {}
    for read, text in zip(documents, _texts(documents), strict=True):
        texts.setdefault(_on_disk(read.document.file, files), []).append(text)
    warnings: dict[str, list[Notice]] = {}
    for notice in notices:
        warnings.setdefault(_on_disk(notice.file, files), []).append(notice)
    return [
        Preview(file, tuple(texts.get(file, ())), tuple(map(str, warnings.get(file, ()))))
        for file in sorted({*files, *warnings}, key=lambda file: file.split("/"))
    ]


def as_lines(one: Preview, *, as_json: bool = False) -> Iterator[str]:
    """What is shown of a file: a line for itself and each document and warning, or one line of JSON."""
    if as_json:
        documents = [text._asdict() for text in one.documents]
        yield json.dumps({**one._asdict(), "documents": documents}, ensure_ascii=False)
        return
    count = len(one.documents)
    yield f"{one.file}: {'left out' if not count else '1 document' if count == 1 else f'{count} documents'}"
    for text in one.documents:
        day = f"{text.published or 'no day'} ({text.published_basis}{': ' * bool(text.published_evidence)}"
        about = (text.outlet, text.author, f"{day}{text.published_evidence})", f"{text.n_words} words")
        yield f"  {text.doc_id}: {'; '.join(filter(None, (text.title, *about)))}"
    for warning in one.warnings:
        yield f"  Warning: {warning}"


def _on_disk(file: str, files: Mapping[str, object]) -> str:
    """The file of the folder that a file is, or is enclosed in."""
    parts = file.split("/")
    ways = ("/".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((way for way in ways if way in files), file)


def _texts(documents: Iterable[Read]) -> Iterator[Text]:
    """What is known of documents; one that does not say when it was written is read for it as in a build."""
    for document, remarks in documents:
        read = stages.divide(document, remarks)
        published = stages.given(document)
        if stages.is_estimated(document):
            backbone, knowledge = tools(german.DEFAULT)
            published = stages.find(read, stages.sentences(read, backbone), knowledge).published
        yield Text(
            document.doc_id,
            document.file,
            document.bundle,
            read.title or document.doc_id,
            read.outlet.value,
            read.author.value,
            document.page,
            document.language,
            published.edtf,
            published.basis,
            published.evidence,
            read.n_words,
            read.remarks,
        )
