"""The hosted app, where people sign in with a real provider: who gets what, by every way that there is."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from core.build import build
from dashboard.hosting import SETTING
from dashboard.signing_in.door import TRIES
from tests.browser.conftest import ARTEFACTS, PAGES, PATIENCE, bars, free_port, serving
from tests.browser.test_hosting import CONFIGURATION, locations

TEXTS = {
    "wien.txt": "Emmanuel Macron besuchte am 3. Mai 2021 Wien. Dort traf er Sebastian Kurz.",
    "prag.md": "---\ntitle: Besuch <script>window.__pwned = 1</script>\n---\nSebastian Kurz besuchte Emmanuel Macron.",
}
SECRETS = re.compile(rb"Macron|Kurz|Wien|Besuch|prag\.md|wien\.txt|visit")
"""What the corpus tells, in any way that it reaches a browser: names, words of texts, titles, files, types."""

PEOPLE = {"rita": "Rita Lesend", "emil": "Emil <img src=x onerror=window.__pwned=2>", "ada": "Ada", "nemo": "Nemo"}
ROLES = '[lagebild.roles]\nreader = ["rita@example.org"]\neditor = ["emil@example.org"]\nadmin = ["ada@example.org"]\n'
DEEP = "/timeline?types=visit&statuses=occurred&confidence=5&lang=de"


@dataclass(frozen=True)
class House:
    """A hosted app: its address, its texts and tables, and the log of the server."""

    address: str
    corpus: Path
    tables: Path
    log: Path

    def content(self) -> dict[str, str]:
        """What can be written to, by file."""
        files = (file for folder in (self.corpus, self.tables) for file in folder.rglob("*") if file.is_file())
        return {str(file): sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of an OpenID provider, which knows some people and asks for no password."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    for sub, name in PEOPLE.items():
        claims = {"sub": sub, "name": name, "email": f"{sub}@example.org", "email_verified": True}
        command += ["--user-claims", json.dumps(claims)]
    environment = {**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                with urlopen(f"{address}/.well-known/openid-configuration", timeout=5):  # noqa: S310 - our own
                    break
            except OSError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def house(folder: Path, provider: str, *, hours: float = 12, redirect: str = "", base: str = "") -> Iterator[House]:
    """The app with people who sign in, over a corpus of its own."""
    corpus, tables, home = folder / "corpus", folder / "tables", folder / "home"
    for made in (corpus, home / ".streamlit"):
        made.mkdir(parents=True)
    for name, text in TEXTS.items():
        (corpus / name).write_text(text, encoding="utf-8")
    build(corpus, tables)
    settings = {
        "redirect_uri": redirect or "http://127.0.0.1:{port}/oauth2callback",
        "cookie_secret": "0123456789abcdef0123456789abcdef",
        "client_id": "lagebild",
        "client_secret": "secret",
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
    }
    written = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    secrets = f"[auth]\n{written}[lagebild]\nsession_hours = {hours}\n{ROLES}"
    (home / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
    environment = {"HOME": str(home), "LAGEBILD_CORPUS": str(corpus), "LAGEBILD_TABLES": str(tables), SETTING: ""}
    with serving(environment, folder / "log", base) as address:
        yield House(address, corpus, tables, folder / "log")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory, provider: str) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("hosted"), provider) as served:
        yield served


@contextmanager
def somebody(browser: Browser, locale: str = "en-GB", **options: object) -> Iterator[Page]:
    """A tab in a browser of somebody's own."""
    context = browser.new_context(locale=locale, reduced_motion="reduce", **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page
        assert page.evaluate("window.__pwned") is None
        assert complaints == []
    finally:
        context.close()


def stands(page: Page, title: str) -> None:
    """Wait until a page of the app is there as a whole."""
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def entrance(page: Page) -> None:
    """Wait until the page that asks to sign in is there."""
    expect(page.locator(".st-key-entrance")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def enter(page: Page, address: str, sub: str) -> None:
    """Open an address and sign in."""
    page.goto(address)
    page.locator(".st-key-sign_in_default button").click()
    page.get_by_role("button", name=sub, exact=True).click()


def cookies(context: BrowserContext) -> dict[str, str]:
    return {one["name"]: one["value"] for one in context.cookies()}


@pytest.fixture(scope="module")
def keys(browser: Browser, hosted: House) -> dict[str, dict[str, str]]:
    """The cookies of everybody, each signed in once; of nobody none."""
    made: dict[str, dict[str, str]] = {"nobody": {}}
    with somebody(browser) as page:
        for sub in PEOPLE:
            enter(page, hosted.address, sub)
            if sub == "nemo":
                expect(page.get_by_text("have no access here")).to_be_visible()
            else:
                stands(page, "Overview")
            made[sub] = cookies(page.context)
            page.context.clear_cookies()
    return made


def asked(address: str, path: str, held: Mapping[str, str], method: str = "GET", **headers: str) -> tuple[int, bytes]:
    """What the server answers to a request, without following where it leads."""
    parts = urlsplit(address)
    cookie = "; ".join(f"{name}={value}" for name, value in held.items())
    with closing(HTTPConnection(parts.hostname or "", parts.port or 0, timeout=60)) as connection:
        connection.request(method, f"{parts.path}{path}", headers={**headers, **({"Cookie": cookie} if cookie else {})})
        response = connection.getresponse()
        return response.status, response.read()


def told(address: str, held: Mapping[str, str], *messages: BackMsg) -> list[ForwardMsg]:
    """All that the server sends over a socket, until the script has run for each message that asks for that."""
    heard: list[ForwardMsg] = []
    with connect(
        f"ws{address.removeprefix('http')}/_stcore/stream",
        origin=Origin(address),
        subprotocols=[Subprotocol(one) for one in ("streamlit", held.get("_streamlit_xsrf")) if one],
        additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in held.items())},
        max_size=None,
        open_timeout=60,
    ) as socket:
        for message in messages:
            socket.send(message.SerializeToString())
            part = bool(message.rerun_script.fragment_id)
            # To a part of a page that is not there, nothing is said.
            with suppress(*[TimeoutError] if part else []):
                while message.WhichOneof("type") == "rerun_script":
                    heard.append(ForwardMsg.FromString(socket.recv(timeout=3 if part else 120, decode=False)))
                    if heard[-1].WhichOneof("type") == "script_finished":
                        break
    return heard


