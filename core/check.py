"""Verifies a set of tables: what they say of each other and of the texts must hold in every row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.actors import knowledge
from core.actors.namesakes import QUOTES, names_a_place, names_a_ship
from core.german.tokens import unglued
from core.model import Interval, NamedParty, Why, in_words
from core.tables import SCHEMAS, VALUES, Tables, distinct, from_frame, row_numbers
from core.time import edtf, reasons
from core.vocabulary_files import names

_KEYS = {
    "documents": "doc_id",
    "texts": "doc_id",
    "claims": "claim_id",
    "events": "event_id",
    "actors": "actor_id",
    "copies": "doc_id",
}
_REFERENCES = (
    # (table, column, table that must hold the value)
    ("segments", "doc_id", "documents"),
    ("mentions", "doc_id", "documents"),
    ("mentions", "actor_id", "actors"),
    ("times", "doc_id", "documents"),
    ("claims", "doc_id", "documents"),
    ("claims", "event_id", "events"),
    ("claims", "attributed_to", "actors"),
    ("participants", "claim_id", "claims"),
    ("participants", "event_id", "events"),
    ("participants", "actor_id", "actors"),
    ("date_evidence", "claim_id", "claims"),
    ("date_evidence", "event_id", "events"),
    ("date_evidence", "doc_id", "documents"),
    ("figures", "claim_id", "claims"),
    ("figures", "event_id", "events"),
    ("figures", "doc_id", "documents"),
    ("discrepancies", "event_id", "events"),
    ("discrepancies", "claim_a", "claims"),
    ("discrepancies", "claim_b", "claims"),
    ("candidates", "event_a", "events"),
    ("candidates", "event_b", "events"),
    ("candidates", "claim_a", "claims"),
    ("candidates", "claim_b", "claims"),
    ("notes", "doc_id", "documents"),
    ("copies", "doc_id", "documents"),
    ("copies", "original", "documents"),
    ("corrections", "event_id", "events"),
    ("texts", "doc_id", "documents"),
    ("documents", "doc_id", "texts"),
)
_INTERVALS = (
    ("documents", "published_start", "published_end"),
    ("times", "date_start", "date_end"),
    ("claims", "date_start", "date_end"),
    ("events", "date_start", "date_end"),
    ("actors", "first_date", "last_date"),
)
_DATED = (
    ("documents", "published", "published_start", "published_end"),
    ("claims", "date_edtf", "date_start", "date_end"),
    ("events", "date_edtf", "date_start", "date_end"),
)
_QUOTED = {"claims": "quote", "mentions": "text", "times": "text", "date_evidence": "text", "figures": "text"}
_BOUNDED = ("claims", "events")
"""The tables in which a date may be a bound, open at one end."""
_SPANS = (
    ("segments", "start", "end"),
    ("mentions", "start", "end"),
    ("times", "start", "end"),
    ("claims", "start", "end"),
    ("claims", "trigger_start", "trigger_end"),
    ("notes", "start", "end"),
    ("date_evidence", "start", "end"),
    ("figures", "start", "end"),
)
_BASES = (
    ("text", ("whole", "partial")),
    ("context", ("carried", "event")),
    ("document", ("writing",)),
    ("correction", ("person",)),
)
"""What a date rests on, and where exactly it then comes from."""


_NO_DAY = np.iinfo(np.int64).min


class Problem(NamedTuple):
    """A row that breaks a rule; `row` is its id or its place in the text."""

    table: str
    row: str
    message: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.message}"


_Mask = np.ndarray[Any, np.dtype[np.bool_]]
_Numbers = np.ndarray[Any, np.dtype[np.int64]]


def check(tables: Tables) -> list[Problem]:
    """Every breach of the rules that a set of tables keeps; empty where there is none.

    The columns and their types, closed lists of values, ids unique and known, spans inside their text, of whole words
    and equal to what is quoted from there, no person who is a ship or a street, dates in order and at one with what
    they rest on, sentences that are what their data make, nothing that occurred after it was written or is planned
    before, segments apart, originals that are no copies, each event with its claims, and counts that agree.
    """
    broken = list(_schemas(tables))
    if broken:
        return broken  # the other rules need the columns
    return breaches(tables.arrow())


def breaches(tables: Mapping[str, pa.Table]) -> list[Problem]:
    """The same of tables by name whose columns and types are known to be right.

    As Arrow, on which the rules take a fraction of the time that they take on frames.
    """
    rules = (
        *(
            _values,
            _unique,
            _references,
            _spans,
            _quotes,
            _whole_words,
            _namesakes,
            _topics,
            _segments,
            _dates,
            _sources_of_dates,
            _reasons,
            _parties,
            _written,
            _copies,
        ),
        *(_events, _counts),
    )
    columns = _Columns(tables)
    return [problem for rule in rules for problem in rule(columns)]


class _Columns:
    """The columns of all tables, each in one piece."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = {name: table.combine_chunks() for name, table in tables.items()}
        self._row_numbers: dict[tuple[str, str, str], _Numbers] = {}  # several rules ask for the same

    def __call__(self, table: str, column: str) -> pa.Array:
        """A column."""
        return self._tables[table].column(column).combine_chunks()

    def numbers(self, table: str, column: str) -> np.ndarray[Any, Any]:
        """A column of numbers."""
        array: np.ndarray[Any, Any] = self(table, column).to_numpy()
        return array

    def row_numbers(self, table: str, column: str, target: str) -> _Numbers:
        """For each value of a column the first row of another table with that key; -1 where there is none."""
        asked = (table, column, target)
        if asked not in self._row_numbers:
            self._row_numbers[asked] = row_numbers(self._tables[table][column], self._tables[target][_KEYS[target]])
        return self._row_numbers[asked]

    def decided(self, table: str, column: str) -> _Mask:
        """The rows of a table that people have spoken of, by an id that the table `corrections` has, too."""
        spoken = self._tables["corrections"][column].drop_null().combine_chunks()
        mask: _Mask = pc.is_in(self(table, column), value_set=spoken).to_numpy(zero_copy_only=False)
        return mask

    def problems(self, table: str, broken: _Mask, message: str) -> Iterator[Problem]:
        """One for each row of a table that is marked."""
        if broken.any():
            for row in self._tables[table].filter(pa.array(broken)).to_pylist():
                yield Problem(table, _row(table, row), message)


