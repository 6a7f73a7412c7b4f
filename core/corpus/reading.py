"""Reads a corpus folder: every text that can be read, and a notice on each that cannot or only in part."""

import hashlib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from core.corpus import sources
from core.corpus.decoding import DecodingError, decode
from core.corpus.language import GERMAN, detect
from core.corpus.sources import CorpusError, Source
from core.model import Document

_SUFFIX = ".txt"
_LARGE = 2_000_000  # characters; about a minute's work, and far more than an article has


class Notice(NamedTuple):
    """A remark on one file of the corpus: what is the matter and what to do, in one line."""

    file: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


class Corpus(NamedTuple):
    """The documents of a folder, sorted by file name, and the notices that reading them gave rise to."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]


class _UnreadableError(ValueError):
    """A file that is left out; the message says why and what to do."""


def read(folder: Path) -> Corpus:
    """Read the texts (`*.txt`) directly in a folder, with what its `sources.toml` says about them.

    A document's id is its file's name without the ending, in Unicode normal form C. Its text is what the file holds,
    character for character, less a byte order mark. A file that cannot be read is left out with a notice; one in
    another language than German is kept with its language, so that nothing is extracted from it.

    Raises:
        CorpusError: there is no such folder, no text in it, none that can be read, or `sources.toml` is wrong.
    """
    paths = _texts(folder)
    entries = sources.load(folder, [_name(path) for path in paths])
    documents: dict[str, Document] = {}
    notices: list[Notice] = []
    for path in paths:
        file = _name(path)
        entry = entries.get(file, Source(file=file))
        try:
            data = _bytes(path, folder)
            document, remarks = _document(entry, data)
            if twin := documents.get(document.doc_id):
                raise _UnreadableError(
                    f"has the same name as {twin.file} but for case or accents; left out, rename one"
                )
        except (_UnreadableError, DecodingError) as error:
            notices.append(Notice(file, str(error)))
            continue
        documents[document.doc_id] = document
        notices.extend(Notice(file, remark) for remark in remarks)
    if not documents:
        reasons = "; ".join(map(str, notices[:3]))
        raise CorpusError(f"{folder}: none of its {len(paths)} texts can be read ({reasons})")
    return Corpus(tuple(documents.values()), tuple(notices))


def _texts(folder: Path) -> list[Path]:
    """The paths of the folder's texts, sorted by name."""
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise CorpusError(f"{folder}: {what}; name a folder with one German text per .txt file")
    try:
        every = sorted(folder.iterdir())
    except OSError as error:
        raise CorpusError(f"{folder}: cannot be read ({error.strerror}); make it readable") from error
    paths = [path for path in every if path.suffix.lower() == _SUFFIX]
    if not paths:
        kinds = Counter(path.suffix.lower() or path.name for path in every if path.is_file())
        found = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common(3)) or "nothing"
        raise CorpusError(f"{folder}: no texts there (found: {found}); put one German text per .txt file into it")
    return paths


def _name(path: Path) -> str:
    """The file's name in Unicode normal form C; signs that no table or line can hold are shown as �."""
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    printable = ("\ufffd" if unicodedata.category(char) == "Cc" else char for char in name)
    return unicodedata.normalize("NFC", "".join(printable))


def _bytes(path: Path, folder: Path) -> bytes:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        raise _UnreadableError("is a link to a place outside the corpus folder; left out, copy the text itself there")
    if not path.is_file():
        raise _UnreadableError("is not a regular file; left out, remove or rename it")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _UnreadableError(f"cannot be read ({error.strerror}); left out, make it readable or remove it") from error
    return data


def _document(entry: Source, data: bytes) -> tuple[Document, list[str]]:
    """The document of a file, and remarks on how it was read."""
    text, remark = decode(data, entry.encoding)
    if not text.strip():
        raise _UnreadableError("is empty; left out, fill or remove it")
    remarks = [remark] if remark else []
    language = entry.language or detect(text)
    if language != GERMAN:
        source = "by sources.toml" if entry.language else "it seems"
        remarks.append(f"is not in German ({language}, {source}); kept as a source, but nothing is extracted from it")
    elif len(text) > _LARGE:
        remarks.append(
            f"is large ({len(text) / 1e6:.1f} million characters) and takes minutes to read; if it holds several"
            " articles, split it into one file an article"
        )
    return (
        Document(
            doc_id=entry.file[: -len(_SUFFIX)],
            file=entry.file,
            sha256=hashlib.sha256(data).hexdigest(),
            text=text,
            title=entry.title,
            outlet=entry.outlet,
            url=entry.url,
            language=language,
            translated_from=entry.translated_from,
            published=entry.published,
        ),
        remarks,
    )
