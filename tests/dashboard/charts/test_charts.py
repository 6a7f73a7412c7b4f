import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard import state
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Event, records
from dashboard.charts import bars, specs
from dashboard.charts.lanes import by, order
from dashboard.charts.marks import MAX_DOCUMENTS, NONE, REST, Special, document_rows, lanes, ms, periods, pointed, rows
from dashboard.words.i18n import speaking
from tests.synthetic import tables

DAY = 86_400_000
WINDOW = (date(2021, 1, 1), date(2025, 12, 31))


def described(events: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"date": "", "type_label": "", "status_label": "", "basis": "", "said": ""}, index=events.index)


def drawn(corpus: Corpus, window: tuple[date, date] = WINDOW, chosen: str | None = None) -> pd.DataFrame:
    events = corpus.events.dropna(subset=["date_start"])
    placed = lanes(events, None, 20)
    named = {lane: lane.upper() for lane in sorted(set(placed["lane"]))}
    return rows(events.assign(label=events["title"]), placed, named, window, Special(chosen), described)


def test_a_mark_is_as_long_as_its_date_is_uncertain(corpus: Corpus) -> None:
    frame = drawn(corpus).set_index("event_id")
    for event in records(corpus.events.dropna(subset=["date_start"]), Event):
        assert event.date_start
        assert event.date_end
        mark: Any = frame.loc[event.event_id]
        assert pd.Timestamp(mark["start"], unit="ms").date() == event.date_start
        assert pd.Timestamp(mark["end"] - DAY, unit="ms").date() == event.date_end
        assert mark["form"] == ("interval" if event.date_end > event.date_start else "day")


def bounded(corpus: Corpus, window: tuple[date, date] = WINDOW) -> pd.DataFrame:
    """The marks of the events that only have bounds, with these."""
    events = corpus.events[corpus.events["date_start"].isna()].dropna(subset=["placed_start"])
    placed = lanes(events, None, 20)
    named = {lane: lane for lane in set(placed["lane"])}
    frame = rows(events.assign(label=""), placed, named, window, Special(), described)
    return frame.join(events[["bound_start", "bound_end"]], on="event_id")


