"""What the reader shows: two documents with the stretches that claims, actors, times and notes stand on."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from core.anchors import Place
from core.model import UNREAD, Note, Segment
from core.search.query import occurrences
from core.tables import typed_rows
from dashboard.asking.corpus import Corpus
from dashboard.asking.differences import value_text, where
from dashboard.asking.documents import about, named
from dashboard.asking.records import Claim, Discrepancy, Document, Mention, Row, Time, record, records
from dashboard.words import labels
from dashboard.words.dates import event_date, when
from dashboard.words.i18n import _, language
from dashboard.words.times import unplaced


def utf16(text: str, offsets: list[int]) -> list[int]:
    """Offsets in code points as offsets in UTF-16 units, which browsers count in."""
    if not text or max(text) <= "\uffff":
        return offsets
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"]
    return [offset + bisect_left(wide, offset) for offset in offsets]


def code_points(text: str, unit: int) -> int:
    """An offset in UTF-16 units as one in code points; one within a character counts as that character's begin."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * unit].decode("utf-16-le", "ignore"))


def document(corpus: Corpus, doc_id: str, query: str = "") -> dict[str, Any]:
    """A document as the reader component takes it; offsets in UTF-16 units.

    `spans` holds, in order of their begin, [start, end, layer, id, label, extra]. Layers are claim (id is the event's,
    extra its colour), actor, time, differ (words that another claim of the event, the id, does not agree with), note (a
    remark of the machine's), found (by the search) and dim (boilerplate). What stands below its paragraph, too,
    has `aside` as extra. `with_notes` adds comment (a note of somebody's).
    """
    text = corpus.texts.of(doc_id)
    row = record(corpus.documents, doc_id, Document)
    hits = [(start, end, "found", "", _("search"), "") for start, end in occurrences(text, corpus.finder.asked(query))]
    spans = sorted([*_spans(corpus, doc_id), *hits], key=lambda span: (span[0], -span[1]))
    flat = utf16(text, [offset for span in spans for offset in span[:2]])
    return {
        "id": doc_id,
        "title": row.title,
        "about": about(row),
        "source": named(row),
        "language": row.language,
        "interface": language(),
        "text": text,
        "spans": [[flat[2 * n], flat[2 * n + 1], *span[2:]] for n, span in enumerate(spans)],
    }


def with_notes(document: dict[str, Any], notes: Sequence[tuple[Place, str, str]]) -> dict[str, Any]:
    """A document as the reader component takes it, with people's notes: where each stands, its id, what it says."""
    flat = utf16(document["text"], [offset for place, *_rest in notes for offset in place])
    own = [[flat[2 * n], flat[2 * n + 1], "comment", id_, said, "aside"] for n, (_place, id_, said) in enumerate(notes)]
    spans = sorted([*document["spans"], *own], key=lambda span: (span[0], -span[1]))
    return {**document, "spans": spans}


def _spans(corpus: Corpus, doc_id: str) -> list[tuple[int, int, str, str, str, str]]:
    spans: list[tuple[int, int, str, str, str, str]] = []
    for claim in records(corpus.claims.inside(doc_id), Claim):
        label = f"{labels.type_label(claim.type)}, {labels.status_label(claim.status)}, {event_date(claim)}"
        colour = labels.type_colour(claim.type)
        spans.append((claim.start, claim.end, "claim", claim.event_id, label, colour))
    for mention in _rows(corpus, "mentions", doc_id, Mention):
        spans.append((mention.start, mention.end, "actor", mention.actor_id, corpus.name(mention.actor_id), ""))
    for timex in _rows(corpus, "times", doc_id, Time):
        dated = timex.date_start is not None
        said = when(timex.date_start, timex.date_end, None) if dated else unplaced(timex.type, timex.value)
        spans.append((timex.start, timex.end, "time", "", said, ""))
    spans += _differing(corpus, doc_id)
    for note in _rows(corpus, "notes", doc_id, Note):
        extra = "" if note.kind in _QUIET_NOTES else "aside"
        spans.append((note.start, note.end, "note", "", note.text_de if language() == "de" else note.text, extra))
    for part in _rows(corpus, "segments", doc_id, Segment):
        if part.kind in UNREAD:
            spans.append((part.start, part.end, "dim", "", labels.segment_label(part.kind), ""))
    return spans


def _differing(corpus: Corpus, doc_id: str) -> Iterator[tuple[int, int, str, str, str, str]]:
    """The words of a document that differ from what another claim of the same event says, with both values.

    Where no words say a value, those of the whole claim stand for it.
    """
    claims = {claim.claim_id: claim for claim in records(corpus.claims.inside(doc_id), Claim)}
    every = corpus.discrepancies
    for row in records(every[every["claim_a"].isin(claims) | every["claim_b"].isin(claims)], Discrepancy):
        told = corpus.claims.of(row.event_id).set_index("claim_id")["doc_id"]
        one = (row.claim_a, row.value_a, row.start_a, row.end_a)
        other = (row.claim_b, row.value_b, row.start_b, row.end_b)
        for (claim_id, value, start, end), (against, differing, *_words) in ((one, other), (other, one)):
            if claim := claims.get(claim_id):
                said = _("{point}: {value} ≠ {other} ({source})").format(
                    point=where(row),
                    value=value_text(corpus, row.field, value),
                    other=value_text(corpus, row.field, differing),
                    source=corpus.title(str(told[against])),
                )
                first, last = (claim.start, claim.end) if start is None or end is None else (start, end)
                yield first, last, "differ", row.event_id, said, "aside"


_QUIET_NOTES = {"spelling"}
"""Kinds of notes that are underlined but not written out in the margin: there are many, and they help little."""


def _rows(corpus: Corpus, table: str, doc_id: str, kind: type[Row]) -> Iterator[Row]:
    return typed_rows(corpus.tables.of(table, [doc_id]), kind)


def shared(corpus: Corpus, left: str, right: str | None) -> list[str]:
    """The events that both documents report, in the left one's reading order; with one document, all of its events."""
    here = list(dict.fromkeys(corpus.claims.inside(left)["event_id"]))
    if right is None:
        return here
    there = set(corpus.claims.inside(right)["event_id"])
    return [event for event in here if event in there]


def contradicting(corpus: Corpus, event: str) -> list[tuple[str, str]]:
    """The pairs of different documents that contradict each other on an event."""
    rows = corpus.discrepancies
    rows = rows[(rows["event_id"] == event) & (rows["relation"] == "contradiction")]
    told = corpus.claims.of(event).set_index("claim_id")["doc_id"]
    pairs = zip(rows["claim_a"].map(told), rows["claim_b"].map(told), strict=True)
    return [(left, right) for left, right in dict.fromkeys(pairs) if left != right]


def opened(corpus: Corpus, left: str | None, right: str | None, event: str | None) -> tuple[str | None, str | None]:
    """The two documents to show: those asked for, else those of the event, else the pair with most in common."""
    documents = list(corpus.documents.index)
    if not documents:
        return None, None
    sources = corpus.documents_of(event) if event else []
    best = corpus.claims.document_pairs
    if left is None and right is None and not sources and best:
        return best[0][0], best[0][1]
    wanted = [*sources, *documents]
    left = left or next((doc for doc in wanted if doc != right), None)
    if right in (None, left):
        right = next((doc for doc in wanted if doc != left), None)
    return left or right, right if left else None
