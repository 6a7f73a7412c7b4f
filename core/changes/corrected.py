"""Which of the changes between two builds follow from what people have decided, and whose decisions these are."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from core.changes.compare import (
    Actor,
    ActorChanges,
    Change,
    ChangedActor,
    ChangedEvent,
    ChangedSource,
    Changes,
    Discrepancy,
    DiscrepancyChanges,
    Event,
    EventChanges,
    Joined,
    Parted,
    Plan,
    SourceChanges,
)
from core.changes.journal import Build
from core.changes.since import News
from core.corrections.model import (
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


class DecidedBy(NamedTuple):
    """Who has decided what: the name, which may be missing, the kind of decision, and whether it was taken back."""

    by: str | None
    field: str
    taken_back: bool


People = Mapping[str, Sequence[DecidedBy]]
"""What people have decided, by the ids of the events, actors and documents that it is about."""


def by_people(
    news: News,
    builds: Sequence[Build],
    lines: Sequence[Line],
    event_of: Callable[[Collection[str]], Mapping[str, str]],
) -> People:
    """What people have decided between the two builds that are compared.

    Args:
        news: what is new in one build since another.
        builds: all that are remembered, the oldest first.
        lines: all lines that people have written.
        event_of: gives the events of now of some claims, by the ids of these; a claim that is gone has none.

    A line that takes another back is about what that was about. An event is meant by the ids that it has had after any
    of its claims. That something is right as it is changes nothing.
    """
    if news.since is None:
        return {}
    said = {line.id: line for line in lines}
    made = [(line, _decision(line, said)) for line in _between(news, news.since, builds, lines)]
    meant = [(line, what) for line, what in made if what is not None and not isinstance(what, Checked)]
    events = event_of({claim for _, what in meant for claim in _claims(what)})
    about: dict[str, list[DecidedBy]] = defaultdict(list)
    for line, what in meant:
        for one in dict.fromkeys(_subjects(what, events)):
            about[one].append(DecidedBy(shown(line.by), kind(what), line.what is None))
    return {one: tuple(some) for one, some in about.items()}


def _between(news: News, since: Build, builds: Sequence[Build], lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that two builds differ in, whenever they were written: another person's may come in long after that.

    Where the builds do not remember these, those of the time between. It begins with the build before the earlier one:
    what was decided while that was at work came into the next.
    """
    if news.decisions is not None:
        came, went = news.decisions
        yield from (line for line in lines if line.id in came or line.undoes in went)
        return
    begin = next((build for build in reversed(builds) if build < since), since).time
    yield from (line for line in lines if begin <= line.at <= news.build.time)


def _decision(line: Line, said: Mapping[str, Line]) -> Decision | None:
    """What a line decides, or what that decided which it takes back, however often this went on."""
    while line.what is None:
        earlier = said.get(line.undoes or "")
        if earlier is None:
            return None
        line = earlier
    return line.what


def _claims(decision: Decision) -> set[str]:
    """The claims that a decision is about, by the ids that they had."""
    if not isinstance(decision, OfEvents | OfClaims):
        return set()
    others = decision.other if isinstance(decision, OfEvents) else ()
    return {one.claim_id for one in (*decision.about, *others) if one.claim_id}


def _subjects(decision: Decision, events: Mapping[str, str]) -> Iterator[str]:
    """What a decision is about; of claims the events that they are of now, and those that were called after them."""
    if isinstance(decision, OfDocument):
        yield decision.about.doc_id
    elif isinstance(decision, OfEvents | OfClaims):
        claims = sorted(_claims(decision))
        yield from (f"e{one[1:]}" for one in claims)
        yield from (events[one] for one in claims if one in events)
    else:
        others = decision.other if isinstance(decision, OtherActor) else ()
        same = (decision.other,) if isinstance(decision, SameActor) else ()
        yield from (one.table_id for one in (decision.about, *others, *same))


def deciding(change: Change, people: People) -> tuple[DecidedBy, ...]:
    """The decisions that a change follows from; none where it is news, or a source tells it."""
    every = dict.fromkeys(decided for one in dict.fromkeys(_ids(change)) for decided in people.get(one, ()))
    if isinstance(change, Event):
        return tuple(one for one in every if one.field in _THERE)
    if isinstance(change, ChangedEvent | Discrepancy):
        fields = change.fields if isinstance(change, ChangedEvent) else (change.field,)
        return tuple(one for one in every if one.field in (*fields, *_THERE, "doc_day"))
    return tuple(every)


def without(changes: Changes, people: People) -> Changes:
    """What is new, without what follows from people's decisions."""
    return Changes(
        _news(changes.events, people),
        _news(changes.discrepancies, people),
        _news(changes.actors, people),
        _news(changes.sources, people),
        changes.code,
    )


_Part = TypeVar("_Part", EventChanges, DiscrepancyChanges, ActorChanges, SourceChanges)


def _news(part: _Part, people: People) -> _Part:
    told = {name: tuple(one for one in some if not deciding(one, people)) for name, some in part._asdict().items()}
    return part._replace(**told)


_THERE = ("not_event", "same_event", "other_event")
"""Kinds of decisions by which there is an event more, or one less."""


def _ids(change: Change) -> Iterator[str]:
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