def _row(table: str, row: Mapping[str, object]) -> str:
    """A short name for a row: its id, or where it stands."""
    if key := _KEYS.get(table):
        return str(row[key])
    if "start" in row:
        return f"{row['doc_id']}:{row['start']}-{row['end']}"
    return " ".join(map(str, list(row.values())[:3]))


def _schemas(tables: Tables) -> Iterator[Problem]:
    for name, frame in tables.items():
        schema = SCHEMAS[name]
        if list(frame.columns) != schema.names:
            wrong = ", ".join(sorted(set(frame.columns) ^ set(schema.names))) or "in another order"
            yield Problem(name, "columns", f"not those of the schema: {wrong}")
            continue
        for column in (field.name for field in schema if not field.nullable):
            if missing := int(frame[column].isna().sum()):
                yield Problem(name, column, f"{missing} values are missing")
        try:
            from_frame(name, frame)
        except pa.ArrowException as error:
            yield Problem(name, "columns", " ".join(str(part) for part in error.args))
        except ValueError:
            pass  # the values that are missing, reported above


def _values(columns: _Columns) -> Iterator[Problem]:
    for (table, column), allowed in VALUES.items():
        yield from _strange(columns, table, column, allowed, f"{column} is `{{}}`, not one of {', '.join(allowed)}")
    for table in ("claims", "events"):
        yield from _strange(
            columns, table, "type", names("event_types"), "type `{}` is no event type of the vocabulary"
        )
    for table, column in (("claims", "confidence"), ("events", "confidence"), ("copies", "similarity")):
        value = columns.numbers(table, column)
        yield from columns.problems(table, ~((value >= 0) & (value <= 1)), f"{column} is not between 0 and 1")


def _references(columns: _Columns) -> Iterator[Problem]:
    for table, column, target in _REFERENCES:
        known = columns(target, _KEYS[target])
        yield from _strange(columns, table, column, known, f"{column} `{{}}` is not in {target}")


