"""The controls of the network page, as a visitor uses them."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from core import store
from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between
from tests.browser.conftest import Visit, serving, showing
from tests.synthetic import opened, tables


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over tables with groups of actors that nothing connects."""
    with showing(tables(9, 30, 3), tmp_path_factory) as address:
        yield address


def drawing(page: Page) -> Locator:
    """The network, once it is drawn."""
    box = page.locator(".net")
    expect(box).to_have_attribute("data-drawn", "1")
    return box


def await_nodes(page: Page, expected: set[str]) -> None:
    """Wait until so many actors are drawn, which must be these."""
    box = drawing(page)
    expect(box).to_have_attribute("data-nodes", str(len(expected)))
    assert set(box.evaluate("(box) => Object.keys(box.network.getPositions())")) == expected


def test_the_threshold_leaves_strong_relations_alone_on_show(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/network", "Network")
    everything = between(corpus, corpus.events.index)
    await_nodes(page, {*everything["a"], *everything["b"]})
    thumb = page.get_by_test_id("stMain").get_by_role("slider")
    for _ in range(3):
        thumb.press("ArrowRight")
    expect(page).to_have_url(re.compile("strength=4$"))
    strong = everything[everything["events"] >= 4]
    assert 0 < len(strong) < len(everything)
    await_nodes(page, {*strong["a"], *strong["b"]})
    assert set(drawing(page).evaluate("(box) => box.network.body.data.edges.getIds()")) == set(strong.index)
    for _ in range(3):
        thumb.press("ArrowLeft")
    expect(page).to_have_url(re.compile("/network$"))
    await_nodes(page, {*everything["a"], *everything["b"]})


def test_one_step_shows_whom_an_actor_met_and_two_steps_whom_these_met(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/network?types=visit&types=aid&types=force", "Network")
    some = corpus.events.index[corpus.events["type"].isin(["visit", "aid", "force"])]
    relations = between(corpus, some)
    actor = str(relations["a"].iloc[0])
    expect(page.get_by_role("radio", name="1 step")).to_have_count(0)
    page.goto(f"{page.url}&actor={actor}")
    visit.settle("Network")
    everyone = {*relations["a"], *relations["b"]}
    await_nodes(page, everyone)
    near = {actor}
    for label, steps in (("1 step", 1), ("2 steps", 2)):
        page.get_by_test_id("stMain").get_by_text(label, exact=True).click()
        expect(page).to_have_url(re.compile(f"steps={steps}"))
        met = relations[relations["a"].isin(near) | relations["b"].isin(near)]
        near |= {*met["a"], *met["b"]}
        await_nodes(page, near)
    page.get_by_test_id("stMain").get_by_text("everyone", exact=True).click()
    expect(page).not_to_have_url(re.compile("steps="))
    await_nodes(page, everyone)


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_zoom_goes_in_and_out_and_back_to_the_whole(visit: Visit, hand: str) -> None:
    page = visit.open("/network", "Network")
    box = drawing(page)
    scale = "(box) => box.network.getScale()"
    whole = box.evaluate(scale)

    def zoom(name: str) -> float:
        """Use a button; the scale once the picture stands still."""
        moved = box.evaluate_handle(
            "(box) => ({ end: new Promise((resolve) => box.network.once('animationFinished', resolve)) })"
        )
        press(name)
        moved.evaluate("(moved) => moved.end")
        result: float = box.evaluate(scale)
        return result

    def press(name: str) -> None:
        button = page.get_by_role("button", name=name, exact=True)
        button.click() if hand == "mouse" else button.press("Enter")

    near = zoom("Zoom in")
    assert near > whole
    assert zoom("Zoom in") > near
    zoom("Zoom out")
    assert zoom("Zoom out") == pytest.approx(whole, rel=0.01)
    assert zoom("Zoom out") < whole
    press("Show all")
    assert box.evaluate(scale) == pytest.approx(whole, rel=0.01)


GROUPS = """(box) => {
  const { nodes, nodeIndices } = box.network.body
  const groups = []
  const left = new Set(nodeIndices)
  while (left.size) {
    const group = new Set([[...left][0]])
    for (const id of group) {  // grows meanwhile
      left.delete(id)
      for (const { from, to } of box.graph.lines) if (from === id || to === id) group.add(from === id ? to : from)
    }
    groups.push([...group])
  }
  return groups.map((group) => {
    const places = group.map((id) => box.network.canvasToDOM({ x: nodes[id].x, y: nodes[id].y }))
    const [across, down] = ["x", "y"].map((axis) => places.map((place) => place[axis]))
    return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)]
  })
}"""
"""Of each group of actors that relations connect: left, top, right and bottom of its actors on the screen."""
LABELS = """(box) => {
  const { nodes, nodeIndices } = box.network.body
  const shown = nodeIndices.map((id) => nodes[id]).filter((node) => node.options.label)
  const rooms = shown.map((node) => {
    const { size: { width, height }, fontOptions: { vadjust } } = node.labelModule
    const top = node.y + node.shape.height / 2 + 2 + vadjust
    return { id: node.id, left: node.x - width / 2, right: node.x + width / 2, top, bottom: top + height }
  })
  const discs = nodeIndices.map((id) => {
    const { x, y, options: { size } } = nodes[id]
    return { id, left: x - size, right: x + size, top: y - size, bottom: y + size }
  })
  const meet = (one, other) =>
    one.id !== other.id && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5
  const lowest = box.network.canvasToDOM({ x: 0, y: Math.max(...rooms.map(({ bottom }) => bottom)) }).y
  const buttons = box.parentElement.querySelector(".tools").getBoundingClientRect().top
  return {
    actors: nodeIndices.length,
    names: rooms.length,
    covered: rooms.filter((room) => [...rooms, ...discs].some((other) => meet(room, other))).length,
    overButtons: buttons - box.getBoundingClientRect().top - lowest,
  }
}"""
STRONGEST = """(box) => {
  const line = box.graph.lines.at(-1)
  const [from, to] = box.graph.ends(line)
  return { id: line.id, ...box.network.canvasToDOM({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }) }
}"""


@pytest.mark.parametrize("width", [1440, 800, 390])
def test_on_the_seeds_no_name_covers_another_or_an_actor(visit: Visit, seeds: str, width: int) -> None:
    visit.server = seeds
    page = visit.open("/network", "Network")
    counts = drawing(page).evaluate(LABELS)
    assert counts["covered"] == 0
    assert counts["overButtons"] >= 0
    assert counts["names"] == counts["actors"] if width > 1000 else counts["names"] > 5


def test_among_three_hundred_actors_no_name_covers_another_or_an_actor(visit: Visit, tmp_path: Path) -> None:
    store.place(tables(500, 300, 40), tmp_path, {})
    with serving({"LAGEBILD_TABLES": str(tmp_path)}, tmp_path / "log") as visit.server:
        counts = drawing(visit.open("/network", "Network")).evaluate(LABELS)
    assert counts["actors"] > 290
    assert counts["names"] >= 20
    assert counts["covered"] == 0
    assert counts["overButtons"] >= 0


def test_a_click_on_the_strongest_line_chooses_it(visit: Visit, seeds: str) -> None:
    visit.server = seeds
    page = visit.open("/network", "Network")
    box = drawing(page)
    line = box.evaluate(STRONGEST)
    box.click(position={"x": line["x"], "y": line["y"]})
    expect(page).to_have_url(re.compile(f"relation={line['id']}$"))
    visit.settle("Network")
    assert set(box.evaluate("(box) => box.graph.chosenEnds()")) == set(line["id"].split("~"))


def test_the_wheel_scrolls_the_page_and_zooms_with_control(visit: Visit) -> None:
    page = visit.open("/network", "Network")
    box = drawing(page)
    box.hover()
    scale = box.evaluate("(box) => box.network.getScale()")
    top = box.evaluate("(box) => box.getBoundingClientRect().top")
    page.mouse.wheel(0, 120)
    page.wait_for_function(
        "(top) => document.querySelector('.net')?.getBoundingClientRect().top < top"
        " || [...document.querySelectorAll('[data-testid=stMain]')].some((one) => one.scrollTop > 0)",
        arg=top,
    )
    assert box.evaluate("(box) => box.network.getScale()") == scale
    box.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    expect(box).to_be_visible()
    assert box.evaluate("(box) => box.network.getScale()") > scale


def test_kinds_of_actors_can_be_chosen(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/network", "Network")
    page.get_by_test_id("stMain").get_by_role("button", name="Person").click()
    expect(page).to_have_url(re.compile("kinds=person$"))
    relations = between(corpus, corpus.events.index)
    among = relations[[corpus.kind(a) == corpus.kind(b) == "person" for a, b in relations[["a", "b"]].to_numpy()]]
    await_nodes(page, {*among["a"], *among["b"]})


def test_fewer_actors_are_brought_into_view(visit: Visit) -> None:
    page = visit.open("/network?actor=actor-1&types=visit&types=aid&types=force", "Network")
    box = drawing(page)
    before = box.evaluate("(box) => box.network.getScale()")
    page.get_by_test_id("stMain").get_by_text("1 step", exact=True).click()
    expect(page).to_have_url(re.compile("steps=1"))
    visit.settle("Network")
    assert box.evaluate("(box) => box.network.getScale()") > before


@pytest.mark.parametrize(("kind", "least"), [("seeds", 2), ("apart", 3)])
def test_groups_that_nothing_connects_stand_beside_each_other_in_view(
    visit: Visit, request: pytest.FixtureRequest, kind: str, least: int
) -> None:
    visit.server = request.getfixturevalue(kind)
    box = drawing(visit.open("/network", "Network"))
    groups = box.evaluate(GROUPS)
    assert len(groups) >= least
    for one, other in combinations(groups, 2):
        assert not all(max(one[low], other[low]) < min(one[high], other[high]) for low, high in ((0, 2), (1, 3)))
    room = box.bounding_box()
    assert room
    for left, top, right, bottom in groups:
        assert 0 <= left <= right <= room["width"]
        assert 0 <= top <= bottom <= room["height"]


WRITTEN = """() => {
  window.written = []
  const write = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.written.push(text)
    write.call(this, text, ...rest)
  }
}"""


A_LINE = """() => {
  for (const { id, from, to } of data.edges) {
    const [one, other] = [from, to].map((end) => net.getPosition(end))
    const spot = net.canvasToDOM({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
    if (net.getEdgeAt(spot) === id && !net.getNodeAt(spot)) return { id, ...spot }
  }
}"""
"""A line of a saved page whose middle nothing covers, and where that is on the screen."""


def saved(page: Page, button: str, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_test_id("stMain").get_by_role("button", name=re.compile(rf"(^|\s){re.escape(button)}$")).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_what_is_taken_away_while_time_is_played_is_of_the_window_that_is_shown(
    visit: Visit, browser: Browser, corpus: Corpus, tmp_path: Path
) -> None:
    page = visit.open("/network", "Network")
    box = drawing(page)
    canvas = box.locator("canvas").bounding_box()
    assert canvas
    page.evaluate(WRITTEN)
    with Image.open(saved(page, "Save as picture", tmp_path)) as picture:
        width, height = picture.size
    assert "Network, all of the time" in page.evaluate("window.written")
    assert "Events with others, added up:" in page.evaluate("window.written")
    assert width == 2 * round(canvas["width"])
    assert height > 2 * canvas["height"] + 150

    page.get_by_role("button", name="Play over time").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    drawn = set(box.evaluate("(box) => box.network.body.data.edges.getIds()"))
    page.evaluate("window.written = []")
    saved(page, "Save as picture", tmp_path)
    written = page.evaluate("window.written.find((words) => words.startsWith('Network, '))")
    assert "all of the time" not in written
    assert re.fullmatch(r"Network, \d+ \w+ \d{4} to \d+ \w+ \d{4}", written)
    window = re.sub(r"([A-Z][a-z]{2})[a-z]*", r"\1", written.removeprefix("Network, ").replace(" to ", " – "))
    expect(page.locator(".st-key-playing_scrubber")).to_contain_text(window)

    offline = browser.new_context(offline=True).new_page()
    offline.goto(f"file://{saved(page, 'Network as a page (HTML)', tmp_path)}")
    expect(offline.get_by_role("heading", level=1)).to_have_text(written)
    held = json.loads(offline.locator("#data").text_content() or "")
    assert {edge["id"] for edge in held["edges"]} == drawn == set(held["quotes"])
    expect(offline.locator("aside")).to_have_text("Choose a line to read the quotes behind it.")
    expect(offline.locator("footer")).to_contain_text("Lines: blue cooperation")
    line = offline.evaluate(A_LINE)
    offline.locator("canvas").click(position={"x": line["x"], "y": line["y"]})
    expect(offline.locator("aside h2")).to_contain_text(corpus.names[line["id"].split("~")[0]])
    told = [words for _title, _date, quotes in held["quotes"][line["id"]] for words, _source in quotes]
    assert told
    expect(offline.locator("aside blockquote")).to_have_count(len(told))
    expect(offline.locator("aside blockquote").first).to_contain_text(told[0])
    offline.context.close()


def test_the_saved_page_says_what_its_circles_stand_for(visit: Visit, browser: Browser, tmp_path: Path) -> None:
    page = visit.open("/network", "Network")
    legend = drawing(page).locator("xpath=../..").locator(".sizes > span").first
    expect(legend).to_contain_text("Events with others, added up:")
    said = legend.inner_text().split()
    offline = browser.new_context(offline=True).new_page()
    offline.goto(f"file://{saved(page, 'Network as a page (HTML)', tmp_path)}")
    sizes = offline.locator("footer .sizes")
    assert sizes.inner_text().split() == said
    of_legend = (
        "() => [...document.querySelectorAll('.sizes circle')].map((one) => one.getBoundingClientRect().width / 2)"
    )
    of_nodes = "() => data.sizes.map(([radius]) => radius * net.getScale())"
    offline.locator("canvas").hover()
    for _turn in range(2):
        assert offline.evaluate(of_legend) == pytest.approx(offline.evaluate(of_nodes), rel=0.02)
        before = offline.evaluate("net.getScale()")
        offline.mouse.wheel(0, -240)
        offline.wait_for_function("(before) => net.getScale() !== before", arg=before)
        offline.evaluate("new Promise((resolve) => { net.once('afterDrawing', resolve); net.redraw() })")
    offline.context.close()
