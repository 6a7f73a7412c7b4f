"""Another release of Python or of a library ends "nothing has changed", and has what depends on it done again."""

import ast
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

import pytest

from core import store
from core.build import build
from core.engine import fingerprint, job
from core.engine.fingerprint import releases
from tests.core.engine.small_corpus import VISIT, Folder

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
Declare = Callable[..., None]


def normal(name: str) -> str:
    return name.lower().replace("_", "-")


def required(lines: list[str]) -> set[str]:
    return {normal(match[0]) for line in lines if (match := fingerprint._REQUIRED.match(line))}


DECLARED = required(PROJECT["dependencies"])


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Iterator[Declare]:
    """Has the look-ups of releases give other ones; what was looked up is forgotten before and after."""

    def forget() -> None:
        for known in (fingerprint._release, job.prints):
            known.cache_clear()

    def declare(python: str | None = None, **libraries: str) -> None:
        others = {normal(name): release for name, release in libraries.items()}
        monkeypatch.setattr(fingerprint, "requires", lambda _: PROJECT["dependencies"])
        monkeypatch.setattr(fingerprint, "version", lambda name: others.get(normal(name)) or version(name))
        if python:
            monkeypatch.setattr(fingerprint, "python_version", lambda: python)
        forget()

    declare()
    yield declare
    monkeypatch.undo()
    forget()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return Folder({"a.txt": VISIT.encode()}).write(tmp_path / "corpus")


@pytest.mark.usefixtures("declare")
def test_everything_that_is_declared_counts() -> None:
    assert {normal(name) for name in releases()} == {"python", *DECLARED}
    assert all(releases().values())


@pytest.mark.slow
@pytest.mark.parametrize("library", sorted(DECLARED))
def test_another_release_of_any_declared_library_is_a_change(corpus: Path, declare: Declare, library: str) -> None:
    out = corpus.parent / "out"
    build(corpus, out)
    assert build(corpus, out).unchanged
    declare(**{library: "99.9"})
    assert not build(corpus, out).unchanged
    manifest = store.manifest(out)
    assert manifest is not None
    assert {normal(name): release for name, release in manifest["versions"].items()}[library] == "99.9"
    assert build(corpus, out).unchanged


def test_another_release_of_python_has_every_text_done_again(corpus: Path, declare: Declare) -> None:
    out = corpus.parent / "out"
    build(corpus, out)
    declare(python="3.99.0")
    report = build(corpus, out)
    assert (report.unchanged, report.redone) == (False, 1)


@pytest.mark.parametrize(("library", "redone"), [("trafilatura", 1), ("HanTa", 1), ("babel", 1), ("streamlit", 0)])
def test_another_release_has_the_stages_done_again_that_use_it(
    corpus: Path, declare: Declare, library: str, redone: int
) -> None:
    out = corpus.parent / "out"
    build(corpus, out)
    declare(**{library: "99.9"})
    assert build(corpus, out).redone == redone


@pytest.mark.usefixtures("declare")
def test_in_a_checkout_that_is_not_installed_every_library_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(fingerprint, "requires", missing)
    assert {normal(name) for name in releases()} > DECLARED


distributions = cache(packages_distributions)  # which reads what every installed library says of itself


def imported(folder: str) -> set[str]:
    """The distributions that the code in a folder imports from."""
    nodes = [node for path in (ROOT / folder).rglob("*.py") for node in ast.walk(ast.parse(path.read_bytes()))]
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    tops = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - {"core", "dashboard", "tests"}
    known = distributions()
    return {normal(known.get(top, [top])[0]) for top in tops}


@pytest.mark.slow
def test_what_is_imported_is_declared() -> None:
    extras = PROJECT["optional-dependencies"]
    used = imported("core") | imported("dashboard")
    assert used - required(extras["cluster"]) - required(extras["pdf"]) <= DECLARED
    optional = (required(extras[name]) for name in ("cluster", "ftm", "test"))
    assert imported("tests") <= DECLARED.union(*optional)
    unused = DECLARED - used
    assert unused == set(), "declared, but not imported"
