"""What stands before everything that the server answers: requests and sockets pass by the role of who sends them.

What the app's script sends over its socket is guarded by the script itself (`entrance`), which from here gets no
sign-in that does not hold. All else that Streamlit serves is shut unless it is named here.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.parse import quote, unquote, urlsplit

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.signing_in.settings import CALLBACK, Settings
from dashboard.signing_in.sign_ins import SEAL, SignIn, SignIns
from dashboard.signing_in.visitors import Role, visitor
from dashboard.words.i18n import _, preferred, speaking

STREAM = "_stcore/stream"
LOGIN, LOGOUT, ANSWER = "auth/login", "auth/logout", CALLBACK.strip("/")
_OPEN = frozenset({"_stcore/health", "_stcore/host-config", "_stcore/script-health-check", LOGIN, LOGOUT, ANSWER})
_ROLES = {"_stcore/metrics": Role.ADMIN, "_stcore/upload_file/": Role.EDITOR}

_FROM_ANYBODY = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
_FROM_VISITORS = _FROM_ANYBODY | {"file_urls_request", "deferred_file", "dataframe_chunk"}
"""What browsers may say over the socket. Streamlit would answer more, and to anybody: what the checkout's state is
(`load_git_info`, with names of files), and have everybody's caches cleared (`clear_cache`)."""

BACK, FAILED = "lagebild_back", "lagebild_failed"
"""Cookies of a sign-in that is under way: where it began, and that it came to nothing."""

TRIES = 30
"""Requests to sign in a minute from one address: enough for an office behind one address at nine in the morning. Each
makes this server ask the provider."""

PARTING = 3.0
"""Seconds from a sign-out until the browser's other tabs are sent to the entrance: told at once, the tab that signs out
would turn back before it is at the provider."""

_built = False


def stands() -> bool:
    """Whether this process has a door; without one, the script must show nothing to anybody."""
    return _built


class Door:
    """The outermost part of the server where people have to sign in (ASGI middleware)."""

    def __init__(self, app: ASGIApp, settings: Settings, clock: Callable[[], float] = time.time) -> None:
        global _built
        self._app = app
        self._settings = settings
        self._sign_ins = SignIns(settings, clock)
        self._tries = Tries(clock)
        self._sockets: dict[str, set[asyncio.Event]] = {}
        _built = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = self._path(scope)
        connection = HTTPConnection(scope)
        sign_in = self._sign_ins.of(connection.cookies)
        refusal = self._refusal(path, sign_in, connection)
        if refusal:
            await refusal(scope, receive, send)
            return
        if path == LOGOUT and sign_in:
            self._end(sign_in)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._mark(path, connection, MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, answer)

    def _path(self, scope: Scope) -> str:
        """The path below the app's address, without slashes around it; what is not below it keeps one in front."""
        path: str = scope["path"]
        base = self._settings.base + "/"
        return path[len(base) :].rstrip("/") if (path + "/").startswith(base) else f"/{path}"

    def _refusal(self, path: str, sign_in: SignIn | None, connection: HTTPConnection) -> PlainTextResponse | None:
        with speaking(preferred(connection.headers.get("Accept-Language"))):
            address = connection.client.host if connection.client else ""
            if path in (LOGIN, ANSWER) and not self._tries.one_more(address):
                return PlainTextResponse(
                    _("Too many tries to sign in from here. Wait for a minute."), 429, {"Retry-After": "60"}
                )
            needed = _needed(path)
            if needed is None:
                return None
            if sign_in is None:
                return PlainTextResponse(_("Sign in first."), 401)
            role = self._role(sign_in)
            if role is None or role < needed:
                return PlainTextResponse(_("You may not do this."), 403)
            return None

    def _end(self, sign_in: SignIn) -> None:
        self._sign_ins.end(sign_in)

        def tell() -> None:
            for over in self._sockets.get(sign_in.key, ()):
                over.set()

        asyncio.get_running_loop().call_later(PARTING, tell)

    def _mark(self, path: str, connection: HTTPConnection, headers: MutableHeaders) -> None:
        """Set what the answer needs besides: cookies, where it leads, and who may keep it."""
        if path == LOGIN and (back := self._back(connection.headers.get("Referer", ""))):
            self._set(headers, BACK, quote(back, safe=""), 600)
        elif path == ANSWER:
            seal = self._sign_ins.seal(dict(_set_cookies(headers)))
            if seal:
                self._set(headers, SEAL, seal, int(self._settings.seconds))
            elif {"state", "error"} & connection.query_params.keys():
                self._set(headers, FAILED, "1", 15)
            back = self._back(self._settings.origin + unquote(connection.cookies.get(BACK, "")))
            if back and "Location" in headers:
                headers["Location"] = back
                self._set(headers, BACK, "", 0)
        elif path == LOGOUT:
            self._set(headers, SEAL, "", 0)
        elif _needed(path):
            headers["Cache-Control"] = "private, no-store"
        if self._settings.https:
            headers.raw[:] = [
                (name, value + b"; Secure" if name == b"set-cookie" and b"; secure" not in value.lower() else value)
                for name, value in headers.raw
            ]

    def _set(self, headers: MutableHeaders, name: str, value: str, seconds: int) -> None:
        where = f"Path={self._settings.base or '/'}"
        headers.append("Set-Cookie", f"{name}={value}; {where}; Max-Age={seconds}; HttpOnly; SameSite=lax")

    def _back(self, address: str) -> str | None:
        """The path and query of an address of the app; None for any other, and for what is too long for a cookie."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        inside = parts.path.startswith(f"{self._settings.base}/") and not parts.path.startswith("//")
        plain = address.isascii() and address.isprintable() and "\\" not in address
        if f"{parts.scheme}://{parts.netloc}" != self._settings.origin or not (inside and plain) or len(address) > 3000:
            return None
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._path(scope) != STREAM:
            await send({"type": "websocket.close", "code": 1008})
            return
        sign_in = self._sign_ins.of(HTTPConnection(scope).cookies)
        if sign_in:
            await self._attend(sign_in, scope, receive, send)
        else:
            await self._app(_anonymous(scope), _filtered(receive, _FROM_ANYBODY), send)

    async def _attend(self, sign_in: SignIn, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a socket on for as long as its sign-in holds; then send the browser to where it is, now as nobody."""
        over = asyncio.Event()

        async def part() -> None:
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), self._sign_ins.left(sign_in))
            with suppress(RuntimeError, OSError):  # the browser has gone in this very moment
                await send({"type": "websocket.send", "bytes": _reload()})
                await send({"type": "websocket.close", "code": 1008})

        parting = asyncio.create_task(part())
        told = _filtered(receive, _FROM_VISITORS if self._role(sign_in) else _FROM_ANYBODY)

        async def hear() -> Message:
            message = await told()
            if self._sign_ins.holds(sign_in):
                return message
            await parting
            return {"type": "websocket.disconnect", "code": 1008}

        async def say(message: Message) -> None:
            if self._sign_ins.holds(sign_in):
                await send(message)

        own = self._sockets.setdefault(sign_in.key, set())
        own.add(over)
        try:
            await self._app(scope, hear, say)
        finally:
            own.discard(over)
            if not own:
                self._sockets.pop(sign_in.key, None)
            parting.cancel()

    def _role(self, sign_in: SignIn) -> Role | None:
        known = visitor(sign_in.claims, self._settings.roles)
        return known.role if known else None


