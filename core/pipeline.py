"""Documents to tables, in memory: analyse each document by itself, then link actors and claims across all of them."""

import time as clock
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core import actors, corpus, german, time
from core.actors.knowledge import Knowledge
from core.actors.knowledge import load as load_knowledge
from core.analysis import Analysis, within
from core.claims import claims
from core.claims.lexicon import with_trait
from core.copies import Signature, copies, earliest_first, signature
from core.corpus.language import GERMAN
from core.events import Event, cluster
from core.model import (
    ActorKind,
    Claim,
    ClaimDate,
    Document,
    Interval,
    Note,
    Participant,
    Published,
    Role,
    Saying,
    Segment,
    Sentence,
    Timex,
)
from core.notes import notes
from core.quotations import quotations
from core.tables import Tables, to_frame
from core.time import edtf
from core.time.dates import dates
from core.titles import title

Row = dict[str, object]


@dataclass(frozen=True)
class Analysed:
    """All that one document gives, before anything is known of the others."""

    document: Document
    segments: tuple[Segment, ...]
    published: Published
    times: tuple[Timex, ...]
    actors: actors.DocumentActors
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    signature: Signature


def tables(
    documents: Sequence[Document], progress: Callable[[str, int, int], None], backbone: str = german.DEFAULT
) -> tuple[Tables, dict[str, float]]:
    """The tables of a corpus, and the seconds that each stage took.

    Args:
        documents: the corpus.
        progress: called with a stage's name, its steps done and their number.
        backbone: what reads German, by a name that `german.load` takes.

    Raises:
        BackboneError: the backbone is not installed, or cannot be used.
    """
    began = clock.monotonic()
    reader = german.load(backbone)
    knowledge = load_knowledge()
    analysed = []
    for done, document in enumerate(documents):
        progress("analyse", done, len(documents))
        analysed.append(analyse(document, knowledge, reader))
    progress("analyse", len(documents), len(documents))
    read = clock.monotonic()
    progress("link", 0, 1)
    frames = _assemble(analysed, knowledge)
    progress("link", 1, 1)
    return frames, {"analyse": round(read - began, 3), "link": round(clock.monotonic() - read, 3)}


def analyse(document: Document, knowledge: Knowledge, backbone: german.Backbone) -> Analysed:
    """One document through all stages that need no other; one in a foreign language is kept, but not read."""
    if document.language != GERMAN:
        unread = (Segment(0, len(document.text), "body"),) if document.text else ()
        words = signature(document.text, unread)
        return Analysed(document, unread, _published(document), (), actors.DocumentActors(), (), (), words)
    text = document.text
    segments = corpus.segments(text)
    sentences = backbone.sentences(text, segments)
    names = actors.read(text, sentences, knowledge)
    published = _published(document)
    if published.interval is None:
        published = time.estimate(text, actors.offices(names, knowledge), segments)
    found = actors.identify(names, knowledge, published.interval)
    inferred = published.basis == "inferred"
    times = tuple(time.annotate(text, published.edtf, inferred=inferred, segments=segments))
    analysis = Analysis(
        document,
        segments,
        sentences,
        published,
        times,
        tuple(dates(text, times)),
        found.mentions,
        found.places,
        _sayings(text, sentences, found),
        found.attributive,
        _kinds(found, knowledge),
        _hosts(found, knowledge),
    )
    return Analysed(
        document, segments, published, times, found, claims(analysis), notes(text, segments), signature(text, segments)
    )


def _sayings(text: str, sentences: Sequence[Sentence], found: actors.DocumentActors) -> tuple[Saying, ...]:
    """The quotations whose speaker is an actor, as far as one is named: the last name of `Sprecher Bo Lund`."""
    sayings = []
    for quotation in quotations(text, sentences):
        named = [m for span in quotation.speaker for m in within(found.mentions, span.start, span.end)]
        if named:
            sayings += [Saying(span.start, span.end, named[-1].actor_id) for span in quotation.quote]
    return tuple(sorted(sayings))


