"""Who may change what: whom the host lets, by roles where people sign in, else browsers of the same machine."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from dashboard import hosting
from dashboard.signing_in import visitors
from dashboard.signing_in.settings import Roles, Settings

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


@pytest.fixture
def signing_in(monkeypatch: pytest.MonkeyPatch, options: dict[str, str]) -> Callable[[str | None], None]:
    """A server for others where people sign in; gives a way to be somebody there, or nobody."""
    options["server.address"] = "192.0.2.1"
    roles = Roles(reader=("rita",), editor=("emil",), admin=("ada",), claim="sub")
    known = Settings(roles, 3600.0, "secret", "https://example.org", "", ("default",))
    for module in (hosting, visitors):
        monkeypatch.setattr(module, "settings", lambda: known)
    monkeypatch.setattr(st, "context", SimpleNamespace(headers=HERE))

    def be(sub: str | None) -> None:
        claims = {"is_logged_in": True, "sub": sub, "name": str(sub).title()} if sub else {"is_logged_in": False}
        monkeypatch.setattr(st, "user", SimpleNamespace(to_dict=lambda: claims))

    return be


@pytest.mark.parametrize(
    ("who", "adds", "corrects"),
    [(None, False, False), ("nemo", False, False), ("rita", False, False), ("emil", False, True), ("ada", True, True)],
)
def test_where_people_sign_in_it_goes_by_their_roles(
    signing_in: Callable[[str | None], None], who: str | None, adds: bool, corrects: bool
) -> None:
    signing_in(who)
    assert hosting.server_may()
    assert hosting.may_add() is adds
    assert hosting.may_correct() is hosting.may_collect() is corrects
    assert hosting.who() == (who.title() if who else None)
    assert (hosting.account() is None) is hosting.arriving() is (who is None)


@pytest.mark.parametrize(("said", "may"), [("on", True), ("off", False), ("yes please", False)])
def test_not_even_administrators_add_where_the_host_says_no(
    monkeypatch: pytest.MonkeyPatch, signing_in: Callable[[str | None], None], said: str, may: bool
) -> None:
    monkeypatch.setenv(hosting.SETTING, said)
    signing_in("ada")
    assert hosting.may_add() is may
    assert hosting.may_correct()
    signing_in("emil")
    assert not hosting.may_add()


@pytest.mark.usefixtures("options")
def test_without_signing_in_the_environment_may_say_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(hosting.NAME, raising=False)
    assert hosting.who() is None
    monkeypatch.setenv(hosting.NAME, " Emil ")
    assert hosting.who() == "Emil"
    assert not hosting.arriving()
    assert visiting(monkeypatch, HERE) is hosting.may_correct() is True
    assert visiting(monkeypatch, {}) is hosting.may_correct() is False
