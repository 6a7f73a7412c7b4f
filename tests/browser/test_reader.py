"""The reader in a browser: keys, what is in view, and what a printer gets."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from dashboard.asking.corpus import Corpus
from dashboard.asking.reader import shared
from tests.browser.conftest import Visit
from tests.synthetic import opened, tables


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


def _chosen(page: Page) -> re.Pattern[str]:
    """The address with the event that is chosen now."""
    event = re.search(r"event=(e\d+)", page.url)
    assert event
    return re.compile(f"event={event[1]}")


def _bare(words: str) -> str:
    """Words without blanks and hyphens, which stand elsewhere where lines are cut."""
    return re.sub(r"[\s\ufffe-]", "", words)


def test_arrow_keys_lead_from_passage_to_passage_but_not_while_they_are_for_something_else(
    visit: Visit,
) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    page.locator(".pane").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".pane .claim[data-on]").first).to_be_in_viewport()
    first = _chosen(page)
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(first)
    visit.settle("Reader")
    second = _chosen(page)
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(first)
    visit.settle("Reader")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(first)
    visit.settle("Reader")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(second)
    visit.settle("Reader")

    search = page.get_by_role("textbox", name="Search")
    search.fill("ab")
    search.press("ArrowLeft")
    search.press("ArrowLeft")
    expect(search).to_have_value("ab")
    slider = page.get_by_test_id("stSidebar").get_by_role("slider").first
    slider.focus()
    slider.press("ArrowRight")
    visit.settle("Reader")
    expect(page).to_have_url(second)

    page.get_by_role("button", name="Collect").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    visit.settle("Reader")
    expect(page).to_have_url(second)


@pytest.mark.parametrize("pause", [0, 100, 250])
def test_as_many_steps_are_made_as_an_arrow_key_is_pressed_however_quickly(
    visit: Visit, corpus: Corpus, pause: int
) -> None:
    both = shared(corpus, "text-000", "text-001")
    page = visit.open(f"/reader?left=text-000&right=text-001&event={both[0]}", "Reader")
    expect(page.locator(".pane .claim[data-on]").first).to_be_in_viewport()
    page.locator(".pane").first.focus()
    for key, end in (("ArrowRight", both[5]), ("ArrowLeft", both[0])):
        for _press in range(5):
            page.keyboard.press(key)
            page.wait_for_timeout(pause)
        expect(page).to_have_url(re.compile(f"event={end}"))
        visit.settle("Reader")
        expect(page).to_have_url(re.compile(f"event={end}"))
        expect(page.get_by_test_id("stMain").get_by_text(f"{both.index(end) + 1} / {len(both)}")).to_be_visible()


def test_what_differs_is_in_view_beside_the_passages_without_scrolling(visit: Visit, corpus: Corpus) -> None:
    row = corpus.discrepancies.iloc[0]
    for width, height in ((1440, 900), (1280, 720)):
        visit.page.set_viewport_size({"width": width, "height": height})
        page = visit.open(f"/reader?event={row['event_id']}", "Reader")
        expect(page.get_by_role("alert").filter(has_text="occurred")).to_be_in_viewport(ratio=1)
        for pane in page.locator(".pane").all():
            expect(pane.locator(".claim[data-on]").first).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".pane .differ").first).to_have_css("border-top-style", "solid")
    page.get_by_test_id("stMain").get_by_text("Differences", exact=True).click()
    expect(page.locator(".pane .differ").first).to_have_css("border-top-style", "none")


def test_print_has_both_texts_whole_with_their_sources_and_nothing_else(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.locator(".pane .claim").last).to_be_attached()
    styles = "[...document.querySelectorAll('style')].map((one) => one.textContent)"
    page.wait_for_function(f"{styles}.some((one) => one.includes('reader_below'))")
    printed = pypdfium2.PdfDocument(page.pdf())
    words = _bare(" ".join(sheet.get_textpage().get_text_range() for sheet in printed))
    for doc in ("text-000", "text-001"):
        quotes = [_bare(quote) for quote in corpus.claims.inside(doc)["quote"]]
        assert quotes[-1] in words
        over_two_sheets = [quote for quote in quotes if quote not in words]
        assert len(over_two_sheets) < len(printed)
        assert _bare(f"File: {corpus.documents['file'][doc]}") in words
    for around in ("Timewindow", "Previous", "Pairswithmost"):
        assert around not in words
