"""What a build remembers of its tables: as much as it takes to tell later what has become of each thing, and no more.

Numbers of many rows are kept as little-endian bytes, which are read in an instant: `numbers` gives them back.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.model import ActorKind, Status
from core.tables import Numbers, row_numbers

_DIGEST = 8  # bytes; two of a million texts are taken for one once in forty million corpora


class Documents(msgspec.Struct, frozen=True):
    """The documents; `digests` has eight bytes of each, made from its text, one after the other."""

    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    outlets: tuple[str | None, ...] = ()
    published: tuple[str | None, ...] = ()
    digests: bytes = b""

    def digest(self, at: int) -> bytes:
        """What a document's text is known by."""
        return self.digests[at * _DIGEST : (at + 1) * _DIGEST]


class Events(msgspec.Struct, frozen=True):
    """The events. Only what has a precision is a date; what only bounds an event is left out.

    `firsts` and `lasts` are the first and the last possible day of each, as ordinals.
    """

    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    titles_en: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    places: tuple[str | None, ...] = ()
    dates: tuple[str | None, ...] = ()
    firsts: tuple[int | None, ...] = ()
    lasts: tuple[int | None, ...] = ()
    n_documents: tuple[int, ...] = ()


class Claims(msgspec.Struct, frozen=True):
    """The claims, as numbers: event and document by place, and hashes of the id and of the quoted words."""

    events: bytes = b""
    documents: bytes = b""
    ids: bytes = b""
    quotes: bytes = b""


class Actors(msgspec.Struct, frozen=True):
    """The actors, with all the names that each has."""

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    names_en: tuple[str | None, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[ActorKind, ...] = ()


class Parts(msgspec.Struct, frozen=True):
    """Who takes part in what, as numbers: claim and actor by place."""

    claims: bytes = b""
    actors: bytes = b""


class Difference(msgspec.Struct, frozen=True, order=True):
    """A point on which sources differ: the event by its place, the field and the two values in alphabetical order."""

    event: int
    field: str
    values: tuple[str, str]


class State(msgspec.Struct, frozen=True, dict=True):
    """What a build remembers.

    Args:
        code: what code and vocabulary the tables were made with, as a hash; empty where that is not known.
        decisions: the lines of people's decisions that were in force, by their ids, in order; None where a build did
            not remember them yet.
    """

    code: str = ""
    documents: Documents = Documents()
    events: Events = Events()
    claims: Claims = Claims()
    actors: Actors = Actors()
    parts: Parts = Parts()
    differences: tuple[Difference, ...] = ()
    decisions: tuple[str, ...] | None = None

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table], code: str = "") -> "State":
        """What is to be remembered of a set of tables, by name."""
        documents, events, claims, actors = (tables[name] for name in ("documents", "events", "claims", "actors"))
        parts, texts = tables["participants"], tables["texts"]
        digests = dict(zip(texts["doc_id"].to_pylist(), map(_digest, texts["text"].to_pylist()), strict=True))
        return cls(
            code,
            Documents(
                ids=_values(documents, "doc_id"),
                titles=_values(documents, "title"),
                outlets=_values(documents, "outlet"),
                published=_values(documents, "published"),
                digests=b"".join(digests[doc_id] for doc_id in documents["doc_id"].to_pylist()),
            ),
            _of_events(events),
            Claims(
                _places(claims["event_id"], events["event_id"]),
                _places(claims["doc_id"], documents["doc_id"]),
                _hashes(claims["claim_id"]),
                _hashes(claims["quote"]),
            ),
            Actors(
                ids=_values(actors, "actor_id"),
                names=_values(actors, "name"),
                names_en=_values(actors, "name_en"),
                aliases=tuple(map(tuple, actors["aliases"].to_pylist())),
                kinds=_values(actors, "kind"),
            ),
            Parts(_places(parts["claim_id"], claims["claim_id"]), _places(parts["actor_id"], actors["actor_id"])),
            tuple(sorted(_differences(tables["discrepancies"], events))),
            tuple(sorted(set(_values(tables["corrections"], "correction_id")))),
        )

    @cached_property
    def sources_of(self) -> Mapping[int, tuple[int, ...]]:
        """The documents that tell of each event, all by place, each once and in order."""
        pairs = np.unique(numbers(self.claims.events) << 32 | numbers(self.claims.documents))
        sources: dict[int, list[int]] = {}
        for event, document in zip((pairs >> 32).tolist(), (pairs & 0xFFFFFFFF).tolist(), strict=True):
            sources.setdefault(event, []).append(document)
        return {event: tuple(documents) for event, documents in sources.items()}


def numbers(kept: bytes) -> Numbers:
    """The numbers that were kept as bytes."""
    return np.frombuffer(kept, "<i4").astype(np.int64)


def _of_events(events: pa.Table) -> Events:
    dated = pc.is_valid(events["date_precision"])
    days = (pc.if_else(dated, events[name], None).to_pylist() for name in ("date_start", "date_end"))
    firsts, lasts = (tuple(day.toordinal() if day else None for day in column) for column in days)
    return Events(
        ids=_values(events, "event_id"),
        titles=_values(events, "title"),
        titles_en=_values(events, "title_en"),
        types=_values(events, "type"),
        statuses=_values(events, "status"),
        places=_values(events, "place"),
        dates=tuple(pc.if_else(dated, events["date_edtf"], None).to_pylist()),
        firsts=firsts,
        lasts=lasts,
        n_documents=_values(events, "n_documents"),
    )


def _values(table: pa.Table, column: str) -> tuple[Any, ...]:
    return tuple(table[column].to_pylist())


def _places(values: pa.ChunkedArray, among: pa.ChunkedArray) -> bytes:
    return row_numbers(values, among).astype("<i4").tobytes()


def _hashes(column: pa.ChunkedArray) -> bytes:
    """A hash of 31 bits of each text; they are compared within a document alone, where two are hardly ever the same."""
    return np.array([crc32(value.encode()) >> 1 for value in column.to_pylist()], dtype="<i4").tobytes()


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=_DIGEST).digest()


def _differences(table: pa.Table, events: pa.Table) -> Iterable[Difference]:
    places = row_numbers(table["event_id"], events["event_id"]).tolist()
    for place, row in zip(places, table.select(["field", "value_a", "value_b"]).to_pylist(), strict=True):
        first, second = sorted((row["value_a"], row["value_b"]))
        yield Difference(place, row["field"], (first, second))
