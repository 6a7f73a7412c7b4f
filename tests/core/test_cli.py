import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from core.corpus.formats import SUFFIXES
from core.store import load
from core.tables import Tables, write_set

TEXT = "Der Außenminister reiste am 3. Mai 2021 nach Wien. Dort traf er Bundeskanzlerin Angela Merkel.\n"
ENGLISH = "The minister went to Vienna on Tuesday to meet the chancellor and to sign an agreement on trade."
GOLD = """
- {doc: gut, tier: 1, type: meeting, date: 2021-05-03, status: occurred, actors: [angela-merkel],
   quote: Dort traf er Bundeskanzlerin Angela Merkel.}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def corpus(here: Path) -> Path:
    folder = here / "texte"
    folder.mkdir()
    (folder / "gut.txt").write_text(TEXT, encoding="utf-8")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def mended(*arguments: str) -> str:
    """The one line on stderr of a command that a user can mend."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    [line] = result.stderr.splitlines()
    return line


def test_sources_shows_what_would_be_read_and_builds_nothing(corpus: Path) -> None:
    (corpus / "leer.txt").touch()
    result = run("sources", "texte")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "gut.txt: 1 document"
    assert result.stdout.splitlines()[1].startswith("  gut: ")
    assert result.stderr == "1 documents in 2 files; 1 warnings\n"
    lines = [json.loads(line) for line in run("sources", "texte", "--json").stdout.splitlines()]
    assert [(line["file"], len(line["documents"]), len(line["warnings"])) for line in lines] == [
        ("gut.txt", 1, 0),
        ("leer.txt", 0, 1),
    ]
    assert not Path(".lagebild").exists()
    assert "does not exist; name a folder" in mended("sources", "nirgends")


@pytest.mark.usefixtures("corpus")
def test_build_sums_up_what_came_of_it() -> None:
    result = run("build", "texte")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith("Built .lagebild: 1 documents, ")
    assert "; 0 warnings (" in result.stdout
    assert run("check").stdout == "The tables in .lagebild are in order\n"


def test_second_build_has_nothing_to_do_and_says_so(corpus: Path) -> None:
    run("build", "texte", "--out", "aus")
    before = (corpus.parent / "aus" / "manifest.json").read_bytes()
    assert run("build", "texte", "--out", "aus").stdout.startswith("Nothing has changed since the last build; ")
    assert (corpus.parent / "aus" / "manifest.json").read_bytes() == before
    assert run("build", "texte", "--out", "aus", "--rebuild").stdout.startswith("Built aus: ")
    (corpus / "neu.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", "texte", "--out", "aus").stdout.startswith("Built aus: 2 documents")


