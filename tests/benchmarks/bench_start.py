"""How long a visitor waits for the first page of a server that has just been started, and what memory the server takes.

Run from the repository's root: `python -m tests.benchmarks.bench_start TABLES`
Starts the app over a folder of tables three times, each time opens the overview in a browser, and prints the seconds
from the start of the server until the overview stands, and from the browser's request until then, and the server's
processor time until then, which other work on the machine changes little; then the server's memory at that moment,
when the search is prepared, and after a visit of every page; and how long a later visitor waits, who finds all loaded.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.benchmarks.server import memory, process, used
from tests.browser.conftest import FLAGS, PAGES, Visit, chromium, serving

STARTS = 3


def first_visit(browser: Browser, tables: str, log: Path) -> tuple[float, float, float, float, list[int]]:
    """Start a server, open its overview: seconds from start, request, of processor, of a later request; MBs."""
    began = time.perf_counter()
    with serving({"LAGEBILD_TABLES": tables}, log) as address:
        server = process(address)
        page = browser.new_page(locale="en-GB")
        visit = Visit(page, address, [], [])
        asked = time.perf_counter()
        visit.open("/", PAGES["/"])
        ready, worked = time.perf_counter(), used(server)
        memories = [memory(server)]
        search = page.get_by_role("textbox", name="Search")
        search.fill("gibtesnicht")
        search.press("Enter")
        expect(page.get_by_text("No event passes the filters.")).to_be_visible(timeout=120_000)
        memories.append(memory(server))
        for path, title in PAGES.items():
            visit.open(path, title)
        memories.append(memory(server))
        page.close()
        second = browser.new_page(locale="en-GB")
        asked_later = time.perf_counter()
        Visit(second, address, [], []).open("/", PAGES["/"])
        later = time.perf_counter() - asked_later
        second.close()
    return ready - began, ready - asked, worked, later, memories


def main() -> None:
    """Measure over the tables named on the command line."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium() or None, args=list(FLAGS))
        visits = [first_visit(browser, sys.argv[1], Path(folder) / "log") for _ in range(STARTS)]
        browser.close()
    print(f"overview after start of the server: {statistics.median(one[0] for one in visits):.1f} s")
    print(f"overview after the request: {statistics.median(one[1] for one in visits):.1f} s")
    print(f"processor time of the server until then: {statistics.median(one[2] for one in visits):.1f} s")
    print(f"overview after the request of a later visitor: {statistics.median(one[3] for one in visits):.1f} s")
    print("memory, MB: with the overview {}, search prepared {}, every page visited {}".format(*visits[-1][4]))


if __name__ == "__main__":
    main()
