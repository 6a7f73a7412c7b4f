"""Settings for signing in hold together as a whole, or the server does not start."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.signing_in.settings import REQUIRED, Settings, SettingsError, checked

ROOT = Path(__file__).parents[3]
OPTIONS = {"server.baseUrlPath": "lagebild", "server.port": 8501, "server.trustedUserHeaders": {}}


def written() -> dict[str, Any]:
    """Settings as `secrets.toml` holds them."""
    return {
        "auth": {
            "redirect_uri": "https://news.example.org/lagebild/oauth2callback",
            "cookie_secret": "0123456789abcdef0123456789abcdef",
            "client_id": "lagebild",
            "client_secret": "secret",
            "server_metadata_url": "https://provider.example/.well-known/openid-configuration",
        },
        "lagebild": {"session_hours": 8, "roles": {"reader": ["@example.org"], "admin": ["ada@example.org"]}},
    }


def read(secrets: dict[str, Any], **options: Any) -> Settings | None:
    return checked(secrets, {**OPTIONS, **options}.get)


def test_without_settings_nobody_signs_in() -> None:
    assert read({}) is None
    assert read({"database": {"password": "x"}}) is None


def test_settings_say_who_may_come_in_and_for_how_long() -> None:
    known = read(written())
    assert known
    assert known.roles.admin == ("ada@example.org",)
    assert known.seconds == 8 * 3600
    assert (known.origin, known.base, known.https) == ("https://news.example.org", "/lagebild", True)
    assert known.providers == ("default",)


def test_several_providers_each_have_a_section() -> None:
    secrets = written()
    one = {key: secrets["auth"].pop(key) for key in ("client_id", "client_secret", "server_metadata_url")}
    secrets["auth"] |= {"house": one, "guests": {**one, "client_kwargs": {"prompt": "login"}}}
    known = read(secrets)
    assert known
    assert known.providers == ("house", "guests")


def test_on_this_machine_tls_is_not_asked_for() -> None:
    secrets = written()
    secrets["auth"]["redirect_uri"] = "http://localhost:{port}/oauth2callback"
    known = read(secrets, **{"server.baseUrlPath": ""})
    assert known
    assert (known.origin, known.base, known.https) == ("http://localhost:8501", "", False)


def _without(section: str) -> Callable[[dict[str, Any]], Any]:
    return lambda secrets: secrets.pop(section)


def _auth(**changes: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda secrets: secrets["auth"].update(changes)


def _own(**changes: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda secrets: secrets["lagebild"].update(changes)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_without("auth"), "there is no [auth]"),
        (_without("lagebild"), "roles"),
        (_auth(cookie_secret=""), "cookie_secret"),
        (_auth(cookie_secret="changeme"), "cookie_secret"),  # noqa: S106
        (_auth(cookie_secret="x" * 64), "cookie_secret"),
        (_auth(redirect_uri=""), "redirect_uri is missing"),
        (_auth(redirect_uri="http://news.example.org/lagebild/oauth2callback"), "no https address"),
        (_auth(redirect_uri="https://news.example.org/oauth2callback"), "must be /lagebild/oauth2callback"),
        (_auth(redirect_uri="https://[/lagebild/oauth2callback"), "no https address"),
        (_auth(client_id=""), "client_id is missing"),
        (_auth(client_secret=7), "client_secret is missing"),
        (_auth(server_metadata_url="http://provider.example/"), "server_metadata_url"),
        (_auth(in_house={"client_id": "x"}), "underscore"),
        (_own(session_hours=0), "session_hours"),
        (_own(session_hours=1000), "session_hours"),
        (_own(session_ours=8), "session_ours"),
        (_own(roles={}), "lets nobody in"),
        (_own(roles={"reader": "rita@example.org"}), "reader"),
        (_own(roles={"readers": ["rita@example.org"]}), "readers"),
    ],
)
def test_a_wrong_setting_is_told(spoil: Callable[[dict[str, Any]], Any], told: str) -> None:
    secrets = written()
    spoil(secrets)
    with pytest.raises(SettingsError) as error:
        read(secrets)
    assert told in str(error.value)


def test_headers_that_say_who_somebody_is_do_not_go_with_signing_in() -> None:
    with pytest.raises(SettingsError, match="trustedUserHeaders"):
        read(written(), **{"server.trustedUserHeaders": {"X-User": "email"}})


def test_where_signing_in_is_required_its_settings_have_to_be_there() -> None:
    with pytest.raises(SettingsError, match=r"secrets\.toml"):
        checked({}, OPTIONS.get, required=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("secrets", "required", "told"),
    [
        ("[auth\n", "", "secrets.toml cannot be read"),
        ('[lagebild.roles]\nreader = ["*"]\n', "", "there is no [auth]"),
        (None, "required", "no secrets.toml has [auth]"),
        (None, "yes", "say `required`"),
    ],
)
def test_the_server_does_not_start_with_wrong_settings(
    tmp_path: Path, secrets: str | None, required: str, told: str
) -> None:
    if secrets is not None:
        (tmp_path / ".streamlit").mkdir()
        (tmp_path / ".streamlit" / "secrets.toml").write_text(secrets)
    run = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", "0"],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path), REQUIRED: required},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode != 0
    assert told in run.stderr
