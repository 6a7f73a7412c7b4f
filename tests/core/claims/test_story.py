from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]
WRITTEN = "2021-03-10"


def last(claims: list[Claim]) -> tuple[str | None, str | None]:
    """The date of the last claim, and where that comes from."""
    date = claims[-1].date
    return (date.edtf, date.source) if date else (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier war am Montag in Oslo. Sie traf dort Bo Lund.",
        "Am Montag griff Finnland Schweden an. Dabei wurden drei Menschen getötet.",
        "Am Montag griff Finnland Schweden an. Norwegen griff Dänemark an.",
        "Anna Meier kritisierte am Montag Norwegen. Sie kritisierte auch Finnland.",
    ],
)
def test_a_story_goes_on_on_its_day(told: Told, text: str) -> None:
    assert last(told(text, WRITTEN, Sie="Anna Meier")) == ("2021-03-08", "carried")


def test_days_of_a_story_are_counted_from_its_first(told: Told) -> None:
    text = "Am 3. Mai 2020 besuchte Anna Meier Norwegen. Am zweiten Tag traf sie Bo Lund."
    assert last(told(text, WRITTEN, sie="Anna Meier")) == ("2020-05-04", "carried")


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag griff Finnland Schweden an. Norwegen hatte Dänemark angegriffen.",
        "Am Montag griff Finnland Schweden an. Zuvor griff Norwegen Dänemark an.",
        "Am Montag griff Finnland Schweden an. Seit Jahren griff Norwegen Dänemark an.",
        "Am Montag griff Finnland Schweden an.\n\nNorwegen griff Dänemark an.",
        "Im Mai 2020 griff Finnland Schweden an. Norwegen griff Dänemark an.",
        "Das teilte der Rat am Montag mit. Norwegen griff Dänemark an.",
    ],
)
def test_a_story_ends_where_another_time_or_subject_begins(told: Told, text: str) -> None:
    assert last(told(text, WRITTEN)) == (None, None)


def test_what_the_evidence_of_a_carried_date_shows_is_the_sentence_before(told: Told) -> None:
    text = "Anna Meier war am Montag in Oslo. Sie traf dort Bo Lund."
    *_, claim = told(text, WRITTEN, Sie="Anna Meier")
    assert claim.date is not None
    assert [text[proof.start : proof.end] for proof in claim.date.evidence] == ["Montag"]


def test_what_was_then_is_of_the_date_named_before(told: Told) -> None:
    text = "Anna Meier besuchte im Mai 2015 Norwegen. Damals griff Finnland Schweden an."
    assert last(told(text, WRITTEN)) == ("2015-05", "carried")


def test_what_happened_to_others_as_well_is_of_the_day_of_the_news(told: Told) -> None:
    text = "Anna Meier besuchte am Mittwoch Norwegen.\n\nDas Wetter ist schön.\n\nBo Lund besuchte Schweden."
    assert last(told(text, WRITTEN)) == ("2021-03-10", "carried")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier besucht am 22. April Norwegen. Dort trifft sie Bo Lund.",
        "Am 22. April besucht Anna Meier Norwegen. Sie trifft Bo Lund.",
        "Anna Meier wird am 22. April Norwegen besuchen. Anschließend trifft sie Bo Lund.",
        "Anna Meier trifft am 22. April Ida Rex. Danach empfängt Anna Meier Bo Lund.",
    ],
)
def test_what_is_to_come_goes_on_on_its_day(told: Told, text: str) -> None:
    claims = told(text, WRITTEN, sie="Anna Meier", Sie="Anna Meier")
    assert [(claim.status, claim.date and claim.date.edtf) for claim in claims] == [("planned", "2021-04-22")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier besucht am 22. April Norwegen. Ida Rex trifft Bo Lund.",
        "Anna Meier besucht am 22. April Norwegen. Sie traf Bo Lund.",
        "Anna Meier besucht am 22. April Norwegen. Es regnet. Sie trifft Bo Lund.",
        "Anna Meier besucht am 22. April Norwegen.\n\nSie trifft immer wieder Bo Lund.",
    ],
)
def test_what_is_told_beside_a_plan_is_none(told: Told, text: str) -> None:
    ahead, beside = told(text, WRITTEN, sie="Anna Meier", Sie="Anna Meier")
    assert (ahead.status, beside.status == "planned") == ("planned", False)
