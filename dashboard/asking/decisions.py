"""What people have decided about the events, actors and documents of a corpus, and what that changes at once.

The table `corrections` has what the tables say by it. What was decided, or taken back, since they were made is laid
over them: the tables themselves follow with the next build.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from core.corrections.model import (
    ActorReference,
    Line,
    NewActor,
    NoActor,
    NotEvent,
    OfActor,
    OfClaims,
    OfDocument,
    OfEvents,
    OtherActor,
    OtherEvent,
    Participants,
    Party,
    SameActor,
    kind,
    named,
    says,
)
from core.corrections.states import State as StateInTables
from core.corrections.states import state_of
from core.model import NamedParty, Role
from core.openset import OpenSet
from core.signatures import shown
from core.tables import typed_rows
from core.time import edtf

State = Literal["applied", "overridden", "without_anchor", "no_effect", "pending", "taken_back"]
"""As in the table `corrections`; or not in the tables yet: what is decided, and that it is taken back."""


Value = str | tuple[NamedParty, ...] | None
"""What is said of a field, in the tables' words; of who takes part, the actors."""


class Said(NamedTuple):
    """A decision, as it is told.

    Args:
        line: the id of its line.
        field: what is decided.
        value: the value that it has by that.
        machine: the machine's own, where it is known.
        at: when it was decided.
        by: who did.
        why: for which reason.
        state: what has become of it.
        events: the events that it is about.
        actors: the actors.
        documents: the documents.
        claims: the claims that it is about.
        quote: the words that it is anchored in.
        other: of one about two events, the words that tell of the second.
    """

    line: str
    field: str
    value: Value
    machine: Value
    at: datetime
    by: str | None
    why: str | None
    state: State
    events: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    quote: str | None = None
    other: str | None = None


class Pending(NamedTuple):
    """What the tables do not say yet: lines that hold by now, and the ids of those that do no more."""

    lines: tuple[Line, ...] = ()
    gone: frozenset[str] = frozenset()


def pending(tables: OpenSet, held: Sequence[Line]) -> Pending:
    """What tables do not say yet of the lines that hold."""
    inside = set(tables.read("corrections", ["correction_id"])["correction_id"].to_pylist())
    now = {line.id for line in held}
    return Pending(tuple(line for line in held if line.id not in inside), frozenset(inside - now))


VOUCHED = ("checked", "type", "status", "date", "place", "participants")
"""The kinds of decisions by which a person says what a claim tells."""

OF_EVENTS = ("same_event", "other_event")
"""The kinds of decisions about two events."""

OF_EVENT = ("type", "status", "date", "place", "title")
"""The kinds of decisions that give a field of an event a value, in the order in which they are told."""


@dataclass
class Changes:
    """What is laid over the tables, by ids: values by the kind of decision that gives them.

    `parties` are the actors of events with their roles, `one` says which actors are another, `vouched` are the
    claims that people have corrected or found right, `split_off` those that are of another event than they stand under.
    """

    events: dict[str, dict[str, str | None]] = field(default_factory=lambda: defaultdict(dict))
    parties: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    actors: dict[str, dict[str, str | None]] = field(default_factory=lambda: defaultdict(dict))
    documents: dict[str, dict[str, str | None]] = field(default_factory=lambda: defaultdict(dict))
    one: dict[str, str] = field(default_factory=dict)
    no_events: set[str] = field(default_factory=set)
    no_actors: set[str] = field(default_factory=set)
    vouched: set[str] = field(default_factory=set)
    split_off: set[str] = field(default_factory=set)

    def now(self, actor_id: str) -> str:
        """The actor that an actor is: whose name and card remain."""
        while (then := self.one.get(actor_id)) is not None:
            actor_id = then
        return actor_id

    def taken_in(self, actor_id: str) -> list[str]:
        """The other actors that are this one."""
        return [gone for gone in self.one if self.now(gone) == actor_id]


