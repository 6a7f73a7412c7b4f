import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Locator, Page, Request, expect, sync_playwright

from core import build, store
from core.tables import Tables
from tests.synthetic import tables

ROOT = Path(__file__).parents[2]
ARTEFACTS = Path(__file__).parent / "artefacts"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--proxy-server=127.0.0.1:9",  # nobody listens there, and only what is for this machine goes past it
)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
PATIENCE = 30_000
PAGES = {
    "/": "Overview",
    "/changes": "What is new",
    "/timeline": "Timeline",
    "/network": "Network",
    "/reader": "Reader",
    "/actors": "Actors",
    "/discrepancies": "Discrepancies",
    "/to_check": "To check",
    "/briefing": "Briefing",
    "/sources": "Sources and method",
}

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that no file of it runs where no browser is wanted."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def chromium() -> str | None:
    """Where a Chromium is: the system's, or the one that Playwright keeps (an empty name stands for that)."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    with sync_playwright() as playwright:
        return "" if Path(playwright.chromium.executable_path).exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        message = "no Chromium found; install the package `chromium`"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path or None, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Page:
    """The tab of all visits: a new one would compile the app's scripts anew, which takes longer than all else.

    Its user wants little motion: to fade things in and out takes a quarter of a browser's time.
    """
    page = browser.new_context(locale="en-GB", reduced_motion="reduce").new_page()
    page.set_default_timeout(PATIENCE)
    return page


@contextmanager
def showing(made: Tables, folders: pytest.TempPathFactory) -> Iterator[str]:
    """Run the app over some tables; gives its address."""
    folder = folders.mktemp("tables")
    store.place(made, folder, {})
    with serving({"LAGEBILD_TABLES": str(folder)}, folders.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over synthetic tables; the server lives as long as the tests."""
    with showing(tables(), tmp_path_factory) as address:
        yield address


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over the tables of the seeds."""
    folder = tmp_path_factory.mktemp("seeds")
    build.build(ROOT / "seeds", folder)
    with serving({"LAGEBILD_TABLES": str(folder)}, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(environment: dict[str, str], log: Path, base_path: str = "") -> Iterator[str]:
    """Run the app on a free port of this machine, with its output in a file; gives its address."""
    port = free_port()
    with log.open("w") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "dashboard/app.py"),
                *("--server.port", str(port), "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"),
            ],
            cwd=ROOT,
            env={**os.environ, "STREAMLIT_SERVER_BASE_URL_PATH": base_path, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}{base_path}"
            await_health(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def await_health(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the app answers."""
    for _ in range(2_000):
        if process.poll() is not None:
            pytest.fail(f"the server ended: {log.read_text()}")
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5) as answer:  # noqa: S310 - our own server
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.05)  # trying on and on would keep a core from the server
    pytest.fail("the server does not answer")


@dataclass
class Visit:
    """A browser page on the app, and the requests that tried to leave the machine."""

    page: Page
    server: str
    strangers: list[str]
    complaints: list[str]

    def open(self, path: str, title: str) -> Page:
        """Open an address of the app and wait until the page of that title stands."""
        self.page.goto(f"{self.server}{path}")
        self.settle(title)
        return self.page

    def settle(self, title: str) -> None:
        """Wait until the title is there, the page's script has run to its end, and every part of it is drawn."""
        expect(self.page.get_by_role("heading", name=title, level=1)).to_be_visible()
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        expect(self.page.get_by_test_id("stStatusWidget")).to_have_count(0)
        for chart in self.page.get_by_test_id("stVegaLiteChart").all():
            expect(chart.locator("svg, canvas").first).to_be_attached()

    def wear(self, scheme: Scheme, title: str) -> None:
        """Have the machine change to light or dark while the page stands, and wait until it is drawn so."""
        self.page.emulate_media(color_scheme=scheme)
        expect(self.page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)
        self.settle(title)

    def shoot(self, name: str) -> None:
        """Keep a picture among the artefacts."""
        ARTEFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTEFACTS / f"{name}.png")


@pytest.fixture
def width() -> int:
    return 1440


@pytest.fixture
def scheme() -> Scheme:
    return "light"


@pytest.fixture
def visit(tab: Page, server: str, width: int, scheme: Scheme) -> Iterator[Visit]:
    """A visit of somebody who has never been here: the tab is known, but nothing is left of the visit before."""
    visit = Visit(tab, server, [], [])

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.hostname != "127.0.0.1":
            visit.strangers.append(request.url)

    def complain(error: Error) -> None:
        visit.complaints.append(str(error))

    context = tab.context
    context.on("request", note)
    tab.on("pageerror", complain)
    tab.set_viewport_size({"width": width, "height": 1000})
    tab.emulate_media(media="null", color_scheme=scheme)  # a tab that is told to be a screen has no paper to print on
    yield visit
    for page in context.pages:
        if page != tab:
            page.close()
    if tab.url.startswith("http"):
        tab.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
    tab.goto("about:blank")
    context.clear_cookies()
    context.clear_permissions()
    context.remove_listener("request", note)
    tab.remove_listener("pageerror", complain)
    assert visit.strangers == []
    assert visit.complaints == []


def bars(page: Page) -> list[str]:
    """What bars the way for users of assistive technology, by axe's rule and the element."""
    # Streamlit gives the zone that files are dropped on a label and the role of a mere picture: not ours to mend.
    rules = {"presentation-role-conflict": {"enabled": False}}
    violations = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules}).response["violations"]
    return [f"{one['id']}: {node['target']} {node['html'][:200]}" for one in violations for node in one["nodes"]]


def card(page: Page) -> Locator:
    """The card of the chosen event."""
    return page.locator(".st-key-event_card")
