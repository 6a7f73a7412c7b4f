"""Which sign-ins hold: sealed as a whole, not older than the settings say, and not ended by a sign-out."""

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.signing_in.settings import Settings

SEAL = "lagebild_sign_in"
"""The cookie that holds a sign-in together. Streamlit signs each part of a long cookie on its own, so that parts of two
sign-ins could be put together to a third; and it keeps no time but its own 30 days."""


@dataclass(frozen=True)
class SignIn:
    """One sign-in of one browser: its key, what the provider said, and the time at which it ends."""

    key: str
    claims: Mapping[str, Any]
    until: float


class SignIns:
    """The sign-ins that a server has ended, and so which of those that browsers show it hold."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.time) -> None:
        self._settings = settings
        self._clock = clock
        self._sealer = URLSafeTimedSerializer(settings.secret, salt=SEAL)
        self._ended: dict[str, float] = {}

    def seal(self, cookies: Mapping[str, str]) -> str | None:
        """The value of the seal for a sign-in whose cookies are being set; None where there is none among them."""
        told = self._told(cookies)
        return None if told is None else self._sealer.dumps(_key(told))

    def of(self, cookies: Mapping[str, str]) -> SignIn | None:
        """The sign-in that a browser shows by its cookies, if it holds."""
        told = self._told(cookies)
        if told is None:
            return None
        try:
            key, at = self._sealer.loads(cookies.get(SEAL, ""), return_timestamp=True)
            sign_in = SignIn(key, json.loads(told), at.timestamp() + self._settings.seconds)
        except (BadSignature, ValueError):
            return None
        return sign_in if key == _key(told) and self.holds(sign_in) else None

    def holds(self, sign_in: SignIn) -> bool:
        """Whether a sign-in has neither run out nor been ended."""
        return self._clock() < sign_in.until and sign_in.key not in self._ended

    def left(self, sign_in: SignIn) -> float:
        """Seconds until a sign-in runs out."""
        return max(0.0, sign_in.until - self._clock())

    def end(self, sign_in: SignIn) -> None:
        """Have a sign-in hold no longer, whoever kept its cookies."""
        now = self._clock()
        self._ended = {key: until for key, until in self._ended.items() if now < until}
        self._ended[sign_in.key] = sign_in.until

    def _told(self, cookies: Mapping[str, str]) -> bytes | None:
        """What the provider said, as Streamlit's cookies have it."""

        def part(name: str) -> bytes | None:
            value = cookies.get(name)
            return decode_signed_value(self._settings.secret, name, value) if value else None

        return get_cookie_with_chunks(part, USER_COOKIE_NAME)


def _key(told: bytes) -> str:
    return hashlib.sha256(told).hexdigest()
