"""The papers say what the code does: every command with its options, every table with its columns."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from core.claims.lexicon import event_types
from core.cli import main
from core.columns import markdown
from core.corpus.formats import SUFFIXES
from core.exports import FORMATS

ROOT = Path(__file__).parents[1]
VOCABULARY = ROOT / "core" / "vocabulary"
PAPERS = {
    path: (ROOT / path).read_text(encoding="utf-8")
    for path in (
        "README.md",
        "core/README.md",
        "core/time/README.md",
        "core/vocabulary/event_types/README.md",
        "dashboard/README.md",
    )
}
README, CORE = PAPERS["README.md"], PAPERS["core/README.md"]


def test_the_paper_on_the_tables_is_what_the_code_says() -> None:
    written = (ROOT / "core" / "TABLES.md").read_text(encoding="utf-8")
    assert written == markdown(), "run `python -m core.columns > core/TABLES.md`"


@pytest.mark.parametrize("paper", PAPERS)
def test_links_between_papers_lead_somewhere(paper: str) -> None:
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)]+))?\)", PAPERS[paper]):
        path = (ROOT / paper).parent / target if target else ROOT / paper
        assert path.exists(), target
        titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in [re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")) for title in titles]


def test_every_paper_is_tried_here() -> None:
    written = {
        path.relative_to(ROOT).as_posix() for part in ("core", "dashboard") for path in (ROOT / part).rglob("README.md")
    }
    assert written | {"README.md"} == PAPERS.keys()


@pytest.mark.parametrize("paper", sorted(PAPERS.keys() - {"README.md"}))
def test_files_that_a_paper_names_are_there(paper: str) -> None:
    core = ROOT / "core"
    folders = (ROOT, core, (ROOT / paper).parent, core / "engine", VOCABULARY, VOCABULARY / "time", ROOT / "seeds")
    for name in re.findall(r"`([\w./]+(?:\.py|\.toml|/))`", PAPERS[paper]):
        assert "NAME" in name or any((folder / name).exists() for folder in folders), name


def test_every_event_type_stands_there_with_its_labels_code_and_sign() -> None:
    for name, entry in event_types().items():
        line = f"| {entry.label_en} ({entry.label_de}) | `{name}` | {entry.plover} | {entry.sign} |"
        assert line in CORE, "a line under Events in core/README.md, as the type's file has it"


def test_every_format_of_texts_and_every_export_stands_in_its_table() -> None:
    for name in (*SUFFIXES.split(", "), *FORMATS):
        assert re.search(rf"^\|[^|]*`{re.escape(name)}`[^|]*\|", README, re.MULTILINE), (
            f"README.md has no line for {name}"
        )


def test_every_vocabulary_file_stands_there() -> None:
    for path in VOCABULARY.rglob("*.toml"):
        name = path.relative_to(VOCABULARY)
        assert f"`{'event_types/' if name.parent.name == 'event_types' else name.as_posix()}`" in CORE, name


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_stands_there_with_its_options(name: str) -> None:
    usage = dict(re.findall(r"^\| `lagebild (\w+)([^`]*)` \|", README, re.MULTILINE))[name]
    for parameter in main.commands[name].params:
        said = parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name.strip("[]")
        assert said in usage


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (Path(__file__).parents[1] / ".ci" / "run").read_text(encoding="utf-8")
    extraction = re.search(r"command=\$\((.+)\)", script)
    assert extraction
    completed = subprocess.run(
        ["bash", "-c", extraction[1]], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert completed.stdout.count("\n") == 1
    for tool in ("python3.11 -m venv", "ruff check", "ruff format --check", "mypy", "pytest"):
        assert tool in completed.stdout