def run(page: str, query: str = "", **state: object) -> BackMsg:
    """A browser's message that has a page run."""
    message = BackMsg()
    message.rerun_script.page_name = page.strip("/")
    message.rerun_script.query_string = query
    for name, value in state.items():
        setattr(message.rerun_script, name, value)
    return message


def everything(heard: list[ForwardMsg]) -> bytes:
    return b"\n".join(message.SerializeToString() for message in heard)


EVERY_PAGE = [*PAGES, "/add"]


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_a_page_tells_nothing_to_nobody_and_all_to_a_reader(
    hosted: House, keys: dict[str, dict[str, str]], path: str
) -> None:
    message = run(path, "types=visit&event=x&actor=y")
    for who in ("nobody", "nemo"):
        assert not SECRETS.search(everything(told(hosted.address, keys[who], message)).replace(b"types=visit", b""))
        assert not SECRETS.search(asked(hosted.address, path, keys[who])[1])
    assert SECRETS.search(everything(told(hosted.address, keys["rita"], message)))


def test_a_page_in_the_browser_tells_nothing_to_nobody(browser: Browser, hosted: House) -> None:
    frames: list[bytes] = []
    with somebody(browser) as page:
        page.on("websocket", lambda socket: socket.on("framereceived", lambda data: frames.append(_bytes(data))))
        for path in EVERY_PAGE:
            page.goto(f"{hosted.address}{path}")
            entrance(page)
            assert urlsplit(page.url).path == path
            expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    assert len(frames) > len(EVERY_PAGE)
    assert not any(SECRETS.search(frame) for frame in frames)


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def test_parts_of_a_page_are_not_run_for_nobody(hosted: House, keys: dict[str, dict[str, str]]) -> None:
    heard = told(hosted.address, keys["rita"], run("/"), run("/timeline"))
    fragments = {one for message in heard for one in (message.delta.fragment_id, message.auto_rerun.fragment_id)} - {""}
    pages = {page.page_script_hash for message in heard for page in message.navigation.app_pages}
    assert fragments
    assert len(pages) == len(PAGES)
    for who in ("nobody", "nemo"):
        messages = [run("", fragment_id=fragment) for fragment in fragments]
        messages += [run("", page_script_hash=page) for page in pages]
        assert not SECRETS.search(everything(told(hosted.address, keys[who], *messages)))


