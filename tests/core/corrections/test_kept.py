"""Decisions are kept beside the texts, taken back by later lines, and joined with another person's."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import journal
from core.anchors import Anchor
from core.corpus import items
from core.corrections import told
from core.corrections.kept import FILE, CorrectionError, Prefer, add, import_, merge, read, undo
from core.corrections.model import (
    ClaimAnchor,
    Decision,
    EventDate,
    EventStatus,
    EventType,
    Line,
    Participants,
    Title,
    in_force,
    says,
)
from core.journal import JournalError
from core.model import NamedParty

VISIT = ClaimAnchor(Anchor("a", 0, 20, "Macron besuchte Wien"), 7, 15, "visit", "c1")
TALKS = ClaimAnchor(Anchor("a", 21, 35, "Er traf Merkel"), 3, 7, "meeting", "c2")
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)


def line(number: int, what: Decision, minutes: int = 0) -> Line:
    return Line(f"{number:016x}", NOON + timedelta(minutes=minutes), what=what)


def hold(lines: tuple[Line, ...]) -> list[str]:
    return [says(one.what) for one in in_force(lines) if one.what is not None]


def test_a_decision_is_kept_with_who_when_and_why(tmp_path: Path) -> None:
    kept_line = add(tmp_path, EventStatus((VISIT,), "planned"), by="Eva", why="steht so da", was="occurred")

    assert read(tmp_path) == (kept_line,)
    assert (kept_line.by, kept_line.why, kept_line.was) == ("Eva", "steht so da", "occurred")
    assert kept_line.at.tzinfo is not None
    assert kept_line.at.microsecond == 0


def test_who_took_part_is_kept_by_name_and_role_and_in_words(tmp_path: Path) -> None:
    was = (NamedParty("Kurz; Sebastian (ÖVP)", "agent"), NamedParty("Österreich", "target"))
    add(tmp_path, Participants((VISIT,), ()), was=was)
    (line,) = read(tmp_path)
    assert (line.was, line.was_parties) == ("Kurz; Sebastian (ÖVP) (agent); Österreich (target)", was)


def test_a_decision_that_breaks_a_rule_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="correct the value"):
        add(tmp_path, EventStatus((VISIT,), "perhaps"))  # type: ignore[arg-type]
    with pytest.raises(CorrectionError, match="surrogates"):
        add(tmp_path, EventStatus((VISIT,), "planned"), why="\ud800")
    assert not (tmp_path / FILE).exists()


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=500))
def test_any_text_comes_back_as_it_was(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    decision = Title((VISIT,), f"x{text[:499]}")

    line = add(folder, decision, by=f"x{text}", why=f"x{text}", was=text)

    assert read(folder) == (line,)
    (said,) = told.each(read(folder))
    assert said.splitlines() == [said]


def test_a_line_is_taken_back_once_and_may_come_back(tmp_path: Path) -> None:
    decided = add(tmp_path, EventStatus((VISIT,), "planned"))
    taken = undo(tmp_path, decided.id, by="Max")
    assert in_force(read(tmp_path)) == ()
    with pytest.raises(CorrectionError, match="taken back already"):
        undo(tmp_path, decided.id)
    undo(tmp_path, taken.id)
    assert in_force(read(tmp_path)) == (decided,)


def test_only_a_line_that_is_there_can_be_taken_back(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="no line `0123456789abcdef`"):
        undo(tmp_path, "0123456789abcdef")


def test_a_line_that_is_no_decision_is_told_with_its_number(tmp_path: Path) -> None:
    add(tmp_path, EventStatus((VISIT,), "planned"))
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write('{"id": "x"}\n')
    with pytest.raises(JournalError, match="line 2"):
        read(tmp_path)


def test_what_people_decided_is_no_text_of_the_corpus(tmp_path: Path) -> None:
    for name in ("corrections.jsonl", "notes.jsonl", "notes.eva.jsonl", "collections.jsonl"):
        (tmp_path / name).write_text('{"id": "x", "text": "Macron besuchte Wien."}\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Macron besuchte Wien.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "notes.jsonl").write_text('{"id": "x", "text": "Wien."}\n', encoding="utf-8")

    listed = items(tmp_path)

    assert [item.file for item in listed.items] == ["a.txt", "sub/notes.jsonl"]
    assert listed.notices == ()


def test_lines_of_another_file_are_added_once(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    add(theirs, EventStatus((VISIT,), "planned"))
    undo(theirs, add(theirs, EventType((TALKS,), "summit")).id)

    assert len(import_(tmp_path, theirs / FILE).added) == 3
    assert import_(tmp_path, theirs / FILE).added == ()
    assert read(tmp_path) == read(theirs)


def test_a_file_that_is_not_there_cannot_be_imported(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="no such file"):
        import_(tmp_path, tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("ours_at", "prefer", "value"),
    [
        (0, "later", "theirs"),
        (9, "later", "ours"),
        (0, "ours", "ours"),
        (9, "theirs", "theirs"),
        (5, "later", "theirs"),
    ],
)
def test_of_two_values_for_one_point_one_holds_and_both_are_told(ours_at: int, prefer: Prefer, value: str) -> None:
    values = {"ours": "2021-05-03", "theirs": "2021-05-04"}
    ours = (line(1, EventDate((VISIT,), values["ours"]), ours_at),)
    theirs = (line(2, EventDate((VISIT,), values["theirs"]), 5),)

    merged = merge(ours, theirs, prefer)

    assert [(one.ours, one.theirs) for one in merged.conflicts] == [(ours[0], theirs[0])]
    assert hold((*ours, *merged.added)) == [values[value]]


def test_after_both_have_imported_both_say_the_same(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("eva", "max")]
    common = line(9, EventType((TALKS,), "summit"))
    for number, folder in enumerate(folders):
        folder.mkdir()
        own = line(number, EventDate((VISIT, TALKS)[: number + 1], f"2021-05-0{number + 1}"), 5 - number)
        journal.append(folder / FILE, [common, own])
    for one, other in (folders, folders[::-1], folders):
        import_(one, other / FILE)

    said = [[msgspec.structs.replace(one, id="0" * 16) for one in in_force(read(folder))] for folder in folders]
    assert sorted(said[0], key=repr) == sorted(said[1], key=repr)


def test_the_same_value_is_no_conflict() -> None:
    ours, theirs = (line(1, EventDate((VISIT,), "2021")),), (line(2, EventDate((VISIT,), "2021")),)
    assert merge(ours, theirs).conflicts == ()


def test_who_goes_on_from_a_line_that_both_have_contradicts_nobody() -> None:
    common = line(1, EventDate((VISIT,), "2021"))
    theirs = (common, line(2, EventDate((VISIT,), "2022")))
    merged = merge((common,), theirs)

    assert merged.conflicts == ()
    assert hold((common, *merged.added)) == ["2022"]


def test_what_either_has_taken_back_is_no_conflict() -> None:
    ours = (line(1, EventDate((VISIT,), "2021")),)
    theirs = (*ours, Line("f" * 16, NOON, undoes=ours[0].id), line(2, EventDate((VISIT,), "2022")))
    merged = merge(ours, theirs)

    assert merged.conflicts == ()
    assert hold((*ours, *merged.added)) == ["2022"]
