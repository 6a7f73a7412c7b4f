import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.signing_in.settings import Roles, Settings
from dashboard.signing_in.sign_ins import SEAL, SignIns

SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105 - of no server
EMIL = {
    "is_logged_in": True,
    "iss": "https://provider.example",
    "sub": "emil",
    "name": "Emil Schreibt",
    "email": "emil@example.org",
    "email_verified": True,
}


@dataclass
class Clock:
    """A clock that is set by hand; it stands at the true time at first, which the signatures have."""

    now: float

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def settings() -> Settings:
    roles = Roles(reader=("rita@example.org",), editor=("emil@example.org",), admin=("ada@example.org",))
    return Settings(roles, 3600.0, SECRET, "https://news.example.org", "/lagebild", ("default",))


def signed(told: Mapping[str, Any], secret: str = SECRET) -> dict[str, str]:
    """The cookies that Streamlit sets for what a provider tells."""
    return {USER_COOKIE_NAME: create_signed_value(secret, USER_COOKIE_NAME, json.dumps(told)).decode()}


@pytest.fixture
def sealed(settings: Settings) -> Callable[..., dict[str, str]]:
    """Gives the cookies of a sign-in, with the seal."""

    def cookies(**changes: Any) -> dict[str, str]:
        streamlits = signed({**EMIL, **changes})
        seal = SignIns(settings).seal(streamlits)
        assert seal
        return {**streamlits, SEAL: seal}

    return cookies
