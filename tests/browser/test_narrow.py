"""Pages on narrow screens: what was chosen comes into view, tables show what matters, the menu goes away."""

import re

import pytest
from playwright.sync_api import Locator, expect

from dashboard.parts.choosing import APART
from tests.browser.conftest import Visit, card

DAYS = ".role-axis-label text:has(tspan)"
"""The labels of the axis of days, which alone have a second line."""


def _choose(table: Locator) -> None:
    table.scroll_into_view_if_needed()
    table.click(position={"x": 60, "y": 52})


def _shown(table: Locator) -> tuple[int, int]:
    """How wide what is to be seen of a table is, and how wide it is in all."""
    width, whole = table.locator(".dvn-scroller").evaluate("(box) => [box.clientWidth, box.scrollWidth]")
    return width, whole


def test_what_is_chosen_in_a_table_of_the_network_comes_into_view(visit: Visit) -> None:
    chosen = visit.page.locator(".st-key-network_card")
    for width, height in ((1440, 900), (800, 900), (390, 800)):
        visit.page.set_viewport_size({"width": width, "height": height})
        page = visit.open("/network", "Network")
        _choose(page.get_by_test_id("stDataFrame").last)
        expect(page).to_have_url(re.compile("relation="))
        expect(chosen.get_by_role("heading").first).to_be_in_viewport(ratio=1)
        _choose(chosen.get_by_test_id("stDataFrame"))
        expect(page).to_have_url(re.compile("event="))
        expect(card(page).get_by_role("heading").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
def test_the_card_of_a_mark_comes_into_view_and_another_page_begins_at_its_top(
    visit: Visit, width: int, height: int
) -> None:
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open("/timeline", "Timeline")
    mark = page.locator("[aria-roledescription=point]").nth(4)
    mark.scroll_into_view_if_needed()
    mark.click(force=True)
    expect(page).to_have_url(re.compile("event="))
    expect(card(page).get_by_role("heading").first).to_be_in_viewport(ratio=1)
    if width < 800:
        page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Network", exact=True).click()
    visit.settle("Network")
    expect(card(page)).to_be_attached()
    expect(page.get_by_role("heading", name="Network", level=1)).to_be_in_viewport(ratio=1)


def test_choosing_with_keys_leaves_the_table_in_view(visit: Visit) -> None:
    page = visit.open("/actors", "Actors")
    table = page.get_by_test_id("stDataFrame").last
    _choose(table)
    expect(page).to_have_url(re.compile("actor="))
    expect(page.locator(".st-key-actor_card").get_by_role("heading").first).to_be_in_viewport()
    visit.settle("Actors")
    first = page.url
    table.locator("canvas").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page).not_to_have_url(first)
    visit.settle("Actors")
    expect(table).to_be_in_viewport()


@pytest.mark.parametrize("width", [800])
def test_no_column_of_the_actors_but_the_last_is_cut_on_a_tablet(visit: Visit) -> None:
    for lang in ("en", "de"):
        page = visit.open(f"/actors?lang={lang}", {"en": "Actors", "de": "Akteure"}[lang])
        table = page.get_by_test_id("stDataFrame").last
        shown, whole = _shown(table)
        assert shown >= whole - APART
    page.set_viewport_size({"width": 1280, "height": 900})
    visit.settle("Akteure")
    shown, whole = _shown(table)
    assert shown == whole


@pytest.mark.parametrize("width", [390])
def test_the_menu_closes_once_a_page_is_chosen_in_it(visit: Visit) -> None:
    page = visit.open("/", "Overview")
    menu = page.get_by_test_id("stSidebar")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu).to_have_attribute("data-collapsed", "false")
    menu.get_by_role("link", name="Sources and method").click()
    visit.settle("Sources and method")
    expect(menu).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_role("heading", name="Sources and method", level=1)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [390])
@pytest.mark.parametrize(("path", "title"), [("/timeline", "Zeitstrahl"), ("/reader", "Leseansicht")])
def test_all_that_a_control_offers_is_in_view_on_a_phone(visit: Visit, path: str, title: str) -> None:
    page = visit.open(f"{path}?lang=de", title)
    groups = page.locator("[data-testid=stMain] .stButtonGroup > div")
    assert groups.count() > 0
    assert groups.evaluate_all("(all) => all.every((one) => one.scrollWidth <= one.clientWidth)")


@pytest.mark.parametrize("width", [390, 1440])
def test_each_month_below_the_marks_has_its_year(visit: Visit) -> None:
    page = visit.open("/timeline?first=2022-03-01&last=2023-05-31", "Timeline")
    labels = page.get_by_test_id("stVegaLiteChart").locator(DAYS)
    expect(labels.first).to_be_attached()
    shown = labels.evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().width).map((one) => one.textContent)"
    )
    assert len(shown) > 1
    assert [label for label in shown if not re.search(r"\d{4}$", label)] == []
