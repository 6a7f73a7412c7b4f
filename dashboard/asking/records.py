"""The rows of tables and frames, typed. A field has the name of its column; `core.columns` says what it holds.

What is missing is None, and days are dates, however a frame keeps them.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

import pandas as pd

from core.model import ActorKind, DateBasis, DateSource, Difference, Precision, PublishedBasis, Status, TimexType
from dashboard.words.labels import Sign


class Document(NamedTuple):
    """A text, with what is known about it."""

    doc_id: str
    file: str
    title: str
    outlet: str | None
    url: str | None
    language: str
    translated_from: str | None
    published_start: date | None
    published_end: date | None
    published_basis: PublishedBasis
    published_evidence: str | None
    published_reasons: str | None
    author: str | None
    bundle: str | None


class Actor(NamedTuple):
    """Somebody or something that acts."""

    actor_id: str
    name: str
    name_en: str | None
    aliases: list[str]
    kind: ActorKind
    country: str | None
    role: str | None
    role_en: str | None
    member_of: list[str]
    n_mentions: int
    n_documents: int


class Event(NamedTuple):
    """A happening: its date and, apart from that, what bounds it where it has none."""

    event_id: str
    type: str
    status: Status
    date_start: date | None
    date_end: date | None
    date_precision: Precision | None
    date_basis: DateBasis
    date_source: DateSource | None
    bound_start: date | None
    bound_end: date | None
    place: str | None
    n_documents: int
    confidence: float
    has_discrepancy: bool


class Claim(NamedTuple):
    """One stretch of one source that asserts one event; its date and its bounds are apart, as an event's."""

    claim_id: str
    event_id: str
    doc_id: str
    start: int
    end: int
    type: str
    status: Status
    date_start: date | None
    date_end: date | None
    date_precision: Precision | None
    date_basis: DateBasis
    date_source: DateSource | None
    bound_start: date | None
    bound_end: date | None
    attributed_to: str | None


class Discrepancy(NamedTuple):
    """A point on which two claims of an event differ."""

    event_id: str
    field: str
    claim_a: str
    claim_b: str
    value_a: str
    value_b: str
    relation: Difference
    start_a: int | None
    end_a: int | None
    start_b: int | None
    end_b: int | None


class Candidate(NamedTuple):
    """Two events of different texts that are perhaps one."""

    event_a: str
    event_b: str
    claim_a: str
    claim_b: str
    shared: list[str]
    days_apart: int
    place: Literal["same", "other", "unknown"]


class Mention(NamedTuple):
    """A stretch that stands for an actor."""

    start: int
    end: int
    actor_id: str


class Time(NamedTuple):
    """A time expression."""

    start: int
    end: int
    type: TimexType
    value: str
    date_start: date | None
    date_end: date | None


class Relation(NamedTuple):
    """Two actors with the number of events that both take part in, by time and sign too; see `relations.between`."""

    id: str
    a: str
    b: str
    events: int
    dated: int
    bounded: int
    undated: int
    sign: Sign
    cooperation: int
    conflict: int
    neutral: int


class Times(NamedTuple):
    """When that was which a relation rests on; see `relations.times`."""

    first: date | None
    last: date | None


Row = TypeVar("Row", bound=NamedTuple)


def records(frame: pd.DataFrame, kind: type[Row]) -> Iterator[Row]:
    """The rows of a frame; the field that has the name of its index holds that."""
    columns = (
        read((frame.index if name == frame.index.name else frame[name]).tolist()) for name, read in _fields(kind)
    )
    return map(kind._make, zip(*columns, strict=True))


def record(frame: pd.DataFrame, id_: str, kind: type[Row]) -> Row:
    """The row of a frame that has this id, which one row has.

    A slice is a view; `frame.loc` would copy the row's part of every column.

    Raises:
        KeyError: no row has it.
    """
    at = cast("int", frame.index.get_loc(id_))
    return next(records(frame.iloc[at : at + 1], kind))


_Reading = Callable[[list[Any]], list[Any]]


@cache
def _fields(kind: type[NamedTuple]) -> tuple[tuple[str, _Reading], ...]:
    """The fields of a row, and how the values of a frame's column are read into each."""
    return tuple((name, _reading(hint)) for name, hint in get_type_hints(kind).items())


def _reading(hint: Any) -> _Reading:
    kinds = get_args(hint)
    if get_origin(hint) is list:
        return _lists
    if type(None) in kinds:
        return _days if date in kinds else _whole if int in kinds else _present
    return _as_they_are


def _as_they_are(values: list[Any]) -> list[Any]:
    return values


def _present(values: list[Any]) -> list[Any]:
    """What is missing, which pandas has a value for that equals nothing, as None."""
    return [value if value == value else None for value in values]


def _whole(values: list[Any]) -> list[int | None]:
    """Whole numbers, which pandas keeps as broken ones where some are missing."""
    return [int(value) if value == value else None for value in values]


def _days(values: list[Any]) -> list[date | None]:
    return [value.date() if value == value else None for value in values]


def _lists(values: list[Any]) -> list[list[str]]:
    return [value.tolist() for value in values]
