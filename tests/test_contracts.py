"""What may import what, as the end of `pyproject.toml` says."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.core.test_cli import modules_after


def test_imports_keep_the_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    assert lint_imports(no_cache=True, no_logo=True) == EXIT_STATUS_SUCCESS


def test_the_app_begins_without_what_reads_texts_or_draws_charts() -> None:
    loaded = modules_after("import dashboard.shell")
    assert "dashboard.shell" in loaded
    assert not {"core.corpus", "core.claims", "lxml", "altair", "simplemma", "pyvis", "IPython"} & loaded
