"""A briefing made in the browser from nothing: collected, put in order, presented, handed out and verified."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pandas as pd
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from core import briefings
from core.anchors import anchor
from core.briefings.collecting import Added, Change, Made
from core.briefings.noting import OnPassage
from core.build import build
from core.cli import main
from core.handouts import pdf
from dashboard.hosting import SETTING
from tests.browser.conftest import ROOT, Visit, bars, serving

HOSTILE = "<script>window.__pwned=1</script><img src=x onerror=window.__pwned=2> $x$ :red[x]"
DRAWN = 60_000
"""Milliseconds that the first picture may take: what draws it is loaded then."""


class Hosted(NamedTuple):
    address: str
    corpus: Path
    tables: Path


@pytest.fixture
def seeds(tmp_path: Path) -> Iterator[Hosted]:
    """The app over a copy of the seeds that may be written to."""
    corpus, tables = tmp_path / "corpus", tmp_path / "tables"
    copytree(ROOT / "seeds", corpus)
    build(corpus, tables)
    environment = {"LAGEBILD_CORPUS": str(corpus), "LAGEBILD_TABLES": str(tables), SETTING: "on"}
    with serving(environment, tmp_path / "log") as address:
        yield Hosted(address, corpus, tables)


def collect(visit: Visit, label: str, note: str = "", name: str | None = None) -> None:
    """Press a button that collects, and keep what its dialog offers."""
    page = visit.page
    page.get_by_test_id("stMain").get_by_role("button", name=label, exact=True).click()
    dialog = page.get_by_role("dialog")
    if name:
        box = dialog.get_by_role("combobox")
        box.fill(name)
        box.press("Enter")
    if note:
        dialog.get_by_role("textbox", name="Note").fill(note)
        dialog.get_by_role("textbox", name="Note").press("Tab")
    dialog.get_by_role("button", name="Keep").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_test_id("stToast").filter(has_text="Kept in").last).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def several(tables: Path) -> list[str]:
    """The events of the seeds that most texts tell of."""
    events = pd.read_parquet(tables / "events.parquet")
    return list(events.sort_values(["n_documents", "n_claims", "event_id"], ascending=False)["event_id"])


def counter(page: Page, at: int) -> None:
    expect(page.get_by_text(f"{at} / 8", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def verified(handout: Path, tables: Path) -> tuple[int, list[str]]:
    done = CliRunner().invoke(main, ["verify", str(handout), str(tables)])
    return done.exit_code, done.stdout.splitlines()


def test_a_briefing_of_eight_stops_is_made_presented_handed_out_and_verified(
    visit: Visit, seeds: Hosted, tmp_path: Path
) -> None:
    visit.server = seeds.address
    page = visit.page
    events = several(seeds.tables)
    title = f"Japan {HOSTILE}"

    visit.open("/briefing", "Briefing")
    expect(page.get_by_text("A collection is a path of stops")).to_be_visible()
    visit.open(f"/timeline?event={events[0]}", "Timeline")
    collect(visit, "Collect", note=HOSTILE, name=title)
    for event in events[1:4]:
        visit.open(f"/timeline?event={event}", "Timeline")
        collect(visit, "Collect", name=title)
    visit.open(f"/reader?event={events[0]}", "Reader")
    collect(visit, "Collect the passages side by side", name=title)
    visit.open("/timeline?types=visit&types=meeting", "Timeline")
    collect(visit, "Collect the timeline", name=title)
    visit.open("/network?actor=nato&steps=1", "Network")
    collect(visit, "Collect the network", name=title)
    [collection] = briefings.collections(seeds.corpus)
    assert (collection.title, len(collection.stops)) == (title, 7)

    visit.open("/briefing", "Briefing")
    page.get_by_role("button", name="Add words of your own").click()
    counter(page, 8)
    page.get_by_role("textbox", name="Title", exact=True).last.fill("Worum es geht")
    page.get_by_role("textbox", name="Your text").fill(f"Erstens.\n{HOSTILE}")
    page.get_by_role("heading", name="Briefing", level=1).click()  # whatever comes next, the words are kept
    expect(page.get_by_role("heading", name="Worum es geht")).to_be_visible()
    page.get_by_role("heading", name="Briefing", level=1).click()  # keys are the page's own again
    for at in range(7, 0, -1):
        page.keyboard.press("Alt+ArrowUp")
        counter(page, at)
    [collection] = briefings.collections(seeds.corpus)
    assert collection.stops[0].title == "Worum es geht"

    page.get_by_role("button", name="Present", exact=False).first.click()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    for at in range(1, 9):
        counter(page, at)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if collection.stops[at - 1].what.__class__.__name__ in ("Timeline", "Network"):
            expect(page.locator("article img")).to_be_visible(timeout=DRAWN)
        page.keyboard.press("ArrowRight")
    counter(page, 8)
    page.keyboard.press("ArrowLeft")
    counter(page, 7)
    link = page.url
    assert f"present={collection.id}" in link
    assert "stop=7" in link
    page.keyboard.press("Escape")
    visit.settle("Briefing")
    assert page.evaluate("window.__pwned") is None

    page.goto(link)  # as a colleague who was sent it
    counter(page, 7)
    expect(page.locator("article img")).to_be_visible(timeout=DRAWN)  # what hears the key is there
    page.keyboard.press("Home")
    counter(page, 1)
    expect(page.locator("article")).to_contain_text("<script>window.__pwned=1</script>")
    page.keyboard.press("PageDown")
    counter(page, 2)
    quotes = page.locator("article mark").count()
    assert quotes == 2
    page.keyboard.press("Escape")
    visit.settle("Briefing")

    handouts = {"Word": "docx", "HTML": "html", **({"PDF": "pdf"} if pdf.available() else {})}
    for form, ending in handouts.items():
        page.get_by_role("button", name="Hand out").click()
        with page.expect_download(timeout=DRAWN) as download:
            page.get_by_role("button", name=form, exact=True).click()
        download.value.save_as(tmp_path / f"briefing.{ending}")
        page.keyboard.press("Escape")
    for ending in handouts.values():
        code, lines = verified(tmp_path / f"briefing.{ending}", seeds.tables)
        assert code == 0
        assert len(lines) == 10
        assert all("stands" in line for line in lines)

    page.goto(f"file://{tmp_path / 'briefing.html'}")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("mark")).to_have_count(10)
    assert page.evaluate("window.__pwned") is None

    [first, *others] = briefings.collections(seeds.corpus)[0].stops[1].what.passages  # type: ignore[union-attr]
    source = seeds.corpus / f"{first.doc_id}.txt"
    text = source.read_text(encoding="utf-8")
    assert text.count(first.quote) == 1
    source.write_text(text.replace(first.quote, "Hier stand etwas anderes."), encoding="utf-8")
    build(seeds.corpus, seeds.tables)
    code, lines = verified(tmp_path / "briefing.html", seeds.tables)
    gone = [line for line in lines if "gone" in line]
    assert code == 1
    assert all(first.quote[:20] in line for line in gone)
    assert len(others) == 1


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The app over a small corpus with a collection."""
    folder = tmp_path_factory.mktemp("hosted")
    corpus, tables = folder / "corpus", folder / "tables"
    corpus.mkdir()
    (corpus / "wien.txt").write_text("Emmanuel Macron besuchte am 3. Mai 2021 Wien. Dort traf er Sebastian Kurz.")
    build(corpus, tables)
    event = several(tables)[0]
    shows: list[briefings.What] = [
        briefings.Event(briefings.Reference(event)),
        briefings.Network({}),
        briefings.Timeline({}, date(2021, 1, 1), date(2021, 12, 31)),
    ]
    made: list[Change] = [Made("c", "Wien"), *(Added("c", f"s{at}", one) for at, one in enumerate(shows))]
    briefings.keep(corpus, made, None)
    environment = {"LAGEBILD_CORPUS": str(corpus), "LAGEBILD_TABLES": str(tables), SETTING: "on"}
    with serving(environment, folder / "log") as address:
        yield Hosted(address, corpus, tables)


