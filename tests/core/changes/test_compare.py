from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.compare import Changes, compare
from core.changes.state import State
from tests.core.changes.states import Happening, Told, state

MAY = date(2021, 5, 3)
JUNE = date(2021, 6, 1)
VISIT = Told("a", "Roe reist nach Wien.", ("roe",))
AGAIN = Told("b", "Roe war in Wien.", ("roe",))
TALK = Told("a", "Doe spricht.", ("doe",))


def test_the_same_tables_have_nothing_new() -> None:
    one = state(Happening((VISIT, AGAIN)), Happening((TALK,)))
    assert compare(one, one) == Changes()
    assert not compare(one, one)


def test_what_was_not_there_is_new_and_what_is_not_there_any_more_is_gone() -> None:
    before, now = state(Happening((VISIT,))), state(Happening((TALK,)), texts={"c": "neu"})
    changes = compare(before, now)
    assert [event.title for event in changes.events.new] == ["Vorgang e-a-Doe spricht."]
    assert [event.title for event in changes.events.gone] == ["Vorgang e-a-Roe reist nach Wien."]
    assert [source.doc_id for source in changes.sources.new] == ["c"]
    assert [source.doc_id for source in compare(now, before).sources.gone] == ["c"]
    assert [actor.actor_id for actor in changes.actors.new] == ["doe"]
    assert [actor.actor_id for actor in changes.actors.gone] == ["roe"]


def test_more_sources_are_told_with_those_that_are_new_first() -> None:
    (more,) = compare(state(Happening((AGAIN,))), state(Happening((VISIT, AGAIN)))).events.more_sources
    assert (more.before, more.now, more.event.documents) == (1, 2, ("a", "b"))


@pytest.mark.parametrize(
    ("was", "now", "outcome"),
    [
        (Happening((VISIT,), "planned", MAY), Happening((VISIT, AGAIN), "occurred", MAY), "reported"),
        (Happening((VISIT,), "possible"), Happening((VISIT, AGAIN), "ongoing"), "reported"),
        (Happening((VISIT,), "planned", MAY), Happening((VISIT, AGAIN), "denied", MAY), "denied"),
        (Happening((VISIT,), "planned", MAY), Happening((VISIT, AGAIN), "planned", JUNE), "moved"),
    ],
)
def test_what_has_become_of_a_plan(was: Happening, now: Happening, outcome: str) -> None:
    events = compare(state(was), state(now)).events
    (plan,) = events.plans
    assert (plan.outcome, plan.was.status, plan.event.status) == (outcome, was.status, now.status)
    assert not events.changed
    assert not events.new
    assert len(events.more_sources) == 1


@pytest.mark.parametrize(
    "now",
    [
        Happening((VISIT,), "planned", MAY),  # the day of what was a month
        Happening((VISIT,), "possible", MAY, last=date(2021, 5, 31)),
        Happening((VISIT,), "planned"),
    ],
)
def test_a_plan_that_is_told_more_exactly_or_less_surely_has_not_moved(now: Happening) -> None:
    was = Happening((VISIT,), "planned", date(2021, 5, 1), last=date(2021, 5, 31))
    events = compare(state(was), state(now)).events
    assert not events.plans
    assert len(events.changed) == 1


def test_what_is_told_otherwise_names_the_fields() -> None:
    was, now = Happening((VISIT,), day=MAY), Happening((VISIT,), day=JUNE, place="Wien", type="meeting")
    (changed,) = compare(state(was), state(now)).events.changed
    assert changed.fields == ("type", "date", "place")
    assert (changed.was.date, changed.event.date) == ("2021-05-03", "2021-06-01")


def test_events_that_became_one_are_joined_and_neither_new_nor_gone() -> None:
    before = state(Happening((VISIT,)), Happening((AGAIN,)))
    events = compare(before, state(Happening((AGAIN, VISIT)))).events
    (joined,) = events.joined
    assert len(joined.were) == 2
    assert not events.new
    assert not events.gone


def test_an_event_that_became_two_is_parted_and_neither_new_nor_gone() -> None:
    now = state(Happening((VISIT,)), Happening((AGAIN,)))
    events = compare(state(Happening((AGAIN, VISIT))), now).events
    (parted,) = events.parted
    assert len(parted.events) == 2
    assert not events.new
    assert not events.gone
    assert not events.changed


def test_an_earlier_report_that_renames_an_event_leaves_it_the_same() -> None:
    earlier = Told("0", "Roe kommt nach Wien.", ("roe",))
    events = compare(state(Happening((VISIT,))), state(Happening((earlier, VISIT)))).events
    assert not events.new
    assert not events.gone
    assert [more.event.event_id for more in events.more_sources] == ["e-0-Roe kommt nach Wien."]


