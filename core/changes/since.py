"""What is new in a set of tables since an earlier build, a day, or the set that a reader saw last."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from core import store
from core.changes.compare import Changes, compare
from core.changes.journal import Build, HistoryError, Journal
from core.changes.state import State
from core.openset import OpenSet

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Decisions(NamedTuple):
    """The lines of people's decisions that came into force between two builds, and those that went out of it, by id."""

    came: frozenset[str]
    went: frozenset[str]


class News(NamedTuple):
    """What is new in a build.

    Args:
        build: the build that is looked at.
        since: the earlier one that it is compared with; None where none is remembered.
        exact: whether that is what was asked for; else none so old is remembered, and it is the oldest there is.
        changes: what is new.
        forgotten: the earlier build that was asked for, where it is not remembered any more: `since` is the last one
            before it or, where none is as old, the oldest.
        decisions: what people decided differently; None where one of the builds does not remember what they had.
    """

    build: Build
    since: Build | None
    exact: bool
    changes: Changes
    forgotten: Build | None = None
    decisions: Decisions | None = None


def valid(since: str) -> bool:
    """Whether a text can say since when: a day, as 2026-11-29, or the name of a set of tables."""
    if not _DAY.fullmatch(since):
        return store.is_name(since)
    try:
        date.fromisoformat(since)
    except ValueError:
        return False
    return True


def news(folder: Path, name: str | None = None, since: str | None = None, tables: OpenSet | None = None) -> News:
    """What is new in a set of tables.

    Args:
        folder: the output folder.
        name: the set; without it, the one that is in place or, in a folder without a manifest, the last remembered.
        since: the name of the set, or the day (from whose begin on all is new), since when; without it, since the
            build before the last new texts (see `Journal.before`).
        tables: the set, where it is open already.

    Raises:
        HistoryError: nothing is remembered of the set, what is remembered is damaged, or `since` means nothing.
        TableError: a table is damaged.
    """
    journal = Journal(folder)
    name = name or (store.manifest(folder) or {}).get("set")
    build = journal.at(name) if name else next(reversed(journal.builds), None)
    if build is None or (name and build.name != name):
        raise HistoryError(f"{folder}: nothing is remembered of these tables; `lagebild build` does so from now on")
    earlier, exact = _earlier(journal, build, since)
    if earlier is None:
        return News(build, None, False, Changes())
    forgotten = _forgotten(journal, build, since)
    if earlier == build:
        return News(build, earlier, exact, Changes(), forgotten)
    before, now = journal.state(earlier), journal.state(build)
    changes = compare(before, now, tables or _placed(folder, build))
    return News(build, earlier, exact, changes, forgotten, _decisions(before, now))


def _decisions(before: State, now: State) -> Decisions | None:
    if before.decisions is None or now.decisions is None:
        return None
    earlier, later = frozenset(before.decisions), frozenset(now.decisions)
    return Decisions(later - earlier, earlier - later)


def _placed(folder: Path, build: Build) -> OpenSet | None:
    """A set of tables, in its place or, as one that was copied alone, in the folder; None where it is gone."""
    placed = folder / store.SETS / build.name
    if placed.is_dir():
        return OpenSet(placed)
    return OpenSet(folder) if (folder / "claims.parquet").is_file() else None


def _forgotten(journal: Journal, build: Build, since: str | None) -> Build | None:
    """The build that was asked for by its name, where it is an earlier one that is not remembered."""
    if since is None or _DAY.fullmatch(since):
        return None
    asked = Build(since)
    return asked if asked < build and asked not in journal.builds else None


def _earlier(journal: Journal, build: Build, since: str | None) -> tuple[Build | None, bool]:
    """The build to compare with, and whether it is what was asked for; a later one than `build` is none."""
    if since is None:
        return journal.before(build), True
    if not valid(since):
        raise HistoryError(f"{since}: neither a day, such as 2026-11-29, nor a build; `--builds` lists those")
    asked = journal.begin_of(date.fromisoformat(since)) if _DAY.fullmatch(since) else journal.at(since)
    if asked is None:
        oldest = journal.builds[0]
        return (oldest if oldest < build else None), False
    return min(asked, build), True
