"""What is new, in words and as JSON: what the command prints. Each line is followed by the passages it rests on."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from core.changes.compare import Actor, Change, ChangedActor, Changes, ComparedSource, Discrepancy, Event, Plan
from core.changes.corrected import DecidedBy, People, deciding
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


def as_json(news: News, tables: Mapping[str, pa.Table], people: People) -> str:
    """What is new as one JSON object, with the passages of each event of now under its id.

    Each change has what people have decided that it follows from as `decided`, which is empty where it is news.
    """
    shown = {
        "build": _build(news.build),
        "since": news.since and _build(news.since),
        "exact": news.exact,
        "forgotten": news.forgotten and _build(news.forgotten),
        "code_changed": news.changes.code,
        **{
            part: {
                name: [{**_named(one), "decided": _named(deciding(one, people))} for one in some]
                for name, some in getattr(news.changes, part)._asdict().items()
            }
            for part in ("events", "discrepancies", "actors", "sources")
        },
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


def as_lines(news: News, tables: Mapping[str, pa.Table], people: People) -> Iterator[str]:
    """What is new, a line for each thing under a line for each kind, with passages under these.

    What follows from what people have decided comes last, each with who decided what.
    """
    if news.since is None:
        yield "No earlier build is remembered: what is new can be told from the next build on"
        return
    yield f"Since {since_text(news)}:"
    if news.changes.code and news.changes:
        yield "Lagebild's code or vocabulary has changed since then; part of this comes of that"
    if not news.changes:
        yield "Nothing is new"
        return
    sections = list(_sections(news.changes, passages(tables, present(news.changes))))
    for heading, told in sections:
        yield from _under(heading, [one for one in told if not deciding(one.change, people)])
    decided = [
        (heading, [_decided(one, people) for one in told if deciding(one.change, people)]) for heading, told in sections
    ]
    if count := sum(len(told) for _, told in decided):
        yield f"What follows from corrections ({count}); no source tells this, people have decided it or taken it back"
        for heading, told in decided:
            yield from (f"  {line}" for line in _under(heading, told))


def since_text(news: News) -> str:
    """Since which build, in words."""
    assert news.since is not None  # noqa: S101 - asked for only where there is one
    oldest = "" if news.exact else ", the oldest that is remembered"
    if news.forgotten:
        asked = f"that of {news.forgotten.time.astimezone():%Y-%m-%d %H:%M} is not remembered any more"
        oldest = f"{oldest}, as {asked}" if oldest else f", the last before it, as {asked}"
    return f"the build of {news.since.time.astimezone():%Y-%m-%d %H:%M} ({news.since.name}){oldest}"


_Passages = Mapping[str, Sequence[Passage]]
_One = TypeVar("_One", bound=Change)


class _Told(NamedTuple):
    """A change, its line, and the lines of the passages that it rests on."""

    change: Change
    line: str
    passages: tuple[str, ...] = ()


def _under(heading: str, told: Sequence[_Told]) -> Iterator[str]:
    """Changes of one kind under a heading with their number; nothing where there are none."""
    if not told:
        return
    yield f"{heading} ({len(told)})"
    for one in told:
        yield f"  {one.line}"
        yield from (f"    {line}" for line in one.passages)


def _decided(told: _Told, people: People) -> _Told:
    """A change with who has decided what, or has taken it back."""
    who = "; ".join(dict.fromkeys(map(_who, deciding(told.change, people))))
    return told._replace(line=f"{told.line} [{who}]")


def _who(one: DecidedBy) -> str:
    taken_back = " taken back" if one.taken_back else ""
    return _line(f"{one.field}{taken_back} by {one.by}" if one.by else f"{one.field}{taken_back}")


def _sections(changes: Changes, passages: _Passages) -> Iterator[tuple[str, list[_Told]]]:
    events, actors, sources = changes.events, changes.actors, changes.sources

    def told(
        some: Iterable[_One], line: Callable[[_One], str], event: Callable[[_One], Event] | None = None
    ) -> list[_Told]:
        return [
            _Told(one, line(one), tuple(_passages(passages.get(event(one).event_id, ()))) if event else ())
            for one in some
        ]

    headings = {
        "reported": "Planned, and reported now",
        "moved": "Planned, and moved now",
        "denied": "Planned, and denied now",
    }
    for outcome, heading in headings.items():
        plans = [plan for plan in events.plans if plan.outcome == outcome]
        yield heading, [_plan(plan, passages.get(plan.event.event_id, ())) for plan in plans]
    yield "New events", told(events.new, _of, lambda one: one)
    yield (
        "Told by more sources",
        told(events.more_sources, lambda one: f"{_of(one.event)}: {one.before} -> {one.now}", lambda one: one.event),
    )
    yield (
        "Told otherwise",
        told(
            events.changed,
            lambda one: f"{_of(one.event)}: " + ", ".join(_change(one.was, one.event, name) for name in one.fields),
            lambda one: one.event,
        ),
    )
    yield (
        "Events that are one now",
        told(events.joined, lambda one: f"{_of(one.event)}, of {len(one.were)} events", lambda one: one.event),
    )
    yield (
        "Events that are several now",
        told(events.parted, lambda one: f"{_of(one.was)}: {', '.join(event.event_id for event in one.events)}"),
    )
    yield "Events that are gone", told(events.gone, _of)
    yield "New discrepancies", told(changes.discrepancies.new, _point, lambda one: one.event)
    yield "Resolved discrepancies", told(changes.discrepancies.resolved, _point, lambda one: one.event)
    yield "New actors", told(actors.new, _actor)
    yield "Actors merged into others", told(actors.merged, _other_actor)
    yield "Actors under another id", told(actors.renamed, _other_actor)
    yield "Actors parted from others", told(actors.parted, _other_actor)
    yield "Actors that are gone", told(actors.gone, _actor)
    yield "New sources", told(sources.new, _source)
    yield (
        "Changed sources",
        told(
            sources.changed,
            lambda one: (
                f"{_was(one.was, one.doc_id) if one.was != one.doc_id else one.doc_id}: {', '.join(one.fields)}"
            ),
        ),
    )
    yield "Sources that are gone", told(sources.gone, _source)


def _of(event: Event) -> str:
    return f"{event.event_id} {_line(event.title)} ({_when(event)})"


def _when(event: Event) -> str:
    return f"{event.status}, {event.date or 'no date'}"


def _actor(actor: Actor) -> str:
    return f"{actor.actor_id} {_line(actor.name)}"


def _other_actor(one: ChangedActor) -> str:
    return _was(one.was.actor_id, one.actor.actor_id)


def _source(source: ComparedSource) -> str:
    return f"{source.doc_id} {_line(source.title)}"


def _plan(plan: Plan, passages: Sequence[Passage]) -> _Told:
    """A plan, with the passage that tells of it now before that which announced it."""
    both = passages if plan.told is None or plan.announced is None else (plan.told, plan.announced)
    return _Told(plan, f"{_of(plan.event)} (was {_when(plan.was)})", tuple(_passages(both)))


def _change(was: Event, event: Event, name: str) -> str:
    before, now = (getattr(one, name) or "none" for one in (was, event))
    return f"{name} {_line(before)} -> {_line(now)}"


def _point(one: Discrepancy) -> str:
    return f"{_of(one.event)}: {one.field} {' / '.join(map(_line, one.values))}"


def _was(before: str, now: str) -> str:
    return f"{before} -> {now}"


def _passages(some: Sequence[Passage]) -> Iterator[str]:
    for one in some[:PASSAGES]:
        yield f"{one.doc_id} {one.start}-{one.end}: {_line(one.quote)}"
    if len(some) > PASSAGES:
        yield f"and {len(some) - PASSAGES} more"


def _line(text: str) -> str:
    """A text on one line, without what a terminal would take for a command."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