def _kinds(found: actors.DocumentActors, knowledge: Knowledge) -> dict[str, ActorKind]:
    known = {actor.actor_id: actor.kind for actor in found.unknown}
    return {m.actor_id: known.get(m.actor_id) or knowledge.actors[m.actor_id].kind for m in found.mentions}


def _hosts(found: actors.DocumentActors, knowledge: Knowledge) -> dict[str, str]:
    """The states that the places of a document are, or are the capitals of, and those of its organisations' seats."""
    mentioned = {mention.actor_id for mention in found.mentions}
    seats = {actor: city for city, bodies in knowledge.seats.items() for actor in bodies if actor in mentioned}
    names = {**{place.name: place.name for place in found.places}, **seats}
    known = {key: knowledge.names.known(name) for key, name in names.items()}
    return {key: actor for key, actor in known.items() if actor and knowledge.actors[actor].kind == "state"}


def _published(document: Document) -> Published:
    """What the metadata say of the date."""
    if document.published is None:
        return Published(None, None, "unknown", "")
    return Published(
        document.published, edtf.parse(document.published), "metadata", f"given in {document.published_from}"
    )


def _assemble(analysed: Sequence[Analysed], knowledge: Knowledge) -> Tables:
    """The tables of all documents: actors linked across them, claims made into events, everything counted."""
    linked = actors.link(
        {one.document.doc_id: one.actors for one in analysed},
        knowledge,
        {one.document.doc_id: one.published.interval for one in analysed},
    )
    every = [_renamed(claim, linked) for one in analysed for claim in one.claims]
    # A state that only hosts an event is named as a place alone, and no mention brought it here.
    hosts = {p.actor_id for claim in every for p in claim.participants} - linked.actors.keys()
    linked = replace(linked, actors={**linked.actors, **{host: knowledge.actors[host] for host in sorted(hosts)}})
    written = {one.document.doc_id: one.published for one in analysed}
    signatures = {one.document.doc_id: one.signature for one in analysed}
    copied = copies(signatures, earliest_first(signatures, {doc: known.interval for doc, known in written.items()}))
    originals = {doc_id: copy.original for doc_id, copy in copied.items()}
    events = cluster(every, written, lambda actor, when: _represented(linked.actors[actor], when), originals)
    names = {actor.actor_id: actor.name for actor in linked.actors.values()}
    rows: dict[str, list[Row]] = {
        "documents": [_document_row(one) for one in analysed],
        "segments": [_spanned(one, s.start, s.end, kind=s.kind) for one in analysed for s in one.segments],
        "mentions": [
            _spanned(
                one, m.start, m.end, text=m.text, actor_id=linked.id_of(one.document.doc_id, m.actor_id), kind=m.kind
            )
            for one in analysed
            for m in one.actors.mentions
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
            for t in one.times
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
        "notes": [_spanned(one, n.start, n.end, kind=n.kind, text=n.text) for one in analysed for n in one.notes],
        "copies": [{"doc_id": doc_id, **copied[doc_id]._asdict()} for doc_id in sorted(copied)],
        "texts": [{"doc_id": one.document.doc_id, "text": one.document.text} for one in analysed],
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


def _renamed(claim: Claim, linked: actors.Linked) -> Claim:
    """The claim with the ids that its actors have across documents, each actor once, with its first role."""
    roles: dict[str, Role] = {}
    for participant in claim.participants:
        roles.setdefault(linked.id_of(claim.doc_id, participant.actor_id), participant.role)
    told = linked.id_of(claim.doc_id, claim.attributed_to) if claim.attributed_to else None
    return replace(
        claim, participants=tuple(Participant(actor, role) for actor, role in roles.items()), attributed_to=told
    )


def _spanned(one: Analysed, start: int, end: int, **values: object) -> Row:
    return {"doc_id": one.document.doc_id, "start": start, "end": end, **values}


def _days(interval: Interval | None, first: str, last: str) -> Row:
    return {first: interval.first if interval else None, last: interval.last if interval else None}


def _document_row(one: Analysed) -> Row:
    document, published = one.document, one.published
    return {
        "doc_id": document.doc_id,
        "file": document.file,
        "sha256": document.sha256,
        "title": document.title or corpus.title(document.text, one.segments) or document.doc_id,
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
