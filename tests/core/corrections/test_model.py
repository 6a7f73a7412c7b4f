"""What a line of the file may say, what it is about, and which lines hold."""

from datetime import UTC, datetime

import msgspec
import pytest

from core.anchors import Anchor
from core.corrections.model import (
    ActorName,
    ActorReference,
    Checked,
    ClaimAnchor,
    Decision,
    EventDate,
    EventStatus,
    EventType,
    Line,
    NotEvent,
    OtherEvent,
    Participants,
    Party,
    SameEvent,
    in_force,
    points,
    says,
)

VISIT = ClaimAnchor(Anchor("a", 0, 20, "Macron besuchte Wien"), 7, 15, "visit", "c1")
TALKS = ClaimAnchor(Anchor("a", 21, 35, "Er traf Merkel"), 3, 7, "meeting", "c2")
MACRON = ActorReference(vocabulary="emmanuel-macron", name="Emmanuel Macron")


def line(number: int, what: Decision | None = None, undoes: int | None = None) -> Line:
    return Line(
        f"{number:016x}",
        datetime(2026, 11, 29, tzinfo=UTC),
        what=what,
        undoes=None if undoes is None else f"{undoes:016x}",
    )


def numbers(*lines: Line) -> list[int]:
    return [int(one.id, 16) for one in in_force(lines)]


@pytest.mark.parametrize(
    "what",
    [
        NotEvent((VISIT,)),
        EventType((VISIT, TALKS), "summit"),
        EventDate((VISIT,), "2021-05"),
        EventDate((VISIT,), None),
        Participants((VISIT,), (Party(MACRON, "agent"),)),
        SameEvent((VISIT,), (TALKS,)),
        ActorName(MACRON, '<script>alert("$x$ :red[..]")</script>'),
    ],
)
def test_a_line_comes_back_as_it_was_written(what: Decision) -> None:
    written = msgspec.json.encode(line(1, what))

    assert msgspec.json.decode(written, type=Line) == line(1, what)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ('{"kind":"status","about":[],"value":"planned"}', "length >= 1"),
        ('{"kind":"date","about":[CLAIM],"value":"2021-13"}', "month must be"),
        ('{"kind":"status","about":[CLAIM],"value":"perhaps"}', "perhaps"),
        ('{"kind":"strange","about":[CLAIM]}', "strange"),
        ('{"kind":"name","about":{"name":"x"},"value":"y"}', "mention"),
    ],
)
def test_a_line_that_breaks_a_rule_is_refused(written: str, reason: str) -> None:
    claim = msgspec.json.encode(VISIT).decode()
    content = f'{{"id":"{1:016x}","at":"2026-11-29T09:00:00Z","what":{written.replace("CLAIM", claim)}}}'

    with pytest.raises(msgspec.ValidationError, match=reason):
        msgspec.json.decode(content, type=Line)


def test_a_line_decides_or_takes_back_and_not_both() -> None:
    with pytest.raises(ValueError, match="either"):
        line(1)
    with pytest.raises(ValueError, match="either"):
        line(1, NotEvent((VISIT,)), 2)


def test_of_two_decisions_about_one_point_the_later_holds() -> None:
    first, second = line(1, EventType((VISIT,), "summit")), line(2, EventType((VISIT,), "meeting"))

    assert numbers(first, second) == [2]
    assert numbers(first, line(3, EventStatus((VISIT,), "planned"))) == [1, 3]


def test_a_decision_about_an_event_holds_as_long_as_one_of_its_claims_is_not_decided_anew() -> None:
    whole, part, rest = (
        line(1, EventType((VISIT, TALKS), "summit")),
        line(2, EventType((VISIT,), "meeting")),
        line(3, EventType((TALKS,), "visit")),
    )

    assert numbers(whole, part) == [1, 2]
    assert numbers(whole, part, rest) == [2, 3]


def test_what_is_taken_back_does_not_hold_and_what_it_replaced_does_again() -> None:
    first, second = line(1, EventType((VISIT,), "summit")), line(2, EventType((VISIT,), "meeting"))

    assert numbers(first, second, line(3, undoes=2)) == [1]
    assert numbers(first, second, line(3, undoes=2), line(4, undoes=3)) == [2]
    assert numbers(first, line(3, undoes=1), line(4, undoes=3), line(5, undoes=4)) == []


def test_what_excludes_one_another_is_one_point() -> None:
    assert points(NotEvent((VISIT,))) == points(Checked((VISIT,)))
    assert points(SameEvent((VISIT,), (TALKS,))) == points(OtherEvent((TALKS,), (VISIT,)))
    assert points(NotEvent((VISIT,))) != points(NotEvent((TALKS,)))


def test_what_is_decided_is_said_in_a_line() -> None:
    assert says(EventType((VISIT,), "summit")) == "summit"
    assert says(Participants((VISIT,), (Party(MACRON, "agent"),))) == "Emmanuel Macron (agent)"
    assert says(EventDate((VISIT,), None)) == ""
