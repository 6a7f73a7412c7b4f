"""Web Annotations, held to a JSON schema after the W3C's model."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow as pa

from core.anchors import Anchor, anchor
from core.briefings import Note, Reference, keep, notes
from core.briefings.noting import About, OnActor, OnEvent, OnPassage, Rewritten, Struck, Written
from core.exports import Held, annotations
from core.exports.rows import Claim, Remark
from tests.core.exports.conftest import ADDRESS, EVIL

TEXT = {"type": "string", "minLength": 1}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
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
                "oneOf": [
                    {
                        "type": "object",
                        "required": ["source", "selector"],
                        "properties": {
                            "source": {"type": "string", "format": "uri"},
                            "selector": {"oneOf": [SELECTOR, {"type": "array", "minItems": 1, "items": SELECTOR}]},
                        },
                        "additionalProperties": False,
                    },
                    {
                        "type": "object",
                        "required": ["id"],
                        "properties": {"id": {"type": "string", "format": "uri"}},
                        "additionalProperties": False,
                    },
                ]
            },
        },
        "creator": {
            "type": "object",
            "required": ["type", "name"],
            "properties": {"type": {"const": "Person"}, "name": TEXT},
            "additionalProperties": False,
        },
        "created": TIME,
        "modified": TIME,
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
    spans: list[Claim | Remark] = [*held.claims, *held.notes]
    for item, span in zip(read(held), spans, strict=True):
        quote, place = item["target"][0]["selector"]
        text = held.texts[span.doc_id]
        assert (place["start"], place["end"]) == (span.start, span.end)
        assert quote["exact"] == text[place["start"] : place["end"]]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(around) == place["start"] - len(quote["prefix"])


def test_a_source_with_an_address_is_a_target_by_its_quote_alone(held: Held) -> None:
    addresses = {row.doc_id: row.url for row in held.documents}
    for item, claim in zip(read(held), held.claims, strict=False):
        others = item["target"][1:]
        assert [one["source"] for one in others] == ([addresses[claim.doc_id]] if addresses[claim.doc_id] else [])
        assert all(one["selector"]["type"] == "TextQuoteSelector" for one in others)


def test_nothing_is_a_collection_too(nothing: Held) -> None:
    assert read(nothing) == []


def noted(arrow: dict[str, pa.Table], folder: Path, *abouts: About) -> list[dict[str, Any]]:
    """The annotations that notes on these become, written by Eva."""
    keep(folder, [Written(f"n{number}", about, EVIL) for number, about in enumerate(abouts)], "Eva")
    items = read(Held(arrow, "de", notes(folder)))
    return items[len(items) - len(abouts) :]


def stretch(held: Held, doc_id: str, start: int = 3, end: int = 12) -> Anchor:
    return anchor(doc_id, held.texts[doc_id], start, end)


def test_a_note_on_a_passage_is_one_of_its_words_with_who_wrote_it_and_when(
    arrow: dict[str, pa.Table], held: Held, tmp_path: Path
) -> None:
    [addressed] = [row.doc_id for row in held.documents if row.url == ADDRESS]
    at = stretch(held, addressed)
    [item] = noted(arrow, tmp_path, OnPassage(at))
    assert (item["motivation"], item["creator"]["name"]) == ("commenting", "Eva")
    assert item["created"]
    assert "modified" not in item
    [said] = item["body"]
    assert said["value"].startswith("<script>alert(1)</script>")
    stored, page = item["target"]
    quote, place = stored["selector"]
    assert (quote["exact"], place["start"], place["end"]) == (at.quote, at.start, at.end)
    assert (page["source"], page["selector"]["exact"]) == (ADDRESS, at.quote)


def test_notes_on_events_and_actors_are_on_their_quotes_and_say_whose(
    arrow: dict[str, pa.Table], held: Held, tmp_path: Path
) -> None:
    event, mention = held.events[3], held.mentions[0]
    claims = held.claims_of[event.event_id]
    held_by = stretch(held, claims[0].doc_id, claims[0].start, claims[0].end)
    named_by = stretch(held, mention.doc_id, mention.start, mention.end)
    on_event, renamed, on_actor = noted(
        arrow,
        tmp_path,
        OnEvent(Reference(event.event_id)),
        OnEvent(Reference("another-id", held_by)),
        OnActor(Reference("another-id", named_by)),
    )
    assert on_event["target"] == renamed["target"]
    shown = {one["selector"][0]["exact"] for one in on_event["target"] if isinstance(one["selector"], list)}
    assert shown == {held.texts[row.doc_id][row.start : row.end] for row in claims}
    assert on_actor["target"][0]["selector"][0]["exact"] == named_by.quote
    assert on_actor["body"][1]["value"] == " ".join(held.name(mention.actor_id).split())
    assert {item["body"][1]["purpose"] for item in (on_event, on_actor)} == {"identifying"}


def test_what_a_note_is_on_that_is_gone_is_told_by_the_words_that_stood_there(
    arrow: dict[str, pa.Table], held: Held, tmp_path: Path
) -> None:
    gone = Anchor(held.documents[0].doc_id, 3, 9, "Solche Worte stehen nirgends", "vor ", " nach")
    elsewhere = Anchor("no-text", 3, 9, "Worte", "vor ", " nach")
    edited, removed, event, actor = noted(
        arrow,
        tmp_path,
        OnPassage(gone),
        OnPassage(elsewhere),
        OnEvent(Reference("nowhere", gone)),
        OnActor(Reference("no body")),
    )
    for item, at in ((edited, gone), (removed, elsewhere), (event, gone)):
        [target] = item["target"]
        assert target["source"].endswith(at.doc_id)
        assert target["selector"] == {
            "type": "TextQuoteSelector",
            "exact": at.quote,
            "prefix": at.prefix,
            "suffix": at.suffix,
        }
    assert actor["target"] == [{"id": "urn:lagebild:actor:no%20body"}]


def test_notes_of_several_files_count_once_and_withdrawn_ones_do_not(
    arrow: dict[str, pa.Table], held: Held, tmp_path: Path
) -> None:
    about = OnPassage(stretch(held, held.documents[2].doc_id))
    keep(tmp_path, [Written("eva", about, "Von Eva"), Written("eva2", about, "Zurückgezogen")], "Eva")
    own = (tmp_path / "notes.jsonl").read_text()
    (tmp_path / "notes.eva.jsonl").write_text(own)
    keep(tmp_path, [Struck("eva2"), Written("max", about, ""), Rewritten("eva", "Belegt", "Von Eva")], "Max")
    items = {item["id"]: item for item in read(Held(arrow, "de", notes(tmp_path)))}
    mine = {name.rpartition(":")[2]: item for name, item in items.items() if ":comment:" in name}
    assert {name: [body["value"] for body in item["body"]] for name, item in mine.items()} == {
        "eva": ["Belegt"],
        "max": [],
    }
    assert mine["max"]["motivation"] == "bookmarking"


def test_a_note_that_was_written_anew_later_says_both_times(arrow: dict[str, pa.Table], held: Held) -> None:
    about = OnPassage(stretch(held, held.documents[2].doc_id))
    late, early = "2026-11-30T10:00:00+00:00", "2026-11-29T10:00:00+00:00"
    [item] = read(Held(arrow, "de", [Note("n", about, "Belegt", None, late, early)]))[-1:]
    assert (item["created"], item["modified"]) == ("2026-11-29T10:00:00Z", "2026-11-30T10:00:00Z")
    assert "creator" not in item
