"""Meetings that a sentence names by the way."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Anna Meier lobte bei einem Treffen mit Bo Lund den Umbau.", "einem Treffen mit Bo Lund"),
        ("Nach einem Gespräch mit Bo Lund sagte Anna Meier, der Hafen sei sicher.", "einem Gespräch mit Bo Lund"),
    ],
)
def test_who_acts_at_a_meeting_was_there(told: Told, text: str, quote: str) -> None:
    (meeting,) = [claim for claim in told(text) if claim.type == "meeting"]
    assert (meeting.quote, meeting.status) == (quote, "occurred")
    assert {(p.actor_id, p.role) for p in meeting.participants} == {("Anna Meier", "agent"), ("Bo Lund", "partner")}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier lobte im Gespräch mit der Nordpost den Umbau.",
        "Nach einem Gespräch mit Fischern lobte Anna Meier den Umbau.",
        "Die Kurse stiegen nach dem Treffen mit Bo Lund.",
    ],
)
def test_an_interview_or_a_talk_with_anybody_is_none(told: Told, text: str) -> None:
    assert all(claim.type != "meeting" for claim in told(text))
