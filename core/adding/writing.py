"""Changes of a corpus folder that are whole or not at all, each with what it takes to take it back.

Others may change the folder at the same time: by Lagebild, then a lock lets one wait for the other; by other programs,
then what has changed since it was looked at is left alone, and told.
"""

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from core.adding import AddingError, entries
from core.adding.folder import REMOVED, digest, held, named, written
from core.adding.planning import Addition
from core.corpus import sources
from core.corpus.sources import FILE
from core.corpus.unpacking import stem
from core.messages import Message
from core.store import sync

Entry = Mapping[str, str]


@dataclass(frozen=True)
class Record:
    """What a change did: the files that it put in, by the digest of their bytes; the files that it took out, by the
    name that they have in the folder of those removed; and what `sources.toml` said before of each file it touched."""

    put: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, Mapping[str | None, Entry]] = field(default_factory=dict)


def add(folder: Path, additions: Sequence[Addition]) -> Record:
    """Put files into the folder, with what is said about them.

    Raises:
        AddingError: a name has been taken, or a file that makes room has changed, since that was decided; or the
            folder cannot be written to. Nothing has been changed.
        CorpusError: `sources.toml` is wrong, or would be. Nothing has been changed.
    """
    with _editing(folder) as change:
        for one in additions:
            for file, seen in one.replaces.items():
                change.expect(file, seen)
                if file != one.file:
                    change.take_out(file)
            if one.file in change.paths and one.file not in one.replaces:
                raise AddingError(_there(one.file))
            change.put(one.file, one.data)
            if any(one.values.values()) or one.file in one.replaces:
                change.describe(one.file, one.values)
            for doc_id, values in one.of_articles.items():
                change.describe(one.file, values, doc_id)
    return change.record


def correct(folder: Path, file: str, values: Entry, seen: Entry | None, doc_id: str | None = None) -> Record:
    """Change what `sources.toml` says of a file or of one of its articles.

    Values that are empty are taken out, other keys are left alone.

    Args:
        folder: the corpus folder.
        file: the file's name.
        values: the new values.
        seen: what was said before, as whoever decided saw it; None where there was no entry.
        doc_id: the id of the article; None for the file as a whole.

    Raises:
        AddingError: the file is gone, its entry has changed meanwhile, or the folder cannot be written to. Nothing has
            been changed.
        CorpusError: `sources.toml` is wrong, or would be. Nothing has been changed.
    """
    with _editing(folder) as change:
        if file not in change.paths:
            raise AddingError(_gone(file))
        if entries.every(change.text, file).get(doc_id) != seen:
            raise AddingError(
                Message("{file}: somebody else has changed what is said of it; look at it again", file=file)
            )
        change.describe(file, values, doc_id)
    return change.record


def remove(folder: Path, file: str) -> Record:
    """Move a file out of the corpus, into a hidden folder beside the texts, and its entry with it.

    Raises:
        AddingError: the file is gone, or the folder cannot be written to. Nothing has been changed.
        CorpusError: `sources.toml` is wrong, or would be. Nothing has been changed.
    """
    with _editing(folder) as change:
        if file not in change.paths:
            raise AddingError(_gone(file))
        change.take_out(file)
    return change.record


def take_back(folder: Path, record: Record) -> Record:
    """Undo a change: what it put in is removed, what it took out is there again, entries are as they were before.

    Raises:
        AddingError: a file has been changed since, or the folder cannot be written to. Nothing has been changed.
        CorpusError: `sources.toml` is wrong, or would be. Nothing has been changed.
    """
    with _editing(folder) as change:
        for file, seen in record.put.items():
            change.expect(file, seen)
            if file not in record.removed:
                change.take_out(file)
        for file, name in record.removed.items():
            if file in change.paths and file not in record.put:
                raise AddingError(_there(file))
            change.put(file, (folder / REMOVED / name).read_bytes())
        for file, before in record.before.items():
            change.restore(file, before if file in change.paths else {})
    return change.record


