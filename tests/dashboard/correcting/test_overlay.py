"""What people have decided is laid over the tables as the next build will have it."""

from typing import Any

import pandas as pd
import pytest

from core.corrections import kept
from core.corrections.model import (
    ActorKindIs,
    ActorName,
    Checked,
    DocumentOutlet,
    DocumentTitle,
    EventDate,
    EventPlace,
    EventStatus,
    EventType,
    NoActor,
    NotEvent,
    Participants,
    Party,
    SameActor,
    SameEvent,
    Title,
    in_force,
)
from core.model import NamedParty
from core.search.query import parse
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.decided_values import value
from dashboard.asking.decisions import Pending, pending
from dashboard.asking.selection import Filters, select
from dashboard.words.i18n import speaking
from tests.dashboard.correcting.conftest import Place, told


def laid_over(corpus: Corpus, here: Place) -> Corpus:
    return corpus.corrected(pending(corpus.tables, in_force(here.lines())))


def event(corpus: Corpus, event_id: str) -> dict[str, Any]:
    """An event as a page shows it."""
    row = corpus.events.loc[event_id]
    columns = (
        "type",
        "status",
        "title",
        "title_en",
        "date_start",
        "date_end",
        "date_precision",
        "date_basis",
        "date_source",
        "place",
        "confidence",
    )
    parts = corpus.parts.of(event_id)[["actor_id", "role"]].to_numpy().tolist()
    return {"parts": sorted(map(tuple, parts)), **{name: None if pd.isna(row[name]) else row[name] for name in columns}}


def claims(corpus: Corpus, event_id: str) -> list[tuple[object, ...]]:
    """What each claim of an event says of it."""
    rows = corpus.claims.of(event_id)[["claim_id", "type", "status", "date_start", "date_end", "date_source"]]
    return [tuple(None if pd.isna(value) else value for value in row) for row in rows.to_numpy().tolist()]


@pytest.mark.slow
def test_what_is_shown_at_once_is_what_the_next_build_says(here: Place) -> None:
    before = here.corpus()
    visit, meeting, journey = (told(before, words) for words in ("Paris", "Quandtmeier", "Prag"))
    gone, undated = told(before, "forderte"), told(before, "Rom")
    one, other = (anchored.actor(before, actor) for actor in ("karl-quandtmeier", "karl-quandtmaier"))
    maas, merkel = (anchored.actor(before, actor) for actor in ("heiko-maas", "angela-merkel"))
    here.say(
        EventType(anchored.event(before, visit), "meeting"),
        EventDate(anchored.event(before, visit), "2021-05-03"),
        Title(anchored.event(before, visit), "Treffen in Paris"),
        EventStatus(anchored.event(before, meeting), "planned"),
        EventPlace(anchored.event(before, meeting), "Graz"),
        Participants(anchored.event(before, meeting), (Party(maas, "agent"), Party(one, "partner"))),
        EventPlace(anchored.event(before, journey), None),
        EventDate(anchored.event(before, undated), None),
        NotEvent(anchored.event(before, gone)),
        SameActor(one, other),
        ActorKindIs(maas, "organisation"),
        ActorName(merkel, "Angela Dorothea Merkel"),
        DocumentOutlet(anchored.document(before, "reise"), "Beispielblatt"),
    )
    shown = laid_over(before, here)
    here.build()
    after = here.corpus()
    for id_ in (visit, meeting, journey):
        assert event(shown, id_) == event(after, id_)
        assert claims(shown, id_) == claims(after, id_)
    assert claims(shown, meeting) != claims(before, meeting)
    assert event(shown, undated)["date_start"] is event(after, undated)["date_start"] is None
    assert gone not in select(shown, Filters()).dated.index.union(select(shown, Filters()).undated.index)
    assert gone not in after.events.index
    assert len(select(shown, Filters()).events) == len(select(after, Filters()).events)
    for corpus in (shown, after):
        assert corpus.kind("heiko-maas") == "organisation"
        assert corpus.name("angela-merkel") == "Angela Dorothea Merkel"
        assert corpus.documents.at["reise", "outlet"] == "Beispielblatt"
        assert set(corpus.parts.events_with("karl-quandtmeier")) >= {meeting, journey}
    assert pending(after.tables, in_force(here.lines())) == Pending()


