"""The tables: their columns and types, checked whenever they are written or read; Parquet files in one folder.

The output folder holds complete sets of tables under `sets/`, and a `manifest.json` that names the current one. A new
set is written aside, and one rename of the manifest puts it in place: a reader that goes by the manifest, as `load`
does, sees the old set whole or the new set whole. The Parquet files directly in the folder are hard links to the
current set, for other tools.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core import model
from core.errors import LagebildError

if TYPE_CHECKING:
    import pandas as pd  # takes half a second, and a build writes its tables without

_TEXT, _DAY, _INT, _FLOAT, _FLAG, _LIST = (
    pa.string(),
    pa.date32(),
    pa.int64(),
    pa.float64(),
    pa.bool_(),
    pa.list_(pa.string()),
)


def _schema(required: Mapping[str, pa.DataType], optional: Mapping[str, pa.DataType], order: str) -> pa.Schema:
    """A schema with the columns in the given order; the optional ones may hold nulls."""
    every = {**required, **optional}
    return pa.schema([pa.field(name, every[name], nullable=name in optional) for name in order.split()])


_SPAN = {"doc_id": _TEXT, "start": _INT, "end": _INT}
_DATES = {"date_edtf": _TEXT, "date_start": _DAY, "date_end": _DAY, "date_precision": _TEXT, "date_source": _TEXT}

SCHEMAS: dict[str, pa.Schema] = {
    "documents": _schema(
        {
            "doc_id": _TEXT,
            "file": _TEXT,
            "sha256": _TEXT,
            "title": _TEXT,
            "language": _TEXT,
            "published_basis": _TEXT,
            "n_chars": _INT,
            "n_words": _INT,
        },
        {
            "outlet": _TEXT,
            "author": _TEXT,
            "url": _TEXT,
            "translated_from": _TEXT,
            "published": _TEXT,
            "published_start": _DAY,
            "published_end": _DAY,
            "published_evidence": _TEXT,
            "bundle": _TEXT,
            "page": _TEXT,
        },
        "doc_id file sha256 title outlet url language translated_from published published_start published_end"
        " published_basis published_evidence n_chars n_words author bundle page",
    ),
    "segments": _schema({**_SPAN, "kind": _TEXT}, {}, "doc_id start end kind"),
    "mentions": _schema(
        {**_SPAN, "text": _TEXT, "actor_id": _TEXT, "kind": _TEXT}, {}, "doc_id start end text actor_id kind"
    ),
    "times": _schema(
        {**_SPAN, "text": _TEXT, "type": _TEXT, "value": _TEXT},
        {"date_start": _DAY, "date_end": _DAY},
        "doc_id start end text type value date_start date_end",
    ),
    "claims": _schema(
        {
            "claim_id": _TEXT,
            "event_id": _TEXT,
            **_SPAN,
            "quote": _TEXT,
            "trigger_start": _INT,
            "trigger_end": _INT,
            "type": _TEXT,
            "status": _TEXT,
            "date_basis": _TEXT,
            "confidence": _FLOAT,
            "rule": _TEXT,
        },
        {**_DATES, "place": _TEXT, "attributed_to": _TEXT, "topic": _TEXT},
        "claim_id event_id doc_id start end quote trigger_start trigger_end type status date_edtf date_start date_end"
        " date_precision date_basis date_source place attributed_to confidence rule topic",
    ),
    "events": _schema(
        {
            "event_id": _TEXT,
            "type": _TEXT,
            "status": _TEXT,
            "title": _TEXT,
            "date_basis": _TEXT,
            "n_claims": _INT,
            "n_documents": _INT,
            "confidence": _FLOAT,
            "has_discrepancy": _FLAG,
        },
        {**_DATES, "place": _TEXT},
        "event_id type status title date_edtf date_start date_end date_precision date_basis date_source place n_claims"
        " n_documents confidence has_discrepancy",
    ),
    "participants": _schema(
        {"claim_id": _TEXT, "event_id": _TEXT, "actor_id": _TEXT, "role": _TEXT}, {}, "claim_id event_id actor_id role"
    ),
    "date_evidence": _schema(
        {"claim_id": _TEXT, "event_id": _TEXT, **_SPAN, "text": _TEXT, "part": _TEXT},
        {},
        "claim_id event_id doc_id start end text part",
    ),
    "actors": _schema(
        {
            "actor_id": _TEXT,
            "name": _TEXT,
            "aliases": _LIST,
            "kind": _TEXT,
            "member_of": _LIST,
            "n_mentions": _INT,
            "n_claims": _INT,
            "n_documents": _INT,
        },
        {"country": _TEXT, "role": _TEXT, "wikidata_id": _TEXT, "first_date": _DAY, "last_date": _DAY},
        "actor_id name aliases kind country role member_of wikidata_id n_mentions n_claims n_documents first_date"
        " last_date",
    ),
    "discrepancies": _schema(
        {"event_id": _TEXT, "field": _TEXT, "claim_a": _TEXT, "claim_b": _TEXT, "value_a": _TEXT, "value_b": _TEXT},
        {},
        "event_id field claim_a claim_b value_a value_b",
    ),
    "notes": _schema({**_SPAN, "kind": _TEXT, "text": _TEXT}, {}, "doc_id start end kind text"),
    "copies": _schema({"doc_id": _TEXT, "original": _TEXT, "similarity": _FLOAT}, {}, "doc_id original similarity"),
    # The last file: what the offsets count in, so that the tables can be read without the corpus at hand.
    "texts": _schema({"doc_id": _TEXT, "text": _TEXT}, {}, "doc_id text"),
}

VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("documents", "published_basis"): get_args(model.PublishedBasis),
    ("segments", "kind"): get_args(model.SegmentKind),
    ("mentions", "kind"): get_args(model.MentionKind),
    ("times", "type"): get_args(model.TimexType),
    ("claims", "status"): get_args(model.Status),
    ("claims", "date_precision"): get_args(model.Precision),
    ("claims", "date_basis"): get_args(model.DateBasis),
    ("claims", "date_source"): get_args(model.DateSource),
    ("events", "status"): get_args(model.Status),
    ("events", "date_precision"): get_args(model.Precision),
    ("events", "date_basis"): get_args(model.DateBasis),
    ("events", "date_source"): get_args(model.DateSource),
    ("date_evidence", "part"): get_args(model.EvidencePart),
    ("participants", "role"): get_args(model.Role),
    ("actors", "kind"): get_args(model.ActorKind),
}
"""Columns with a closed list of values, by (table, column)."""

Places = np.ndarray[Any, np.dtype[np.int64]]

ROW_GROUPS = {"texts": 64, "segments": 4096, "mentions": 4096, "times": 4096, "notes": 4096}
"""How many rows a row group has in the tables that are read by document: to read one, few others are read with it."""


class TableError(LagebildError):
    """A table that is missing, or that breaks its schema; the message names the table, the column and the mend."""


@dataclass(frozen=True)
class Tables:
    """One complete set of tables. Treat the frames as read-only: the app shares them between sessions."""

    documents: "pd.DataFrame"
    segments: "pd.DataFrame"
    mentions: "pd.DataFrame"
    times: "pd.DataFrame"
    claims: "pd.DataFrame"
    events: "pd.DataFrame"
    participants: "pd.DataFrame"
    date_evidence: "pd.DataFrame"
    actors: "pd.DataFrame"
    discrepancies: "pd.DataFrame"
    notes: "pd.DataFrame"
    copies: "pd.DataFrame"
    texts: "pd.DataFrame"

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table]) -> "Tables":
        """The same set of Arrow tables by name."""
        return cls(**{name: table.to_pandas() for name, table in tables.items()})

    def items(self) -> "list[tuple[str, pd.DataFrame]]":
        """The tables with their names, in the order of `SCHEMAS`."""
        return [(f.name, getattr(self, f.name)) for f in fields(self)]

    def arrow(self) -> dict[str, pa.Table]:
        """The same as Arrow tables by name.

        Raises:
            TableError: a frame breaks its schema.
        """
        found = {}
        for name, frame in self.items():
            try:
                found[name] = from_frame(name, frame)
            except (ValueError, pa.ArrowTypeError, KeyError) as error:  # ValueError: a value is missing
                raise TableError(f"table {name}: {error}") from error
        return found


def from_frame(name: str, frame: "pd.DataFrame") -> pa.Table:
    """A frame as a table with the columns and types of its schema.

    Raises:
        ValueError: a value is missing.
        KeyError: a column is missing.
        pa.ArrowException: a value is of the wrong type.
    """
    return pa.Table.from_pandas(frame, schema=SCHEMAS[name], preserve_index=False)


def from_rows(name: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """Rows as a table with its columns in order, each of its type (also where there are no rows).

    Raises:
        TableError: a value is missing or of the wrong type.
    """
    return from_columns(name, {column: [row.get(column) for row in rows] for column in SCHEMAS[name].names})


def from_columns(name: str, columns: Mapping[str, Sequence[object]]) -> pa.Table:
    """The same of columns; for large tables, of which rows would take several times as long.

    Raises:
        TableError: a value is missing or of the wrong type.
    """
    schema = SCHEMAS[name]
    try:
        table = pa.Table.from_pydict({field.name: columns[field.name] for field in schema}, schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise TableError(f"table {name}: {error}") from error
    for field, column in zip(schema, table.columns, strict=True):
        if column.null_count and not field.nullable:
            raise TableError(f"table {name}: {column.null_count} values of {field.name} are missing")
    return table


def places(values: pa.ChunkedArray, among: pa.ChunkedArray) -> Places:
    """The place that each value has among others; -1 where it is none of them, or missing."""
    found = pc.index_in(values.combine_chunks(), value_set=among.combine_chunks())
    numbers: Places = pc.fill_null(found, -1).to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers


def distinct(numbers: Places) -> Places:
    """Each number once, in order; of so many and so large ones NumPy's `unique` takes five times as long."""
    ordered = np.sort(numbers)
    once: Places = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return once


