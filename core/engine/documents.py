"""A corpus to what each of its documents gives: what the cache holds is used again, the rest is worked out and kept."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from core.corpus import Item, Items, Notice, UnreadableError
from core.engine import job
from core.engine.assembly import LazyDocument
from core.engine.cache import Cache, Content, content
from core.engine.job import STAGES, Done, Job, Prints, Stage, chain
from core.engine.workers import Run
from core.messages import Message

_KEPT_AT_ONCE = 32  # documents whose results are written to the cache together; as many are lost by a crash


@dataclass(frozen=True)
class Outcome:
    """What became of the items of a corpus.

    `documents` are what the texts give, or why they are left out, file by file and part by part; `notices` are on files
    that hold several. `keys` are those of all results that the tables rest on, by the name of the item. `made` counts
    the results that had to be made, by stage, and `redone` are the keys of the documents that any were made for.
    `failed` is true where one is left out for a reason that may pass.
    """

    documents: tuple[tuple[Item, LazyDocument | UnreadableError], ...]
    notices: tuple[Notice, ...]
    keys: Mapping[str, Sequence[bytes]]
    made: Mapping[Stage, int]
    seconds: Mapping[Stage, float]
    redone: frozenset[bytes]
    failed: bool


@dataclass
class _Progress:
    """What has become of the items so far, by name."""

    keys: dict[str, Sequence[bytes]] = field(default_factory=dict)
    reasons: dict[str, UnreadableError] = field(default_factory=dict)
    made: dict[Stage, int] = field(default_factory=lambda: dict.fromkeys(STAGES, 0))
    seconds: dict[Stage, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    redone: set[str] = field(default_factory=set)
    failed: bool = False
    documents: dict[str, LazyDocument | UnreadableError] = field(default_factory=dict)  # what these say
    parts: dict[str, Sequence[Item]] = field(default_factory=dict)  # of the files that hold several
    remarks: dict[str, Sequence[Message]] = field(default_factory=dict)  # on these

    @property
    def done(self) -> int:
        return len(self.keys) + len(self.reasons)

    def texts(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, in the place of a file that holds several its parts."""
        for item in items:
            if (of := item.name) in self.parts:
                yield from self.texts(self.parts[of])
            else:
                yield item

    def notices(self, items: Iterable[Item]) -> Iterator[Notice]:
        """The remarks on files that hold several."""
        for item in items:
            if (of := item.name) in self.parts:
                yield from (Notice(item.file, remark) for remark in self.remarks[of])
                yield from self.notices(self.parts[of])


def analyse(
    listed: Items,
    contents: Sequence[Content],
    made_by: Prints,
    kept: Cache,
    run: Run,
    progress: Callable[[int, int], None],
) -> Outcome:
    """What the documents of a corpus give.

    Args:
        listed: its files.
        contents: a hash of each one's bytes, or why it cannot be read.
        made_by: the fingerprints of the stages.
        kept: the results of former builds; new ones are added to it as they are made.
        run: who does the work.
        progress: is told how many files and parts of files are done, and how many there are as far as is known.

    Raises:
        LostError: a result is damaged; the sources in the outcome may raise it, too.
        sqlite3.Error: the cache cannot be read or written.
        ClusterError: the cluster cannot be used.
    """
    state = _Progress()
    jobs = _Jobs(listed, contents, made_by, kept, state)
    progress(0, jobs.total)

    looking = True
    while looking:
        finished = map(jobs.note, run(jobs))
        while batch := list(islice(finished, _KEPT_AT_ONCE)):
            kept.keep(made for done in batch for made in done.made)
            progress(state.done, jobs.total)
        progress(state.done, jobs.total)
        looking = jobs.more  # what was brought up by the very last, where that was done when all others were over
    texts = list(state.texts(listed.items))
    _look((item for item in texts if item.name not in state.documents), kept, state)
    documents = tuple((item, state.documents[item.name]) for item in texts)
    redone = (one.key for one in map(state.documents.get, state.redone) if isinstance(one, LazyDocument))
    return Outcome(
        documents,
        tuple(state.notices(listed.items)),
        state.keys,
        state.made,
        state.seconds,
        frozenset(redone),
        state.failed,
    )


