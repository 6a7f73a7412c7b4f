"""Time played over the network and the timeline, as a visitor plays it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between
from tests.browser.conftest import Visit
from tests.synthetic import opened, tables

PAGES = {"/network": "Network", "/timeline": "Timeline"}
WINDOW = re.compile(r"first=\d{4}-\d\d-\d\d&last=\d{4}-\d\d-\d\d")
ALL_OF_THE_TIME = "Numbers, cards and tables show all of the time until you pause."
WHOLE_PLAY = 180_000
"""Milliseconds that a play may take on a busy machine: twenty steps of more than half a second each."""
on_both_pages = pytest.mark.parametrize("path", PAGES)


def button(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stMain").get_by_role("button", name=name, exact=True)


def begin(visit: Visit, path: str, query: str = "") -> Page:
    """Open a page and play over it."""
    page = visit.open(path + query, PAGES[path])
    button(page, "Play over time").click()
    expect(button(page, "Pause")).to_be_visible()
    return page


def scrubber(page: Page) -> Locator:
    """The slider of the steps."""
    return page.locator(".st-key-playing_scrubber").get_by_role("slider")


def at(page: Page) -> int:
    return int(scrubber(page).input_value())


def stands(visit: Visit, path: str) -> int:
    """The step where the play stands, once the whole page has its window."""
    expect(button(visit.page, "Go on")).to_be_visible()
    expect(visit.page).to_have_url(WINDOW)
    visit.settle(PAGES[path])
    return at(visit.page)


@on_both_pages
def test_the_page_says_what_is_played_and_follows_where_it_stands(visit: Visit, path: str) -> None:
    corpus = Corpus(opened(tables()))
    all_of = f"{len(corpus.events)} of {len(corpus.events)} events"
    page = begin(visit, path)
    expect(page.get_by_text(ALL_OF_THE_TIME)).to_be_visible()
    expect(page.get_by_text(all_of)).to_be_visible()
    button(page, "Pause").click()
    stands(visit, path)
    window = (scrubber(page).get_attribute("aria-valuetext") or "").strip()
    expect(page.get_by_text(f"The whole page shows {window}. “Stop” brings back all of the time.")).to_be_visible()
    expect(page.get_by_text(all_of)).to_have_count(0)
    button(page, "Stop").click()
    expect(page).not_to_have_url(WINDOW)
    expect(page.get_by_text(all_of)).to_be_visible()
    expect(button(page, "Play over time")).to_be_visible()


def test_where_it_stands_picture_and_card_say_the_same_of_a_chosen_relation(visit: Visit) -> None:
    corpus = Corpus(opened(tables()))
    relations = between(corpus, corpus.events.index)
    relation, total = str(relations.index[0]), int(relations["events"].iloc[0])
    page = begin(visit, "/network", f"?relation={relation}")
    card = page.locator(".st-key-network_card")
    expect(card).to_contain_text(f"This relation rests on {total} events")
    button(page, "Pause").click()
    step = stands(visit, "/network")
    title = "(box, id) => box.network.body.data.edges.get(id)?.title.textContent ?? ''"
    while not (hover := page.locator(".net").last.evaluate(title, relation)):
        button(page, "One on").click()
        step += 1
        expect(scrubber(page)).to_have_value(str(step))
        visit.settle("Network")
    shown = int(re.findall(r": (\d+) ", hover)[0])
    assert shown < total
    expect(card).to_contain_text(re.compile(rf"This relation rests on {shown} events? "))
    expect(page).to_have_url(re.compile(f"relation={relation}"))
    button(page, "Stop").click()
    expect(card).to_contain_text(f"This relation rests on {total} events")


@on_both_pages
def test_at_its_end_a_play_has_the_window_of_before(visit: Visit, path: str) -> None:
    page = begin(visit, path)
    page.get_by_role("radio", name="2×").click()
    expect(button(page, "Play over time")).to_be_visible(timeout=WHOLE_PLAY)
    expect(page).not_to_have_url(WINDOW)


@on_both_pages
def test_arrow_keys_go_through_the_steps_and_the_space_bar_goes_on(visit: Visit, path: str) -> None:
    page = begin(visit, path)
    button(page, "Pause").click()
    step = stands(visit, path)
    page.get_by_role("heading", name=PAGES[path], level=1).click()
    for key, by in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1)):
        page.keyboard.press(key)
        expect(scrubber(page)).to_have_value(str(step + by))
        assert stands(visit, path) == step + by
    page.keyboard.press("Space")
    expect(button(page, "Pause")).to_be_visible()
    expect(page.get_by_text(ALL_OF_THE_TIME)).to_be_visible()
    page.keyboard.press("Space")
    stands(visit, path)
    page.keyboard.press("Space")
    expect(button(page, "Pause")).to_be_visible()
    page.keyboard.press("ArrowRight")
    stands(visit, path)


def test_arrow_keys_step_in_the_picture_too_but_not_in_fields(visit: Visit) -> None:
    page = begin(visit, "/network")
    button(page, "Pause").click()
    step = stands(visit, "/network")
    box = page.locator(".net").last
    section = "(box) => [box.network.getViewPosition(), box.network.getScale()]"
    before = box.evaluate(section)
    box.locator(".vis-network").focus()
    page.keyboard.press("ArrowRight")
    expect(scrubber(page)).to_have_value(str(step + 1))
    visit.settle("Network")
    assert box.evaluate(section) == before
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("heading", name="Network", level=1).click()
    page.keyboard.press("ArrowRight")
    expect(scrubber(page)).to_have_value(str(step + 2))
    assert stands(visit, "/network") == step + 2


@on_both_pages
def test_the_scrubber_is_dragged_to_a_step_and_keyed_on(visit: Visit, path: str) -> None:
    page = begin(visit, path)
    thumb = scrubber(page)
    handle = page.locator(".st-key-playing_scrubber").get_by_test_id("stSliderThumbValue").locator("..")
    there = handle.bounding_box()
    track = page.locator(".st-key-playing_scrubber").bounding_box()
    assert there
    assert track
    handle.hover()
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] * 0.6, there["y"] + there["height"] / 2, steps=4)
    page.mouse.up()
    step = stands(visit, path)
    assert step / int(thumb.get_attribute("max") or "") == pytest.approx(0.6, abs=0.1)
    thumb.press("ArrowRight")
    expect(thumb).to_have_value(str(step + 1))
    assert stands(visit, path) == step + 1


def test_a_play_goes_on_when_another_speed_is_chosen(visit: Visit) -> None:
    page = begin(visit, "/timeline")
    for speed in ("0.5×", "2×"):
        page.get_by_role("radio", name=speed).click()
        visit.settle("Timeline")
        expect(page.get_by_role("radio", name=speed)).to_be_checked()
        before = at(page)
        expect(scrubber(page)).not_to_have_value(str(before))
        expect(button(page, "Pause")).to_be_visible()


@on_both_pages
def test_a_click_in_the_picture_halts_the_play(visit: Visit, path: str) -> None:
    page = begin(visit, path)
    if path == "/network":
        page.locator(".net").last.click(position={"x": 8, "y": 8})
    else:
        page.locator('[data-testid="stVegaLiteChart"] [aria-roledescription="point"]').first.click()
        expect(page).to_have_url(re.compile("event="))
    stands(visit, path)
