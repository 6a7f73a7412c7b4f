import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from core import store
from dashboard.asking.corpus import Corpus
from tests.browser.conftest import Visit, card, serving
from tests.synthetic import opened, tables


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


def mark(page: Page, title: str) -> Locator:
    """A mark of the timeline, found by what it says to screen readers."""
    return page.locator(f'[aria-roledescription="point"][aria-label*="{title}"]').last


def on_canvas(page: Page, script: str, argument: str) -> tuple[float, float]:
    """Where on the page something of the network is drawn; `script` gives its place in the network's own units."""
    box = page.locator(".net")
    expect(box).to_have_attribute("data-drawn", "1")
    spot = box.evaluate(f"(box, id) => {{ const net = box.network; {script} }}", argument)
    edge = box.bounding_box()
    assert edge is not None
    return edge["x"] + spot["x"], edge["y"] + spot["y"]


def test_click_on_a_mark_shows_its_card_and_can_be_taken_back(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/timeline", "Timeline")
    event = corpus.events[corpus.events["date_precision"] == "day"].iloc[-1]
    mark(page, event["title"]).click()
    expect(card(page).get_by_role("heading", name=event["title"])).to_be_visible()
    expect(page).to_have_url(re.compile(f"event={event.name}"))
    page.go_back()
    expect(card(page)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))


