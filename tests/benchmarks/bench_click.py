"""How long it takes in the browser from a click on a node of the network until the actor's card is on the screen.

Run from the repository's root: `python -m tests.benchmarks.bench_click [EVENTS ACTORS DOCUMENTS]`
Starts the app over generated tables and clicks on twenty nodes, one after the other; prints how many nodes are drawn,
the median and the worst of the waits in milliseconds, and the server's processor time a click.
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from core.tables import write_set
from tests.benchmarks.server import process, used
from tests.benchmarks.waits import milliseconds
from tests.browser.conftest import FLAGS, Visit, chromium, serving
from tests.synthetic import tables

CLICKS = 20

SPOTS = """(box) => {
  const edge = box.getBoundingClientRect()
  const seen = new Map()
  for (const id of box.network.body.data.nodes.getIds()) {
    const at = box.network.canvasToDOM(box.network.getPosition(id))
    const hit = box.network.getNodeAt(at)
    seen.set(hit, [edge.x + at.x, edge.y + at.y, box.network.body.data.nodes.get(hit).label])
  }
  return [...seen.values()]
}"""


def click(page: Page, x: float, y: float, name: str) -> float:
    """Click where a node is and wait for the card of that name; gives the milliseconds."""
    headings = "[...document.querySelectorAll('h2, h3')]"
    shows = f"{headings}.some((one) => one.textContent.trim() === {json.dumps(name)})"
    return milliseconds(page, lambda: page.mouse.click(x, y), shows)


def main() -> None:
    """Measure with the numbers given on the command line."""
    size = [int(text) for text in sys.argv[1:]] or [5000, 300, 40]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_set(tables(*size), Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium() or None, args=list(FLAGS))
        with serving({"LAGEBILD_TABLES": folder}, Path(folder) / "log") as address:
            page = browser.new_page(viewport={"width": 1440, "height": 1000}, locale="en-GB")
            Visit(page, address, [], []).open("/network", "Network")
            expect(page.locator(".net")).to_have_attribute("data-drawn", "1")
            spots = page.locator(".net").evaluate(SPOTS)
            nodes = page.locator(".net").get_attribute("data-nodes")
            names = [name for *_, name in spots]
            spots = [spot for spot in spots if names.count(spot[2]) == 1]
            click(page, *spots[0])
            server = process(address)
            before = used(server)
            times = [click(page, *spot) for spot in spots[1 : CLICKS + 1]]
            worked = (used(server) - before) / len(times) * 1000
        browser.close()
    print(f"{nodes} nodes: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms of {len(times)} clicks")
    print(f"processor time of the server a click: {worked:.0f} ms")


if __name__ == "__main__":
    main()
