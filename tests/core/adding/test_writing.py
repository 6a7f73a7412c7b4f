import errno
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core import corpus
from core.adding import AddingError, writing
from core.adding.folder import digest
from core.adding.planning import Addition
from core.corpus import CorpusError

VISIT = b"Emmanuel Macron besuchte am 3. Mai 2021 Wien."
LATER = b"Emmanuel Macron besuchte am 5. Mai 2021 Berlin."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(VISIT)
    (tmp_path / "b.txt").write_text("Angela Merkel traf ihn dort.")
    (tmp_path / "sources.toml").write_text('# Von Hand.\n\n[[document]]\nfile = "a.txt"\ntitle = "A" # so\n')
    return tmp_path


def state(folder: Path) -> dict[str, bytes]:
    """What a reader of the corpus sees of the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def addition(file: str, data: bytes, values: Mapping[str, str] = {}, replaces: Mapping[str, str] = {}) -> Addition:
    return Addition(file, data, replaces, values)


def test_files_come_with_what_is_said_of_them(folder: Path) -> None:
    writing.add(folder, [addition("c.txt", LATER, {"title": "C", "outlet": ""}), addition("d.txt", LATER + b" ")])
    read = {one.file: one for one in corpus.read(folder).documents}
    assert set(read) == {"a.txt", "b.txt", "c.txt", "d.txt"}
    assert read["c.txt"].title == "C"
    assert (folder / "sources.toml").read_text().startswith('# Von Hand.\n\n[[document]]\nfile = "a.txt"\n')
    assert not list(folder.glob(".new-*"))


def test_nothing_is_overwritten_unasked(folder: Path) -> None:
    before = state(folder)
    with pytest.raises(AddingError, match=r"a\.txt: is in the folder by now"):
        writing.add(folder, [addition("c.txt", LATER), addition("a.txt", LATER)])
    assert state(folder) == before


def test_a_replaced_file_is_kept_among_the_removed(folder: Path) -> None:
    writing.add(folder, [addition("a.txt", LATER, {"title": "Neu"}, {"a.txt": digest(VISIT)})])
    assert (folder / "a.txt").read_bytes() == LATER
    assert (folder / ".removed" / "a.txt").read_bytes() == VISIT
    assert 'title = "A"' in (folder / ".removed" / "sources.toml").read_text()


def test_what_has_changed_meanwhile_is_not_replaced(folder: Path) -> None:
    with pytest.raises(AddingError, match="has been changed or removed meanwhile"):
        writing.add(folder, [addition("a.txt", LATER, {}, {"a.txt": digest(LATER)})])
    assert (folder / "a.txt").read_bytes() == VISIT


def test_a_text_of_another_kind_makes_room(folder: Path) -> None:
    writing.add(folder, [addition("a.md", LATER, {}, {"a.txt": digest(VISIT)})])
    assert {one.file for one in corpus.read(folder).documents} == {"a.md", "b.txt"}


def test_what_is_said_is_corrected_and_other_keys_stay(folder: Path) -> None:
    record = writing.correct(folder, "a.txt", {"title": "Besser", "outlet": "Blatt"}, {"title": "A"})
    assert 'title = "Besser" # so\noutlet = "Blatt"' in (folder / "sources.toml").read_text()
    writing.take_back(folder, record)
    assert corpus.read(folder).documents[0].title == "A"
    assert corpus.read(folder).documents[0].outlet is None


def test_two_who_correct_one_text_lose_nothing(folder: Path) -> None:
    writing.correct(folder, "a.txt", {"title": "Erster"}, {"title": "A"})
    with pytest.raises(AddingError, match="somebody else has changed"):
        writing.correct(folder, "a.txt", {"title": "Zweiter"}, {"title": "A"})
    assert corpus.read(folder).documents[0].title == "Erster"


def test_many_who_write_at_once_lose_nothing(folder: Path) -> None:
    def one(number: int) -> None:
        writing.add(folder, [addition(f"neu-{number}.txt", b"%d " % number + LATER, {"title": f"Neu {number}"})])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, range(24)))
    titles = {document.title for document in corpus.read(folder).documents}
    assert titles == {"A", None, *(f"Neu {number}" for number in range(24))}


def test_a_text_goes_with_its_entry_and_comes_back(folder: Path) -> None:
    before = {one.doc_id: (one.text, one.title) for one in corpus.read(folder).documents}
    record = writing.remove(folder, "a.txt")
    assert [one.doc_id for one in corpus.read(folder).documents] == ["b"]
    assert (folder / ".removed" / "a.txt").read_bytes() == VISIT
    writing.take_back(folder, record)
    assert {one.doc_id: (one.text, one.title) for one in corpus.read(folder).documents} == before
    assert "# Von Hand." in (folder / "sources.toml").read_text()


def test_a_text_in_a_sub_folder_goes_and_comes_back(folder: Path) -> None:
    (folder / "2021").mkdir()
    (folder / "2021" / "mai.txt").write_bytes(LATER)
    record = writing.remove(folder, "2021/mai.txt")
    assert (folder / ".removed" / "2021" / "mai.txt").read_bytes() == LATER
    assert not (folder / "2021" / "mai.txt").exists()
    writing.take_back(folder, record)
    assert (folder / "2021" / "mai.txt").read_bytes() == LATER


def test_two_of_one_name_are_both_kept_among_the_removed(folder: Path) -> None:
    writing.remove(folder, "a.txt")
    writing.add(folder, [addition("a.txt", LATER)])
    writing.remove(folder, "a.txt")
    assert (folder / ".removed" / "a.txt").read_bytes() == VISIT
    assert (folder / ".removed" / "a-2.txt").read_bytes() == LATER


def test_what_was_added_can_be_taken_back(folder: Path) -> None:
    before = state(folder)
    record = writing.add(
        folder,
        [addition("c.txt", LATER, {"title": "C"}), addition("a.txt", LATER, {"title": "A2"}, {"a.txt": digest(VISIT)})],
    )
    writing.take_back(folder, record)
    after = state(folder)
    assert after.pop("sources.toml").strip() == before.pop("sources.toml").strip()
    assert after == before


def test_what_was_changed_since_is_not_taken_back(folder: Path) -> None:
    record = writing.add(folder, [addition("c.txt", LATER)])
    (folder / "c.txt").write_bytes(VISIT)
    with pytest.raises(AddingError, match="meanwhile"):
        writing.take_back(folder, record)
    assert (folder / "c.txt").read_bytes() == VISIT


@pytest.mark.parametrize("step", range(1, 9))
def test_a_disk_that_fails_at_any_step_leaves_the_folder_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = state(folder)
    calls, replace = 0, Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    new = [
        addition("c.txt", LATER, {"title": "C"}),
        addition("a.txt", LATER, {"title": "A2"}, {"a.txt": digest(VISIT)}),
        addition("d.txt", LATER + b" "),
    ]
    try:
        writing.add(folder, new)
    except AddingError as error:
        told = str(error)
    else:
        assert calls < step
        return
    assert "nothing has been changed" in told
    assert state(folder) == before
    assert not list(folder.glob(".new-*"))


@pytest.mark.parametrize("values", [{"published": "gestern"}, {"url": "nirgends"}, {"unknown": "x"}])
def test_what_would_break_the_corpus_is_refused(folder: Path, values: dict[str, str]) -> None:
    before = state(folder)
    with pytest.raises(CorpusError):
        writing.add(folder, [addition("c.txt", LATER, values)])
    assert state(folder) == before


def test_a_broken_sources_file_is_left_alone(folder: Path) -> None:
    (folder / "sources.toml").write_text("[[document]\n")
    before = state(folder)
    with pytest.raises(CorpusError, match="line 1"):
        writing.add(folder, [addition("c.txt", LATER)])
    assert state(folder) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told(folder: Path) -> None:
    folder.chmod(0o500)
    with pytest.raises(AddingError, match="nothing has been changed"):
        writing.remove(folder, "a.txt")