def write_set(tables: Tables | Mapping[str, pa.Table], folder: Path) -> None:
    """Write every table as `<name>.parquet` into an existing folder.

    Raises:
        TableError: a frame breaks its schema.
    """
    written = tables.arrow() if isinstance(tables, Tables) else tables
    for name, table in written.items():
        rows = ROW_GROUPS.get(name, len(table) or None)
        pq.write_table(table.replace_schema_metadata(None), folder / f"{name}.parquet", row_group_size=rows)


def read_set(folder: Path) -> Tables:
    """Read a set written by `write_set`.

    Raises:
        TableError: a file is missing, unreadable or has other columns or types than its schema.
    """
    return Tables.of(read_arrow(folder))


def read_arrow(folder: Path) -> dict[str, pa.Table]:
    """The same as Arrow tables by name.

    Raises:
        TableError: a file is missing, unreadable or has other columns or types than its schema.
    """
    found = {}
    for name, schema in SCHEMAS.items():
        path = folder / f"{name}.parquet"
        with open_table(path, schema) as file:
            try:
                found[name] = file.read()
            except (OSError, pa.ArrowInvalid) as error:
                raise unreadable(path, error) from error
    return found


def hashes(folder: Path) -> dict[str, bytes]:
    """A hash of the file of each table of a set."""
    return {name: blake2b((folder / f"{name}.parquet").read_bytes(), digest_size=16).digest() for name in SCHEMAS}


