"""Claims as those of a corpus, for tests that have no documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from core.events.brief import Outline
from core.events.reports import Report, Reports, Represents
from core.model import Claim, Interval


def reports(
    claims: Iterable[Claim],
    written: Mapping[str, Interval | None] = MappingProxyType({}),
    represents: Represents = MappingProxyType({}),
) -> Reports:
    """These claims, in any order, given when their documents were written and whom actors speak for."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.doc_id].append(claim)
    return Reports((_report(doc_id, some, written.get(doc_id)) for doc_id, some in told.items()), represents)


def _report(doc_id: str, some: Iterable[Claim], written: Interval | None) -> Report:
    claims = sorted(some, key=lambda claim: (claim.start, claim.end, claim.type))
    told = msgspec.msgpack.encode(claims, order="deterministic")
    return Report(doc_id, written, list(map(Outline.of, claims)), told, lambda: claims)
