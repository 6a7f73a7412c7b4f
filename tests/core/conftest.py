"""A small set of tables in which everything is in order, for tests that break it or count in it."""

from datetime import date

import pytest

from core.tables import SCHEMAS, Tables, from_rows

TEXT = "Roe reiste am 3. Mai 2021 nach Wien. Dort traf er Doe. Ein Abkommen lehnte Doe ab."


def span(quote: str) -> dict[str, object]:
    start = TEXT.index(quote)
    return {"doc_id": "a", "start": start, "end": start + len(quote)}


def dated(day: date | None, basis: str) -> dict[str, object]:
    edtf = day.isoformat() if day else None
    precision = "day" if day else None
    source = {"text": "whole", "context": "carried"}.get(basis)
    return {
        "date_edtf": edtf,
        "date_start": day,
        "date_end": day,
        "date_precision": precision,
        "date_basis": basis,
        "date_source": source,
    }


def claim(number: int, quote: str, kind: str, day: date | None, basis: str) -> dict[str, object]:
    place = span(quote)
    return {
        "claim_id": f"c{number}",
        "event_id": f"e{number}",
        **place,
        "quote": quote,
        "trigger_start": place["start"],
        "trigger_end": place["end"],
        "type": kind,
        "status": "occurred",
        **dated(day, basis),
        "confidence": 0.8,
        "rule": "test",
    }


def event(number: int, kind: str, day: date | None, basis: str) -> dict[str, object]:
    return {
        "event_id": f"e{number}",
        "type": kind,
        "status": "occurred",
        "title": "Titel",
        "title_en": "Title",
        **dated(day, basis),
        "n_claims": 1,
        "n_documents": 1,
        "confidence": 0.8,
        "has_discrepancy": False,
    }


def actor(actor_id: str, name: str, mentions: int, claims: int) -> dict[str, object]:
    return {
        "actor_id": actor_id,
        "name": name,
        "aliases": [name.split()[-1]],
        "kind": "person",
        "member_of": [],
        "n_mentions": mentions,
        "n_claims": claims,
        "n_documents": 1,
    }


@pytest.fixture
def tables() -> Tables:
    """One document with three claims: Roe's visit, his meeting with Doe, and Doe's rejection."""
    day = date(2021, 5, 3)
    rows: dict[str, list[dict[str, object]]] = {
        "documents": [
            {
                "doc_id": "a",
                "file": "a.txt",
                "sha256": "0" * 64,
                "title": "Titel",
                "language": "de",
                "published_basis": "unknown",
                "author_basis": "unknown",
                "outlet_basis": "unknown",
                "n_chars": len(TEXT),
                "n_words": 16,
            }
        ],
        "texts": [{"doc_id": "a", "text": TEXT}],
        "segments": [{"doc_id": "a", "start": 0, "end": len(TEXT), "kind": "body"}],
        "mentions": [
            {**span("Roe"), "text": "Roe", "actor_id": "jane-roe", "kind": "name"},
            {**span("Doe"), "text": "Doe", "actor_id": "max-doe", "kind": "name"},
        ],
        "times": [
            {
                **span("3. Mai 2021"),
                "text": "3. Mai 2021",
                "type": "DATE",
                "value": "2021-05-03",
                "date_start": day,
                "date_end": day,
            }
        ],
        "claims": [
            claim(1, "Roe reiste am 3. Mai 2021 nach Wien.", "visit", day, "text"),
            claim(2, "Dort traf er Doe.", "meeting", day, "context"),
            claim(3, "Ein Abkommen lehnte Doe ab.", "rejection", None, "unknown"),
        ],
        "events": [
            event(1, "visit", day, "text"),
            event(2, "meeting", day, "context"),
            event(3, "rejection", None, "unknown"),
        ],
        "participants": [
            {"claim_id": "c1", "event_id": "e1", "actor_id": "jane-roe", "role": "agent"},
            {"claim_id": "c2", "event_id": "e2", "actor_id": "jane-roe", "role": "agent"},
            {"claim_id": "c2", "event_id": "e2", "actor_id": "max-doe", "role": "partner"},
            {"claim_id": "c3", "event_id": "e3", "actor_id": "max-doe", "role": "agent"},
        ],
        "date_evidence": [
            {
                "claim_id": f"c{n}",
                "event_id": f"e{n}",
                **span("3. Mai 2021"),
                "text": "3. Mai 2021",
                "part": "expression",
            }
            for n in (1, 2)
        ],
        "actors": [actor("jane-roe", "Jane Roe", 1, 2), actor("max-doe", "Max Doe", 1, 2)],
    }
    return Tables.of({name: from_rows(name, rows.get(name, [])) for name in SCHEMAS})
