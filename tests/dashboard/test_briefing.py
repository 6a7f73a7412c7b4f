"""Collections made from any page, put in order, presented by link, and handed out; nobody writes who may not."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core import briefings
from core.briefings import COLLECTIONS, Collection, Event, Network, Passages, Reference, Text, Timeline
from core.briefings.collecting import Added, Edited, Made
from core.briefings.noting import OnEvent, Written
from core.handouts import docx, html
from dashboard import sets
from dashboard.asking.corpus import Corpus
from dashboard.hosting import NAME, SETTING
from dashboard.parts.briefing import file_name
from dashboard.scenes.handout import handout
from dashboard.state import View
from dashboard.words.i18n import speaking
from tests.dashboard.conftest import Open

HOSTILE = "<script>window.__pwned=1</script> ![x](y) $x$ :red[x] <img src=x onerror=y>"


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus folder, which this visitor may write to."""
    monkeypatch.setenv("LAGEBILD_CORPUS", str(tmp_path))
    monkeypatch.setenv(SETTING, "on")
    monkeypatch.setenv(NAME, "Erika")
    monkeypatch.setenv("LAGEBILD_TABLES", str(folder))
    return tmp_path


def button(app: AppTest, label: str) -> Any:
    return next(one for one in app.button if one.label == label)


def stage(app: AppTest) -> dict[str, Any]:
    """What the open stop shows."""
    [proto] = [one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("stage")]
    shown: dict[str, Any] = json.loads(proto.json or proto.mixed.json)
    return shown


def only(beside: Path) -> Collection:
    [collection] = briefings.collections(beside)
    return collection


def words(beside: Path) -> list[str]:
    return [stop.words for stop in only(beside).stops]


@pytest.fixture
def three(beside: Path) -> Path:
    """A collection of three texts of one's own."""
    stops = [Added("c", f"s{number}", Text(), words=f"Wort {number}") for number in range(3)]
    briefings.keep(beside, [Made("c", HOSTILE), *stops], "Max")
    return beside


def test_without_a_collection_the_page_says_how_one_comes_about(browse: Open) -> None:
    app = browse("briefing")
    assert not app.exception
    assert "Collect" in app.info[0].value


def test_who_may_not_write_sees_collections_and_is_offered_no_change(
    browse: Open, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "off")
    app = browse("briefing", collection=only(three).id)
    labels = {one.label for one in app.button}
    assert stage(app)["words"] == "Wort 0"
    assert "Present" in labels
    assert not labels & {"Up", "Down", "Remove", "Keep", "Add words of your own", "Delete the collection", "Collect"}
    assert not [one for one in browse("timeline", event="e000003").button if "Collect" in one.label]