class CorpusDecisions:
    """What is decided about a corpus, by what it is about.

    Args:
        tables: the corpus' tables.
        waiting: what these do not say yet.
    """

    def __init__(self, tables: OpenSet, waiting: Pending = Pending()) -> None:  # noqa: B008 - never changed
        self.changes = Changes()
        """What is laid over the tables."""
        self._known: set[str] = set()  # the ids of the vocabulary among actors that are one with another
        self.said: list[Said] = []
        """All decisions, the earliest first."""
        corrections = list(typed_rows(tables.read("corrections"), _Correction))
        for one in _by_line(corrections):
            self.said.append(_in_tables(one, one[0].correction_id in waiting.gone))
            if one[0].correction_id in waiting.gone:
                self._machine_again(one)
        if waiting.lines:
            self._events = _events(tables, waiting.lines)
            self._rows = _rows(tables, set(self._events.values()))
            self._participants = _participants(tables, waiting.lines, self._events, corrections)
            for line in waiting.lines:
                self.said.append(self._waiting(line))
        self._index()

    def of_event(self, event_id: str) -> Sequence[Said]:
        """What is decided about an event."""
        return self._of_event[event_id]

    def unsettled(self, event_id: str) -> bool:
        """Whether only the next build knows how sure an event is: what a person vouched for has been taken back."""
        states = {one.state for one in self.of_event(event_id) if one.field in VOUCHED}
        return "taken_back" in states and states.isdisjoint(("applied", "pending"))

    @property
    def titled(self) -> frozenset[str]:
        """The events that have a title by what people have said."""
        held = (one for one in self.said if one.field == "title" and one.state in ("applied", "pending"))
        return frozenset(event_id for one in held for event_id in one.events)

    def of_actor(self, actor_id: str) -> Sequence[Said]:
        """What is decided about an actor."""
        return self._of_actor[actor_id]

    def of_document(self, doc_id: str) -> Sequence[Said]:
        """What is decided about a document."""
        return self._of_document[doc_id]

    def _index(self) -> None:
        self._of_event, self._of_actor, self._of_document = (defaultdict[str, list[Said]](list) for _ in range(3))
        for said in self.said:
            for event_id in said.events:
                self._of_event[event_id].append(said)
            for actor_id in said.actors:
                self._of_actor[actor_id].append(said)
            for doc_id in said.documents:
                self._of_document[doc_id].append(said)

    def _machine_again(self, rows: Sequence["_Correction"]) -> None:
        """Have what the machine says be shown where what replaced it is taken back."""
        for row in rows:
            if row.state != "applied":
                continue
            if row.event_id and row.field in ("type", "status", "place"):
                self.changes.events[row.event_id][row.field] = row.machine
            elif row.event_id and row.field == "date":
                self.changes.events[row.event_id]["date"] = _machine_date(
                    [one for one in rows if one.event_id == row.event_id]
                )
            elif row.actor_id and row.field in ("name", "kind", "country", "role"):
                self.changes.actors[row.actor_id][row.field] = row.machine

    def _waiting(self, line: Line) -> Said:
        """Lay what a line says over the tables."""
        what = line.what
        assert what is not None  # noqa: S101 - lines that take others back are not in force
        now = named(what.value) if isinstance(what, Participants) else says(what) or None
        told = Said(
            line.id, kind(what), now, line.was_parties or line.was, line.at, shown(line.by), line.why, "pending"
        )
        if isinstance(what, OfEvents):
            claims = tuple(one.claim_id for one in (*what.about, *what.other))
            events = self._events_of(claims)
            if isinstance(what, OtherEvent) and len(events) == 1:
                self.changes.split_off |= {one.claim_id for one in what.other}
            quote, other = (some[0].quote.quote for some in (what.about, what.other))
            return told._replace(events=events, claims=claims, quote=quote, other=other)
        if isinstance(what, OfClaims):
            claims = tuple(one.claim_id for one in what.about)
            events = self._events_of(claims)
            if kind(what) in VOUCHED:
                self.changes.vouched.update(claims)
            for event_id in events:
                if sum(self._events.get(one) == event_id for one in claims) == self._rows[event_id].n_claims:
                    self._change(event_id, what)
            machine = self._machine(told, events[0]) if events else told.machine
            return told._replace(events=events, claims=claims, machine=machine, quote=what.about[0].quote.quote)
        if isinstance(what, OfDocument):
            self.changes.documents[what.about.doc_id][kind(what)] = what.value
            return told._replace(documents=(what.about.doc_id,))
        quote = what.about.mention.quote if what.about.mention else what.about.name
        actors = tuple(dict.fromkeys(filter(None, (one.table_id for one in self._of_actors(what)))))
        return told._replace(actors=actors, quote=quote)

    def _machine(self, told: Said, event_id: str) -> Value:
        """The machine's own value, also where the one before was another person's."""
        in_tables = (one for one in self.said if one.field == told.field and event_id in one.events)
        if (said := next((one for one in in_tables if one.state in ("applied", "overridden")), None)) is not None:
            return said.machine
        if told.field == "participants":
            return self._participants.get(event_id, ())
        row = self._rows[event_id]
        by_field = {"type": row.type, "status": row.status, "date": row.date_edtf, "place": row.place}
        return by_field.get(told.field, told.machine)

    def _of_actors(self, what: OfActor) -> Iterator[ActorReference]:
        """Lay what is said of actors over the tables; gives the actors."""
        yield what.about
        match what:
            case SameActor():
                yield what.other
                self._known |= {one.vocabulary for one in (what.about, what.other) if one.vocabulary}
                keep, gone = (self.changes.now(one.table_id) for one in (what.about, what.other))
                if gone in self._known and keep not in self._known:
                    keep, gone = gone, keep
                if keep != gone:
                    self.changes.one[gone] = keep
            case OtherActor():
                yield from what.other
            case NewActor():
                pass  # the tables have nobody yet to lay anything over
            case NoActor():
                self.changes.no_actors.add(what.about.table_id)
            case _:
                self.changes.actors[what.about.table_id][kind(what)] = what.value

    def _events_of(self, claims: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._events[one] for one in claims if one in self._events))

    def _change(self, event_id: str, what: OfClaims) -> None:
        match what:
            case NotEvent():
                self.changes.no_events.add(event_id)
            case Participants():
                self.changes.parties[event_id] = tuple(part for part in map(_part, what.value) if part[0])
            case _ if kind(what) in OF_EVENT:
                self.changes.events[event_id][kind(what)] = getattr(what, "value", None)


