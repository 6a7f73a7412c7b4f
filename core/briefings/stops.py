"""What a stop of a collection shows. Passages, events and actors are held on to by stretches of texts.

A build may give an event or an actor another id; that of the time of collecting is kept for where the stretch is gone.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from core.anchors import Anchor

View = Mapping[str, tuple[str, ...]]
"""What a link of the app says: its parameters with their values."""


class Reference(msgspec.Struct, frozen=True, omit_defaults=True):
    """An event or an actor: its id at the time, and the stretch of a claim or a mention that it is found again by."""

    id: str
    anchor: Anchor | None = None


class Event(msgspec.Struct, frozen=True, tag="event"):
    """An event, with the passages that are to be shown of those that tell of it; none for all."""

    event: Reference
    passages: tuple[Anchor, ...] = ()


class Passages(msgspec.Struct, frozen=True, tag="passages"):
    """A passage of a source, or two side by side."""

    passages: tuple[Anchor, ...]


class Timeline(msgspec.Struct, frozen=True, tag="timeline"):
    """A stretch of the timeline: the view that selects its events, and the days from and to which it reaches."""

    view: View
    first: date
    last: date


class Network(msgspec.Struct, frozen=True, tag="network"):
    """A part of the network: the view that selects its relations, and the actor in its middle, if it has one."""

    view: View
    actor: Reference | None = None


class Text(msgspec.Struct, frozen=True, tag="text"):
    """Nothing but the words of whoever made the stop."""


What = Event | Passages | Timeline | Network | Text
"""What a stop shows."""


class Stop(msgspec.Struct, frozen=True):
    """A stop: what it shows, and a title and words of those who made it.

    Where two wrote a title or words without seeing each other's, the later ones hold, and the earlier are in
    `also_written` until somebody writes them anew, knowing of both.
    """

    id: str
    what: What
    title: str = ""
    words: str = ""
    by: str | None = None
    also_written: tuple[str, ...] = ()