def test_a_download_is_for_those_who_may_read(browser: Browser, hosted: House, keys: dict[str, dict[str, str]]) -> None:
    with somebody(browser) as page:
        page.context.add_cookies([{"name": n, "value": v, "url": hosted.address} for n, v in keys["rita"].items()])
        page.goto(f"{hosted.address}/network")
        stands(page, "Network")
        with page.expect_download() as download:
            page.get_by_role("button", name="Network as GraphML").click()
        path = urlsplit(download.value.url).path
        assert path.startswith("/media/")
        assert SECRETS.search(asked(hosted.address, path, keys["rita"])[1])
        for who, status in (("nobody", 401), ("nemo", 403), ("emil", 200), ("ada", 200)):
            assert asked(hosted.address, path, keys[who])[0] == status
        spoilt = {**keys["rita"], "_streamlit_user": keys["rita"]["_streamlit_user"][:-2]}
        assert asked(hosted.address, path, spoilt)[0] == 401


@pytest.mark.parametrize(
    ("path", "method", "statuses"),
    [
        ("/_stcore/health", "GET", {"nobody": 200, "rita": 200}),
        ("/_stcore/script-health-check", "GET", {"nobody": 200, "rita": 200}),
        ("/_stcore/host-config", "GET", {"nobody": 200}),
        ("/_stcore/metrics", "GET", {"nobody": 401, "nemo": 403, "rita": 403, "emil": 403, "ada": 200}),
        ("/_stcore/upload_file/session/file", "PUT", {"nobody": 401, "nemo": 403, "rita": 403}),
        ("/_stcore/upload_file/session/file", "DELETE", {"nobody": 401, "nemo": 403, "rita": 403}),
        ("/_stcore/agent/openapi.json", "GET", {"nobody": 401, "nemo": 403}),
        ("/_stcore/agent/interact", "POST", {"nobody": 401, "nemo": 403}),
        ("/_stcore/agent/mcp", "POST", {"nobody": 401, "nemo": 403}),
        ("/_stcore/bidi-components/x/y.js", "GET", {"nobody": 401, "nemo": 403}),
        ("/component/x/y.js", "GET", {"nobody": 401, "nemo": 403}),
        ("/app/static/lagebild.png", "GET", {"nobody": 401, "nemo": 403}),
        ("/media/anything.csv", "GET", {"nobody": 401, "nemo": 403, "rita": 404}),
        ("//media/anything.csv", "GET", {"nobody": 401}),
        ("/%6dedia/anything.csv", "GET", {"nobody": 401}),
        ("/static/..%2fmedia/anything.csv", "GET", {"nobody": 400}),
        ("/.streamlit/secrets.toml", "GET", {"nobody": 401}),
    ],
)
def test_an_endpoint_answers_those_whom_it_is_for(
    hosted: House, keys: dict[str, dict[str, str]], path: str, method: str, statuses: dict[str, int]
) -> None:
    for who, status in statuses.items():
        answered, body = asked(hosted.address, path, keys[who], method)
        assert answered == status, (who, body)
        assert not SECRETS.search(body)


def test_wrong_tries_are_counted_by_the_address_that_a_proxy_names(hosted: House) -> None:
    path = "/oauth2callback?state=wrong&code=wrong"
    statuses = [asked(hosted.address, path, {}, **{"X-Forwarded-For": "203.0.113.7"})[0] for _ in range(TRIES + 1)]
    assert statuses == [302] * TRIES + [429]
    assert asked(hosted.address, path, {}, **{"X-Forwarded-For": "203.0.113.8"})[0] == 302