def _part(party: Party) -> tuple[str, str]:
    return party.actor.table_id, party.role


class _Correction(NamedTuple):
    """A row of the table `corrections`."""

    correction_id: str
    at: str
    by: str | None
    why: str | None
    field: str
    value: str | None
    machine: str | None
    was: str | None
    parties: str | None
    state: StateInTables
    doc_id: str | None
    quote: str | None
    claim_id: str | None
    event_id: str | None
    actor_id: str | None


def _by_line(rows: Iterable[_Correction]) -> Iterator[Sequence[_Correction]]:
    """The rows of the table, those of each line together."""
    lines: dict[str, list[_Correction]] = defaultdict(list)
    for row in rows:
        lines[row.correction_id].append(row)
    yield from lines.values()


def _in_tables(rows: Sequence[_Correction], taken_back: bool) -> Said:
    """A line that the tables know. It holds where it holds for anything that it is about."""
    first = rows[0]
    state = state_of({row.state for row in rows})
    return Said(
        first.correction_id,
        first.field,
        _parties(first).get("value") or first.value,
        (_machine_date(rows) if first.field == "date" else _machines(rows)) or _parties(first).get("was") or first.was,
        msgspec.convert(first.at, datetime),
        first.by,
        first.why,
        "taken_back" if taken_back else state,
        _each(row.event_id for row in rows),
        _each(row.actor_id for row in rows) if not first.claim_id else (),
        _each(row.doc_id for row in rows) if first.field.startswith("doc_") else (),
        _each(row.claim_id for row in rows),
        first.quote,
        _other(rows) if first.field in OF_EVENTS else None,
    )


