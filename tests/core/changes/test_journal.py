from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest

from core.changes.journal import HISTORY, Build, HistoryError, Journal, kept
from core.changes.lines import as_lines
from core.changes.since import news, valid
from core.changes.state import State
from core.changes.thresholds import thresholds
from core.tables import SCHEMAS
from tests.core.changes.states import Happening, Told, state

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def name(days: float) -> str:
    """The name of a set that was put in place so many days after the start."""
    return f"{START + timedelta(days=days):%Y%m%dT%H%M%S%f}-0123abcd"


def remembering(folder: Path, *days: float) -> Journal:
    """A journal of builds, each with one event more than the one before."""
    journal = Journal(folder)
    for number, day in enumerate(days):
        journal.keep(name(day), states(number))
    return journal


def no_tables() -> dict[str, pa.Table]:
    return {name: schema.empty_table() for name, schema in SCHEMAS.items()}


def states(number: int) -> State:
    return state(*(Happening((Told("a", f"Satz {at}."),)) for at in range(number)))


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    remembering(tmp_path, 0, 1)
    journal = Journal(tmp_path)
    assert [build.name for build in journal.builds] == [name(0), name(1)]
    assert journal.state(journal.builds[1]) == states(1)
    assert journal.builds[1].time == START + timedelta(days=1)


def test_since_when_is_the_last_build_that_differs_a_day_or_a_set(tmp_path: Path) -> None:
    journal = remembering(tmp_path, 0, 1, 2)
    journal.keep(name(3), states(2))  # built again, and nothing came of it

    def new(since: str | None) -> int:
        return len(news(tmp_path, name(3), since).changes.events.new)

    assert new(None) == 1
    assert new(name(0)) == 2
    assert new(name(0.5)) == 2  # not remembered: what stood there at that time
    assert new("2026-03-02") == 2  # from the begin of that day on
    assert new("2026-03-03") == 1
    assert new(name(3)) == new(name(9)) == 0
    assert not news(tmp_path, name(1), name(2)).changes  # looking at the set of before a later visit


def decided(number: int, *decisions: str, code: str = "") -> State:
    return msgspec.structs.replace(states(number), decisions=decisions, code=code)


def since(folder: Path) -> str:
    earlier = news(folder).since
    assert earlier is not None
    return earlier.name


def test_builds_that_only_take_in_corrections_do_not_end_what_is_new(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    text = state(Happening((Told("a", "Satz."),)), Happening((Told("b", "Satz."),)))
    journal.keep(name(0), decided(1))
    journal.keep(name(1), msgspec.structs.replace(text, decisions=()))
    for day, decisions in ((2, ("1",)), (3, ("1", "2")), (4, ("2",))):  # the first is taken back
        journal.keep(name(day), msgspec.structs.replace(text, decisions=decisions))
        assert since(tmp_path) == name(0)
        assert [one.doc_id for one in news(tmp_path).changes.sources.new] == ["b"]
    journal.keep(name(5), msgspec.structs.replace(text, decisions=("2",), code="other"))
    assert since(tmp_path) == name(4)


def test_where_people_have_decided_all_that_is_remembered_the_last_decision_is_new(tmp_path: Path) -> None:
    for day, decisions in enumerate(((), ("1",), ("1", "2"))):
        Journal(tmp_path).keep(name(day), decided(2, *decisions))
    assert since(tmp_path) == name(1)


def test_what_changes_the_tables_and_no_one_decided_is_new(tmp_path: Path) -> None:
    """An entry of `sources.toml`, or of builds of before that do not remember decisions, anything."""
    journal = Journal(tmp_path)
    journal.keep(name(0), decided(1, "1"))
    journal.keep(name(1), decided(2, "1"))
    assert since(tmp_path) == name(0)
    journal.keep(name(2), msgspec.structs.replace(states(3), decisions=None))
    assert since(tmp_path) == name(1)
    journal.keep(name(3), decided(3, "1", "2"))
    assert since(tmp_path) == name(2)


def test_where_none_is_as_old_the_oldest_is_taken_and_that_is_said(tmp_path: Path) -> None:
    remembering(tmp_path, 0, 1)
    latest = news(tmp_path, name(1), "2020-01-01")
    assert (latest.exact, latest.since) == (False, Build(name(0)))
    assert len(latest.changes.events.new) == 1


def test_the_first_build_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    remembering(tmp_path, 0)
    assert news(tmp_path).since is None
    assert news(tmp_path, since="2020-01-01").since is None


def test_what_cannot_be_told_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="nothing is remembered"):
        news(tmp_path)
    journal = remembering(tmp_path, 0, 1)
    with pytest.raises(HistoryError, match="nothing is remembered"):
        news(tmp_path, name(0.5))
    with pytest.raises(HistoryError, match="neither a day"):
        news(tmp_path, since="gestern")
    path = tmp_path / HISTORY / f"{name(0)}.state"
    for content in (b"", b"lagebild state 0\n", path.read_bytes()[:-9], path.read_bytes()[:17] + b"99999999999999\n"):
        path.write_bytes(content)
        with pytest.raises(HistoryError):
            journal.state(journal.builds[0])


