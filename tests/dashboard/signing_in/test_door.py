"""The door lets nothing through but to whom it is for, whatever stands behind it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import pytest
from streamlit.proto.BackMsg_pb2 import (
    BackendOperationRequest,
    BackMsg,
    DeferredFileRequestPayload,
    InstallSkillsRequestPayload,
)
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.signing_in import door
from dashboard.signing_in.door import BACK, FAILED, TRIES, Door
from dashboard.signing_in.settings import Settings
from dashboard.signing_in.sign_ins import SEAL
from tests.dashboard.signing_in.conftest import EMIL, Clock, signed

Sealed = Callable[..., dict[str, str]]
READER, EDITOR, ADMIN = ({"email": f"{name}@example.org"} for name in ("rita", "emil", "ada"))
STRANGER = {"email": "nemo@example.org"}


@dataclass
class Behind:
    """A server behind the door: it notes what comes and answers all of it."""

    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    came: list[dict[str, Any]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.came.append(scope)
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": list(self.headers)})
            await send({"type": "http.response.body", "body": b"secret"})
            return
        await send({"type": "websocket.accept"})
        while True:
            message = await receive()
            self.heard.append(message)
            if message["type"] == "websocket.disconnect":
                return
            await send({"type": "websocket.send", "bytes": b"secret"})


def scope(kind: str, path: str, cookies: dict[str, str], headers: dict[str, str] | None = None) -> dict[str, Any]:
    path, _mark, query = path.partition("?")
    given = {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), **(headers or {})}
    return {
        "type": kind,
        "path": path,
        "query_string": query.encode(),
        "client": ("203.0.113.7", 40000),
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in given.items() if value],
    }


def answer(
    server: Door, path: str, cookies: dict[str, str] | None = None, headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str]]:
    """The status and the headers of an answer; cookies that are set stand by their names."""
    said: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        said.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(server(scope("http", path, cookies or {}, headers), receive, send))
    told = {}
    for name, value in said[0]["headers"]:
        key, text = name.decode().lower(), value.decode()
        told[text.partition("=")[0] if key == "set-cookie" else key] = text
    return said[0]["status"], told


OPEN = ("", "/", "/timeline", "/static/js/index.js", "/favicon.png", "/_stcore/health", "/_stcore/host-config")
SHUT = (
    *("/media/a.csv", "/media/a.csv/", "/component/x/y.js", "/_stcore/bidi-components/x/y.js", "/app/static/x"),
    *("/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/whatever/comes", "/auth/other", "/timeline/media/x"),
)


@pytest.mark.parametrize("path", [*OPEN, "/auth/login", "/auth/logout", "/oauth2callback"])
def test_pages_without_content_and_ways_in_are_for_everybody(settings: Settings, path: str) -> None:
    assert answer(Door(Behind(), settings), f"/lagebild{path}")[0] == 200


@pytest.mark.parametrize("path", SHUT)
def test_all_else_is_for_those_who_have_a_role(settings: Settings, sealed: Sealed, path: str) -> None:
    behind = Behind()
    server = Door(behind, settings)
    assert answer(server, f"/lagebild{path}")[0] == 401
    assert answer(server, f"/lagebild{path}", sealed(**STRANGER))[0] == 403
    assert answer(server, f"/lagebild{path}", {**sealed(), SEAL: ""})[0] == 401
    assert behind.came == []
    status, headers = answer(server, f"/lagebild{path}", sealed(**READER))
    assert status == 200
    assert headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/media/x", "//lagebild/media/x", "/lagebildes/media/x", "/lagebild//media/x"])
def test_what_is_not_below_the_apps_address_is_shut(settings: Settings, path: str) -> None:
    assert answer(Door(Behind(), settings), path)[0] == 401


@pytest.mark.parametrize(
    ("path", "statuses"), [("_stcore/upload_file/a/b", (403, 200, 200)), ("_stcore/metrics", (403, 403, 200))]
)
def test_some_is_not_for_every_role(
    settings: Settings, sealed: Sealed, path: str, statuses: tuple[int, int, int]
) -> None:
    server = Door(Behind(), settings)
    assert tuple(answer(server, f"/lagebild/{path}", sealed(**one))[0] for one in (READER, EDITOR, ADMIN)) == statuses


def test_behind_tls_no_cookie_is_sent_without_it(settings: Settings) -> None:
    behind = Behind(headers=[(b"set-cookie", b"_streamlit_xsrf=1; Path=/"), (b"set-cookie", b"a=b; secure")])
    _status, headers = answer(Door(behind, settings), "/lagebild/_stcore/health")
    assert headers["_streamlit_xsrf"] == "_streamlit_xsrf=1; Path=/; Secure"
    assert headers["a"] == "a=b; secure"


def test_a_sign_in_is_sealed_and_leads_back_to_where_it_began(settings: Settings) -> None:
    link = "/lagebild/timeline?types=visit&actors=a%20b&actors=c&event=e1"
    behind = Behind()
    server = Door(behind, settings)
    begun = answer(server, "/lagebild/auth/login?provider=x", headers={"Referer": f"https://news.example.org{link}"})[
        1
    ][BACK]
    assert all(
        flag in begun for flag in ("; Secure", "; HttpOnly", "; SameSite=lax", "; Path=/lagebild", "Max-Age=600")
    )
    value = begun.partition(";")[0].partition("=")[2]
    told = signed(EMIL)[USER_COOKIE_NAME]
    behind.headers = [(b"location", b"/lagebild/"), (b"set-cookie", f"{USER_COOKIE_NAME}={told}; HttpOnly".encode())]
    headers = answer(server, "/lagebild/oauth2callback?state=s&code=c", {BACK: value})[1]
    assert headers["location"] == link
    assert "Max-Age=0" in headers[BACK]
    assert all(flag in headers[SEAL] for flag in ("; Secure", "; HttpOnly", "; SameSite=lax", "Max-Age=3600"))
    assert "; Secure" in headers[USER_COOKIE_NAME]
    assert FAILED not in headers


@pytest.mark.parametrize(
    "elsewhere",
    [
        *(
            "https://evil.example/lagebild/x",
            "//evil.example/lagebild/",
            "/elsewhere",
            "/lagebild/\\evil",
            "",
            "[",
            "@x",
        ),
        *("//news.example.org//evil.example", ":80/lagebild/", ".evil.example/lagebild/x", "/lagebild/x\r\nA: b"),
        "/lagebild/" + "x" * 4000,
    ],
)
def test_a_sign_in_leads_nowhere_else(settings: Settings, elsewhere: str) -> None:
    behind = Behind(headers=[(b"location", b"/lagebild/")])
    server = Door(behind, settings)
    assert answer(server, "/lagebild/oauth2callback", {BACK: quote(elsewhere, safe="")})[1]["location"] == "/lagebild/"
    begun = answer(server, "/lagebild/auth/login", headers={"Referer": elsewhere.replace("\r\n", "")})[1]
    assert BACK not in begun


def test_a_sign_in_that_failed_is_told_once(settings: Settings) -> None:
    server = Door(Behind(headers=[(b"location", b"/lagebild/")]), settings)
    assert "Max-Age=15" in answer(server, "/lagebild/oauth2callback?state=s&error=access_denied")[1][FAILED]
    assert FAILED not in answer(server, "/lagebild/oauth2callback")[1], "this is how a sign-out comes back"


def test_tries_from_one_address_are_counted_by_the_minute(settings: Settings) -> None:
    clock = Clock(time.time())
    behind = Behind()
    server = Door(behind, settings, clock)
    paths = ["/lagebild/auth/login", "/lagebild/oauth2callback?state=wrong"] * TRIES
    assert [answer(server, path)[0] for path in paths].count(200) == TRIES
    status, headers = answer(server, paths[0], headers={"Accept-Language": "de-DE"})
    assert (status, headers["retry-after"]) == (429, "60")
    assert len(behind.came) == TRIES
    clock.now += 61
    assert answer(server, paths[0])[0] == 200


def test_after_signing_out_the_cookies_are_of_no_use(settings: Settings, sealed: Sealed) -> None:
    server = Door(Behind(), settings)
    cookies, elsewhere = sealed(), sealed(nonce="another browser")
    assert answer(server, "/lagebild/media/x", cookies)[0] == 200
    assert "Max-Age=0" in answer(server, "/lagebild/auth/logout", cookies)[1][SEAL]
    assert answer(server, "/lagebild/media/x", cookies)[0] == 401
    assert answer(server, "/lagebild/media/x", elsewhere)[0] == 200


class Socket:
    """A browser's end of a socket."""

    def __init__(self, server: Door, cookies: dict[str, str], path: str = "/lagebild/_stcore/stream") -> None:
        self.sent: asyncio.Queue[Any] = asyncio.Queue()
        self.got: asyncio.Queue[Any] = asyncio.Queue()
        self.task = asyncio.create_task(server(scope("websocket", path, cookies), self.sent.get, self.got.put))

    async def says(self) -> dict[str, Any]:
        message: dict[str, Any] = await asyncio.wait_for(self.got.get(), 10)
        return message

    async def tells(self, message: BackMsg) -> None:
        await self.sent.put({"type": "websocket.receive", "bytes": message.SerializeToString()})

    async def click(self) -> None:
        await self.tells(BackMsg(rerun_script=ClientState(page_name="timeline")))