def _strange(
    columns: _Columns, table: str, column: str, known: Sequence[str] | pa.Array, message: str
) -> Iterator[Problem]:
    """The rows with a value, null aside, that is none of the known ones; the message has a place for it."""
    values = columns(table, column)
    unknown = pc.invert(pc.is_in(values, value_set=pa.array(known, type=pa.string())))
    strange = pc.and_(unknown, pc.is_valid(values))
    for value, rows in _each(values, strange.to_numpy(zero_copy_only=False)):
        yield from columns.problems(table, rows, message.format(value))


def _each(values: pa.Array, marked: _Mask) -> Iterator[tuple[str, _Mask]]:
    """The values, null aside, that are marked anywhere, and where each is."""
    for value in pc.unique(values.filter(pa.array(marked))).drop_null().to_pylist():
        yield value, marked & pc.fill_null(pc.equal(values, value), False).to_numpy(zero_copy_only=False)


def _unique(columns: _Columns) -> Iterator[Problem]:
    for table, key in _KEYS.items():
        first = columns.row_numbers(table, key, table)
        yield from columns.problems(table, first != np.arange(len(first)), f"{key} stands twice")


def _spans(columns: _Columns) -> Iterator[Problem]:
    lengths = pc.utf8_length(columns("texts", "text")).to_numpy()
    for table, start, end in _SPANS:
        at = columns.row_numbers(table, "doc_id", "texts")
        first, last = columns.numbers(table, start), columns.numbers(table, end)
        inside = (first >= 0) & (first < last) & (last <= _taken(lengths, at))
        yield from columns.problems(table, (at >= 0) & ~inside, f"{start} and {end} are no span of the text")


def _taken(values: np.ndarray[Any, Any], rows: _Numbers) -> np.ndarray[Any, Any]:
    """The values at these rows; 0 where a row is -1, also where there are no values."""
    return np.append(values, 0)[rows]


def _quotes(columns: _Columns) -> Iterator[Problem]:
    texts = dict(zip(columns("texts", "doc_id").to_pylist(), columns("texts", "text").to_pylist(), strict=True))
    for table, column in _QUOTED.items():
        rows = zip(*(columns(table, name).to_pylist() for name in ("doc_id", "start", "end", column)), strict=True)
        wrong = [texts.get(doc_id, "")[start:end] != quote for doc_id, start, end, quote in rows]
        yield from columns.problems(
            table, np.array(wrong, dtype=bool), f"{column} is not what stands there in the text"
        )


def _whole_words(columns: _Columns) -> Iterator[Problem]:
    """Nothing that is quoted begins or ends within a word, unless the text runs two words together there."""
    for table, start, end in _SPANS:
        broken = [
            not (_BORDER.match(text, first) and _BORDER.match(text, last))
            and (_is_within_word(text, first) or _is_within_word(text, last))
            for text, first, last in _stretches(columns, table, start, end)
        ]
        message = f"{start} or {end} is within a word"
        yield from columns.problems(table, np.array(broken, dtype=bool), message)


def _stretches(columns: _Columns, table: str, start: str, end: str) -> Iterator[tuple[str, int, int]]:
    """The text of each row of a table, with a begin and an end in it."""
    texts = dict(zip(columns("texts", "doc_id").to_pylist(), columns("texts", "text").to_pylist(), strict=True))
    for doc_id, first, last in zip(*(columns(table, name).to_pylist() for name in ("doc_id", start, end)), strict=True):
        yield texts.get(doc_id, ""), first, last


def _is_within_word(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at : at + 1]
    if not ((before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit())):
        return False
    begin, end = at, at
    while begin and _WORD.match(text[begin - 1]):
        begin -= 1
    while end < len(text) and _WORD.match(text[end]):
        end += 1
    return all(begin + piece.start != at for piece in unglued(text[begin:end]))


_WORD, _BORDER = re.compile(r"[\w-]"), re.compile(r"\b")


