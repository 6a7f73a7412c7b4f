from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from core.events.cluster import Event, Graph, every_pair
from core.events.cluster import cluster as cluster_reports
from core.events.reports import Represents
from core.model import Bounds, Claim, ClaimDate, Gist, Interval, Participant, Rest, Role
from core.time import edtf
from tests.core.events.reported import reports


def claim(
    doc_id: str,
    start: int,
    *actors: str,
    kind: str = "meeting",
    day: str | None = None,
    about: str = "",
    role: Role = "agent",
    **more: object,
) -> Claim:
    plain = Claim(
        doc_id=doc_id,
        start=start,
        end=start + 10,
        quote="x" * 10,
        trigger_start=start,
        trigger_end=start + 1,
        type=kind,
        status="occurred",
        date=ClaimDate(day, edtf.parse(day), edtf.precision(day), "text") if day else None,
        place=None,
        attributed_to=None,
        participants=tuple(Participant(actor, role) for actor in actors),
        confidence=0.8,
        rule="verb",
        keywords=frozenset(about.split()),
    )
    return replace(plain, **more)


def published(**days: str) -> dict[str, Interval]:
    return {doc: edtf.parse(day) for doc, day in days.items()}


def cluster(
    claims: Sequence[Claim],
    written: Mapping[str, Interval],
    represents: Represents = MappingProxyType({}),
    originals: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Event, ...]:
    told = reports(claims, written, represents)
    return cluster_reports(told, Graph(every_pair(told), len(told)), originals)


def groups(events: tuple[Event, ...]) -> set[frozenset[str]]:
    return {frozenset(f"{c.doc_id}:{c.start}" for c in event.claims) for event in events}


def test_reports_of_one_meeting_are_one_event_with_the_finer_date() -> None:
    events = cluster([claim("a", 0, "x", "y", day="2020-05-04"), claim("b", 0, "x", "y", day="2020-05")], {})
    (event,) = events
    assert event.date is not None
    assert event.date.interval == Interval(date(2020, 5, 4), date(2020, 5, 4))
    assert {c.doc_id for c in event.claims} == {"a", "b"}


def test_two_meetings_of_the_same_people_stay_two() -> None:
    events = cluster([claim("a", 0, "x", "y", day="2020-05-04"), claim("b", 0, "x", "y", day="2020-09-01")], {})
    assert len(events) == 2


def test_an_undated_report_joins_the_dated_one_that_it_reads_like() -> None:
    events = cluster(
        [
            claim("a", 0, "x", "y", day="2020-05-04", about="gespräch hafen"),
            claim("b", 0, "x", "y", about="gespräch hafen"),
            claim("b", 50, "x", "z", about="gespräch grenze"),
        ],
        {},
    )
    assert groups(events) == {frozenset({"a:0", "b:0"}), frozenset({"b:50"})}


def test_an_undated_report_does_not_bind_two_days_together() -> None:
    events = cluster(
        [
            claim("a", 0, "x", "y", day="2020-05-04", about="gespräch hafen"),
            claim("b", 0, "x", "y", about="gespräch hafen"),
            claim("c", 0, "x", "y", day="2020-09-04", about="gespräch hafen"),
        ],
        {},
    )
    assert {len(event.claims) for event in events} == {1, 2}
    assert all(
        a.interval is None or b.interval is None or a.interval == b.interval
        for event in events
        for a in event.claims
        for b in event.claims
    )


@pytest.mark.parametrize("like", [0, 1])
def test_an_undated_report_of_two_days_joins_the_one_that_it_reads_more_like(like: int) -> None:
    wordings = ["hafen zoll gipfel", "museum brücke gipfel"]
    dated = [
        claim("a", 0, "x", "y", day="2020-05-04", about=wordings[0]),
        claim("b", 0, "x", "y", day="2020-09-04", about=wordings[1]),
    ]
    undated = claim("c", 0, "x", "y", about=wordings[like])
    assert frozenset({f"{'ab'[like]}:0", "c:0"}) in groups(cluster([*dated, undated], {}))


