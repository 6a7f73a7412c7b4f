"""The reader's panes with the files that its documents were read from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from core import build
from tests.browser.conftest import Visit, bars, serving
from tests.core.corpus.samples import pdf

PAGE = """<html><head><meta charset="utf-8"><title>Minister in Bern</title><script>window.__pwned = 1</script></head>
<body><img src=x onerror="window.__pwned = 2"><h1>Minister in Bern</h1>
<p>Am 5. Mai 2021 traf Außenministerin Anna Adler in Bern Präsident Bert Birke. Beide berieten lange.</p>
<p>Am 6. Mai 2021 reiste Präsident Bert Birke nach Wien. Das teilte die Regierung am Abend mit.</p></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of a paper's two pages as PDF, a page of the web and a text that has been rewritten since."""
    texts = tmp_path_factory.mktemp("texts")
    first = ["Der Rat von Bern tagte am 3. Mai 2021 und beschloss den Haushalt.", "Es gab keine Einwände."]
    second = ["Am 5. Mai 2021 traf Außenministerin Anna Adler in Bern", "Präsident Bert Birke."]
    (texts / "zeitung.pdf").write_bytes(pdf(first, second))
    (texts / "netz.html").write_text(PAGE, encoding="utf-8")
    (texts / "notiz.txt").write_text("Am 5. Mai 2021 traf Anna Adler in Bern Bert Birke.", encoding="utf-8")
    build.build(texts, texts.parent / "tables_of_originals")
    (texts / "notiz.txt").write_text("Hier steht jetzt etwas anderes.", encoding="utf-8")
    return texts


@pytest.fixture
def hosted(folder: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the app over tables without their corpus."""
    environment = {
        "LAGEBILD_TABLES": str(folder.parent / "tables_of_originals"),
        "LAGEBILD_CORPUS": str(tmp_path / "none"),
    }
    with serving(environment, tmp_path / "log") as address:
        yield address


@pytest.fixture(scope="module")
def at_hand(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over tables and their corpus."""
    environment = {"LAGEBILD_TABLES": str(folder.parent / "tables_of_originals"), "LAGEBILD_CORPUS": str(folder)}
    with serving(environment, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


def test_a_pane_shows_the_printed_page_of_the_passage_and_leafs_to_others(visit: Visit, at_hand: str) -> None:
    visit.server = at_hand
    page = visit.open("/reader?left=zeitung&right=netz", "Reader")
    pane = page.locator(".pane").first
    pane.locator(".claim", has_text="Adler").first.click()
    visit.settle("Reader")
    page.locator(".turn").first.click()
    picture = pane.get_by_role("img", name="Page 2 of 2")
    expect(picture).to_be_in_viewport()
    assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 900
    expect(pane).to_contain_text("zeitung.pdf, unchanged since Lagebild read it.")
    pane.get_by_role("button", name="Page before").click()
    expect(pane.get_by_role("img", name="Page 1 of 2")).to_be_visible()
    expect(pane.get_by_role("button", name="Page before")).to_be_disabled()
    expect(page.locator(".pane").last.locator(".claim[data-on]").first).to_be_visible()
    assert bars(page) == []

    page.reload()
    visit.settle("Reader")
    expect(pane.get_by_role("img", name="Page 2 of 2")).to_be_visible()
    page.locator(".turn").first.click()
    expect(pane.locator(".claim[data-on]").first).to_be_in_viewport()


def test_a_page_of_the_web_stands_there_as_text_and_nothing_of_it_runs(visit: Visit, at_hand: str) -> None:
    visit.server = at_hand
    page = visit.open("/reader?left=netz&right=notiz&original=left&original=right", "Reader")
    left, right = page.locator(".pane").all()
    expect(left).to_contain_text('<img src=x onerror="window.__pwned = 2">')
    expect(left.locator("img, script, h1")).to_have_count(0)
    assert page.evaluate("window.__pwned") is None
    expect(right).to_contain_text("Attention: it has been changed since Lagebild read it.")
    expect(right).to_contain_text("Hier steht jetzt etwas anderes.")


def test_without_the_corpus_the_pane_says_that_there_is_no_original(visit: Visit, hosted: str) -> None:
    visit.server = hosted
    page = visit.open("/reader?left=zeitung&right=netz", "Reader")
    page.locator(".turn").first.click()
    expect(page.locator(".pane").first).to_contain_text("are not at hand here, only the tables")
    expect(page.locator(".pane").last.locator(".claim").first).to_be_visible()
