"""All documents to tables: actors linked across them, claims made into events, everything counted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from operator import attrgetter
from typing import Any

import pyarrow as pa

from core import actors
from core.actors.knowledge import Knowledge
from core.actors.values import Tenure
from core.claims.lexicon import with_trait
from core.copies import copies, earliest_first
from core.events import Event, Match, cluster, every_pair
from core.model import Claim, ClaimDate, Interval, Mention, Note, Participant, Role, Segment, Timex
from core.stages import Analysed
from core.tables import from_columns, from_rows
from core.titles import title

Row = dict[str, object]
Columns = dict[str, list[Any]]

_Span = Segment | Mention | Timex | Note


def assemble(analysed: Sequence[Analysed], knowledge: Knowledge, match: Match = every_pair) -> dict[str, pa.Table]:
    """The tables of a corpus from what each of its documents gives, in their order; see `core.events` on `match`."""
    written = {_id(one): one.found.published for one in analysed}
    days = {doc_id: published.interval for doc_id, published in written.items()}
    linked = actors.link({_id(one): one.found.actors for one in analysed}, knowledge, days)
    every = [claim for one in analysed for claim in _renamed(one, linked)]
    # A state that only hosts an event is named as a place alone, and no mention brought it here.
    hosts = {p.actor_id for claim in every for p in claim.participants} - linked.actors.keys()
    linked = replace(linked, actors={**linked.actors, **{host: knowledge.actors[host] for host in sorted(hosts)}})
    signatures = {_id(one): one.read.signature for one in analysed}
    copied = copies(signatures, earliest_first(signatures, days))
    originals = {doc_id: copy.original for doc_id, copy in copied.items()}
    represents = {
        actor.actor_id: cache(partial(_represented, actor.tenures)) for actor in linked.actors.values() if actor.tenures
    }
    events = cluster(every, written, represents, originals, match)
    mentions = _spanned(analysed, lambda one: one.found.actors.mentions, "text", "actor_id", "kind")
    mentions["actor_id"] = list(map(linked.id_of, mentions["doc_id"], mentions["actor_id"]))
    times = _spanned(analysed, lambda one: one.found.times, "text", "type", "value")
    intervals = (time.interval for one in analysed for time in one.found.times)
    claims, participants = _claims(events)
    names = {actor.actor_id: actor.name for actor in linked.actors.values()}
    differences = [{"event_id": event.event_id, **found._asdict()} for event in events for found in event.discrepancies]
    return {
        "documents": from_rows("documents", [_document_row(one) for one in analysed]),
        "segments": from_columns("segments", _spanned(analysed, lambda one: one.read.segments, "kind")),
        "mentions": from_columns("mentions", mentions),
        "times": from_columns("times", {**times, **_days(intervals, "date_start", "date_end")}),
        "claims": from_columns("claims", claims),
        "events": from_columns("events", _events(events, names)),
        "participants": from_columns("participants", participants),
        "actors": from_rows("actors", _actor_rows(linked.actors.values(), mentions, participants, events, originals)),
        "discrepancies": from_rows("discrepancies", differences),
        "notes": from_columns("notes", _spanned(analysed, lambda one: one.told.notes, "kind", "text")),
        "copies": from_rows("copies", [{"doc_id": doc_id, **copied[doc_id]._asdict()} for doc_id in sorted(copied)]),
        "texts": from_rows("texts", [{"doc_id": _id(one), "text": one.read.document.text} for one in analysed]),
    }


def _represented(tenures: Iterable[Tenure], when: Interval | None) -> frozenset[str]:
    """The states and bodies whose offices are held at a time; all that ever are where the time is unknown."""
    return frozenset(term.of for term in tenures if when is None or term.meets(when))


def _renamed(one: Analysed, linked: actors.Linked) -> Iterator[Claim]:
    """The document's claims with the ids that its actors have in the tables, each actor once, with its first role."""
    doc_id = _id(one)
    for claim in one.told.claims:
        roles: dict[str, Role] = {}
        for participant in claim.participants:
            roles.setdefault(linked.id_of(doc_id, participant.actor_id), participant.role)
        participants = tuple(map(Participant, roles, roles.values()))
        told = claim.attributed_to and linked.id_of(doc_id, claim.attributed_to)
        yield claim.renamed(doc_id, participants, told)


def _id(one: Analysed) -> str:
    return one.read.document.doc_id


def _spanned(analysed: Iterable[Analysed], parts: Callable[[Analysed], Sequence[_Span]], *fields: str) -> Columns:
    """Stretches of the documents, with so many of their fields."""
    found = [(_id(one), parts(one)) for one in analysed]
    every = [part for _, some in found for part in some]
    return {
        "doc_id": [doc_id for doc_id, some in found for _ in some],
        **{field: list(map(attrgetter(field), every)) for field in ("start", "end", *fields)},
    }


