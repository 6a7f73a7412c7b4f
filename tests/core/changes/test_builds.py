"""What builds remember, and what the command tells of it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import store
from core.build import build
from core.changes import Journal, news
from core.changes.journal import HISTORY
from core.cli import main
from core.corrections import anchoring, kept
from core.corrections.model import EventStatus
from core.tables import read_arrow
from tests.core.engine.small_corpus import LATER_VISIT, SANCTION, STRANGER, VISIT, Folder, placed

PLAN = "Emmanuel Macron wird am 3. Mai 2021 Wien besuchen."
PLANNED = Folder({"a.txt": PLAN.encode(), "b.txt": SANCTION.encode()}, {"a.txt": {"published": "2021-04-20"}})
REPORTED = Folder(
    {**PLANNED.texts, "c.txt": VISIT.encode(), "d.txt": STRANGER.encode()},
    {**PLANNED.sources, "c.txt": {"published": "2021-05-04"}},
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables that were built of a plan, and then of that and of its report."""
    folder = tmp_path_factory.mktemp("built")
    for state in (PLANNED, REPORTED):
        build(state.write(folder / "texts"), folder / "tables")
    return folder / "tables"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_a_plan_is_told_as_reported_with_its_passages(out: Path) -> None:
    (plan,) = news(out).changes.events.plans
    assert (plan.outcome, plan.event.documents) == ("reported", ("c", "a"))
    result = run("changes", out)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"Since the build of \d{4}-\d\d-\d\d \d\d:\d\d \(\S+\):", lines[0])
    at = lines.index("Planned, and reported now (1)")
    assert "(was planned, 2021-05-03)" in lines[at + 1]
    assert lines[at + 2] == f"    c 0-{len(VISIT)}: {VISIT}"
    assert any(line.startswith("New events") for line in lines)
    assert [line for line in lines if line.startswith("New sources")] == ["New sources (2)"]


def test_as_json_every_quote_stands_where_it_says(out: Path) -> None:
    changes = json.loads(run("changes", out, "--json").stdout)
    assert [one["outcome"] for one in changes["events"]["plans"]] == ["reported"]
    texts = {name.removesuffix(".txt"): text.decode() for name, text in REPORTED.texts.items()}
    passages = [one for some in changes["passages"].values() for one in some]
    assert passages
    assert all(texts[one["doc_id"]][one["start"] : one["end"]] == one["quote"] for one in passages)


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """Tables of a plan that a person says has happened, built together with a new text."""
    corpus, tables = PLANNED.write(tmp_path / "texts"), tmp_path / "tables"
    build(corpus, tables)
    held = read_arrow(tables)
    (claim,) = (row["claim_id"] for row in held["claims"].to_pylist() if row["quote"] == PLAN)
    kept.add(corpus, EventStatus(anchoring.claim(held, claim), "occurred"), by="Eva")
    (corpus / "c.txt").write_text(STRANGER)
    build(corpus, tables)
    return tables


def test_an_old_decision_of_another_person_is_no_news_either(tmp_path: Path) -> None:
    corpus, tables, theirs = PLANNED.write(tmp_path / "texts"), tmp_path / "tables", tmp_path / "theirs"
    build(corpus, tables)
    held = read_arrow(tables)
    (claim,) = (row["claim_id"] for row in held["claims"].to_pylist() if row["quote"] == PLAN)
    theirs.mkdir()
    long_ago = datetime(2022, 1, 1, tzinfo=UTC)
    kept.add(theirs, EventStatus(anchoring.claim(held, claim), "occurred"), by="Eva", at=long_ago)
    kept.import_(corpus, theirs / kept.FILE)
    build(corpus, tables)
    assert run("changes", tables).stdout.splitlines()[1] == APART


APART = "What follows from corrections (1); no source tells this, people have decided it or taken it back"


