"""Sources added from the browser: dropped, corrected, built, and seen on the timeline."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from core.build import build
from dashboard.hosting import SETTING
from tests.browser.conftest import SCHEMES, Visit, bars, serving

FILES = [
    {
        "name": "paris.txt",
        "mimeType": "text/plain",
        "buffer": b"Angela Merkel besuchte am 5. Mai 2021 Paris. Dort traf sie Emmanuel Macron.",
    },
    {
        "name": "<img src=x onerror=window.__pwned=1>.md",
        "mimeType": "text/markdown",
        "buffer": b"---\ntitle: <script>window.__pwned = 2</script>\n---\nSebastian Kurz besuchte am 7. Mai 2021 Prag.",
    },
]

READING = 120_000
"""Milliseconds that the first look at a text, or a build, may take: what reads German is loaded then."""


class Hosted(NamedTuple):
    address: str
    corpus: Path


@contextmanager
def hosting(folder: Path, **settings: str) -> Iterator[Hosted]:
    """The app over a corpus of its own."""
    corpus, tables = folder / "corpus", folder / "tables"
    corpus.mkdir()
    (corpus / "wien.txt").write_text("Emmanuel Macron besuchte am 3. Mai 2021 Wien.")
    build(corpus, tables)
    environment = {"LAGEBILD_CORPUS": str(corpus), "LAGEBILD_TABLES": str(tables), **settings}
    with serving(environment, folder / "log") as address:
        yield Hosted(address, corpus)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The app for tests that add nothing."""
    with hosting(tmp_path_factory.mktemp("hosted")) as app:
        yield app


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Hosted]:
    """The app for a test that adds something."""
    with hosting(tmp_path) as app:
        yield app


def fill(page: Page, label: str, value: str) -> None:
    """Write into the field of a card's form and go on, as somebody at the keyboard does."""
    box = page.get_by_role("textbox", name=label).first
    box.fill(value)
    box.press("Tab")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def test_files_are_dropped_corrected_built_and_seen(visit: Visit, fresh: Hosted) -> None:
    visit.server = fresh.address
    page = visit.open("/", "Overview")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Add sources").click()
    visit.settle("Add sources")
    page.locator("input[type=file]").set_input_files(FILES)  # type: ignore[arg-type]
    expect(page.get_by_text("<script>window.__pwned = 2</script>")).to_be_visible(timeout=READING)
    assert sorted(path.name for path in fresh.corpus.glob("[!.]*")) == ["wien.txt"]

    page.get_by_text("Correct what is known of it").first.click()
    fill(page, "Day of publication", "gestern")
    expect(page.get_by_text("is no date")).to_be_visible()
    expect(page.get_by_role("button", name="Add 2 files and build")).to_be_disabled()
    fill(page, "Day of publication", "6.5.2021")
    fill(page, "Title", "Besuch in Paris")
    page.get_by_role("button", name="Add 2 files and build").click()
    expect(page.get_by_text("The tables are up to date.")).to_be_visible(timeout=READING)
    expect(page.get_by_text(re.compile("^2 texts with 3 events"))).to_be_visible()
    assert (fresh.corpus / "paris.txt").read_bytes() == FILES[0]["buffer"]
    assert 'title = "Besuch in Paris"\npublished = "2021-05-06"' in (fresh.corpus / "sources.toml").read_text()

    page.get_by_test_id("stMain").get_by_role("link", name="Timeline of these alone").click()
    visit.settle("Timeline")
    expect(page.locator('[aria-roledescription="point"][aria-label*="Prag"]').last).to_be_attached()
    expect(page.locator('[aria-roledescription="point"][aria-label*="Wien"]')).to_have_count(0)
    assert page.evaluate("window.__pwned") is None


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_bars_the_way_and_nothing_is_cut(visit: Visit, hosted: Hosted, width: int) -> None:
    visit.server = hosted.address
    page = visit.open("/add", "Add sources")
    page.locator("input[type=file]").set_input_files(FILES)  # type: ignore[arg-type]
    form = page.get_by_text("Correct what is known of it").first
    expect(form).to_be_visible(timeout=READING)
    form.click()
    for scheme in SCHEMES:
        visit.wear(scheme, "Add sources")  # and waits: what a run has not come to yet is faded
        expect(page.get_by_role("textbox", name="Author").first).to_be_visible()
        assert bars(page) == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_where_the_host_does_not_allow_it_nothing_is_offered(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    with hosting(tmp_path, **{SETTING: "off"}) as hosted:
        page.goto(f"{hosted.address}/add")
        expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
        expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Timeline")).to_be_visible()
        expect(page.get_by_role("link", name="Add sources")).to_have_count(0)
        expect(page.locator("input[type=file]")).to_have_count(0)
