"""All documents to tables: actors linked across them, claims made into events, everything counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core import actors, corpus
from core.actors.knowledge import Knowledge
from core.claims.lexicon import with_trait
from core.copies import copies, earliest_first
from core.events import Event, Match, cluster, every_pair
from core.model import Claim, ClaimDate, Interval, Participant, Role
from core.stages import Analysed
from core.tables import Tables, to_frame
from core.titles import title

Row = dict[str, object]


def assemble(analysed: Sequence[Analysed], knowledge: Knowledge, match: Match = every_pair) -> Tables:
    """The tables of a corpus from what each of its documents gives, in their order; see `core.events` on `match`."""
    linked = actors.link(
        {_id(one): one.found.actors for one in analysed},
        knowledge,
        {_id(one): one.found.published.interval for one in analysed},
    )
    every = [_renamed(claim, _id(one), linked) for one in analysed for claim in one.told.claims]
    # A state that only hosts an event is named as a place alone, and no mention brought it here.
    hosts = {p.actor_id for claim in every for p in claim.participants} - linked.actors.keys()
    linked = replace(linked, actors={**linked.actors, **{host: knowledge.actors[host] for host in sorted(hosts)}})
    written = {_id(one): one.found.published for one in analysed}
    signatures = {_id(one): one.read.signature for one in analysed}
    copied = copies(signatures, earliest_first(signatures, {doc: known.interval for doc, known in written.items()}))
    originals = {doc_id: copy.original for doc_id, copy in copied.items()}
    events = cluster(every, written, lambda actor, when: _represented(linked.actors[actor], when), originals, match)
    names = {actor.actor_id: actor.name for actor in linked.actors.values()}
    rows: dict[str, list[Row]] = {
        "documents": [_document_row(one) for one in analysed],
        "segments": [_spanned(one, s.start, s.end, kind=s.kind) for one in analysed for s in one.read.segments],
        "mentions": [
            _spanned(one, m.start, m.end, text=m.text, actor_id=linked.id_of(_id(one), m.actor_id), kind=m.kind)
            for one in analysed
            for m in one.found.actors.mentions
        ],
        "times": [
            _spanned(
                one,
                t.start,
                t.end,
                text=t.text,
                type=t.type,
                value=t.value,
                **_days(t.interval, "date_start", "date_end"),
            )
            for one in analysed
            for t in one.found.times
        ],
        "claims": [_claim_row(claim, event) for event in events for claim in event.claims],
        "events": [_event_row(event, names) for event in events],
        "participants": [
            {"claim_id": claim.claim_id, "event_id": event.event_id, "actor_id": p.actor_id, "role": p.role}
            for event in events
            for claim in event.claims
            for p in claim.participants
        ],
        "discrepancies": [
            {"event_id": event.event_id, **difference._asdict()}
            for event in events
            for difference in event.discrepancies
        ],
        "notes": [_spanned(one, n.start, n.end, kind=n.kind, text=n.text) for one in analysed for n in one.told.notes],
        "copies": [{"doc_id": doc_id, **copied[doc_id]._asdict()} for doc_id in sorted(copied)],
        "texts": [{"doc_id": _id(one), "text": one.read.document.text} for one in analysed],
    }
    rows["actors"] = _actor_rows(linked.actors.values(), rows["mentions"], events, originals)
    return Tables(**{name: to_frame(name, table) for name, table in rows.items()})


def _represented(actor: actors.Actor, when: Interval | None) -> frozenset[str]:
    """The states and bodies whose offices an actor holds at a time; all that it ever held where the time is unknown."""
    return frozenset(
        term.of
        for term in actor.tenures
        if when is None or ((term.begins or date.min) <= when.last and when.first <= (term.ends or date.max))
    )


def _renamed(claim: Claim, doc_id: str, linked: actors.Linked) -> Claim:
    """The document's claim with the ids that its actors have in the tables, each actor once, with its first role."""
    roles: dict[str, Role] = {}
    for participant in claim.participants:
        roles.setdefault(linked.id_of(doc_id, participant.actor_id), participant.role)
    told = linked.id_of(doc_id, claim.attributed_to) if claim.attributed_to else None
    return replace(
        claim,
        doc_id=doc_id,
        participants=tuple(Participant(actor, role) for actor, role in roles.items()),
        attributed_to=told,
    )


