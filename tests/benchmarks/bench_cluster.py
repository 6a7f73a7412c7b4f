"""How much faster two Dask workers build than one: `python -m tests.benchmarks.bench_cluster [--documents 1000]`.

Starts a cluster on this machine, each worker a process with one thread, builds a generated corpus with one worker and
with two, each from nothing, and prints the seconds of both and their ratio. The workers are warm: each has loaded what
it works with. On a machine with two cores the ratio is short of two by what the build itself does beside its workers.
"""

import argparse
import tempfile
import time
from pathlib import Path

from distributed import Client, LocalCluster

from core.build import build
from core.engine.job import tools
from core.german import DEFAULT
from tests.benchmarks.articles import articles
from tests.benchmarks.bench_build import write


def seconds(corpus: Path, workers: int) -> float:
    """How long a build from nothing takes with so many workers."""
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster,
        Client(cluster.scheduler_address, set_as_default=False) as client,
        tempfile.TemporaryDirectory() as out,
    ):
        client.run(load)
        began = time.monotonic()
        build(corpus, Path(out), scheduler=cluster.scheduler_address)
        return time.monotonic() - began


def load() -> None:
    """Load what a worker works with."""
    tools(DEFAULT)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), [(text, str(day)) for text, day in articles(options.documents)])
        one, two = (seconds(Path(folder), workers) for workers in (1, 2))
    print(f"one worker {one:.1f} s, two workers {two:.1f} s: {one / two:.2f} times as fast")


if __name__ == "__main__":
    main()
