import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import store
from core.openset import OpenSet
from core.search import kept
from core.search.index import Index, lines_of
from core.search.query import Term, leaves, parse
from core.search.slips import Spelling
from core.search.words import words
from tests.synthetic import tables

QUOTES = [
    ["Der Ministerpräsident traf Shinzo Abe in Tokio."],
    ["Abe Shinzo sprach, und der Besuch endete.", "Tokio schwieg"],
    ["Der Staatsbesuch von Müller"],
    ["Haben Sie aber einen Abend Zeit?"],
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(events=enumerate(QUOTES))


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("Abe", [0, 1]),
        ("Besuch", [1, 2]),
        ("besuchte", [1, 2]),
        ("mueller", [2]),
        ("Minister", [0]),
        ('"Shinzo Abe"', [0]),
        ('"Abe Shinzo"', [1]),
        ('"der Staatsbesuche"', [2]),
        ('"Besuch"', [1]),
        ('"endete Tokio"', []),  # the one ends a quote, the other begins one
        ("Abe NEAR/2 Tokio", [0]),
        ("Abe NEAR/1 Besuch", []),
        ("Aben*", [3]),
        ("Zeit*", [3]),
    ],
)
def test_rows_are_found_by_words_phrases_and_nearness(index: Index, query: str, rows: list[int]) -> None:
    (leaf,) = leaves(parse(query))
    assert index.rows("events", leaf).tolist() == rows


@given(st.text())
def test_every_word_of_a_text_finds_it(text: str) -> None:
    index = Index.of(titles=[(0, ("",)), (1, (text,))])
    for word in words(text):
        for leaf in (Term(word), *leaves(parse(f'"{word}"'))):
            assert index.rows("titles", leaf).tolist() == [1]


def test_signs_of_the_query_language_are_letters_in_a_word(index: Index) -> None:
    for word in ('"', "a OR b", "stem:besuch", "NEAR(", "*", "^a", "a'); DROP TABLE events; --"):
        assert index.rows("events", Term(word)).tolist() == []


def test_the_index_is_made_once_beside_the_tables(tmp_path: Path) -> None:
    store.place(tables(n_events=3), tmp_path, {})
    folder = store.located(tmp_path)
    assert folder
    kept.keep(tmp_path)
    made = (folder / kept.FILE).stat()
    kept.keep(tmp_path)
    opened = kept.opened(OpenSet(folder))
    assert (folder / kept.FILE).stat() == made
    found = lines_of(opened.rows("lines", Term("Bericht")))
    assert [one.tolist() for one in found] == [[0, 1, 2, 3], [0, 0, 0, 0]]


def test_the_lines_of_the_same_texts_are_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tables(n_events=3)
    store.place(made, tmp_path, {})
    kept.keep(tmp_path)
    made.events.loc[0, "title"] = "Sondergipfel"
    store.place(made, tmp_path, {})
    monkeypatch.setattr("core.search.index.lines", None)  # not asked for
    kept.keep(tmp_path)
    folder = store.located(tmp_path)
    assert folder
    index = kept.opened(OpenSet(folder))
    assert index.rows("events", Term("Sondergipfel")).tolist() == [0]
    assert len(index.rows("events", Term("Vorgang"))) == 3
    assert len(index.rows("lines", Term("Bericht"))) == 4
    assert "Sondergipfel" in [spelled for _, spelled, _ in index.vocabulary()]


def test_an_index_by_another_vocabulary_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.place(tables(n_events=3), tmp_path, {})
    kept.keep(tmp_path)
    folder = store.located(tmp_path)
    assert folder
    before = (folder / kept.FILE).stat().st_ino
    monkeypatch.setattr("core.vocabulary_files.text", lambda _: "beginning = 6")
    kept.keep(tmp_path)
    assert (folder / kept.FILE).stat().st_ino != before


def test_a_damaged_index_and_a_folder_that_is_gone_hinder_nobody(tmp_path: Path) -> None:
    store.place(tables(n_events=3), tmp_path, {})
    folder = store.located(tmp_path)
    assert folder
    opened = OpenSet(folder)
    (folder / kept.FILE).write_bytes(b"no index")
    with pytest.raises(sqlite3.Error):
        Index.opened(folder / kept.FILE)
    assert len(kept.opened(opened).rows("lines", Term("Bericht")))
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert len(kept.opened(opened).rows("lines", Term("Bericht")))


def test_words_near_to_one_that_is_nowhere_are_known_as_they_are_spelled(index: Index) -> None:
    spelling = Spelling(index.vocabulary())
    assert list(spelling.near("Bescuh")) == ["Besuch"]
    assert list(spelling.near("Shinso")) == ["Shinzo"]
    assert list(spelling.near("Mueler")) == ["Müller"]
    assert list(spelling.near("Quastenflosser")) == []
    several = Spelling([("haus", "Haus", 3), ("hauses", "Hauses", 2), ("maus", "Maus", 9), ("aus", "aus", 99)])
    assert list(several.near("Haus")) == ["Maus"]
    assert list(several.near("Hauss")) == ["Haus"]