def _machines(rows: Iterable[_Correction]) -> Value:
    """The machine's own value: of claims that it tells differently the first one's."""
    return next((machine for row in rows if (machine := _parties(row).get("machine") or row.machine)), None)


def _machine_date(rows: Iterable[_Correction]) -> str | None:
    """The machine's own date of an event: of its claims' the closest, as others may have no more than bounds."""
    return min((row.machine for row in rows if row.machine), key=_breadth, default=None)


def _breadth(when: str) -> timedelta:
    """How many days a date or a bound allows; one with an open end all."""
    first, last = edtf.parse_open(when)
    return last - first if first and last else timedelta.max


def _other(rows: Sequence[_Correction]) -> str | None:
    """The words that tell of the second of two events, which `value` names by its claims, else by its words."""
    second = set((rows[0].value or "").split("; "))
    return next((str(row.quote) for row in rows if second & {row.claim_id, row.quote}), None)


_PARTIES = msgspec.json.Decoder(dict[str, tuple[NamedParty, ...]])


def _parties(row: _Correction) -> Mapping[str, tuple[NamedParty, ...]]:
    """The actors that its columns name, by the column."""
    return _PARTIES.decode(row.parties) if row.parties else {}


def _each(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, ids)))


def _events(tables: OpenSet, lines: Iterable[Line]) -> Mapping[str, str]:
    """The events of the claims that lines are about, by the ids of these."""
    claims: set[str] = set()
    for line in lines:
        if isinstance(line.what, OfClaims | OfEvents):
            claims |= {one.claim_id for one in line.what.about}
        if isinstance(line.what, OfEvents):
            claims |= {one.claim_id for one in line.what.other}
    if not claims:
        return {}
    told = tables.read("claims", ["claim_id", "event_id"])
    some = told.filter(pc.is_in(told["claim_id"], value_set=pa.array(sorted(claims), pa.string())))
    return dict(zip(some["claim_id"].to_pylist(), some["event_id"].to_pylist(), strict=True))


class _Event(NamedTuple):
    """What the tables say of an event that a decision can change, and how many claims it has."""

    event_id: str
    n_claims: int
    type: str
    status: str
    date_edtf: str | None
    place: str | None


def _rows(tables: OpenSet, events: set[str]) -> Mapping[str, _Event]:
    """What the tables say of these events."""
    told = tables.read("events", _Event._fields)
    some = told.filter(pc.is_in(told["event_id"], value_set=pa.array(sorted(events), pa.string())))
    return {row.event_id: row for row in typed_rows(some, _Event)}


class _Participant(NamedTuple):
    event_id: str
    actor_id: str
    role: Role


def _participants(
    tables: OpenSet, lines: Iterable[Line], events: Mapping[str, str], corrections: Iterable[_Correction]
) -> Mapping[str, tuple[NamedParty, ...]]:
    """Who takes part in the events whose participants lines are about, as the tables say, by the machine's names."""
    claims = {one.claim_id for line in lines if isinstance(line.what, Participants) for one in line.what.about}
    if not claims:
        return {}
    some = pa.array(sorted({events[one] for one in claims if one in events}), pa.string())
    told = tables.read("participants", _Participant._fields)
    rows = typed_rows(told.filter(pc.is_in(told["event_id"], value_set=some)), _Participant)
    names = dict(zip(*(column.to_pylist() for column in tables.read("actors", ["actor_id", "name"])), strict=True))
    renamed = (row for row in corrections if (row.field, row.state) == ("name", "applied"))
    names |= {row.actor_id: row.machine for row in renamed if row.actor_id and row.machine}
    roles: dict[str, dict[str, Role]] = defaultdict(dict)
    for row in rows:
        roles[row.event_id].setdefault(row.actor_id, row.role)
    return {
        event: tuple(NamedParty(names.get(actor, actor), role) for actor, role in parties.items())
        for event, parties in roles.items()
    }
