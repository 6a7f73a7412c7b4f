"""The rows of the tables that exports are made from, with the columns that a format has; `core.columns` explains them.

A column that may be empty has `None`.
"""

from datetime import date
from typing import NamedTuple

from core.model import ActorKind, DateBasis, MentionKind, Precision, Role, Status


class Document(NamedTuple):
    """A row of the table `documents`."""

    doc_id: str
    file: str
    title: str
    outlet: str | None
    url: str | None
    language: str
    published_start: date | None
    published_end: date | None
    author: str | None
    page: str | None


class Event(NamedTuple):
    """A row of the table `events`."""

    event_id: str
    type: str
    status: Status
    title: str
    title_en: str
    date_edtf: str | None
    date_start: date | None
    date_end: date | None
    date_precision: Precision | None
    date_basis: DateBasis
    place: str | None
    place_en: str | None
    confidence: float


class Claim(NamedTuple):
    """A row of the table `claims`."""

    claim_id: str
    event_id: str
    doc_id: str
    start: int
    end: int
    quote: str
    type: str
    status: Status
    date_edtf: str | None


class Participant(NamedTuple):
    """A row of the table `participants`."""

    event_id: str
    actor_id: str
    role: Role


class Actor(NamedTuple):
    """A row of the table `actors`."""

    actor_id: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    role: str | None
    role_en: str | None
    wikidata_id: str | None


class Mention(NamedTuple):
    """A row of the table `mentions`."""

    doc_id: str
    start: int
    end: int
    text: str
    actor_id: str
    kind: MentionKind


class Remark(NamedTuple):
    """A row of the table `notes`."""

    doc_id: str
    start: int
    end: int
    kind: str
    text: str
    text_de: str


class Text(NamedTuple):
    """A row of the table `texts`."""

    doc_id: str
    text: str
