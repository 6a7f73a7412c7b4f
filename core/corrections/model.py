"""Decisions as they stand in a line of `corrections.jsonl`, and what each is about.

A decision is about anchors in texts, never about rows of the tables; ids are kept beside them for people. It has one or
more *points*: of two decisions about one point, the later holds.
"""

from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import Annotated, TypeAlias

import msgspec

from core.anchors import Anchor
from core.model import ActorKind, NamedParty, Role, Status, in_words
from core.time import edtf

_Text = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=500)]
_Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Point: TypeAlias = Hashable
"""What two decisions may have in common: something decided about something."""


class ClaimAnchor(msgspec.Struct, frozen=True, omit_defaults=True):
    """A claim: its quote, which stretch of the quote tells of the event (offsets in it), and its type.

    `type` is what the machine makes of it, also where a person has given another; `claim_id` is its id at the time.
    """

    quote: Anchor
    trigger_start: int
    trigger_end: int
    type: str
    claim_id: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.trigger_start < self.trigger_end <= len(self.quote.quote):
            raise ValueError("the trigger is no stretch of the quote")

    @property
    def key(self) -> Hashable:
        """What it is known by."""
        return self.quote.doc_id, self.quote.start, self.quote.quote, self.trigger_start, self.trigger_end, self.type


class ActorReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """An actor: by its id in the vocabulary, or else by a mention of it in a text.

    `actor_id` and `name` are what the tables said at the time: the id tells which is meant where the mention stands for
    two, the name is for people.
    """

    mention: Anchor | None = None
    vocabulary: str | None = None
    actor_id: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        if self.mention is None and self.vocabulary is None:
            raise ValueError("an actor needs a mention, or an id of the vocabulary")

    @property
    def key(self) -> Hashable:
        """What it is known by."""
        if self.vocabulary is not None or self.mention is None:
            return self.vocabulary
        return self.mention.doc_id, self.mention.start, self.mention.quote, self.actor_id

    @property
    def table_id(self) -> str:
        """The id that it had in the tables when something was said of it; empty of one that is new."""
        return self.vocabulary or self.actor_id


class DocumentReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document: its id, and at the time the file that it is read from and the hash of its bytes."""

    doc_id: str
    file: str
    sha256: str = ""


class Party(msgspec.Struct, frozen=True):
    """An actor's part in an event."""

    actor: ActorReference
    role: Role


Claims: TypeAlias = Annotated[tuple[ClaimAnchor, ...], msgspec.Meta(min_length=1)]
"""A claim, or all claims of an event."""
Actors: TypeAlias = Annotated[tuple[ActorReference, ...], msgspec.Meta(min_length=1)]


