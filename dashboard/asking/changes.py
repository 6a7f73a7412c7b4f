"""What of the changes since an earlier build a selection shows, and the words that these rest on."""

from collections.abc import Callable, Container, Iterable, Mapping
from typing import NamedTuple, TypeVar

from core.changes.compare import (
    ActorChanges,
    Changes,
    DiscrepancyChanges,
    Event,
    EventChanges,
    SourceChanges,
)
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters, Shown

One = TypeVar("One")


class Selected(NamedTuple):
    """The changes that a selection shows, and how many it leaves out."""

    changes: Changes
    left_out: int


def select(corpus: Corpus, changes: Changes, shown: Shown, filters: Filters) -> Selected:
    """The changes of the shown events, of who takes part in them and of the documents that tell of them.

    What is gone is in no selection: only without any filter it is shown.
    """
    if filters == Filters():
        return Selected(changes, 0)
    events = shown.dated.index.append(shown.undated.index)
    documents = set(corpus.claims.among(events)["doc_id"])
    actors = set(corpus.parts.among(events)["actor_id"])
    of, points, people, sources = changes.events, changes.discrepancies, changes.actors, changes.sources
    kept = Changes(
        EventChanges(
            plans=tuple(one for one in of.plans if one.event.event_id in events or one.plan_id in events),
            new=_among(of.new, events, lambda one: one.event_id),
            more_sources=_among(of.more_sources, events, lambda one: one.event.event_id),
            changed=_among(of.changed, events, lambda one: one.event.event_id),
            joined=_among(of.joined, events, lambda one: one.event.event_id),
            parted=tuple(one for one in of.parted if any(event.event_id in events for event in one.events)),
        ),
        DiscrepancyChanges(*(_among(some, events, lambda one: one.event.event_id) for some in points)),
        ActorChanges(
            new=_among(people.new, actors, lambda one: one.actor_id),
            merged=_among(people.merged, actors, lambda one: one.actor.actor_id),
            renamed=_among(people.renamed, actors, lambda one: one.actor.actor_id),
            parted=_among(people.parted, actors, lambda one: one.actor.actor_id),
        ),
        SourceChanges(
            new=_among(sources.new, documents, lambda one: one.doc_id),
            changed=_among(sources.changed, documents, lambda one: one.doc_id),
        ),
        changes.code,
    )
    return Selected(kept, _number(changes) - _number(kept))


def _among(some: Iterable[One], ids: Container[str], id_of: Callable[[One], str]) -> tuple[One, ...]:
    return tuple(one for one in some if id_of(one) in ids)


def _number(changes: Changes) -> int:
    return sum(len(some) for part in changes[:4] for some in part)


def quotes(corpus: Corpus, events: Iterable[Event]) -> Mapping[str, str]:
    """Of each of these events of now the first quote in the first of the documents that it names."""
    first = {event.event_id: event.documents[0] for event in events if event.documents}
    claims = corpus.tables.of("claims", set(first.values()), ("event_id", "doc_id", "start", "quote")).to_pylist()
    said: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim["start"]):
        if first.get(claim["event_id"]) == claim["doc_id"]:
            said.setdefault(claim["event_id"], claim["quote"])
    return said
