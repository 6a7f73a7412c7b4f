"""The timeline as a visitor uses it: its names, its lanes, the stretch that it shows, and the play over it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.asking.corpus import Corpus
from tests.browser.conftest import SCHEMES, Visit, card, showing
from tests.synthetic import opened, tables

NAMES = "g.mark-text.role-mark text"
HEARD = "(one) => !one.closest('[aria-hidden=true]')"
POINTS = '[aria-roledescription="point"]'
WINDOW = re.compile(r"first=(\d{4}-\d\d-\d\d)&last=(\d{4}-\d\d-\d\d)")
DRAWN = """(svg) => {
  const box = (one) => one.getBoundingClientRect()
  const inked = (style) => style.fill.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const texts = [...svg.querySelectorAll("g.mark-text.role-mark text")].filter((one) => one.textContent)
  const names = texts.map(box)
  const marks = [...svg.querySelectorAll("g.mark-symbol.role-mark path, g.mark-rect.role-mark path")].map(box)
  const points = [...svg.querySelectorAll("[aria-roledescription=point]")]
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5
  const covered = (some, others) => some.filter((one) => others.some((other) => one !== other && meet(one, other)))
  const signs = points.map(box)
  const frame = box(svg)
  return {
    points: points.length,
    names: texts.map((one) => one.textContent),
    covered: covered(names, [...names, ...marks]).length,
    outside: names.filter((one) => one.left < frame.left || one.right > frame.right).length,
    sameDay: covered(signs, signs).length,
    places: points.map((one) => one.getAttribute("transform")),
    ink: texts.length ? inked(getComputedStyle(texts[0])) : null,
  }
}"""
"""What is drawn, measured from the boxes on the screen."""
FITS = """() => {
  const [svg] = document.querySelectorAll('[data-testid="stVegaLiteChart"] svg.marks')
  return svg && Math.abs(svg.clientWidth - svg.closest('[data-testid="stVegaLiteChart"]').clientWidth) < 2
}"""
"""Whether the chart has the width that there is for it."""


class Window(NamedTuple):
    """The ends of the stretch that the address names."""

    first: str
    last: str


def chart(page: Page) -> Locator:
    """The timeline's chart, below the bars, which are a canvas."""
    return page.locator('[data-testid="stVegaLiteChart"] svg.marks').first


def drawn(page: Page) -> dict[str, Any]:
    """What the chart shows; see `DRAWN`."""
    expect(chart(page).locator(POINTS).first).to_be_visible()
    shown: dict[str, Any] = chart(page).evaluate(DRAWN)
    return shown


def window(page: Page) -> Window:
    """The stretch that the address names, once it names one."""
    expect(page).to_have_url(WINDOW)
    found = WINDOW.search(page.url)
    assert found
    return Window(*found.groups())


def press(visit: Visit, name: str) -> None:
    """Press one of the timeline's buttons, and wait for what it changes."""
    before = visit.page.url
    visit.page.get_by_test_id("stMain").get_by_role("button", name=name, exact=True).click()
    expect(visit.page).not_to_have_url(before)
    visit.settle("Timeline")


