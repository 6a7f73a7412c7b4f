"""The controls of the network page, as a visitor uses them."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between
from tests.browser.conftest import Visit
from tests.synthetic import opened, tables

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


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
    expect(page.get_by_role("radio", name="1 step")).to_be_disabled()
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
