"""Visits, which share a tab: nothing gets out of the machine from it, and nothing from one visit to the next."""

import pytest

from tests.browser.conftest import Visit


@pytest.mark.parametrize("address", ["http://example.org/", "https://example.org/", "http://192.0.2.1/"])
def test_what_would_leave_the_machine_is_stopped_and_told(visit: Visit, address: str) -> None:
    visit.page.goto(f"{visit.server}/_stcore/health")
    with visit.page.expect_event("requestfailed") as failing:
        visit.page.evaluate("(address) => fetch(address, { mode: 'no-cors' }).catch(() => null)", address)
    assert failing.value.failure == "net::ERR_PROXY_CONNECTION_FAILED"
    assert visit.strangers == [address]
    visit.strangers.clear()


@pytest.mark.parametrize("number", [1, 2])
def test_nothing_is_left_of_the_visit_before(visit: Visit, number: int) -> None:
    page = visit.page
    page.goto(f"{visit.server}/_stcore/health")
    left = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.includes('left')]")
    assert left == [0, 0, False]
    page.evaluate(
        "(number) => { localStorage.left = sessionStorage.left = number; document.cookie = `left=${number}` }", number
    )
