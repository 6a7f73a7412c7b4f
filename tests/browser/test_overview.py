"""The overview's lines: each says all that it has to say and leads to the page that shows it."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.asking.corpus import Corpus
from tests.browser.conftest import Visit, card
from tests.synthetic import opened, tables


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


def test_a_line_leads_to_what_it_names_and_back(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/?types=visit&types=summit", "Overview")
    page.evaluate("window.stays = true")
    shown = corpus.events[corpus.events["type"].isin(["visit", "summit"]) & (corpus.events["status"] == "planned")]
    event = shown.iloc[-1]
    page.locator(f'a[href*="event={event.name}"]').first.click()
    visit.settle("Reader")
    expect(card(page).get_by_role("heading", name=event["title"])).to_be_visible()
    expect(page).to_have_url(re.compile(f"/reader.types=visit&types=summit&event={event.name}&left="))
    page.go_back()
    visit.settle("Overview")
    expect(page).to_have_url(re.compile(r"/\?types=visit&types=summit$"))
    assert page.evaluate("window.stays"), "the page was loaded anew"


def test_a_line_can_be_opened_in_a_window_of_its_own(visit: Visit) -> None:
    page = visit.open("/?types=visit", "Overview")
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Bericht 1").click(modifiers=["Control"])
    other = opening.value
    expect(other.get_by_role("heading", name="Reader", level=1)).to_be_visible()
    expect(other).to_have_url(re.compile(r"/reader\?types=visit&left=text-001$"))
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()


def test_what_is_asked_for_stands_in_view_beside_the_page(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    page = visit.open("/?types=visit&types=summit&first=2022-01-01&actor=actor-1&lang=de", "Überblick")
    side = page.get_by_test_id("stSidebar")
    for one in (
        side.get_by_text("Besuch, Gipfel"),
        side.get_by_role("button", name="Zurücksetzen"),
        side.get_by_role("textbox", name="Suche"),
        side.get_by_test_id("stSlider").filter(has_text="Zeitfenster"),
        side.get_by_text("bis", exact=True).first,
        side.get_by_text("Weitere Filter"),
    ):
        expect(one).to_be_in_viewport(ratio=1)
    expect(side.get_by_text("Arten von Ereignissen")).not_to_be_visible()
    side.get_by_text("Weitere Filter").click()
    expect(side.get_by_text("Arten von Ereignissen")).to_be_visible()
    side.get_by_role("button", name="Zurücksetzen").click()
    expect(page).to_have_url(re.compile(r"/\?actor=actor-1&lang=de$"))


@pytest.mark.parametrize("width", [390])
def test_no_line_is_cut_on_a_phone(visit: Visit, width: int) -> None:
    page = visit.open("/", "Overview")
    lines = page.locator("li a")
    expect(lines.first).to_be_visible()
    assert lines.count() > 15
    for line in lines.all():
        box = line.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
        assert line.evaluate("(line) => line.scrollWidth <= line.clientWidth")


def test_in_english_words_of_a_source_are_marked_as_such(visit: Visit, seeds: str) -> None:
    visit.server = seeds
    words = visit.open("/?search=antirussische", "Overview").locator("li a span[lang=de]")
    expect(words.filter(has_text=re.compile("^“.*antirussische Rede”$")).first).to_be_visible()
    page = visit.open("/", "Overview")
    told = page.locator(".st-key-told, .st-key-ahead, .st-key-open, .st-key-passed")
    titles = [text.splitlines()[0] for text in told.locator("a > span:nth-child(2)").all_inner_texts()]
    assert len(titles) > 10
    german = re.compile(r"\b(der|die|das|den|ein|eine|einen|seine|zum|für|und)\b")
    assert not [title for title in titles if german.search(re.sub("“[^”]*”", "", title))]
