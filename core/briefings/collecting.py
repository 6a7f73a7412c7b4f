"""Collections, put together from the lines of their journal.

Lines name a stop by its id and a place by the stop before it, so that each means the same whatever others have done
meanwhile. What is written to after it was removed is there again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from msgspec import UNSET, UnsetType

from core.briefings.stops import Stop, What
from core.signatures import shown


class Made(msgspec.Struct, frozen=True, tag="made"):
    """There is a new collection."""

    collection: str
    title: str


class Renamed(msgspec.Struct, frozen=True, tag="renamed"):
    """A collection has another title."""

    collection: str
    title: str


class Deleted(msgspec.Struct, frozen=True, tag="deleted"):
    """A collection is gone."""

    collection: str


class Added(msgspec.Struct, frozen=True, tag="added", omit_defaults=True):
    """A collection has one stop more, at its end."""

    collection: str
    stop: str
    shows: What
    title: str = ""
    words: str = ""


class Removed(msgspec.Struct, frozen=True, tag="removed"):
    """A stop is gone."""

    collection: str
    stop: str


class Moved(msgspec.Struct, frozen=True, tag="moved"):
    """A stop stands behind another one, or first of all."""

    collection: str
    stop: str
    behind: str | None


class Edited(msgspec.Struct, frozen=True, tag="edited", omit_defaults=True):
    """A stop has another title, other words, or shows something else; `was` are the title and words that were seen."""

    collection: str
    stop: str
    title: str | UnsetType = UNSET
    words: str | UnsetType = UNSET
    shows: What | UnsetType = UNSET
    was_title: str | UnsetType = UNSET
    was_words: str | UnsetType = UNSET


Change = Made | Renamed | Deleted | Added | Removed | Moved | Edited
"""What a line of the journal of collections can say."""


class Kept(msgspec.Struct, frozen=True):
    """A line of the journal of collections: who did what, and when (UTC)."""

    id: str
    at: str
    by: str | None
    what: Change


class Collection(msgspec.Struct, frozen=True):
    """Stops in an order, with the title of the whole, who made it, and when it was last changed."""

    id: str
    title: str
    stops: tuple[Stop, ...]
    by: str | None
    changed: str


@dataclass
class _Path:
    """A collection while its lines are read; `order` has the removed stops, too, as others may stand behind them."""

    title: str
    by: str | None
    changed: str
    gone: bool = False
    stops: dict[str, Stop] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)


def folded(lines: Iterable[Kept]) -> tuple[Collection, ...]:
    """The collections that the lines of a journal leave, the oldest first."""
    paths: dict[str, _Path] = {}
    for line in lines:
        path = paths.setdefault(line.what.collection, _Path("", shown(line.by), line.at))
        path.changed = line.at
        path.gone = isinstance(line.what, Deleted)
        _apply(path, line.what, shown(line.by))
    return tuple(
        Collection(
            id_,
            path.title,
            tuple(path.stops[stop] for stop in path.order if stop not in path.removed),
            path.by,
            path.changed,
        )
        for id_, path in paths.items()
        if not path.gone
    )


def _apply(path: _Path, change: Change, by: str | None) -> None:
    match change:
        case Made(title=title) | Renamed(title=title):
            path.title = title
        case Added(stop=stop) if stop not in path.stops:
            path.stops[stop] = Stop(stop, change.shows, change.title, change.words, by)
            path.order.append(stop)
        case Removed(stop=stop) if stop in path.stops:
            path.removed.add(stop)
        case Moved(stop=stop, behind=behind) if stop in path.stops and stop != behind:
            path.order.remove(stop)
            # Behind a stop that nobody has added, it goes to the end.
            at = 0 if behind is None else path.order.index(behind) + 1 if behind in path.stops else len(path.order)
            path.order.insert(at, stop)
            path.removed.discard(stop)
        case Edited(stop=stop) if stop in path.stops:
            path.stops[stop] = _edited(path.stops[stop], change)
            path.removed.discard(stop)


def _edited(stop: Stop, change: Edited) -> Stop:
    """A stop after an edit; what somebody else wrote meanwhile, and this edit did not see, is kept beside it."""
    unseen = [
        now
        for now, new, was in (
            (stop.title, change.title, change.was_title),
            (stop.words, change.words, change.was_words),
        )
        if now and new is not UNSET and was is not UNSET and now not in (new, was)
    ]
    kept = {
        name: value
        for name, value in (("title", change.title), ("words", change.words), ("what", change.shows))
        if value is not UNSET
    }
    also = (*stop.also_written, *unseen) if unseen else () if change.words is not UNSET else stop.also_written
    return msgspec.structs.replace(stop, **kept, also_written=tuple(dict.fromkeys(also)))