class Tries:
    """How often each address has tried to sign in during this minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._begun = clock()
        self._counts: Counter[str] = Counter()

    def one_more(self, address: str) -> bool:
        """Count a try; whether it may be."""
        now = self._clock()
        if now - self._begun > 60:
            self._begun = now
            self._counts.clear()
        self._counts[address] += 1
        return self._counts[address] <= TRIES


def _needed(path: str) -> Role | None:
    """The role that a path asks for; None for what nobody needs to be known for: Streamlit's own files and pages.

    A page is the same for all: what stands on it comes over the socket.
    """
    for name, role in _ROLES.items():
        if path.startswith(name):
            return role
    if path in _OPEN or "/" not in path or path.startswith("static/"):
        return None
    return Role.READER


def _set_cookies(headers: Headers) -> Iterator[tuple[str, str]]:
    """The cookies that an answer sets, but for those that it takes away."""
    for header in headers.getlist("Set-Cookie"):
        name, _equals, value = header.partition(";")[0].partition("=")
        if value.strip('"'):
            yield name.strip(), value


def _filtered(receive: Receive, kinds: frozenset[str]) -> Receive:
    """A socket's messages without those of other kinds; what is no message at all is Streamlit's to refuse."""

    async def next_one() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or _kind(message.get("bytes") or b"") in (None, *kinds):
                return message

    return next_one


def _kind(data: bytes) -> str | None:
    """The kind of a browser's message; None for what is none."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return None
    kind: str | None = message.WhichOneof("type")
    if kind == "backend_operation_request":
        operation: str | None = message.backend_operation_request.WhichOneof("payload")
        return operation or kind
    return kind


def _anonymous(scope: Scope) -> Scope:
    """A request as it comes from nobody: without a sign-in that does not hold."""
    kept = [
        (name, b"; ".join(one for one in value.split(b"; ") if not one.startswith(USER_COOKIE_NAME.encode())))
        if name == b"cookie"
        else (name, value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": kept}


def _reload() -> bytes:
    """Streamlit's message that sends a browser to an address: the one that it is at."""
    message = ForwardMsg()
    message.auth_redirect.url = ""
    message.auth_redirect.SetInParent()
    data: bytes = message.SerializeToString()
    return data
