"""Tables that are longer than a page of them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import store
from dashboard.asking.corpus import Corpus
from dashboard.parts.choosing import TABLE_ROWS
from tests.dashboard.conftest import Open, with_more_filters
from tests.synthetic import opened, tables

EVENTS = 5 * TABLE_ROWS // 2


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("long")
    store.place(tables(EVENTS), out, {})
    return out


@pytest.fixture(scope="module")
def dated() -> int:
    return int(Corpus(opened(tables(EVENTS))).events["date_start"].notna().sum())


def turn(app: AppTest, key: str, page: int) -> None:
    app.pagination(key=f"page_{key}").set_value(page).run()
    assert not app.exception


def test_the_pages_of_a_table_hold_every_row_once(browse: Open, long: Path, dated: int) -> None:
    app = browse("timeline", tables=long)
    rows = len(app.dataframe[0].value)
    assert rows == TABLE_ROWS
    while rows < dated:
        turn(app, "dated", rows // TABLE_ROWS + 1)
        rows += len(app.dataframe[0].value)
    assert rows == dated
    assert any(f"to {dated} of {dated}" in caption.value for caption in app.caption)


def test_a_table_opens_at_the_page_of_what_is_chosen_and_can_be_turned_on(browse: Open, long: Path) -> None:
    last = Corpus(opened(tables(EVENTS))).events.dropna(subset=["date_start"]).index[-1]
    app = browse("timeline", tables=long, event=last)
    assert app.dataframe[0].value["date"].iloc[-1].startswith("➤")
    turn(app, "dated", 1)
    assert not app.dataframe[0].value["date"].str.startswith("➤").any()


def test_a_selection_that_leaves_fewer_pages_shows_the_last(browse: Open, long: Path) -> None:
    app = with_more_filters(browse("timeline", tables=long))
    turn(app, "dated", 2)
    app.multiselect(key="control_types").set_value(["visit"]).run()
    assert not app.exception
    assert 0 < len(app.dataframe[0].value) < TABLE_ROWS


def test_short_tables_have_no_pages(browse: Open) -> None:
    assert not browse("actors").pagination