def test_a_source_that_was_edited_or_renamed_keeps_its_events() -> None:
    @dataclass
    class Case:
        document: str
        text: str
        fields: tuple[str, ...]

    for case in (Case("a", "anders", ("text",)), Case("sub/a", "gleich", ("title", "name"))):
        moved = Told(case.document, VISIT.words, ("roe",))
        before = state(Happening((VISIT,)), texts={"a": "gleich"})
        changes = compare(before, state(Happening((moved,), event_id="e-other"), texts={case.document: case.text}))
        assert not any(changes.events)
        assert [(one.was, one.fields) for one in changes.sources.changed] == [("a", case.fields)]
        assert not changes.sources.new
        assert not changes.sources.gone


def test_discrepancies_come_and_are_resolved_but_do_not_end_with_their_event() -> None:
    differing = Happening((VISIT, AGAIN), differences=(("date", "2021-05-03", "2021-05-04"),))
    agreeing = Happening((VISIT, AGAIN))
    turned = Happening((AGAIN, VISIT), differences=(("date", "2021-05-04", "2021-05-03"),))
    assert len(compare(state(agreeing), state(differing)).discrepancies.new) == 1
    assert len(compare(state(differing), state(agreeing)).discrepancies.resolved) == 1
    assert not any(compare(state(differing), state(turned)).discrepancies)
    assert not any(compare(state(differing), state(Happening((TALK,)))).discrepancies)


def test_actors_that_are_one_now_are_merged_by_the_claims_they_take_part_in() -> None:
    before = state(Happening((Told("a", "Er kam.", ("jane-roe",)), Told("b", "Sie ging.", ("roe",)))))
    now = state(Happening((Told("a", "Er kam.", ("jane-roe",)), Told("b", "Sie ging.", ("jane-roe",)))))
    actors = compare(before, now).actors
    assert [(one.was.actor_id, one.actor.actor_id) for one in actors.merged] == [("roe", "jane-roe")]
    assert not actors.new
    assert not actors.gone
    back = compare(now, before).actors
    assert [(one.was.actor_id, one.actor.actor_id) for one in back.parted] == [("jane-roe", "roe")]
    assert not back.new


def test_an_actor_under_another_id_is_known_by_its_part_or_by_its_name() -> None:
    actors = compare(state(Happening((VISIT,))), state(Happening((VISIT._replace(parties=("jane-roe",)),)))).actors
    assert [(one.was.actor_id, one.actor.actor_id) for one in actors.renamed] == [("roe", "jane-roe")]
    named = compare(state(names={"roe": ["Roe"]}), state(names={"jane-roe": ["Jane Roe", "Roe"]})).actors
    assert [(one.was.actor_id, one.actor.actor_id) for one in named.renamed] == [("roe", "jane-roe")]
    assert not named.new


def test_other_code_is_told_apart_from_what_is_new() -> None:
    changes = compare(state(code="1"), state(code="2"))
    assert changes.code
    assert not changes


WORDS = st.sampled_from([f"Satz {n}." for n in range(6)])
CLAIMS = st.builds(Told, st.sampled_from("abcd"), WORDS, st.sets(st.sampled_from(["roe", "doe", "poe"])).map(tuple))
STATES = st.lists(CLAIMS, unique_by=lambda one: (one.document, one.words), max_size=12).flatmap(
    lambda claims: st.lists(st.integers(0, 3), min_size=len(claims), max_size=len(claims)).map(
        lambda groups: state(
            *(
                Happening(tuple(one for one, at in zip(claims, groups, strict=True) if at == group))
                for group in sorted(set(groups))
            )
        )
    )
)


@pytest.mark.slow
@given(STATES, STATES)
def test_each_event_is_new_or_comes_of_one_and_each_is_gone_or_becomes_one(before: State, now: State) -> None:
    changes = compare(before, now)
    back = compare(now, before)
    assert {event.event_id for event in changes.events.new} == {event.event_id for event in back.events.gone}
    assert {event.event_id for event in changes.events.gone} == {event.event_id for event in back.events.new}
    assert {one.doc_id for one in changes.sources.new} == {one.doc_id for one in back.sources.gone}
    assert not compare(now, now)
    for event in changes.events.new:
        assert event.event_id in now.events.ids
    for pair in changes.actors.merged:
        assert pair.was.actor_id not in now.actors.ids
        assert pair.actor.actor_id in before.actors.ids
