"""A corpus to what each of its documents gives: what the cache holds is used again, the rest is worked out and kept."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

import msgspec

from core.cache import Cache, Result, digest
from core.corpus import Item, UnreadableError
from core.events import Match
from core.fingerprint import fingerprint
from core.matching import Matches, Pairs, Sides
from core.stages import Analysed
from core.work import STAGES, Done, Job, Prints, Stage, analysed, chain, reason
from core.workers import Run

_LOST = "was read, but what it gave cannot be kept; left out, check the disk of the output folder"
_AT_ONCE = 256  # documents that are decoded before anybody looks again whether a worker is done
_KEPT_AT_ONCE = 32  # documents whose results are written to the cache together; as many are lost by a crash


@dataclass(frozen=True)
class Outcome:
    """What became of the items of a corpus.

    `documents` are what they give, or why they are left out, item by item. `keys` are those of all results that the
    tables rest on, by the name of the item. `made` counts the results that had to be made, by stage, and `redone` says
    of each item whether any were made for it. `failed` is true where one is left out for a reason that may pass.
    """

    documents: tuple[Analysed | UnreadableError, ...]
    keys: Mapping[str, Sequence[bytes]]
    made: Mapping[Stage, int]
    seconds: Mapping[Stage, float]
    redone: tuple[bool, ...]
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
    known: list[Item] = field(default_factory=list)  # their results were all there, and wait to be decoded
    documents: dict[str, Analysed | UnreadableError | None] = field(default_factory=dict)  # what they decoded to

    @property
    def done(self) -> int:
        return len(self.keys) + len(self.reasons)


def analyse(
    items: Sequence[Item], made_by: Prints, kept: Cache, run: Run, progress: Callable[[int, int], None]
) -> Outcome:
    """What the documents of these items give.

    Args:
        items: the corpus.
        made_by: the fingerprints of the stages.
        kept: the results of former builds; new ones are added to it as they are made.
        run: who does the work.
        progress: is told how many of the items are done, and how many there are.

    Raises:
        sqlite3.Error: the cache cannot be read or written.
        ClusterError: the cluster cannot be used.
    """
    state = _Progress()
    matched_by = match_key()  # before the documents are there: the search for garbage meanwhile would look at them all
    progress(0, len(items))
    _complete(items, made_by, kept, run, state, lambda: progress(state.done, len(items)))
    documents = state.documents
    _decode((item for item in items if name(item) not in documents), kept, state)
    state.known.clear()
    damaged = [item for item in items if documents[name(item)] is None]
    if damaged:  # a result was not what it was when it was kept: it is made anew
        for item in damaged:
            del state.keys[name(item)]
        _complete(damaged, made_by, kept, run, state, lambda: None)
        _decode(damaged, kept, state)
    found = tuple(documents[name(item)] or UnreadableError(_LOST) for item in items)
    keys = {**state.keys, MATCHES: [matched_by]}
    redone = tuple(name(item) in state.redone for item in items)
    failed = state.failed or None in documents.values()
    return Outcome(found, keys, state.made, state.seconds, redone, failed)


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


def _complete(
    items: Sequence[Item], made_by: Prints, kept: Cache, run: Run, state: _Progress, tell: Callable[[], None]
) -> None:
    """See to it that the cache holds all results of these items, and note their keys."""

    def meanwhile() -> bool:
        some, state.known[-_AT_ONCE:] = state.known[-_AT_ONCE:], []
        _decode(some, kept, state)
        return bool(state.known)

    finished = run(_jobs(items, made_by, kept, state), meanwhile)
    while batch := list(islice(finished, _KEPT_AT_ONCE)):
        kept.keep(made for done in batch for made in done.made)
        for done in batch:
            _note(done, state)
        tell()
    tell()


def _jobs(items: Sequence[Item], made_by: Prints, kept: Cache, state: _Progress) -> Iterator[Job]:
    """A job for each item that lacks a result; the others are noted as done."""
    for item in items:
        try:
            data = item.data()
        except UnreadableError as error:
            state.reasons[name(item)] = error
            continue
        keys = _keys(made_by, item, data, kept)
        if keys[-1] in kept.outcomes:
            state.keys[name(item)] = keys
            state.known.append(item)
            continue
        given = dict(zip(STAGES, keys[:-1], strict=False))
        values = {stage: value for stage, key in given.items() if (value := kept.value(key))}
        # Those whose value is damaged are forgotten: the worker is to make it anew.
        known = [key for key in kept.chain(name(item)) if kept.value(key)]
        outcomes = {key: kept.outcomes[key] for key in (*given.values(), *known) if key in kept.outcomes}
        yield Job(replace(item, line=None), data, values, outcomes)


def _keys(made_by: Prints, item: Item, data: bytes, kept: Cache) -> list[bytes]:
    """The keys of an item's results, up to the first that the cache does not hold."""
    walk = chain(made_by, item, data)
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


def _decode(items: Iterable[Item], kept: Cache, state: _Progress) -> None:
    """Note what the kept results of items say."""
    with without_collection():
        for item in items:
            state.documents[name(item)] = _document(item, kept, state)


def _document(item: Item, kept: Cache, state: _Progress) -> Analysed | UnreadableError | None:
    """What the kept results of an item say, or why it is left out; None where one of them is damaged."""
    if why := state.reasons.get(name(item)):
        return why
    keys = dict(zip(STAGES, state.keys[name(item)], strict=False))
    read = kept.value(keys["read"])
    if read is None:
        return None
    if "tell" not in keys:
        return UnreadableError(reason(read))
    found, told = kept.value(keys["find"]), kept.value(keys["tell"])
    return analysed(read, found, told) if found and told else None


_MATCHES = msgspec.msgpack.Decoder(Matches)
MATCHES = ""
"""The name under which the cache knows what is known of pairs of claims."""


@cache
def match_key() -> bytes:
    """The key of what is known of pairs of claims; it changes with the rules that pairs are found by."""
    return digest(b"matches", fingerprint(["core.matching"]))


def matching(kept: Cache) -> Match:
    """Finds the pairs of claims of one happening; those that were compared in the last build are not compared again."""

    def match(sides: Sides) -> Pairs:
        key = match_key()
        before = kept.value(key)
        matches = (_MATCHES.decode(before) if before else Matches()).updated(sides)
        value = msgspec.msgpack.encode(matches)
        kept.keep([(key, Result(digest(value), value))])
        return matches.pairs

    return match
