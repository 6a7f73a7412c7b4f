"""Verifies a set of tables: what they say of each other and of the texts must hold in every row."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.model import Interval
from core.tables import SCHEMAS, VALUES, Tables
from core.time import edtf
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
    ("discrepancies", "event_id", "events"),
    ("discrepancies", "claim_a", "claims"),
    ("discrepancies", "claim_b", "claims"),
    ("notes", "doc_id", "documents"),
    ("copies", "doc_id", "documents"),
    ("copies", "original", "documents"),
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
_QUOTED = {"claims": "quote", "mentions": "text", "times": "text"}
_SPANS = (
    ("segments", "start", "end"),
    ("mentions", "start", "end"),
    ("times", "start", "end"),
    ("claims", "start", "end"),
    ("claims", "trigger_start", "trigger_end"),
    ("notes", "start", "end"),
)


class Problem(NamedTuple):
    """A row that breaks a rule; `row` is its id or its place in the text."""

    table: str
    row: str
    message: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.message}"


def check(tables: Tables) -> list[Problem]:
    """Every breach of the rules that a set of tables keeps; empty where there is none.

    The columns and their types, closed lists of values, ids unique and known, spans inside their text and equal to
    what is quoted from there, dates in order, segments apart, originals that are no copies, each event with its claims,
    and counts that agree.
    """
    broken = list(_schemas(tables))
    if broken:
        return broken  # the other rules need the columns
    rules = (_values, _unique, _references, _spans, _quotes, _segments, _dates, _copies, _events, _counts)
    return [problem for rule in rules for problem in rule(tables)]


def _row(table: str, row: pd.Series) -> str:
    """A short name for a row: its id, or where it stands."""
    if key := _KEYS.get(table):
        return str(row[key])
    if "start" in row:
        return f"{row['doc_id']}:{row['start']}-{row['end']}"
    return " ".join(str(value) for value in row.iloc[:3])


def _problems(table: str, frame: pd.DataFrame, message: str) -> Iterator[Problem]:
    for _, row in frame.iterrows():
        yield Problem(table, _row(table, row), message)


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
            pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
        except pa.ArrowException as error:
            yield Problem(name, "columns", " ".join(str(part) for part in error.args))
        except ValueError:
            pass  # the values that are missing, reported above


def _values(tables: Tables) -> Iterator[Problem]:
    frames = dict(tables.items())
    for (table, column), allowed in VALUES.items():
        frame = frames[table]
        strange = frame[_strange(frame[column], allowed)]
        for value, rows in strange.groupby(column):
            yield from _problems(table, rows, f"{column} is `{value}`, not one of {', '.join(allowed)}")
    types = names("event_types")
    for table in ("claims", "events"):
        frame = frames[table]
        for value, rows in frame[_strange(frame["type"], sorted(types))].groupby("type"):
            yield from _problems(table, rows, f"type `{value}` is no event type of the vocabulary")
    for table, column in (("claims", "confidence"), ("events", "confidence"), ("copies", "similarity")):
        frame = frames[table]
        yield from _problems(table, frame[~frame[column].between(0, 1)], f"{column} is not between 0 and 1")


def _unique(tables: Tables) -> Iterator[Problem]:
    frames = dict(tables.items())
    for table, key in _KEYS.items():
        frame = frames[table]
        yield from _problems(table, frame[frame[key].duplicated()], f"{key} stands twice")


def _references(tables: Tables) -> Iterator[Problem]:
    frames = dict(tables.items())
    for table, column, target in _REFERENCES:
        frame, known = frames[table], frames[target][_KEYS[target]]
        strange = frame[_strange(frame[column], known)]
        for value, rows in strange.groupby(column):
            yield from _problems(table, rows, f"{column} `{value}` is not in {target}")


def _strange(values: pd.Series, known: Iterable[str]) -> Any:
    """Which values, null aside, are none of the known ones; on large tables far quicker than pandas' own."""
    text = pa.array(values, type=pa.string())
    unknown = pc.invert(pc.is_in(text, value_set=pa.array(known, type=pa.string())))
    return pc.and_(unknown, pc.is_valid(text)).to_numpy(zero_copy_only=False)


def _numbers(keys: pd.Series, values: Mapping[Any, int]) -> pd.Series:
    """The number of each key, NaN for one that has none; numbers also where there are no rows."""
    return keys.map(values).astype("float64")


def _texts(tables: Tables) -> Mapping[str, str]:
    return dict(zip(tables.texts["doc_id"], tables.texts["text"], strict=True))