def _namesakes(columns: _Columns) -> Iterator[Problem]:
    """No person is named by what is the name of a ship or a link in that of a street, by the words around it.

    Whom people have spoken of is whom they say.
    """
    namesakes = knowledge.load().patterns.namesakes
    persons = columns("actors", "actor_id").filter(pa.array(_is(columns("actors", "kind"), ("person",))))
    named = pc.is_in(columns("mentions", "actor_id"), value_set=persons).to_numpy(zero_copy_only=False)
    named &= _is(columns("mentions", "kind"), ("name", "alias"))
    named &= ~columns.decided("mentions", "actor_id")
    for at, (text, start, end) in enumerate(_stretches(columns, "mentions", "start", "end")):
        if named[at]:
            before, compound = _WORD_BEFORE.search(text[max(start - _NEAR, 0) : start]), _LINKS.match(text, end)
            ship = before is not None and names_a_ship(before[1], namesakes)
            words = re.split(r"[\s-]+", text[start:end])
            named[at] = ship or (compound is not None and names_a_place(words, compound[0], namesakes))
    yield from columns.problems("mentions", named, "is the name of a ship, a street or the like, and no person's")


_NEAR = 60  # characters in front of a name that hold the word before it
_LINKS = re.compile(r"(?:-\w+)+")
_WORD_BEFORE = re.compile(rf"([\w-]+) ?[{''.join(sorted(QUOTES))}]?\Z")


def _topics(columns: _Columns) -> Iterator[Problem]:
    rows = zip(columns("claims", "topic").to_pylist(), columns("claims", "quote").to_pylist(), strict=True)
    outside = [topic is not None and topic not in quote for topic, quote in rows]
    yield from columns.problems("claims", np.array(outside, dtype=bool), "the topic does not stand in the quote")


def _segments(columns: _Columns) -> Iterator[Problem]:
    at, start, end = (
        columns.row_numbers("segments", "doc_id", "documents"),
        columns.numbers("segments", "start"),
        columns.numbers("segments", "end"),
    )
    order = np.lexsort((start, at))
    overlap = (at[order][1:] == at[order][:-1]) & (start[order][1:] < end[order][:-1])
    broken = np.zeros(len(order), dtype=bool)
    broken[order[1:]] = overlap
    yield from columns.problems("segments", broken, "overlaps the segment before it")


def _dates(columns: _Columns) -> Iterator[Problem]:
    for table, first, last in _INTERVALS:
        begin, end = _days(columns(table, first)), _days(columns(table, last))
        half = (begin == _NO_DAY) != (end == _NO_DAY)
        bound = _is_null(columns, table, "date_precision") if table in _BOUNDED else np.zeros(len(half), dtype=bool)
        yield from columns.problems(table, half & ~bound, f"only one of {first} and {last} is given")
        yield from columns.problems(table, ~half & (begin > end), f"{first} is after {last}")
    for table, value, first, last in _DATED:
        named = columns(table, value).dictionary_encode()
        intervals = [_interval(name, table in _BOUNDED) for name in named.dictionary.to_pylist()]
        which = pc.fill_null(named.indices, -1).to_numpy(zero_copy_only=False)
        wrong = np.zeros(len(which), dtype=bool)
        for at, column in enumerate((first, last)):
            meant = _days(pa.array([interval and interval[at] for interval in intervals], pa.date32()))
            days = _days(columns(table, column))
            wrong |= (which >= 0) & (days != _taken(meant, which))
        unknown = np.array([interval is None for interval in intervals], dtype=bool)
        wrong |= (which >= 0) & _taken(unknown, which).astype(bool)
        for said, rows in _each(columns(table, value), wrong):
            yield from columns.problems(table, rows, f"{value} `{said}` is not its dates")


def _is_null(columns: _Columns, table: str, column: str) -> _Mask:
    nulls: _Mask = columns(table, column).is_null().to_numpy(zero_copy_only=False)
    return nulls