def test_the_same_mark_can_be_chosen_again_after_closing_its_card(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/timeline", "Timeline")
    event = corpus.events[corpus.events["date_precision"] == "day"].iloc[-1]
    mark(page, event["title"]).click()
    expect(card(page)).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(card(page)).to_have_count(0)
    mark(page, event["title"]).click()
    expect(card(page)).to_be_visible()


def test_click_on_a_node_shows_the_events_behind_it(visit: Visit) -> None:
    page = visit.open("/network", "Network")
    page.mouse.click(*on_canvas(page, "return net.canvasToDOM(net.getPosition(id))", "actor-1"))
    expect(page).to_have_url(re.compile("actor=actor-1"))
    expect(page.get_by_role("heading", name="Südland")).to_be_visible()
    expect(page.get_by_text(re.compile("This actor takes part in 15 events"))).to_be_visible()


def test_click_on_an_edge_shows_the_events_behind_it(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/network?strength=5", "Network")
    middle = (
        "const [a, b] = net.getConnectedNodes(id).map((node) => net.getPosition(node));"
        "return net.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })"
    )
    relation = page.locator(".net").evaluate("(box) => box.network.body.data.edges.getIds()[0]")
    a, b = relation.split("~")
    page.mouse.click(*on_canvas(page, middle, relation))
    expect(page).to_have_url(re.compile(f"relation={relation}"))
    expect(page.get_by_role("heading", name=f"{corpus.name(a)} – {corpus.name(b)}")).to_be_visible()


def test_what_is_filtered_out_of_the_network_leaves_the_rest_in_place(visit: Visit) -> None:
    page = visit.open("/network", "Network")
    expect(page.locator(".net")).to_have_attribute("data-drawn", "1")
    places = "(box) => box.network.getPositions()"
    before = page.locator(".net").evaluate(places)
    page.goto(f"{visit.server}/network?types=visit")
    visit.settle("Network")
    expect(page.locator(".net")).to_have_attribute("data-drawn", "1")
    after = page.locator(".net").evaluate(places)
    assert 0 < len(after) < len(before)
    assert after == {actor: before[actor] for actor in after}


def test_click_on_a_highlight_chooses_its_event(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    event = corpus.claims.inside("text-000").iloc[0]
    page.get_by_role("button", name=event["quote"]).first.click()
    expect(page).to_have_url(re.compile(f"event={event['event_id']}"))
    expect(card(page)).to_be_visible()
    expect(page.locator(".pane .claim[data-on]").first).to_be_visible()


def test_a_highlight_can_be_chosen_with_the_keyboard(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    event = corpus.claims.inside("text-000").iloc[1]
    page.get_by_role("button", name=event["quote"]).first.press("Enter")
    expect(page).to_have_url(re.compile(f"event={event['event_id']}"))


def test_a_deep_link_scrolls_both_documents_to_the_event(visit: Visit, corpus: Corpus) -> None:
    shared = corpus.events[corpus.events["n_documents"] == 2].index[-1]
    page = visit.open(f"/reader?event={shared}", "Reader")
    for pane in page.locator(".pane").all():
        passage = pane.locator(".claim[data-on]").first
        expect(passage).to_be_in_viewport()
        inside, around = passage.bounding_box(), pane.bounding_box()
        assert inside is not None
        assert around is not None
        assert around["y"] <= inside["y"] <= around["y"] + around["height"]


def test_a_deep_link_opens_the_same_view_for_a_colleague(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/timeline?types=visit&types=meeting&lanes=actor&event=e000001", "Timeline")
    expect(page.get_by_text("8 of 60 events")).to_be_visible()
    expect(card(page).get_by_role("heading", name=str(corpus.events["title"]["e000001"]))).to_be_visible()


def test_the_selection_survives_going_from_page_to_page(visit: Visit) -> None:
    page = visit.open("/timeline?types=visit&event=e000000", "Timeline")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Network").click()
    visit.settle("Network")
    expect(page).to_have_url(re.compile(r"/network\?types=visit&event=e000000$"))
    expect(page.get_by_text("4 of 60 events")).to_be_visible()


def test_from_a_card_to_the_sentence_is_one_click(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/timeline?event=e000002", "Timeline")
    card(page).get_by_role("link", name="Open in reader").first.click()
    visit.settle("Reader")
    expect(page.locator(".pane .claim[data-on]").first).to_be_in_viewport()
    quote = corpus.claims.of("e000002").iloc[0]["quote"]
    expect(page.get_by_role("button", name=quote, pressed=True).first).to_be_in_viewport()


def test_the_reader_shows_the_text_as_it_stands(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    shown = page.locator(".pane").first.evaluate(
        "(pane) => [...pane.querySelectorAll('p')].map((line) => line.textContent).join('\\n')"
    )
    assert shown == corpus.texts.of("text-000").rstrip("\n")


def test_a_row_of_the_table_chooses_its_event_too(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    page.get_by_test_id("stDataFrame").first.click(position={"x": 18, "y": 52})
    expect(card(page)).to_be_visible()
    expect(page).to_have_url(re.compile("event="))


def test_a_click_anywhere_on_a_row_chooses_its_event_again_and_again(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    table = page.get_by_test_id("stDataFrame").first
    table.click(position={"x": 500, "y": 60})
    expect(card(page)).to_be_visible()
    first = page.url
    table.click(position={"x": 250, "y": 130})
    expect(page).not_to_have_url(first)
    table.click(position={"x": 250, "y": 60})
    expect(page).to_have_url(first)
    page.get_by_role("button", name="Close").click()
    expect(card(page)).to_have_count(0)
    visit.settle("Timeline")
    table.click(position={"x": 250, "y": 60})
    expect(page).to_have_url(first)
    expect(card(page)).to_be_visible()


def test_a_row_of_the_table_can_be_chosen_with_the_keyboard(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    expect(page.get_by_text("With the keyboard, in a table: arrow keys")).to_be_visible()
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.locator("canvas").first.focus()
    page.keyboard.press("ArrowDown")
    expect(card(page)).to_be_visible()
    expect(page).to_have_url(re.compile("event="))
    first = page.url
    page.keyboard.press("ArrowDown")
    expect(page).not_to_have_url(first)


def test_playing_over_the_network_moves_the_window_and_leaves_actors_in_place(visit: Visit) -> None:
    page = visit.open("/network", "Network")
    net = page.locator(".net").last  # while time plays, the picture before may still stand beside the next
    expect(net).to_have_attribute("data-drawn", "1")
    before = net.evaluate("(box) => box.network.getPositions()")
    page.get_by_role("button", name="Play over time").click()
    expect(page.get_by_role("button", name="Keep this window")).to_be_visible()
    expect(net).not_to_have_attribute("data-nodes", str(len(before)))
    after = net.evaluate("(box) => box.network.getPositions()")
    assert after == {actor: before[actor] for actor in after}
    page.get_by_role("button", name="Keep this window").click()
    expect(page).to_have_url(re.compile(r"first=\d{4}-\d\d-\d\d&last=\d{4}-\d\d-\d\d"))
    expect(page.get_by_role("button", name="Play over time")).to_be_visible()


def test_a_search_leads_to_the_marked_words_in_a_document(visit: Visit) -> None:
    page = visit.open("/?search=Beobachter", "Overview")
    expect(page.get_by_text(re.compile(r"in the text of \d sources?"))).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Bericht 1").click()
    visit.settle("Reader")
    expect(page.locator(".pane .found").first).to_be_in_viewport()


def test_a_slip_in_a_search_is_mended_with_a_click(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    box = page.get_by_test_id("stSidebar").get_by_role("textbox", name="Search")
    box.fill('"Emil Adlre" OR Südlnad')
    box.press("Enter")
    page.get_by_role("button", name="Südland").click()
    page.get_by_role("button", name="Adler").click()
    expect(box).to_have_value('"Emil Adler" OR Südland')
    expect(page.get_by_text("stands nowhere")).to_have_count(0)


def test_a_cell_of_who_tells_what_leads_to_the_passage(visit: Visit) -> None:
    page = visit.open("/discrepancies", "Discrepancies")
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    table.click(position={"x": 230, "y": 62})
    expect(page).to_have_url(re.compile("event=.*left="))
    page.locator(".st-key-telling_card").get_by_role("link", name="Open in reader").first.click()
    visit.settle("Reader")
    expect(page.locator(".pane .claim[data-on]").first).to_be_in_viewport()


def test_dragging_over_the_overview_sets_the_time_window(visit: Visit) -> None:
    page = visit.open("/", "Overview")
    bars = page.get_by_test_id("stVegaLiteChart").first.locator("canvas")
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box is not None
    middle = box["y"] + 30
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=8)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"first=202\d-\d\d-\d\d&last=202\d-\d\d-\d\d"))


def test_copy_link_puts_the_address_on_the_clipboard(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open("/timeline?types=visit", "Timeline")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_language_can_be_switched(visit: Visit) -> None:
    page = visit.open("/timeline", "Timeline")
    page.get_by_test_id("stSidebar").get_by_text("DE", exact=True).click()
    visit.settle("Zeitstrahl")
    expect(page).to_have_url(re.compile("lang=de"))


def test_a_click_on_a_period_of_a_large_corpus_looks_inside(
    visit: Visit, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("large")
    store.place(tables(2000, 12, 4), folder, {})
    with serving({"LAGEBILD_TABLES": str(folder)}, tmp_path_factory.mktemp("server") / "log") as visit.server:
        page = visit.open("/timeline", "Timeline")
        page.locator('[aria-roledescription="rect mark"]').nth(40).click()
        expect(page).to_have_url(re.compile(r"first=\d{4}-\d\d-\d\d&last=\d{4}-\d\d-\d\d"))
        expect(page.get_by_text(re.compile(r"^\d+ of 2,000 events$"))).to_be_visible()


def test_the_first_visitors_see_one_build_and_then_the_page_they_asked_for(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "meldung.txt").write_text("Außenministerin Baerbock traf am 3. Mai 2023 in Berlin ihren Amtskollegen.\n")
    out = tmp_path_factory.mktemp("built") / "tables"
    with serving({"LAGEBILD_CORPUS": str(corpus), "LAGEBILD_TABLES": str(out)}, out.parent / "log") as address:
        pages = [browser.new_page(locale="en-GB") for _ in range(2)]
        for page in pages:
            page.goto(f"{address}/timeline?lanes=actor")
        for page in pages:
            expect(page.get_by_role("heading", name="Timeline", level=1)).to_be_visible(timeout=120_000)
            expect(page).to_have_url(re.compile(r"/timeline\?lanes=actor$"))
            page.close()
    assert len(list((out / "sets").iterdir())) == 1


def test_new_tables_wait_until_they_are_asked_for(visit: Visit, tmp_path: Path) -> None:
    store.place(tables(30, 6, 3), tmp_path / "tables", {})
    with serving({"LAGEBILD_TABLES": str(tmp_path / "tables")}, tmp_path / "log") as visit.server:
        page = visit.open("/timeline?event=e000025", "Timeline")
        store.place(tables(20, 6, 3), tmp_path / "tables", {})
        button = page.get_by_role("button", name="New tables")
        expect(button).to_be_visible()
        expect(page.get_by_text("30 of 30 events")).to_be_visible()
        expect(card(page)).to_be_visible()
        button.click()
        expect(page.get_by_text("20 of 20 events")).to_be_visible()
        expect(page.get_by_test_id("stToast")).to_be_visible()
        expect(page.get_by_text("This link names what is not in these tables")).to_be_visible()
        expect(button).to_have_count(0)


def test_among_many_actors_and_sources_one_is_found_by_words(visit: Visit, tmp_path: Path) -> None:
    made = tables(700, 900, 700)
    store.place(made, tmp_path / "tables", {})
    corpus = Corpus(opened(made))
    actor, doc = corpus.ranked[-1], "text-699"
    with serving({"LAGEBILD_TABLES": str(tmp_path / "tables")}, tmp_path / "log") as visit.server:
        # Streamlit closes a box that moves or stands half below the window, and drops what is typed: in this window all
        # are in view, and what holds the last one has long opened when it is asked.
        visit.page.set_viewport_size({"width": 1280, "height": 1400})
        page = visit.open("/actors", "Actors")
        page.get_by_test_id("stSidebar").get_by_text("More filters").click()
        box = page.get_by_test_id("stMain").get_by_role("combobox").first
        box.fill(corpus.name(actor))
        box.press("Enter")
        expect(page).to_have_url(re.compile(f"actor={actor}$"))
        box.fill("Anna")
        box.press("Enter")
        expect(page.get_by_text(re.compile("^“Anna” finds \\d+: open the list.$"))).to_be_visible()
        sources = page.get_by_test_id("stSidebar").get_by_role("combobox").last
        sources.fill("Bericht 699")
        sources.press("Enter")
        expect(page).to_have_url(re.compile(f"sources={doc}"))


def test_layers_of_marks_can_be_switched(visit: Visit) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    root = page.locator(".book")
    expect(root).not_to_have_attribute("data-actor", "")
    page.get_by_test_id("stMain").get_by_text("Actors", exact=True).click()
    expect(root).to_have_attribute("data-actor", "")
    page.get_by_test_id("stMain").get_by_text("Events", exact=True).click()
    expect(root).not_to_have_attribute("data-claim", "")


def test_next_goes_on_to_the_next_shared_event_in_both_documents(visit: Visit) -> None:
    page = visit.open("/reader?left=text-000&right=text-001", "Reader")
    page.get_by_role("button", name="Next").click()
    expect(page).to_have_url(re.compile("event=e"))
    for pane in page.locator(".pane").all():
        expect(pane.locator(".claim[data-on]").first).to_be_in_viewport()
    first = page.url
    page.get_by_role("button", name="Next").click()
    expect(page).not_to_have_url(first)
    page.get_by_role("button", name="Previous").click()
    expect(page).to_have_url(re.compile(re.escape(first.partition("?")[2].partition("event=")[2].partition("&")[0])))


@pytest.mark.parametrize(
    ("path", "title", "chosen"),
    [
        ("/network", "Network", "relation"),
        ("/actors", "Actors", "actor"),
        ("/sources", "Sources and method", "left"),
    ],
)
def test_a_row_of_a_table_chooses_what_it_lists(visit: Visit, path: str, title: str, chosen: str) -> None:
    page = visit.open(path, title)
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    table.click(position={"x": 150, "y": 52})
    expect(page).to_have_url(re.compile(f"{chosen}="))


def test_two_actors_are_connected_and_compared(visit: Visit, corpus: Corpus) -> None:
    page = visit.open("/network?actor=actor-1&to=actor-4", "Network")
    expect(page.get_by_text(re.compile(f"{corpus.name('actor-1')} → .*{corpus.name('actor-4')}"))).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Actors").click()
    visit.settle("Actors")
    for actor in ("actor-1", "actor-4"):
        expect(page.get_by_role("heading", name=corpus.name(actor))).to_be_visible()
    expect(page.get_by_role("heading", name="Events with both")).to_be_visible()


def test_a_window_can_be_chosen_by_its_name_and_taken_back(visit: Visit) -> None:
    page = visit.open("/", "Overview")
    page.get_by_test_id("stSidebar").get_by_text("More filters").click()
    page.get_by_text("last half year", exact=True).click()
    expect(page).to_have_url(re.compile("first="))
    page.get_by_test_id("stSidebar").get_by_role("button", name="Reset").click()
    expect(page).not_to_have_url(re.compile("first="))
    expect(page.get_by_text("60 of 60 events")).to_be_visible()


def test_what_the_network_shows_can_be_taken_away(visit: Visit) -> None:
    page = visit.open("/network", "Network")
    for button, file in {
        "Network as a page (HTML)": "lagebild-network.html",
        "Network as GraphML": "lagebild-network.graphml",
        "Save as picture": "lagebild-network.png",
    }.items():
        with page.expect_download() as download:
            page.get_by_test_id("stMain").get_by_role(
                "button", name=re.compile(rf"(^|\s){re.escape(button)}$")
            ).first.click()
        assert download.value.suggested_filename == file
        assert download.value.path().stat().st_size > 200


def test_one_menu_holds_all_that_can_be_taken_away_and_says_what_is_not_in_it(visit: Visit) -> None:
    page = visit.open("/sources?types=visit", "Sources and method")
    expect(page.get_by_text(re.compile("The files hold .* The selection leaves out "))).to_be_visible()
    page.get_by_test_id("stPopoverButton").click()
    page.get_by_text("Single tables").click()
    for button, file in {
        "Everything (zip)": "lagebild.zip",
        "Excel workbook": "lagebild.xlsx",
        "CSV": "documents.csv",
        "Parquet": "documents.parquet",
    }.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile(rf"(^|\s){re.escape(button)}$")).first.click()
        assert download.value.suggested_filename == file
        assert download.value.path().stat().st_size > 200


COLOURS_OF_A_LINE = """({ from, to }) => {
  const ends = [net.getPosition(from), net.getPosition(to)].map((place) => net.canvasToDOM(place))
  const canvas = document.querySelector("canvas")
  const scale = canvas.width / canvas.clientWidth
  const pen = canvas.getContext("2d")
  return Array.from({ length: 400 }, (_step, index) => {
    const [x, y] = ["x", "y"].map((axis) => scale * (ends[0][axis] + ((ends[1][axis] - ends[0][axis]) * index) / 400))
    const [red, green, blue] = pen.getImageData(x, y, 1, 1).data
    return "#" + [red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")
  })
}"""
"""The colours that a browser has drawn on the way between the ends of a line."""


def test_a_network_taken_away_draws_by_itself(visit: Visit, browser: Browser, tmp_path: Path) -> None:
    page = visit.open("/network", "Network")
    with page.expect_download() as download:
        page.get_by_role("button", name="Network as a page (HTML)").click()
    download.value.save_as(tmp_path / "network.html")
    offline = browser.new_context(offline=True).new_page()
    offline.goto(f"file://{tmp_path}/network.html")
    expect(offline.locator("canvas")).to_be_visible()
    line = offline.evaluate("data.edges.find((edge) => edge.shares)")
    expect(offline.locator("footer")).to_contain_text("Lines of two colours: both, each with its share.")
    assert {colour for colour, _count in line["shares"]} <= set(offline.evaluate(COLOURS_OF_A_LINE, line))
    offline.context.close()


@pytest.mark.parametrize(("lang", "title"), [("en", "Network · Lagebild"), ("de", "Netz · Lagebild")])
def test_the_page_and_its_window_say_their_language_and_title(
    browser: Browser, server: str, lang: str, title: str
) -> None:
    page = browser.new_page()
    page.goto(f"{server}/network?lang={lang}")
    expect(page).to_have_title(title)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    page.close()