def test_other_sockets_than_streamlits_are_shut(settings: Settings, sealed: Sealed) -> None:
    async def run() -> None:
        assert (await Socket(Door(Behind(), settings), sealed(), "/lagebild/x").says())["type"] == "websocket.close"

    asyncio.run(run())


def test_the_script_gets_no_sign_in_that_does_not_hold(settings: Settings, sealed: Sealed) -> None:
    async def run() -> None:
        for cookies, kept in ((sealed(), True), ({**sealed(), SEAL: ""}, False), (signed(EMIL), False)):
            behind = Behind()
            socket = Socket(Door(behind, settings), {"a": "b", **cookies})
            await socket.says()
            [header] = [value for name, value in behind.came[0]["headers"] if name == b"cookie"]
            assert header.startswith(b"a=b")
            assert (USER_COOKIE_NAME.encode() in header) is kept
            socket.task.cancel()

    asyncio.run(run())


def test_a_socket_takes_what_a_page_needs_and_no_more(settings: Settings, sealed: Sealed) -> None:
    never = [
        BackMsg(load_git_info=True),
        BackMsg(clear_cache=True),
        BackMsg(set_run_on_save=True),
        BackMsg(backend_operation_request=BackendOperationRequest(install_skills=InstallSkillsRequestPayload())),
    ]
    files = [
        BackMsg(file_urls_request=FileURLsRequest(request_id="1")),
        BackMsg(
            backend_operation_request=BackendOperationRequest(deferred_file=DeferredFileRequestPayload(file_id="1"))
        ),
    ]
    pages = [BackMsg(rerun_script=ClientState(page_name="timeline")), BackMsg(app_heartbeat=True)]

    async def run() -> None:
        for cookies, taken in (({}, pages), (sealed(**STRANGER), pages), (sealed(**READER), [*files, *pages])):
            behind = Behind()
            socket = Socket(Door(behind, settings), cookies)
            await socket.says()
            for message in (*never, *files, *pages):
                await socket.tells(message)
            for _answer in taken:
                await socket.says()
            assert [BackMsg.FromString(one["bytes"]) for one in behind.heard] == taken
            await socket.sent.put({"type": "websocket.receive", "bytes": b"\xff"})
            await socket.says()
            assert behind.heard[-1]["bytes"] == b"\xff", "the server itself closes on it"
            socket.task.cancel()

    asyncio.run(run())