def _sources_of_dates(columns: _Columns) -> Iterator[Problem]:
    """A date's source goes with its basis, only a date has a precision, and what a source says is there to be seen."""
    for table in _BOUNDED:
        basis, source = columns(table, "date_basis"), columns(table, "date_source")
        apart = ~_is_null(columns, table, "date_source") & _is(basis, ("unknown",))
        for name, sources in _BASES:
            apart |= _is(basis, (name,)) & ~_is(source, sources)
        yield from columns.problems(table, apart, "date_basis and date_source do not go together")
        precise = ~_is_null(columns, table, "date_precision")
        bound = _is(basis, ("document", "unknown"))
        yield from columns.problems(table, precise & bound, "has a date_precision, but no source gives its date")
    shown = columns("date_evidence", "claim_id").filter(
        pa.array(_is(columns("date_evidence", "part"), ("expression",)))
    )
    bare = ~pc.is_in(columns("claims", "claim_id"), value_set=shown).to_numpy(zero_copy_only=False)
    told = _is(columns("claims", "date_basis"), ("text", "context"))
    yield from columns.problems("claims", bare & told, "no date_evidence shows where its date stands")


def _is(values: pa.Array, some: Sequence[str]) -> _Mask:
    """Where a column has one of some values."""
    mask: _Mask = pc.is_in(values, value_set=pa.array(some, pa.string())).to_numpy(zero_copy_only=False)
    return mask


def _reasons(columns: _Columns) -> Iterator[Problem]:
    """The sentence on when a document was written is what its data make."""
    sentences, data = (columns("documents", name).to_pylist() for name in ("published_evidence", "published_reasons"))
    wrong = [why is not None and _told(why) != said for said, why in zip(sentences, data, strict=True)]
    yield from columns.problems("documents", np.array(wrong, dtype=bool), "published_evidence is not its reasons")


def _told(why: str) -> str | None:
    """The sentence that data make; None where they make none."""
    try:
        return reasons.told(_WHY.decode(why))
    except (KeyError, msgspec.DecodeError):
        return None


_WHY = msgspec.json.Decoder(Why)


def _parties(columns: _Columns) -> Iterator[Problem]:
    """What is said of a decision about actors, in words, are those that its data name."""
    data = columns("corrections", "parties").to_pylist()
    for name in ("value", "machine", "was"):
        said = columns("corrections", name).to_pylist()
        wrong = [one is not None and not _are_named(one, name, words) for words, one in zip(said, data, strict=True)]
        yield from columns.problems("corrections", np.array(wrong, dtype=bool), f"{name} is not its parties")


def _are_named(parties: str, column: str, words: str | None) -> bool:
    """Whether the words of a column are the actors that data have for it, where they have some."""
    try:
        named = _PARTIES.decode(parties).get(column)
    except msgspec.DecodeError:
        return False
    return not named or in_words(named) == words


_PARTIES = msgspec.json.Decoder(dict[str, tuple[NamedParty, ...]])


def _written(columns: _Columns) -> Iterator[Problem]:
    """Nothing occurred after it was written or is planned before; an event after or before all that tell of it.

    What people have said of an event holds all the same.
    """
    at = columns.row_numbers("claims", "doc_id", "documents")
    begins = _days(columns("documents", "published_start"))
    ends = _days(columns("documents", "published_end"))
    earliest, latest = (np.append(days, _NO_DAY)[at] for days in (begins, ends))
    event = columns.row_numbers("claims", "event_id", "events")
    size = len(columns("events", "event_id"))
    first, last = np.full(size, np.iinfo(np.int64).max), np.full(size, _NO_DAY)
    known = (event >= 0) & (earliest != _NO_DAY)
    np.minimum.at(first, event[known], earliest[known])
    np.maximum.at(last, event[known], latest[known])
    unknown = (event >= 0) & (earliest == _NO_DAY)
    first[event[unknown]], last[event[unknown]] = _NO_DAY, np.iinfo(np.int64).max
    for table, early, late in (("claims", earliest, latest), ("events", first, last)):
        start, end = _days(columns(table, "date_start")), _days(columns(table, "date_end"))
        status = columns(table, "status")
        made_by_machine = ~columns.decided(table, "event_id")
        after = _is(status, ("occurred",)) & (start != _NO_DAY) & (late != _NO_DAY) & (start > late) & made_by_machine
        yield from columns.problems(table, after, "occurred after it was written")
        before = _is(status, ("planned",)) & (end != _NO_DAY) & (early != _NO_DAY) & (end < early) & made_by_machine
        yield from columns.problems(table, before, "is planned, but was over when it was written")