def test_where_the_corpus_is_elsewhere_it_is_said_why_nothing_can_be_kept(
    browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAGEBILD_CORPUS", "s3://bucket/texts")
    app = browse("briefing")
    assert "another file system" in app.info[0].value


def collect(app: AppTest, label: str, into: str | None = None, note: str = "") -> AppTest:
    """Open the dialog of a page and keep what it offers."""
    button(app, label).click().run()
    if into is not None:
        app.selectbox[-1].set_value(into)
    if note:
        app.text_area[-1].set_value(note)
    button(app, "Keep").click().run()
    assert not app.exception
    return app


def test_an_event_is_collected_from_its_card_with_its_passages_and_a_note(
    browse: Open, corpus: Corpus, beside: Path
) -> None:
    event = corpus.events.index[corpus.events["n_documents"] > 1][0]
    collect(browse("timeline", event=event), "Collect", note=HOSTILE)
    collection = only(beside)
    [stop] = collection.stops
    assert (collection.by, stop.by, stop.words) == ("Erika", "Erika", HOSTILE)
    assert isinstance(stop.what, Event)
    assert stop.what.event.id == event
    assert len(stop.what.passages) == 2


def test_what_is_collected_next_goes_into_the_same_collection(browse: Open, beside: Path) -> None:
    app = collect(browse("timeline", event="e000003"), "Collect")
    collect(app, "Collect")
    kinds = [type(stop.what) for stop in only(beside).stops]
    assert kinds == [Event, Event]


@pytest.mark.parametrize(
    ("page", "label", "params", "kind"),
    [
        ("timeline", "Collect the timeline", {"types": "visit"}, Timeline),
        ("network", "Collect the network", {}, Network),
        ("actors", "Collect", {"actor": "actor-1"}, Network),
    ],
)
def test_pages_are_collected_as_they_are_shown(
    browse: Open, beside: Path, page: str, label: str, params: dict[str, str], kind: type
) -> None:
    collect(browse(page, **params), label)
    [stop] = only(beside).stops
    assert isinstance(stop.what, Timeline | Network)
    assert type(stop.what) is kind
    view = stop.what.view
    assert all(view[name] == (value,) for name, value in params.items())


def test_the_passages_that_stand_side_by_side_in_the_reader_are_collected(
    browse: Open, beside: Path, corpus: Corpus
) -> None:
    event = corpus.events.index[corpus.events["n_documents"] > 1][0]
    left, right = corpus.documents_of(event)[:2]
    collect(browse("reader", event=event, left=left, right=right), "Collect the passages side by side")
    [stop] = only(beside).stops
    assert isinstance(stop.what, Passages)
    assert [one.doc_id for one in stop.what.passages] == [left, right]


def test_a_note_stands_on_the_card_of_its_event_and_on_the_page(browse: Open, beside: Path) -> None:
    app = collect(browse("timeline", event="e000003"), "Collect", into="", note="Datum prüfen")
    assert briefings.collections(beside) == ()
    [note] = briefings.notes(beside)
    assert (note.text, note.by) == ("Datum prüfen", "Erika")
    assert any("Datum prüfen" in one.value for one in app.markdown)
    page = browse("briefing")
    assert any("Datum prüfen" in one.value for one in page.markdown)
    button(page, "Strike the note").click().run()
    assert briefings.notes(beside) == ()


def test_stops_are_moved_removed_and_taken_back(browse: Open, three: Path) -> None:
    app = browse("briefing", stop="1")
    button(app, "Down").click().run()
    assert words(three) == ["Wort 1", "Wort 0", "Wort 2"]
    button(app, "Down").click().run()
    assert words(three) == ["Wort 1", "Wort 2", "Wort 0"]
    assert stage(app)["words"] == "Wort 0"
    button(app, "Up").click().run()
    assert words(three) == ["Wort 1", "Wort 0", "Wort 2"]
    button(app, "Remove").click().run()
    assert words(three) == ["Wort 1", "Wort 2"]
    button(app, "Take back").click().run()
    assert words(three) == ["Wort 1", "Wort 0", "Wort 2"]
    assert not app.exception


def test_title_and_words_of_a_stop_are_written(browse: Open, three: Path) -> None:
    app = browse("briefing", stop="2")
    app.text_input(key="title_s1").set_value(HOSTILE)
    app.text_area(key="words_s1").set_value("Neu").run()
    assert [(stop.title, stop.words) for stop in only(three).stops][1] == (HOSTILE, "Neu")
    assert (stage(app)["title"], stage(app)["words"]) == (HOSTILE, "Neu")


def test_what_another_wrote_meanwhile_is_shown_beside_ones_own(browse: Open, three: Path) -> None:
    app = browse("briefing", stop="1")
    briefings.keep(three, [Edited("c", "s0", "", "Von Max", was_title="", was_words="Wort 0")], "Max")
    app.text_area(key="words_s0").set_value("Von Erika").run()
    [stop, *_others] = only(three).stops
    assert (stop.words, stop.also_written) == ("Von Erika", ("Von Max",))
    assert any("Von Max" in one.value for one in app.warning)


def test_a_collection_is_made_renamed_deleted_and_taken_back(browse: Open, beside: Path) -> None:
    app = browse("briefing")
    app.text_input(key="title_made").set_value("Lage")
    button(app, "Keep").click().run()
    id_ = only(beside).id
    app.text_input(key=f"title_{id_}").set_value("Lage am Montag")
    next(one for one in app.button if one.label == "Keep" and id_ in str(one.form_id)).click().run()
    assert only(beside).title == "Lage am Montag"
    button(app, "Delete the collection").click().run()
    assert briefings.collections(beside) == ()
    button(app, "Take back").click().run()
    assert only(beside).title == "Lage am Montag"


def test_presenting_shows_one_stop_without_menu_and_goes_on_and_back(browse: Open, three: Path) -> None:
    app = browse("briefing", present=only(three).id, stop="2")
    assert not app.sidebar.children
    assert not app.title
    assert stage(app)["words"] == "Wort 1"
    assert (stage(app)["screen"], "**2 / 3**") == (HOSTILE, app.markdown[0].value)
    button(app, "On").click().run()
    assert stage(app)["words"] == "Wort 2"
    assert button(app, "On").disabled
    assert (app.session_state["view"].present, app.session_state["view"].stop) == ("c", 3)
    button(app, "Leave").click().run()
    assert app.session_state["view"] == View(collection="c", stop=3)
    assert app.sidebar.children


def test_a_link_to_what_is_not_there_says_so(browse: Open, beside: Path) -> None:
    app = browse("briefing", present="nowhere")
    assert not app.exception
    assert "no such collection" in app.info[0].value
    briefings.keep(beside, [Made("c", "leer")], None)
    assert "no stops" in browse("briefing", present="c").info[0].value
    assert browse("briefing", present="c", stop="99").info


def test_a_damaged_journal_is_told_with_its_line(browse: Open, beside: Path) -> None:
    (beside / COLLECTIONS).write_text("{}\n")
    app = browse("briefing")
    assert not app.exception
    assert "line 1" in app.error[0].value.replace("\\", "")
    assert not browse("timeline", event="e000003").exception


def test_strange_words_of_people_stay_words(browse: Open, beside: Path) -> None:
    stops = [Added("c", "s", Text(), HOSTILE, HOSTILE), Added("c", "t", Event(Reference("e000003")), HOSTILE, HOSTILE)]
    briefings.keep(beside, [Made("c", HOSTILE), *stops], HOSTILE)
    briefings.keep(beside, [Written("n", OnEvent(Reference("e000003")), HOSTILE)], HOSTILE)
    app = browse("briefing", stop="1")
    shown = [*app.markdown, *app.caption, *app.warning]
    labels = [one.label for one in app.button]
    for said in (*(str(one.value) for one in shown), *labels):
        for sign in (r"\<script", r"\<img", r"\]\(y", r"\$x\$", r"\:red\["):
            assert re.search(r"(?<!\\)" + sign, said) is None, said


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_handout_holds_the_path_in_the_language_of_who_asks(beside: Path, corpus: Corpus, lang: str) -> None:
    event = corpus.events.index[corpus.events["n_documents"] > 1][0]
    stops = [
        Added("c", "a", Text(), "Worum", HOSTILE),
        Added("c", "b", Event(Reference(event))),
        Added("c", "d", Timeline({}, date(2021, 1, 1), date(2025, 12, 31))),
        Added("c", "e", Network({}, None)),
    ]
    briefings.keep(beside, [Made("c", HOSTILE), *stops], None)
    tables = sets.latest()
    assert tables
    with speaking(lang):
        made = handout(tables, only(beside), corpus.documents["published_start"].max().date())
    assert [one.kind for one in made.sections] == ["text", "event", "timeline", "network"]
    assert {one.doc_id for one in made.sources} == {one.anchor.doc_id for one in made.passages}
    assert made.words.sources == {"en": "Sources", "de": "Quellen"}[lang]
    assert len(html.quotes(html.page(made), "x").quotes) == len(made.passages) > 1
    assert docx.words(docx.document(made), "x").count("Worum") == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Japan und die NATO", "japan-und-die-nato"),
        ("../../etc <x>", "etc-x"),
        ("??", "briefing"),
        ("Ü" * 99, "ü" * 60),
    ],
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert file_name(title) == name
