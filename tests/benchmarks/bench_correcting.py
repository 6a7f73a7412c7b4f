"""How long until a correction shows in the browser: `python -m tests.benchmarks.bench_correcting CORPUS TABLES [N]`.

Over a built corpus it opens the card of an event, presses *Right as it is* and waits until the card says who said so,
then presses *Undo* and waits until the card says that, too; so many times (7 by default), each an event of its own. It
prints the seconds of each, and the medians. The lines that it adds to the corpus' corrections are all taken back. The
app meanwhile builds in the background, as it does for everybody.
"""

import argparse
import os
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from core import store
from core.openset import OpenSet
from dashboard import hosting
from dashboard.asking.corpus import Corpus
from tests.benchmarks.waits import milliseconds
from tests.browser.conftest import FLAGS, Visit, card, chromium, serving

PATIENCE = 300_000

CARD = "document.querySelector('.st-key-event_card')?.textContent"
"""What the card of the chosen event says, as an expression of JavaScript; undefined where there is none."""


def seconds(page: Page, button: str, shows: str) -> float:
    """How long after a button of the card is pressed an expression of JavaScript holds."""
    pressed = card(page).get_by_role("button", name=button).first
    expect(pressed).to_be_visible()
    return milliseconds(page, pressed.click, shows) / 1000


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument("times", type=int, nargs="?", default=7)
    options = parser.parse_args()
    expect.set_options(timeout=PATIENCE)
    corpus = Corpus(OpenSet(store.located(options.tables) or options.tables))
    events = [one for one in corpus.events.index if not corpus.decided.of_event(one)][: options.times]
    print(f"{len(corpus.documents)} documents, {len(corpus.events)} events, {len(corpus.decided.said)} corrections")
    os.environ[hosting.SETTING] = "on"
    folders = {"LAGEBILD_CORPUS": str(options.corpus), "LAGEBILD_TABLES": str(options.tables)}
    with (
        tempfile.TemporaryDirectory() as logs,
        serving(folders, Path(logs) / "log") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium() or None, args=list(FLAGS))
        page = browser.new_context(locale="en-GB").new_page()
        page.set_default_timeout(PATIENCE)
        visit, said, undone = Visit(page, address, [], []), [], []
        for event in events:
            visit.open(f"/timeline?event={event}", "Timeline")
            said.append(seconds(page, "Right as it is", f"{CARD}.includes('not in the tables yet')"))
            visit.settle("Timeline")
            undone.append(seconds(page, "Undo", f"!{CARD}.includes('not in the tables yet')"))
            visit.settle("Timeline")
        browser.close()
    for what, times in (("a correction shows after", said), ("that it is taken back shows after", undone)):
        print(f"{what} {statistics.median(times):.2f} s (each: {', '.join(f'{one:.2f}' for one in times)})")


if __name__ == "__main__":
    main()