def _days(dates: pa.Array) -> _Numbers:
    """Dates as numbers of days."""
    days: _Numbers = pc.fill_null(dates.cast(pa.int32()).cast(pa.int64()), _NO_DAY).to_numpy(zero_copy_only=False)
    return days


def _interval(value: str, bounded: bool) -> Interval | tuple[date | None, date | None] | None:
    try:
        return edtf.parse_open(value) if bounded else edtf.parse(value)
    except ValueError:
        return None


def _copies(columns: _Columns) -> Iterator[Problem]:
    chained = columns.row_numbers("copies", "original", "copies") >= 0
    yield from columns.problems("copies", chained, "its original is itself a copy")


def _events(columns: _Columns) -> Iterator[Problem]:
    event_of = columns.row_numbers("claims", "event_id", "events")
    bare = ~np.isin(columns.row_numbers("events", "event_id", "events"), event_of)
    yield from columns.problems("events", bare, "no claim carries it")
    claim = columns.row_numbers("participants", "claim_id", "claims")
    crossed = columns.row_numbers("participants", "event_id", "events") != _taken(event_of, claim)
    yield from columns.problems("participants", (claim >= 0) & crossed, "its claim belongs to another event")
    outside = (columns.numbers("claims", "trigger_start") < columns.numbers("claims", "start")) | (
        columns.numbers("claims", "trigger_end") > columns.numbers("claims", "end")
    )
    yield from columns.problems("claims", outside, "the trigger is outside the quote")


def _counts(columns: _Columns) -> Iterator[Problem]:
    lengths = pc.utf8_length(columns("texts", "text")).to_numpy()
    chars = _taken(lengths, columns.row_numbers("documents", "doc_id", "texts"))
    contradicted = columns.row_numbers("discrepancies", "event_id", "events")[
        _is(columns("discrepancies", "relation"), ("contradiction",))
    ]
    differs = np.isin(columns.row_numbers("events", "event_id", "events"), contradicted)
    claimed, actor = (
        columns.row_numbers("participants", "claim_id", "claims"),
        columns.row_numbers("participants", "actor_id", "actors"),
    )
    mentioned = columns.row_numbers("mentions", "actor_id", "actors")
    event_of = columns.row_numbers("claims", "event_id", "events")
    counted = (
        ("documents", "n_chars", chars),
        ("events", "has_discrepancy", differs),
        ("events", "n_claims", _per("events", columns, event_of, np.arange(len(event_of)))),
        ("events", "n_documents", _per("events", columns, event_of, _sources(columns, "claims"))),
        ("actors", "n_mentions", _per("actors", columns, mentioned, np.arange(len(mentioned)))),
        ("actors", "n_claims", _per("actors", columns, actor, claimed)),
        ("actors", "n_documents", _per("actors", columns, mentioned, _sources(columns, "mentions"))),
    )
    for table, column, truth in counted:
        wrong = columns(table, column).to_numpy(zero_copy_only=False) != truth
        yield from columns.problems(table, wrong, f"{column} is not what the other tables add up to")


def _sources(columns: _Columns, table: str) -> _Numbers:
    """The source of each row of a table: its document, or the original of which that is a copy."""
    documents = columns.row_numbers(table, "doc_id", "documents")
    original = np.arange(len(columns("documents", "doc_id")))
    original[columns.row_numbers("copies", "doc_id", "documents")] = columns.row_numbers(
        "copies", "original", "documents"
    )
    return _taken(original, documents)


def _per(table: str, columns: _Columns, rows: _Numbers, values: _Numbers) -> _Numbers:
    """How many different values go with each row of a table, given in pairs of a row's place and a value."""
    known = rows >= 0
    size = int(values.max(initial=0)) + 2  # an unknown value is -1
    pairs = distinct(rows[known] * size + values[known] + 1)
    counts = np.bincount(pairs // size, minlength=len(columns(table, _KEYS[table])))
    numbers: _Numbers = counts[columns.row_numbers(table, _KEYS[table], table)]
    return numbers
