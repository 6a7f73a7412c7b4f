"""The page on what is new, and the line that leads to it from the overview."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core import store
from core.build import build
from core.changes import Journal, news
from core.changes.journal import remember
from core.changes.state import State
from core.tables import from_frame
from dashboard import sets
from dashboard.asking import changes as asking
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters, select
from dashboard.state import Known, from_params
from tests.core.engine.small_corpus import Folder
from tests.dashboard.conftest import Open
from tests.synthetic import tables


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables in which a plan of the last build is reported, and one source with its events is new."""
    folder = tmp_path_factory.mktemp("changed")
    now = tables()
    last = now.documents["doc_id"].iloc[-1]
    before = tables()
    told = before.claims[before.claims["doc_id"] != last]
    kept = before.events[before.events["event_id"].isin(told["event_id"])].copy()
    kept["n_documents"] = kept["event_id"].map(told.groupby("event_id")["doc_id"].nunique())
    kept["n_claims"] = kept["event_id"].map(told.groupby("event_id").size())
    happened = kept.index[kept["status"] == "occurred"][0]
    kept.loc[happened, "status"] = "planned"
    frames = {
        **dict(before.items()),
        "events": kept,
        "claims": told,
        "documents": before.documents[before.documents["doc_id"] != last],
        "texts": before.texts[before.texts["doc_id"] != last],
        "participants": before.participants[before.participants["claim_id"].isin(told["claim_id"])],
        "discrepancies": before.discrepancies.iloc[:0],
    }
    earlier = State.of({name: from_frame(name, frame) for name, frame in frames.items()})
    store.place(now, folder, {})
    Journal(folder).keep("20260101T120000000000-0123abcd", earlier)
    remember(folder)
    return folder


@pytest.fixture
def corpus_of(out: Path) -> Corpus:
    located = store.located(out)
    assert located is not None
    return sets.corpus(sets.Set(located, 0))


def lists(app: AppTest) -> list[dict[str, Any]]:
    """All lines of all lists of ways on a page."""
    protos = [one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("lagebild_links")]
    return [line for proto in protos for line in json.loads(proto.json or proto.mixed.json)["lines"]]


def headings(app: AppTest) -> list[str]:
    return [str(one.value) for one in app.header]


def test_the_page_lists_every_change_with_a_way_to_its_passages(browse: Open, out: Path) -> None:
    app = browse("changes", tables=out)
    assert not app.exception
    assert headings(app)[0].startswith("Planned, and reported now (")
    assert "New sources (1)" in headings(app)
    told = [line for line in lists(app) if line["aside"].startswith("planned, ")]
    assert told
    for line in told:
        assert line["href"].startswith("reader?event=e")
        assert "&left=" in line["href"]
        assert line["quote"]


def test_a_plan_stands_with_both_passages(browse: Open, tmp_path: Path) -> None:
    sources = {"plan.txt": {"published": "2024-02-01"}}
    texts = {"plan.txt": b"Die IG Metall will am 12. Februar 2024 in Bremen streiken."}
    build(Folder(texts, sources).write(tmp_path / "texts"), tmp_path / "tables")
    texts["told.txt"] = b"Die IG Metall streikte am 12. Februar 2024 nicht."
    both = sources | {"told.txt": {"published": "2024-02-13"}}
    build(Folder(texts, both).write(tmp_path / "texts"), tmp_path / "tables")
    app = browse("changes", tables=tmp_path / "tables", lang="de")
    assert headings(app)[0] == "Geplant, und jetzt verneint oder abgesagt (1)"
    told, announced = lists(app)[:2]
    assert told["quote"] == texts["told.txt"].decode()
    assert announced["text"].startswith("Angekündigt: ")
    assert announced["quote"] == texts["plan.txt"].decode()
    assert "left=told&right=plan" in told["href"]
    assert "left=plan" in announced["href"]


def test_every_line_leads_to_what_is_there(out: Path, corpus_of: Corpus, browse: Open) -> None:
    known = Known.of(corpus_of)
    for line in lists(browse("changes", tables=out, lang="de")):
        _page, _, query = line["href"].partition("?")
        params: dict[str, list[str]] = {}
        for pair in query.split("&"):
            name, _, value = pair.partition("=")
            params.setdefault(name, []).append(value)
        assert from_params(params, known)[1] == []