def test_an_undated_report_joins_the_day_of_which_it_matches_most_reports() -> None:
    often = [claim(doc, 0, "x", "y", day="2020-05-04", about="hafen zoll") for doc in "ab"]
    once = [
        claim(doc, 0, "x", "y", day="2020-09-04", about=about) for doc, about in (("c", "zoll hafen"), ("d", "kunst"))
    ]
    events = groups(cluster([*often, *once, claim("e", 0, "x", "y", about="hafen zoll")], {}))
    assert frozenset({"a:0", "b:0", "e:0"}) in events


def test_an_undated_report_that_matches_undated_ones_alone_goes_with_these() -> None:
    claims = [
        claim("a", 0, "x", "y", day="2020-05-04", about="hafen zoll kran"),
        claim("b", 0, "x", "y", day="2020-09-04", about="hafen museum brücke"),
        claim("c", 0, "x", "y", about="hafen museum brücke oper"),
        claim("d", 0, "x", "y", about="oper museum bühne tanz"),
    ]
    assert frozenset({"b:0", "c:0", "d:0"}) in groups(cluster(claims, {}))


def test_other_types_and_other_people_are_other_events() -> None:
    events = cluster(
        [
            claim("a", 0, "x", "y", day="2020-05-04"),
            claim("b", 0, "x", "y", day="2020-05-04", kind="sanction"),
            claim("c", 0, "v", "w", day="2020-05-04"),
        ],
        {},
    )
    assert len(events) == 3


def test_what_was_planned_and_then_took_place_took_place() -> None:
    events = cluster(
        [
            claim("late", 0, "x", "y", day="2020-05-04"),
            claim("early", 0, "x", "y", day="2020-05", status="planned"),
        ],
        published(early="2020-04-30", late="2020-05-05"),
    )
    (event,) = events
    assert event.status == "occurred"
    assert [c.doc_id for c in event.claims] == ["early", "late"]


def test_an_event_keeps_its_id_when_a_later_source_is_added() -> None:
    first = claim("b", 0, "x", "y", day="2020-05-04")
    later = claim("a", 0, "x", "y", day="2020-05-04")
    when = published(b="2020-05-04", a="2020-05-06")
    assert cluster([first], when)[0].event_id == cluster([later, first], when)[0].event_id


def test_different_places_of_one_event_are_a_discrepancy_and_a_coarser_date_is_none() -> None:
    (event,) = cluster(
        [
            claim("a", 0, "x", "y", day="2020-05-04", place="Wien"),
            claim("b", 0, "x", "y", day="2020-05-04", place="Prag"),
            claim("c", 0, "x", "y", day="2020-05", place="Wien"),
        ],
        {},
    )
    assert [(d.field, {d.value_a, d.value_b}) for d in event.discrepancies] == [("place", {"Wien", "Prag"})]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 0, 2]])
def test_the_order_of_the_claims_does_not_matter(order: list[int]) -> None:
    claims = [
        claim("a", 0, "x", "y", day="2020-05-04", about="gespräch hafen"),
        claim("b", 0, "x", "y", about="gespräch hafen"),
        claim("c", 0, "x", "y", day="2020-09-04"),
    ]
    assert cluster([claims[i] for i in order], {}) == cluster(claims, {})


def test_no_claims_are_no_events() -> None:
    assert cluster([], {}) == ()


def test_two_places_in_one_month_are_two_meetings() -> None:
    events = cluster(
        [claim("a", 0, "x", "y", day="2020-05", place="Wien"), claim("b", 0, "x", "y", day="2020-05", place="Prag")], {}
    )
    assert len(events) == 2


def test_one_text_that_names_two_towns_tells_of_two_happenings() -> None:
    rows = [("Wien", "x y"), (None, "x y"), ("Prag", "x y")]
    claims = [
        claim("a", at, *names.split(), day="2020-05-04", place=place, about="gespräch hafen")
        for at, (place, names) in enumerate(rows)
    ]
    events = cluster(claims, {})
    assert {one.place for event in events for one in event.claims if one.place} == {"Wien", "Prag"}
    assert len(events) == 2
    assert not any(event.discrepancies for event in events)


