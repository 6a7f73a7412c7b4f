"""The build: a folder of texts -> each document by itself -> all of them together -> tables in place.

What was found in a document is kept in a cache, so that a build does only what depends on what has changed since the
last one; its tables are those of a build from nothing.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from upath import UPath

from core import corpus, german, remote, store
from core.changes.journal import remember
from core.corpus import Items, Notice
from core.corrections import kept as corrections
from core.corrections.documents import described
from core.corrections.model import Line
from core.engine import cache
from core.engine.fingerprint import releases
from core.engine.workers import Run, cluster, here, processes
from core.messages import as_data, of_data
from core.search.kept import keep as keep_index

if TYPE_CHECKING:
    from core.engine.assembly import Assembled
    from core.engine.documents import Outcome

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how many of its steps are done, and how many there are."""

CACHE = "cache.sqlite"


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    `notices` say of files what is the matter and what to do; `unchanged` is true where nothing had to be done;
    `redone` is the number of documents that were worked on, all other ones being as they were.
    """

    documents: int
    claims: int
    events: int
    actors: int
    notices: tuple[Notice, ...]
    unchanged: bool
    redone: int
    seconds: float

    @property
    def warnings(self) -> tuple[str, ...]:
        """The notices, one line each."""
        return tuple(map(str, self.notices))


class _Listed(NamedTuple):
    """A corpus before any of its texts is read: its folder, its items, and what the bytes of each are known by.

    `lines` are what people have decided of its tables.
    """

    folder: Path | UPath
    items: Items
    contents: Sequence[cache.Content]
    lines: Sequence[Line]


def _silent(*_: object) -> None:
    """For progress and warnings that nobody watches."""


def build(
    folder: Path | UPath,
    out: Path | UPath,
    *,
    backbone: str = german.DEFAULT,
    rebuild: bool = False,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Progress = _silent,
    warn: Callable[[str], None] = _silent,
) -> BuildReport:
    """Build the tables of a corpus and put them in place, if anything has changed since they were built.

    Args:
        folder: the corpus.
        out: the folder of the tables; made where it is missing. One that is not on this machine gets a copy.
        backbone: what reads German: `hanta`, or the name of an installed spaCy pipeline.
        rebuild: build from nothing, even where nothing has changed.
        workers: how many processes work on the documents.
        scheduler: the address of a Dask cluster that works on them instead.
        progress: is told how far the build is.
        warn: is told each warning as soon as it is known.

    Raises:
        CorpusError: the corpus cannot be read, or its `sources.toml` is wrong.
        JournalError: `corrections.jsonl` cannot be read, or a line of it is wrong.
        StoreError: the tables cannot be written.
        BackboneError: the backbone is not installed, or cannot be used.
        ClusterError: the cluster cannot be used.
    """
    if not isinstance(out, Path):
        local = remote.working_folder(out)
        report = build(
            folder,
            local,
            backbone=backbone,
            rebuild=rebuild,
            workers=workers,
            scheduler=scheduler,
            progress=progress,
            warn=warn,
        )
        remote.publish(local, out)
        return report
    began = time.monotonic()
    texts = corpus.items(folder)  # first: a file in place of a folder is told as that
    lines = corrections.read(folder)
    items = described(texts, lines)
    reader = f"{backbone} {german.release(backbone)}"
    with store.lock(out, waiting=lambda: warn(f"{out}: another build is at work there; waiting for it to end")):
        listed = _Listed(folder, items, tuple(map(cache.content, items.items)), lines)
        code = _code(reader)
        inputs = _fingerprint(listed, code)
        before = store.manifest(out)
        remember(out)  # unless a build that was broken off, or an older Lagebild, left it undone, it is known already
        unchanged = before is not None and before.get("inputs") == inputs and store.complete(out)
        if before is None or rebuild or not unchanged:
            if rebuild:
                cache.remove(out / CACHE)
            run = _workers(backbone, workers, scheduler)
            known = {"backbone": reader, "inputs": inputs, "code": code, "corpus": _address(folder)}
            try:
                before = _build(listed, out, backbone, run, known, progress)
            except cache.DamagedError:
                cache.remove(out / CACHE)
                before = _build(listed, out, backbone, run, known, progress)
            unchanged = False
        progress("index", 0, 1)
        with suppress(OSError, sqlite3.Error):  # whoever searches goes on without, and makes one in memory
            keep_index(out)
        progress("index", 1, 1)
    for warning in before["warnings"]:
        warn(warning)
    return _report(before, unchanged=unchanged, began=began)


def _address(folder: Path | UPath) -> str:
    """Where a corpus is, from wherever somebody asks."""
    return str(folder.absolute() if isinstance(folder, Path) else folder)


def _workers(backbone: str, count: int, scheduler: str | None) -> Run:
    if scheduler:
        return cluster(backbone, scheduler)
    return processes(backbone, count) if count > 1 else here(backbone)


def _build(
    listed: _Listed,
    out: Path,
    backbone: str,
    run: Run,
    known: Mapping[str, Any],
    progress: Progress,
) -> dict[str, Any]:
    """Build the tables, put them in place and give their manifest."""
    from core.engine import remembered
    from core.engine.documents import without_collection

    with cache.opened(out / CACHE) as kept:
        # Before the documents are there: the search for garbage would go through them.
        remembered_by = remembered.keys()
        try:
            linked = _linked(listed, out, backbone, run, kept, progress)
        except cache.LostError:
            kept.drop_damaged()
            linked = _linked(listed, out, backbone, run, kept, progress)
        outcome, assembled = linked.outcome, linked.assembled
        manifest = {
            **known,
            "inputs": None if outcome.failed else known["inputs"],  # the next build tries again
            "versions": releases(),
            "counts": {name: len(table) for name, table in assembled.tables.items()},
            "redone": linked.redone,
            "made": dict(outcome.made),
            # Those of the first stages are summed over all workers.
            "seconds": {stage: round(seconds, 3) for stage, seconds in (*outcome.seconds.items(), *linked.seconds)},
            "warnings": list(map(str, linked.notices)),
            "notices": msgspec.to_builtins(linked.notices, enc_hook=as_data),
        }
        progress("write", 0, 1)
        with without_collection():
            store.place(assembled.tables, out, manifest)
            remembered.remember(assembled.provenance, kept, out)
            remember(out, assembled.tables)
        kept.settle({**outcome.keys, remembered.ITEM: remembered_by})
        progress("write", 1, 1)
    return manifest


class _Linked(NamedTuple):
    """What was found in the documents, and all of it put together.

    `redone` says how many of them were worked on, `notices` what is to be told of the corpus, `seconds` how long it
    took.
    """

    outcome: "Outcome"
    assembled: "Assembled"
    redone: int
    notices: Sequence[Notice]
    seconds: Sequence[tuple[str, float]]


def _linked(
    listed: _Listed,
    out: Path,
    backbone: str,
    run: Run,
    kept: cache.Cache,
    progress: Progress,
) -> _Linked:
    """What there is to find, document by document and then across them.

    Raises:
        LostError: a result in the cache is damaged.
    """
    from core.actors import knowledge
    from core.engine import remembered
    from core.engine.assembly import assemble
    from core.engine.documents import analyse, without_collection
    from core.engine.job import prints

    began = time.monotonic()
    with ThreadPoolExecutor(1) as aside:
        past = remembered.last(kept, out, aside)
        known = aside.submit(knowledge.load)
        outcome = analyse(
            listed.items, listed.contents, prints(backbone), kept, run, lambda *done: progress("analyse", *done)
        )
    analysed = time.monotonic()
    progress("link", 0, 1)
    with without_collection():
        documents, notices = corpus.collect(listed.folder, listed.items, outcome.documents, outcome.notices)
        assembled = assemble(documents, known.result(), remembered.matching(kept), past.result(), listed.lines)
    progress("link", 1, 1)
    return _Linked(
        outcome,
        assembled,
        sum(source.key in outcome.redone for source in documents),
        [*notices, *(Notice(corrections.FILE, message) for message in assembled.notices)],
        (("analyse", analysed - began), ("link", time.monotonic() - analysed)),
    )


def _report(manifest: Mapping[str, Any], *, unchanged: bool, began: float) -> BuildReport:
    counts = manifest["counts"]
    return BuildReport(
        counts["documents"],
        counts["claims"],
        counts["events"],
        counts["actors"],
        msgspec.convert(manifest["notices"], tuple[Notice, ...], dec_hook=of_data),
        unchanged,
        0 if unchanged else manifest["redone"],
        round(time.monotonic() - began, 2),
    )


def _code(backbone: str) -> str:
    """One hash of all but the texts that the tables and the warnings depend on.

    Backbone, code, vocabulary, and the releases of Python and of all declared libraries.
    """
    digest = hashlib.sha256(backbone.encode())
    for path, content in sorted(_sources(files("core"), "core")):
        digest.update(path.encode() + content)
    digest.update(repr(releases()).encode())
    return digest.hexdigest()


def _fingerprint(listed: _Listed, code: str) -> str:
    """One hash of all that tables and warnings depend on: texts, their metadata, what people decided, and `_code`."""
    digest = hashlib.sha256(code.encode())
    for item, content in zip(listed.items.items, listed.contents, strict=True):
        digest.update(repr((item.place, item.source, content)).encode())
    digest.update(msgspec.json.encode(listed.lines))
    digest.update(repr((listed.items.notices, sorted(listed.items.entries.items(), key=repr))).encode())
    return digest.hexdigest()


def _sources(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".toml")):
            yield f"{path}/{entry.name}", entry.read_bytes()
