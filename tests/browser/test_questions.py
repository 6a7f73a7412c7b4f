"""From a question to the passages that answer it, side by side."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.parametrize(
    ("words", "line", "answer"),
    [
        pytest.param("Repräsentanzbüro", "planned.*Tokyo", "Tokio", id="Will NATO open an office in Tokyo?"),
        pytest.param("Japan beitreten", "rejected", "beizutreten|Beitritt", id="Does Japan want to join NATO?"),
        pytest.param("Stoltenberg Besuch", "by Jens Stoltenberg", "Stoltenberg", id="When was Stoltenberg there?"),
        pytest.param("Rutte NEAR/8 Reise", "Visit by Mark Rutte", "April|Reise", id="When did Rutte visit Japan?"),
        pytest.param(
            "Gipfel Madrid", "[Ss]ummit .*Madrid", "Madrid|Juni 2022", id="Was Japan at the summit of Madrid?"
        ),
    ],
)
def test_two_clicks_and_no_scrolling_lead_from_a_question_to_both_passages(
    visit: Visit, seeds: str, words: str, line: str, answer: str
) -> None:
    visit.server = seeds
    page = visit.page
    page.set_viewport_size({"width": 1440, "height": 900})
    visit.open("/", "Overview")
    page.get_by_test_id("stSidebar").get_by_role("textbox", name="Search").click()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("search="))
    visit.settle("Overview")
    page.get_by_role("link", name=re.compile(line)).first.click()
    visit.settle("Reader")
    panes = page.locator(".pane").all()
    assert len(panes) == 2
    for pane in panes:
        passage = pane.locator(".claim[data-on]").first
        expect(passage).to_be_in_viewport(ratio=0.9)
        expect(passage).to_have_attribute("aria-label", re.compile(answer))