def test_words_that_are_marked_in_the_reader_are_noted_on(visit: Visit, hosted: Hosted) -> None:
    visit.server = hosted.address
    page = visit.open("/reader", "Reader")
    page.locator(".pane p").first.select_text()
    page.locator(".pane").first.dispatch_event("pointerup")
    page.get_by_role("button", name="Collect the marked words").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").click()
    page.get_by_role("option", name="none: only note it").click()
    dialog.get_by_role("textbox", name="Note").fill(f"Noch zu prüfen {HOSTILE}")
    dialog.get_by_role("textbox", name="Note").press("Tab")
    dialog.get_by_role("button", name="Keep").click()
    expect(dialog).to_have_count(0)
    [note] = briefings.notes(hosted.corpus)
    assert note.text == f"Noch zu prüfen {HOSTILE}"
    mark = page.locator(".pane .comment").first
    expect(mark).to_have_attribute("title", re.compile("Note: Noch zu prüfen <script>"))
    beside = page.locator("aside[data-layer=comment]")
    expect(beside).to_contain_text(f"Note: Noch zu prüfen {HOSTILE}")
    mark.focus()
    expect(beside).to_have_attribute("data-on", "")
    page.get_by_test_id("stMain").get_by_text("Notes", exact=True).first.click()
    expect(beside).to_be_hidden()
    assert page.evaluate("window.__pwned") is None
    text = (hosted.corpus / "wien.txt").read_text()
    assert note.about == OnPassage(anchor("wien", text, 0, len(text)))


@pytest.mark.parametrize(("width", "scheme"), [(1920, "light"), (390, "dark")])
def test_nothing_bars_the_way_and_nothing_is_cut(visit: Visit, hosted: Hosted, width: int) -> None:
    visit.server = hosted.address
    page = visit.page
    for path in ("/briefing?stop=1", "/briefing?stop=3", "/briefing?present=c", "/briefing?present=c&stop=2"):
        page.goto(f"{visit.server}{path}")
        expect(page.locator("article")).to_be_visible(timeout=DRAWN)
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        assert bars(page) == [], path
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
