"""iCalendar and GeoJSON, read back by icalendar and by the words of RFC 7946."""

import json
from datetime import date, timedelta

import icalendar
import pyarrow as pa

from core.exports import Held, geojson, ical
from core.exports.signs import line


def test_the_calendar_has_what_is_announced_and_dated(held: Held) -> None:
    calendar = icalendar.Calendar.from_ical(ical.write(held))
    entries = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    announced = [row for row in held.events if row.status in ("planned", "possible") and row.date_precision is not None]
    assert announced
    assert ical.kept(held.tables["events"])["event_id"].to_pylist() == [row.event_id for row in announced]
    assert set(entries) == {f"{row.event_id}@lagebild" for row in announced}
    for row in announced:
        entry = entries[f"{row.event_id}@lagebild"]
        assert entry.decoded("DTSTART") == row.date_start
        assert entry.decoded("DTEND") - timedelta(days=1) == row.date_end
        assert str(entry["SUMMARY"]) == line(row.title)
        for claim in held.claims_of[row.event_id]:
            assert line(claim.quote) in str(entry["DESCRIPTION"])


def test_no_line_of_a_calendar_is_too_long_or_cut_within_a_character(held: Held) -> None:
    lines = ical.write(held).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(one) <= 75 for one in lines)
    assert all(one.decode().isprintable() for one in lines)


def test_the_last_day_there_is_has_no_day_after_it(arrow: dict[str, pa.Table]) -> None:
    events = ical.kept(arrow["events"]).slice(0, 1)
    at = events.schema.get_field_index("date_end")
    far = events.set_column(at, "date_end", pa.array([date.max], pa.date32()))
    (entry,) = icalendar.Calendar.from_ical(ical.write(Held({**arrow, "events": far}))).walk("VEVENT")
    assert "DTEND" not in entry


def test_the_map_has_the_events_at_known_places_alone(held: Held) -> None:
    collection = json.loads(geojson.write(held))
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    there = [row.event_id for row in held.events if row.place == "Wien"]
    assert [one["id"] for one in collection["features"]] == there
    assert geojson.kept(held.tables["events"]).num_rows == len(there) < len(held.events)
    for one in collection["features"]:
        assert one["type"] == "Feature"
        assert one["geometry"] == {"type": "Point", "coordinates": [16.37, 48.21]}  # east before north
        for quote in one["properties"]["quotes"]:
            assert held.texts[quote["document"]][quote["start"] : quote["end"]] == quote["quote"]


def test_the_map_speaks_the_language_that_is_asked_for(arrow: dict[str, pa.Table]) -> None:
    for language, place in (("de", "Wien"), ("en", "Vienna")):
        (first, *_) = json.loads(geojson.write(Held(arrow, language)))["features"]  # type: ignore[arg-type]
        assert first["properties"]["place"] == place


def test_coordinates_are_of_a_kilometre_and_on_earth() -> None:
    known = geojson.coordinates()
    assert len(known) > 200
    for latitude, longitude in known.values():
        assert (round(latitude, 2), round(longitude, 2)) == (latitude, longitude)
    assert known["Wien"] == (48.21, 16.37)
    assert known["Buenos Aires"][0] < 0 > known["Buenos Aires"][1]
