"""Pages on narrow screens: what was chosen comes into view, tables show what matters, the menu goes away."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.asking.corpus import Corpus
from dashboard.parts.choosing import APART, LINES, MORE_LINES
from tests.browser.conftest import Visit, card, showing
from tests.synthetic import opened, tables

DAYS = ".role-axis-label text:has(tspan)"
"""The labels of the axis of days, which alone have a second line."""

HEADING = 36
"""So high is the row of headings of a table."""

TITLES = (
    "Recep Tayyip Erdoğan hatte die Behandlung der Uiguren als eine Art Völkermord bezeichnet",
    "Gemeinsame Mission von NATO, UNO und OSZE zur Überwachung der Waffenruhe im Gazastreifen",
    "Untersuchungsausschussvorsitzender widerspricht Verteidigungsministerium wegen Lieferungen",
    "Besuch",
)
"""Titles as long as they get, and a short one."""

WRITTEN = """(place) => {
  const written = []
  const write = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    if (this.canvas.closest(`${place} [data-testid=stDataFrame]`)) written.push([text, x, y])
    return write.apply(this, arguments)
  }
  globalThis.written = written
}"""
"""Has the page keep what is written into its tables, and where."""


def _cells(page: Page, height: int) -> dict[tuple[int, int], str]:
    """What a table has written, by the row and where in it the words begin."""
    cells: dict[tuple[int, int], dict[float, str]] = {}
    for text, x, y in page.evaluate("written"):
        row, within = divmod(y - HEADING, height)
        if row >= 0:
            assert 6 <= within <= height - 6, f"cut: {text}"
            cells.setdefault((int(row), int(x)), {})[within] = text
    return {at: " ".join(lines[line].strip() for line in sorted(lines)) for at, lines in cells.items()}


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


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over events with long titles."""
    made = tables()
    made.events["title_en"] = [TITLES[n % len(TITLES)] for n in range(len(made.events))]
    with showing(made, tmp_path_factory) as address:
        yield address


@pytest.mark.parametrize("width", [390, 800, 1280, 1440])
@pytest.mark.parametrize(
    ("path", "title", "place", "height"),
    [
        ("/timeline", "Timeline", "[role=tabpanel]", LINES),
        ("/network?actor=actor-0", "Network", ".st-key-network_card", MORE_LINES),
    ],
)
def test_a_cell_ends_with_a_whole_line_and_says_so_where_there_is_more(
    visit: Visit, titled: str, width: int, path: str, title: str, place: str, height: int
) -> None:
    visit.server = titled
    page = visit.open(path, title)
    page.evaluate(WRITTEN, place)
    page.set_viewport_size({"width": width + 10, "height": 1000})  # so all is drawn once more
    page.locator(f"{place} [data-testid=stDataFrame]").first.scroll_into_view_if_needed()
    page.wait_for_function("written.length > 40")
    whole = {"".join(title.split()) for title in TITLES}  # a word that is longer than a line is divided
    told = {"".join(text.split()) for text in _cells(page, height).values()}
    titles = {text for text in told if text.startswith(tuple(title[:6] for title in TITLES))}
    assert "Besuch" in titles
    assert [text for text in titles - whole if not text.endswith("…") or len(text) < 50] == []


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
def test_what_a_search_in_the_menu_leaves_is_a_tap_away_on_a_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open("/timeline", "Timeline")
    menu = page.get_by_test_id("stSidebar")
    page.get_by_test_id("stExpandSidebarButton").click()
    search = menu.get_by_role("textbox", name="Search")
    search.fill("Adler")
    search.press("Enter")
    shown = menu.get_by_role("button", name=re.compile(r"Show (?!60)\d+ events"))
    expect(shown).to_be_in_viewport(ratio=1)
    count = re.findall(r"\d+", shown.inner_text())
    shown.click()
    expect(menu).to_have_attribute("data-collapsed", "true")
    visit.settle("Timeline")
    expect(page).to_have_url(re.compile("search=Adler"))
    listed = page.get_by_role("tab").all_inner_texts()
    assert sum(int(re.findall(r"\d+", one)[0]) for one in listed) == int(count[0])


def test_beside_the_page_the_menu_needs_no_such_button(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="Reset")).to_be_visible()
    expect(page.locator(".st-key-show_found")).to_be_hidden()


@pytest.mark.parametrize("chosen", [False, True])
def test_a_text_and_what_its_colours_mean_stand_in_the_first_view_of_a_phone(visit: Visit, chosen: bool) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    corpus = Corpus(opened(tables()))
    page = visit.open(f"/reader?event={corpus.discrepancies['event_id'].iloc[0]}" if chosen else "/reader", "Reader")
    pane = page.locator(".pane").first
    key = page.locator(".book .key")
    expect(key).to_be_in_viewport(ratio=1)
    top = pane.evaluate("(one) => one.getBoundingClientRect().top")
    assert key.evaluate("(one) => one.getBoundingClientRect().bottom") <= top
    assert top < (620 if chosen else 520)
    marks = page.get_by_test_id("stMain").get_by_text("Differences", exact=True)
    expect(marks).to_be_hidden()
    page.get_by_text("Choose texts and marks").click()
    expect(marks).to_be_visible()
    expect(page.get_by_role("combobox", name="Left")).to_be_visible()


@pytest.mark.parametrize("width", [390])
@pytest.mark.parametrize(("path", "title"), [("/timeline", "Zeitstrahl"), ("/reader", "Leseansicht")])
def test_all_that_a_control_offers_is_in_view_on_a_phone(visit: Visit, path: str, title: str) -> None:
    page = visit.open(f"{path}?lang=de", title)
    groups = page.locator("[data-testid=stMain] .stButtonGroup > div")
    assert groups.count() > 0
    assert groups.evaluate_all("(all) => all.every((one) => one.scrollWidth <= one.clientWidth)")


def test_however_much_is_filtered_by_all_filters_are_in_view(visit: Visit) -> None:
    corpus = Corpus(opened(tables()))
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    types = "&".join(f"types={kind}" for kind in sorted(corpus.types)[:4])
    chosen = f"actor={corpus.ranked[0]}&event={corpus.events.index[0]}"
    page = visit.open(f"/timeline?lang=de&{types}&statuses=occurred&confidence=20&search=Adler&{chosen}", "Zeitstrahl")
    menu = page.get_by_test_id("stSidebar")
    expect(menu.get_by_text("3 weitere")).to_be_in_viewport(ratio=1)
    expect(menu.get_by_role("button", name="Zurücksetzen")).to_be_in_viewport(ratio=1)
    expect(menu.get_by_role("textbox", name="Suche")).to_be_in_viewport(ratio=1)
    for field in menu.get_by_test_id("stDateInput").all():
        expect(field).to_be_in_viewport(ratio=1)
    expect(menu.get_by_text("Weitere Filter")).to_be_in_viewport(ratio=1)


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
