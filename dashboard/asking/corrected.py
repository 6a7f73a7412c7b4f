"""Which of the changes between two builds follow from what people have decided, and whose decisions these are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from core.changes.compare import (
    Actor,
    ChangedActor,
    ChangedEvent,
    ChangedSource,
    Discrepancy,
    Event,
    Joined,
    Parted,
    Plan,
)
from core.corrections.model import (
    ActorReference,
    Checked,
    Decision,
    Line,
    OfClaims,
    OfDocument,
    OfEvents,
    OtherActor,
    SameActor,
    kind,
)
from core.signatures import shown
from dashboard.asking.corpus import Corpus


class Decided(NamedTuple):
    """Who has decided what: the name, which may be missing, the kind of decision, and whether it was taken back."""

    by: str | None
    field: str
    taken_back: bool


def by_people(
    corpus: Corpus, lines: Sequence[Line], begin: datetime, end: datetime
) -> Mapping[str, tuple[Decided, ...]]:
    """The decisions of a time by the ids of the events, actors and documents that they are about.

    Args:
        corpus: the corpus.
        lines: all lines that people have written.
        begin: when the time begins.
        end: when it ends.

    A line that takes another back is about what that was about. An event is meant by the ids that it has had after any
    of its claims. That something is right as it is changes nothing.
    """
    said = {line.id: line for line in lines}
    about: dict[str, list[Decided]] = defaultdict(list)
    for line in lines:
        decision = _decision(line, said)
        if begin <= line.at <= end and decision is not None and not isinstance(decision, Checked):
            for one in dict.fromkeys(_subjects(corpus, decision)):
                about[one].append(Decided(shown(line.by), kind(decision), line.what is None))
    return {one: tuple(some) for one, some in about.items()}


def _decision(line: Line, said: Mapping[str, Line]) -> Decision | None:
    """What a line decides, or what that decided which it takes back, however often this went on."""
    while line.what is None:
        earlier = said.get(line.undoes or "")
        if earlier is None:
            return None
        line = earlier
    return line.what


def _subjects(corpus: Corpus, decision: Decision) -> Iterator[str]:
    if isinstance(decision, OfDocument):
        yield decision.about.doc_id
    elif isinstance(decision, OfEvents):
        yield from _events(corpus, (one.claim_id for one in (*decision.about, *decision.other)))
    elif isinstance(decision, OfClaims):
        yield from _events(corpus, (one.claim_id for one in decision.about))
    else:
        others = decision.other if isinstance(decision, OtherActor) else ()
        same = (decision.other,) if isinstance(decision, SameActor) else ()
        yield from map(_actor, (decision.about, *others, *same))


def _events(corpus: Corpus, claims: Iterable[str]) -> Iterator[str]:
    """The events that claims are of now, and those that were called after them."""
    ids = {one for one in claims if one}
    yield from (f"e{one[1:]}" for one in sorted(ids))
    rows = corpus.claims.rows
    yield from rows.loc[rows["claim_id"].isin(ids), "event_id"]


def _actor(reference: ActorReference) -> str:
    return reference.vocabulary or reference.actor_id


def deciding(change: Any, people: Mapping[str, Sequence[Decided]]) -> tuple[Decided, ...]:
    """The decisions that a change follows from; none where it is news, or a source tells it."""
    every = dict.fromkeys(decided for one in dict.fromkeys(_ids(change)) for decided in people.get(one, ()))
    if isinstance(change, Event):
        return tuple(one for one in every if one.field in _THERE)
    if isinstance(change, ChangedEvent | Discrepancy):
        fields = change.fields if isinstance(change, ChangedEvent) else (change.field,)
        return tuple(one for one in every if one.field in (*fields, *_THERE, "doc_day"))
    return tuple(every)


_THERE = ("not_event", "same_event", "other_event")
"""Kinds of decisions by which there is an event more, or one less."""


def _ids(change: Any) -> Iterator[str]:
    match change:
        case Plan(told=None):
            yield change.event.event_id
        case ChangedEvent():
            yield from (change.was.event_id, change.event.event_id)
            if "date" in change.fields:
                yield from change.event.documents  # a day of publication that was corrected
        case Event():
            yield change.event_id
        case Joined():
            yield from (one.event_id for one in (change.event, *change.were))
        case Parted():
            yield from (one.event_id for one in (change.was, *change.events))
        case Discrepancy():
            yield change.event.event_id
        case Actor():
            yield change.actor_id
        case ChangedActor():
            yield from (change.was.actor_id, change.actor.actor_id)
        case ChangedSource() if not {"text", "name"} & {*change.fields}:
            yield change.doc_id
