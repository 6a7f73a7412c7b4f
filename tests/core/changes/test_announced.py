"""What newer sources tell of plans: small corpora on many subjects, and both sides of each figure."""

from collections.abc import Collection
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from core.build import build
from core.changes import news
from core.changes.announced import found
from core.changes.compare import Plan
from core.changes.outcomes import Outcome, Passage
from core.changes.tellings import Days, Telling, nouns, stem
from core.changes.thresholds import announced
from core.model import Status
from tests.core.engine.small_corpus import Folder

TRIAL = "Am 3. Juni 2024 soll vor dem Landgericht Kassel der Prozess gegen Jens Kollwitz beginnen."
STRIKE = "Die IG Metall will am 12. Februar 2024 bei der Nordstahl AG in Bremen streiken."
MERGER = "Die Hauptversammlung der Nordstahl AG soll am 15. Mai 2024 der Fusion mit der Weserwerft zustimmen."
JOURNEY = "Bundeskanzler Olaf Scholz will am 14. April 2024 nach Peking reisen."
WORKS = "Die Papierfabrik Halden will ihr Werk in Görlitz zum 30. Juni 2024 schließen."
BILL = "Der Bundestag soll am 22. März 2024 über das Heizungsgesetz abstimmen."
CONGRESS = "Die Grünen wollen am 20. April 2024 in Erfurt zu einem Parteitag zusammenkommen."


def plans(folder: Path, earlier: str, later: str, day: str) -> tuple[Plan, ...]:
    """What is said of the plans in a text of 1 February 2024 after another was added."""
    sources = {"plan.txt": {"published": "2024-02-01"}}
    build(Folder({"plan.txt": earlier.encode()}, sources).write(folder / "texts"), folder / "tables")
    texts = {"plan.txt": earlier.encode(), "told.txt": later.encode()}
    build(Folder(texts, sources | {"told.txt": {"published": day}}).write(folder / "texts"), folder / "tables")
    return news(folder / "tables").changes.events.plans


@pytest.mark.slow
@pytest.mark.parametrize(
    ("earlier", "later", "day", "outcome"),
    [
        (
            "Der Prozess gegen Jens Kollwitz, der am 3. Juni 2024 vor dem Landgericht Kassel beginnen soll, wird mit"
            " Spannung erwartet.",
            "Der Prozess gegen Jens Kollwitz, der am 3. Juni 2024 vor dem Landgericht Kassel beginnen sollte, wurde auf"
            " den 10. September 2024 verschoben.",
            "2024-05-28",
            "moved",
        ),
        (
            TRIAL,
            "Das Landgericht Kassel hat den Prozess gegen Jens Kollwitz auf den 10. September 2024 verschoben.",
            "2024-05-28",
            "moved",
        ),
        (STRIKE, "Die IG Metall streikte am 12. Februar 2024 nicht.", "2024-02-13", "denied"),
        (
            "Die IG Metall plant für den 12. Februar 2024 einen Warnstreik bei der Nordstahl AG in Bremen.",
            "Die IG Metall hat den Warnstreik bei der Nordstahl AG abgesagt.",
            "2024-02-11",
            "denied",
        ),
        (MERGER, "Die Hauptversammlung hat der Fusion zugestimmt.", "2024-05-16", "reported"),
        (JOURNEY, "Bundeskanzler Olaf Scholz hat seine Reise nach Peking abgesagt.", "2024-04-10", "denied"),
        (JOURNEY, "Bundeskanzler Olaf Scholz reist erst am 2. Juni 2024 nach Peking.", "2024-04-02", "moved"),
        (JOURNEY, "Bundeskanzler Olaf Scholz ist am Sonntag in Peking eingetroffen.", "2024-04-15", "reported"),
        (WORKS, "Die Papierfabrik Halden hat ihr Werk in Görlitz geschlossen.", "2024-07-02", "reported"),
        (
            BILL,
            "Der Bundestag hat die Abstimmung über das Heizungsgesetz auf den 12. April 2024 vertagt.",
            "2024-03-20",
            "moved",
        ),
        (CONGRESS, "Der Parteitag der Grünen in Erfurt wurde auf Juni 2024 verlegt.", "2024-04-02", "moved"),
        (
            "Die EU will im Mai 2024 Sanktionen gegen Belarus verhängen.",
            "Die EU hat Sanktionen gegen Belarus verhängt.",
            "2024-06-05",
            "reported",
        ),
    ],
)
def test_a_newer_source_tells_what_has_become_of_a_plan(
    tmp_path: Path, earlier: str, later: str, day: str, outcome: Outcome
) -> None:
    (plan,) = plans(tmp_path, earlier, later, day)
    assert plan.outcome == outcome
    assert plan.announced is not None
    assert plan.told is not None
    assert (plan.announced.doc_id, plan.told.doc_id) == ("plan", "told")
    assert plan.told.quote in later


