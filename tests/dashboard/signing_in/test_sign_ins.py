"""A sign-in holds as a whole, for its time, until somebody signs out."""

import json
import time
from collections.abc import Callable

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.signing_in.settings import Settings
from dashboard.signing_in.sign_ins import SEAL, SignIns
from tests.dashboard.signing_in.conftest import EMIL, SECRET, Clock, signed

Sealed = Callable[..., dict[str, str]]


def in_parts(text: str, at: int) -> dict[str, str]:
    """Cookies as Streamlit sets them for what is too long for one."""
    parts = {USER_COOKIE_NAME: "chunks-2", f"{USER_COOKIE_NAME}_1": text[:at], f"{USER_COOKIE_NAME}_2": text[at:]}
    return {name: create_signed_value(SECRET, name, part).decode() for name, part in parts.items()}


def test_it_tells_what_the_provider_said(settings: Settings, sealed: Sealed) -> None:
    sign_in = SignIns(settings).of(sealed())
    assert sign_in
    assert sign_in.claims == EMIL


def test_it_runs_out(settings: Settings, sealed: Sealed) -> None:
    clock = Clock(time.time())
    sign_ins = SignIns(settings, clock)
    cookies = sealed()
    clock.now += settings.seconds - 5
    assert sign_ins.of(cookies)
    clock.now += 10
    assert sign_ins.of(cookies) is None


def test_it_ends_for_whoever_has_its_cookies(settings: Settings, sealed: Sealed) -> None:
    sign_ins = SignIns(settings)
    cookies, others = sealed(), sealed(sub="rita")
    sign_in = sign_ins.of(cookies)
    assert sign_in
    sign_ins.end(sign_in)
    assert not sign_ins.holds(sign_in)
    assert sign_ins.of(cookies) is None
    assert sign_ins.of(others)


@pytest.mark.parametrize("name", [USER_COOKIE_NAME, SEAL])
def test_neither_part_holds_without_the_other_or_of_another(settings: Settings, sealed: Sealed, name: str) -> None:
    sign_ins = SignIns(settings)
    cookies, others = sealed(), sealed(sub="ada")
    for wrong in (None, "", "x", others[name], cookies[name][:-1], cookies[name] + "x"):
        spoilt = {key: value for key, value in {**cookies, name: wrong}.items() if value is not None}
        assert sign_ins.of(spoilt) is None


def test_one_that_is_signed_with_another_secret_is_none(settings: Settings) -> None:
    cookies = signed(EMIL, "fedcba9876543210fedcba9876543210")
    assert SignIns(settings).seal(cookies) is None


def test_parts_of_two_do_not_make_a_third(settings: Settings) -> None:
    sign_ins = SignIns(settings)
    texts = [json.dumps({**EMIL, "email": "", "name": f"{letter} ada{letter}@example.org"}) for letter in "ab"]
    mine = [in_parts(text, text.index(" ada")) for text in texts]
    seals = [sign_ins.seal(cookies) for cookies in mine]
    assert all(sign_ins.of({**cookies, SEAL: seal or ""}) for cookies, seal in zip(mine, seals, strict=True))
    mixed = {**mine[0], f"{USER_COOKIE_NAME}_2": mine[1][f"{USER_COOKIE_NAME}_2"]}
    assert all(sign_ins.of({**mixed, SEAL: seal or ""}) is None for seal in seals)


def test_cookies_left_by_a_longer_sign_in_do_no_harm(settings: Settings, sealed: Sealed) -> None:
    assert SignIns(settings).of({**sealed(), f"{USER_COOKIE_NAME}_2": "left over"})
