"""How long visitors wait when many of them move the time window at once.

Run from the repository's root: `python -m tests.benchmarks.bench_load [SESSIONS SECONDS EVENTS ACTORS DOCUMENTS]`
Starts the app over generated tables and opens so many sessions, each of which asks for another window on one of the
pages, waits until it is drawn, thinks for five seconds and asks again. Prints the median, the 95th percentile and the
worst of the waits in milliseconds, by page, and what the server used: processor time a rerun, and memory before and
after. The clients use the same machine.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from core.tables import write_set
from tests.benchmarks.server import memory, process, used
from tests.browser.conftest import serving
from tests.dashboard.test_pages import PAGES
from tests.synthetic import tables

THINK = 5.0


async def ask(socket: ClientConnection, page: str, first: date) -> float:
    """Ask for a page with a window's begin and wait until its script has run; gives the milliseconds."""
    message = BackMsg()
    message.rerun_script.query_string = f"first={first}"
    message.rerun_script.page_name = "" if page == "overview" else page
    began = time.perf_counter()
    await socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg.FromString(await socket.recv(decode=False))
        if answer.WhichOneof("type") == "script_finished":
            return (time.perf_counter() - began) * 1000


async def visit(address: str, number: int, seconds: float, waits: dict[str, list[float]]) -> None:
    """One visitor, who comes at a moment of its own and stays for so many seconds."""
    chance = random.Random(number)  # noqa: S311 - not for secrets
    page = PAGES[number % len(PAGES)]
    stream = f"ws{address.removeprefix('http')}/_stcore/stream"
    await asyncio.sleep(chance.uniform(0, THINK))
    async with connect(stream, origin=address, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[arg-type, list-item]
        await ask(socket, page, date(2021, 1, 1))
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            await asyncio.sleep(chance.uniform(0.8, 1.2) * THINK)
            waits[page].append(await ask(socket, page, date(2021, 1, 2) + timedelta(days=chance.randrange(700))))


async def crowd(address: str, sessions: int, seconds: float) -> dict[str, list[float]]:
    """The waits of so many visitors, by page."""
    waits: dict[str, list[float]] = defaultdict(list)
    await asyncio.gather(*(visit(address, number, seconds, waits) for number in range(sessions)))
    return waits


def main() -> None:
    """Measure with the numbers given on the command line."""
    sessions, seconds, *size = [int(text) for text in sys.argv[1:]] or [40, 60]
    with tempfile.TemporaryDirectory() as folder:
        write_set(tables(*(size or (5000, 300, 40))), Path(folder))
        with serving({"LAGEBILD_TABLES": folder}, Path(folder) / "log") as address:
            server = process(address)
            asyncio.run(crowd(address, len(PAGES), 1))  # each page once: libraries and tables are loaded
            before, held = used(server), memory(server)
            waits = asyncio.run(crowd(address, sessions, seconds))
            worked, holds = used(server) - before, memory(server)
    print(f"{'page':<14} {'reruns':>7} {'median ms':>10} {'95 % ms':>9} {'worst ms':>9}")
    waits["all"] = [one for times in waits.values() for one in times]
    for page, times in waits.items():
        late = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(f"{page:<14} {len(times):>7} {statistics.median(times):>10.0f} {late:>9.0f} {max(times):>9.0f}")
    reruns = len(waits["all"]) + sessions  # each visitor's first one is not among the waits
    print(f"processor time of the server a rerun: {worked / reruns * 1000:.0f} ms; memory {held} -> {holds} MB")


if __name__ == "__main__":
    main()