@pytest.mark.slow
@pytest.mark.parametrize(
    ("earlier", "later", "day"),
    [
        (TRIAL, "Vor dem Landgericht Kassel hat am 4. Juni 2024 der Prozess gegen Maren Thiel begonnen.", "2024-06-05"),
        (TRIAL, "Vor dem Landgericht Kassel hat der Prozess gegen einen Arzt begonnen.", "2024-06-05"),
        (
            TRIAL,
            "Das Landgericht Kassel hat den Prozess gegen Maren Thiel auf den 5. August 2024 verschoben.",
            "2024-05-28",
        ),
        (STRIKE, "Die IG Metall streikte im Februar 2023 bei der Nordstahl AG in Bremen.", "2024-02-13"),
        (STRIKE, "Die IG Metall streikte am 12. Februar 2024 in Stuttgart.", "2024-02-13"),
        (STRIKE, "Die IG Metall will am 26. Februar 2024 bei der Nordstahl AG streiken.", "2024-02-13"),
        (MERGER, "Die Hauptversammlung der Bergbank hat einer Dividende zugestimmt.", "2024-05-16"),
        (JOURNEY, "Bundeskanzler Olaf Scholz ist am Sonntag in Warschau eingetroffen.", "2024-04-15"),
        (WORKS, "Die Brauerei Sander hat ihr Werk in Görlitz geschlossen.", "2024-03-01"),
        (BILL, "Der Bundestag hat am 22. März 2024 das Haushaltsgesetz verabschiedet.", "2024-03-23"),
        (
            "Japan könnte seine Beziehungen zur NATO vertiefen.",
            "Japan intensiviert seit einem Jahr seine Beziehungen zur NATO.",
            "2024-03-23",
        ),
    ],
)
def test_what_is_of_something_else_tells_nothing_of_a_plan(tmp_path: Path, earlier: str, later: str, day: str) -> None:
    assert plans(tmp_path, earlier, later, day) == ()


@pytest.mark.slow
def test_what_is_told_under_a_plan_is_not_told_as_new_once_more(tmp_path: Path) -> None:
    later = "Das Landgericht Kassel hat den Prozess gegen Jens Kollwitz auf den 10. September 2024 verschoben."
    (plan,) = plans(tmp_path, TRIAL, later, "2024-05-28")
    events = news(tmp_path / "tables").changes.events
    assert plan.event.event_id != plan.plan_id
    assert plan.event.event_id not in {event.event_id for event in events.new}


DAY = date(2024, 6, 3).toordinal()
SINCE = DAY - 100
_NUMBERS = count()


def telling(
    status: Status,
    at: int | None = DAY,
    *,
    parties: Collection[str] = ("court", "kollwitz"),
    about: str = "",
    place: str | None = None,
    type_: str = "justice",
    last: int | None = None,
    written: int = DAY + 1,
    trigger: str = "begann",
    words: str = "Es begann",
) -> Telling:
    """A claim of a document of its own; without a day it is undated."""
    number = next(_NUMBERS)
    return Telling(
        f"c{number}",
        f"e{number}",
        type_,
        status,
        Passage(f"d{number}", 0, 0, f"{words} {about}."),
        trigger,
        Days(at, at if last is None else last),
        at is not None,
        Days(written, written),
        place,
        about,
        dict.fromkeys(parties, "organisation"),
    )


def outcome(plan: Telling, told: Telling, others: int = 0) -> Outcome | None:
    became = list(found([plan], [told], lambda _pair: others))
    return became[0].outcome if became else None


def plan(at: int | None = DAY, **sides: object) -> Telling:
    return telling("planned", at, written=SINCE, **sides)  # type: ignore[arg-type]


def test_on_the_announced_day_one_thing_in_common_is_enough() -> None:
    court = plan(parties=["court"])
    assert outcome(court, telling("occurred", parties=["court"])) == "reported"
    assert outcome(court, telling("occurred", None, parties=["court"])) is None
    assert outcome(court, telling("occurred", parties=["mayor"])) is None


def test_undated_it_takes_two() -> None:
    assert outcome(plan(), telling("occurred", None)) == "reported"
    assert outcome(plan(parties=["court"], place="Kassel"), telling("denied", None, parties=["court"])) is None
    told = telling("denied", None, parties=["court"], place="Kassel")
    assert outcome(plan(parties=["court"], place="Kassel"), told) == "denied"


def test_a_month_is_no_exact_date() -> None:
    exact = announced().days.exact
    court = plan(parties=["court"])
    assert outcome(court, telling("occurred", DAY, last=DAY + exact - 1, parties=["court"])) == "reported"
    assert outcome(court, telling("occurred", DAY, last=DAY + exact, parties=["court"])) is None


