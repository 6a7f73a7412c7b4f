"""What builds remember, and what the command tells of it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import store
from core.build import build
from core.changes import Journal, news
from core.changes.journal import HISTORY
from core.cli import main
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
