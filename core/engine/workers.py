"""Who does the work on the documents: this process, several on this machine, or a Dask cluster.

A worker that is lost costs no more than its work: its documents are done again, each by itself, and only one that takes
its worker with it when it is alone is given up.
"""

from __future__ import annotations  # for types that are not imported before they are needed

import asyncio
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from importlib.util import find_spec
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from core.errors import LagebildError
from core.messages import Message

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as DaskFuture

    from core.engine.job import Done, Job, Prints


class Run(Protocol):
    """Does jobs and gives what became of each, in any order; asks for jobs as it needs them.

    What became of one may bring up more: jobs that come behind the last are done, too, as long as others are under way.
    """

    def __call__(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Do the jobs."""


_BATCH = 8  # jobs sent to a worker at once: sending one costs about a tenth of doing it
_AHEAD = 2  # batches for each worker that are under way, so that none has to wait and few are in memory
_PATIENCE = 30  # seconds to wait for a cluster and its first worker
_DEADLY = Message("ended the process that worked on it, perhaps for want of memory; left out, split or remove it")
_OTHER_VERSION = "a worker or the scheduler has another version of Lagebild, Python or a library; install ours there"


class ClusterError(LagebildError):
    """A cluster that cannot be used; the message is one line that says what to do."""


def here(backbone: str) -> Run:
    """Work in this process."""

    def run(jobs: Iterable[Job]) -> Iterator[Done]:
        from core.engine.job import work

        return (work(job, backbone) for job in jobs)

    return run


def processes(backbone: str, count: int) -> Run:
    """Work in so many processes on this machine. They end with this one, however it ends."""

    def run(jobs: Iterable[Job]) -> Iterator[Done]:
        batches = _Batches(jobs)
        suspects: list[Job] = []
        under_way: dict[Future[list[Done]], Sequence[Job]] = {}
        pool = _pool(backbone, count)
        try:
            while (batch := next(batches, ())) or under_way:
                try:
                    if batch:
                        under_way[pool.submit(_work_all, batch, backbone)] = batch
                        if len(under_way) < _AHEAD * count:
                            continue
                    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                        done = future.result()
                        del under_way[future]
                        yield from done
                except BrokenProcessPool:
                    lost = {id(job): job for some in (*under_way.values(), batch) for job in some}
                    suspects += lost.values()
                    under_way.clear()
                    pool.shutdown(wait=False)
                    pool = _pool(backbone, count)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        yield from _carefully(suspects, backbone)

    return run


def _carefully(suspects: list[Job], backbone: str) -> Iterator[Done]:
    """Do jobs one of which ended its process, each by itself."""
    from core.engine.job import Done, work

    while suspects:
        with _pool(backbone, 1) as pool:
            while suspects:
                job = suspects.pop()
                try:
                    yield pool.submit(work, job, backbone).result()
                except BrokenProcessPool:
                    yield Done(job.item, (), (), {}, _DEADLY)
                    break


def _pool(backbone: str, count: int) -> ProcessPoolExecutor:
    # Not forked: the process may have threads, as the app's has, which a fork would leave stuck.
    return ProcessPoolExecutor(count, get_context("spawn"), _prepare, (backbone,))


def _prepare(backbone: str) -> None:
    """Set up a process: load what the stages need, and see to it that it ends with the process that started it."""
    Thread(target=_end_with_parent, daemon=True).start()
    from core.engine.job import warm_up

    with suppress(LagebildError):  # which the first job raises again, where it can be told
        warm_up(backbone)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def cluster(backbone: str, address: str) -> Run:
    """Work on the Dask cluster whose scheduler has this address; its workers need Lagebild in the same version.

    Raises:
        ClusterError: Dask is not installed. Also when the work is done: nobody answers there or no longer, there are
            no workers, or they have another version.
    """
    if find_spec("distributed") is None:
        raise ClusterError("--scheduler needs Dask; install it with `pip install 'lagebild[cluster]'`")

    def run(jobs: Iterable[Job]) -> Iterator[Done]:
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker

        from core.engine.job import Done, prints

        expected = prints(backbone)
        try:
            with ThreadPoolExecutor(1) as aside:  # for in this thread a loop may run, as in a notebook
                aside.submit(asyncio.run, _try_to_connect(address)).result()
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"{address}: no Dask scheduler answers there; start one or correct --scheduler"
            ) from error
        with Client(address, timeout=_PATIENCE, set_as_default=False) as client:
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as error:
                raise ClusterError(f"{address}: the scheduler has no workers; start some with `dask worker`") from error
            batches, done = _Batches(jobs), as_completed(loop=client.loop)
            under_way: dict[DaskFuture[list[Done]], Sequence[Job]] = {}
            room = _AHEAD * sum(client.nthreads().values())

            def send(batch: Sequence[Job]) -> None:
                future = client.submit(_work_as, expected, batch, backbone, pure=False)
                under_way[future] = batch
                done.add(future)

            for batch in islice(batches, room):
                send(batch)
            suspects: list[Job] = []
            for future in done:
                batch = under_way.pop(future)
                try:
                    yield from _result(future, address)
                except KilledWorker:
                    suspects += batch
                for following in islice(batches, 1):
                    send(following)
            for job in suspects:  # each alone, for Dask blames all that a lost worker had before it
                try:
                    alone = client.submit(_work_as, expected, [job], backbone, pure=False)
                    _wait(client, alone, address)
                    yield from _result(alone, address)
                except KilledWorker:
                    yield Done(job.item, (), (), {}, _DEADLY)

    return run


async def _try_to_connect(address: str) -> None:
    """See whether somebody answers there, before a client is made.

    A client that could not connect is left behind half made, and can block all of Dask in this process for ever when it
    is collected as garbage (`Client.__del__` stops a loop, which waits for the lock of another that is just starting).

    Raises:
        OSError: nobody answers.
        ValueError: this is no address.
    """
    from distributed import Security
    from distributed.comm.core import connect

    answering = await connect(address, _PATIENCE, **Security().get_connection_args("client"))
    await answering.close()


def _wait(client: Client, future: DaskFuture[list[Done]], address: str) -> None:
    """Wait until a job on the cluster is over. Dask would also wait for ever for new workers.

    Raises:
        ClusterError: all workers are lost.
    """
    while not future.done():
        with suppress(TimeoutError):
            future.exception(_PATIENCE)
        if not (future.done() or client.nthreads()):
            raise ClusterError(f"{address}: all workers were lost; start some and build again")


def _result(future: DaskFuture[list[Done]], address: str) -> list[Done]:
    """What a worker of the cluster gives, or why the cluster cannot be used.

    Raises:
        KilledWorker: all workers that it was given to were lost.
        ClusterError: the cluster cannot be used.
    """
    from distributed.scheduler import KilledWorker

    try:
        done = future.result()
    except (KilledWorker, LagebildError):
        raise
    except CancelledError as error:
        raise ClusterError(
            f"{address}: the scheduler was lost; start it and build again, what is done is kept"
        ) from error
    except Exception as error:  # whatever comes of sending code and values to where they are not known
        raise ClusterError(_OTHER_VERSION) from error
    return done


def _work_as(expected: Prints, jobs: Sequence[Job], backbone: str) -> list[Done]:
    from core.engine.job import prints

    if prints(backbone) != expected:
        raise ClusterError(_OTHER_VERSION)
    return _work_all(jobs, backbone)


def _work_all(jobs: Sequence[Job], backbone: str) -> list[Done]:
    from core.engine.job import work

    return [work(job, backbone) for job in jobs]


class _Batches:
    """Jobs in batches; more may come behind the last."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)

    def __iter__(self) -> Iterator[Sequence[Job]]:
        return self

    def __next__(self) -> Sequence[Job]:
        if batch := list(islice(self._jobs, _BATCH)):
            return batch
        raise StopIteration