@pytest.mark.parametrize("who", ["nobody", "rita", "ada"])
def test_the_server_tells_nobody_of_its_checkout(hosted: House, keys: dict[str, dict[str, str]], who: str) -> None:
    heard = told(hosted.address, keys[who], run("/"), BackMsg(load_git_info=True), BackMsg(clear_cache=True), run("/"))
    assert "git_info_changed" not in {message.WhichOneof("type") for message in heard}


def test_a_reader_changes_nothing(hosted: House, keys: dict[str, dict[str, str]]) -> None:
    """What an administrator's browser can say leaves all as it is when others say it."""
    offered = told(hosted.address, keys["ada"], run("/add"))
    pages = {page.url_pathname: page.page_script_hash for message in offered for page in message.navigation.app_pages}
    every = {message.delta.new_element.button.id for message in offered} - {""}
    buttons = {button for button in every if "sign_out" not in button}  # after which nobody may press another
    assert any("build_anyway" in button for button in buttons)
    press = run("/add", page_script_hash=pages["add"])
    for button in buttons:
        press.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)

    added = hosted.corpus / "spaet.txt"
    added.write_text("Angela Merkel besuchte am 5. Mai 2021 Paris.", encoding="utf-8")
    try:
        before = hosted.content()
        for who in ("nobody", "nemo", "rita", "emil"):
            heard = everything(told(hosted.address, keys[who], run("/add"), press, run("/")))
            assert b"build_anyway" not in heard
            assert b"file_uploader" not in heard
        assert hosted.content() == before
        told(hosted.address, keys["ada"], run("/add"), press)
        for _ in range(1_200):
            if hosted.content() != before:
                break
            time.sleep(0.1)
        assert hosted.content() != before
    finally:
        added.unlink()


@pytest.mark.parametrize(("who", "offered"), [("rita", False), ("emil", False), ("ada", True)])
def test_only_an_administrator_is_offered_to_add_sources(
    browser: Browser, hosted: House, keys: dict[str, dict[str, str]], who: str, offered: bool
) -> None:
    with somebody(browser) as page:
        page.context.add_cookies([{"name": n, "value": v, "url": hosted.address} for n, v in keys[who].items()])
        page.goto(f"{hosted.address}/add")
        stands(page, "Add sources" if offered else "Overview")
        expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Add sources")).to_have_count(int(offered))
        expect(page.get_by_test_id("stSidebar")).to_contain_text(PEOPLE[who])
        expect(page.get_by_test_id("stSidebar").locator("a[href^=mailto], img[src=x]")).to_have_count(0)


def test_a_deep_link_survives_signing_in(browser: Browser, hosted: House) -> None:
    with somebody(browser) as page:
        enter(page, f"{hosted.address}{DEEP}&event=nothing&present=7", "rita")
        stands(page, "Zeitstrahl")
        expect(page.get_by_text("nothing", exact=False)).to_be_visible()
        kept = set(urlsplit(page.url).query.split("&"))
        assert {"types=visit", "statuses=occurred", "confidence=5", "lang=de"} <= kept
        page.goto(f"{hosted.address}{DEEP}")
        stands(page, "Zeitstrahl")
        assert page.url == f"{hosted.address}{DEEP}"


def test_a_sign_in_that_is_broken_off_says_so_and_keeps_the_link(browser: Browser, hosted: House) -> None:
    with somebody(browser) as page:
        page.goto(f"{hosted.address}{DEEP}")
        page.get_by_role("button", name="Anmelden").click()
        page.get_by_role("button", name="Deny").click()
        expect(page.get_by_text("nicht zustande gekommen")).to_be_visible()
        assert page.url == f"{hosted.address}{DEEP}"


