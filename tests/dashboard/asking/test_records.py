from datetime import date
from typing import Any, Literal, NamedTuple, get_type_hints

import pyarrow as pa
import pytest

from core import model
from core.columns import TABLES, Column
from core.tables import typed_rows
from dashboard.asking import records
from dashboard.asking.corpus import Corpus
from tests.synthetic import opened, tables

ROWS = {
    "documents": records.Document,
    "actors": records.Actor,
    "events": records.Event,
    "claims": records.Claim,
    "discrepancies": records.Discrepancy,
    "candidates": records.Candidate,
    "mentions": records.Mention,
    "times": records.Time,
    "notes": model.Note,
    "segments": model.Segment,
}
APART = {"bound_start", "bound_end"}
"""What the app makes of the columns of dates; see `frames.bounds_apart`."""

KINDS: dict[pa.DataType, Any] = {
    pa.string(): str,
    pa.int64(): int,
    pa.float64(): float,
    pa.bool_(): bool,
    pa.date32(): date,
    pa.list_(pa.string()): list[str],
}


def hint(column: Column) -> Any:
    kind = Literal[column.values] if column.values else KINDS[column.type]
    return kind | None if column.optional else kind


@pytest.mark.parametrize(("table", "row"), ROWS.items())
def test_the_fields_of_a_row_are_what_the_columns_say(table: str, row: type[NamedTuple]) -> None:
    columns = TABLES[table].columns
    fields = get_type_hints(row)
    assert {name: said for name, said in fields.items() if name not in APART} == {
        name: hint(columns[name]) for name in fields if name not in APART
    }


def test_what_is_missing_in_a_frame_is_none_and_days_are_dates() -> None:
    made = tables(12)
    made.events.loc[0, "place"] = None
    corpus = Corpus(opened(made))
    event = records.record(corpus.events, "e000000", records.Event)
    assert (event.event_id, event.place) == ("e000000", None)
    events = list(records.records(corpus.events, records.Event))
    assert {type(one.date_start) for one in events} == {date, type(None)}
    assert {type(one.date_precision) for one in events} == {str, type(None)}


def test_rows_of_a_table_are_read_by_their_names() -> None:
    table = pa.table({"text": ["so"], "start": [3], "kind": ["spelling"], "end": [5], "text_de": ["also"]})
    assert list(typed_rows(table, model.Note)) == [model.Note(3, 5, "spelling", "so", "also")]


def test_a_whole_number_stays_one_where_others_are_missing() -> None:
    made = tables()
    made.discrepancies.loc[0, ["start_a", "end_a"]] = 3, 7
    first, second, *_rest = records.records(Corpus(opened(made)).discrepancies, records.Discrepancy)
    assert "words"[first.start_a : first.end_a] == "words"[3:7]
    assert (second.start_a, second.end_a) == (None, None)
