"""Several processes, and a Dask cluster, give what one process gives; lost workers cost no document."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from distributed import Client, LocalCluster

from core import store
from core.build import build
from core.corpus import Item
from core.engine import workers
from core.engine.job import Done, Job, prints, work
from core.engine.workers import ClusterError, Run
from core.german import DEFAULT, BackboneError
from tests.core.corpus.samples import packed
from tests.core.engine.deadly import Deadly
from tests.core.engine.small_corpus import NAMESAKE, STRANGER, TEXTS, VISIT, Folder, placed

pytestmark = pytest.mark.slow


def job(number: int, data: bytes) -> Job:
    return Job(Item(f"{number:03}.txt", None, Path(f"{number:03}.txt")), data, {}, {})


def jobs(count: int) -> list[Job]:
    """As many different documents."""
    return [job(n, TEXTS[n % len(TEXTS)] and TEXTS[n % len(TEXTS)] + f" {n}".encode()) for n in range(count)]


def given(done: Iterable[Done]) -> dict[str, object]:
    """What is known of each document after the work on it."""
    known = {one.item.file: (one.keys, one.made, one.failure) for one in done}
    return dict(sorted(known.items()))


def alone(some: Sequence[Job]) -> dict[str, object]:
    """What this process makes of documents."""
    return given(work(one, DEFAULT) for one in some)


def test_processes_give_what_one_process_gives_also_after_one_was_lost(tmp_path: Path) -> None:
    some = jobs(24)
    data = Deadly(VISIT.encode())
    data.once = tmp_path / "was here"
    some.insert(12, job(900, data))
    assert given(workers.processes(DEFAULT, 2)(some)) == alone(some)
    assert data.once.exists()


def test_a_document_that_ends_every_process_is_left_out_with_a_reason() -> None:
    some = jobs(20)
    done = given(workers.processes(DEFAULT, 2)([*some[:10], job(900, Deadly(b"x")), *some[10:]]))
    assert done.pop("900.txt") == ((), (), workers._DEADLY)
    assert done == alone(some)


def test_processes_that_cannot_start_their_work_tell_why() -> None:
    with pytest.raises(BackboneError, match="de_core_news_lg"):
        list(workers.processes("de_core_news_lg", 2)(jobs(3)))


def test_builds_with_two_processes_give_the_same_tables_at_first_and_with_a_document_more(tmp_path: Path) -> None:
    records = json.dumps({"id": "r", "text": NAMESAKE}).encode()
    texts = {
        **{f"{n}.txt": text for n, text in enumerate(TEXTS)},
        "a.zip": packed({"a.txt": VISIT.encode(), "b.jsonl": records}),
        "b.zip": packed({"c.zip": packed({"e.txt": STRANGER.encode()})}),  # parts that workers find
    }
    corpus = Folder(texts).write(tmp_path / "corpus")
    one = build(corpus, tmp_path / "one")
    two = build(corpus, tmp_path / "two", workers=2)
    assert one.warnings == two.warnings
    assert one.documents == two.documents == len(TEXTS) - 2 + 3  # a picture and an empty file hold none
    assert placed(tmp_path / "one") == placed(tmp_path / "two")

    Folder({**texts, "more.txt": VISIT.encode() + b" Am Abend reiste er ab."}).write(corpus)
    grown = build(corpus, tmp_path / "two", workers=2)
    build(corpus, tmp_path / "anew")
    assert grown.redone == 1
    assert placed(tmp_path / "two") == placed(tmp_path / "anew")


BUILDING = """
import sys
from pathlib import Path
from core.build import build
if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), workers=2, progress=lambda *done: print(*done, flush=True))
"""


@pytest.mark.parametrize("lines", [1, 2], ids=["as they start", "at work"])
def test_no_process_outlives_a_build_that_is_killed(tmp_path: Path, lines: int) -> None:
    corpus = Folder({f"{n}.txt": f"{VISIT} {n}".encode() for n in range(400)}).write(tmp_path / "corpus")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    (tmp_path / "building.py").write_text(BUILDING, encoding="utf-8")
    command = [sys.executable, *map(str, (tmp_path / "building.py", corpus, tmp_path / "out"))]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as builder:
        assert builder.stdout is not None
        for _ in range(lines):
            builder.stdout.readline()
        process = psutil.Process(builder.pid)
        children: list[psutil.Process] = []
        while builder.poll() is None and len(children) < 3:  # two at work, and one that minds what they share
            children = process.children(recursive=True)
        builder.kill()
        builder.wait()
    assert len(children) >= 3
    assert psutil.wait_procs(children, timeout=60)[1] == []
    assert store.manifest(tmp_path / "out") is None


@pytest.fixture(scope="module")
def dask() -> Iterator[LocalCluster]:
    """Two workers in processes of their own."""
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
        yield cluster


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 1)


def test_a_cluster_gives_what_one_process_gives(dask: LocalCluster) -> None:
    some = jobs(40)
    assert given(workers.cluster(DEFAULT, dask.scheduler_address)(some)) == alone(some)


def test_documents_of_a_lost_worker_of_a_cluster_are_done_again(dask: LocalCluster) -> None:
    some = jobs(80)

    def losing() -> Iterator[Job]:
        yield from some[:40]
        with Client(dask.scheduler_address, set_as_default=False) as client:
            pids = list(client.run(os.getpid).values())
        os.kill(pids[0], signal.SIGKILL)
        yield from some[40:]

    assert given(workers.cluster(DEFAULT, dask.scheduler_address)(losing())) == alone(some)


def failing(run: Run) -> str:
    """The one line with which a run fails."""
    with pytest.raises(ClusterError) as error:
        list(run(jobs(3)))
    [line] = str(error.value).splitlines()
    return line


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nobody", "http://127.0.0.1:1", ""])
def test_a_wrong_address_is_told_in_one_line(address: str) -> None:
    assert "no Dask scheduler answers there" in failing(workers.cluster(DEFAULT, address))


@pytest.mark.usefixtures("impatient")
def test_a_cluster_can_be_asked_for_where_an_event_loop_runs() -> None:
    async def notebook() -> str:
        return failing(workers.cluster(DEFAULT, "nobody"))

    with ThreadPoolExecutor(1) as aside:
        assert "no Dask scheduler answers there" in aside.submit(asyncio.run, notebook()).result()


@pytest.mark.usefixtures("impatient")
def test_a_cluster_without_workers_is_told_in_one_line() -> None:
    with LocalCluster(n_workers=0, processes=True, dashboard_address=":0") as cluster:
        assert "has no workers" in failing(workers.cluster(DEFAULT, cluster.scheduler_address))


def test_another_version_on_a_worker_is_told_in_one_line(dask: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {**prints(DEFAULT), "tell": b"ours"}
    monkeypatch.setattr("core.engine.job.prints", lambda _: ours)
    assert "has another version of Lagebild" in failing(workers.cluster(DEFAULT, dask.scheduler_address))


WITHOUT_LAGEBILD = """
import asyncio, sys
sys.modules["core"] = None
from distributed import Scheduler, Worker
async def main():
    async with Scheduler(dashboard_address=":0", port=0) as scheduler, Worker(scheduler.address):
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(main())
"""


def test_a_cluster_without_lagebild_is_told_in_one_line() -> None:
    with subprocess.Popen([sys.executable, "-c", WITHOUT_LAGEBILD], stdout=subprocess.PIPE, text=True) as cluster:
        assert cluster.stdout is not None
        address = cluster.stdout.readline().strip()
        try:
            assert "another version of Lagebild" in failing(workers.cluster(DEFAULT, address))
        finally:
            cluster.kill()


def test_a_scheduler_that_is_lost_is_told_in_one_line() -> None:
    with subprocess.Popen([sys.executable, "-c", ALONE], stdout=subprocess.PIPE, text=True) as cluster:
        assert cluster.stdout is not None
        address = cluster.stdout.readline().strip()

        def losing() -> Iterator[Job]:
            yield from jobs(30)
            cluster.kill()
            cluster.wait()
            yield from jobs(60)

        try:
            with pytest.raises(ClusterError, match="was lost"):
                list(workers.cluster(DEFAULT, address)(losing()))
        finally:
            cluster.kill()


ALONE = WITHOUT_LAGEBILD.replace('sys.modules["core"] = None\n', "")


def test_a_document_that_ends_every_worker_of_a_cluster_is_left_out_with_a_reason() -> None:
    import dask

    some = jobs(12)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        # Two, as Dask gives up a worker that is lost while it starts.
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster,
    ):
        done = given(workers.cluster(DEFAULT, cluster.scheduler_address)([*some, job(900, Deadly(b"x"))]))
    assert done.pop("900.txt") == ((), (), workers._DEADLY)
    assert done == alone(some)
