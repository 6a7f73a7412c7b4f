"""Lists a corpus folder: which files there are, and a notice on every other entry, without reading more than needed."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from upath import UPath

from core.corpus import limits, refused, sources
from core.corpus.formats import BY_SUFFIX, LARGEST_HOLDER, SUFFIXES
from core.corpus.lines import printable, single_line
from core.corpus.places import Unit, at_place
from core.corpus.sources import CorpusError, Entries, Source
from core.corpus.unpacking import Part, is_readme, stem
from core.corpus.unreadable import UnreadableError
from core.errors import unreadable
from core.journal import CORRECTIONS, is_journal
from core.messages import Message

_MOST_BYTES = 500_000_000  # of a file with a record a line; its lines are held in memory
_MOST_LINES = 1_000_000
_SAVED_WITH = ("_files", "-Dateien", "_Dateien", "-files")  # what browsers call the folder beside a page that they save
_PAGES = (".html", ".htm", ".xhtml")

_LINK_OUTSIDE = Message("is a link to a place outside the corpus folder; left out, copy the text itself there")
_LINK_TO_FOLDER = Message("is a link to a folder; left out, its texts are read where they are")
_OF_PAGE = Message("belongs to the saved page beside it; left out, nothing is lost")
_TOO_DEEP = Message("is more than {n} folders deep; left out, move it up", n=limits.DEEPEST_FOLDER)

DecidedValues = Mapping[str, tuple[tuple[str, str], ...]]
"""What people have said of texts, by the id of each: values by the keys of `sources.toml`."""


class Notice(NamedTuple):
    """A remark on one entry of the corpus folder, or one part of it: what is the matter and what to do, in one line."""

    file: str
    message: Message
    part: int | None = None
    unit: Unit = "line"

    def __str__(self) -> str:
        return str(self.told)

    @property
    def told(self) -> Message:
        """All of it in one line."""
        return at_place(self.message, self.file, self.part, self.unit)

    @property
    def told_of_file(self) -> Message:
        """The same for whoever knows which file it is on."""
        return at_place(self.message, "", self.part, self.unit)


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the corpus that has not been read yet, or one part of a file that was opened.

    `file` is its path in the corpus folder, with "/" and in Unicode normal form C; that of a file which another one
    encloses goes on behind that one's. `part` is the place (from 1) of the text in a file with several, in a `unit`;
    None for a file that is read whole. `doc_id` is the id of an article, whose file is `bundle` where it is one of
    several. `holder` is the file of the folder that an enclosed file or an article is in. `source` is the entry in
    `sources.toml` for this very file or article, `source_of_all` that for all parts of the file that holds it.
    `content` are the bytes of what is no file of the folder by itself. `decided` is what people have said of this very
    text since, by key; it goes before all else.
    """

    file: str
    part: int | None
    path: Path | UPath = field(repr=False)
    source: Source | None = None
    content: bytes | None = field(default=None, repr=False)
    unit: Unit = "line"
    doc_id: str | None = None
    bundle: str | None = None
    holder: str | None = None
    source_of_all: Source | None = None
    decided: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """Where the text stands, for a person."""
        return _place(self.file, self.part, self.unit)

    @property
    def name(self) -> str:
        """What no other item of the corpus is called; of an article, the same wherever it stands in its file."""
        levels = (self.holder or self.file).count("/") + 1
        on_disk = "/".join(self.path.parts[-levels:])  # two files may differ in how an umlaut is composed alone
        inside = f"{self.file!a} {self.doc_id!a}" if self.holder else self.part or ""
        return f"{on_disk!a} {inside}"

    @property
    def given(self) -> dict[str, str]:
        """What `sources.toml` says about it, and people; the title of a file with several texts is not that of each."""
        own = self.source.given if self.source else {}
        of_all = self.source_of_all.given if self.source_of_all else {}
        return {**{key: value for key, value in of_all.items() if key != "title"}, **own, **dict(self.decided)}

    def told_by(self, key: str) -> str:
        """The file that says what is `given` of it."""
        return CORRECTIONS if key in dict(self.decided) else sources.FILE

    @property
    def title_of_all(self) -> str | None:
        """What `sources.toml` says that the whole file is called which it is one part of."""
        return self.source_of_all.title if self.source_of_all else None

    @property
    def encoding(self) -> str | None:
        """The encoding that `sources.toml` declares."""
        declared = (source.encoding for source in (self.source, self.source_of_all) if source)
        return next(filter(None, declared), None)

    def data(self) -> bytes:
        """The bytes of the text; of a file that is larger than any that is read, somewhat more than those allowed.

        Raises:
            UnreadableError: the file cannot be read.
        """
        if self.content is not None:
            return self.content
        try:
            with self.path.open("rb") as file:
                return file.read(LARGEST_HOLDER + 1)
        except OSError as error:
            raise UnreadableError(_refusal(error)) from error

    def opened(
        self, parts: Iterable[Part], entries: Entries, decided: DecidedValues = MappingProxyType({})
    ) -> Iterator["Item"]:
        """The items of what it holds.

        Args:
            parts: what it holds.
            entries: those of `sources.toml`.
            decided: what people have said of texts.
        """
        holder, of_all = self.holder or self.file, self.source or self.source_of_all
        for part in parts:
            file = "/".join(filter(None, (self.file, part.inside)))
            own = not part.inside and part.number is None  # the text that others are attached to
            doc_id = part.doc_id or stem(file)
            yield Item(
                file,
                part.number,
                self.path,
                self.source if own else entries.get((holder, doc_id)),
                part.data,
                "article",
                part.doc_id,
                None if own else self.file if part.number is None else file,
                holder,
                None if own else of_all,
                decided.get(doc_id, ()),
            )


