import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect, sync_playwright

from core import store
from tests.synthetic import tables

ROOT = Path(__file__).parents[2]
ARTEFACTS = Path(__file__).parent / "artefacts"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE = 30_000
PAGES = {
    "/": "Overview",
    "/timeline": "Timeline",
    "/network": "Network",
    "/reader": "Reader",
    "/actors": "Actors",
    "/discrepancies": "Discrepancies",
    "/sources": "Sources and method",
}

expect.set_options(timeout=PATIENCE)


def chromium() -> str | None:
    """Where a Chromium is: the system's, or the one that Playwright keeps (an empty name stands for that)."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
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
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over synthetic tables; the server lives as long as the tests."""
    folder = tmp_path_factory.mktemp("tables")
    store.place(tables(), folder, {})
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
    """Wait until the app answers; each refused try takes the time of a connection, so this ends by itself."""
    for _ in range(200_000):
        if process.poll() is not None:
            pytest.fail(f"the server ended: {log.read_text()}")
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5) as answer:  # noqa: S310 - our own server
                if answer.read() == b"ok":
                    return
        except OSError:
            continue
    pytest.fail("the server does not answer")


@dataclass
class Visit:
    """A browser page on the app that lets no request leave the machine and records those that try."""

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

    def shoot(self, name: str) -> None:
        """Keep a picture among the artefacts."""
        ARTEFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTEFACTS / f"{name}.png")


@pytest.fixture
def width() -> int:
    return 1440


@pytest.fixture
def scheme() -> str:
    return "light"


@pytest.fixture
def visit(browser: Browser, server: str, width: int, scheme: str) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": width, "height": 1000},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="en-GB",
    )
    strangers: list[str] = []

    def gate(route: Route) -> None:
        url = route.request.url
        if urlsplit(url).hostname == "127.0.0.1":
            route.continue_()
        else:
            strangers.append(url)
            route.abort()

    context.route("**/*", gate)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    visit = Visit(page, server, strangers, [])
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    yield visit
    context.close()
    assert strangers == []
    assert visit.complaints == []


def card(page: Page) -> Locator:
    """The card of the chosen event."""
    return page.locator(".st-key-event_card")
