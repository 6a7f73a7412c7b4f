import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from core import store
from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between
from dashboard.asking.selection import Filters, select
from dashboard.parts.playing import STEPS, windows
from tests.dashboard.conftest import Open
from tests.synthetic import opened, tables

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
PAGES = ["network", "timeline"]


@given(DAYS, DAYS, st.integers(1, 5000))
def test_the_windows_lead_through_the_whole_stretch(one: date, other: date, length: int) -> None:
    stretch = min(one, other), max(one, other)
    steps = windows(stretch, length)
    assert len(steps) <= STEPS
    assert (steps[0][0], steps[-1][1]) == stretch
    assert steps == sorted(steps)
    assert len(steps) == 1 or {last - first for first, last in steps} == {timedelta(days=length - 1)}


def press(app: AppTest, label: str) -> None:
    """Press the button of that name; it must be there, and nothing may go wrong."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def window(app: AppTest) -> tuple[str, ...]:
    """The ends of the window in the address."""
    ends = (app.query_params.get(end) for end in ("first", "last"))
    return tuple(end if isinstance(end, str) else end[0] for end in ends if end)


def counted(corpus: Corpus, ends: tuple[str, ...]) -> str:
    """What the sidebar says of a window."""
    first, last = map(date.fromisoformat, ends)
    shown = select(corpus, Filters(first=first, last=last))
    return f"**{shown.total}** of {len(corpus.events)} events"


def said(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*app.markdown, *app.caption))


@pytest.mark.parametrize("page", PAGES)
def test_the_page_follows_where_a_play_stands_and_has_its_window_back_with_the_end(
    browse: Open, corpus: Corpus, page: str
) -> None:
    event = str(corpus.events.index[0])
    app = browse(page, event=event)
    press(app, "Play over time")
    assert window(app) == ()
    assert "Numbers, cards and tables show all of the time until you pause." in said(app)
    assert f"**{len(corpus.events)}** of" in said(app)
    seen = []
    for label in ("Pause", "One on", "One on", "One back"):
        press(app, label)
        seen.append(window(app))
        assert counted(corpus, seen[-1]) in said(app)
        assert "“Stop” brings back all of the time." in said(app)
    assert len(set(seen)) == 3
    assert seen[1] == seen[3]
    press(app, "Go on")
    assert window(app) == ()
    press(app, "Pause")
    assert window(app) == seen[3]
    press(app, "Stop")
    assert window(app) == ()
    assert app.session_state["view"].event == event
    press(app, "Play over time")


@pytest.mark.parametrize("page", PAGES)
def test_a_play_through_a_narrow_window_brings_that_back(browse: Open, page: str) -> None:
    before = ("2022-03-01", "2022-06-30")
    app = browse(page, first=before[0], last=before[1])
    press(app, "Play over time")
    assert window(app) == before
    press(app, "One on")
    assert window(app) != before
    press(app, "Stop")
    assert window(app) == before


@pytest.mark.parametrize("how", ["running", "standing"])
def test_the_window_of_a_step_can_be_kept(browse: Open, how: str) -> None:
    app = browse("network")
    press(app, "Play over time")
    press(app, "One on")
    step = window(app)
    if how == "running":
        press(app, "Go on")
    press(app, "Keep this window")
    assert window(app) == step
    assert any(button.label == "Play over time" for button in app.button)


def test_whoever_chooses_another_window_has_ended_the_play(browse: Open) -> None:
    app = browse("timeline")
    press(app, "Play over time")
    press(app, "Pause")
    app.date_input(key="control_day_from").set_value(date(2022, 2, 2)).run()
    assert window(app)[0] == "2022-02-02"
    assert any(button.label == "Play over time" for button in app.button)


def test_the_browsers_back_leads_to_the_step_before(browse: Open) -> None:
    app = browse("network")
    press(app, "Play over time")
    press(app, "Pause")
    step = window(app)
    press(app, "One on")
    app.query_params["first"], app.query_params["last"] = step
    app.run()
    assert window(app) == step
    press(app, "One on")
    press(app, "Stop")
    assert window(app) == ()


@pytest.mark.parametrize("page", PAGES)
def test_a_step_without_events_keeps_the_controls(browse: Open, tmp_path: Path, page: str) -> None:
    made = tables(4, 4, 2)
    store.place(made, tmp_path, {})
    corpus = Corpus(opened(made))
    app = browse(page, tables=tmp_path)
    press(app, "Play over time")
    press(app, "Pause")
    totals = []
    for _step in range(STEPS - 1):
        first, last = map(date.fromisoformat, window(app))
        totals.append(select(corpus, Filters(first=first, last=last)).total)
        if next(button for button in app.button if button.label == "One on").disabled:
            break
        press(app, "One on")
    assert 0 in totals
    press(app, "Go on")


def test_where_a_play_stands_the_picture_and_the_table_have_the_same_relations(browse: Open, corpus: Corpus) -> None:
    strong = between(corpus, corpus.events.index)
    strong = strong[strong["events"] >= 3]
    app = browse("network", strength="3")
    press(app, "Play over time")
    press(app, "Pause")
    listed = set()
    for _step in range(4):
        (proto,) = (
            one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("lagebild_network")
        )
        graph = json.loads(json.loads(proto.json or proto.mixed.json)["graph"])
        first, last = map(date.fromisoformat, window(app))
        now = between(corpus, select(corpus, Filters(first=first, last=last)).events.index)
        drawn = {edge["id"] for edge in graph["edges"]}
        assert drawn == set(now.index) & set(strong.index)
        rows = [frame.value for frame in app.dataframe]
        assert sum(len(frame) for frame in rows) == len(drawn)
        listed |= drawn
        press(app, "One on")
    assert listed