def _spans(tables: Tables) -> Iterator[Problem]:
    lengths = {doc_id: len(text) for doc_id, text in _texts(tables).items()}
    for table, start, end in _SPANS:
        frame: pd.DataFrame = getattr(tables, table)
        length = _numbers(frame["doc_id"], lengths)
        inside = (frame[start] >= 0) & (frame[start] < frame[end]) & (frame[end] <= length)
        yield from _problems(table, frame[length.notna() & ~inside], f"{start} and {end} are no span of the text")


def _quotes(tables: Tables) -> Iterator[Problem]:
    texts = _texts(tables)
    for table, column in _QUOTED.items():
        frame: pd.DataFrame = getattr(tables, table)
        rows = zip(*(frame[name].tolist() for name in ("doc_id", "start", "end", column)), strict=True)
        wrong = [texts.get(doc_id, "")[start:end] != quote for doc_id, start, end, quote in rows]
        yield from _problems(
            table, frame[np.array(wrong, dtype=bool)], f"{column} is not what stands there in the text"
        )


def _segments(tables: Tables) -> Iterator[Problem]:
    ordered = tables.segments.sort_values(["doc_id", "start"])
    overlap = (ordered["doc_id"] == ordered["doc_id"].shift()) & (ordered["start"] < ordered["end"].shift())
    yield from _problems("segments", ordered[overlap], "overlaps the segment before it")


def _dates(tables: Tables) -> Iterator[Problem]:
    for table, first, last in _INTERVALS:
        frame: pd.DataFrame = getattr(tables, table)
        half = frame[first].isna() != frame[last].isna()
        yield from _problems(table, frame[half], f"only one of {first} and {last} is given")
        both = frame[frame[first].notna() & frame[last].notna()]
        yield from _problems(table, both[both[first] > both[last]], f"{first} is after {last}")
    for table, value, first, last in _DATED:
        frame = getattr(tables, table)
        named = frame[frame[value].notna()]
        rows = zip(*(named[name].tolist() for name in (value, first, last)), strict=True)
        wrong = [_interval(edtf_value) != (begin, end) for edtf_value, begin, end in rows]
        for _, row in named[np.array(wrong, dtype=bool)].iterrows():
            yield Problem(table, _row(table, row), f"{value} `{row[value]}` is not its dates")


@lru_cache(100_000)
def _interval(value: str) -> Interval | None:
    try:
        return edtf.parse(value)
    except ValueError:
        return None


def _copies(tables: Tables) -> Iterator[Problem]:
    copies = tables.copies
    yield from _problems("copies", copies[copies["original"].isin(copies["doc_id"])], "its original is itself a copy")


def _events(tables: Tables) -> Iterator[Problem]:
    events, claims, participants = tables.events, tables.claims, tables.participants
    bare = events[_strange(events["event_id"], claims["event_id"])]
    yield from _problems("events", bare, "no claim carries it")
    event_of = claims.drop_duplicates("claim_id").set_index("claim_id")["event_id"]
    known = participants[~_strange(participants["claim_id"], event_of.index)]
    crossed = known[known["event_id"] != known["claim_id"].map(event_of)]
    yield from _problems("participants", crossed, "its claim belongs to another event")
    outside = claims[(claims["trigger_start"] < claims["start"]) | (claims["trigger_end"] > claims["end"])]
    yield from _problems("claims", outside, "the trigger is outside the quote")


def _counts(tables: Tables) -> Iterator[Problem]:
    # Copies of one text are one source.
    originals = dict(zip(tables.copies["doc_id"], tables.copies["original"], strict=True))
    claims, mentions = (
        frame.assign(source=[originals.get(doc_id, doc_id) for doc_id in frame["doc_id"].tolist()])
        for frame in (tables.claims, tables.mentions)
    )
    by_event = claims.groupby("event_id")
    by_actor = tables.participants.merge(claims[["claim_id", "doc_id"]], on="claim_id").groupby("actor_id")
    counted = (
        ("documents", "n_chars", {doc_id: len(text) for doc_id, text in _texts(tables).items()}),
        ("events", "n_claims", by_event.size().to_dict()),
        ("events", "n_documents", by_event["source"].nunique().to_dict()),
        ("actors", "n_mentions", tables.mentions.groupby("actor_id").size().to_dict()),
        ("events", "has_discrepancy", dict.fromkeys(tables.discrepancies["event_id"], 1)),
        ("actors", "n_claims", by_actor["claim_id"].nunique().to_dict()),
        ("actors", "n_documents", mentions.groupby("actor_id")["source"].nunique().to_dict()),
    )
    for table, column, truth in counted:
        frame: pd.DataFrame = getattr(tables, table)
        right = _numbers(frame[_KEYS[table]], truth).fillna(0)
        yield from _problems(table, frame[frame[column] != right], f"{column} is not what the other tables add up to")
