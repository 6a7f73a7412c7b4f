"""How long a visitor waits for the first page of a server that has just been started, and what memory the server takes.

Run from the repository's root: `python -m tests.benchmarks.bench_start TABLES`
Starts the app over a folder of tables three times, each time opens the overview in a browser, and prints the seconds
from the start of the server until the overview stands, and from the browser's request until then; then the server's
memory at that moment, when the search is prepared, and after a visit of every page.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.conftest import FLAGS, PAGES, Visit, chromium, serving

STARTS = 3


def memory(port: int) -> str:
    """The memory that the server at a port holds, in MB."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            command = status.with_name("cmdline").read_bytes().decode(errors="replace").split("\0")
            if "streamlit" in command and str(port) in command:
                kilobytes = status.read_text().split("VmRSS:")[1].split()[0]
                return f"{int(kilobytes) / 1024:.0f}"
        except OSError:
            continue  # that process has ended meanwhile
    raise RuntimeError(f"no server at port {port}")


def first_visit(browser: Browser, tables: str, log: Path) -> tuple[float, float, list[str]]:
    """Start a server and open its overview: seconds from the start, seconds from the request, memories in MB."""
    began = time.perf_counter()
    with serving({"LAGEBILD_TABLES": tables}, log) as address:
        port = int(address.rsplit(":", 1)[1])
        page = browser.new_page(locale="en-GB")
        visit = Visit(page, address, [], [])
        asked = time.perf_counter()
        visit.open("/", PAGES["/"])
        ready = time.perf_counter()
        memories = [memory(port)]
        search = page.get_by_role("textbox", name="Search")
        search.fill("gibtesnicht")
        search.press("Enter")
        expect(page.get_by_text("No event passes the filters.")).to_be_visible(timeout=120_000)
        memories.append(memory(port))
        for path, title in PAGES.items():
            visit.open(path, title)
        memories.append(memory(port))
        page.close()
    return ready - began, ready - asked, memories


def main() -> None:
    """Measure over the tables named on the command line."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium() or None, args=list(FLAGS))
        found = [first_visit(browser, sys.argv[1], Path(folder) / "log") for _ in range(STARTS)]
        browser.close()
    print(f"overview after start of the server: {statistics.median(one[0] for one in found):.1f} s")
    print(f"overview after the request: {statistics.median(one[1] for one in found):.1f} s")
    print("memory, MB: with the overview {}, search prepared {}, every page visited {}".format(*found[-1][2]))


if __name__ == "__main__":
    main()
