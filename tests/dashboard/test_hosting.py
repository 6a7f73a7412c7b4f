"""Who may add sources: whom the host lets, and by default browsers of the same machine alone."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from dashboard import hosting

HERE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Streamlit's options; the server listens to its own machine alone."""
    values = {"server.address": "127.0.0.1", "server.baseUrlPath": ""}
    monkeypatch.delenv(hosting.SETTING, raising=False)
    monkeypatch.setattr(st, "get_option", values.get)
    return values


def visiting(monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]) -> bool:
    monkeypatch.setattr(st, "context", SimpleNamespace(headers=headers))
    return hosting.may_add()


@pytest.mark.usefixtures("options")
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501"])
def test_a_browser_of_this_machine_may(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    assert visiting(monkeypatch, {"Host": host, "Origin": f"http://{host}"})


@pytest.mark.usefixtures("options")
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": "localhost:8501"},
        {"Host": "example.org", "Origin": "https://example.org"},
        {"Host": "rebound.example:8501", "Origin": "http://rebound.example:8501"},
        {"Host": "localhost:8501", "Origin": "https://example.org"},
        {**HERE, "X-Forwarded-For": "203.0.113.7"},
        {**HERE, "X-Forwarded-Proto": "https"},
        {"Host": "[", "Origin": "http://["},
    ],
)
def test_no_other_may(monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]) -> None:
    assert not visiting(monkeypatch, headers)


@pytest.mark.parametrize(
    ("option", "value"), [("server.address", None), ("server.address", "192.0.2.1"), ("server.baseUrlPath", "lagebild")]
)
def test_a_server_for_others_lets_nobody(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, str], option: str, value: str
) -> None:
    options[option] = value
    assert not visiting(monkeypatch, HERE)


@pytest.mark.parametrize(("said", "may"), [("on", True), ("On", True), ("off", False), ("yes please", False)])
def test_what_the_host_says_goes_first(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, str], said: str, may: bool
) -> None:
    monkeypatch.setenv(hosting.SETTING, said)
    options["server.address"] = "192.0.2.1"
    assert visiting(monkeypatch, {"Host": "example.org"}) is may


def test_a_corpus_elsewhere_cannot_be_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LAGEBILD_TABLES", str(tmp_path / "tables"))
    for corpus in ("s3://bucket/texts", str(tmp_path / "nowhere")):
        monkeypatch.setenv("LAGEBILD_CORPUS", corpus)
        assert corpus in (hosting.hindrance() or "")
    monkeypatch.setenv("LAGEBILD_CORPUS", str(tmp_path))
    assert hosting.hindrance() is None
