"""Notes on passages, events and actors, put together from the lines of their journal."""

from collections.abc import Iterable

import msgspec

from core.anchors import Anchor
from core.briefings.stops import Reference
from core.signatures import shown


class OnPassage(msgspec.Struct, frozen=True, tag="passage"):
    """The note is on a stretch of a text."""

    anchor: Anchor


class OnEvent(msgspec.Struct, frozen=True, tag="event"):
    """The note is on an event."""

    event: Reference


class OnActor(msgspec.Struct, frozen=True, tag="actor"):
    """The note is on an actor."""

    actor: Reference


About = OnPassage | OnEvent | OnActor
"""What a note can be on."""


class Written(msgspec.Struct, frozen=True, tag="written"):
    """There is a new note; without a text it is a bookmark."""

    note: str
    about: About
    text: str


class Rewritten(msgspec.Struct, frozen=True, tag="rewritten"):
    """A note has another text; `was` is the one that was seen."""

    note: str
    text: str
    was: str


class Struck(msgspec.Struct, frozen=True, tag="struck"):
    """A note is gone."""

    note: str


class Noted(msgspec.Struct, frozen=True):
    """A line of the journal of notes: who did what, and when (UTC)."""

    id: str
    at: str
    by: str | None
    what: Written | Rewritten | Struck


class Note(msgspec.Struct, frozen=True):
    """A note: what it is on, its text (none for a bookmark), who wrote it and when, and when it was first written.

    `also_written` are texts that somebody else gave it at the same time, until it is written anew.
    """

    id: str
    about: About
    text: str
    by: str | None
    at: str
    first: str
    also_written: tuple[str, ...] = ()


def folded(lines: Iterable[Noted]) -> tuple[Note, ...]:
    """The notes that the lines of a journal leave, the oldest first."""
    notes: dict[str, Note] = {}
    struck: set[str] = set()
    for line in lines:
        match line.what:
            case Written(note=id_, about=about, text=text) if id_ not in notes:
                notes[id_] = Note(id_, about, text, shown(line.by), line.at, line.at)
            case Rewritten(note=id_, text=text, was=was) if id_ in notes:
                note = notes[id_]
                unseen = note.text and note.text not in (text, was)
                also = (*note.also_written, note.text) if unseen else ()
                notes[id_] = msgspec.structs.replace(note, text=text, by=shown(line.by), at=line.at, also_written=also)
                struck.discard(id_)
            case Struck(note=id_):
                struck.add(id_)
    return tuple(note for id_, note in notes.items() if id_ not in struck)
