"""A corpus to what each of its documents gives: what the cache holds is used again, the rest is worked out and kept."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from core.corpus import Item, UnreadableError
from core.engine import job
from core.engine.assembly import Source
from core.engine.cache import Cache, Content
from core.engine.job import STAGES, Done, Job, Prints, Stage, chain
from core.engine.workers import Run

_AT_ONCE = 256  # documents that are looked at before anybody looks again whether a worker is done
_KEPT_AT_ONCE = 32  # documents whose results are written to the cache together; as many are lost by a crash


@dataclass(frozen=True)
class Outcome:
    """What became of the items of a corpus.

    `documents` are what they give, or why they are left out, item by item. `keys` are those of all results that the
    tables rest on, by the name of the item. `made` counts the results that had to be made, by stage, and `redone` are
    the keys of the documents that any were made for. `failed` is true where one is left out for a reason that may pass.
    """

    documents: tuple[Source | UnreadableError, ...]
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
    known: list[Item] = field(default_factory=list)  # their results were all there, and wait to be looked at
    documents: dict[str, Source | UnreadableError] = field(default_factory=dict)  # what these say

    @property
    def done(self) -> int:
        return len(self.keys) + len(self.reasons)


def analyse(
    items: Sequence[Item],
    contents: Sequence[Content],
    made_by: Prints,
    kept: Cache,
    run: Run,
    progress: Callable[[int, int], None],
) -> Outcome:
    """What the documents of these items give.

    Args:
        items: the corpus.
        contents: a hash of each item's bytes, or why it cannot be read.
        made_by: the fingerprints of the stages.
        kept: the results of former builds; new ones are added to it as they are made.
        run: who does the work.
        progress: is told how many of the items are done, and how many there are.

    Raises:
        LostError: a result is damaged; the sources in the outcome may raise it, too.
        sqlite3.Error: the cache cannot be read or written.
        ClusterError: the cluster cannot be used.
    """
    state = _Progress()
    progress(0, len(items))

    def meanwhile() -> bool:
        some, state.known[-_AT_ONCE:] = state.known[-_AT_ONCE:], []
        _look(some, kept, state)
        return bool(state.known)

    finished = run(_jobs(items, contents, made_by, kept, state), meanwhile)
    while batch := list(islice(finished, _KEPT_AT_ONCE)):
        kept.keep(made for done in batch for made in done.made)
        for done in batch:
            _note(done, state)
        progress(state.done, len(items))
    progress(state.done, len(items))
    _look((item for item in items if name(item) not in state.documents), kept, state)
    found = tuple(state.documents[name(item)] for item in items)
    redone = (one.key for one in map(state.documents.get, state.redone) if isinstance(one, Source))
    return Outcome(found, state.keys, state.made, state.seconds, frozenset(redone), state.failed)


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


def name(item: Item) -> str:
    """The name under which the cache knows an item; two files may differ in how an umlaut is composed alone."""
    return f"{item.path.name!a} {item.part or ''}"


def _jobs(
    items: Sequence[Item], contents: Sequence[Content], made_by: Prints, kept: Cache, state: _Progress
) -> Iterator[Job]:
    """A job for each item that lacks a result; the others are noted as done."""
    for item, content in zip(items, contents, strict=True):
        if isinstance(content, UnreadableError):
            state.reasons[name(item)] = content
            continue
        keys = _keys(made_by, item, content, kept)
        if keys[-1] in kept.outcomes:
            state.keys[name(item)] = keys
            state.known.append(item)
            continue
        given = dict(zip(STAGES, keys[:-1], strict=False))
        values = {stage: value for stage, key in given.items() if (value := kept.value(key))}
        # Those whose value is damaged are forgotten: the worker is to make it anew.
        known = [key for key in kept.chain(name(item)) if kept.value(key)]
        outcomes = {key: kept.outcomes[key] for key in (*given.values(), *known) if key in kept.outcomes}
        try:
            yield Job(replace(item, line=None), item.data(), values, outcomes)
        except UnreadableError as error:
            state.reasons[name(item)] = error


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


def _note(done: Done, state: _Progress) -> None:
    of = name(done.item)
    state.redone.add(of)
    if done.failure:
        state.reasons[of] = UnreadableError(done.failure)
        state.failed = True
        return
    state.keys[of] = done.keys
    for stage, seconds in done.seconds.items():
        state.made[stage] += 1
        state.seconds[stage] += seconds


def _look(items: Iterable[Item], kept: Cache, state: _Progress) -> None:
    """Note what the results of items say."""
    with without_collection():
        for item in items:
            of = name(item)
            state.documents[of] = state.reasons.get(of) or _document(state.keys[of], kept)


def _document(keys: Sequence[bytes], kept: Cache) -> Source | UnreadableError:
    """What the kept results of an item say, or why it is left out."""
    key = dict(zip(STAGES, keys, strict=False))
    if "brief" not in key:
        return UnreadableError(job.reason(kept.needed(key["read"])))
    return Source(
        job.brief(kept.needed(key["brief"])),
        key["brief"],
        kept.outcomes[key["tell"]],
        lambda: job.told(kept.needed(key["tell"])).claims,
        lambda: job.analysed(*(kept.needed(key[stage]) for stage in ("read", "find", "tell"))),
    )