def test_half_of_who_takes_part_has_to_agree() -> None:
    assert (
        outcome(plan(parties=["court", "kollwitz"]), telling("occurred", parties=["court", "kollwitz"])) == "reported"
    )
    three = plan(parties=["a", "b", "c"])
    assert outcome(three, telling("occurred", parties=["a"])) == "reported"
    assert outcome(three, telling("occurred", parties=["a", "x", "y"])) is None


def test_another_of_the_same_kind_is_another_event() -> None:
    assert outcome(plan(parties=["court", "kollwitz"]), telling("occurred", parties=["court", "thiel"])) is None


def test_another_day_takes_two_parties_three_points_and_a_month_at_the_most() -> None:
    month = announced().days.moved
    for status in ("planned", "occurred"):
        told = telling(status, DAY + month, place="Kassel")
        assert outcome(plan(place="Kassel"), told) == "moved"
        later = telling(status, DAY + month + 1, place="Kassel")
        assert outcome(plan(place="Kassel"), later) is None
    assert outcome(plan(), telling("planned", DAY + month)) is None
    one = plan(parties=["court"], place="Kassel", about="des Betrugs im Rathaus")
    assert (
        outcome(one, telling("planned", DAY + 9, parties=["court"], place="Kassel", about="des Betrugs im Rathaus"))
        is None
    )


def test_a_word_of_moving_tells_of_any_other_day() -> None:
    words = "Sie wurde verschoben"
    assert outcome(plan(), telling("planned", DAY + 300, words=words, written=DAY - 3)) == "moved"
    assert outcome(plan(), telling("planned", None, words=words, written=DAY - 3)) == "moved"
    assert outcome(plan(), telling("possible", None, words=words, written=DAY - 3)) is None


def test_an_undated_report_counts_for_a_season_and_not_before_the_day() -> None:
    season = announced().days.season
    assert outcome(plan(), telling("occurred", None, written=DAY + season)) == "reported"
    assert outcome(plan(), telling("occurred", None, written=DAY + season + 1)) is None
    assert outcome(plan(), telling("occurred", None, written=DAY - 1)) is None
    assert outcome(plan(), telling("denied", None, written=DAY - 1)) == "denied"


def test_an_undated_plan_takes_a_noun_and_is_for_within_the_year() -> None:
    ahead = announced().days.ahead
    some_day = plan(None, about="des Betrugs")
    assert outcome(some_day, telling("occurred", SINCE + ahead, about="des Betrugs")) == "reported"
    assert outcome(some_day, telling("occurred", SINCE + ahead + 1, about="des Betrugs")) is None
    assert outcome(plan(None), telling("occurred")) is None


def test_an_older_text_tells_nothing_of_a_later_plan() -> None:
    assert outcome(plan(), telling("denied", written=SINCE)) == "denied"
    assert outcome(plan(), telling("denied", written=SINCE - 1)) is None


def test_what_many_others_share_tells_nothing_but_on_the_day() -> None:
    most = announced().rarity.others
    assert outcome(plan(), telling("occurred", None), others=most) == "reported"
    assert outcome(plan(), telling("occurred", None), others=most + 1) is None
    assert outcome(plan(), telling("occurred"), others=most + 1) == "reported"


def test_what_may_be_of_two_plans_is_of_neither() -> None:
    two = [plan(), plan(DAY + 7)]
    assert list(found(two, [telling("denied", None)], lambda _pair: 0)) == []
    (one,) = found(two, [telling("denied", DAY + 7)], lambda _pair: 0)
    assert one.plan is two[1]
    same = [plan(), plan()]
    assert len(list(found(same, [telling("denied", None)], lambda _pair: 0))) == 2


def test_the_latest_word_counts() -> None:
    before = telling("denied", written=DAY - 3)
    after = telling("occurred", written=DAY + 3)
    for order in ([before, after], [after, before]):
        (one,) = found([plan()], order, lambda _pair: 0)
        assert one.outcome == "reported"


def test_calling_off_has_to_name_what_is_called_off() -> None:
    strike = plan(parties=["union"], type_="protest")
    off = {"parties": ["union"], "type_": "rejection", "trigger": "abgesagt", "written": DAY - 3}
    assert outcome(strike, telling("occurred", None, about="den Streik", **off)) == "denied"  # type: ignore[arg-type]
    assert outcome(strike, telling("occurred", None, about="das Konzert", **off)) is None  # type: ignore[arg-type]
    refused = {**off, "trigger": "abgelehnt"}
    assert outcome(strike, telling("occurred", None, about="den Streik", **refused)) is None  # type: ignore[arg-type]


def test_nouns_are_those_that_tell_events_of_a_type_apart() -> None:
    said = "Der Prozess wegen Betrugs an Banken und der AG beginnt im Juni"
    assert nouns(said, "justice") == {stem("Betrug"), stem("Bank")}
    assert stem("Prozess") in nouns(said, "vote")
    assert stem("Verträge") == stem("Vertrags") != stem("Vortrag")
