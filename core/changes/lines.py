"""What is new, in words and as JSON: what the command prints. Each line is followed by the passages it rests on."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from core.changes.compare import Changes, Discrepancy, Event, Plan
from core.changes.journal import Build
from core.changes.outcomes import Passage
from core.changes.since import News

PASSAGES = 3
"""So many passages stand under a line."""


def passages(tables: Mapping[str, pa.Table], events: Iterable[Event]) -> dict[str, tuple[Passage, ...]]:
    """Of each of these events of now its passages, those of the documents that are named first."""
    order = {event.event_id: {doc_id: at for at, doc_id in enumerate(event.documents)} for event in events}
    claims = tables["claims"].select(["event_id", "doc_id", "start", "end", "quote"])
    told: dict[str, list[Passage]] = defaultdict(list)
    for row in claims.filter(pc.is_in(claims["event_id"], pa.array(list(order), pa.string()))).to_pylist():
        told[row.pop("event_id")].append(Passage(**row))
    return {
        event_id: tuple(sorted(some, key=lambda one: (order[event_id].get(one.doc_id, len(some)), one.start)))
        for event_id, some in told.items()
    }


def present(changes: Changes) -> Iterator[Event]:
    """The events of now that are named."""
    events = changes.events
    yield from events.new
    for some in (events.plans, events.more_sources, events.changed, events.joined):
        yield from (one.event for one in some)
    for parted in events.parted:
        yield from parted.events
    for some_points in changes.discrepancies:
        yield from (one.event for one in some_points)


def as_json(news: News, tables: Mapping[str, pa.Table]) -> str:
    """What is new as one JSON object, with the passages of each event of now under its id."""
    shown = {
        "build": _build(news.build),
        "since": news.since and _build(news.since),
        "exact": news.exact,
        "forgotten": news.forgotten and _build(news.forgotten),
        "code_changed": news.changes.code,
        **{name: _named(getattr(news.changes, name)) for name in ("events", "discrepancies", "actors", "sources")},
        "passages": {event: _named(some) for event, some in passages(tables, present(news.changes)).items()},
    }
    return json.dumps(msgspec.to_builtins(shown), ensure_ascii=False)


def _build(build: Build) -> dict[str, str]:
    return {"name": build.name, "time": build.time.isoformat(timespec="seconds")}


def _named(value: Any) -> Any:
    """Named tuples as dictionaries, all the way down."""
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            return {name: _named(one) for name, one in zip(value._fields, value, strict=True)}
        return [_named(one) for one in value]
    return value


def as_lines(news: News, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """What is new, a line for each thing under a line for each kind, with passages under these."""
    if news.since is None:
        yield "No earlier build is remembered: what is new can be told from the next build on"
        return
    yield f"Since {since_text(news)}:"
    if news.changes.code and news.changes:
        yield "Lagebild's code or vocabulary has changed since then; part of this comes of that"
    if not news.changes:
        yield "Nothing is new"
        return
    told = passages(tables, present(news.changes))
    for heading, lines in _sections(news.changes, told):
        if lines:
            yield f"{heading} ({sum(not line.startswith(' ') for line in lines)})"
            yield from (f"  {line}" for line in lines)


def since_text(news: News) -> str:
    """Since which build, in words."""
    assert news.since is not None  # noqa: S101 - asked for only where there is one
    oldest = "" if news.exact else ", the oldest that is remembered"
    if news.forgotten:
        asked = f"that of {news.forgotten.time.astimezone():%Y-%m-%d %H:%M} is not remembered any more"
        oldest = f"{oldest}, as {asked}" if oldest else f", the last before it, as {asked}"
    return f"the build of {news.since.time.astimezone():%Y-%m-%d %H:%M} ({news.since.name}){oldest}"


_Told = Mapping[str, Sequence[Passage]]


def _sections(changes: Changes, told: _Told) -> Iterator[tuple[str, list[str]]]:
    events, actors, sources = changes.events, changes.actors, changes.sources

    def lines(
        some: Iterable[Any], line: Callable[[Any], str], event: Callable[[Any], Event] | None = None
    ) -> list[str]:
        return [
            text
            for one in some
            for text in (line(one), *(_passages(told.get(event(one).event_id, ())) if event is not None else ()))
        ]

    headings = {
        "reported": "Planned, and reported now",
        "moved": "Planned, and moved now",
        "denied": "Planned, and denied now",
    }
    for outcome, heading in headings.items():
        plans = [plan for plan in events.plans if plan.outcome == outcome]
        yield heading, [text for plan in plans for text in _plan(plan, told.get(plan.event.event_id, ()))]
    yield "New events", lines(events.new, _of, lambda one: one)
    yield (
        "Told by more sources",
        lines(events.more_sources, lambda one: f"{_of(one.event)}: {one.before} -> {one.now}", lambda one: one.event),
    )
    yield (
        "Told otherwise",
        lines(
            events.changed,
            lambda one: f"{_of(one.event)}: " + ", ".join(_change(one.was, one.event, name) for name in one.fields),
            lambda one: one.event,
        ),
    )
    yield (
        "Events that are one now",
        lines(events.joined, lambda one: f"{_of(one.event)}, of {len(one.were)} events", lambda one: one.event),
    )
    yield (
        "Events that are several now",
        [f"{_of(one.was)}: {', '.join(event.event_id for event in one.events)}" for one in events.parted],
    )
    yield "Events that are gone", list(map(_of, events.gone))
    yield "New discrepancies", lines(changes.discrepancies.new, _point, lambda one: one.event)
    yield "Resolved discrepancies", lines(changes.discrepancies.resolved, _point, lambda one: one.event)
    yield "New actors", [f"{one.actor_id} {_line(one.name)}" for one in actors.new]
    yield "Actors merged into others", [_was(one.was.actor_id, one.actor.actor_id) for one in actors.merged]
    yield "Actors under another id", [_was(one.was.actor_id, one.actor.actor_id) for one in actors.renamed]
    yield "Actors parted from others", [_was(one.was.actor_id, one.actor.actor_id) for one in actors.parted]
    yield "Actors that are gone", [f"{one.actor_id} {_line(one.name)}" for one in actors.gone]
    yield "New sources", [f"{one.doc_id} {_line(one.title)}" for one in sources.new]
    yield (
        "Changed sources",
        [
            f"{_was(one.was, one.doc_id) if one.was != one.doc_id else one.doc_id}: {', '.join(one.fields)}"
            for one in sources.changed
        ],
    )
    yield "Sources that are gone", [f"{one.doc_id} {_line(one.title)}" for one in sources.gone]


def _of(event: Event) -> str:
    return f"{event.event_id} {_line(event.title)} ({_when(event)})"


def _when(event: Event) -> str:
    return f"{event.status}, {event.date or 'no date'}"


def _plan(plan: Plan, told: Sequence[Passage]) -> Iterator[str]:
    """A plan, with the passage that tells of it now before that which announced it."""
    yield f"{_of(plan.event)} (was {_when(plan.was)})"
    if plan.told is None or plan.announced is None:
        yield from _passages(told)
        return
    yield from _passages([plan.told, plan.announced])


def _change(was: Event, event: Event, name: str) -> str:
    before, now = (getattr(one, name) or "none" for one in (was, event))
    return f"{name} {_line(before)} -> {_line(now)}"


def _point(one: Discrepancy) -> str:
    return f"{_of(one.event)}: {one.field} {' / '.join(map(_line, one.values))}"


def _was(before: str, now: str) -> str:
    return f"{before} -> {now}"


def _passages(some: Sequence[Passage]) -> Iterator[str]:
    for one in some[:PASSAGES]:
        yield f"  {one.doc_id} {one.start}-{one.end}: {_line(one.quote)}"
    if len(some) > PASSAGES:
        yield f"  and {len(some) - PASSAGES} more"


def _line(text: str) -> str:
    """A text on one line, without what a terminal would take for a command."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