def _id(one: Analysed) -> str:
    return one.read.document.doc_id


def _spanned(one: Analysed, start: int, end: int, **values: object) -> Row:
    return {"doc_id": _id(one), "start": start, "end": end, **values}


def _days(interval: Interval | None, first: str, last: str) -> Row:
    return {first: interval.first if interval else None, last: interval.last if interval else None}


def _document_row(one: Analysed) -> Row:
    document, published = one.read.document, one.found.published
    return {
        "doc_id": document.doc_id,
        "file": document.file,
        "sha256": document.sha256,
        "title": document.title or corpus.title(document.text, one.read.segments) or document.doc_id,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "translated_from": document.translated_from,
        "published": published.edtf,
        **_days(published.interval, "published_start", "published_end"),
        "published_basis": published.basis,
        "published_evidence": published.evidence or None,
        "n_chars": len(document.text),
        "n_words": len(document.text.split()),
    }


def _dates(date: ClaimDate | None) -> Row:
    return {
        "date_edtf": date.edtf if date else None,
        **_days(date.interval if date else None, "date_start", "date_end"),
        "date_precision": date.precision if date else None,
        "date_basis": date.basis if date else "unknown",
    }


def _claim_row(claim: Claim, event: Event) -> Row:
    """The claim's own date, or, where it has none and tells of what happens once, its event's from another claim."""
    date = claim.date
    if date is None and event.date is not None and claim.type not in with_trait("lasting"):
        date = event.date._replace(basis="context")
    return {
        "claim_id": claim.claim_id,
        "event_id": event.event_id,
        "doc_id": claim.doc_id,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "trigger_start": claim.trigger_start,
        "trigger_end": claim.trigger_end,
        "type": claim.type,
        "status": claim.status,
        **_dates(date),
        "place": claim.place,
        "attributed_to": claim.attributed_to,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def _event_row(event: Event, names: Mapping[str, str]) -> Row:
    return {
        "event_id": event.event_id,
        "type": event.type,
        "status": event.status,
        "title": title(event.type, event.participants, names, event.place, "de"),
        **_dates(event.date),
        "place": event.place,
        "n_claims": len(event.claims),
        "n_documents": event.n_documents,
        "confidence": event.confidence,
        "has_discrepancy": bool(event.discrepancies),
    }


def _actor_rows(
    rows: Iterable[actors.Actor], mentions: Iterable[Row], events: Iterable[Event], originals: Mapping[str, str]
) -> list[Row]:
    """The actors with their counts and the first and last day of the events they take part in."""
    mentioned: Counter[object] = Counter()
    documents: dict[object, set[str]] = defaultdict(set)
    for mention in mentions:
        mentioned[mention["actor_id"]] += 1
        doc_id = str(mention["doc_id"])
        documents[mention["actor_id"]].add(originals.get(doc_id, doc_id))
    claimed: Counter[str] = Counter()
    days: dict[str, list[date]] = defaultdict(list)
    for event in events:
        for claim in event.claims:
            claimed.update({p.actor_id for p in claim.participants})
        if event.date is not None:
            for actor in {p.actor_id for p in event.participants}:
                days[actor] += event.date.interval
    return [
        {
            "actor_id": row.actor_id,
            "name": row.name,
            "aliases": list(row.aliases),
            "kind": row.kind,
            "country": row.country,
            "role": row.role,
            "member_of": list(row.member_of),
            "wikidata_id": row.wikidata_id,
            "n_mentions": mentioned[row.actor_id],
            "n_claims": claimed[row.actor_id],
            "n_documents": len(documents[row.actor_id]),
            "first_date": min(days[row.actor_id], default=None),
            "last_date": max(days[row.actor_id], default=None),
        }
        for row in rows
    ]