@pytest.mark.parametrize("wide", ["Mali", "Ägäis", "Grenze zu Slowenien"])
def test_a_town_of_which_nothing_is_known_may_lie_in_a_wide_place(wide: str) -> None:
    (event,) = cluster(
        [
            claim("a", 0, "x", "y", day="2020-05-04", place="Musterbach"),
            claim("b", 0, "x", "y", day="2020-05-04", place=wide),
        ],
        {},
    )
    assert event.discrepancies == ()


def test_a_city_and_its_state_are_no_discrepancy() -> None:
    (event,) = cluster(
        [
            claim("a", 0, "x", "y", day="2020-05-04", place="Wien", host="austria"),
            claim("b", 0, "x", "y", day="2020-05-04", place="Österreich", host="austria"),
        ],
        {},
    )
    assert event.discrepancies == ()


def test_a_meeting_of_visitor_and_host_belongs_to_the_visit() -> None:
    events = cluster(
        [
            claim("a", 0, "x", "y", "land", day="2020-05", kind="visit"),
            claim("b", 0, "x", "y", day="2020-05-04"),
            claim("b", 50, "x", "z", day="2020-05-04"),
        ],
        {},
    )
    assert groups(events) == {frozenset({"a:0", "b:0"}), frozenset({"b:50"})}


def test_who_holds_an_office_stands_for_his_state() -> None:
    claims = [
        claim("a", 0, "premier", "bund", day="2020-05", kind="summit"),
        claim("b", 0, "land", "bund", day="2020-05", kind="summit"),
    ]
    assert len(cluster(claims, {})) == 2
    assert len(cluster(claims, {}, {"premier": lambda _: frozenset({"land"})})) == 1


def test_an_undated_report_is_not_of_what_came_after_it() -> None:
    events = cluster(
        [claim("old", 0, "x", "y", about="hafen"), claim("new", 0, "x", "y", day="2020-05-04", about="hafen")],
        published(old="2019-01-01", new="2020-05-05"),
    )
    assert len(events) == 2


def test_copies_of_one_text_are_one_source_of_its_events() -> None:
    told = [claim(doc, 0, "x", "y", day="2020-05-04") for doc in ("a", "b", "c", "d")]
    (one,) = cluster(told, {}, originals={"b": "a", "c": "a"})
    (apart,) = cluster([told[0], told[3]], {})
    assert len(one.claims) == 4
    assert (one.n_documents, one.confidence) == (apart.n_documents, apart.confidence) == (2, 0.96)


def test_a_copy_counts_as_its_original_also_where_that_does_not_tell_of_the_event() -> None:
    (event,) = cluster([claim(doc, 0, "x", "y", day="2020-05-04") for doc in "bc"], {}, originals={"b": "a", "c": "a"})
    assert event.n_documents == 1


@pytest.mark.parametrize("turned", [False, True])
def test_bounds_that_leave_a_gap_between_them_give_no_span_that_ends_before_it_begins(*, turned: bool) -> None:
    before = Bounds(None, date(2018, 9, 30), "document", "writing")
    behind = Bounds(date(2018, 12, 30), None, "text", "whole")
    told = [
        claim("a", 0, "x", "y", about="hafen", status="ongoing", bounds=before),
        claim("b", 0, "x", "y", about="hafen", status="occurred", bounds=behind),
    ]
    (event,) = cluster(told[::-1] if turned else told, {})
    assert event.bounds is not None
    assert (event.bounds.first or date.min) <= (event.bounds.last or date.max)


def told_as(words: str) -> Gist:
    return Gist(subject="Ann Ody", actor=None, rests=(Rest(words, "predicate"),))


def test_what_has_happened_is_not_called_by_its_plan() -> None:
    plan = claim("a", 0, "ann", "norway", day="2023-02-19", status="planned", gist=told_as("will reisen"))
    report = claim("b", 0, "ann", "norway", day="2023-02-19", gist=told_as("ist gereist"))
    (event,) = cluster([plan, report], published(a="2023-02-18", b="2023-02-20"))
    assert (event.status, event.gist) == ("occurred", told_as("ist gereist"))
    assert cluster([replace(plan, gist=None), report], {})[0].gist == told_as("ist gereist")
    assert cluster([plan, replace(report, gist=None)], published(a="2023-02-18", b="2023-02-20"))[0].gist is None