def test_signing_out_shuts_the_sockets_of_the_browser(
    settings: Settings, sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "PARTING", 0.05)
    cookies, others = sealed(), sealed(nonce="another browser")

    async def nothing(_message: Any) -> None:
        pass

    async def run() -> None:
        behind = Behind()
        server = Door(behind, settings)
        here, there = Socket(server, cookies), Socket(server, others)
        for socket in (here, there):
            assert (await socket.says())["type"] == "websocket.accept"
            await socket.click()
            assert (await socket.says())["bytes"] == b"secret"
        await server(scope("http", "/lagebild/auth/logout", cookies), here.sent.get, nothing)
        before = len(behind.heard)
        await here.click()
        parting = ForwardMsg.FromString((await here.says())["bytes"])
        assert parting.WhichOneof("type") == "auth_redirect"
        assert (await here.says())["type"] == "websocket.close"
        assert behind.heard[before:] == [{"type": "websocket.disconnect", "code": 1008}]
        assert here.got.empty()
        await there.click()
        assert (await there.says())["bytes"] == b"secret"
        there.task.cancel()

    asyncio.run(run())


def test_a_socket_is_shut_when_its_sign_in_runs_out(settings: Settings, sealed: Sealed) -> None:
    clock = Clock(time.time())

    async def run() -> None:
        server = Door(Behind(), settings, clock)
        cookies = sealed()
        clock.now += settings.seconds - 1
        socket = Socket(server, cookies)
        await socket.says()
        clock.now += 2
        await socket.click()
        assert ForwardMsg.FromString((await socket.says())["bytes"]).WhichOneof("type") == "auth_redirect"
        assert (await socket.says())["type"] == "websocket.close"

    asyncio.run(run())
