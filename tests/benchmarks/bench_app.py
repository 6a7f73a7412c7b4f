"""How long the server takes to rerun each page after the time window was moved, on generated tables.

Run from the repository's root: `python -m tests.benchmarks.bench_app [EVENTS ACTORS DOCUMENTS] ...`
Prints a table: median and worst of the reruns, in milliseconds of processor time, so that other work on the machine
does not count. What the test harness adds is in them, the browser's part is not.
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
from tests.synthetic import tables

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
PAGES = ("overview", "timeline", "network", "reader", "actors", "discrepancies", "sources")
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


def main() -> None:
    """Measure each size given on the command line."""
    numbers = [int(text) for text in sys.argv[1:]] or [5000, 300, 40]
    print(f"{'events':>8} {'actors':>7}  {'page':<14} {'median ms':>10} {'worst ms':>9}")
    for at in range(0, len(numbers), 3):
        events, actors, documents = numbers[at : at + 3]
        with tempfile.TemporaryDirectory() as folder:
            store.place(tables(events, actors, documents), Path(folder), {})
            os.environ["LAGEBILD_TABLES"] = folder
            for page in PAGES:
                times = reruns(page)
                print(f"{events:>8} {actors:>7}  {page:<14} {statistics.median(times):>10.0f} {max(times):>9.0f}")


if __name__ == "__main__":
    main()
