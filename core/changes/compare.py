"""Compares what two builds remember: from both states to what is new, as typed values. Nothing is read from disk.

An event is gone only where none of its claims is left, and new where none was there: events that were joined or parted
are told as that. Of an event that several became one of, the one that shares most claims is what it was.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from core.changes.matching import Matching
from core.changes.outcomes import Fate, Outcome, Passage, outcome
from core.changes.state import Difference as Kept
from core.changes.state import State
from core.model import ActorKind, Status
from core.openset import OpenSet

EventField = Literal["type", "status", "date", "place"]
SourceField = Literal["text", "title", "outlet", "published", "name"]


class ComparedSource(NamedTuple):
    """A document."""

    doc_id: str
    title: str


class ChangedSource(NamedTuple):
    """A document that is still there; `was` is its id before, `fields` what of it is other than it was."""

    doc_id: str
    title: str
    was: str
    fields: tuple[SourceField, ...]


class Event(NamedTuple):
    """An event of one of the two builds with its documents, those first that did not tell of it before.

    `first` and `last` are the first and the last possible day; they and `date` are missing where no source dates it.
    """

    event_id: str
    title: str
    title_en: str
    type: str
    status: Status
    date: str | None
    first: datetime.date | None
    last: datetime.date | None
    place: str | None
    documents: tuple[str, ...]


class MoreSources(NamedTuple):
    """An event that more sources tell of now: how many did before, and how many do; copies of one text are one."""

    event: Event
    before: int
    now: int


class Plan(NamedTuple):
    """Something that was announced, as it was, the event that tells of it now, and what has become of it.

    `announced` and `told` are passages of the tables of now: what the earlier source says, and what the newer one does.
    They are missing where no new claim, but a person or other rules of extraction, has made it another event. `plan_id`
    is the id of now of what was announced: that of `event`, unless the two are events apart.
    """

    outcome: Outcome
    was: Event
    event: Event
    plan_id: str
    announced: Passage | None = None
    told: Passage | None = None


class ChangedEvent(NamedTuple):
    """An event of which something is told otherwise now."""

    was: Event
    event: Event
    fields: tuple[EventField, ...]


class Joined(NamedTuple):
    """Several events that are one now."""

    were: tuple[Event, ...]
    event: Event


class Parted(NamedTuple):
    """One event that is several now."""

    was: Event
    events: tuple[Event, ...]


class Discrepancy(NamedTuple):
    """A point on which sources of an event differ."""

    event: Event
    field: str
    values: tuple[str, str]


class Actor(NamedTuple):
    """An actor."""

    actor_id: str
    name: str
    name_en: str | None
    kind: ActorKind


class ChangedActor(NamedTuple):
    """An actor of now, and which it was, or was a part of, before."""

    was: Actor
    actor: Actor


Change = (
    Event | Plan | MoreSources | ChangedEvent | Joined | Parted | Discrepancy | Actor | ChangedActor | ComparedSource
    | ChangedSource
)  # fmt: skip
"""One thing that is new."""


class EventChanges(NamedTuple):
    """What is new of events; `plans` come before all else: what is among them is not among `new` or `changed`."""

    plans: tuple[Plan, ...] = ()
    new: tuple[Event, ...] = ()
    more_sources: tuple[MoreSources, ...] = ()
    changed: tuple[ChangedEvent, ...] = ()
    joined: tuple[Joined, ...] = ()
    parted: tuple[Parted, ...] = ()
    gone: tuple[Event, ...] = ()


class DiscrepancyChanges(NamedTuple):
    """What is new of discrepancies; those of events that are gone are not resolved."""

    new: tuple[Discrepancy, ...] = ()
    resolved: tuple[Discrepancy, ...] = ()


class ActorChanges(NamedTuple):
    """What is new of actors: merged into one that was there, or under another id; parted from one that still is."""

    new: tuple[Actor, ...] = ()
    merged: tuple[ChangedActor, ...] = ()
    renamed: tuple[ChangedActor, ...] = ()
    parted: tuple[ChangedActor, ...] = ()
    gone: tuple[Actor, ...] = ()


class SourceChanges(NamedTuple):
    """What is new of documents."""

    new: tuple[ComparedSource, ...] = ()
    changed: tuple[ChangedSource, ...] = ()
    gone: tuple[ComparedSource, ...] = ()


class Changes(NamedTuple):
    """What is new. `code` says whether code or vocabulary are others: part of the rest may come of that."""

    events: EventChanges = EventChanges()
    discrepancies: DiscrepancyChanges = DiscrepancyChanges()
    actors: ActorChanges = ActorChanges()
    sources: SourceChanges = SourceChanges()
    code: bool = False

    def __bool__(self) -> bool:
        """Whether anything is new, apart from code and vocabulary."""
        return any(some for part in self[:4] for some in part)


def compare(before: State, now: State, tables: OpenSet | None = None) -> Changes:
    """What is new in a build, as compared with an earlier one.

    Args:
        before: what the earlier build remembers.
        now: what the build remembers.
        tables: its tables, to find in new sources what has become of plans; without them only what was joined is told.

    Raises:
        TableError: a table is damaged.
    """
    from core.changes.plans import fates  # the vocabulary of claims takes a quarter of a second

    matching = Matching(before, now)
    return Changes(
        _events(before, now, matching, fates(before, now, matching, tables) if tables else {}),
        _discrepancies(before, now, matching),
        _actors(before, now, matching),
        _sources(before, now, matching),
        before.code != now.code,
    )


def _events(before: State, now: State, matching: Matching, told: Mapping[int, Fate]) -> EventChanges:
    plans: list[Plan] = []
    new: list[Event] = []
    more: list[MoreSources] = []
    changed: list[ChangedEvent] = []
    joined: list[Joined] = []
    telling = {fate.event for fate in told.values() if fate.outcome}
    rows = tuple(
        list(zip(one.types, one.statuses, one.dates, one.places, one.n_documents, strict=True))
        for one in (before.events, now.events)
    )
    for at in range(len(now.events.ids)):
        former = matching.predecessors.get(at)
        if not former:
            if at not in telling:
                new.append(_event(now, at))
            continue
        was = former[0]
        if len(former) == 1 and rows[0][was] == rows[1][at] and at not in told:  # as nearly all of them
            continue
        fields = tuple(_fields(before, was, now, at))
        counts = before.events.n_documents[was], now.events.n_documents[at]
        # An event that became several is told of as that one of them which shares most claims with it.
        if (fields or counts[0] < counts[1] or at in told) and matching.successors[was][0] == at:
            event = _event(now, at, _told_by(before, former, matching))
            fate = told.get(at)
            became = fate.outcome if fate else outcome(before, was, now, at)
            if fate and became:
                by = event if fate.event == at else _event(now, fate.event)
                plans.append(Plan(became, _event(before, was), by, event.event_id, fate.announced, fate.told))
            elif became:
                plans.append(Plan(became, _event(before, was), event, event.event_id))
            elif fields:
                changed.append(ChangedEvent(_event(before, was), event, fields))
            if counts[0] < counts[1]:
                more.append(MoreSources(event, *counts))
        ended_here = [one for one in former if matching.successors[one][0] == at]
        if len(ended_here) > 1:
            joined.append(Joined(tuple(_event(before, one) for one in ended_here), _event(now, at)))
    parted: list[Parted] = []
    gone: list[Event] = []
    for at in range(len(before.events.ids)):
        after = matching.successors.get(at, ())
        if not after:
            gone.append(_event(before, at))
        elif len(after) == 1:
            continue
        began_here = [one for one in after if matching.predecessors[one][0] == at]
        if len(began_here) > 1:
            parted.append(Parted(_event(before, at), tuple(_event(now, one) for one in began_here)))
    return EventChanges(
        tuple(plans), tuple(new), tuple(more), tuple(changed), tuple(joined), tuple(parted), tuple(gone)
    )


def _event(state: State, at: int, known: frozenset[int] = frozenset()) -> Event:
    """An event by its place; `known` are documents that told of it before, which come last."""
    events = state.events
    documents = sorted(state.sources_of.get(at, ()), key=lambda one: (one in known, one))
    return Event(
        events.ids[at],
        events.titles[at],
        events.titles_en[at],
        events.types[at],
        events.statuses[at],
        events.dates[at],
        _day(events.firsts[at]),
        _day(events.lasts[at]),
        events.places[at],
        tuple(state.documents.ids[one] for one in documents),
    )


def _day(ordinal: int | None) -> datetime.date | None:
    return None if ordinal is None else datetime.date.fromordinal(ordinal)


def _told_by(before: State, events: tuple[int, ...], matching: Matching) -> frozenset[int]:
    """The places that the documents have now which told of earlier events."""
    told = (matching.documents.get(document) for event in events for document in before.sources_of.get(event, ()))
    return frozenset(document for document in told if document is not None)


def _fields(before: State, was: int, now: State, at: int) -> Iterator[EventField]:
    old, new = before.events, now.events
    if old.types[was] != new.types[at]:
        yield "type"
    if old.statuses[was] != new.statuses[at]:
        yield "status"
    if old.dates[was] != new.dates[at]:
        yield "date"
    if old.places[was] != new.places[at]:
        yield "place"


def _discrepancies(before: State, now: State, matching: Matching) -> DiscrepancyChanges:
    after = ((matching.successors.get(kept.event), kept) for kept in before.differences)
    old = {Kept(events[0], kept.field, kept.values) for events, kept in after if events}
    new = set(now.differences)
    return DiscrepancyChanges(
        *(
            tuple(Discrepancy(_event(now, one.event), one.field, one.values) for one in sorted(some))
            for some in (new - old, old - new)
        )
    )


def _actors(before: State, now: State, matching: Matching) -> ActorChanges:
    here, known = set(now.actors.ids), set(before.actors.ids)
    successors = set(matching.renamed.values())
    parted = {new: old for new, old in matching.parted.items() if new not in successors}
    pairs = [ChangedActor(_actor(before, old), _actor(now, new)) for old, new in matching.renamed.items()]
    return ActorChanges(
        new=tuple(
            _actor(now, at)
            for at, actor_id in enumerate(now.actors.ids)
            if actor_id not in known and at not in successors and at not in parted
        ),
        merged=tuple(pair for pair in pairs if pair.actor.actor_id in known),
        renamed=tuple(pair for pair in pairs if pair.actor.actor_id not in known),
        parted=tuple(ChangedActor(_actor(before, old), _actor(now, new)) for new, old in parted.items()),
        gone=tuple(
            _actor(before, at)
            for at, actor_id in enumerate(before.actors.ids)
            if actor_id not in here and at not in matching.renamed
        ),
    )


def _actor(state: State, at: int) -> Actor:
    actors = state.actors
    return Actor(actors.ids[at], actors.names[at], actors.names_en[at], actors.kinds[at])


def _sources(before: State, now: State, matching: Matching) -> SourceChanges:
    kept, stayed = matching.documents, set(matching.documents.values())
    changed = (_changed_source(before, old, now, new) for old, new in kept.items())
    return SourceChanges(
        tuple(_source(now, at) for at in range(len(now.documents.ids)) if at not in stayed),
        tuple(one for one in changed if one.fields),
        tuple(_source(before, at) for at in range(len(before.documents.ids)) if at not in kept),
    )


def _source(state: State, at: int) -> ComparedSource:
    return ComparedSource(state.documents.ids[at], state.documents.titles[at])


def _changed_source(before: State, old: int, now: State, new: int) -> ChangedSource:
    was, is_ = before.documents, now.documents
    same: dict[SourceField, bool] = {
        "text": was.digest(old) == is_.digest(new),
        "title": was.titles[old] == is_.titles[new],
        "outlet": was.outlets[old] == is_.outlets[new],
        "published": was.published[old] == is_.published[new],
        "name": was.ids[old] == is_.ids[new],
    }
    fields = tuple(name for name, stands in same.items() if not stands)
    return ChangedSource(is_.ids[new], is_.titles[new], was.ids[old], fields)
