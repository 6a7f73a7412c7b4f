"""Which rows of a set of tables have which words: SQLite's full-text index, in one file.

Of each text the index has three columns, see `core.search.words`: the folded words, the stem of each, and what else
they are found by, in any order. The texts themselves are not in it. A row of `events` and `actors` is known by its
place in the table of that name, of `titles` by the document's place in the table of documents, and a row of `lines`,
which is a line of a text, by `lines_of`.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from importlib.metadata import version
from itertools import product
from pathlib import Path
from shutil import copyfile
from threading import Lock
from typing import Literal, NamedTuple
from zlib import crc32

import numpy as np

from core import vocabulary_files
from core.openset import OpenSet
from core.search.query import Leaf, Near, Phrase, Term
from core.search.words import Word, asked, long_enough, word, words

VERSION = 1
"""Of what the file holds: raised whenever that, or what a word is found by, changes."""

Field = Literal["events", "actors", "titles", "lines"]
FIELDS: tuple[Field, ...] = ("events", "actors", "titles", "lines")
_LINES = 24  # bits: a text has at most so many lines that are told apart
_APART = "¶"  # stands between texts of one row, where no phrase goes on; no word is spelled so

Row = tuple[int, Iterable[str]]
"""A row's number and its texts."""


class Lines(NamedTuple):
    """Lines of texts: the place of each one's document in the table, and how many lines stand before it."""

    documents: np.ndarray
    numbers: np.ndarray


def lines_of(rows: np.ndarray) -> Lines:
    """The lines that rows of `lines` are."""
    return Lines(rows >> _LINES, rows & (1 << _LINES) - 1)


class Index:
    """Says which rows have what is asked for. May be asked from several threads at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()

    @classmethod
    def of(cls, **rows: Iterable[Row]) -> "Index":
        """An index in memory of some rows by field; other fields are empty."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(connection, {field: rows.get(field, ()) for field in FIELDS})
        return cls(connection)

    @classmethod
    def opened(cls, path: Path) -> "Index":
        """The index in a file, which may be removed meanwhile.

        Raises:
            sqlite3.Error: it is none, or words are found by something else now.
        """
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        if connection.execute("PRAGMA user_version").fetchone() != (_made_by(),):
            connection.close()
            raise sqlite3.DatabaseError(f"{path}: made by another vocabulary or dictionary")
        return cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, field: Field, leaf: Leaf) -> np.ndarray:
        """The numbers of the rows that have a word, a phrase, or words near each other; in order."""
        inside = f"SELECT rowid FROM {field} WHERE {field} MATCH ? ORDER BY rowid"  # noqa: S608 - one of four names
        with self._lock:  # as one text, as rows would each become a tuple: that takes three times as long
            ((found,),) = self._connection.execute(
                f"SELECT group_concat(rowid) FROM ({inside})",  # noqa: S608
                (_asking(leaf),),
            ).fetchall()
        return np.fromstring(found or "", dtype=np.int64, sep=",")

    def has(self, field: Field, leaf: Leaf) -> bool:
        """Whether any row has that."""
        asked_for = f"SELECT 1 FROM {field} WHERE {field} MATCH ? LIMIT 1"  # noqa: S608 - one of four names
        with self._lock:
            return self._connection.execute(asked_for, (_asking(leaf),)).fetchone() is not None

    def vocabulary(self) -> Iterator[tuple[str, str, int]]:
        """The words of all texts: folded, as they are mostly spelled, and how often they stand there."""
        with self._lock:
            return iter(self._connection.execute("SELECT form, spelled, n FROM words").fetchall())


def write(tables: OpenSet, path: Path, before: Path | None = None) -> None:
    """Make the index of a set of tables in a file.

    Args:
        tables: the set.
        path: the file, which is not there yet.
        before: the index of other tables of the same texts, whose lines it then has: these take most of the time.

    Raises:
        sqlite3.Error: it cannot be written, or the one before is none.
        OSError: the same.
        TableError: a table is damaged.
    """
    fields = but_lines(tables)
    if before:
        copyfile(before, path)
    else:
        fields["lines"] = lines(tables)
    with closing(sqlite3.connect(path)) as connection:
        _fill(connection, fields)


def but_lines(tables: OpenSet) -> dict[str, Iterator[Row]]:
    """The rows of all fields of a set of tables but of the lines of its texts."""
    return {"events": events(tables), "actors": actors(tables), "titles": titles(tables)}


def events(tables: OpenSet) -> Iterator[Row]:
    """The events by titles, places and quotes."""
    quotes: dict[str, list[str]] = {}
    for part in tables.parts("claims", ("event_id", "quote")):
        for event_id, quote in zip(part["event_id"].to_pylist(), part["quote"].to_pylist(), strict=True):
            quotes.setdefault(event_id, []).append(quote)
    columns = ("event_id", "title", "title_en", "place", "place_en")
    read = tables.read("events", columns)
    rows = zip(*(read[column].to_pylist() for column in columns), strict=True)
    for place, (event_id, *said) in enumerate(rows):
        yield place, (*filter(None, said), *quotes.get(event_id, ()))


