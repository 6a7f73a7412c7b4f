"""A set of tables open for reading in parts: by column, and by document, without reading the rest.

The files stay open as long as the set is in use: it can be read to the end even after newer sets have taken its place
and its folder is gone.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from threading import Lock

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.tables import SCHEMAS, open_table, unreadable


class OpenSet:
    """One complete set of tables in a folder. May be read from several threads at once."""

    def __init__(self, folder: Path) -> None:
        """Open every table; nothing but the schemas is read.

        Raises:
            TableError: a file is missing, unreadable or has other columns or types than its schema.
        """
        self._folder = folder
        self._files = {name: open_table(folder / f"{name}.parquet", schema) for name, schema in SCHEMAS.items()}
        self._locks = {name: Lock() for name in SCHEMAS}
        self._ranges: dict[str, list[tuple[str, str] | None]] = {
            name: _ranges(file) for name, file in self._files.items() if "doc_id" in SCHEMAS[name].names
        }

    @property
    def folder(self) -> Path:
        """Where the set stands, or stood when it was opened."""
        return self._folder

    def read(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns.

        Raises:
            TableError: the file is damaged.
        """
        return self._groups(name, range(self._files[name].num_row_groups), columns)

    def of(self, name: str, documents: Collection[str], columns: Sequence[str] | None = None) -> pa.Table:
        """The rows of some documents, in the table's order; only the row groups that may hold them are read.

        Raises:
            TableError: the file is damaged.
        """
        wanted = sorted(documents)
        groups = [
            number for number, range_ in enumerate(self._ranges[name]) if range_ is None or _touches(range_, wanted)
        ]
        asked = None if columns is None else list(dict.fromkeys(["doc_id", *columns]))
        table = self._groups(name, groups, asked)
        table = table.filter(pc.is_in(table["doc_id"], pa.array(wanted, pa.string())))
        return table if columns is None else table.select(list(columns))

    def parts(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """A table, or some of its columns, in parts that each fit into memory easily.

        Raises:
            TableError: the file is damaged.
        """
        for number in range(self._files[name].num_row_groups):
            yield self._groups(name, [number], columns)

    def _groups(self, name: str, groups: Collection[int], columns: Sequence[str] | None) -> pa.Table:
        if not groups:
            return SCHEMAS[name].empty_table().select(list(columns or SCHEMAS[name].names))
        try:
            with self._locks[name]:  # Arrow's reader of a file is not made for several threads at once
                return self._files[name].read_row_groups(list(groups), columns=columns and list(columns))
        except (OSError, pa.ArrowInvalid) as error:
            raise unreadable(self._folder / f"{name}.parquet", error) from error


def _ranges(file: pq.ParquetFile) -> list[tuple[str, str] | None]:
    """The first and the last document of each row group in the order of their ids; None where the file does not say."""
    column = file.schema_arrow.names.index("doc_id")
    ranges: list[tuple[str, str] | None] = []
    for number in range(file.num_row_groups):
        statistics = file.metadata.row_group(number).column(column).statistics
        ranges.append((statistics.min, statistics.max) if statistics is not None and statistics.has_min_max else None)
    return ranges


def _touches(range_: tuple[str, str], wanted: Sequence[str]) -> bool:
    first, last = range_
    at = bisect_left(wanted, first)
    return at < len(wanted) and wanted[at] <= last
