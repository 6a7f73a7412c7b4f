import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PAGES, Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "title"), PAGES.items())
def test_nothing_bars_the_way_for_users_of_assistive_technology(visit: Visit, path: str, title: str) -> None:
    page = visit.open(f"{path}?event=e000002&actor=actor-1", title)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    barring = [
        f"{one['id']}: {node['target']} {node['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert barring == []
