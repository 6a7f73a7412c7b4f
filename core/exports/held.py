"""What an export is made from: a set of tables, or a part of one that fits together, prepared for going through."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

import pyarrow as pa

from core.anchors import Place, closest, find
from core.briefings import Note, Reference

Row = Mapping[str, Any]
Language = Literal["de", "en"]


class Held:
    """Tables by name, and the language of titles and names; quotes are in that of their sources.

    `noted` are people's notes, which are kept beside the texts and not in the tables.
    """

    def __init__(self, tables: Mapping[str, pa.Table], language: Language = "de", noted: Sequence[Note] = ()) -> None:
        """`tables` need only have those that a format asks for."""
        self.tables, self.language, self.noted = tables, language, noted

    @cached_property
    def documents(self) -> Sequence[Row]:
        """The documents."""
        return self._rows("documents")

    @cached_property
    def events(self) -> Sequence[Row]:
        """The events."""
        return self._rows("events")

    @cached_property
    def actors(self) -> Mapping[str, Row]:
        """The actors, by their ids."""
        return {row["actor_id"]: row for row in self._rows("actors")}

    @cached_property
    def claims(self) -> Sequence[Row]:
        """The claims, by document and place in it."""
        return sorted(self._rows("claims"), key=lambda row: (row["doc_id"], row["start"], row["claim_id"]))

    @cached_property
    def claims_in(self) -> Mapping[str, Sequence[Row]]:
        """The claims of each document, in reading order."""
        return _by(self.claims, "doc_id")

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Row]]:
        """The claims of each event."""
        return _by(self.claims, "event_id")

    @cached_property
    def parts_of(self) -> Mapping[str, Sequence[Row]]:
        """Who takes part in each event: a row for each claim and actor."""
        return _by(self._rows("participants"), "event_id")

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each document."""
        return {row["doc_id"]: row["text"] for row in self._rows("texts")}

    @cached_property
    def notes(self) -> Sequence[Row]:
        """The remarks in the margin."""
        return self._rows("notes")

    @cached_property
    def mentions(self) -> Sequence[Row]:
        """The mentions of actors."""
        return self._rows("mentions")

    def document(self, doc_id: str) -> Row:
        """A document by its id."""
        return self._documents[doc_id]

    def event(self, event_id: str) -> Row:
        """An event by its id."""
        return self._events[event_id]

    def noted_event(self, sought: Reference) -> Row | None:
        """The event that a note is on: that of the claim whose words were held on to, else the one of the id."""
        at = sought.anchor
        if at and at.doc_id in self.texts and (stands := find(at, self.texts[at.doc_id])):
            claims = {row["claim_id"]: row for row in self.claims_in.get(at.doc_id, ())}
            own = {id_ for id_, row in claims.items() if row["event_id"] == sought.id}
            places = {id_: Place(row["start"], row["end"]) for id_, row in claims.items()}
            claim = closest(stands, {id_: places[id_] for id_ in own}) or closest(stands, places)
            if claim:
                return self.event(claims[claim]["event_id"])
        return self._events.get(sought.id)

    def noted_mention(self, sought: Reference) -> Row | None:
        """The mention of the actor that a note is on: that whose words were held on to, else its first one."""
        at = sought.anchor
        if at and at.doc_id in self.texts and (stands := find(at, self.texts[at.doc_id])):
            for row in self.mentions:
                if (row["doc_id"], row["start"], row["end"]) == (at.doc_id, *stands):
                    return row
        return next((row for row in self.mentions if row["actor_id"] == sought.id), None)

    def title(self, event: Row) -> str:
        """An event's title in the language."""
        return str(event["title" if self.language == "de" else "title_en"])

    def place(self, event: Row) -> str | None:
        """An event's place in the language."""
        place: str | None = event["place"] if self.language == "de" else event["place_en"] or event["place"]
        return place

    def name(self, actor_id: str) -> str:
        """An actor's name in the language; the id of one that has no row."""
        row = self.actors.get(actor_id)
        if row is None:
            return actor_id
        return str(row["name"] if self.language == "de" else row["name_en"] or row["name"])

    @cached_property
    def _documents(self) -> Mapping[str, Row]:
        return {row["doc_id"]: row for row in self.documents}

    @cached_property
    def _events(self) -> Mapping[str, Row]:
        return {row["event_id"]: row for row in self.events}

    def _rows(self, name: str) -> list[Row]:
        rows: list[Row] = self.tables[name].to_pylist()
        return rows


def _by(rows: Sequence[Row], column: str) -> Mapping[str, Sequence[Row]]:
    rows_by: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        rows_by[row[column]].append(row)
    return rows_by
