"""What holds of every page: it fits, bars the way for nobody, is pictured, and nothing in a source runs on it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import dashboard
from tests.browser.conftest import PAGES, SCHEMES, Visit, bars


def test_every_page_is_opened_here() -> None:
    views = {path.stem for path in (Path(dashboard.__file__).parent / "views").glob("*.py")} - {"add", "__init__"}
    assert {path.strip("/") or "overview" for path in PAGES} == views, "PAGES in conftest.py has another set of pages"


@pytest.mark.parametrize("width", [390, 800, 1440])
@pytest.mark.parametrize(("path", "title"), PAGES.items())
def test_pages_fit_and_bar_the_way_for_nobody_in_light_and_dark(
    visit: Visit, path: str, title: str, width: int
) -> None:
    page = visit.open(f"{path}?event=e000002&actor=actor-1", title)
    main = page.get_by_test_id("stMain")
    for scheme in SCHEMES:
        visit.wear(scheme, title)
        assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0
        visit.shoot(f"{title.split()[0].lower()}-{width}-{scheme}")
        if width == 1440:
            assert bars(page) == []


def test_markup_in_a_source_is_text_and_nothing_in_it_runs(visit: Visit) -> None:
    page = visit.open("/?event=e000000&left=text-000", "Overview")
    for path, title in PAGES.items():
        page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
        visit.settle(title)
        expect(page).to_have_url(re.compile(rf"{path}\?.*event=e000000.*left=text-000"))
        assert page.evaluate("window.__pwned") is None


@pytest.mark.parametrize(("path", "title"), [("/actors", "Actors"), ("/network", "Network")])
def test_tab_comes_to_a_table_and_chooses_nothing_in_it_and_an_arrow_key_does(
    visit: Visit, path: str, title: str
) -> None:
    page = visit.open(path, title)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.locator("button").last.focus()
    page.keyboard.press("Tab")
    expect(table.get_by_test_id("data-grid-canvas")).to_be_focused()
    page.wait_for_timeout(1_000)
    visit.settle(title)
    expect(page).to_have_url(f"{visit.server}{path}")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?(actor|relation)="))
