"""Events on the map as GeoJSON (RFC 7946): those at a place whose coordinates the vocabulary has."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import Field

from core.exports.held import Held
from core.exports.rows import Event
from core.exports.signs import line
from core.tables import typed_rows
from core.vocabulary import Entry, load

_Latitude = Annotated[float, Field(ge=-90, le=90)]
_Longitude = Annotated[float, Field(ge=-180, le=180)]


class _Coordinates(Entry):
    """Latitude and longitude of places by their German names."""

    place: dict[str, tuple[_Latitude, _Longitude]]


@cache
def coordinates() -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude of the places that the vocabulary knows, by their German names."""
    return load("coordinates.toml", _Coordinates).place


def kept(events: pa.Table) -> pa.Table:
    """The events at a place whose coordinates are known."""
    return events.filter(pc.is_in(events["place"], pa.array(list(coordinates()), pa.string())))


def write(held: Held) -> bytes:
    """These events as points, with what is known of them as properties."""
    features = [_feature(held, event) for event in typed_rows(kept(held.tables["events"]), Event)]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _feature(held: Held, event: Event) -> dict[str, Any]:
    latitude, longitude = coordinates()[event.place or ""]
    claims = held.claims_of.get(event.event_id, ())
    ends = {"date_start": event.date_start, "date_end": event.date_end}
    return {
        "type": "Feature",
        "id": event.event_id,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            "title": line(held.title(event)),
            "place": held.place(event),
            "type": event.type,
            "status": event.status,
            "date_edtf": event.date_edtf,
            "date_precision": event.date_precision,
            "date_basis": event.date_basis,
            **{name: day.isoformat() for name, day in ends.items() if day},
            "confidence": event.confidence,
            "actors": sorted({held.name(part.actor_id) for part in held.parts_of.get(event.event_id, ())}),
            "quotes": [
                {"document": claim.doc_id, "start": claim.start, "end": claim.end, "quote": claim.quote}
                for claim in claims
            ],
        },
    }
