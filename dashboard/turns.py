"""Runs take turns: Python's threads share one processor, and to switch between many of them costs a third of it.

100 visitors over 5,000 events who each ask for something every five seconds: 48 ms of processor time a rerun and 3.3 s
until it is there where all run at once, 37 ms and .08 s where they take turns (`tests.benchmarks.bench_load`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

PATIENCE = 0.5
"""Seconds after which a run begins all the same: what another does may take long, as a first search does."""

_running = Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait until no other run goes on, or for `PATIENCE`."""
    taken = _running.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        if taken:
            _running.release()
