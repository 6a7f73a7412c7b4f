"""Any two events can be joined, and an event of several quotes split; both hold after the build."""

import pytest

from core.check import breaches
from core.corrections import kept
from core.corrections.model import SameEvent
from core.tables import SCHEMAS
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.near import near
from tests.dashboard.correcting.conftest import Open, Place, labels, told
from tests.dashboard.correcting.test_pages import dialog, what
from tests.dashboard.test_pages import said


def events_of(corpus: Corpus, *words: str) -> list[str]:
    return [told(corpus, one) for one in words]


def breached(corpus: Corpus) -> list[str]:
    return [str(one) for one in breaches({name: corpus.tables.read(name) for name in SCHEMAS})]


def test_what_is_near_in_kind_people_and_time_comes_first(here: Place) -> None:
    corpus = here.corpus()
    paris, rome, meeting, summit = events_of(corpus, "Paris", "Rom", "Quandtmeier", "Genf")
    listed = near(corpus, paris)
    assert listed[0] == rome  # the same kind, the same person, two days apart
    assert listed.index(meeting) < listed.index(summit)  # the one in two days, the other in a month
    assert {paris, *listed} == set(corpus.events.index)


def test_any_event_is_found_by_its_words(here: Place) -> None:
    corpus = here.corpus()
    paris, summit = events_of(corpus, "Paris", "Genf")
    assert near(corpus, paris, "Genf") == [summit]
    assert near(corpus, paris, "Paris") == []
    assert near(corpus, paris, "Nirgendwo") == []


@pytest.mark.slow
def test_two_events_of_any_kind_become_one_and_can_be_split_again(here: Place, browse: Open) -> None:
    paris, summit = events_of(before := here.corpus(), "Paris", "Genf")
    app = dialog(f"one_or_two._join(data.corpus(), {paris!r})")
    app.text_input(key=f"join_words_{paris}").set_value("Genf").run()
    app.radio(key=f"join_{paris}_Genf").set_value(summit).run()
    assert "Die USA planen" in said(app)  # what is chosen is shown by its words
    app.button(key="save_decision").click().run()
    assert not app.exception
    assert what(here) == ["same_event"]
    for event in (paris, summit):
        assert "**One event**, joined with “" in said(browse(event=event))
        assert "not in the tables yet" in said(browse(event=event))

    here.build()
    joined = here.corpus()
    one = told(joined, "Paris")
    assert told(joined, "Genf") == one
    assert len(joined.events) == len(before.events) - 1
    assert set(joined.claims.of(one)["claim_id"]) == {
        *before.claims.of(paris)["claim_id"],
        *before.claims.of(summit)["claim_id"],
    }
    assert breached(joined) == []
    card = browse(event=one)
    assert "joined with “Die USA planen" in said(card)
    assert "Undo" in labels(card)

    (geneva,) = joined.claims.of(one)["claim_id"][joined.claims.of(one)["quote"].str.contains("Genf")]
    app = dialog(f"one_or_two._split(data.corpus(), {one!r})")
    app.checkbox(key=f"split_{geneva}").check().run()
    app.button(key="save_decision").click().run()
    assert what(here) == ["same_event", "other_event"]
    card = browse(event=one)
    assert "**Two events**, split off: “Die USA planen" in said(card)
    assert any("Split off" in caption.value for caption in card.caption)
    here.build()
    apart = here.corpus()
    assert told(apart, "Genf") != told(apart, "Paris")
    assert len(apart.events) == len(before.events)
    assert breached(apart) == []


@pytest.mark.slow
def test_a_join_that_is_taken_back_leaves_two(here: Place) -> None:
    before = here.corpus()
    paris, summit = events_of(before, "Paris", "Genf")
    here.say(SameEvent(anchored.event(before, paris), anchored.event(before, summit)))
    here.build()
    kept.undo(here.folder, here.lines()[0].id)
    here.build()
    after = here.corpus()
    assert set(after.events.index) == set(before.events.index)


def test_not_all_quotes_can_be_split_off(here: Place) -> None:
    corpus = here.corpus()
    (paris,) = events_of(corpus, "Paris")
    app = dialog(f"one_or_two._split(data.corpus(), {paris!r})")
    app.checkbox[0].check().run()
    app.button(key="save_decision").click().run()
    assert any("Nothing is changed" in one.value for one in app.info)
    assert what(here) == []


@pytest.mark.slow
def test_only_an_event_of_several_quotes_can_be_split(here: Place, browse: Open) -> None:
    corpus = here.corpus()
    paris, summit = events_of(corpus, "Paris", "Genf")
    assert "Split …" not in labels(browse(event=paris))
    assert "Same as another …" in labels(browse(event=paris))
    here.say(SameEvent(anchored.event(corpus, paris), anchored.event(corpus, summit)))
    here.build()
    assert "Split …" in labels(browse(event=told(here.corpus(), "Paris")))
