"""Days that head what follows them: live blogs, chronologies, programmes."""

import pytest

from core.model import Segment
from core.time import annotate


def values(text: str, published: str | None) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in annotate(text, published)]


def test_the_day_headings_of_a_live_blog() -> None:
    text = (
        "Liveblog\n\nMittwoch, 20. März 2024\n\n14:12 Uhr: Die Ministerin hat heute in Ulm geredet.\n\n"
        "Montag, 18. März 2024\n\n7.30 Uhr: Der Rat ist gestern abgereist."
    )
    times = values(text, "2024-03-21")
    assert ("14:12 Uhr", "2024-03-20T14:12") in times
    assert ("heute", "2024-03-20") in times
    assert ("7.30 Uhr", "2024-03-18T07:30") in times
    assert ("gestern", "2024-03-17") in times


def test_a_day_before_a_colon_heads_its_line_alone() -> None:
    text = "24.02.2022: Der Rat tagt, der gestern gewählt wurde.\nHeute ruht die Arbeit."
    times = values(text, "2024-03-21")
    assert ("gestern", "2022-02-23") in times
    assert ("Heute", "2024-03-21") in times


def test_one_day_alone_in_its_line_is_no_heading() -> None:
    text = "Rede in Ulm\n\n20. März 2024\n\nDie Ministerin hat heute geredet."
    assert ("heute", "2024-03-21") in values(text, "2024-03-21")


def test_the_times_of_a_programme_belong_to_the_day_that_heads_it() -> None:
    text = (
        "Samstag, 5. Juli: 10 Uhr Einzug der Kapelle, die am Montag zurückkam; 11.30 Uhr Messe; "
        "14 Uhr Konzert (auch am Donnerstag). 16 Uhr Tanz.\nSonntag, 6. Juli, 9 Uhr: Umzug. 10 Uhr: Essen."
    )
    times = dict(values(text, "2014-07-02"))
    assert times["11.30 Uhr"] == "2014-07-05T11:30"
    assert times["16 Uhr"] == "2014-07-05T16:00"
    assert times["9 Uhr"] == "2014-07-06T09:00"


def test_a_time_in_running_text_goes_by_the_day_before_it() -> None:
    text = "Am 5. Juli um 10 Uhr begann es. Am Sonntag brach um 23 Uhr ein Feuer aus. Um 24 Uhr war es gelöscht."
    times = dict(values(text, "2014-07-07"))
    assert times["23 Uhr"] == "2014-07-06T23:00"
    assert times["24 Uhr"] == "2014-07-06T24:00"


def test_a_time_before_its_day() -> None:
    text = "Um 14.30 Uhr am Dienstag griff er an. Um 13:30 UTC am 12. März 2024 traf er sie."
    times = dict(values(text, "2024-03-20"))
    assert times["14.30 Uhr"] == "2024-03-19T14:30"
    assert times["13:30 UTC"] == "2024-03-12T13:30Z"


@pytest.mark.parametrize(
    ("text", "clock", "value"),
    [
        ("Gegen 9 Uhr MEZ am Montag begann es.", "9 Uhr MEZ", "2024-03-18T09:00+01:00"),
        ("Um 20:15 Uhr (Ortszeit) am Freitag bebte die Erde.", "20:15 Uhr", "2024-03-15T20:15"),
        ("Um 0.30 Uhr MESZ, am 2. Juli 2023, fiel der Strom aus.", "0.30 Uhr MESZ", "2023-07-02T00:30+02:00"),
        ("Am Dienstag um 18:00 GMT legte das Schiff ab.", "18:00 GMT", "2024-03-19T18:00Z"),
    ],
)
def test_a_time_tells_its_zone(text: str, clock: str, value: str) -> None:
    assert dict(values(text, "2024-03-20"))[clock] == value


def test_a_time_below_a_day_that_heads_it_is_of_that_day() -> None:
    text = "Mittwoch, 20. März 2024\n\n14:12 Uhr: Er kam heute.\n\nDienstag, 19. März 2024\n\n18.05 Uhr – Sie rief an."
    days = ("Mittwoch, 20. März 2024", "Dienstag, 19. März 2024")
    segments = [Segment(text.index(day), text.index(day) + len(day), "dateline") for day in days]
    times = {time.text: time.value for time in annotate(text, "2024-03-20", segments=segments)}
    assert (times["14:12 Uhr"], times["18.05 Uhr"]) == ("2024-03-20T14:12", "2024-03-19T18:05")


def test_a_month_that_the_clause_tells_as_past_is_not_the_next_one() -> None:
    times = values("Im März hatte er gewarnt. Die Wahl wurde für April angesetzt.", "2024-02-10")
    assert times == [("März", "2023-03"), ("April", "2024-04")]


def test_a_day_with_its_year_gives_its_year_to_the_next() -> None:
    text = "Am 5. März 2023 begann der Streik. Am 7. März endete er. Am 2. April will sie nach Bonn reisen."
    assert [value for _, value in values(text, "2024-02-14")] == ["2023-03-05", "2023-03-07", "2024-04-02"]


def test_a_weekday_beside_a_verb_in_the_present_tense_is_the_coming_one() -> None:
    text = "Die Ministerin trifft am Dienstag den Rat. Am Montag hat sie ihn gerügt."
    assert [value for _, value in values(text, "2024-02-14")] == ["2024-02-20", "2024-02-12"]


def test_the_morning_after_a_night_is_of_the_next_day() -> None:
    text = "In der vergangenen Nacht brannte es. Am Morgen war das Feuer aus."
    assert [value for _, value in values(text, "2024-03-20")] == ["2024-03-19TNI", "2024-03-20TMO"]
