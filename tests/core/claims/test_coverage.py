from pathlib import Path

from click.testing import CliRunner

from core import corpus, german
from core.claims.coverage import Coverage, coverage
from core.cli import main


def covered(*texts: str) -> Coverage:
    backbone = german.load()
    return coverage((text, backbone.sentences(text, corpus.segments(text))) for text in texts)


def test_words_of_the_vocabulary_are_decided_and_others_are_listed_by_how_often_they_stand() -> None:
    told = covered("Anna besuchte Oslo. Bo munkelte. Ida munkelte.", "Die Räumung folgte der Verschlammung.")
    first = told.undecided[0]
    assert (first.kind, first.word, first.tokens) == ("verb", "munkeln", 2)
    assert {word.word for word in told.undecided} >= {"munkeln", "Verschlammung"}
    assert not {word.word for word in told.undecided} & {"besuchen"}


def test_nothing_is_undecided_in_no_text() -> None:
    assert covered() == Coverage(0, ())
    assert covered().share == 0


def test_the_command_lists_words_with_a_sentence_and_tells_the_share(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Minister besuchte am Montag die Stadt. Die Leute munkelten.", encoding="utf-8")
    run = CliRunner().invoke(main, ["coverage", str(tmp_path)])
    assert run.exit_code == 0, run.output
    assert "1\tverb\tmunkeln\tDie Leute munkelten." in run.stdout
    assert "undecided: 1 of 2 main verbs and event nouns, 50.0%" in run.stderr


def test_the_command_says_what_is_wrong_with_a_folder(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["coverage", str(tmp_path / "none")])
    assert run.exit_code != 0
