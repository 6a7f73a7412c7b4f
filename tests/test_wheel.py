"""The wheel, in an environment that does not know the checkout, builds the seeds' tables and serves them.

Its libraries are those of the environment that runs the tests: these try what the wheel holds, not what it asks for.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 600

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (find_spec("pip") and find_spec("hatchling")), reason="needs pip and hatchling"),
]


def pip(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *map(str, arguments)], check=True, cwd=ROOT)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, ".")
    [built] = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """An environment with the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pip("--python", folder / "bin" / "python", "install", "--no-deps", "--no-index", wheel)
    [packages] = folder.glob("lib/*/site-packages")
    libraries = [path for path in sys.path if path.endswith("site-packages")]  # not what points to this checkout
    (packages / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    return folder


@pytest.fixture
def address(tmp_path: Path, environment: Path) -> Iterator[str]:
    """Where the app of that environment serves the seeds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [environment / "bin" / "lagebild", "serve", ROOT / "seeds", "--out", "tables", "--port", str(port)]
    with subprocess.Popen(list(map(str, command)), cwd=tmp_path) as server:
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def test_the_wheel_holds_what_the_packages_need_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"core", "dashboard", "lagebild"}
    assert {"core/py.typed", "dashboard/py.typed", "core/vocabulary/tokens.toml"} <= set(names)
    [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
    text = ZipFile(wheel).read(metadata).decode()
    assert "License-Expression: Apache-2.0\n" in text
    assert {"LICENSE", "NOTICE"} == {Path(name).name for name in names if "/licenses/" in name}


def test_it_serves_the_seeds(address: str, tmp_path: Path) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with suppress(URLError, ConnectionError, TimeoutError):
            answer = urlopen(f"{address}/_stcore/script-health-check", timeout=PATIENCE)  # noqa: S310 - runs the page
            assert answer.read().strip() == b"ok"
            break
        time.sleep(0.5)
    else:
        pytest.fail("the app does not answer")
    assert (tmp_path / "tables" / "events.parquet").is_file()
