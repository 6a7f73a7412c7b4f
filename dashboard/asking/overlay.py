"""Frames with what people have decided since the tables were made, as the next build will have it.

Rows stay where they are, so that what knows them by their place goes on. What is no event or no actor keeps its row:
selections leave it out.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from core.model import Participant, Status
from core.time import edtf
from dashboard.asking import frames
from dashboard.asking.claims import Claims
from dashboard.asking.decisions import Changes
from dashboard.asking.records import record

_TOLD = frozenset(("type", "status", "place"))
"""What of an event its title tells, besides who takes part."""


class Told(NamedTuple):
    """What titles are made of besides the events: who takes part, names in two languages, words of sources.

    `given` are the events whose titles people have given, `topics` are by event.
    """

    parts: pd.DataFrame
    names: Mapping[str, str]
    names_en: Mapping[str, str]
    topics: Mapping[str, str]
    given: Collection[str]


_OF_CLAIM = frozenset(("type", "status", "date"))
"""What is said of an event and holds for each of its claims."""

_OF_ACTOR = {"name": ("name", "name_en"), "role": ("role", "role_en"), "kind": ("kind",), "country": ("country",)}
_OF_DOCUMENT = {"doc_title": "title", "doc_outlet": "outlet"}


def events(known: pd.DataFrame, changes: Changes, confidence: Mapping[str, float]) -> pd.DataFrame:
    """The events with the values that people gave, and how sure they are by that.

    Args:
        known: the events as the tables have them.
        changes: what is laid over them.
        confidence: how sure each event is that people have corrected or found right.
    """
    values: dict[str, dict[str, Any]] = {
        event_id: {"confidence": sure} for event_id, sure in confidence.items() if event_id in known.index
    }
    for event_id, said in changes.events.items():
        if event_id in known.index:
            row = values.setdefault(event_id, {})
            for field, value in said.items():
                row |= _of_event(field, value)
    if not values:
        return known
    return frames.placed(_patched(known, values))


def claims(known: Claims, changes: Changes) -> Claims:
    """The claims, those of events that people have corrected with what they say of these."""
    values = {
        event_id: {
            column: _as_held(value)
            for field in _OF_CLAIM & said.keys()
            for column, value in _of_event(field, said[field]).items()
        }
        for event_id, said in changes.events.items()
    }
    return known.corrected({event_id: row for event_id, row in values.items() if row})


class _Event(NamedTuple):
    """What a title is made of that stands in the row of an event."""

    type: str
    status: Status
    place: str | None
    place_en: str | None


def titled(known: pd.DataFrame, changes: Changes, told: Told) -> pd.DataFrame:
    """The events, those that people have corrected with titles of what they are now; titles that were given stay.

    Args:
        known: the events with the values that people gave.
        changes: what was laid over them.
        told: what titles are made of besides.
    """
    changed = {event_id for event_id, said in changes.events.items() if not _TOLD.isdisjoint(said)}
    ids = [one for one in (changed | set(changes.parties)) & set(known.index) if one not in told.given]
    if not ids:
        return known
    from core.events.english import english_title  # half a second that looking at pages does without
    from core.events.labels import label
    from core.events.titled import Titled, topic_shown

    values = {}
    for event_id in ids:
        event = record(known, event_id, _Event)
        parties = told.parts.loc[told.parts["event_id"] == event_id, ["actor_id", "role"]].to_numpy().tolist()
        about = Titled(
            event.type,
            event.status,
            tuple(Participant(actor_id, role) for actor_id, role in parties),
            event.place,
            topic_shown(told.topics.get(event_id)),
            None,  # no source tells it as it is now
            event.place_en,
        )
        values[event_id] = {"title": label(about, told.names), "title_en": english_title(about, told.names_en)}
    return _patched(known, values)


def _of_event(field: str, value: str | None) -> Mapping[str, Any]:
    """The columns of an event that a decision is about."""
    match field:
        case "date":
            return _dated(value)
        case "place":
            return {"place": value, "place_en": None}
        case "title":
            return {"title": value, "title_en": value}
        case _:
            return {field: value}


def _dated(value: str | None) -> Mapping[str, Any]:
    """The columns for a date that a person gave, without bounds; or for the bounds that the machine has instead."""
    if value is None:
        none: dict[str, Any] = {"date_start": None, "date_end": None, "date_edtf": None, "date_precision": None}
        return {**none, "date_basis": "unknown", "date_source": None}
    first, last = edtf.parse_open(value)
    if first is None or last is None:
        return {**_dated(None), "date_edtf": value, "bound_start": first, "bound_end": last}
    return {
        "date_edtf": value,
        "date_start": first,
        "date_end": last,
        "date_precision": edtf.precision(value),
        "date_basis": "correction",
        "date_source": "person",
        "bound_start": None,
        "bound_end": None,
    }


def actors(known: pd.DataFrame, changes: Changes) -> pd.DataFrame:
    """The actors with the values that people gave; of two that are one, that which remains has the mentions of both."""
    values: dict[str, dict[str, Any]] = {
        actor_id: {column: value for field, value in said.items() for column in _OF_ACTOR[field]}
        for actor_id, said in changes.actors.items()
        if actor_id in known.index
    }
    for gone in changes.one:
        kept = changes.now(gone)
        if {gone, kept} <= set(known.index):
            row = values.setdefault(kept, {})
            for count in ("n_mentions", "n_claims"):
                row[count] = int(row.get(count, known.at[kept, count])) + int(known.at[gone, count])  # type: ignore[arg-type]
    return _patched(known, values) if values else known


def documents(known: pd.DataFrame, changes: Changes) -> pd.DataFrame:
    """The documents with the values that people gave."""
    values: dict[str, dict[str, Any]] = {}
    for doc_id, said in changes.documents.items():
        if doc_id in known.index:
            values[doc_id] = {_OF_DOCUMENT[field]: value for field, value in said.items() if field in _OF_DOCUMENT}
            if day := said.get("doc_day"):
                span = edtf.parse(day)
                values[doc_id] |= {"published": day, "published_start": span.first, "published_end": span.last}
                values[doc_id] |= {"published_basis": "metadata", "published_evidence": None}
    return _patched(known, values) if values else known


def parts(known: pd.DataFrame, changes: Changes) -> pd.DataFrame:
    """Who takes part in what, by what people said: the rows of `participants`."""
    if not (changes.parties or changes.one or changes.no_actors):
        return known
    kept = known[~known["event_id"].isin(list(changes.parties))]
    given = [(event_id, actor, role) for event_id, said in changes.parties.items() for actor, role in said]
    every = pd.concat([kept, pd.DataFrame(given, columns=["event_id", "actor_id", "role"])], ignore_index=True)
    every["actor_id"] = every["actor_id"].map(changes.now)
    every = every[~every["actor_id"].isin(list(changes.no_actors))]
    return every.astype(object).drop_duplicates(ignore_index=True)


def _patched(known: pd.DataFrame, values: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """A copy with other values in some rows, by their ids; columns that are not there are passed over."""
    changed = known.copy()
    for id_, row in values.items():
        for column, value in row.items():
            if column in changed.columns:
                changed.at[id_, column] = _as_held(value)
    return changed


def _as_held(value: Any) -> Any:
    """A value as frames hold it."""
    return pd.Timestamp(value).as_unit("s") if isinstance(value, date) else value