def actors(tables: OpenSet) -> Iterator[Row]:
    """The actors by all of their names."""
    read = tables.read("actors", ("name", "name_en", "aliases"))
    rows = zip(*(read[column].to_pylist() for column in ("name", "name_en", "aliases")), strict=True)
    for place, (name, english, aliases) in enumerate(rows):
        yield place, (name, *([english] if english else ()), *aliases)


def titles(tables: OpenSet) -> Iterator[Row]:
    """The documents by their titles."""
    for place, title in enumerate(tables.read("documents", ("title",))["title"].to_pylist()):
        yield place, (title,)


def lines(tables: OpenSet) -> Iterator[Row]:
    """The texts, line by line."""
    places = {doc_id: at for at, doc_id in enumerate(tables.read("documents", ("doc_id",))["doc_id"].to_pylist())}
    rows = (
        (places[doc_id], text)
        for part in tables.parts("texts")
        for doc_id, text in zip(part["doc_id"].to_pylist(), part["text"].to_pylist(), strict=True)
    )
    for place, text in sorted(rows, key=lambda row: row[0]):
        for number, line in enumerate(text.split("\n")):
            if line and not line.isspace():
                yield (place << _LINES) + min(number, (1 << _LINES) - 1), (line,)


class _Written(dict[str, str]):
    """What words are written into a column as."""

    def __init__(self, written: Callable[[Word], str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, spelled: str) -> str:
        self[spelled] = self._written(word(spelled))
        return self[spelled]

    def text(self, texts: Iterable[list[str]]) -> str:
        """Texts, each by its words, as one."""
        return f" {_APART} ".join([" ".join(map(self.__getitem__, words)) for words in texts])


def _fill(connection: sqlite3.Connection, fields: Mapping[str, Iterable[Row]]) -> None:
    forms = _Written(lambda one: one.form)
    stems = _Written(lambda one: one.stem)
    family = _Written(lambda one: " ".join(sorted((one.stems | one.parts) - {one.stem})))
    counted: Counter[str] = Counter()

    def columns(row: Row) -> tuple[int, str, str, str]:
        number, texts = row
        read = [words(text) for text in texts]
        for some in read:
            counted.update(some)
        return number, forms.text(read), stems.text(read), family.text(read)

    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    with connection:
        for field, rows in fields.items():
            connection.execute(f"DROP TABLE IF EXISTS {field}")
            connection.execute(  # to this tokenizer, every sign beyond ASCII is a letter
                f"CREATE VIRTUAL TABLE {field}"
                " USING fts5(form, stem, family, content='', columnsize=0, tokenize='ascii')"
            )
            connection.executemany(
                f"INSERT INTO {field} (rowid, form, stem, family) VALUES (?, ?, ?, ?)",  # noqa: S608 - as above
                map(columns, rows),
            )
        connection.execute(
            "CREATE TABLE IF NOT EXISTS words (form TEXT PRIMARY KEY, spelled TEXT, n INTEGER) WITHOUT ROWID"
        )
        connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?)", _spelled(counted, forms))
        connection.execute(f"PRAGMA user_version = {_made_by()}")


def _made_by() -> int:
    """A number for what decides by what words are found, besides this code: vocabulary and dictionary."""
    return crc32(f"{vocabulary_files.text('search.toml')} {version('simplemma')}".encode()) >> 1


def _spelled(counted: Counter[str], forms: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """The folded words with the spelling that is most frequent, and how often they stand there in any."""
    best: dict[str, tuple[str, int]] = {}
    for spelled, n in counted.most_common():
        form = forms[spelled]
        first, before = best.get(form, (spelled, 0))
        best[form] = first, before + n
    return ((form, spelled, n) for form, (spelled, n) in sorted(best.items()))


def _asking(leaf: Leaf) -> str:
    """What is asked for, in SQLite's words."""
    match leaf:
        case Term(spelled, begins):
            one = asked(spelled)
            family = [f"{{stem family}} : {_quoted(stem)}" for stem in sorted(one.stems)]
            begun = [f"form : {_quoted(one.form)} *"] if begins or long_enough(one) else []
            return " OR ".join([*family, *begun])
        case Phrase():
            *before, last = (one.form for one in leaf.read)
            forms = [f"form : {_quoted(' '.join((*before, end)))}" for end in (last, f"{last}s")]
            return " OR ".join([*forms, f"stem : {_quoted(' '.join(one.stem for one in leaf.read))}"])
        case Near(some, most):
            ways = product(*(sorted(asked(term.word).stems) for term in some))
            return " OR ".join(f"stem : NEAR({' '.join(map(_quoted, way))}, {most})" for way in ways)


def _quoted(said: str) -> str:
    doubled = said.replace('"', '""')
    return f'"{doubled}"'
