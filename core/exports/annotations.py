"""Claims, remarks and people's notes as W3C Web Annotations, by quote and by position, for Hypothesis and the like.

Positions count code points in the text as Lagebild has stored it, and are told of that alone; a source with an address
is a second target, by its quote. What a note is on that is gone is a target by the words that stood there.
"""

import json
from typing import Any
from urllib.parse import quote as escaped

from core.anchors import Anchor, Place, find
from core.briefings import Note, Reference
from core.briefings.noting import OnActor, OnEvent, OnPassage
from core.exports.held import Held
from core.exports.rows import Claim, Mention, Remark
from core.exports.signs import line, printable

CONTEXT = 32
"""So many characters before and after a quote are given along, which tells it from the same words elsewhere."""

_CONTEXT_OF_TERMS = "http://www.w3.org/ns/anno.jsonld"


def write(held: Held) -> bytes:
    """All claims, remarks and people's notes as one collection with one page."""
    items = [_of_claim(held, claim) for claim in held.claims]
    items += [_of_remark(held, remark, number) for number, remark in enumerate(held.notes)]
    items += [_of_note(held, note) for note in held.noted]
    collection = {
        "@context": _CONTEXT_OF_TERMS,
        "id": "urn:lagebild:annotations",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"id": "urn:lagebild:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False).encode()


def _of_claim(held: Held, claim: Claim) -> dict[str, Any]:
    event = held.event(claim.event_id)
    said = [_body(line(held.title(event)), "describing", held.language)]
    said += [_body(value, "tagging") for value in (claim.type, claim.status, claim.date_edtf) if value]
    return _annotation(f"claim:{claim.claim_id}", "describing", said, _of_row(held, claim))


def _of_remark(held: Held, remark: Remark, number: int) -> dict[str, Any]:
    said = _body(remark.text_de if held.language == "de" else remark.text, "commenting", held.language)
    bodies = [said, _body(remark.kind, "tagging")]
    return _annotation(f"note:{number}", "commenting", bodies, _of_row(held, remark))


def _of_note(held: Held, note: Note) -> dict[str, Any]:
    """A note of somebody's: what it says, what it is on by name if that has one, who wrote it and when."""
    name, targets = _noted(held, note)
    bodies = [_body(printable(said), "commenting") for said in (note.text, *note.also_written) if said]
    bodies += [_body(line(name), "identifying", held.language)] if name else []
    creator = {"creator": {"type": "Person", "name": line(note.by)}} if note.by else {}
    changed = {"modified": _time(note.at)} if note.at != note.first else {}
    motivation = "commenting" if note.text else "bookmarking"
    made = _annotation(f"comment:{note.id}", motivation, bodies, targets)
    return {**made, **creator, "created": _time(note.first), **changed}


def _noted(held: Held, note: Note) -> tuple[str, list[dict[str, Any]]]:
    """What a note is on: its name, if it has one, and the targets that it has by that."""
    match note.about:
        case OnPassage(anchor=anchor):
            return "", _anchored(held, anchor)
        case OnEvent(event=reference):
            if event := held.noted_event(reference):
                claims = held.claims_of[event.event_id]
                return held.title(event), [target for claim in claims for target in _of_row(held, claim)]
            return "", _gone(held, "event", reference)
        case OnActor(actor=reference):
            if mention := held.noted_mention(reference):
                return held.name(mention.actor_id), _of_row(held, mention)
            return held.name(reference.id), _gone(held, "actor", reference)


def _gone(held: Held, kind: str, reference: Reference) -> list[dict[str, Any]]:
    """An event or an actor that no quote leads to any more: what was held on to, else what it was called."""
    if reference.anchor:
        return _anchored(held, reference.anchor)
    return [{"id": f"urn:lagebild:{kind}:{escaped(reference.id, safe='')}"}]


def _anchored(held: Held, anchor: Anchor) -> list[dict[str, Any]]:
    """A stretch of a text that may have been edited since, or be gone."""
    if (text := held.texts.get(anchor.doc_id)) is not None and (place := find(anchor, text)):
        return _targets(held, anchor.doc_id, place)
    by_quote = _quoted(anchor.quote, anchor.prefix, anchor.suffix)
    return [{"source": _document(anchor.doc_id), "selector": by_quote}]


def _time(at: str) -> str:
    """A time as the journals have it in the form that the W3C asks for."""
    return at.replace("+00:00", "Z")


def _annotation(
    name: str, motivation: str, bodies: list[dict[str, str]], targets: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": f"urn:lagebild:{escaped(name, safe=':')}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets,
    }


def _body(value: str, purpose: str, language: str | None = None) -> dict[str, str]:
    spoken = {"language": language} if language else {}
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose, **spoken}


def _of_row(held: Held, row: Claim | Mention | Remark) -> list[dict[str, Any]]:
    return _targets(held, row.doc_id, Place(row.start, row.end))


def _targets(held: Held, doc_id: str, place: Place) -> list[dict[str, Any]]:
    text, (start, end) = held.texts[doc_id], place
    by_quote = _quoted(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
    by_place = {"type": "TextPositionSelector", "start": start, "end": end}
    stored = {"source": _document(doc_id), "selector": [by_quote, by_place]}
    url = held.document(doc_id).url
    return [stored, {"source": url, "selector": by_quote}] if url else [stored]


def _quoted(exact: str, prefix: str, suffix: str) -> dict[str, str]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def _document(doc_id: str) -> str:
    return f"urn:lagebild:document:{escaped(doc_id)}"