def test_what_follows_from_corrections_is_told_apart_from_news(corrected: Path) -> None:
    lines = run("changes", corrected).stdout.splitlines()
    at = lines.index(APART)
    assert "New sources (1)" in lines[:at]
    assert not [line for line in lines[:at] if "Planned" in line or "Told otherwise" in line]
    assert lines[at + 1] == "  Planned, and reported now (1)"
    assert lines[at + 2].endswith("(was planned, 2021-05-03) [status by Eva]")
    assert lines[at + 3] == f"      a 0-{len(PLAN)}: {PLAN}"
    assert len(lines) == at + 4

    # What came with the correction stays new when it is taken back.
    kept.undo(corrected.parent / "texts", kept.read(corrected.parent / "texts")[0].id, by="Max")
    build(corrected.parent / "texts", corrected)
    assert "New sources (1)" in run("changes", corrected).stdout.splitlines()
    (_since, apart, heading, line, _passage) = run(
        "changes", corrected, "--since", Journal(corrected).builds[-2].name
    ).stdout.splitlines()
    assert (apart, heading) == (APART, "  Told otherwise (1)")
    assert "status occurred -> planned [" in line
    assert "status taken back by Max" in line


def test_as_json_each_change_names_the_decisions_that_it_follows_from(corrected: Path) -> None:
    changes = json.loads(run("changes", corrected, "--json").stdout)
    (plan,) = changes["events"]["plans"]
    assert plan["decided"] == [{"by": "Eva", "field": "status", "taken_back": False}]
    assert changes["events"]["new"]
    assert not any(one["decided"] for one in (*changes["events"]["new"], *changes["sources"]["new"]))


def test_without_its_corpus_all_is_told_and_that_nothing_is_set_apart(corrected: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").rename(tmp_path / "elsewhere")
    result = run("changes", corrected)
    assert "Planned, and reported now (1)" in result.stdout.splitlines()
    (line,) = result.stderr.splitlines()
    assert "the corpus is not there; what follows from corrections is not set apart" in line


def test_builds_can_be_listed_and_named(out: Path) -> None:
    names = [line.split()[0] for line in run("changes", out, "--builds").stdout.splitlines()]
    assert names == [one.name for one in Journal(out).builds]
    assert len(names) == 2
    assert "Nothing is new" in run("changes", out, "--since", names[1]).stdout
    assert "reported now" in run("changes", out, "--since", names[0]).stdout
    assert (
        run("changes", out, "--since", "2020-01-01").stdout.splitlines()[0].endswith("the oldest that is remembered:")
    )
    wrong = run("changes", out, "--since", "neulich")
    assert (wrong.exit_code, len(wrong.stderr.splitlines())) == (1, 1)


def test_a_build_in_which_nothing_has_changed_adds_nothing(out: Path) -> None:
    before = Journal(out).builds
    assert build(out.parent / "texts", out).unchanged
    assert Journal(out).builds == before


def test_the_history_is_no_part_of_the_tables(out: Path, tmp_path: Path) -> None:
    build(out.parent / "texts", tmp_path / "new")
    assert placed(tmp_path / "new") == placed(out)
    assert news(tmp_path / "new").since is None
    assert run("changes", tmp_path / "new").stdout.startswith("No earlier build is remembered")


def test_a_build_that_was_broken_off_before_it_was_remembered_is_remembered_later(tmp_path: Path) -> None:
    corpus, tables = Folder({"a.txt": VISIT.encode()}).write(tmp_path / "texts"), tmp_path / "tables"
    build(corpus, tables)
    (state,) = (tables / HISTORY).iterdir()
    content = state.read_bytes()
    state.unlink()
    assert build(corpus, tables).unchanged
    assert state.read_bytes() == content
    state.unlink()
    build(Folder({"a.txt": VISIT.encode(), "b.txt": LATER_VISIT.encode()}).write(corpus), tables)
    assert len(Journal(tables).builds) == 2
    assert [one.doc_id for one in news(tables).changes.sources.new] == ["b"]


def test_tables_without_a_history_say_what_to_do(out: Path, tmp_path: Path) -> None:
    store.place(store.load(out), tmp_path, {})
    wrong = run("changes", tmp_path)
    assert wrong.exit_code == 1
    assert "lagebild build" in wrong.stderr


def test_a_history_at_a_url_goes_with_the_tables(out: Path) -> None:
    url = "memory://changes/tables"
    from core.remote import fetched, location, publish

    at = location(url)
    assert not isinstance(at, Path)
    publish(out, at)
    with fetched(at, history=True) as folder:
        assert Journal(folder).builds == Journal(out).builds
    assert "reported now" in run("changes", url).stdout
