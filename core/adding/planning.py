"""What is to be done with files from outside: which are in the folder already, and what is then to choose."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from core.adding import names
from core.adding.folder import digest, named, texts
from core.adding.looking import Look, look
from core.corpus.sources import Source
from core.corpus.unpacking import stem

Likeness = Literal["content", "name", "id"]
Choice = Literal["add", "rename", "replace", "skip"]
"""Put in under its name; put in under another name; put in the place of the one that is there; leave out."""


class Upload(NamedTuple):
    """A file from outside, under the name that it came with."""

    name: str
    data: bytes


class Twin(NamedTuple):
    """A text that is there already, or comes with the same upload, and what it has in common with a new one."""

    likeness: Likeness
    file: str
    uploaded: bool = False


class FileCandidate(NamedTuple):
    """A file that may be added.

    Args:
        upload: the file as it came.
        name: its name in the folder.
        other_name: a name that nothing there has.
        look: what it becomes.
        twin: what is there already and is like it.
        choices: what can be done with it, the first by default.
    """

    upload: Upload
    name: str
    other_name: str
    look: Look
    twin: Twin | None
    choices: tuple[Choice, ...]

    def file(self, choice: Choice) -> str:
        """The name that it gets by a choice."""
        return self.other_name if choice == "rename" else self.name


def holder(file: str, files: Collection[str]) -> str | None:
    """The one of the files of a folder that a document's file is or is enclosed in."""
    parts = file.split("/")
    ways = ("/".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((way for way in ways if way in files), None)


class Addition(NamedTuple):
    """A file to be put into the folder.

    `replaces` are the files that make room for it, by the digest of what they held when that was decided; `values` are
    for its entry in `sources.toml`, `of_articles` for those of its articles, by their id.
    """

    file: str
    data: bytes
    replaces: Mapping[str, str]
    values: Mapping[str, str]
    of_articles: Mapping[str, Mapping[str, str]] = {}


@dataclass(frozen=True)
class Present:
    """A folder: what has the name of a text there, what of it a build reads, and which of that has an id."""

    paths: Mapping[str, Path]
    read: Mapping[str, Path]
    ids: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, ids: Mapping[str, str]) -> "Present":
        """The texts that are in a folder now.

        Args:
            folder: the corpus folder.
            ids: the files of the documents known by the last build, by id.

        Raises:
            AddingError: the folder cannot be listed.
        """
        read = texts(folder)
        held = {names.folded(doc_id): holder(file, read) for doc_id, file in ids.items()}
        known = {doc_id: file for doc_id, file in held.items() if file}
        return cls(named(folder), read, {**known, **{names.folded(stem(file)): file for file in read}})

    def named(self, name: str) -> str | None:
        """The file of this name, whatever its case."""
        return next((file for file in self.paths if names.folded(file) == names.folded(name)), None)

    def holding(self, data: bytes) -> str | None:
        """A file that is read and holds exactly these bytes."""
        for file, path in self.read.items():
            try:
                if path.stat().st_size == len(data) and path.read_bytes() == data:
                    return file
            except OSError:
                continue
        return None


def candidates(
    uploads: Iterable[Upload], present: Present, look: Callable[[str, bytes], Look] = look
) -> list[FileCandidate]:
    """What each file becomes and what is to be decided about it, those of one upload against each other, too.

    Args:
        uploads: the files.
        present: what is in the folder.
        look: what looks at a file, by its name and its bytes.
    """
    planned: list[FileCandidate] = []
    taken = {*present.ids, *(names.folded(stem(file)) for file in present.paths)}
    for upload in uploads:
        name = names.safe(upload.name)
        twin = _twin(upload, name, present, planned)
        seen = look(name, upload.data)
        twin = twin or _twin_by_id(seen, present)
        other_name = names.free(name, taken)
        planned.append(FileCandidate(upload, name, other_name, seen, twin, _choices(seen, twin)))
        taken |= {names.folded(stem(one)) for one in (name, other_name)}
    return planned


class DecidedFile(NamedTuple):
    """What has been decided on a candidate: the choice, what is to be said of it, and of its articles by their id."""

    candidate: FileCandidate
    choice: Choice
    values: Mapping[str, str]
    of_articles: Mapping[str, Mapping[str, str]] = {}


def additions(decided: Sequence[DecidedFile], present: Present) -> tuple[Addition, ...]:
    """What is to be put into the folder, by what has been decided on each candidate.

    Raises:
        OSError: a file that is to be replaced cannot be read.
    """
    return tuple(
        Addition(
            file := one.candidate.file(one.choice),
            one.candidate.upload.data,
            _replaced(one.candidate, one.choice, present),
            one.values,
            {_renamed(doc_id, one.candidate.name, file): values for doc_id, values in one.of_articles.items()},
        )
        for one in decided
        if one.choice != "skip"
    )


def _renamed(doc_id: str, file: str, to: str) -> str:
    """The id of an article in a file of another name: ids that are made begin with that, those that are given don't."""
    for before, after in ((f"{stem(file)}-", f"{stem(to)}-"), (f"{file}/", f"{to}/")):
        if doc_id.startswith(before):
            return after + doc_id.removeprefix(before)
    return doc_id


def _replaced(candidate: FileCandidate, choice: Choice, present: Present) -> dict[str, str]:
    if choice != "replace" or candidate.twin is None:
        return {}
    file = candidate.twin.file
    return {file: digest(present.paths[file].read_bytes())}


def _twin(upload: Upload, name: str, present: Present, earlier: Sequence[FileCandidate]) -> Twin | None:
    """What is like a file, by its bytes, its name or, without the ending, its id; the first of these."""
    if same := present.holding(upload.data):
        return Twin("content", same)
    for one in earlier:
        if one.upload.data == upload.data:
            return Twin("content", one.name, uploaded=True)
    if same := present.named(name):
        return Twin("name", same)
    doc_id = names.folded(stem(name))
    if same := present.ids.get(doc_id):
        return Twin("id", same)
    for one in earlier:
        if doc_id in (names.folded(stem(other)) for other in (one.name, one.other_name)):
            return Twin("name" if names.folded(one.name) == names.folded(name) else "id", one.name, uploaded=True)
    return None


def _twin_by_id(seen: Look, present: Present) -> Twin | None:
    """The file of a document that has the id of one of those that a file would become."""
    for one in seen.documents:
        if same := present.ids.get(names.folded(one.doc_id)):
            return Twin("id", same)
    return None


def _choices(seen: Look, twin: Twin | None) -> tuple[Choice, ...]:
    if not seen.documents:
        return ("skip",)
    if twin is None:
        return ("add", "skip")
    if twin.likeness == "content":
        return ("skip", "rename")
    return ("rename", "skip") if twin.uploaded else ("rename", "replace", "skip")


def source(file: str, values: Mapping[str, str], doc_id: str | None = None) -> Source:
    """What `sources.toml` will say of a file, or of one of its articles, for a look at what comes of it.

    Raises:
        ValidationError: a value breaks the rules of its field.
    """
    return Source.model_validate({"file": file, "id": doc_id, **{key: value for key, value in values.items() if value}})
