"""How long the server takes to rerun each page after the time window was moved, on generated tables.

Run from the repository's root: `python -m tests.benchmarks.bench_app [EVENTS ACTORS DOCUMENTS] ...`, or with a folder
of tables in place of the numbers. Documents have 400 words beside those that tell of events. Prints a table: median and
worst of the reruns, in milliseconds of processor time, so that other work on the machine does not count. What the test
harness adds is in them, the browser's part is not.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest

from core import store
from core.openset import OpenSet
from core.tables import write_set
from dashboard.asking.corpus import Corpus
from tests.dashboard.test_pages import PAGES
from tests.synthetic import tables

APP = Path(__file__).parents[2] / "dashboard" / "main.py"
RERUNS = 7


def reruns(page: str) -> list[float]:
    """Milliseconds of processor time of each rerun of a page after a move of the time window's begin."""
    app = AppTest.from_file(str(APP), default_timeout=300)
    if page != "overview":
        app.switch_page(f"views/{page}.py")
    app.run()
    for query in ("Wetter", ""):  # the words are read in the background; a search waits for them
        app.text_input(key="control_search").set_value(query).run()
    first, last = app.slider(key="control_window").value
    times = []
    for step in range(RERUNS):
        slider = app.slider(key="control_window")
        slider.set_value((first + timedelta(days=20 * (step + 1)), last))
        began = time.process_time()
        app.run()
        times.append((time.process_time() - began) * 1000)
        if app.exception:
            raise RuntimeError(app.exception[0].message)
    return times


def measure(folder: str) -> None:
    """Print the reruns of every page over a folder of tables."""
    os.environ["LAGEBILD_TABLES"] = folder
    opened = Corpus(OpenSet(store.located(Path(folder)) or Path(folder)))
    for page in PAGES:
        times = reruns(page)
        sizes = f"{len(opened.events):>8} {len(opened.actors):>7} {len(opened.documents):>10}"
        print(f"{sizes}  {page:<14} {statistics.median(times):>10.0f} {max(times):>9.0f}", flush=True)


def main() -> None:
    """Measure each size given on the command line, or each folder."""
    asked = sys.argv[1:] or ["5000", "300", "40"]
    print(f"{'events':>8} {'actors':>7} {'documents':>10}  {'page':<14} {'median ms':>10} {'worst ms':>9}")
    while asked:
        if not asked[0].isdigit():
            measure(asked.pop(0))
            continue
        size, asked = map(int, asked[:3]), asked[3:]
        with tempfile.TemporaryDirectory() as folder:
            write_set(tables(*size, words=400), Path(folder))
            measure(folder)


if __name__ == "__main__":
    main()
