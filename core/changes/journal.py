"""The builds that are remembered: a file each in the folder `history` beside the tables, named like the set of tables.

Names begin with the time of the build, so that they sort by it. A file is written whole or not at all. The history is
no part of a set of tables: a build from nothing in another folder has none, and gives the same tables.
"""

import datetime
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
import pyarrow as pa

from core import store
from core.changes.state import Documents, State
from core.errors import LagebildError
from core.tables import TableError, read_arrow

HISTORY = "history"
_ENDING = ".state"
_ASIDE = ".new-"


class _Made(msgspec.Struct, frozen=True):
    """The part of a state that says what its tables were made from; the rest of the file is skipped."""

    code: str = ""
    documents: Documents = Documents()
    decisions: tuple[str, ...] | None = None

    def decided_otherwise(self, before: "_Made") -> bool:
        """Whether it has the same texts as an earlier build, read in the same way, and other decisions of people.

        What else is remembered of documents does not count, as people correct it, too.
        """
        known = self.decisions is not None and before.decisions is not None
        return known and self.decisions != before.decisions and self._texts == before._texts

    @property
    def _texts(self) -> tuple[object, ...]:
        return self.code, self.documents.ids, self.documents.digests


Remembered = TypeVar("Remembered", State, _Made)
_MADE = msgspec.msgpack.Decoder(_Made)
_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(State)
_VERSION = b"lagebild state 1\n"  # to be raised whenever the fields of a state change; others are passed over


class HistoryError(LagebildError):
    """What is remembered of a build cannot be had; the message is one line that says what to do."""


class Build(NamedTuple):
    """A build that is remembered: the name of its set of tables, which begins with the time of the build."""

    name: str

    @property
    def time(self) -> datetime.datetime:
        """When its tables were put in place."""
        return datetime.datetime.strptime(self.name.partition("-")[0], store.TIME).replace(tzinfo=datetime.UTC)


class Journal:
    """The builds that an output folder remembers, the oldest first."""

    def __init__(self, folder: Path) -> None:
        """Look which builds there are; nothing is read of them."""
        self._folder = folder / HISTORY
        self.builds = _builds(path.name for path in self._folder.glob(f"*{_ENDING}"))

    def at(self, name: str) -> Build | None:
        """The last build up to that of a set of tables, which need not be remembered; None where none is as old."""
        return next((build for build in reversed(self.builds) if build.name <= name), None)

    def begin_of(self, day: datetime.date) -> Build | None:
        """The last build before a day of this machine's time zone began; None where none is as old."""
        begin = datetime.datetime.combine(day, datetime.time()).astimezone()
        return next((build for build in reversed(self.builds) if build.time < begin), None)

    def before(self, build: Build) -> Build | None:
        """The build before the last one, up to this, that came of more than what people decide of the same texts.

        Where all came of that alone, it is the last that differs from this in anything that is remembered; None where
        there is none either.

        Raises:
            HistoryError: what is remembered of a build on the way is damaged, or was written by another Lagebild.
        """
        differing = None
        passed = ((one, *self._made(one)) for one in reversed(self.builds) if one <= build)
        for (_, made, content), (earlier, made_before, content_before) in pairwise(passed):
            if content == content_before:
                continue
            if not made.decided_otherwise(made_before):
                return earlier
            differing = differing or earlier
        return differing

    def _made(self, build: Build) -> tuple["_Made", bytes]:
        """What the tables of a build were made from, and all that is remembered of it, as it stands in the file."""
        path = self._path(build)
        content = _content(path)
        return _decoded(path, content, _MADE), content

    def state(self, build: Build) -> State:
        """What is remembered of a build.

        Raises:
            HistoryError: the file is damaged, or was written by another Lagebild.
        """
        path = self._path(build)
        return _decoded(path, _content(path), _DECODER)

    def keep(self, name: str, state: State) -> None:
        """Remember a build, and forget those that are not to be kept any longer.

        Raises:
            OSError: the disk refuses.
        """
        self._folder.mkdir(exist_ok=True)
        for stale in self._folder.glob(f"{_ASIDE}*"):
            stale.unlink(missing_ok=True)
        encoded = _ENCODER.encode(state)
        aside = self._folder / f"{_ASIDE}{name}"
        aside.write_bytes(b"%b%d\n%b" % (_VERSION, len(encoded), pa.compress(encoded, codec="zstd", asbytes=True)))
        store.sync(aside)
        aside.replace(self._path(Build(name)))
        store.sync(self._folder)
        self.builds = tuple(sorted({*self.builds, Build(name)}))
        keep = kept(self.builds)
        for build in self.builds:
            if build not in keep:
                self._path(build).unlink(missing_ok=True)
        self.builds = tuple(build for build in self.builds if build in keep)

    def _path(self, build: Build) -> Path:
        return self._folder / f"{build.name}{_ENDING}"


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _decoded(path: Path, content: bytes, decoder: msgspec.msgpack.Decoder[Remembered]) -> Remembered:
    if not content.startswith(_VERSION):
        raise HistoryError(f"{path}: was written by another Lagebild; compare with a later build, or remove it")
    size, _, packed = content.removeprefix(_VERSION).partition(b"\n")
    try:
        return decoder.decode(pa.decompress(packed, int(size), codec="zstd", asbytes=True))
    except (OSError, ValueError, MemoryError, msgspec.MsgspecError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> HistoryError:
    return HistoryError(f"{path}: cannot be read ({error}); remove it")


def kept(builds: Iterable[Build]) -> frozenset[Build]:
    """Those of builds that go on being remembered: the last, and the last one of each recent hour and each recent day.

    Hours and days are counted back from the last build, so that nothing is forgotten where nothing is built.
    """
    from core.changes.thresholds import thresholds  # what checks it takes a quarter of a second to import

    ordered, least = sorted(builds), thresholds()
    if not ordered:
        return frozenset()
    hours = _hour(ordered[-1]) - datetime.timedelta(hours=least.hours)
    days = ordered[-1].time.date() - datetime.timedelta(days=least.days)
    of_hour = {_hour(one): one for one in ordered if _hour(one) > hours}
    of_day = {one.time.date(): one for one in ordered if one.time.date() > days}
    return frozenset({*ordered[-least.last :], *of_hour.values(), *of_day.values()})


def _hour(build: Build) -> datetime.datetime:
    return build.time.replace(minute=0, second=0, microsecond=0)


def kept_files(names: Iterable[str]) -> frozenset[str]:
    """Those files of a history that go on being kept, by name."""
    return frozenset(f"{build.name}{_ENDING}" for build in kept(_builds(names)))


def _builds(names: Iterable[str]) -> tuple[Build, ...]:
    """The builds that files of a history are of, the oldest first."""
    return tuple(map(Build, sorted(filter(store.is_name, (name.removesuffix(_ENDING) for name in names)))))


def remember(folder: Path, tables: "dict[str, pa.Table] | None" = None) -> None:
    """Have the journal of an output folder know its current set of tables; the caller holds the folder's lock.

    Args:
        folder: the output folder.
        tables: the set, where it is at hand; else it is read, unless it is known already or cannot be read.

    Raises:
        StoreError: the history cannot be written.
    """
    current = store.manifest(folder)
    if current is None or Build(name := current["set"]) in (journal := Journal(folder)).builds:
        return
    try:
        tables = tables or read_arrow(folder / store.SETS / name)
    except TableError:  # tables of another Lagebild, or damaged ones, which the next build makes anew
        return
    try:
        journal.keep(name, State.of(tables, str(current.get("code", ""))))
    except OSError as error:
        raise store.refused(folder, error) from error