class Items(NamedTuple):
    """The files of a folder by path and line, a notice on each entry that is none, and the entries of sources.toml.

    `decided` is what people have said of texts.
    """

    items: tuple[Item, ...]
    notices: tuple[Notice, ...]
    entries: Entries = MappingProxyType({})
    decided: DecidedValues = MappingProxyType({})


class Entry(NamedTuple):
    """A file in the folder, by its path there, and why it is not taken up, None where it is."""

    file: str
    path: Path | UPath
    left_out: Message | None


def items(folder: Path | UPath) -> Items:
    """The files in a folder and its sub-folders. Nothing is read but `sources.toml` and files with a record a line.

    Hidden files and folders, `sources.toml`, READMEs and what people have decided (`core.journal`) are no texts and
    need no notice. Links to files are followed inside the folder alone, links to folders are not.

    Raises:
        CorpusError: there is no such folder, no text in it, or `sources.toml` is wrong.
    """
    entries = _entries(folder)
    known = sources.load(folder, {entry.file for entry in entries if _is_text(entry.path)})
    listed: list[Item] = []
    notices: list[Notice] = []
    for file, path, reason in entries:
        source = known.get((file, None))
        if reason:
            notices.append(Notice(file, reason))
        elif BY_SUFFIX[path.suffix.lower()] != "record":
            listed.append(Item(file, None, path, source))
        else:
            of_records = {doc_id: entry for (named, doc_id), entry in known.items() if doc_id and named == file}
            try:
                for part, line in _records(path):
                    listed.append(record_item(file, part, path, line, source, of_records))
            except UnreadableError as error:
                notices.append(Notice(file, error.message))
            except OSError as error:
                notices.append(Notice(file, _refusal(error)))
    return Items(tuple(listed), tuple(notices), known)


def record_item(
    file: str, part: int, path: Path | UPath, line: bytes, source: Source | None, of_records: Mapping[str, Source]
) -> Item:
    """The item of a record.

    Args:
        file: the file with a record a line.
        part: the number of its line.
        path: where the file is.
        line: the record.
        source: what `sources.toml` says of all of them.
        of_records: what it says of single ones, by their id.
    """
    own = of_records.get(_record_id(line)) if of_records else None
    return Item(file, part, path, own or source, line, source_of_all=source if own else None)


