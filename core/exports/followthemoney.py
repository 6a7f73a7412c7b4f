"""Documents, actors, mentions and events as FollowTheMoney entities, one JSON object a line, for OpenAleph and Aleph.

Its library needs ICU to be built; an entity is an object of three keys, and a test holds them to the library's model.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from core.exports.held import Held
from core.exports.signs import printable
from core.model import ActorKind
from core.vocabulary_files import read

_SCHEMA: Mapping[ActorKind, str] = {"person": "Person", "company": "Company"}
_BODY = "Organization"  # states, military bodies, media and places that act

_Values = Iterable[str | None]


def write(held: Held) -> bytes:
    """All entities: documents, actors, the mentions that lead from the ones to the others, events."""
    entities = (*_documents(held), *_actors(held), *_mentions(held), *_events(held))
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities).encode()


def _entity(kind: str, key: str, schema: str, **values: _Values) -> dict[str, Any]:
    properties = {name: [printable(value) for value in some if value] for name, some in values.items()}
    return {
        "id": _id(kind, key),
        "schema": schema,
        "properties": {name: list(dict.fromkeys(some)) for name, some in properties.items() if some},
    }


def _id(kind: str, key: str) -> str:
    """An id of letters, digits and dashes alone, as these have to be; the key itself may hold anything."""
    return f"lagebild-{kind}-{sha256(key.encode()).hexdigest()[:24]}"


def _documents(held: Held) -> Iterator[dict[str, Any]]:
    for row in held.documents:
        yield _entity(
            "document",
            row.doc_id,
            "Document",
            fileName=[row.file],
            title=[row.title],
            author=[row.author],
            publisher=[row.outlet],
            sourceUrl=[row.url],
            publishedAt=[_day(row.published_start, row.published_start == row.published_end)],
            bodyText=[held.texts.get(row.doc_id)],
        )


def _actors(held: Held) -> Iterator[dict[str, Any]]:
    for actor_id, row in held.actors.items():
        person = row.kind == "person"
        yield _entity(
            "actor",
            actor_id,
            _SCHEMA.get(row.kind, _BODY),
            name=[row.name],
            alias=[row.name_en, *row.aliases],
            country=[_countries().get(row.country or "")],
            wikidataId=[row.wikidata_id],
            **({"position": [row.role, row.role_en]} if person else {}),
        )


def _mentions(held: Held) -> Iterator[dict[str, Any]]:
    """Each form in which a document names an actor, once; pronouns and titles alone are no names."""
    named = {(row.doc_id, row.actor_id, row.text) for row in held.mentions if row.kind in ("name", "alias")}
    for doc_id, actor_id, name in sorted(named):
        actor = held.actors.get(actor_id)
        if actor is None:
            continue
        yield _entity(
            "mention",
            f"{doc_id}\n{actor_id}\n{name}",
            "Mention",
            document=[_id("document", doc_id)],
            resolved=[_id("actor", actor_id)],
            name=[name],
            detectedSchema=[_SCHEMA.get(actor.kind, _BODY)],
        )


def _events(held: Held) -> Iterator[dict[str, Any]]:
    for row in held.events:
        claims = held.claims_of.get(row.event_id, ())
        parts = held.parts_of.get(row.event_id, ())
        dated = row.date_precision is not None
        yield _entity(
            "event",
            row.event_id,
            "Event",
            name=[held.title(row)],
            summary=[claim.quote for claim in claims],
            keywords=[row.type, row.status],
            startDate=[_day(row.date_start, dated)],
            endDate=[_day(row.date_end, dated)],
            location=[held.place(row)],
            involved=[_id("actor", part.actor_id) for part in parts if part.actor_id in held.actors],
            proof=[_id("document", claim.doc_id) for claim in claims],
        )


def _day(day: date | None, known: bool) -> str | None:
    return day.isoformat() if known and day else None


@cache
def _countries() -> Mapping[str, str]:
    """The two letters of each state by the three that the tables have."""
    states: Mapping[str, Mapping[str, str]] = read("actors/states.toml")["state"]
    return {code: state["code"].lower() for code, state in states.items() if "code" in state}
