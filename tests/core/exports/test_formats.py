"""All formats, and the command that writes them."""

import json
import re
import shutil
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from core import store
from core.briefings import Reference, keep
from core.briefings.noting import OnEvent, Written
from core.cli import main
from core.exports import FORMATS, Held
from core.tables import Tables, write_set


@pytest.fixture
def folder(made: Tables, tmp_path: Path) -> Path:
    (tmp_path / "tables").mkdir()
    write_set(made, tmp_path / "tables")
    return tmp_path / "tables"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_utf_8_and_the_same_each_time_also_of_nothing(
    name: str, arrow: dict[str, pa.Table], nothing: Held
) -> None:
    written = FORMATS[name].write(Held(arrow))
    assert written.decode()
    assert written == FORMATS[name].write(Held(arrow))
    assert FORMATS[name].write(nothing) is not None


def test_the_help_of_the_command_tells_of_every_format_by_its_name_and_in_words() -> None:
    told = " ".join(run("export", "--help").stdout.split())
    listed = re.search(r"--as FORMAT ([\w, ]+)\.", told)
    assert listed
    assert re.split(r", | or ", listed[1]) == list(FORMATS)
    assert not [form.label for form in FORMATS.values() if form.label not in told]


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_writes_what_the_format_makes(name: str, folder: Path, held: Held) -> None:
    out = folder.parent / f"lagebild.{FORMATS[name].ending}"
    result = run("export", folder, "--as", name, "--out", out)
    assert result.exit_code == 0
    assert out.read_bytes() == FORMATS[name].write(held)
    assert run("export", folder, "--as", name).stdout_bytes == out.read_bytes()


def test_the_command_says_what_is_left_out(folder: Path, held: Held) -> None:
    there = sum(row.place == "Wien" for row in held.events)
    result = run("export", folder, "--as", "geojson", "--out", folder.parent / "x.geojson")
    assert f"{there} of {len(held.events)} events" in result.stderr
    assert "coordinates" in result.stderr


def test_the_command_speaks_the_language_that_is_asked_for(folder: Path) -> None:
    collection = json.loads(run("export", folder, "--as", "geojson", "--language", "en").stdout)
    assert collection["features"][0]["properties"]["place"] == "Vienna"


def test_the_command_finds_the_notes_of_the_corpus_and_says_where_that_is_not_there(
    made: Tables, tmp_path: Path, held: Held
) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    store.place(made, out, {"corpus": str(texts)})
    keep(texts, [Written("n", OnEvent(Reference(held.events[0].event_id)), "Noch zu prüfen")], "Eva")
    assert "Noch zu prüfen" in run("export", out, "--as", "annotations").stdout
    (texts / "notes.eva.jsonl").write_text("{}\n")
    broken = run("export", out, "--as", "annotations")
    assert (broken.exit_code, len(broken.stderr.splitlines())) == (1, 1)
    assert "notes.eva.jsonl, line 1" in broken.stderr
    shutil.rmtree(texts)
    alone = run("export", out, "--as", "annotations")
    assert (alone.exit_code, alone.stdout_bytes) == (0, FORMATS["annotations"].write(held))
    assert str(texts) in alone.stderr
    store.place(made, out, {"corpus": "nosuchscheme://texts"})
    strange = run("export", out, "--as", "annotations")
    assert (strange.exit_code, strange.stdout_bytes) == (0, alone.stdout_bytes)
    assert "nosuchscheme" in strange.stderr
    assert str(texts) not in run("export", out, "--as", "ris").stderr


def test_what_cannot_be_written_is_one_line(folder: Path) -> None:
    result = run("export", folder, "--as", "ris", "--out", folder.parent / "none" / "x.ris")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert run("export", folder, "--as", "word").exit_code == 2
    assert run("export", folder.parent / "nothing", "--as", "ris").exit_code == 1
