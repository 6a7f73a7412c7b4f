"""Claims and margin notes as W3C Web Annotations, by quote and by position, for Hypothesis, Recogito and the like.

Positions count code points in the text as Lagebild has stored it, and are told of that alone; a source with an address
is a second target, by its quote.
"""

import json
from typing import Any
from urllib.parse import quote as escaped

from core.exports.held import Held, Row
from core.exports.signs import line

CONTEXT = 32
"""So many characters before and after a quote are given along, which tells it from the same words elsewhere."""

_CONTEXT_OF_TERMS = "http://www.w3.org/ns/anno.jsonld"


def write(held: Held) -> bytes:
    """All claims and notes as one collection with one page."""
    items = [_of_claim(held, claim) for claim in held.claims]
    items += [_of_note(held, note, number) for number, note in enumerate(held.notes)]
    collection = {
        "@context": _CONTEXT_OF_TERMS,
        "id": "urn:lagebild:annotations",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"id": "urn:lagebild:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False).encode()


def _of_claim(held: Held, claim: Row) -> dict[str, Any]:
    event = held.event(claim["event_id"])
    said = [_body(line(held.title(event)), "describing", held.language)]
    said += [_body(claim[name], "tagging") for name in ("type", "status", "date_edtf") if claim[name]]
    return _annotation(f"claim:{claim['claim_id']}", "describing", said, held, claim)


def _of_note(held: Held, note: Row, number: int) -> dict[str, Any]:
    said = _body(note["text_de" if held.language == "de" else "text"], "commenting", held.language)
    return _annotation(f"note:{number}", "commenting", [said, _body(note["kind"], "tagging")], held, note)


def _annotation(name: str, motivation: str, bodies: list[dict[str, str]], held: Held, span: Row) -> dict[str, Any]:
    return {
        "id": f"urn:lagebild:{escaped(name, safe=':')}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": _targets(held, span),
    }


def _body(value: str, purpose: str, language: str | None = None) -> dict[str, str]:
    spoken = {"language": language} if language else {}
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose, **spoken}


def _targets(held: Held, span: Row) -> list[dict[str, Any]]:
    text, start, end = held.texts[span["doc_id"]], span["start"], span["end"]
    by_quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    by_place = {"type": "TextPositionSelector", "start": start, "end": end}
    stored = {"source": f"urn:lagebild:document:{escaped(span['doc_id'])}", "selector": [by_quote, by_place]}
    url = held.document(span["doc_id"])["url"]
    return [stored, {"source": url, "selector": by_quote}] if url else [stored]