def drag(page: Page, over: Locator, begin: float, end: float, height: float) -> None:
    """Drag over something, between two parts of its width, so many pixels below its top."""
    over.scroll_into_view_if_needed()
    box = over.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * begin, box["y"] + height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, box["y"] + height, steps=6)
    page.mouse.up()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over five hundred events."""
    with showing(tables(500, 40, 60), tmp_path_factory) as address:
        yield address


def test_on_the_seeds_names_stand_beside_marks_cover_nothing_and_can_be_read(visit: Visit, seeds: str) -> None:
    visit.server = seeds
    page = visit.open("/timeline", "Timeline")

    def stands_free() -> None:
        shown = drawn(page)
        assert (shown["covered"], shown["outside"], shown["sameDay"]) == (0, 0, 0)
        assert len(shown["names"]) > shown["points"] / 2

    for width in (1440, 800, 390):
        page.set_viewport_size({"width": width, "height": 1000})
        page.wait_for_function(FITS)
        stands_free()
    page.set_viewport_size({"width": 1440, "height": 1000})
    for scheme, readable in zip(SCHEMES, (range(60), range(200, 256)), strict=True):
        visit.wear(scheme, "Timeline")
        assert all(part in readable for part in drawn(page)["ink"])
    page.get_by_test_id("stMain").get_by_text("by place", exact=True).click()
    expect(page).to_have_url(re.compile("lanes=place$"))
    lanes = chart(page).locator("g.role-axis-label text")
    for name in ("Japan", "no place"):
        expect(lanes.get_by_text(name, exact=True)).to_be_visible()
    stands_free()


def test_among_five_hundred_events_no_name_covers_another(visit: Visit, many: str) -> None:
    visit.server = many
    shown = drawn(visit.open("/timeline", "Timeline"))
    assert shown["points"] > 300
    assert len(shown["names"]) > 80
    assert shown["covered"] <= 0.05 * len(shown["names"])


def test_on_a_telephone_hardly_a_mark_of_five_hundred_events_covers_another(visit: Visit, many: str) -> None:
    visit.server = many
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open("/timeline", "Timeline")
    page.wait_for_function(FITS)
    drawn = chart(page).evaluate(DRAWN)
    assert drawn["points"] > 250
    assert drawn["sameDay"] <= 0.05 * drawn["points"]
    assert drawn["covered"] == 0


def test_marks_and_bars_say_in_sentences_what_they_show(visit: Visit, seeds: str) -> None:
    visit.server = seeds
    page = visit.open("/timeline", "Timeline")
    said = [str(mark.get_attribute("aria-label")) for mark in chart(page).locator(POINTS).all()]
    sentence = r"31 January 2023, visit, .*Jens Stoltenberg.*, 2 sources"
    assert any(re.fullmatch(sentence, one) for one in said)
    assert not any("|" in one or "slot" in one for one in said)
    bars = page.get_by_test_id("stVegaLiteChart").first
    told = r"Number of events over time, from .* to .*: \d+ events; most, \d+, .*\d{4}"
    expect(bars).to_have_attribute("aria-label", re.compile(told))
    page.goto(f"{seeds}/timeline?lang=de")
    visit.settle("Zeitstrahl")
    expect(chart(page).locator('[aria-label^="31. Januar 2023, Besuch, "]').first).to_be_attached()
    assert chart(page).locator(POINTS).count() > 0
    labels = chart(page).locator("svg [aria-label]")
    said = [str(one.get_attribute("aria-label")) for one in labels.all() if one.evaluate(HEARD)]
    assert [one for one in said if re.search(r"axis|scale|values from", one)] == []


def test_a_click_on_a_name_chooses_its_event_and_leaves_the_chart_as_it_was(visit: Visit, seeds: str) -> None:
    visit.server = seeds
    page = visit.open("/timeline", "Timeline")
    before = drawn(page)["places"]
    name = chart(page).locator(NAMES).filter(has_text=re.compile("Biden")).first
    name.click()
    expect(page).to_have_url(re.compile("event="))
    visit.settle("Timeline")
    expect(card(page).get_by_role("heading", name=re.compile("Biden"))).to_be_visible()
    assert drawn(page)["places"] == before
    # The participants on the card choose an actor, whose events are ringed then.
    card(page).get_by_role("button", name=re.compile("Kishida")).click()
    expect(page.get_by_text(re.compile("ringed: [2-9] events with Fumio Kishida"))).to_be_visible()
    assert drawn(page)["places"] == before
    press(visit, "Ring none")
    expect(page.get_by_text("ringed:")).to_have_count(0)


def test_buttons_bars_slider_and_dragging_move_one_stretch_and_leave_nothing_behind(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    slider = page.get_by_test_id("stSidebar").get_by_test_id("stSlider").first
    press(visit, "Zoom in")
    press(visit, "Zoom in")
    near = window(page)
    expect(slider).to_contain_text(near.first)
    expect(slider).to_contain_text(near.last)
    press(visit, "Later")
    assert window(page) > near
    press(visit, "Earlier")
    press(visit, "Zoom out")
    assert window(page) < near
    page.mouse.move(0, 0)
    before = window(page)
    bars = page.get_by_test_id("stVegaLiteChart").first.locator("canvas")
    drag(page, bars, 0.5, 0.55, 40)  # the stretch is in the middle: it is taken along
    expect(page).not_to_have_url(re.compile(f"first={before.first}"))
    visit.settle("Timeline")
    moved = window(page)
    assert moved > before
    expect(slider).to_contain_text(moved.first)
    press(visit, "Show all")
    expect(page).not_to_have_url(WINDOW)


def test_a_chosen_event_beside_the_stretch_is_told_and_drawn_on_demand(visit: Visit, corpus: Corpus) -> None:
    first = corpus.events.dropna(subset=["date_start"]).sort_values("date_end").iloc[0]
    page = visit.open(f"/timeline?event={first.name}&first=2023-01-01", "Timeline")
    before = drawn(page)["points"]
    expect(page.get_by_text("The chosen event lies outside of what is drawn")).to_be_visible()
    press(visit, "Draw it too")
    expect(page.get_by_text("The chosen event lies outside of what is drawn")).to_have_count(0)
    assert drawn(page)["points"] > before


def test_playing_over_the_timeline_sets_off_one_window_after_the_other(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    whole = drawn(page)
    page.get_by_role("button", name="Play over time").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    expect(chart(page).locator(f'{POINTS}[opacity="0.2"]').first).to_be_attached()
    assert drawn(page)["places"] == whole["places"]
    assert len(drawn(page)["names"]) < len(whole["names"])
    page.get_by_role("button", name="Keep this window").click()
    window(page)
    expect(page.get_by_role("button", name="Play over time")).to_be_visible()


def test_what_is_printed_is_the_chart_without_what_only_a_screen_needs(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes' } }")
    page.get_by_role("button", name="Print", exact=True).click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_role("button", name="Zoom in")).to_be_hidden()
    expect(chart(page)).to_be_visible()
    page.emulate_media(media="screen")


COVERED = """(controls, over) => {
  const box = (one) => one.getBoundingClientRect()
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  const tools = [...document.querySelectorAll(".stElementToolbar")]
    .filter((one) => one.closest(".stElementContainer").querySelector(over) && box(one).width)
    .map(box)
  if (!tools.length) throw new Error("nothing has come up")
  return controls.map(box).filter((one) => tools.some((other) => meet(one, other))).length
}"""
"""How many controls what comes up over something covers."""


def test_what_comes_up_under_the_pointer_covers_no_control(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    for one in page.get_by_test_id("stVegaLiteChart").all():
        one.hover(position={"x": 200, "y": 20})
        tools = page.locator(".stElementToolbar", has=page.get_by_role("button", name="Fullscreen")).first
        expect(tools).to_be_visible()
    controls = page.get_by_test_id("stMain").locator(".stButton button, .stButtonGroup button")
    assert controls.evaluate_all(COVERED, ".stVegaLiteChart") == 0


@pytest.mark.parametrize("width", [390, 800])
def test_what_comes_up_over_a_table_covers_none_of_the_tabs_above_it(visit: Visit, many: str) -> None:
    visit.server = many
    page = visit.open("/timeline?lang=de", "Zeitstrahl")
    page.get_by_test_id("stDataFrame").first.hover(position={"x": 60, "y": 60})
    expect(page.locator(".stElementContainer:has(.stDataFrame) .stElementToolbar").first).to_have_css("opacity", "1")
    assert page.get_by_role("tab").evaluate_all(COVERED, ".stDataFrame") == 0
