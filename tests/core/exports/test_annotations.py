"""Web Annotations, held to a JSON schema after the W3C's model."""

import json
from typing import Any

import jsonschema

from core.exports import Held, annotations

TEXT = {"type": "string", "minLength": 1}
SELECTORS = {
    "TextQuoteSelector": {
        "properties": {"type": {}, "exact": TEXT, "prefix": {"type": "string"}, "suffix": {"type": "string"}},
        "required": ["exact"],
        "additionalProperties": False,
    },
    "TextPositionSelector": {
        "properties": {
            "type": {},
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 0},
        },
        "required": ["start", "end"],
        "additionalProperties": False,
    },
}
SELECTOR = {
    "type": "object",
    "required": ["type"],
    "properties": {"type": {"enum": list(SELECTORS)}},
    "allOf": [{"if": {"properties": {"type": {"const": name}}}, "then": schema} for name, schema in SELECTORS.items()],
}
MOTIVATIONS = [
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
]
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": MOTIVATIONS},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "format": {"const": "text/plain"},
                    "purpose": {"enum": MOTIVATIONS},
                    "language": {"enum": ["de", "en"]},
                },
                "additionalProperties": False,
            },
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["source", "selector"],
                "properties": {
                    "source": {"type": "string", "format": "uri"},
                    "selector": {"oneOf": [SELECTOR, {"type": "array", "minItems": 1, "items": SELECTOR}]},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
        },
    },
}


def read(held: Held) -> list[dict[str, Any]]:
    collection = json.loads(annotations.write(held))
    jsonschema.validate(collection, COLLECTION)
    items: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    return items


def test_every_claim_and_note_is_an_annotation(held: Held) -> None:
    items = read(held)
    assert len(items) == len(held.claims) + len(held.notes)
    assert [item["motivation"] for item in items].count("commenting") == len(held.notes) > 0


def test_quotes_and_positions_are_of_the_stored_text(held: Held) -> None:
    spans = [*held.claims, *held.notes]
    for item, span in zip(read(held), spans, strict=True):
        quote, place = item["target"][0]["selector"]
        text = held.texts[span["doc_id"]]
        assert (place["start"], place["end"]) == (span["start"], span["end"])
        assert quote["exact"] == text[place["start"] : place["end"]]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(around) == place["start"] - len(quote["prefix"])


def test_a_source_with_an_address_is_a_target_by_its_quote_alone(held: Held) -> None:
    addresses = {row["doc_id"]: row["url"] for row in held.documents}
    for item, claim in zip(read(held), held.claims, strict=False):
        others = item["target"][1:]
        assert [one["source"] for one in others] == ([addresses[claim["doc_id"]]] if addresses[claim["doc_id"]] else [])
        assert all(one["selector"]["type"] == "TextQuoteSelector" for one in others)


def test_nothing_is_a_collection_too(nothing: Held) -> None:
    assert read(nothing) == []