def test_what_is_corrected_is_found_by_its_new_words_at_once(here: Place) -> None:
    before = here.corpus()
    visit, journey = (told(before, words) for words in ("Paris", "Prag"))
    here.say(
        EventType(anchored.event(before, visit), "protest"),
        EventPlace(anchored.event(before, journey), "Graz"),
        ActorName(anchored.actor(before, "angela-merkel"), "Dorothea Kasner"),
        DocumentTitle(anchored.document(before, "reise"), "Ausflug"),
    )
    shown = laid_over(before, here)

    def events_with(corpus: Corpus, words: str) -> set[str]:
        return set(select(corpus, Filters(search=words)).events.index)

    assert visit in events_with(shown, "Protest") - events_with(before, "Protest")
    assert visit in events_with(before, "Besuch")
    assert visit in events_with(shown, "besuchte")  # which its source says
    assert journey in events_with(shown, "Graz") - events_with(before, "Graz")
    assert visit in events_with(shown, "Kasner")
    assert shown.actors_named("Kasner") == ["angela-merkel"]
    assert shown.finder.documents_titled("Ausflug") == ["reise"]
    assert [place.doc_id for place in shown.finder.found_lines(parse("Prag"))] == ["reise"]
    assert journey in events_with(shown, "Graz -Paris") - events_with(shown, "NOT Graz")
    assert events_with(shown, "Genf") == events_with(before, "Genf") != set()


@pytest.mark.slow
def test_what_is_taken_back_after_a_build_is_the_machines_again_at_once(here: Place) -> None:
    before = here.corpus()
    visit = told(before, "Paris")
    here.say(EventType(anchored.event(before, visit), "meeting"), EventDate(anchored.event(before, visit), None))
    here.build()
    assert not here.corpus().decided.unsettled(visit)
    for line in here.lines():
        kept.undo(here.folder, line.id)
    shown = laid_over(here.corpus(), here)
    assert shown.decided.unsettled(visit)  # how sure the machine was, the tables do not say
    assert event(shown, visit)["type"] == "visit"
    assert event(shown, visit)["date_start"] == pd.Timestamp(2021, 5, 5)
    assert [said.state for said in shown.decided.of_event(visit)] == ["taken_back", "taken_back"]


@pytest.mark.slow
def test_bounds_are_what_the_machine_has_before_the_build_and_after_it_and_come_back(here: Place) -> None:
    (here.folder / "tag.txt").write_text("Karl Quandtmaier besuchte Belgrad.")
    (here.folder / "sources.toml").write_text('[[document]]\nfile = "tag.txt"\npublished = "2021-05-14"\n')
    here.build()
    before = here.corpus()
    visit = told(before, "Belgrad")
    here.say(EventDate(anchored.event(before, visit), "2021-05-11"))
    shown = laid_over(before, here)
    here.build()
    after = here.corpus()
    for corpus in (shown, after):
        (said,) = corpus.decided.of_event(visit)
        with speaking("en"):
            assert value(corpus, "date", said.machine) == "by 14 May 2021 at the latest"
    kept.undo(here.folder, here.lines()[0].id)
    again = laid_over(after, here)
    assert again.events.at[visit, "bound_end"] == pd.Timestamp(2021, 5, 14)
    assert event(again, visit) == event(before, visit) | {"date_basis": "unknown", "date_source": None} | {
        "confidence": event(again, visit)["confidence"]
    }


@pytest.mark.slow
def test_of_claims_some_of_which_have_bounds_alone_the_machine_has_the_date(here: Place) -> None:
    for name, text in (
        ("eins", "Karl Quandtmaier besuchte Belgrad."),
        ("zwei", "Heiko Maas besuchte am 3. Mai 2021 Oslo."),
    ):
        (here.folder / f"{name}.txt").write_text(text)
    (here.folder / "sources.toml").write_text('[[document]]\nfile = "eins.txt"\npublished = "2021-05-14"\n')
    here.build()
    before = here.corpus()
    both = [anchor for words in ("Belgrad", "Oslo") for anchor in anchored.event(before, told(before, words))]
    here.say(SameEvent((both[0],), (both[1],)), EventDate(tuple(both), "2021-05-11"))
    here.build()
    (said,) = [one for one in here.corpus().decided.said if one.field == "date"]
    assert said.machine == "2021-05-03"


def test_what_is_found_right_is_as_sure_at_once_as_after_the_build(here: Place) -> None:
    before = here.corpus()
    visit, journey = (told(before, words) for words in ("Paris", "Prag"))
    here.say(Checked(anchored.event(before, visit)), Title(anchored.event(before, journey), "Reise"))
    shown = laid_over(before, here)
    assert event(shown, visit)["confidence"] == 0.95 != event(before, visit)["confidence"]
    assert event(shown, journey)["confidence"] == event(before, journey)["confidence"]


def test_a_line_that_is_taken_back_before_the_build_leaves_nothing(here: Place) -> None:
    before = here.corpus()
    visit = told(before, "Paris")
    here.say(EventType(anchored.event(before, visit), "meeting"))
    kept.undo(here.folder, here.lines()[0].id)
    assert pending(before.tables, in_force(here.lines())) == Pending()


