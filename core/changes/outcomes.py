"""What may have become of what was announced, and what tells so; what is quick to import of that."""

from typing import Literal, NamedTuple

from core.changes.state import State
from core.model import Status

Outcome = Literal["reported", "moved", "denied"]
"""What has become of something that was announced: sources tell that it took place or goes on; that it is to be on
other days; that it was not or will not be."""

ANNOUNCED: frozenset[Status] = frozenset({"planned", "possible"})


class Passage(NamedTuple):
    """A stretch of a document that tells of an event."""

    doc_id: str
    start: int
    end: int
    quote: str


class Fate(NamedTuple):
    """What has become of a plan: None where what was joined to it is of something else.

    `event` is the place of the event of now that tells so, `announced` and `told` are the passages of both sides.
    """

    outcome: Outcome | None
    event: int
    announced: Passage
    told: Passage


def outcome(before: State, was: int, now: State, at: int) -> Outcome | None:
    """What has become of an announced event by its rows; None where it was not announced, or stands as it was.

    It has moved where no day is left on which it was to be: a day of a month that was named before is no other date.
    """
    if before.events.statuses[was] not in ANNOUNCED:
        return None
    status = now.events.statuses[at]
    if status == "denied":
        return "denied"
    if status not in ANNOUNCED:
        return "reported"
    first, last = before.events.firsts[was], before.events.lasts[was]
    begin, end = now.events.firsts[at], now.events.lasts[at]
    if first is None or last is None or begin is None or end is None:
        return None
    return "moved" if end < first or last < begin else None