def test_signing_out_in_one_tab_ends_it_in_all(browser: Browser, hosted: House) -> None:
    with somebody(browser) as page, somebody(browser) as elsewhere:
        for one in (page, elsewhere):
            enter(one, hosted.address, "emil")
            stands(one, "Overview")
        other = page.context.new_page()
        other.goto(f"{hosted.address}/network?lang=de")
        stands(other, "Netz")
        kept = cookies(page.context)
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("button", name=re.compile("Confirm|Log ?out|Yes|End", re.IGNORECASE)).first.click()
        entrance(page)
        entrance(other)
        assert other.url == f"{hosted.address}/network?lang=de"
        expect(other.get_by_text("Kurz")).to_have_count(0)
        assert not {"_streamlit_user", "_streamlit_user_tokens", "lagebild_sign_in"} & set(cookies(page.context))
        assert asked(hosted.address, "/media/x", kept)[0] == 401
        assert not SECRETS.search(everything(told(hosted.address, kept, run("/"))))
        elsewhere.reload()
        stands(elsewhere, "Overview")


def test_behind_tls_no_cookie_goes_without_it(browser: Browser, tmp_path: Path, provider: str) -> None:
    nginx, openssl = (shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in ("nginx", "openssl"))
    if nginx is None or openssl is None:
        pytest.skip("no nginx or no openssl found; install the packages `nginx-light` and `openssl`")
    port = free_port()
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "2"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    redirect = f"https://127.0.0.1:{port}/lagebild/oauth2callback"
    with house(tmp_path, provider, redirect=redirect, base="/lagebild") as behind:
        inside = locations(behind.address, "/lagebild")
        text = CONFIGURATION.format(folder=tmp_path, port=port, outside="", locations=inside)
        secured = f"listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};"
        (tmp_path / "nginx.conf").write_text(text.replace(f"listen 127.0.0.1:{port};", secured))
        process = subprocess.Popen([nginx, "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "error.log")])
        try:
            with somebody(browser, ignore_https_errors=True) as page:
                enter(page, f"https://127.0.0.1:{port}/lagebild{DEEP}", "rita")
                stands(page, "Zeitstrahl")
                assert page.url == f"https://127.0.0.1:{port}/lagebild{DEEP}"
                held = {one["name"]: one for one in page.context.cookies()}
                assert {"_streamlit_user", "lagebild_sign_in", "_streamlit_xsrf"} <= held.keys()
                assert all(one["secure"] for one in held.values())
                assert all(one["httpOnly"] for name, one in held.items() if name != "_streamlit_xsrf")
                assert {one["sameSite"] for one in held.values()} == {"Lax"}
                assert asked(behind.address, "/media/x", {})[0] == 401
        finally:
            process.terminate()
            process.wait(timeout=20)


def test_a_session_ends_by_itself(browser: Browser, tmp_path: Path, provider: str) -> None:
    with house(tmp_path, provider, hours=20 / 3600) as brief, somebody(browser) as page:
        enter(page, brief.address, "rita")
        stands(page, "Overview")
        kept = cookies(page.context)
        entrance(page)
        assert not SECRETS.search(everything(told(brief.address, kept, run("/"))))


@pytest.mark.parametrize(("width", "scheme", "locale"), [(1440, "light", "en-GB"), (390, "dark", "de-DE")])
def test_nothing_bars_the_way_in(browser: Browser, hosted: House, width: int, scheme: str, locale: str) -> None:
    size = {"width": width, "height": 844}
    with somebody(browser, locale, color_scheme=scheme, viewport=size) as page:
        page.goto(f"{hosted.address}{DEEP.replace('&lang=de', '')}")
        entrance(page)
        other, word = ("DE", "Anmelden") if locale == "en-GB" else ("EN", "Sign in")
        page.get_by_role("radio", name=other).click()
        expect(page.get_by_role("button", name=word)).to_be_visible()
        assert page.url.endswith(f"confidence=5&lang={other.lower()}")
        assert bars(page) == []
        ARTEFACTS.mkdir(exist_ok=True)
        page.screenshot(path=ARTEFACTS / f"entrance_{width}_{scheme}_{other.lower()}.png")