def test_each_bad_file_gets_a_line_and_the_others_are_built(corpus: Path) -> None:
    (corpus / "leer.txt").touch()
    (corpus / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (corpus / "alt.txt").write_bytes(TEXT.encode("cp1252"))
    (corpus / "englisch.txt").write_text(ENGLISH, encoding="utf-8")
    (corpus / "windows.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (corpus / "marke.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    (corpus / "Grüße aus Wien 1.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", "texte")
    assert result.exit_code == 0
    warned = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert warned == ["alt.txt", "bild.txt", "englisch.txt", "leer.txt"]
    assert run("check").exit_code == 0
    tables = load(Path(".lagebild"))
    built = {"Grüße aus Wien 1", "alt", "englisch", "gut", "marke", "windows"}
    assert set(tables.documents["doc_id"]) == built
    assert set(tables.claims["doc_id"]) == built - {"englisch"}


@pytest.mark.usefixtures("here")
def test_missing_corpus_is_one_line() -> None:
    assert mended("build", "fehlt") == f"Error: fehlt: does not exist; name a folder with German texts ({SUFFIXES})"


@pytest.mark.usefixtures("here")
def test_corpus_without_texts_is_one_line() -> None:
    assert "no texts there" in mended("build", ".")


def test_wrong_sources_are_one_line_with_file_and_line(corpus: Path) -> None:
    (corpus / "sources.toml").write_text('[[document]]\nfile = "gutt.txt"', encoding="utf-8")
    assert mended("build", "texte").startswith("Error: sources.toml, line 2: there is no text `gutt.txt`")
    assert not (corpus.parent / ".lagebild" / "manifest.json").exists()


def test_output_folder_that_cannot_be_made_is_one_line(corpus: Path) -> None:
    (corpus.parent / "aus").touch()
    assert "a file is in the way" in mended("build", "texte", "--out", "aus/tabellen")


@pytest.mark.parametrize("command", [("check", "fehlt"), ("evaluate", "gold.yaml", "fehlt")])
def test_missing_tables_are_one_line(here: Path, command: tuple[str, ...]) -> None:
    (here / "gold.yaml").write_text(GOLD, encoding="utf-8")
    assert "fehlt: no tables there; run `lagebild build`" in mended(*command)


def test_check_lists_problems_and_fails(here: Path, tables: Tables) -> None:
    write_set(replace(tables, claims=tables.claims.assign(quote="Falsch")), here)
    result = run("check", ".")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "claims c1: quote is not what stands there in the text"
    assert result.stderr.startswith("3 problems in .; run `lagebild build --rebuild`")


def test_check_lists_open_questions_without_failing(here: Path, tables: Tables) -> None:
    write_set(replace(tables, actors=tables.actors.assign(name=["Jane Roe", "J. Roe"])), here)
    result = run("check", ".")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "same actor? Roe: jane-roe, max-doe"


@pytest.fixture
def gold(here: Path, tables: Tables) -> str:
    write_set(tables, here)
    (here / "gold.yaml").write_text(
        "- {doc: a, tier: 1, type: visit, date: 2021-05-03, status: occurred, actors: [jane-roe], quote: Roe reiste}\n"
        "- {doc: a, tier: 2, type: aid, date: null, status: occurred, actors: [], quote: nach}\n",
        encoding="utf-8",
    )
    return "gold.yaml"


def test_evaluate_prints_scores(gold: str) -> None:
    assert run("evaluate", gold, ".").stdout.startswith("gold=2  predicted=3  precision=0.333  recall=0.5  f1=0.4  ")


def test_evaluate_prints_json_with_the_misses_apart(gold: str) -> None:
    result = run("evaluate", gold, ".", "--json", "--misses")
    assert json.loads(result.stdout)["recall"] == 0.5
    assert result.stderr.splitlines()[0] == "missed a aid: nach"
    assert result.stderr.splitlines()[1] == "extra  a meeting: Dort traf er Doe."


def test_evaluate_of_one_tier(gold: str) -> None:
    assert json.loads(run("evaluate", gold, ".", "--tier", "1", "--json").stdout)["recall"] == 1.0


@pytest.mark.usefixtures("here")
def test_missing_gold_is_one_line() -> None:
    assert "does not exist" in mended("evaluate", "fehlt.yaml")


def test_times_writes_the_expressions_of_each_document(here: Path) -> None:
    document = {"doc": "a", "dct": "2021-05-04", "text": "Sie trafen sich gestern in Wien."}
    (here / "docs.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    result = run("times", "docs.jsonl", "--out", "pred.jsonl")
    assert result.stdout == "1 time expressions in 1 documents written to pred.jsonl\n"
    written = json.loads((here / "pred.jsonl").read_text(encoding="utf-8"))
    assert (written["doc"], written["text"], written["value"]) == ("a", "gestern", "2021-05-03")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "docs.jsonl: No such file"),
        (b"{", "docs.jsonl, line 1: line: Invalid"),
        (b"\xff", "can't decode byte"),
    ],
)
def test_wrong_documents_for_times_are_one_line(here: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (here / "docs.jsonl").write_bytes(content)
    assert message in mended("times", "docs.jsonl", "--out", "pred.jsonl")


@pytest.mark.parametrize("command", [("bogus",), ("build", "--bogus"), ("evaluate",)])
def test_wrong_command_exits_with_two(command: tuple[str, ...]) -> None:
    assert run(*command).exit_code == 2


def test_version_is_told() -> None:
    assert run("--version").stdout.startswith("lagebild, version ")


def test_serve_builds_and_starts_the_app(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(os, "execve", lambda *arguments: started.append(arguments))
    assert run("serve", "texte", "--out", "aus", "--port", "8600").exit_code == 0
    [(program, command, environment)] = started
    assert program == sys.executable
    assert Path(command[4]).parts[-2:] == ("dashboard", "app.py")
    assert Path(command[4]).is_file()
    options = dict(zip(command[5::2], command[6::2], strict=True))
    assert (options["--server.address"], options["--server.port"]) == ("localhost", "8600")
    assert options["--browser.gatherUsageStats"] == "false"
    assert environment["LAGEBILD_CORPUS"] == str(corpus)
    assert environment["LAGEBILD_TABLES"] == str(corpus.parent / "aus")
    assert (corpus.parent / "aus" / "manifest.json").exists()


def modules_after(code: str) -> set[str]:
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(shown.stdout.splitlines()[-1].split())


def test_help_needs_none_of_the_large_libraries() -> None:
    assert not {"pandas", "pyarrow", "spacy", "streamlit"} & modules_after("import core.cli")


@pytest.mark.slow
@pytest.mark.usefixtures("corpus")
def test_build_with_nothing_to_do_needs_no_language_library_and_core_no_streamlit() -> None:
    run("build", "texte")
    again = "from core.cli import main\nmain(['build', 'texte'], standalone_mode=False)"
    assert not {"spacy", "HanTa", "streamlit"} & modules_after(again)
    assert "streamlit" not in modules_after(again.replace("texte'", "texte', '--rebuild'"))
