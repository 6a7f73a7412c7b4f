"""What the machine got wrong, put right from the browser with few clicks; it holds after the next build."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from core import store
from core.build import build
from core.corrections import kept
from core.openset import OpenSet
from dashboard.asking.corpus import Corpus
from tests.browser.conftest import SCHEMES, Visit, bars, card, serving
from tests.dashboard.correcting.conftest import TEXTS, told

pytestmark = pytest.mark.browser

BUILDING = 120_000
"""Milliseconds that a build may take: what reads German is loaded then."""

MOST = 4
"""An editor corrects an error with so many clicks."""


class Hosted(NamedTuple):
    address: str
    folder: Path
    out: Path

    def corpus(self) -> Corpus:
        """The corpus as its tables have it now."""
        folder = store.located(self.out)
        assert folder is not None
        return Corpus(OpenSet(folder))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("correcting")
    (folder / "corpus").mkdir()
    for name, text in TEXTS.items():
        (folder / "corpus" / f"{name}.txt").write_text(text)
    build(folder / "corpus", folder / "tables")
    return folder


@pytest.fixture(scope="module")
def hosted(tables: Path) -> Iterator[Hosted]:
    environment = {"LAGEBILD_CORPUS": str(tables / "corpus"), "LAGEBILD_TABLES": str(tables / "tables")}
    with serving(environment, tables / "log") as address:
        yield Hosted(address, tables / "corpus", tables / "tables")


class Hand:
    """Somebody at the mouse, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1
        self.settle()

    def settle(self) -> None:
        expect(self._page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def done(self) -> None:
        """The error is corrected: no dialog is open, and the page says so; the next one is counted anew."""
        expect(self._page.get_by_role("dialog")).to_have_count(0)
        expect(self._page.get_by_text("not in the tables yet").first).to_be_visible()
        self.settle()
        assert self.clicks <= MOST
        self.clicks = 0


def test_found_errors_are_corrected_hold_after_the_build_and_are_taken_back(visit: Visit, hosted: Hosted) -> None:
    visit.server = hosted.address
    corpus, page, hand = hosted.corpus(), visit.page, Hand(visit.page)
    paris, rome, meeting, claim, journey = (
        told(corpus, words) for words in ("Paris", "Rom", "Quandtmeier", "forderte", "Prag")
    )
    dialog = page.get_by_role("dialog")

    visit.open(f"/timeline?event={paris}", "Timeline")
    hand.click(card(page).get_by_role("button", name="Correct"))
    hand.click(dialog.get_by_role("combobox", name="Event type"))
    hand.click(page.get_by_role("option", name="Meeting"))
    hand.click(dialog.get_by_role("button", name="Save"))
    hand.done()
    expect(card(page).get_by_text("Meeting", exact=True).first).to_be_visible()

    visit.open(f"/timeline?event={rome}", "Timeline")
    hand.click(card(page).get_by_role("button", name="Correct"))
    hand.click(dialog.get_by_role("radio", name="planned"))
    hand.click(dialog.get_by_role("button", name="Save"))
    hand.done()

    visit.open(f"/timeline?event={journey}", "Timeline")
    hand.click(card(page).get_by_role("button", name="Correct"))
    hand.click(dialog.get_by_role("textbox", name="Date"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("11.5.2021")
    hand.click(dialog.get_by_role("button", name="Save"))
    hand.done()
    expect(card(page).get_by_text("11 May 2021").first).to_be_visible()

    visit.open(f"/timeline?event={meeting}", "Timeline")
    hand.click(card(page).get_by_role("button", name="Correct"))
    hand.click(dialog.get_by_role("combobox", name="Heiko Maas"))
    hand.click(page.get_by_role("option", name="towards"))
    hand.click(dialog.get_by_role("button", name="Save"))
    hand.done()

    visit.open(f"/timeline?event={claim}", "Timeline")
    hand.click(card(page).get_by_role("button", name="Correct"))
    hand.click(dialog.get_by_role("button", name="Not an event"))
    hand.done()
    expect(page.get_by_test_id("stSidebar").get_by_text(re.compile(r"^\d+ of \d+ events$"))).to_be_visible()

    visit.open("/actors?actor=heiko-maas", "Actors")
    hand.click(page.get_by_role("button", name="Correct"))
    hand.click(dialog.get_by_role("radio", name="Organisation"))
    hand.click(dialog.get_by_role("button", name="Save"))
    hand.done()

    visit.open("/actors", "Actors")
    hand.click(page.get_by_text("may be one"))
    hand.click(page.get_by_role("button", name="Both are this one").first)
    hand.done()

    expect(page.get_by_role("button", name="New tables")).to_be_visible(timeout=BUILDING)
    after = hosted.corpus()
    assert after.events.at[paris, "type"] == "meeting"
    assert after.events.at[rome, "status"] == "planned"
    assert str(after.events.at[journey, "date_start"])[:10] == "2021-05-11"
    parts = after.parts.of(meeting)
    assert parts.loc[parts["actor_id"] == "heiko-maas", "role"].tolist() == ["target"]
    assert claim not in after.events.index
    assert after.kind("heiko-maas") == "organisation"

    page.get_by_role("button", name="New tables").click()
    visit.settle("Actors")
    visit.open(f"/timeline?event={paris}", "Timeline")
    expect(card(page).get_by_text("Meeting", exact=True).first).to_be_visible()
    expect(card(page).get_by_text("the machine: Visit")).to_be_visible()
    card(page).get_by_role("button", name="Undo").click()
    expect(card(page).get_by_text("taken back")).to_be_visible()
    expect(card(page).get_by_text("Visit", exact=True).first).to_be_visible()


def test_an_editor_checks_with_the_keyboard_and_another_session_sees_it(visit: Visit, hosted: Hosted) -> None:
    visit.server = hosted.address
    page = visit.open("/to_check", "To check")
    before = len(kept.read(hosted.folder))
    page.keyboard.press("g")
    expect(page.get_by_text("not in the tables yet").first).to_be_visible()
    visit.settle("To check")
    page.keyboard.press("s")
    visit.settle("To check")
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Save")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert len(kept.read(hosted.folder)) == before + 1

    other = page.context.new_page()
    other.goto(f"{hosted.address}/to_check")
    expect(other.get_by_text("Right as it is").first).to_be_visible()
    other.close()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("path", "title"), [("/to_check", "To check"), ("/timeline", "Timeline")])
def test_nothing_bars_the_way_and_nothing_is_cut(
    visit: Visit, hosted: Hosted, width: int, path: str, title: str
) -> None:
    visit.server = hosted.address
    page = visit.open(f"{path}?event={told(hosted.corpus(), 'Paris')}", title)
    dialog = page.get_by_role("dialog")
    for scheme in SCHEMES:
        visit.wear(scheme, title)
        page.get_by_role("button", name="Correct").first.click()
        expect(dialog.get_by_role("button", name="Save")).to_be_visible()
        visit.settle(title)
        assert bars(page) == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        assert page.evaluate("document.querySelector('[role=dialog]').scrollWidth") <= width
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