class _Decision(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """Base of all decisions."""


class _OfClaims(_Decision, frozen=True):
    """About a claim, or about an event as all of its claims."""

    about: Claims


class NotEvent(_OfClaims, frozen=True, tag="not_event"):
    """There is no event: the claims go."""


class Checked(_OfClaims, frozen=True, tag="checked"):
    """It is right as it is."""


class EventType(_OfClaims, frozen=True, tag="type"):
    """It is of this type: the name of a file in `core/vocabulary/event_types/`."""

    value: _Text


class EventStatus(_OfClaims, frozen=True, tag="status"):
    """Whether it happened."""

    value: Status


class EventDate(_OfClaims, frozen=True, tag="date"):
    """When it was, as EDTF; None where that is not known."""

    value: str | None

    def __post_init__(self) -> None:
        if self.value is not None:
            edtf.parse(self.value)


class EventPlace(_OfClaims, frozen=True, tag="place"):
    """Where it was; None where that is not known."""

    value: _Text | None


class Participants(_OfClaims, frozen=True, tag="participants"):
    """Who takes part, all of them."""

    value: tuple[Party, ...]


class Title(_OfClaims, frozen=True, tag="title"):
    """What the event is called."""

    value: _Text


class SameEvent(_OfClaims, frozen=True, tag="same_event"):
    """The claims of two events are of one."""

    other: Claims


class OtherEvent(_OfClaims, frozen=True, tag="other_event"):
    """Some claims are not of the event that others are of."""

    other: Claims


class _OfActor(_Decision, frozen=True):
    """About an actor."""

    about: ActorReference


class NewActor(_OfActor, frozen=True, tag="new_actor"):
    """The words of its mention name an actor of this kind, whom the machine did not find."""

    value: ActorKind

    def __post_init__(self) -> None:
        if self.about.mention is None:
            raise ValueError("a new actor needs the words that name it")


class ActorName(_OfActor, frozen=True, tag="name"):
    """It is called so."""

    value: _Text


class ActorKindIs(_OfActor, frozen=True, tag="kind"):
    """It is of this kind."""

    value: ActorKind


class ActorCountry(_OfActor, frozen=True, tag="country"):
    """It belongs to this state (ISO 3166, three letters), or to none."""

    value: _Country | None


class ActorRole(_OfActor, frozen=True, tag="role"):
    """What a person is or does; None for nothing that is known."""

    value: _Text | None


class NoActor(_OfActor, frozen=True, tag="no_actor"):
    """It is no actor: its mentions and its parts in events go."""


class SameActor(_OfActor, frozen=True, tag="same_actor"):
    """Another actor is this one."""

    other: ActorReference


class OtherActor(_OfActor, frozen=True, tag="other_actor"):
    """Other mentions do not stand for this actor, but for one of their own: in each of their documents all."""

    other: Actors


class _OfDocument(_Decision, frozen=True):
    """About a document; what is said goes before `sources.toml`."""

    about: DocumentReference


class DocumentTitle(_OfDocument, frozen=True, tag="doc_title"):
    """It is called so."""

    value: _Text


class DocumentDay(_OfDocument, frozen=True, tag="doc_day"):
    """When it was published, as EDTF; no vaguer than a year."""

    value: str

    def __post_init__(self) -> None:
        edtf.parse(self.value)
        if edtf.precision(self.value) in ("decade", "century"):
            raise ValueError(f"`{self.value}` is no day or year")


class DocumentOutlet(_OfDocument, frozen=True, tag="doc_outlet"):
    """Who published it."""

    value: _Text


OfClaims: TypeAlias = NotEvent | Checked | EventType | EventStatus | EventDate | EventPlace | Participants | Title
OfEvents: TypeAlias = SameEvent | OtherEvent
OfActor: TypeAlias = NewActor | ActorName | ActorKindIs | ActorCountry | ActorRole | NoActor | SameActor | OtherActor
OfDocument: TypeAlias = DocumentTitle | DocumentDay | DocumentOutlet
Decision: TypeAlias = OfClaims | OfEvents | OfActor | OfDocument


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of the file: a decision, or that an earlier line is taken back.

    Args:
        id: 16 hexadecimal digits, drawn by chance.
        at: when it was said, to the second.
        by: who said so.
        why: for which reason.
        what: the decision; None where the line takes another back.
        was: what the tables said, for people.
        was_parties: the actors that this names.
        undoes: the id of the earlier line that is taken back.
    """

    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{16}$")]
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    by: str | None = None
    why: str | None = None
    what: Decision | None = None
    was: str | None = None
    undoes: str | None = None
    was_parties: tuple[NamedParty, ...] = ()

    def __post_init__(self) -> None:
        if (self.what is None) == (self.undoes is None):
            raise ValueError("a line either decides something or takes a line back")


def kind(decision: Decision) -> str:
    """The name of what is decided, as it stands in the file."""
    tag: str = type(decision).__struct_config__.tag  # type: ignore[assignment]
    return tag


_ONE_POINT = {"not_event": "right", "checked": "right", "no_actor": "name"}
"""Kinds of decisions about the same thing: whether a claim is right, and whether an actor is one and its name."""


def points(decision: Decision) -> frozenset[Point]:
    """What a decision is about; of two about the same, the later holds.

    A decision about an event has a point for each claim; one about two events or actors has one.
    """
    said = _ONE_POINT.get(kind(decision), kind(decision))
    match decision:
        case SameEvent() | OtherEvent():
            sides = (frozenset(one.key for one in some) for some in (decision.about, decision.other))
            return frozenset({("event", frozenset(sides))})
        case SameActor():
            return frozenset({("actor", frozenset({decision.about.key, decision.other.key}))})
        case OtherActor():
            return frozenset(("actor", frozenset({decision.about.key, one.key})) for one in decision.other)
        case DocumentTitle() | DocumentDay() | DocumentOutlet():
            return frozenset({(said, decision.about.doc_id)})
        case NewActor() | ActorName() | ActorKindIs() | ActorCountry() | ActorRole() | NoActor():
            return frozenset({(said, decision.about.key)})
        case _:
            return frozenset((said, one.key) for one in decision.about)


def says(decision: Decision) -> str:
    """What is decided, in one line: the new value, for tables and for people."""
    match decision:
        case Participants():
            return in_words(named(decision.value))
        case SameActor():
            return _named([decision.other])
        case OtherActor():
            return _named(decision.other)
        case SameEvent() | OtherEvent():
            return "; ".join(dict.fromkeys(one.claim_id or one.quote.quote for one in decision.other))
        case NotEvent() | Checked() | NoActor():
            return ""
        case _:
            return decision.value or ""


def named(parties: Iterable[Party]) -> tuple[NamedParty, ...]:
    """The actors of an event by their names."""
    return tuple(NamedParty(_named([one.actor]), one.role) for one in parties)


def _named(actors: Iterable[ActorReference]) -> str:
    return "; ".join(dict.fromkeys(one.name or one.actor_id or str(one.key) for one in actors))


def in_force(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that hold: none that is taken back, and none all of whose points a later one decides.

    A line that takes another back can be taken back in turn.

    Args:
        lines: those of the file, in order.
    """
    held: list[Line] = []
    undone: set[str] = set()
    decided: set[Point] = set()
    for line in reversed(tuple(lines)):
        if line.id in undone:
            continue
        if line.undoes is not None:
            undone.add(line.undoes)
        elif line.what is not None and not (own := points(line.what)) <= decided:
            decided |= own
            held.append(line)
    return tuple(reversed(held))


def of_kind(lines: Iterable[Line], *kinds: type[Decision]) -> tuple[Line, ...]:
    """Those lines that decide something of these kinds."""
    return tuple(line for line in lines if isinstance(line.what, kinds))
