"""The README says what the code does: every command with its options, every table with its columns."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from core.claims.lexicon import event_types
from core.cli import main
from core.tables import SCHEMAS

VOCABULARY = Path(__file__).parents[1] / "core" / "vocabulary"
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
TYPES = {
    "string": "text",
    "date32[day]": "day",
    "int64": "integer",
    "double": "number",
    "bool": "yes/no",
    "list<item: string>": "list of texts",
    "list<element: string>": "list of texts",
}


def documented(pattern: str) -> dict[str, str]:
    return dict(re.findall(pattern, README, re.MULTILINE))


def test_every_table_stands_there_with_its_columns_and_types() -> None:
    written = {
        name: ", ".join(f"`{field.name}` {TYPES[str(field.type)]}{'?' * field.nullable}" for field in schema)
        for name, schema in SCHEMAS.items()
    }
    assert documented(r"^\| `(\w+)` \| [^|]+ \| (.+) \|$") == written


def test_every_event_type_stands_there_with_its_labels_code_and_sign() -> None:
    for name, entry in event_types().items():
        assert f"| {entry.label_en} ({entry.label_de}) | `{name}` | {entry.plover} | {entry.sign} |" in README


def test_every_vocabulary_file_stands_there() -> None:
    for path in VOCABULARY.rglob("*.toml"):
        name = path.relative_to(VOCABULARY)
        assert f"`{'event_types/' if name.parent.name == 'event_types' else name.as_posix()}`" in README, name


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_stands_there_with_its_options(name: str) -> None:
    usage = documented(r"^\| `lagebild (\w+)([^`]*)` \|")[name]
    for parameter in main.commands[name].params:
        said = parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name.strip("[]")
        assert said in usage


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (Path(__file__).parents[1] / ".ci" / "run").read_text(encoding="utf-8")
    extraction = re.search(r"command=\$\((.+)\)", script)
    assert extraction
    found = subprocess.run(
        ["bash", "-c", extraction[1]], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert found.stdout.count("\n") == 1
    for tool in ("python3.11 -m venv", "ruff check", "ruff format --check", "mypy", "pytest"):
        assert tool in found.stdout
