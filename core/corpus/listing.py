"""Lists a corpus folder: which texts there are, and a notice on every other entry, without reading more than needed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from upath import UPath

from core.corpus import refused, sources
from core.corpus.formats import BY_SUFFIX, LARGEST, SUFFIXES
from core.corpus.lines import printable
from core.corpus.sources import CorpusError, Source
from core.corpus.unreadable import UnreadableError

_MOST_BYTES = 500_000_000  # of a file with a record a line; its lines are held in memory
_MOST_LINES = 1_000_000


class Notice(NamedTuple):
    """A remark on one entry of the corpus folder, or one line of it: what is the matter and what to do, in one line."""

    file: str
    message: str
    part: int | None = None

    def __str__(self) -> str:
        return f"{_place(self.file, self.part)}: {self.message}"


@dataclass(frozen=True, slots=True)
class Item:
    """One text of the corpus that has not been read yet.

    `file` is the file's name in Unicode normal form C; `part` the line (from 1) of a file with a record a line, None
    for a file that is one text; `source` the file's entry in `sources.toml`.
    """

    file: str
    part: int | None
    path: Path | UPath = field(repr=False)
    source: Source | None = None
    line: bytes | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """Where the text stands, for a person."""
        return _place(self.file, self.part)

    def data(self) -> bytes:
        """The bytes of the text; of a file that is larger than any that is read, somewhat more than those allowed.

        Raises:
            UnreadableError: the file cannot be read.
        """
        if self.line is not None:
            return self.line
        try:
            with self.path.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError as error:
            raise UnreadableError(_refusal(error)) from error


class Items(NamedTuple):
    """The texts of a folder by file name and line, and a notice on each entry that is none."""

    items: tuple[Item, ...]
    notices: tuple[Notice, ...]


def items(folder: Path | UPath) -> Items:
    """The texts directly in a folder. Nothing is read but `sources.toml` and files with a record a line.

    Hidden files, `sources.toml` and a README are no texts and need no notice. Links are followed inside the folder
    alone.

    Raises:
        CorpusError: there is no such folder, no text in it, or `sources.toml` is wrong.
    """
    entries = _entries(folder)
    entry_of = sources.load(folder, {printable(path.name) for path in entries if _is_text(path)})
    found: list[Item] = []
    notices: list[Notice] = []
    for path in entries:
        file = printable(path.name)
        if reason := _left_out(path, folder):
            notices.append(Notice(file, reason))
        elif BY_SUFFIX[path.suffix.lower()] != "record":
            found.append(Item(file, None, path, entry_of.get(file)))
        else:
            try:
                for part, line in _records(path):
                    found.append(Item(file, part, path, entry_of.get(file), line))
            except UnreadableError as error:
                notices.append(Notice(file, str(error)))
            except OSError as error:
                notices.append(Notice(file, _refusal(error)))
    return Items(tuple(found), tuple(notices))


def _place(file: str, part: int | None) -> str:
    return file if part is None else f"{file}, line {part}"


def _refusal(error: OSError) -> str:
    return f"cannot be read ({error.strerror or type(error).__name__}); left out, make it readable or remove it"


def _entries(folder: Path | UPath) -> Sequence[Path | UPath]:
    """The entries of the folder that a person put there as texts, sorted by name."""
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise CorpusError(f"{folder}: {what}; name a folder with German texts ({SUFFIXES})")
    try:
        every: list[Path | UPath] = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise CorpusError(f"{folder}: cannot be read ({error.strerror}); make it readable") from error
    entries = [path for path in every if not _is_about(path)]
    if not any(map(_is_text, entries)):
        kinds = Counter(path.suffix.lower() or path.name for path in entries)
        found = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common(3)) or "nothing"
        raise CorpusError(f"{folder}: no texts there (found: {found}); put German texts into it ({SUFFIXES})")
    return entries


def _is_about(path: Path | UPath) -> bool:
    """Whether an entry tells of the corpus and is no part of it."""
    readme = path.stem.lower() == "readme" and path.suffix.lower() != ".txt"
    return path.name.startswith(".") or path.name == sources.FILE or readme


def _is_text(path: Path | UPath) -> bool:
    return path.suffix.lower() in BY_SUFFIX


def _left_out(path: Path | UPath, folder: Path | UPath) -> str | None:
    """Why an entry is not taken up; None where it is."""
    try:
        if path.is_symlink() and not _inside(path, folder):
            return "is a link to a place outside the corpus folder; left out, copy the text itself there"
        if path.is_dir():
            return "is a folder, and texts in it are not read; left out, move them up into the corpus folder"
        if not path.is_file():
            return "is not a regular file; left out, remove or rename it"
    except OSError as error:
        return _refusal(error)
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
        raise UnreadableError(f"is larger than {_MOST_BYTES // 10**6} MB; left out, split it into several files")
    empty = True
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number > _MOST_LINES:
                raise UnreadableError(f"has more than {_MOST_LINES} lines; the rest is left out, split the file")
            if line.strip():
                empty = False
                yield number, line
    if empty:
        raise UnreadableError("holds no records; left out, fill or remove it")
