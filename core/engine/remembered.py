"""What a build remembers of the corpus as a whole: which claims make a pair, and what its tables were made from."""

from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path

import msgspec

from core import store
from core.engine.cache import Cache, Result, digest
from core.engine.fingerprint import fingerprint
from core.engine.last_set import NOTHING, Past, Provenance
from core.events.cluster import Match
from core.events.matching import Matches, Pairs
from core.events.reports import Reports
from core.tables import TableError, hashes, read_unchanged

ITEM = ""
"""The name under which the cache knows the keys of what is remembered; no item of a corpus has it."""

_MATCHES = msgspec.msgpack.Decoder(Matches)
_PROVENANCE = msgspec.msgpack.Decoder(Provenance)


@cache
def keys() -> tuple[bytes, bytes]:
    """The keys of what is known of pairs of claims, and of what the tables were made from.

    They change with the code, and with the vocabulary, that does the work.
    """
    matches, provenance = fingerprint(["core.events.matching"]), fingerprint(["core.engine.assembly"])
    return digest(b"matches", matches), digest(b"memory", provenance)


def matching(kept: Cache) -> Match:
    """Finds the pairs of claims of one happening; those that were compared in the last build are not compared again."""

    def match(reports: Reports) -> Pairs:
        key, _ = keys()
        before = kept.value(key)
        matches = (_MATCHES.decode(before) if before else Matches()).updated(reports)
        _keep(key, matches, kept)
        return matches.pairs

    return match


def last(kept: Cache, out: Path, aside: Executor) -> "Future[Past]":
    """The set of tables that is in place, if it is the one that the cache knows of; it is read aside."""
    return aside.submit(_last, kept.value(keys()[1]), out)


def _last(known: bytes | None, out: Path) -> Past:
    if known is None:
        return NOTHING
    provenance = _PROVENANCE.decode(known)
    try:
        folder = store.located(out)
        return Past(provenance, read_unchanged(folder, provenance.files)) if folder else NOTHING
    except (store.StoreError, TableError):
        return NOTHING


def remember(provenance: Provenance, kept: Cache, out: Path) -> None:
    """Keep what the set of tables that is in place was made from."""
    folder = store.located(out)
    assert folder is not None  # noqa: S101 - it was put there
    _keep(keys()[1], msgspec.structs.replace(provenance, files=hashes(folder)), kept)


def _keep(key: bytes, what: msgspec.Struct, kept: Cache) -> None:
    value = msgspec.msgpack.encode(what)
    kept.keep([(key, Result(digest(value), value))])