def test_who_and_when_and_what_the_tables_said_are_known(here: Place) -> None:
    before = here.corpus()
    visit = told(before, "Paris")
    kept.add(here.folder, EventType(anchored.event(before, visit), "meeting"), by="Eva", why="Tippfehler", was="visit")
    (said,) = laid_over(before, here).decided.of_event(visit)
    assert (said.by, said.why, said.machine, said.value, said.state) == (
        "Eva",
        "Tippfehler",
        "visit",
        "meeting",
        "pending",
    )


def test_who_takes_part_is_told_by_name_and_role(here: Place) -> None:
    before = here.corpus()
    visit = told(before, "Paris")
    decision = Participants(anchored.event(before, visit), (Party(anchored.actor(before, "heiko-maas"), "partner"),))
    kept.add(here.folder, decision, was=(NamedParty("Angela Merkel", "agent"),))
    (said,) = laid_over(before, here).decided.of_event(visit)
    here.build()
    after = here.corpus()
    (built,) = after.decided.of_event(told(after, "Paris"))
    with speaking("de"):
        assert value(before, "participants", (NamedParty("A; B (C)", "agent"),)) == "A; B (C) (handelnd)"
        assert value(before, "participants", said.machine).startswith("Angela Merkel (handelnd)")
        assert value(before, "participants", said.value) == "Heiko Maas (Partner)"
        assert value(before, "participants", built.value) == "Heiko Maas (Partner)"
        assert value(before, "participants", built.machine).startswith("Angela Merkel (handelnd)")
        assert value(before, "participants", "in words") == "in words"


def test_the_machines_names_are_told_of_those_whom_people_have_renamed(here: Place) -> None:
    merkel = anchored.actor(here.corpus(), "angela-merkel")
    here.say(ActorName(merkel, "Dorothea Kasner"))
    here.build()
    before = here.corpus()
    visit = told(before, "Paris")
    here.say(Participants(anchored.event(before, visit), (Party(merkel, "partner"),)))
    shown = laid_over(before, here)
    here.build()
    after = here.corpus()
    for corpus, event_id in ((shown, visit), (after, told(after, "Paris"))):
        (said,) = [one for one in corpus.decided.of_event(event_id) if one.field == "participants"]
        assert NamedParty("Angela Merkel", "agent") in (said.machine or ())


@pytest.mark.slow
def test_of_actors_that_are_one_that_remains_which_the_build_keeps(here: Place) -> None:
    before = here.corpus()
    one, other, known = (
        anchored.actor(before, actor) for actor in ("karl-quandtmeier", "karl-quandtmaier", "heiko-maas")
    )
    assert known.vocabulary
    assert not one.vocabulary
    here.say(SameActor(one, known), SameActor(other, one))
    shown = laid_over(before, here)
    here.build()
    after = here.corpus()
    assert {shown.decided.changes.now(actor) for actor in ("karl-quandtmeier", "karl-quandtmaier")} == {"heiko-maas"}
    assert {"karl-quandtmeier", "karl-quandtmaier"}.isdisjoint(after.actors.index)
    assert set(shown.parts.events_with("heiko-maas")) == set(after.parts.events_with("heiko-maas"))


def test_an_actor_that_is_none_has_no_part_any_more(here: Place) -> None:
    before = here.corpus()
    here.say(NoActor(anchored.actor(before, "heiko-maas")))
    shown = laid_over(before, here)
    assert "heiko-maas" not in set(shown.parts.rows["actor_id"])
    assert [said.field for said in shown.decided.of_actor("heiko-maas")] == ["no_actor"]


def test_the_machines_own_value_stays_known_where_people_correct_twice(here: Place) -> None:
    before = here.corpus()
    visit = told(before, "Paris")
    about, maas = anchored.event(before, visit), anchored.actor(before, "heiko-maas")
    machine = {NamedParty("Angela Merkel", "agent"), NamedParty("Frankreich", "target")}
    kept.add(here.folder, EventType(about, "meeting"), was="visit")
    kept.add(here.folder, EventType(about, "protest"), was="meeting")
    kept.add(here.folder, Participants(about, (Party(maas, "agent"),)), was=(NamedParty("Angela Merkel", "agent"),))
    kept.add(here.folder, Participants(about, ()), was=(NamedParty("Heiko Maas", "agent"),))
    type_, parties = laid_over(before, here).decided.of_event(visit)
    assert (type_.value, type_.machine) == ("protest", "visit")
    assert set(parties.machine or ()) == machine
