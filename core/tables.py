"""The tables: their columns and types, checked whenever they are written or read; Parquet files in one folder.

The output folder holds complete sets of tables under `sets/`, and a `manifest.json` that names the current one. A new
set is written aside, and one rename of the manifest puts it in place: a reader that goes by the manifest, as `load`
does, sees the old set whole or the new set whole. The Parquet files directly in the folder are hard links to the
current set, for other tools.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.columns import TABLES
from core.errors import LagebildError

if TYPE_CHECKING:
    import pandas as pd  # takes half a second, and a build writes its tables without

SCHEMAS: dict[str, pa.Schema] = {name: table.schema for name, table in TABLES.items()}
"""The columns of each table by its name, as Arrow knows them; `core.columns` has them with what they say."""

TABLES_VERSION = 7
"""Of names, columns, types and meaning of the tables, as the manifest gives it: raised whenever any of these changes.

Readers take no other version. Tables of version 1 have no number in their manifest.
"""

VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    (name, column): one.values for name, table in TABLES.items() for column, one in table.columns.items() if one.values
}
"""Columns with a closed list of values, by (table, column)."""

Numbers = np.ndarray[Any, np.dtype[np.int64]]

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
    figures: "pd.DataFrame"
    actors: "pd.DataFrame"
    discrepancies: "pd.DataFrame"
    candidates: "pd.DataFrame"
    notes: "pd.DataFrame"
    copies: "pd.DataFrame"
    corrections: "pd.DataFrame"
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
        tables = {}
        for name, frame in self.items():
            try:
                tables[name] = from_frame(name, frame)
            except (ValueError, pa.ArrowTypeError, KeyError) as error:  # ValueError: a value is missing
                raise TableError(f"table {name}: {error}") from error
        return tables


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


Row = TypeVar("Row", bound=NamedTuple)


def typed_rows(table: pa.Table, kind: type[Row]) -> Iterator[Row]:
    """The rows of a table, of whose columns each has the name of a field."""
    return map(kind._make, zip(*(table[name].to_pylist() for name in kind._fields), strict=True))


def row_numbers(values: pa.ChunkedArray, among: pa.ChunkedArray) -> Numbers:
    """The row that each value has among others; -1 where it is none of them, or missing."""
    indices = pc.index_in(values.combine_chunks(), value_set=among.combine_chunks())
    numbers: Numbers = pc.fill_null(indices, -1).to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers


def distinct(numbers: Numbers) -> Numbers:
    """Each number once, in order; of so many and so large ones NumPy's `unique` takes five times as long."""
    ordered = np.sort(numbers)
    once: Numbers = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
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
    tables = {}
    for name, schema in SCHEMAS.items():
        path = folder / f"{name}.parquet"
        with open_table(path, schema) as file:
            try:
                tables[name] = file.read()
            except (OSError, pa.ArrowInvalid) as error:
                raise unreadable(path, error) from error
    return tables


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