def _record_id(line: bytes) -> str:
    """The id of a record; empty where it cannot be read, which is told when it is."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return single_line(str(value.get("id"))) if isinstance(value, dict) else ""


def _place(file: str, part: int | None, unit: Unit) -> str:
    return file if part is None else f"{file}, {unit} {part}"


def _refusal(error: OSError) -> Message:
    return Message(
        "cannot be read ({why}); left out, make it readable or remove it", why=error.strerror or type(error).__name__
    )


def _entries(folder: Path | UPath) -> Sequence[Entry]:
    """The entries of the folder that a person put there as texts, sorted by name, folder by folder."""
    if not folder.is_dir():
        if folder.exists():
            told = Message(
                "{folder}: is a file, not a folder; name a folder with German texts ({kinds})",
                folder=str(folder),
                kinds=SUFFIXES,
            )
        else:
            told = Message(
                "{folder}: does not exist; name a folder with German texts ({kinds})",
                folder=str(folder),
                kinds=SUFFIXES,
            )
        raise CorpusError(told)
    try:
        entries = list(_walk(folder, folder, ""))
    except OSError as error:
        raise CorpusError(unreadable(folder, error)) from error
    if not any(_is_text(entry.path) for entry in entries):
        kinds = Counter(entry.path.suffix.lower() or entry.path.name for entry in entries)
        others = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common(3)) or "nothing"
        raise CorpusError(
            Message(
                "{folder}: no texts there (found: {found}); put German texts into it ({kinds})",
                folder=str(folder),
                found=others,
                kinds=SUFFIXES,
            )
        )
    return entries


def texts(folder: Path | UPath) -> Iterator[Entry]:
    """What has the name of a text in a folder and those in it, and why it is left out; nothing where no folder is.

    Raises:
        OSError: the folder cannot be read.
    """
    if folder.is_dir():
        yield from (entry for entry in _walk(folder, folder, "") if _is_text(entry.path))


def without_texts(folder: Path | UPath) -> bool:
    """Whether a folder is there and holds nothing that would be read as a text.

    Raises:
        OSError: the folder cannot be read.
    """
    return folder.is_dir() and not any(texts(folder))


def _walk(within: Path | UPath, folder: Path | UPath, above: str) -> Iterator[Entry]:
    """The entries of a folder within the corpus folder and of those in it.

    Raises:
        OSError: the folder cannot be read.
    """
    every: list[Path | UPath] = sorted(within.iterdir(), key=lambda path: path.name)
    pages = {path.stem for path in every if path.suffix.lower() in _PAGES}
    for path in every:
        file = f"{above}{printable(path.name)}"
        if path.name.startswith(".") or is_readme(path.name) or (not above and _is_about_texts(path.name)):
            continue
        try:
            link = path.is_symlink()
            if link and not _inside(path, folder):
                yield Entry(file, path, _LINK_OUTSIDE)
            elif not path.is_dir():
                yield Entry(file, path, _left_out(path))
            elif link:
                yield Entry(file, path, _LINK_TO_FOLDER)
            elif any(path.name == f"{page}{ending}" for page in pages for ending in _SAVED_WITH):
                yield Entry(file, path, _OF_PAGE)
            elif file.count("/") >= limits.DEEPEST_FOLDER:
                yield Entry(file, path, _TOO_DEEP)
            else:
                yield from _walk(path, folder, f"{file}/")
        except OSError as error:
            yield Entry(file, path, _refusal(error))


def _is_about_texts(name: str) -> bool:
    """Whether a file of the corpus folder itself says something of the texts."""
    return name == sources.FILE or is_journal(name)


def _is_text(path: Path | UPath) -> bool:
    return path.suffix.lower() in BY_SUFFIX


def _left_out(path: Path | UPath) -> Message | None:
    """Why something that is no folder is not taken up; None where it is.

    Raises:
        OSError: it cannot be looked at.
    """
    if not path.is_file():
        return Message("is not a regular file; left out, remove or rename it")
    if path.name == sources.FILE:
        return Message(
            'is read in the corpus folder alone; move its entries there, with file = "{folder}/…"',
            folder=path.parent.name,
        )
    return None if _is_text(path) else refused.reason(path.name)


def _inside(link: Path | UPath, folder: Path | UPath) -> bool:
    """Whether a link ends in the folder, or nowhere; other file systems do not tell where theirs end."""
    try:
        if isinstance(link, Path) and isinstance(folder, Path):
            return link.resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # links that go round in a circle
        return True
    return False


def _records(path: Path | UPath) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableError(
            Message("is larger than {n} MB; left out, split it into several files", n=_MOST_BYTES // 10**6)
        )
    empty = True
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number > _MOST_LINES:
                raise UnreadableError(
                    Message("has more than {n} lines; the rest is left out, split the file", n=_MOST_LINES)
                )
            if line.strip():
                empty = False
                yield number, line
    if empty:
        raise UnreadableError(Message("holds no records; left out, fill or remove it"))
