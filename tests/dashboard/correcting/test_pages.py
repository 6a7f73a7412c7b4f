"""What an editor sees and presses, and what a visitor who may not correct does not."""

import os
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.changes import Journal
from core.corrections import kept
from core.corrections.model import EventStatus, EventType, NewActor, NotEvent, SameActor, in_force, kind
from core.model import NamedParty
from dashboard import hosting
from dashboard.asking import anchored
from dashboard.asking.decisions import pending
from dashboard.parts import correcting
from dashboard.words.i18n import speaking
from tests.dashboard.correcting.conftest import Open, Place, labels, press, told
from tests.dashboard.test_changes import lists
from tests.dashboard.test_pages import said, view

pytestmark = pytest.mark.slow


def what(here: Place) -> list[str]:
    """The kinds of what the lines decide; what is taken back has none."""
    return [kind(line.what) if line.what else "undo" for line in here.lines()]


@pytest.fixture
def visit(here: Place) -> str:
    return told(here.corpus(), "Paris")


def test_right_is_kept_at_once_and_can_be_taken_back(browse: Open, here: Place, visit: str) -> None:
    app = browse(event=visit)
    app = press(app, "Right as it is")
    assert what(here) == ["checked"]
    assert "not in the tables yet" in said(app)
    assert "Right as it is" not in labels(app)
    app = press(app, "Undo")
    assert what(here) == ["checked", "undo"]
    assert "Right as it is" in labels(app)


def test_what_one_session_corrects_another_sees(browse: Open, visit: str) -> None:
    one, other = browse(event=visit), browse(event=visit)
    press(one, "Right as it is")
    assert "not in the tables yet" in said(other.run())


@pytest.mark.parametrize("lang", ["en", "de"])
def test_what_people_write_stays_text(browse: Open, here: Place, visit: str, lang: str) -> None:
    corpus = here.corpus()
    wild = "<script>alert(1)</script> ![x](y) $x$ :red[z] *s*"
    kept.add(here.folder, EventType(anchored.event(corpus, visit), "meeting"), by=wild, why=wild, was="visit")
    app = browse(event=visit, lang=lang)
    assert not app.exception
    (told_,) = [one.value for one in app.markdown if "script" in one.value]
    assert "<script>" not in told_
    assert not any(mark in told_ for mark in ("![x](", " $x$", ":red[z]", " *s*"))


def test_a_card_says_who_why_and_what_the_machine_says(browse: Open, here: Place, visit: str) -> None:
    corpus = here.corpus()
    kept.add(here.folder, EventType(anchored.event(corpus, visit), "meeting"), by="Eva", why="Nur kurz", was="visit")
    words = said(browse(event=visit))
    assert "**Type**: Meeting :gray[(the machine: Visit)]" in words
    assert "Eva" in words
    assert "Nur kurz" in words


def test_what_was_saved_at_once_stands_together_with_what_the_machine_says(
    browse: Open, here: Place, visit: str
) -> None:
    dialog_ = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    dialog_.selectbox(key=f"type_{visit}").set_value("meeting")
    dialog_.text_input(key=f"date_{visit}").set_value("2021-05-03")
    dialog_.text_input(key=f"place_{visit}").set_value("Lyon")
    dialog_.text_input(key=f"title_{visit}").set_value("Treffen in Lyon")
    dialog_.text_input(key=f"why_{visit}").set_value("Nachgelesen")
    dialog_.button(key="save_decision").click().run()
    assert len({line.at for line in here.lines()}) == 1
    app = browse(event=visit)
    assert not [one for one in app.expander if one.label == "Earlier corrections"]
    words = said(app)
    assert words.count("Nachgelesen") == 1
    for machine in ("Visit", "5 May 2021", "Paris"):
        assert f"(the machine: {machine})" in words
    assert labels(app).count("Undo") == 4
    app = press(app, "Right as it is")
    (earlier,) = [one for one in app.expander if one.label == "Earlier corrections"]
    assert len(earlier.markdown) == 5  # who, when and why, and four fields


