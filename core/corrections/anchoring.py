"""From rows of the tables to what a decision holds on to: a claim, an actor, a document.

`tables` are Arrow tables by name, those of one set (`core.tables.read_arrow`, `core.openset.OpenSet.read`).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from core.anchors import anchor
from core.corrections.model import ActorReference, ClaimAnchor, DocumentReference
from core.model import MentionKind
from core.tables import Row, typed_rows

Tables = Mapping[str, pa.Table]

USED = ("claims", "texts", "mentions", "actors", "documents", "corrections")
"""The tables that are asked."""


class ClaimRow(NamedTuple):
    """A row of the table `claims`, as far as decisions hold on to it."""

    claim_id: str
    doc_id: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    type: str


class _Text(NamedTuple):
    doc_id: str
    text: str


class _Actor(NamedTuple):
    actor_id: str
    name: str


class _Mention(NamedTuple):
    doc_id: str
    start: int
    end: int
    kind: MentionKind


class _Document(NamedTuple):
    doc_id: str
    file: str
    sha256: str


class _Correction(NamedTuple):
    claim_id: str | None
    state: str
    machine: str | None


def event(tables: Tables, event_id: str) -> tuple[ClaimAnchor, ...]:
    """The claims of an event, in the tables' order: what a decision about the event is about.

    Raises:
        KeyError: there is no such event.
    """
    return _claims(tables, "event_id", event_id)


def claim(tables: Tables, claim_id: str) -> tuple[ClaimAnchor, ...]:
    """One claim.

    Raises:
        KeyError: there is no such claim.
    """
    return _claims(tables, "claim_id", claim_id)


def claim_anchor(claim: ClaimRow, text: str, found_as: str | None = None) -> ClaimAnchor:
    """A claim from its row.

    Args:
        claim: the row.
        text: that of its document.
        found_as: its type as the machine has it, where a person has given another: `machine` of its row in
            `corrections` whose `field` is `type`.
    """
    return ClaimAnchor(
        anchor(claim.doc_id, text, claim.start, claim.end),
        claim.trigger_start - claim.start,
        claim.trigger_end - claim.start,
        found_as or claim.type,
        claim.claim_id,
    )


def actor(tables: Tables, actor_id: str, known: bool) -> ActorReference:
    """An actor, by its first mention by name, else its first.

    Args:
        tables: the tables.
        actor_id: its id in the tables.
        known: whether that is an id of the vocabulary (`core.actors.knowledge.load().actors`).

    Raises:
        KeyError: there is no such actor, or one of no vocabulary is mentioned nowhere.
    """
    mentions = _where(tables["mentions"], "actor_id", actor_id, _Mention)
    first = min(mentions, key=lambda row: row.kind != "name", default=None)
    name = _only(tables["actors"], "actor_id", actor_id, _Actor).name
    if first is None:
        if not known:
            raise KeyError(actor_id)
        return ActorReference(None, actor_id, actor_id, name)
    return mention(tables, first.doc_id, first.start, first.end, actor_id, known)


def mention(tables: Tables, doc_id: str, start: int, end: int, actor_id: str, known: bool = False) -> ActorReference:
    """An actor by one of its mentions.

    Args:
        tables: the tables.
        doc_id: the document.
        start: where the mention begins.
        end: where it ends.
        actor_id: whom it stands for by the tables.
        known: whether the actor is meant as the vocabulary knows it, and not the one that is mentioned here.

    Raises:
        KeyError: there is no such document or actor.
    """
    text = _only(tables["texts"], "doc_id", doc_id, _Text).text
    name = _only(tables["actors"], "actor_id", actor_id, _Actor).name
    return ActorReference(anchor(doc_id, text, start, end), actor_id if known else None, actor_id, name)


def words(tables: Tables, doc_id: str, start: int, end: int) -> ActorReference:
    """Somebody whom the tables do not have, by the words that name them.

    Args:
        tables: the tables.
        doc_id: the document.
        start: where the words begin.
        end: where they end.

    Raises:
        KeyError: there is no such document.
    """
    text = _only(tables["texts"], "doc_id", doc_id, _Text).text
    return ActorReference(anchor(doc_id, text, start, end), name=" ".join(text[start:end].split()))


def document(tables: Tables, doc_id: str) -> DocumentReference:
    """A document.

    Raises:
        KeyError: there is no such document.
    """
    row = _only(tables["documents"], "doc_id", doc_id, _Document)
    return DocumentReference(doc_id, row.file, row.sha256)


def _claims(tables: Tables, column: str, value: str) -> tuple[ClaimAnchor, ...]:
    rows = _where(tables["claims"], column, value, ClaimRow)
    if not rows:
        raise KeyError(value)
    documents = pa.array({row.doc_id for row in rows}, pa.string())
    said = tables["texts"].filter(pc.is_in(tables["texts"]["doc_id"], value_set=documents))
    texts = {row.doc_id: row.text for row in typed_rows(said, _Text)}
    corrected = _where(tables["corrections"], "field", "type", _Correction)
    machine = {row.claim_id: row.machine for row in corrected if row.state == "applied"}
    return tuple(claim_anchor(row, texts[row.doc_id], machine.get(row.claim_id)) for row in rows)


def _where(table: pa.Table, column: str, value: str, kind: type[Row]) -> Sequence[Row]:
    return list(typed_rows(table.filter(pc.equal(table[column], value)), kind))


def _only(table: pa.Table, column: str, value: str, kind: type[Row]) -> Row:
    rows = _where(table, column, value, kind)
    if not rows:
        raise KeyError(value)
    return rows[0]