def test_the_overview_leads_to_it_and_says_nothing_where_nothing_is_new(browse: Open, out: Path, folder: Path) -> None:
    (line,) = [line for line in lists(browse(tables=out)) if line["href"].startswith("changes")]
    assert line["text"].startswith("New since 1 Jan 2026, ")
    assert "plans reported" in line["text"]
    assert not [line for line in lists(browse(tables=folder)) if line["href"].startswith("changes")]


@pytest.mark.slow
def test_since_when_stands_in_the_address(browse: Open, out: Path) -> None:
    current = store.manifest(out)
    assert current is not None
    app = browse("changes", tables=out, since=current["set"])
    assert [one.value for one in app.success] == ["Nothing is new."]
    assert not [line for line in lists(browse(tables=out, since=current["set"])) if line["href"].startswith("changes")]
    app = browse("changes", tables=out, since="2020-02-03")
    assert "No older ones are remembered." in "".join(str(one.value) for one in app.caption)
    app = browse("changes", tables=out)
    app.selectbox(key="control_since_build").select("20260101T120000000000-0123abcd").run()
    assert app.session_state["view"].since == "20260101T120000000000-0123abcd"


def test_from_here_on_is_kept_in_the_address(browse: Open, out: Path) -> None:
    app = browse("changes", tables=out)
    here_on = next(button for button in app.button if button.label == "From here on")
    app = here_on.click().run()
    assert [one.value for one in app.success] == ["Nothing is new."]
    assert [one.value for one in browse("changes", tables=out, **app.query_params).success] == ["Nothing is new."]


def test_builds_of_one_minute_are_told_apart_by_their_seconds(browse: Open, out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "out", symlinks=True)
    journal = Journal(tmp_path / "out")
    (earlier, _now) = journal.builds
    for time in ("20260101T120041000000", "20260101T120500000000"):
        journal.keep(f"{time}-0123abcd", journal.state(earlier))
    (chosen,) = browse("changes", tables=tmp_path / "out", lang="de").selectbox
    zone = earlier.time.astimezone()
    hour = f"01.01.{zone:%Y}, {zone:%H}"
    said = [f"dem Stand vom {hour}:{one}" for one in ("05", "00:41", "00:00")]
    assert chosen.options == ["dem Stand vor den letzten neuen Texten", *said]


@pytest.mark.parametrize("since", ["gestern", "2026-02-30", "../../etc/passwd", "<script>"])
def test_an_address_that_means_no_time_is_told(browse: Open, out: Path, since: str) -> None:
    app = browse("changes", tables=out, since=since)
    assert not app.exception
    assert len(app.warning) == 1


def test_tables_without_a_history_say_so(browse: Open, folder: Path) -> None:
    app = browse("changes", tables=folder)
    assert [str(one.value)[:29] for one in app.info] == ["Nothing is remembered of thes"]


def test_the_first_build_has_nothing_before_it(browse: Open, tmp_path: Path) -> None:
    store.place(tables(), tmp_path, {})
    remember(tmp_path)
    app = browse("changes", tables=tmp_path)
    assert not app.exception
    assert [str(one.value)[:26] for one in app.info] == ["These are the first tables"]


def test_a_selection_shows_the_changes_of_its_events_and_counts_the_others(out: Path, corpus_of: Corpus) -> None:
    changes = news(out).changes
    whole = asking.select(corpus_of, changes, select(corpus_of, Filters()), Filters())
    assert whole == (changes, 0)
    visits = Filters(types=("visit",))
    part, left_out = asking.select(corpus_of, changes, select(corpus_of, visits), visits)
    assert {event.type for event in part.events.new} <= {"visit"}
    assert left_out > 0
    nothing = Filters(search="nirgendwo")
    assert not asking.select(corpus_of, changes, select(corpus_of, nothing), nothing).changes


def test_who_goes_on_to_newer_tables_sees_what_is_new_since_those_seen(browse: Open, tmp_path: Path) -> None:
    store.place(tables(40), tmp_path, {})
    remember(tmp_path)
    seen = store.manifest(tmp_path)
    assert seen is not None
    app = browse(tables=tmp_path)
    store.place(tables(60), tmp_path, {})
    remember(tmp_path)
    app.run()
    (button,) = [one for one in app.button if one.label == "New tables"]
    button.click().run()
    assert app.session_state["view"].since == seen["set"]
    assert [line for line in lists(app) if line["href"].startswith("changes?since=")]
