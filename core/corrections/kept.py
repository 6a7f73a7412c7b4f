"""The file of decisions beside the texts: read, added to, taken back from, and joined with another person's."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from upath import UPath

from core import journal
from core.corrections.model import Decision, Line, Point, in_force, points, says
from core.errors import ToldError
from core.messages import Message
from core.model import NamedParty, in_words

FILE = journal.CORRECTIONS

Prefer = Literal["later", "ours", "theirs"]
"""Which of two decisions about one point holds when files are joined: the later one, the file's own, the other's."""


class CorrectionError(ToldError):
    """A decision that cannot be kept or taken back; the message is one line that says what to do."""


class Conflict(NamedTuple):
    """Two lines in force, of two files, that decide one point differently; `holds` is the one that will hold."""

    ours: Line
    theirs: Line
    holds: Line


class Merged(NamedTuple):
    """What joining two files gives: the lines to be added, in order, and what was decided differently."""

    added: tuple[Line, ...]
    conflicts: tuple[Conflict, ...]


def read(folder: Path | UPath) -> tuple[Line, ...]:
    """All lines of a corpus folder's file, in order; none where there is no such file.

    Raises:
        JournalError: the file cannot be read, or a line of it is wrong.
    """
    return journal.read(folder / FILE, Line)


def add(
    folder: Path,
    decision: Decision,
    *,
    by: str | None = None,
    why: str | None = None,
    was: str | tuple[NamedParty, ...] | None = None,
    at: datetime | None = None,
) -> Line:
    """Keep a decision; the line is on the disk when this returns.

    Args:
        folder: the corpus folder.
        decision: what is decided.
        by: who says so.
        why: for which reason.
        was: what the tables said, for people.
        at: when it was said, as `now` gives it; where that is left out, now.

    Raises:
        JournalError: the file cannot be written to. Nothing has been kept.
        CorrectionError: the decision breaks a rule of its kind. Nothing has been kept.
    """
    parties = was if isinstance(was, tuple) else ()
    before = in_words(was) if isinstance(was, tuple) else was
    line = Line(_id(), at or now(), by or None, why or None, decision, before, was_parties=parties)
    try:
        msgspec.json.decode(msgspec.json.encode(line), type=Line)  # what is made in Python is not checked there
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise CorrectionError(Message("{why}; correct the value", why=str(error))) from error
    journal.append(folder / FILE, [line])
    return line


def undo(folder: Path, line_id: str, *, by: str | None = None, why: str | None = None) -> Line:
    """Take a line back by a later one. Of a line that takes another back, this brings the other back.

    Raises:
        CorrectionError: there is no such line, or it has been taken back.
        JournalError: the file cannot be read or written to.
    """
    lines = read(folder)
    if not any(line.id == line_id for line in lines):
        raise CorrectionError(
            Message("{file}: there is no line `{id}`; `lagebild corrections list` shows all", file=FILE, id=line_id)
        )
    if line_id in undone(lines):
        raise CorrectionError(Message("{file}: the line `{id}` has been taken back already", file=FILE, id=line_id))
    line = Line(_id(), now(), by or None, why or None, undoes=line_id)
    journal.append(folder / FILE, [line])
    return line


def undone(lines: Iterable[Line]) -> frozenset[str]:
    """The ids of the lines that are taken back, and stay so."""
    taken: set[str] = set()
    for line in reversed(tuple(lines)):
        if line.undoes is not None and line.id not in taken:
            taken.add(line.undoes)
    return frozenset(taken)


def merge(ours: Sequence[Line], theirs: Sequence[Line], prefer: Prefer = "later") -> Merged:
    """What is to be added to a file so that it says what another one says, too.

    Lines are known by their ids. Where both decide one point differently, one holds, by when it was said unless told
    otherwise; where that is the file's own, it is said again behind the other's. Who had the file's own line, too, and
    went on to another decision, contradicts nobody.
    """
    known, seen = {line.id for line in ours}, {line.id for line in theirs}
    added = [line for line in theirs if line.id not in known]
    fresh = {line.id for line in added}
    joined = (*ours, *added)
    taken = undone(joined)
    own = _by_point(line for line in in_force(ours) if line.id not in taken)
    others = _by_point(line for line in in_force(theirs) if line.id in fresh and line.id not in taken)
    conflicts: dict[tuple[str, str], Conflict] = {}
    for point in own.keys() & others.keys():
        one, other = own[point], others[point]
        if one.id not in seen and _value(one) != _value(other):
            conflicts[one.id, other.id] = Conflict(one, other, _holding(one, other, prefer))
    place = {line.id: at for at, line in enumerate(joined)}
    listed = sorted(conflicts.values(), key=lambda one: (place[one.ours.id], place[one.theirs.id]))
    again = dict.fromkeys(one.ours for one in listed if one.holds is one.ours)
    return Merged((*added, *(msgspec.structs.replace(line, id=_id()) for line in again)), tuple(listed))


def import_(folder: Path, other: Path, prefer: Prefer = "later") -> Merged:
    """Add another person's lines to the folder's file; see `merge`.

    Raises:
        CorrectionError: there is no such file.
        JournalError: a file cannot be read or written to, or a line is wrong. Nothing has been added.
    """
    if not other.is_file():
        raise CorrectionError(
            Message("{file}: there is no such file; name one that `lagebild corrections export` wrote", file=str(other))
        )
    merged = merge(read(folder), journal.read(other, Line), prefer)
    journal.append(folder / FILE, merged.added)
    return merged


def export(folder: Path, file: Path) -> int:
    """Write the folder's lines into a file of their own; how many there are.

    Raises:
        CorrectionError: the file is there already, or cannot be written.
        JournalError: the folder's file cannot be read.
    """
    lines = read(folder)
    try:
        with file.open("xb") as out:
            out.writelines(msgspec.json.encode(line) + b"\n" for line in lines)
    except OSError as error:
        raise CorrectionError(
            Message("{file}: cannot be written ({why}); choose another name", file=str(file), why=str(error.strerror))
        ) from error
    return len(lines)


def _by_point(lines: Iterable[Line]) -> dict[Point, Line]:
    """The line that decides each point."""
    return {point: line for line in lines if line.what is not None for point in points(line.what)}


def _value(line: Line) -> tuple[type[Decision], str] | None:
    return None if line.what is None else (type(line.what), says(line.what))


def _holding(ours: Line, theirs: Line, prefer: Prefer) -> Line:
    if prefer == "later":
        return ours if ours.at > theirs.at else theirs
    return ours if prefer == "ours" else theirs


def _id() -> str:
    return secrets.token_hex(8)


def now() -> datetime:
    """The time as lines have it: what is said at once has one time."""
    return datetime.now(UTC).replace(microsecond=0)
