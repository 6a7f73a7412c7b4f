"""From rows of the tables to what a decision holds on to: a claim, an actor, a document.

`tables` are Arrow tables by name, those of one set (`core.tables.read_arrow`, `core.openset.OpenSet.read`).
"""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from core.anchors import anchor
from core.corrections.model import ActorReference, ClaimAnchor, DocumentReference

Tables = Mapping[str, pa.Table]
_Row = Mapping[str, Any]

USED = ("claims", "texts", "mentions", "actors", "documents", "corrections")
"""The tables that are asked."""


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


def claim_anchor(claim: _Row, text: str, found_as: str | None = None) -> ClaimAnchor:
    """A claim from its row.

    Args:
        claim: the columns of the table `claims`, as far as they are used.
        text: that of its document.
        found_as: its type as the machine has it, where a person has given another: `machine` of its row in
            `corrections` whose `field` is `type`.
    """
    start = claim["start"]
    return ClaimAnchor(
        anchor(claim["doc_id"], text, start, claim["end"]),
        claim["trigger_start"] - start,
        claim["trigger_end"] - start,
        found_as or claim["type"],
        claim["claim_id"],
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
    mentions = _where(tables["mentions"], "actor_id", actor_id)
    first = min(mentions, key=lambda row: row["kind"] != "name", default=None)
    name = _only(tables["actors"], "actor_id", actor_id)["name"]
    if first is None:
        if not known:
            raise KeyError(actor_id)
        return ActorReference(None, actor_id, actor_id, name)
    return mention(tables, first["doc_id"], first["start"], first["end"], actor_id, known)


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
    text = _only(tables["texts"], "doc_id", doc_id)["text"]
    name = _only(tables["actors"], "actor_id", actor_id)["name"]
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
    text = _only(tables["texts"], "doc_id", doc_id)["text"]
    return ActorReference(anchor(doc_id, text, start, end), name=" ".join(text[start:end].split()))


def document(tables: Tables, doc_id: str) -> DocumentReference:
    """A document.

    Raises:
        KeyError: there is no such document.
    """
    row = _only(tables["documents"], "doc_id", doc_id)
    return DocumentReference(doc_id, row["file"], row["sha256"])


def _claims(tables: Tables, column: str, value: str) -> tuple[ClaimAnchor, ...]:
    rows = _where(tables["claims"], column, value)
    if not rows:
        raise KeyError(value)
    documents = pa.array({row["doc_id"] for row in rows}, pa.string())
    said = tables["texts"].filter(pc.is_in(tables["texts"]["doc_id"], value_set=documents)).to_pylist()
    texts = {row["doc_id"]: row["text"] for row in said}
    corrected = _where(tables["corrections"], "field", "type")
    machine = {row["claim_id"]: row["machine"] for row in corrected if row["state"] == "applied"}
    return tuple(claim_anchor(row, texts[row["doc_id"]], machine.get(row["claim_id"])) for row in rows)


def _where(table: pa.Table, column: str, value: str) -> list[_Row]:
    rows: list[_Row] = table.filter(pc.equal(table[column], value)).to_pylist()
    return rows


def _only(table: pa.Table, column: str, value: str) -> _Row:
    rows = _where(table, column, value)
    if not rows:
        raise KeyError(value)
    return rows[0]
