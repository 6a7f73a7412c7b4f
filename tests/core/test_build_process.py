"""A build in a process of its own does what one in this process does, says what comes of it, and outlives nobody."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from core import build_process, store
from core.build import build
from core.build_process import BuildCancelledError, BuildFailedError, BuildProcess
from core.german import DEFAULT
from core.messages import Message
from tests.core.engine.small_corpus import PICTURE, TEXTS, VISIT, Folder, placed

pytestmark = pytest.mark.slow

MANY = Folder({f"{n}.txt": f"{VISIT} {n}".encode() for n in range(2000)})


def playing(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have a script of Python take the place of the build."""
    monkeypatch.setattr(build_process, "COMMAND", (sys.executable, "-c", script))


def test_its_tables_and_remarks_are_those_of_a_build_in_this_process(tmp_path: Path) -> None:
    texts = {**{f"{n}.txt": text for n, text in enumerate(TEXTS)}, "bild.png": PICTURE}
    corpus = Folder(texts).write(tmp_path / "corpus")
    here = build(corpus, tmp_path / "here")
    process = BuildProcess(corpus, tmp_path / "apart", DEFAULT)
    assert here.notices
    assert process.end() == here.notices
    assert process.step == build_process.Step("index", 1, 1)
    assert placed(tmp_path / "apart") == placed(tmp_path / "here")


def test_it_leaves_nothing_in_the_log_where_all_is_well(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    corpus = Folder({"a.txt": VISIT.encode()}).write(tmp_path / "corpus")
    BuildProcess(corpus, tmp_path / "out", DEFAULT).end()
    assert capfd.readouterr().err == ""


def test_why_it_failed_is_told_as_data(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("kein Ordner")
    with pytest.raises(BuildFailedError) as raised:
        BuildProcess(tmp_path / "corpus", tmp_path / "out", DEFAULT).end()
    assert isinstance(raised.value.message, Message)
    assert str(tmp_path / "corpus") in raised.value.message


def test_one_that_is_killed_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    playing(monkeypatch, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(BuildFailedError, match="status -9"):
        BuildProcess(tmp_path, tmp_path / "out", DEFAULT).end()


def test_one_that_is_cancelled_leaves_the_tables_as_they_are(tmp_path: Path) -> None:
    corpus = Folder({"a.txt": VISIT.encode()}).write(tmp_path / "corpus")
    build(corpus, tmp_path / "out")
    before = placed(tmp_path / "out")
    process = BuildProcess(MANY.write(corpus), tmp_path / "out", DEFAULT)
    process.cancel()
    with pytest.raises(BuildCancelledError):
        process.end()
    assert placed(tmp_path / "out") == before


BEGINNING = """
import sys
from pathlib import Path
from core.build_process import BuildProcess
from core.german import DEFAULT
process = BuildProcess(Path(sys.argv[1]), Path(sys.argv[2]), DEFAULT)
print("begun", flush=True)
process.end()
"""


def test_it_ends_with_who_began_it(tmp_path: Path) -> None:
    corpus = MANY.write(tmp_path / "corpus")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", BEGINNING, str(corpus), str(tmp_path / "out")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        server.stdout.readline()
        begun: Sequence[psutil.Process] = psutil.Process(server.pid).children()
        server.kill()
    assert len(begun) == 1
    assert psutil.wait_procs(begun, timeout=60)[1] == []
    assert store.manifest(tmp_path / "out") is None
