"""The app behind a proxy, under a base path, as the dashboard's README says to host it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from core import store
from dashboard.asking.corpus import Corpus
from tests.browser.conftest import Visit, await_health, card, free_port, serving
from tests.synthetic import opened, tables

README = Path(__file__).parents[2] / "dashboard" / "README.md"
CONFIGURATION = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off;
    {outside}
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{
        listen 127.0.0.1:{port};
        {locations}
    }}
}}
"""


def blocks() -> list[str]:
    """The README's lines for nginx: of one process; of several, what stands outside of the server; what they add."""
    return [part.split("```")[0] for part in README.read_text().split("```nginx\n")[1:]]


def locations(app: str, base_path: str, added: str = "") -> str:
    """The README's lines for nginx, for an app at another address and base path than those written there."""
    block = blocks()[0]
    assert "http://127.0.0.1:8501" in block
    block = block.replace("http://127.0.0.1:8501;", f"{app.removesuffix(base_path)};\n    {added}")
    return block.replace("/lagebild", base_path)


@contextmanager
def proxying(app: str, folder: Path, base_path: str = "", *, outside: str = "", added: str = "") -> Iterator[str]:
    """Run nginx before an app, as the README says, on a free port of this machine; gives the app's address there."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        message = "no nginx found; install the package `nginx-light`"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    port = free_port()
    inside = locations(app, base_path, added)
    text = CONFIGURATION.format(folder=folder, port=port, outside=outside, locations=inside)
    (folder / "nginx.conf").write_text(text)
    process = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")])
    try:
        address = f"http://127.0.0.1:{port}{base_path}"
        await_health(address, process, folder / "error.log")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app behind nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    made = tmp_path_factory.mktemp("tables")
    store.place(tables(), made, {})
    with (
        serving({"LAGEBILD_TABLES": str(made)}, folder / "app.log", base_path="/lagebild") as app,
        proxying(app, folder, base_path="/lagebild") as address,
    ):
        yield address


def test_a_deep_link_opens_through_the_proxy_and_leads_on(visit: Visit, proxied: str) -> None:
    visit.server = proxied
    page = visit.open("/timeline?types=visit&event=e000000", "Timeline")
    expect(
        card(page).get_by_role("heading", name=str(Corpus(opened(tables())).events["title"]["e000000"]))
    ).to_be_visible()
    card(page).get_by_role("link", name="Open in reader").first.click()
    visit.settle("Reader")
    assert page.url.startswith(f"{proxied}/reader?")
    assert "event=e000000" in page.url


@pytest.mark.parametrize("path", ["metrics", "script-health-check"])
def test_the_proxy_keeps_to_itself_what_is_for_the_machine(proxied: str, path: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{proxied}/_stcore/{path}")  # noqa: S310 - our own server


def test_the_first_page_can_be_run_before_anybody_comes(server: str) -> None:
    with urlopen(f"{server}/_stcore/script-health-check") as answer:  # noqa: S310 - our own server
        assert answer.read() == b"ok"


def test_a_browser_that_a_proxy_speaks_for_is_not_offered_to_add_sources(
    visit: Visit, server: str, tmp_path: Path
) -> None:
    visit.server = server
    offer = visit.open("/", "Overview").get_by_role("link", name="Add sources")
    expect(offer.first).to_be_attached()
    with proxying(server, tmp_path) as visit.server:
        visit.open("/", "Overview")
        expect(offer).to_have_count(0)


def test_each_visitor_stays_with_one_of_several_processes(browser: Browser, tmp_path: Path) -> None:
    """The two show different tables here, so that it can be told which one answers."""
    _one, outside, added = blocks()
    kinds = {"60 of 60 events": tables(), "30 of 30 events": tables(30, 6, 3)}
    with ExitStack() as running:
        for name, (port, made) in enumerate(zip(("8501", "8502"), kinds.values(), strict=True)):
            store.place(made, tmp_path / f"tables_{name}", {})
            environment = {"LAGEBILD_TABLES": str(tmp_path / f"tables_{name}")}
            app = running.enter_context(serving(environment, tmp_path / f"{name}.log", base_path="/lagebild"))
            outside = outside.replace(f"127.0.0.1:{port}", urlsplit(app).netloc)
        upstream = "http://lagebild/lagebild"
        address = running.enter_context(
            proxying(upstream, tmp_path, base_path="/lagebild", outside=outside, added=added)
        )
        seen = set()
        for number in range(10):
            context = browser.new_context(locale="en-GB")
            if number:  # the first visitor is given a number by the proxy
                context.add_cookies([{"name": "lagebild", "value": str(number), "url": address}])
            page = context.new_page()
            visit = Visit(page, address, [], [])
            visit.open("/", "Overview")
            count = page.get_by_text(re.compile(r"^(60 of 60|30 of 30) events$"))
            here = count.inner_text()
            if here not in seen:
                page.get_by_role("link", name="Sources and method").click()
                visit.settle("Sources and method")
                expect(count).to_have_text(here)
                page.get_by_test_id("stPopoverButton").click()
                with page.expect_download() as download:
                    page.get_by_role("button", name="Everything (zip)").click()
                assert download.value.path().stat().st_size > 1000
                page.reload()
                visit.settle("Sources and method")
                expect(count).to_have_text(here)
            seen.add(here)
            context.close()
            if seen == set(kinds):
                break
        assert seen == set(kinds)
