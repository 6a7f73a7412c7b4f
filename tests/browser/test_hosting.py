"""The app behind a proxy, under a base path, as the dashboard's README says to host it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

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
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{
        listen 127.0.0.1:{port};
        {locations}
    }}
}}
"""


def locations(app: str, base_path: str) -> str:
    """The README's lines for nginx, for an app at another address and base path than those written there."""
    block = README.read_text().split("```nginx\n")[1].split("```")[0]
    assert "http://127.0.0.1:8501" in block
    return block.replace("http://127.0.0.1:8501", app.removesuffix(base_path)).replace("/lagebild", base_path)


@contextmanager
def proxying(app: str, folder: Path, base_path: str = "") -> Iterator[str]:
    """Run nginx before an app, as the README says, on a free port of this machine; gives the app's address there."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        message = "no nginx found; install the package `nginx-light`"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    port = free_port()
    text = CONFIGURATION.format(folder=folder, port=port, locations=locations(app, base_path))
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
