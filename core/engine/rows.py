"""Values to rows: the tables of documents, of events and of actors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.actors import Actor, Linked
from core.claims.lexicon import with_trait
from core.events.cluster import Event
from core.events.english import english_title
from core.events.matching import allowed
from core.events.titled import Titled, topic_shown
from core.events.titles import title
from core.model import Bounds, Claim, ClaimDate, DateEvidence, Figure, Interval, Mention, Note, Segment, Timex
from core.stages import Analysed
from core.tables import distinct, from_columns, from_rows, row_numbers
from core.time import edtf

Row = dict[str, object]
Columns = dict[str, list[Any]]

_Span = Segment | Mention | Timex | Note
_OF_CLAIM = (
    *("doc_id", "start", "end", "quote", "trigger_start", "trigger_end", "type", "status", "place", "attributed_to"),
    *("confidence", "rule", "topic"),
)


def of_documents(analysed: Sequence[Analysed], linked: Linked) -> dict[str, pa.Table]:
    """The tables whose rows are those of one document after the other."""
    mentions = _spanned(analysed, lambda one: one.entities.actors.mentions, "text", "actor_id", "kind")
    mentions["actor_id"] = list(map(linked.id_of, mentions["doc_id"], mentions["actor_id"]))
    if not all(mentions["actor_id"]):  # some are no actors, as a person has said
        stand = list(map(bool, mentions["actor_id"]))
        mentions = {name: list(compress(column, stand)) for name, column in mentions.items()}
    times = _spanned(analysed, lambda one: one.entities.times, "text", "type", "value")
    intervals = (time.interval for one in analysed for time in one.entities.times)
    return {
        "documents": from_rows("documents", [_document(one) for one in analysed]),
        "segments": from_columns("segments", _spanned(analysed, lambda one: one.read.segments, "kind")),
        "mentions": from_columns("mentions", mentions),
        "times": from_columns("times", {**times, **_days(intervals, "date_start", "date_end")}),
        "notes": from_columns("notes", _spanned(analysed, lambda one: one.told.notes, "kind", "text", "text_de")),
        "texts": from_rows("texts", [{"doc_id": _id(one), "text": one.read.document.text} for one in analysed]),
    }


class Names(NamedTuple):
    """What actors, by their ids, are called in German and English, and places in English where that is another name.

    `family` has the family names of persons, where they are known.
    """

    de: Mapping[str, str]
    family: Mapping[str, str]
    en: Mapping[str, str]
    places_en: Mapping[str, str]


def of_events(events: Sequence[Event], names: Names) -> dict[str, pa.Table]:
    """The tables whose rows are those of one event after the other.

    A claim has its own date or, where it has none and tells of what happens once, its event's from another claim, if
    what is known of the day of its writing allows that; else that bounds it.

    Args:
        events: the events.
        names: those of actors and places, for the titles.
    """
    lasting = with_trait("lasting")
    claims = [claim for event in events for claim in event.claims]
    event_ids = [event.event_id for event in events for _ in event.claims]
    claim_ids = [claim.claim_id for claim in claims]
    whens = [_of_claim(claim, event, claim.type not in lasting) for event in events for claim in event.claims]
    proofs = [(at, doc_id, proof) for at, when in enumerate(whens) if when for doc_id, proof in when.evidence]
    parties = [claim.participants for claim in claims]
    figures = [(at, figure) for at, claim in enumerate(claims) for figure in claim.figures]
    titled = [_titled(event, names.places_en) for event in events]
    every = [party for some in parties for party in some]
    fields = ("event_id", "type", "status", "place", "n_documents", "confidence")
    return {
        "events": from_columns(
            "events",
            {
                **{field: list(map(attrgetter(field), events)) for field in fields},
                "title": [
                    event.given_title or title(one, names.de, names.family)
                    for event, one in zip(events, titled, strict=True)
                ],
                "title_en": [
                    event.given_title or english_title(one, names.en, names.family, names.places_en)
                    for event, one in zip(events, titled, strict=True)
                ],
                "place_en": [event.place_en for event in titled],
                **_dates([event.date or event.bounds for event in events]),
                "n_claims": [len(event.claims) for event in events],
                "has_discrepancy": [
                    any(d.relation == "contradiction" for d in event.discrepancies) for event in events
                ],
            },
        ),
        "claims": from_columns(
            "claims",
            {
                "claim_id": claim_ids,
                "event_id": event_ids,
                **{field: list(map(attrgetter(field), claims)) for field in _OF_CLAIM},
                **_dates([when and when.when for when in whens]),
            },
        ),
        "date_evidence": from_columns(
            "date_evidence",
            {
                "claim_id": [claim_ids[at] for at, _, _ in proofs],
                "event_id": [event_ids[at] for at, _, _ in proofs],
                "doc_id": [doc_id for _, doc_id, _ in proofs],
                **{field: [getattr(proof, field) for _, _, proof in proofs] for field in DateEvidence._fields},
            },
        ),
        "participants": from_columns(
            "participants",
            {
                "claim_id": [claim_id for claim_id, some in zip(claim_ids, parties, strict=True) for _ in some],
                "event_id": [event_id for event_id, some in zip(event_ids, parties, strict=True) for _ in some],
                "actor_id": [party.actor_id for party in every],
                "role": [party.role for party in every],
            },
        ),
        "figures": from_columns(
            "figures",
            {
                "claim_id": [claim_ids[at] for at, _ in figures],
                "event_id": [event_ids[at] for at, _ in figures],
                "doc_id": [claims[at].doc_id for at, _ in figures],
                **{field: [getattr(figure, field) for _, figure in figures] for field in Figure._fields},
            },
        ),
        "discrepancies": from_rows(
            "discrepancies",
            [{"event_id": event.event_id, **one._asdict()} for event in events for one in event.discrepancies],
        ),
    }


def of_actors(actors: Sequence[Actor], tables: Mapping[str, pa.Table], originals: Mapping[str, str]) -> pa.Table:
    """The actors with their counts and the first and last day of the events they take part in.

    Args:
        actors: the actors.
        tables: all other tables that they are counted in.
        originals: doc_id of each document that is a copy to that of its original: together they are one source.
    """
    fields = (
        *("actor_id", "name", "name_en", "aliases", "kind", "country", "role", "role_en"),
        *("member_of", "wikidata_id"),
    )
    known = {field: list(map(attrgetter(field), actors)) for field in fields}
    ids = pa.chunked_array([known["actor_id"]], pa.string())
    mentions, participants, events = (tables[name] for name in ("mentions", "participants", "events"))
    documents = tables["documents"]["doc_id"].to_pylist()
    number = {doc_id: at for at, doc_id in enumerate(documents)}
    source = np.array([number[originals.get(doc_id, doc_id)] for doc_id in documents], dtype=np.int64)
    mentioned = row_numbers(mentions["actor_id"], ids)
    sources = source[row_numbers(mentions["doc_id"], tables["documents"]["doc_id"])]
    once = distinct(mentioned * len(documents) + sources)
    event = pa.array(row_numbers(participants["event_id"], events["event_id"]))
    dated = pc.is_valid(events["date_precision"])  # a bound is no date
    parts = pa.table(
        {
            "actor_id": participants["actor_id"],
            **{
                name: pc.if_else(dated, events[column], None).take(event)
                for name, column in (("first", "date_start"), ("last", "date_end"))
            },
        }
    )
    days = parts.group_by("actor_id").aggregate([("first", "min"), ("last", "max"), ([], "count_all")])
    row = row_numbers(ids, days["actor_id"])
    acting = pa.array(row, mask=row < 0)
    return from_columns(
        "actors",
        {
            **known,
            "n_mentions": np.bincount(mentioned, minlength=len(actors)).tolist(),
            "n_claims": days["count_all"].take(acting).fill_null(0),
            "n_documents": np.bincount(once // len(documents), minlength=len(actors)).tolist(),
            "first_date": days["first_min"].take(acting),
            "last_date": days["last_max"].take(acting),
        },
    )


def _titled(event: Event, places_en: Mapping[str, str]) -> Titled:
    """What the title of an event is made of: of one that a person has corrected no more than its tables say."""
    place_en = places_en.get(event.place) if event.place else None
    topic, first = topic_shown(event.topic), event.claims[0]
    told = Titled(event.type, event.status, event.participants, event.place, topic, event.gist, place_en)
    if event.is_retold:
        return told
    return told._replace(
        deed=first.deed if first.type == event.type else None,
        themes=first.themes,
        nouns=first.nouns,
        outlines=first.outlines,
        teller=first.attributed_to if len({claim.attributed_to for claim in event.claims}) == 1 else None,
    )


def _id(one: Analysed) -> str:
    return one.read.document.doc_id


def _spanned(analysed: Iterable[Analysed], parts: Callable[[Analysed], Sequence[_Span]], *fields: str) -> Columns:
    """Stretches of the documents, with so many of their fields."""
    by_document = [(_id(one), parts(one)) for one in analysed]
    every = [part for _, some in by_document for part in some]
    return {
        "doc_id": [doc_id for doc_id, some in by_document for _ in some],
        **{field: list(map(attrgetter(field), every)) for field in ("start", "end", *fields)},
    }


class _When(NamedTuple):
    """When the event of a claim was, and in which documents that stands where."""

    when: ClaimDate | Bounds
    evidence: tuple[tuple[str, DateEvidence], ...]


def _of_claim(claim: Claim, event: Event, once: bool) -> _When | None:
    """When a claim's event was: as it says itself, as another claim of the event says, or as it is bounded.

    Args:
        claim: the claim.
        event: its event.
        once: whether the event is one that another claim's date tells of.
    """
    own = claim.date or claim.bounds
    if claim.date is None and event.date is not None and once:
        bounded_by_text = claim.bounds is not None and claim.bounds.basis == "text"
        if event.date.basis == "correction":
            return _When(event.date, ())
        if not bounded_by_text and allowed(claim).meets(event.date.interval):
            proofs = tuple((doc_id, proof) for doc_id, date in _telling(event, event.date) for proof in date.evidence)
            return _When(event.date._replace(basis="context", source="event"), proofs)
    return own and _When(own, tuple((claim.doc_id, proof) for proof in own.evidence))


def _telling(event: Event, date: ClaimDate) -> list[tuple[str, ClaimDate]]:
    """What gives an event its date, with the document: the date of one claim, or all those that have it in common."""
    dated = [(claim.doc_id, claim.date) for claim in event.claims if claim.date]
    same = [(doc_id, own) for doc_id, own in dated if own.edtf == date.edtf]
    first, last = date.interval
    around = [(doc_id, own) for doc_id, own in dated if own.interval.first <= first and last <= own.interval.last]
    return same[:1] or around


def _days(intervals: Iterable[Interval | None], first: str, last: str) -> Columns:
    """Two columns with the first and the last days of intervals."""
    known = list(intervals)
    return {
        first: [interval and interval.first for interval in known],
        last: [interval and interval.last for interval in known],
    }


def _document(one: Analysed) -> Row:
    document, published = one.read.document, one.entities.published
    return {
        "doc_id": document.doc_id,
        "file": document.file,
        "sha256": document.sha256,
        "title": one.read.title or document.doc_id,
        "outlet": one.read.outlet.value,
        "url": document.url,
        "language": document.language,
        "translated_from": document.translated_from,
        "published": published.edtf,
        "published_start": published.interval and published.interval.first,
        "published_end": published.interval and published.interval.last,
        "published_basis": published.basis,
        "published_evidence": published.evidence or None,
        "published_reasons": published.why and msgspec.json.encode(published.why).decode(),
        "n_chars": len(document.text),
        "n_words": one.read.n_words,
        "author": one.read.author.value,
        "bundle": document.bundle,
        "page": document.page,
        "author_basis": one.read.author.basis,
        "outlet_basis": one.read.outlet.basis,
    }


def _dates(dates: Sequence[ClaimDate | Bounds | None]) -> Columns:
    """The date columns; a bound has no precision, and may leave one end open."""
    days = [date.interval if isinstance(date, ClaimDate) else date for date in dates]
    return {
        "date_edtf": list(map(edtf.of, dates)),
        "date_start": [one and one.first for one in days],
        "date_end": [one and one.last for one in days],
        "date_precision": [date.precision if isinstance(date, ClaimDate) else None for date in dates],
        "date_basis": [date.basis if date else "unknown" for date in dates],
        "date_source": [date and date.source for date in dates],
    }
