"""What is added to a journal stays, whole, whoever else writes and whatever stops."""

import multiprocessing
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import journal
from core.journal import JournalError


class _Line(msgspec.Struct, frozen=True):
    text: str
    number: int = 0


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert journal.read(tmp_path / "a.jsonl", _Line) == ()


def test_lines_are_read_in_the_order_they_were_added(tmp_path: Path) -> None:
    journal.append(tmp_path / "a.jsonl", [_Line("eins"), _Line("zwei")])
    journal.append(tmp_path / "a.jsonl", [_Line("drei")])

    assert [line.text for line in journal.read(tmp_path / "a.jsonl", _Line)] == ["eins", "zwei", "drei"]


@given(texts=st.lists(st.text()))
def test_any_text_comes_back_as_it_was(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("journal") / "a.jsonl"
    journal.append(path, map(_Line, texts))

    assert [line.text for line in journal.read(path, _Line)] == texts


@pytest.mark.parametrize("kept", range(1, 21, 3))
def test_a_torn_line_does_not_count_and_goes_with_the_next(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a.jsonl"
    journal.append(path, [_Line("eins")])
    path.write_bytes(path.read_bytes() + msgspec.json.encode(_Line("zwei"))[:kept])

    assert [line.text for line in journal.read(path, _Line)] == ["eins"]
    journal.append(path, [_Line("drei")])
    assert [line.text for line in journal.read(path, _Line)] == ["eins", "drei"]


def _write(path: Path, writer: int) -> None:
    for number in range(20):
        journal.append(path, [_Line(str(writer), number)])


@pytest.mark.slow
def test_several_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(path, writer)) for writer in range(3)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    lines = journal.read(path, _Line)
    assert len(lines) == 60
    for writer in range(3):
        assert [line.number for line in lines if line.text == str(writer)] == list(range(20))


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "eins"}\n{"text": 2}\n', encoding="utf-8")

    with pytest.raises(JournalError, match=r"a\.jsonl, line 2: .*correct or remove the line"):
        journal.read(path, _Line)


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").mkdir()

    with pytest.raises(JournalError, match="cannot be written to"):
        journal.append(tmp_path / "a.jsonl", [_Line("eins")])