class _Change:
    """A change as it is put together: nothing is written before `_write`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = named(folder)
        self.text = self._text = written(folder)
        sources.load(folder, set(self.paths))
        self._data: dict[str, bytes] = {}
        self._out: dict[str, Path] = {}
        self._removed: dict[str, str] = {}
        self._before: dict[str, dict[str | None, dict[str, str]]] = {}

    @property
    def record(self) -> Record:
        """What was done."""
        return Record({file: digest(data) for file, data in self._data.items()}, self._removed, self._before)

    def expect(self, file: str, seen: str) -> None:
        """Refuse the change unless a file is there and holds what it held."""
        try:
            same = file in self.paths and digest(self.paths[file].read_bytes()) == seen
        except OSError:
            same = False
        if not same:
            raise AddingError(Message("{file}: has been changed or removed meanwhile; look at it again", file=file))

    def put(self, file: str, data: bytes) -> None:
        """Have a file hold this."""
        if file in self.paths:
            self._out[file] = self.paths[file]
        self.paths.setdefault(file, self.folder / file)
        self._data[file] = data

    def take_out(self, file: str) -> None:
        """Have a file, and what is said of it, be removed."""
        self._out[file] = self.paths.pop(file)
        self.forget(file)

    def forget(self, file: str) -> None:
        """Have nothing be said of a file."""
        self._remember(file)
        self.text = entries.without(self.text, file)

    def describe(self, file: str, values: Entry, doc_id: str | None = None) -> None:
        """Have this be said of a file, or of one of its articles."""
        self._remember(file)
        self.text = entries.with_values(self.text, file, values, doc_id)

    def restore(self, file: str, before: Mapping[str | None, Entry]) -> None:
        """Have of a file and its texts be said what was said before."""
        self._remember(file)
        now = entries.every(self.text, file)
        if now.keys() - before.keys():
            self.text, now = entries.without(self.text, file), {}
        for doc_id, entry in before.items():
            values = {**dict.fromkeys(now.get(doc_id, {}), ""), **entry}
            self.text = entries.with_values(self.text, file, values, doc_id)

    def _remember(self, file: str) -> None:
        self._before.setdefault(file, entries.every(self._text, file))

    def write(self) -> None:
        """Do it; what fails half-way is taken back."""
        aside = self.folder / f".new-{secrets.token_hex(6)}"
        aside.mkdir()
        try:
            new = {file: aside / str(number) for number, file in enumerate(self._data)}
            for file, data in self._data.items():
                _write(new[file], data)
            _write(aside / FILE, self.text.encode())
            sources.load(aside, set(self.paths))
            with ExitStack() as back:
                for file, path in self._out.items():
                    self._keep(file, path, back)
                for file in self._data:
                    self.paths[file].parent.mkdir(parents=True, exist_ok=True)
                    _place(new[file], self.paths[file], back)
                if self.text != self._text:
                    (aside / FILE).replace(self.folder / FILE)
                back.pop_all()
            for file, path in self._out.items():
                if file not in self._data:  # only now: nothing speaks of it any more
                    path.unlink()
            sync(self.folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def _keep(self, file: str, path: Path, back: ExitStack) -> None:
        """Keep a copy of a file among those removed, with what was said of it."""
        removed = self.folder / REMOVED
        name, number = file, 1
        while (removed / name).exists():
            number += 1
            name = f"{stem(file)}-{number}{path.suffix}"
        (removed / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, removed / name)
        back.callback((removed / name).unlink)
        self._removed[file] = name
        if said := entries.every(self._text, file):
            text = written(removed)
            for doc_id, entry in said.items():
                text = entries.with_values(text, name, entry, doc_id)
            _write(removed / f".{FILE}", text.encode())
            _place(removed / f".{FILE}", removed / FILE, back)


@contextmanager
def _editing(folder: Path) -> Iterator[_Change]:
    """Put a change together and, at the end of the block, do it, while nobody else changes the folder."""
    try:
        with held(folder):
            change = _Change(folder)
            yield change
            change.write()
    except OSError as error:
        raise AddingError(
            Message(
                "{place}: {why}; nothing has been changed",
                place=str(error.filename or folder),
                why=error.strerror or str(error),
            )
        ) from error


def _there(file: str) -> Message:
    return Message("{file}: is in the folder by now; look at it again", file=file)


def _gone(file: str) -> Message:
    return Message("{file}: is not in the folder any more; look at it again", file=file)


def _place(new: Path, to: Path, back: ExitStack) -> None:
    """Put a file in the place of another, in one step that can be taken back."""
    old = to.read_bytes() if to.exists() else None
    new.replace(to)
    back.callback(to.unlink if old is None else lambda: to.write_bytes(old))


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