@pytest.mark.parametrize(("form", "known", "open_"), [("until", "bound_end", "start"), ("since", "bound_start", "end")])
def test_a_bound_stands_at_its_day_and_fades_into_its_open_side(
    corpus: Corpus, form: str, known: str, open_: str
) -> None:
    frame = bounded(corpus)
    marks = frame[frame["form"] == form]
    assert len(marks) > 0
    days = marks[known].astype("int64") * 1000
    assert (marks["middle"] == days + DAY // 2).all()
    beyond = days - marks["start"] if open_ == "start" else marks["end"] - days - DAY
    assert (beyond > 30 * DAY).all()
    assert (frame["end"] <= ms(WINDOW[1]) + DAY).all()
    assert (frame["start"] >= ms(WINDOW[0])).all()


def test_an_event_with_two_bounds_is_a_bar_of_its_own_kind(corpus: Corpus) -> None:
    frame = bounded(corpus)
    assert set(frame["form"]) == {"closed", "until", "since"}
    closed = frame[frame["form"] == "closed"]
    assert (closed["end"] - closed["start"] - DAY == (closed["bound_end"] - closed["bound_start"]).dt.days * DAY).all()
    assert not frame["firm"].any()


def test_more_sources_make_a_larger_sign(corpus: Corpus) -> None:
    days = drawn(corpus).query("form == 'day'")
    assert days.groupby("n_documents")["size"].max().is_monotonic_increasing
    assert days["size"].nunique() > 1


def test_each_form_is_drawn_by_a_layer_of_its_own() -> None:
    spec = specs.timeline(
        "en", (("title", "Event"),), (("visit", "Visit", "#2f7fc1"),), (("occurred", "circle"),), True
    )
    drawn = json.dumps(spec["layer"])
    assert all(f"datum.form === '{form}'" in drawn for form in ("interval", "closed", "until", "since"))
    gradients = [layer["encoding"]["color"]["value"]["expr"] for layer in spec["layer"] if "gradient:" in str(layer)]
    assert len(gradients) == 2
    assert all("#2f7fc1" in one for one in gradients)


def test_marks_in_one_row_do_not_touch(corpus: Corpus) -> None:
    for _slot, row in drawn(corpus).sort_values("start").groupby("slot"):
        assert (row["start"].to_numpy()[1:] >= row["end"].to_numpy()[:-1]).all()


def test_the_first_row_of_each_lane_carries_its_name(corpus: Corpus) -> None:
    slots = drawn(corpus)["slot"].str.split("|", expand=True)
    assert set(slots.loc[slots[1] == "000", 2]) == set(slots[2])


def test_a_date_that_reaches_beyond_the_window_is_cut_and_marked_open(corpus: Corpus) -> None:
    window = (date(2022, 6, 1), date(2022, 6, 30))
    frame = drawn(corpus, window)
    frame = frame[(frame["end"] > frame["start"])]
    assert frame["start"].min() >= ms(window[0])
    year = frame[frame["date"].notna() & frame["cut_left"] & frame["cut_right"]]
    assert len(year) > 0
    assert set(year["end"]) == {ms(window[1]) + DAY}


def test_only_the_chosen_event_is_marked_chosen(corpus: Corpus) -> None:
    frame = drawn(corpus, chosen="e000001")
    assert set(frame.loc[frame["chosen"], "event_id"]) == {"e000001"}


def test_an_event_stands_in_the_lane_of_each_of_its_actors(corpus: Corpus) -> None:
    events = corpus.events.dropna(subset=["date_start"])
    placed = lanes(events, by(corpus, "actor"), 20)
    first = events.index[0]
    assert set(placed.loc[placed["event_id"] == first, "lane"]) == set(corpus.parts.of(first)["actor_id"])


@pytest.mark.parametrize("choice", state.LANES)
def test_every_event_has_a_lane_the_fullest_are_kept_and_the_rest_stands_in_one(corpus: Corpus, choice: str) -> None:
    placed = lanes(corpus.events, by(corpus, choice), 2)
    assert set(placed["event_id"]) == set(corpus.events.index)
    assert len({*placed["lane"]} - {REST, NONE}) == 2
    with speaking("en"):
        named = order(corpus, placed, choice)
    assert [*named][:2] == [lane for lane in named if lane not in (REST, NONE)]
    assert set(named) == set(placed["lane"])
    assert not placed.loc[placed["lane"] == REST, "event_id"].isin(placed.loc[placed["lane"] != REST, "event_id"]).any()


def test_an_event_stands_in_the_lane_of_its_place(corpus: Corpus) -> None:
    placed = lanes(corpus.events, by(corpus, "place"), 100).set_index("event_id")["lane"]
    assert placed.nunique() > 1
    assert (placed == corpus.events["place"].fillna(NONE).loc[placed.index]).all()


def test_the_chart_points_to_a_chosen_event_before_and_behind_it(corpus: Corpus) -> None:
    event = corpus.events.dropna(subset=["date_start"]).iloc[0]
    day = event["placed_start"].date()
    spans = [(day + timedelta(days=by), day + timedelta(days=by + 90)) for by in (-200, -30, 900)]
    assert [pointed(event, span, "")["points"].item() for span in spans] == [
        "triangle-right",
        "triangle-down",
        "triangle-left",
    ]


@pytest.mark.parametrize("window", [(date(2023, 1, 1), date(2023, 2, 1)), (date(2022, 6, 1), date(2023, 6, 1)), WINDOW])
def test_periods_count_every_event_once(corpus: Corpus, window: tuple[date, date]) -> None:
    events = corpus.events.dropna(subset=["date_start"])
    inside = events[(events["date_start"] <= pd.Timestamp(window[1])) & (events["date_end"] >= pd.Timestamp(window[0]))]
    placed = lanes(inside, None, 20)
    counted = periods(inside, placed, {lane: lane for lane in set(placed["lane"])}, window)
    assert counted["n"].sum() == len(inside)
    assert (counted["first"] <= counted["last"]).all()


def test_documents_without_a_date_have_no_mark(corpus: Corpus) -> None:
    documents = corpus.documents.copy()
    documents.loc["text-000", ["published_start", "published_end"]] = pd.NaT
    marks = document_rows(documents, WINDOW, "own", str)
    assert len(marks) == len(documents) - 1
    assert document_rows(documents.iloc[:0], WINDOW, "own", str).empty


def test_many_documents_are_counted_and_none_is_lost() -> None:
    many = tables(0, 0, 900).documents.assign(published_start=pd.Timestamp("2022-03-01"))
    many["published_start"] += pd.to_timedelta(many.index % 300, unit="D")
    many = many.assign(published_end=many["published_start"]).astype(
        {"published_start": "datetime64[s]", "published_end": "datetime64[s]"}
    )
    marks = document_rows(many, (date(2022, 1, 1), date(2023, 12, 31)), "own", str)
    assert len(marks) <= MAX_DOCUMENTS
    assert marks["title"].astype(int).sum() == 900
    assert (marks["start"].iloc[1:].to_numpy() >= marks["end"].iloc[:-1].to_numpy()).all()


TITLE, COUNT = (("title", "Ereignis"),), (("n", "Ereignisse"),)
KINDS, SHAPES = (("visit", "Besuch", "#2f7fc1"), ("force", "Gewalt", "#b03a2e")), (("occurred", "circle"),)
SPECS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "bars": lambda: bars.spec("de", COUNT, 20, WINDOW),
    "bars with a window": lambda: bars.spec("de", COUNT, 20, WINDOW, WINDOW),
    "periods": lambda: specs.periods("de", COUNT, 20),
    "marks": lambda: specs.timeline("de", TITLE, KINDS, SHAPES, True),
    "marks without a legend": lambda: specs.timeline("de", TITLE, KINDS, SHAPES, False),
}


@pytest.mark.slow
@pytest.mark.parametrize("chart", SPECS)
def test_a_specification_is_one_of_vega_lite(chart: str) -> None:
    alt.LayerChart.from_dict({**SPECS[chart](), "data": {"name": "rows"}})  # raises what is wrong with it


@pytest.mark.parametrize("chart", SPECS)
def test_months_are_named_in_the_language(chart: str) -> None:
    spec = SPECS[chart]()
    assert spec["config"]["locale"]["time"]["months"][2] == "März"
    assert spec["config"]["locale"]["time"]["days"][0] == "Sonntag"