@pytest.mark.parametrize("setting", ["off", ""])
def test_who_may_not_correct_finds_no_button_and_is_told_why(
    browse: Open, visit: str, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(hosting.SETTING, setting)
    app = browse(event=visit)
    assert not {"Right as it is", "Amend", "Undo"} & set(labels(app))
    app = browse("to_check")
    assert not {"Right as it is", "Amend", "Not an event", "Later"} & set(labels(app))
    assert any("not correct it" in one.value for one in app.info)
    assert not {"Amend", "Both are this one"} & set(labels(browse("actors", actor="heiko-maas")))


def test_a_right_that_is_lost_meanwhile_is_asked_for_again(
    browse: Open, here: Place, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = browse(event=visit)
    monkeypatch.setenv(hosting.SETTING, "off")
    press(app, "Right as it is")
    assert what(here) == []


def test_a_corpus_that_is_elsewhere_is_not_corrected(browse: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGEBILD_CORPUS", "s3://bucket/texts")
    app = browse("to_check")
    assert not app.exception
    assert any("s3://bucket/texts" in one.value for one in app.info)
    assert "Right as it is" not in labels(app)


def test_an_error_of_writing_says_what_to_do_and_keeps_nothing(
    browse: Open, here: Place, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = browse(event=visit)

    def failing(path: Any, *_: Any) -> int:
        if str(path).endswith(kept.FILE):
            raise PermissionError(13, "Permission denied")
        return opened(path, *_)

    opened = os.open
    monkeypatch.setattr(os, "open", failing)
    app = press(app, "Right as it is")
    assert not app.exception
    assert any("make it and its folder writable" in one.value for one in app.error)
    assert what(here) == []


def test_a_damaged_file_is_told_and_the_pages_go_on(browse: Open, here: Place, visit: str) -> None:
    (here.folder / kept.FILE).write_text("{nonsense}\n")
    app = browse("to_check")
    assert not app.exception
    assert any("cannot be read" in one.value for one in app.error)
    assert not browse(event=visit).exception


def test_to_check_goes_from_one_to_the_next(browse: Open, here: Place) -> None:
    app = browse("to_check")
    first = next(one.value for one in app.header)
    assert any(one.value.startswith("0 of ") for one in app.metric)
    app = press(app, "Right as it is")
    second = next(one.value for one in app.header)
    app = press(app, "Not an event")
    app = press(app, "Later")
    assert what(here) == ["checked", "not_event"]
    assert len({first, second, next(one.value for one in app.header)}) == 3
    assert [one.value for one in app.metric][1:] == ["50%", "50%"]
    app = press(app, "Undo")
    assert what(here)[-1] == "undo"


def test_where_the_filters_leave_nothing_to_check_says_so(browse: Open) -> None:
    app = browse("to_check", search="zzzz")
    assert not app.exception
    assert any("Nothing is left to check here." in one.value for one in app.info)


def test_a_lot_is_in_the_link(browse: Open) -> None:
    assert view(browse("to_check", lot="low")).lot == "low"
    assert view(browse("to_check", lot="nonsense")).lot == "chance"


def test_two_actors_become_one_and_two_again(browse: Open, here: Place) -> None:
    app = browse("actors")
    app = press(app, "Both are this one")
    assert what(here) == ["same_actor"]
    assert "1 pair of actors" not in said(app)
    app = press(app, "Undo")
    assert "Both are this one" in labels(app)
    press(app, "They are two")
    assert what(here) == ["same_actor", "undo", "other_actor"]


def test_that_two_actors_are_one_is_told_after_the_build_as_before_it(here: Place) -> None:
    (here.folder / "marine.txt").write_text(
        "Die Vereinten Nationen und die Europäische Union verurteilten den Angriff."
    )
    here.build()
    before = here.corpus()
    one, other = (anchored.actor(before, actor) for actor in ("united-nations", "european-union"))
    person, known = (anchored.actor(before, actor) for actor in ("karl-quandtmeier", "heiko-maas"))
    here.say(SameActor(one, other), SameActor(person, known))
    shown = before.corrected(pending(before.tables, in_force(here.lines())))
    here.build()
    for corpus in (shown, here.corpus()):
        for lang, told_ in (
            ("en", "European Union is United Nations"),
            ("de", "Europäische Union ist Vereinte Nationen"),
        ):
            with speaking(lang):
                first, second = (correcting.sentence(corpus, said_) for said_ in corpus.decided.said)
            assert told_ in first
            assert f"Karl Quandtmeier {'is' if lang == 'en' else 'ist'} Heiko Maas" in second


def test_actors_that_were_chosen_side_by_side_become_one(browse: Open, here: Place) -> None:
    app = press(browse("actors", actor="heiko-maas", to="angela-merkel"), "Both are this one")
    assert what(here) == ["same_actor"]
    left, gone = here.lines()[0].what.about.name, here.lines()[0].what.other.name  # type: ignore[union-attr]
    told_ = [one.value for one in app.info]
    assert any(f"Also here now: **{gone}**. The name **{left}** and this card remain" in one for one in told_)
    assert any(f"The same as **{left}**" in one for one in told_)
    assert not {"Both are this one", "They are two"} & set(labels(app))
    assert "Undo" in labels(app)


DIALOG = """
import streamlit as st
from dashboard import data, state
from dashboard.parts import correct_actor, correct_document, correct_event, one_or_two
data.pin()
state.sync(data.known())
{call}
"""


def dialog(call: str) -> AppTest:
    """A dialog by itself: it is opened by a button, which is not pressed any more in the next run of a test."""
    return AppTest.from_string(DIALOG.format(call=call), default_timeout=120).run()


def test_the_dialog_of_an_event_keeps_what_was_changed_and_no_more(here: Place, visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    assert not app.exception
    app.text_input(key=f"date_{visit}").set_value("3.5.2021")
    app.text_input(key=f"why_{visit}").set_value("  steht\nanders da ")
    app.button(key="save_decision").click().run()
    (line,) = here.lines()
    assert (line.what.value, line.was, line.why) == ("2021-05-03", "2021-05-05", "steht anders da")  # type: ignore[union-attr]


def test_what_bounded_an_event_is_kept_as_what_the_tables_said(here: Place) -> None:
    (here.folder / "tag.txt").write_text("Karl Quandtmaier besuchte Belgrad.")
    (here.folder / "sources.toml").write_text('[[document]]\nfile = "tag.txt"\npublished = "2021-05-14"\n')
    here.build()
    visit = told(here.corpus(), "Belgrad")
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    assert not app.text_input(key=f"date_{visit}").value
    app.text_input(key=f"date_{visit}").set_value("3.5.2021")
    app.button(key="save_decision").click().run()
    assert here.lines()[0].was == "../2021-05-14"


def test_a_date_may_be_written_as_the_card_prints_it(here: Place, visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    app.text_input(key=f"date_{visit}").set_value("3. Mai 2021").run()
    assert not app.error
    app.button(key="save_decision").click().run()
    assert here.lines()[0].what.value == "2021-05-03"  # type: ignore[union-attr]


def test_somebody_whom_the_tables_do_not_have_is_named_by_the_words_of_a_source(here: Place, visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    before = list(app.multiselect(key=f"who_{visit}").value)
    app.multiselect(key=f"who_{visit}").set_value([*before, "Schuhfabrik"]).run()
    assert any("has the words “Schuhfabrik”" in one.value for one in app.error)
    assert app.button(key="save_decision").disabled
    app.multiselect(key=f"who_{visit}").set_value([*before, "Sanktionen"]).run()
    app.selectbox(key=f"kind_{visit}_Sanktionen").set_value("organisation").run()
    app.button(key="save_decision").click().run()
    assert not app.exception
    assert what(here) == ["new_actor", "participants"]
    here.build()
    assert "Sanktionen" in list(here.corpus().actors["name"])


def test_words_that_stand_for_somebody_already_name_nobody_new(here: Place) -> None:
    claim = told(here.corpus(), "forderte")
    app = dialog(f"correct_event._dialog(data.corpus(), {claim!r})")
    app.multiselect(key=f"who_{claim}").set_value(["Paris", "Die Kanzlerin"]).run()
    assert any("“Die Kanzlerin” already stands for Angela Merkel" in one.value for one in app.info)
    assert f"kind_{claim}_Die Kanzlerin" not in [one.key for one in app.selectbox]
    app.selectbox(key=f"role_{claim}_Die Kanzlerin").set_value("partner").run()
    app.button(key="save_decision").click().run()
    assert not app.exception
    (line,) = [line for line in here.lines() if not isinstance(line.what, NewActor)]
    assert ("Angela Merkel", "partner") in [(party.actor.name, party.role) for party in line.what.value]  # type: ignore[union-attr]
    assert "Die Kanzlerin" not in [line.what.about.name for line in here.lines() if isinstance(line.what, NewActor)]


def test_who_took_part_before_is_kept_by_name_and_role(here: Place, visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    app.multiselect(key=f"who_{visit}").set_value([]).run()
    app.button(key="save_decision").click().run()
    (line,) = here.lines()
    assert NamedParty("Angela Merkel", "agent") in line.was_parties
    assert line.was == "; ".join(map(str, line.was_parties))


def test_a_wrong_date_is_told_beside_its_field(here: Place, visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    app.text_input(key=f"date_{visit}").set_value("gestern").run()
    assert any("is no date; write for example 13 March 2024, 13.3.2024" in one.value for one in app.error)
    assert app.button(key="save_decision").disabled
    assert what(here) == []


def test_where_nothing_is_changed_nothing_is_kept(here: Place, visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    app.button(key="save_decision").click().run()
    assert any("Nothing is changed" in one.value for one in app.info)
    assert what(here) == []


def test_the_dialog_of_an_actor_says_all_that_can_be_said(here: Place) -> None:
    app = dialog("correct_actor._dialog(data.corpus(), 'karl-quandtmaier')")
    app.text_input(key="name_karl-quandtmaier").set_value("Karl Quandtmaier junior")
    app.selectbox(key="country_karl-quandtmaier").set_value("AUT")
    app.text_input(key="actor_role_karl-quandtmaier").set_value("Händler")
    app.selectbox(key="same_karl-quandtmaier").set_value("karl-quandtmeier")
    app.button(key="save_decision").click().run()
    assert not app.exception
    assert what(here) == ["name", "country", "role", "same_actor"]
    press(dialog("correct_actor._dialog(data.corpus(), 'heiko-maas')"), "Not an actor")
    assert what(here)[-1] == "no_actor"


def test_dialogs_show_the_words_that_they_correct_with_their_source(visit: str) -> None:
    app = dialog(f"correct_event._dialog(data.corpus(), {visit!r})")
    assert "besuchte am 5\\. Mai 2021 Paris" in said(app)
    assert any("undated" in one.value for one in app.caption)
    app = dialog("correct_actor._dialog(data.corpus(), 'angela-merkel')")
    assert said(app).count("**Angela Merkel**") == 2  # of two documents
    sources = [one.value for one in app.caption]
    assert len(set(sources)) == len(sources) == 2


def test_an_actor_is_told_apart_by_sources(here: Place) -> None:
    app = dialog("correct_actor._split(data.corpus(), 'heiko-maas')")
    app.multiselect(key="apart_heiko-maas").set_value(["reise"])
    app.button(key="save_decision").click().run()
    assert not app.exception
    (line,) = here.lines()
    assert [one.mention.doc_id for one in line.what.other] == ["reise"]  # type: ignore[union-attr]
    assert line.what.about.mention.doc_id == "unternehmer"  # type: ignore[union-attr]


def test_the_dialog_of_a_document_goes_before_sources_toml(here: Place) -> None:
    app = dialog("correct_document._dialog(data.corpus(), 'reise')")
    app.text_input(key="doc_title_reise").set_value("Eine Reise")
    app.text_input(key="doc_day_reise").set_value("13.5.2021")
    app.text_input(key="doc_outlet_reise").set_value("Beispielblatt")
    app.button(key="save_decision").click().run()
    assert not app.exception
    assert what(here) == ["doc_title", "doc_day", "doc_outlet"]
    assert not Path(here.folder / "sources.toml").exists()


def test_a_day_that_the_machine_estimates_is_told_as_its_own_before_the_build_and_after_it(here: Place) -> None:
    (here.folder / "kanzlerin.txt").write_text("Paris, 6. Mai 2021. Angela Merkel besuchte gestern Paris.")
    here.build()
    estimate = here.corpus().documents.at["kanzlerin", "published"]
    assert here.corpus().documents.at["kanzlerin", "published_basis"] != "metadata"
    assert isinstance(estimate, str)
    app = dialog("correct_document._dialog(data.corpus(), 'kanzlerin')")
    assert not app.text_input(key="doc_day_kanzlerin").value
    app.text_input(key="doc_day_kanzlerin").set_value("7.5.2021")
    app.button(key="save_decision").click().run()
    assert here.lines()[0].was == estimate
    here.build()
    (said_,) = here.corpus().decided.of_document("kanzlerin")
    assert said_.machine == estimate


def test_corrections_that_lost_their_words_stand_at_the_top_and_can_be_taken_back(
    browse: Open, here: Place, visit: str
) -> None:
    assert not browse("to_check").warning
    here.say(EventType(anchored.event(here.corpus(), visit), "meeting"))
    (here.folder / "kanzlerin.txt").write_text("Blau ist eine Farbe.")
    here.build()
    app = browse("to_check", lang="de")
    (warning,) = app.warning
    assert "1 Korrektur stützt sich auf Worte" in warning.value
    (undo,) = [button for button in app.button if str(button.key).startswith("undo_lost_")]
    app = undo.click().run()
    assert what(here) == ["type", "undo"]
    assert not app.warning


def test_what_follows_from_corrections_alone_is_no_news_on_the_overview(browse: Open, here: Place, visit: str) -> None:
    here.say(EventStatus(anchored.event(here.corpus(), visit), "planned"))
    here.build()
    lines = [str(one.proto) for one in browse("overview").get("bidi_component")]
    assert not any("New since" in line for line in lines)
    (here.folder / "neu.txt").write_text("Heiko Maas besuchte am 20. Mai 2021 Prag.")
    here.build()
    lines = [str(one.proto) for one in browse("overview").get("bidi_component")]
    assert any("New since" in line for line in lines)


def test_what_follows_from_corrections_stands_apart_from_news_with_who_said_it(
    browse: Open, here: Place, visit: str
) -> None:
    here.say(EventStatus(anchored.event(here.corpus(), visit), "planned"))
    here.say(NotEvent(anchored.event(here.corpus(), told(here.corpus(), "Rom"))))
    (here.folder / "neu.txt").write_text("Emmanuel Macron besuchte am 3. Mai 2021 Wien.")
    here.build()
    app = browse("changes")
    (apart,) = [one for one in app.expander if one.label.startswith("What follows from corrections")]
    assert apart.label.endswith(": 2 changes")
    inside = {str(one.value) for one in apart.header}
    assert inside == {"Told otherwise (1)", "Events that are gone (1)"}
    assert "New events (1)" in {str(one.value) for one in app.header} - inside
    asides = [line["aside"] for line in lists(app)]
    assert sum(one.endswith("Status, by Eva") for one in asides) == 1
    assert sum(one.endswith("Not an event, by Eva") for one in asides) == 1

    taken_in = Journal(here.out).builds[-1].name
    kept.undo(here.folder, here.lines()[0].id, by="Max")
    here.build()
    assert "New sources (1)" in {str(one.value) for one in browse("changes").header}
    app = browse("changes", lang="de", since=taken_in)
    assert any(line["aside"].endswith("Status: zurückgenommen, von Max") for line in lists(app))
