"""Notes on passages, events and actors."""

from pathlib import Path

import pytest
from upath import UPath

from core import corpus
from core.adding import folder as editing
from core.adding.names import safe
from core.anchors import Anchor
from core.briefings import COLLECTIONS, NOTES, Reference, keep, notes
from core.briefings.noting import About, OnActor, OnEvent, OnPassage, Rewritten, Struck, Written

PASSAGE = OnPassage(Anchor("a", 3, 7, "Wien", "in ", "."))


def test_a_note_is_on_what_it_was_put_on_and_says_who_wrote_it(tmp_path: Path) -> None:
    abouts: list[About] = [PASSAGE, OnEvent(Reference("e1", PASSAGE.anchor)), OnActor(Reference("jane-roe"))]
    keep(tmp_path, [Written(str(number), about, "Text") for number, about in enumerate(abouts)], "Erika")
    assert [(note.about, note.text, note.by) for note in notes(tmp_path)] == [
        (about, "Text", "Erika") for about in abouts
    ]


def test_a_note_can_be_rewritten_and_struck_and_is_there_again_when_somebody_writes_to_it(tmp_path: Path) -> None:
    keep(tmp_path, [Written("n", PASSAGE, ""), Rewritten("n", "Zweifelhaft", "")], None)
    assert [note.text for note in notes(tmp_path)] == ["Zweifelhaft"]
    keep(tmp_path, [Struck("n")], None)
    assert notes(tmp_path) == ()
    keep(tmp_path, [Rewritten("n", "Belegt", "Zweifelhaft")], None)
    assert [(note.text, note.also_written) for note in notes(tmp_path)] == [("Belegt", ())]


def test_what_another_wrote_at_the_same_time_is_kept_beside_it(tmp_path: Path) -> None:
    keep(tmp_path, [Written("n", PASSAGE, "alt")], None)
    keep(tmp_path, [Rewritten("n", "von A", "alt"), Rewritten("n", "von B", "alt")], None)
    assert [(note.text, note.also_written) for note in notes(tmp_path)] == [("von B", ("von A",))]


@pytest.mark.parametrize("name", [COLLECTIONS, NOTES])
def test_the_journals_are_no_texts_of_the_corpus(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Ein Text.")
    (tmp_path / name).write_text('{"id": "x", "text": "Kein Text."}\n')
    listed = corpus.items(tmp_path)
    assert ([item.file for item in listed.items], listed.notices) == (["a.txt"], ())
    assert list(editing.texts(tmp_path)) == ["a.txt"]
    assert safe(name) != name


def test_nor_are_they_where_the_corpus_is_elsewhere() -> None:
    (folder := UPath("memory://corpus-with-journals")).mkdir()
    (folder / "a.txt").write_text("Ein Text.")
    (folder / COLLECTIONS).write_text("{}\n")
    assert [item.file for item in corpus.items(folder).items] == ["a.txt"]