def read_unchanged(folder: Path, known: Mapping[str, bytes]) -> dict[str, pa.Table]:
    """A set as Arrow tables by name, if its files are still those that these are the hashes of.

    Raises:
        TableError: a file is missing, unreadable or another one.
    """
    try:
        if hashes(folder) != known:
            raise TableError(f"{folder}: a file has changed since it was written; run `lagebild build --rebuild`")
    except OSError as error:
        raise unreadable(folder, error) from error
    return read_arrow(folder)


def open_table(path: Path, schema: pa.Schema) -> pq.ParquetFile:
    """A table's file, open for reading.

    Raises:
        TableError: the file is missing, unreadable or has other columns or types than the schema.
    """
    try:
        file = pq.ParquetFile(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise unreadable(path, error) from error
    if not file.schema_arrow.equals(schema):
        got, want = set(map(str, file.schema_arrow)), set(map(str, schema))
        file.close()
        raise TableError(
            f"{path}: other columns than this version of Lagebild writes"
            f" ({', '.join(sorted(got ^ want))}); run `lagebild build --rebuild`"
        )
    return file


def unreadable(path: Path, error: Exception) -> TableError:
    """What to say of a file that cannot be read."""
    return TableError(f"{path}: cannot be read ({error}); run `lagebild build --rebuild`")
