"""`lagebild corrections`: what people decided, listed, taken back, given out and taken in."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.anchors import Anchor
from core.cli import main
from core.corrections import kept
from core.corrections.model import (
    ActorName,
    ActorReference,
    ClaimAnchor,
    DocumentReference,
    DocumentTitle,
    EventStatus,
    EventType,
    OtherActor,
    OtherEvent,
    SameActor,
    SameEvent,
    in_force,
)
from tests.core.corrections.builds import TEXTS, Corpus

TEXTS_NOW = {name.removesuffix(".txt"): text for name, text in TEXTS.items()}
VISIT = ClaimAnchor(Anchor("a", 0, 20, "Macron besuchte Wien"), 7, 15, "visit", "c1")
MACRON = ActorReference(Anchor("a", 0, 6, "Macron"), name="Emmanuel Macron")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["corrections", *map(str, arguments)])


@pytest.fixture
def eva(tmp_path: Path) -> Path:
    folder = tmp_path / "eva"
    folder.mkdir()
    kept.add(folder, EventStatus((VISIT, VISIT), "planned"), by="Eva", why="steht\nso da", was="occurred")
    return folder


def test_what_is_in_force_is_listed_with_who_and_why(eva: Path) -> None:
    (line,) = kept.read(eva)
    kept.add(eva, ActorName(MACRON, "<b>Macron</b>"))
    kept.add(eva, DocumentTitle(DocumentReference("a", "a.txt"), "Besuch"))
    lines = run("list", eva).stdout.splitlines()

    assert lines[0] == (
        f"{line.id} {line.at:%Y-%m-%d %H:%M} Eva: status = planned (was occurred),"
        " `Macron besuchte Wien` in a and 1 more (steht so da)"
    )
    assert lines[1].endswith(": name = <b>Macron</b>, Emmanuel Macron `Macron` in a")
    assert lines[2].endswith(": doc_title = Besuch, a")


def test_of_two_events_or_actors_both_are_told_by_their_words(tmp_path: Path) -> None:
    talks = ClaimAnchor(Anchor("b", 21, 35, "Er traf Merkel"), 3, 7, "meeting", "c2")
    president = ActorReference(Anchor("b", 0, 9, "Präsident"), name="Präsident Macron")
    for decision in (SameEvent((VISIT,), (talks,)), OtherEvent((VISIT,), (talks, VISIT))):
        kept.add(tmp_path, decision)
    kept.add(tmp_path, SameActor(MACRON, president), was="Präsident Macron")
    kept.add(tmp_path, OtherActor(MACRON, (ActorReference(Anchor("c", 0, 6, "Macron"), name="Emmanuel Macron"),)))
    assert [line.partition(": ")[2] for line in run("list", tmp_path).stdout.splitlines()] == [
        "same_event = `Er traf Merkel` in b, `Macron besuchte Wien` in a",
        "other_event = `Er traf Merkel` in b and 1 more, `Macron besuchte Wien` in a",
        "same_actor = Präsident Macron `Präsident` in b, Emmanuel Macron `Macron` in a",
        "other_actor = Emmanuel Macron `Macron` in c, Emmanuel Macron `Macron` in a",
    ]


def test_a_line_is_taken_back_and_told_as_such(eva: Path) -> None:
    (line,) = kept.read(eva)
    result = run("undo", eva, line.id, "--by", "Max", "--why", "Irrtum")

    assert (result.exit_code, run("list", eva).stdout) == (0, "")
    first, second = run("list", eva, "--all").stdout.splitlines()
    assert first.endswith("[taken back]")
    assert second.endswith(f" Max: takes back {line.id} (Irrtum) [takes back]")
    again = run("undo", eva, line.id)
    assert again.exit_code == 1
    assert "has been taken back already" in again.stderr


def test_what_one_gives_out_another_takes_in(eva: Path, tmp_path: Path) -> None:
    max_ = tmp_path / "max"
    max_.mkdir()
    kept.add(max_, EventStatus((VISIT,), "possible"), by="Max")
    kept.add(max_, EventType((VISIT,), "meeting"), by="Max")
    assert run("export", max_, tmp_path / "max.jsonl").stdout == f"2 lines written to {tmp_path / 'max.jsonl'}\n"
    assert run("export", max_, tmp_path / "max.jsonl").exit_code == 1

    result = run("import", eva, tmp_path / "max.jsonl", "--prefer", "ours")

    assert result.stdout.splitlines()[0] == "conflict, ours holds:"
    assert result.stdout.splitlines()[-1] == "3 lines added, 1 conflicts"
    assert [type(line.what) for line in in_force(kept.read(eva))] == [EventType, EventStatus]
    assert run("import", eva, tmp_path / "max.jsonl").stdout == "0 lines added, 0 conflicts\n"
    assert "there is no such file" in run("import", eva, tmp_path / "none.jsonl").stderr


@pytest.mark.slow
def test_it_is_told_what_became_of_each_where_tables_say_it(corpus: Corpus) -> None:
    (lost,) = corpus.decide(EventStatus(corpus.of_claim("a"), "planned"))
    (held,) = corpus.decide(EventStatus(corpus.of_claim("b", "traf"), "planned"))
    assert not [
        line for line in run("list", corpus.folder, "--out", corpus.out / "none").stdout.splitlines() if "[" in line
    ]
    corpus.write(**{**TEXTS_NOW, "a": "Blau ist eine Farbe."}).build()
    later = kept.add(corpus.folder, EventType(corpus.of_claim("b", "traf"), "visit"))
    told = run("list", corpus.folder, "--out", corpus.out).stdout.splitlines()
    ends = {line.split()[0]: line.partition(" [")[2] for line in told}
    assert ends == {lost.id: "without anchor]", held.id: "applied]", later.id: ""}


@pytest.mark.slow
def test_actors_that_are_told_apart_are_no_question_any_more(corpus: Corpus) -> None:
    corpus.decide(OtherActor(corpus.mention("a", "Emmanuel Macron"), (corpus.mention("d", "Emmanuel Macron"),)))
    assert [row["name"] for row in corpus.rows("actors")].count("Emmanuel Macron") == 2
    assert CliRunner().invoke(main, ["check", str(corpus.out)]).stdout == f"The tables in {corpus.out} are in order\n"
