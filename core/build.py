"""The pipeline: a folder of texts -> documents -> times, actors, claims -> events -> tables in place.

Each document is analysed by itself; only the linking of actors and the clustering of claims see all of them.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from core import corpus, german, store
from core.model import Document

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how many of its steps are done, and how many there are."""


_LIBRARIES = ("spacy", "HanTa", "babel", "datasketch", "pyarrow")


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    `warnings` are one line each, on which file and what to do; `unchanged` is true where nothing had to be done.
    """

    documents: int
    claims: int
    events: int
    actors: int
    warnings: tuple[str, ...]
    unchanged: bool
    seconds: float


def _silent(*_: object) -> None:
    """For progress and warnings that nobody watches."""


def build(
    folder: Path,
    out: Path,
    *,
    backbone: str = german.DEFAULT,
    rebuild: bool = False,
    progress: Progress = _silent,
    warn: Callable[[str], None] = _silent,
) -> BuildReport:
    """Build the tables of a corpus and put them in place, if anything has changed since they were built.

    Args:
        folder: the corpus.
        out: the folder of the tables; made where it is missing.
        backbone: what reads German: `hanta`, or the name of an installed spaCy pipeline.
        rebuild: build even where nothing has changed.
        progress: is told how far the build is.
        warn: is told each warning as soon as the corpus is read, before the work that it may be about.

    Raises:
        CorpusError: the corpus cannot be read, or its `sources.toml` is wrong.
        StoreError: the tables cannot be written.
        BackboneError: the backbone is not installed, or cannot be used.
    """
    began = time.monotonic()
    read = corpus.read(folder)
    warnings = tuple(map(str, read.notices))
    for warning in warnings:
        warn(warning)
    reader = f"{backbone} {german.release(backbone)}"
    inputs = _fingerprint(read.documents, reader)
    with store.lock(out):
        before = store.manifest(out)
        if before is not None and not rebuild and before.get("inputs") == inputs and store.complete(out):
            return _report(before, warnings, unchanged=True, began=began)
        from core import pipeline  # the language libraries take a second to import, and an unchanged corpus needs none

        tables, timings = pipeline.tables(read.documents, progress, backbone)
        manifest = {
            "versions": {library: version(library) for library in _LIBRARIES},
            "backbone": reader,
            "inputs": inputs,
            "corpus": str(folder),
            "counts": {name: len(frame) for name, frame in tables.items()},
            "seconds": timings,
            "warnings": list(warnings),
        }
        progress("write", 0, 1)
        store.place(tables, out, manifest)
        progress("write", 1, 1)
    return _report(manifest, warnings, unchanged=False, began=began)


def _report(manifest: Mapping[str, object], warnings: tuple[str, ...], *, unchanged: bool, began: float) -> BuildReport:
    counts = manifest["counts"]
    assert isinstance(counts, Mapping)  # noqa: S101 - written above; narrows the type
    return BuildReport(
        counts["documents"],
        counts["claims"],
        counts["events"],
        counts["actors"],
        warnings,
        unchanged,
        round(time.monotonic() - began, 2),
    )


def _fingerprint(documents: Iterable[Document], backbone: str) -> str:
    """One hash of all that the tables depend on: documents with their metadata, backbone, code, vocabulary."""
    digest = hashlib.sha256(backbone.encode())
    for document in documents:
        digest.update(repr(replace(document, text="")).encode())
    for path, content in sorted(_sources(files("core"), "core")):
        digest.update(path.encode() + content)
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()


def _sources(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".toml")):
            yield f"{path}/{entry.name}", entry.read_bytes()