@contextmanager
def without_collection() -> Iterator[None]:
    """No search for garbage in cycles: there is none, and among all values of a corpus it takes half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Jobs(Iterator[Job]):
    """A job for each item that lacks a result; the others are noted as done.

    The parts of a file come behind the last item as soon as they are known, which may be after the end was reached.
    """

    def __init__(
        self, listed: Items, contents: Sequence[Content], made_by: Prints, kept: Cache, state: _Progress
    ) -> None:
        self._entries, self._decided = listed.entries, listed.decided
        self._waiting = deque(zip(listed.items, contents, strict=True))
        self._made_by, self._kept, self._state = made_by, kept, state
        self.total = len(self._waiting)

    @property
    def more(self) -> bool:
        """Whether there are items that nobody has asked for."""
        return bool(self._waiting)

    def __next__(self) -> Job:
        while self._waiting:
            if job := self._job(*self._waiting.popleft()):
                return job
        raise StopIteration

    def note(self, done: Done) -> Done:
        """Note the end of a job."""
        of, state = done.item.name, self._state
        state.redone.add(of)
        if done.failure:
            state.reasons[of] = UnreadableError(done.failure)
            state.failed = True
            return done
        state.keys[of] = done.keys
        for stage, seconds in done.seconds.items():
            state.made[stage] += 1
            state.seconds[stage] += seconds
        for key, result in done.made:
            if key == done.keys[0] and result.outcome == job.SEVERAL:
                self._open(done.item, result.value)
        return done

    def _job(self, item: Item, known_by: Content) -> Job | None:
        state, kept, of = self._state, self._kept, item.name
        if isinstance(known_by, UnreadableError):
            state.reasons[of] = known_by
            return None
        keys = _keys(self._made_by, item, known_by, kept)
        if keys[-1] in kept.outcomes:
            state.keys[of] = keys
            if kept.outcomes[keys[-1]] == job.SEVERAL:
                self._open(item, kept.needed(keys[-1]))
            return None
        given = dict(zip(STAGES, keys[:-1], strict=False))
        values = {stage: value for stage, key in given.items() if (value := kept.value(key))}
        # Those whose value is damaged are forgotten: the worker is to make it anew.
        known = [key for key in kept.chain(of) if kept.value(key)]
        outcomes = {key: kept.outcomes[key] for key in (*given.values(), *known) if key in kept.outcomes}
        try:
            return Job(replace(item, content=None), item.data(), values, outcomes)
        except UnreadableError as error:
            state.reasons[of] = error
            return None

    def _open(self, item: Item, read: bytes) -> None:
        """Go on with the parts of a file."""
        of, opened = item.name, job.opened(read)
        parts = tuple(item.opened(opened.parts, self._entries, self._decided))
        self._state.parts[of], self._state.remarks[of] = parts, opened.remarks
        self._waiting.extend((part, content(part)) for part in parts)
        self.total += len(parts)


def _keys(made_by: Prints, item: Item, content: bytes, kept: Cache) -> list[bytes]:
    """The keys of an item's results, up to the first that the cache does not hold."""
    walk = chain(made_by, item, content)
    keys = [next(walk)]
    while (outcome := kept.outcomes.get(keys[-1])) is not None:
        try:
            keys.append(walk.send(outcome))
        except StopIteration:
            break
    return keys


def _look(items: Iterable[Item], kept: Cache, state: _Progress) -> None:
    """Note what the results of items say."""
    with without_collection():
        for item in items:
            of = item.name
            state.documents[of] = state.reasons.get(of) or _document(state.keys[of], kept)


def _document(keys: Sequence[bytes], kept: Cache) -> LazyDocument | UnreadableError:
    """What the kept results of an item say, or why it is left out."""
    key = dict(zip(STAGES, keys, strict=False))
    if "brief" not in key:
        return UnreadableError(job.reason(kept.needed(key["read"])))
    return LazyDocument(
        job.brief(kept.needed(key["brief"])),
        key["brief"],
        kept.outcomes[key["tell"]],
        lambda: job.told(kept.needed(key["tell"])).claims,
        lambda: job.analysed(*(kept.needed(key[stage]) for stage in ("read", "find", "tell"))),
    )
