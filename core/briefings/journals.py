"""Where collections and notes are kept: two journals in the corpus folder."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from heapq import merge
from pathlib import Path

from upath import UPath

from core import journal
from core.briefings import collecting, noting
from core.briefings.collecting import Change, Collection, Kept
from core.briefings.noting import Note, Noted, Rewritten, Struck, Written

COLLECTIONS = "collections.jsonl"
NOTES = "notes.jsonl"


def new_id() -> str:
    """An id that nobody else has given: for a collection, a stop, a note or a line."""
    return secrets.token_hex(8)


def collections(folder: Path) -> tuple[Collection, ...]:
    """The collections of a corpus, the oldest first.

    Raises:
        JournalError: they cannot be read.
    """
    return collecting.folded(journal.read(folder / COLLECTIONS, Kept))


def notes(folder: Path | UPath) -> tuple[Note, ...]:
    """The notes on a corpus, the oldest first, with those in files of one person each, such as `notes.eva.jsonl`.

    Raises:
        JournalError: they cannot be read.
    """
    files = [journal.read(file, Noted) for file in journal.files(folder, NOTES)]
    lines = {line.id: line for line in merge(*files, key=lambda line: line.at)}  # of a copied file, each counts once
    return noting.folded(lines.values())


def keep(folder: Path, changes: Sequence[Change | Written | Rewritten | Struck], by: str | None) -> None:
    """Add changes to the journals of a corpus.

    Args:
        folder: the corpus.
        changes: to its collections and its notes, in order.
        by: who makes them, if that is known.

    Raises:
        JournalError: they cannot be written; none of those to the same journal has been.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    ours = [what for what in changes if isinstance(what, Written | Rewritten | Struck)]
    journal.append(folder / NOTES, [Noted(new_id(), at, by, what) for what in ours])
    rest = [what for what in changes if not isinstance(what, Written | Rewritten | Struck)]
    journal.append(folder / COLLECTIONS, [Kept(new_id(), at, by, what) for what in rest])