def _days(intervals: Iterable[Interval | None], first: str, last: str) -> Columns:
    """Two columns with the first and the last days of intervals."""
    known = list(intervals)
    return {
        first: [interval and interval.first for interval in known],
        last: [interval and interval.last for interval in known],
    }


def _document_row(one: Analysed) -> Row:
    document, published = one.read.document, one.found.published
    return {
        "doc_id": document.doc_id,
        "file": document.file,
        "sha256": document.sha256,
        "title": one.read.title or document.doc_id,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "translated_from": document.translated_from,
        "published": published.edtf,
        "published_start": published.interval and published.interval.first,
        "published_end": published.interval and published.interval.last,
        "published_basis": published.basis,
        "published_evidence": published.evidence or None,
        "n_chars": len(document.text),
        "n_words": one.read.n_words,
    }


def _dates(dates: Sequence[ClaimDate | None]) -> Columns:
    return {
        "date_edtf": [date and date.edtf for date in dates],
        **_days((date and date.interval for date in dates), "date_start", "date_end"),
        "date_precision": [date and date.precision for date in dates],
        "date_basis": [date.basis if date else "unknown" for date in dates],
    }


_OF_CLAIM = (
    *("doc_id", "start", "end", "quote", "trigger_start", "trigger_end", "type", "status", "place", "attributed_to"),
    *("confidence", "rule"),
)


def _claims(events: Sequence[Event]) -> tuple[Columns, Columns]:
    """The claims of the events, and who takes part in them.

    A claim has its own date or, where it has none and tells of what happens once, its event's from another claim.
    """
    lasting = with_trait("lasting")
    claims = [claim for event in events for claim in event.claims]
    event_ids = [event.event_id for event in events for _ in event.claims]
    claim_ids = [claim.claim_id for claim in claims]
    dates = [
        claim.date or (event.date and claim.type not in lasting and event.date._replace(basis="context")) or None
        for event in events
        for claim in event.claims
    ]
    parties = [claim.participants for claim in claims]
    every = [party for some in parties for party in some]
    return (
        {
            "claim_id": claim_ids,
            "event_id": event_ids,
            **{field: list(map(attrgetter(field), claims)) for field in _OF_CLAIM},
            **_dates(dates),
        },
        {
            "claim_id": [claim_id for claim_id, some in zip(claim_ids, parties, strict=True) for _ in some],
            "event_id": [event_id for event_id, some in zip(event_ids, parties, strict=True) for _ in some],
            "actor_id": [party.actor_id for party in every],
            "role": [party.role for party in every],
        },
    )


def _events(events: Sequence[Event], names: Mapping[str, str]) -> Columns:
    fields = ("event_id", "type", "status", "place", "n_documents", "confidence")
    return {
        **{field: list(map(attrgetter(field), events)) for field in fields},
        "title": [title(event.type, event.participants, names, event.place, "de") for event in events],
        **_dates([event.date for event in events]),
        "n_claims": [len(event.claims) for event in events],
        "has_discrepancy": [bool(event.discrepancies) for event in events],
    }


def _actor_rows(
    rows: Iterable[actors.Actor],
    mentions: Columns,
    participants: Columns,
    events: Iterable[Event],
    originals: Mapping[str, str],
) -> list[Row]:
    """The actors with their counts and the first and last day of the events they take part in."""
    mentioned = Counter(mentions["actor_id"])
    sources = (originals.get(doc_id, doc_id) for doc_id in mentions["doc_id"])
    documents = Counter(actor_id for actor_id, _ in set(zip(mentions["actor_id"], sources, strict=True)))
    claimed = Counter(participants["actor_id"])
    days: dict[str, list[date]] = defaultdict(list)
    for event in events:
        if event.date is not None:
            for actor in {p.actor_id for p in event.participants}:
                days[actor] += event.date.interval
    return [
        {
            "actor_id": row.actor_id,
            "name": row.name,
            "aliases": row.aliases,
            "kind": row.kind,
            "country": row.country,
            "role": row.role,
            "member_of": row.member_of,
            "wikidata_id": row.wikidata_id,
            "n_mentions": mentioned[row.actor_id],
            "n_claims": claimed[row.actor_id],
            "n_documents": documents[row.actor_id],
            "first_date": min(days[row.actor_id], default=None),
            "last_date": max(days[row.actor_id], default=None),
        }
        for row in rows
    ]