def test_foreign_files_are_passed_over(tmp_path: Path) -> None:
    remembering(tmp_path, 0)
    (tmp_path / HISTORY / "../history/readme.state").write_text("?")
    (tmp_path / HISTORY / ".new-x").write_text("?")
    assert len(Journal(tmp_path).builds) == 1
    remembering(tmp_path, 1)
    assert not list((tmp_path / HISTORY).glob(".new-*"))


@pytest.mark.parametrize(
    ("text", "good"),
    [("2026-02-28", True), ("2026-02-30", False), (name(0), True), ("", False), ("..", False), (name(0) + "/", False)],
)
def test_what_can_say_since_when(text: str, good: bool) -> None:
    assert valid(text) is good


@pytest.mark.slow
def test_builds_are_thinned_out_the_older_the_more() -> None:
    least = thresholds()
    builds = [Build(name(quarter / 96)) for quarter in range(96 * (least.days + 5))]  # one each quarter of an hour
    keep = sorted(kept(builds))
    latest = builds[-1].time
    assert set(builds[-least.last :]) <= set(keep)
    assert len(keep) <= least.last + least.hours + least.days
    hours = {build.time.replace(minute=0) for build in keep if latest - build.time < timedelta(hours=least.hours)}
    assert len(hours) == least.hours
    older = [build for build in keep if latest - build.time >= timedelta(hours=least.hours)]
    assert all((build.time.hour, build.time.minute) == (23, 45) for build in older)
    assert len({build.time.date() for build in keep}) == least.days
    assert kept(keep) == set(keep)


def test_a_link_of_this_morning_stands_after_a_day_of_corrections(tmp_path: Path) -> None:
    morning = name(0.02)
    journal = remembering(tmp_path, 0, 0.02, *(0.1 + minute / 1440 for minute in range(90)))
    assert journal.at(morning) == Build(morning)
    assert len(journal.builds) < 20


def test_a_forgotten_build_stands_for_the_one_before_it_and_that_is_said(tmp_path: Path) -> None:
    remembering(tmp_path, 0, 2, 3)
    for since, stands in ((name(0), name(0)), (name(1), name(0)), (name(2.5), name(2))):
        latest = news(tmp_path, name(3), since)
        assert latest.since == Build(stands)
        assert latest.forgotten == (None if since == stands else Build(since))
    assert news(tmp_path, name(3), "2026-03-02").forgotten is None
    (line, *_rest) = as_lines(news(tmp_path, name(3), name(1)), no_tables(), {})
    assert "2026-03-02" in line
    assert "is not remembered" in line


def test_what_is_kept_no_longer_is_removed(tmp_path: Path) -> None:
    few = thresholds().last + 3
    journal = remembering(tmp_path, *(minute / 1440 for minute in range(few)))  # within an hour
    assert len(journal.builds) == thresholds().last
    assert Journal(tmp_path).builds == journal.builds
