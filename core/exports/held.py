"""What an export is made from: a set of tables, or a part of one that fits together, prepared for going through."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal, TypeVar

import pyarrow as pa

from core.anchors import Place, closest, find
from core.briefings import Note, Reference
from core.exports.rows import Actor, Claim, Document, Event, Mention, Participant, Remark, Text
from core.tables import typed_rows

Language = Literal["de", "en"]


class Held:
    """Tables by name, and the language of titles and names; quotes are in that of their sources.

    `noted` are people's notes, which are kept beside the texts and not in the tables.
    """

    def __init__(self, tables: Mapping[str, pa.Table], language: Language = "de", noted: Sequence[Note] = ()) -> None:
        """`tables` need only have those that a format asks for."""
        self.tables, self.language, self.noted = tables, language, noted

    @cached_property
    def documents(self) -> Sequence[Document]:
        """The documents."""
        return list(typed_rows(self.tables["documents"], Document))

    @cached_property
    def events(self) -> Sequence[Event]:
        """The events."""
        return list(typed_rows(self.tables["events"], Event))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors, by their ids."""
        return {row.actor_id: row for row in typed_rows(self.tables["actors"], Actor)}

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims, by document and place in it."""
        return sorted(typed_rows(self.tables["claims"], Claim), key=lambda row: (row.doc_id, row.start, row.claim_id))

    @cached_property
    def claims_in(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each document, in reading order."""
        return _by(self.claims, lambda claim: claim.doc_id)

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each event."""
        return _by(self.claims, lambda claim: claim.event_id)

    @cached_property
    def parts_of(self) -> Mapping[str, Sequence[Participant]]:
        """Who takes part in each event: a row for each claim and actor."""
        return _by(typed_rows(self.tables["participants"], Participant), lambda part: part.event_id)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each document."""
        return {row.doc_id: row.text for row in typed_rows(self.tables["texts"], Text)}

    @cached_property
    def notes(self) -> Sequence[Remark]:
        """The remarks in the margin."""
        return list(typed_rows(self.tables["notes"], Remark))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The mentions of actors."""
        return list(typed_rows(self.tables["mentions"], Mention))

    def document(self, doc_id: str) -> Document:
        """A document by its id."""
        return self._documents[doc_id]

    def event(self, event_id: str) -> Event:
        """An event by its id."""
        return self._events[event_id]

    def noted_event(self, sought: Reference) -> Event | None:
        """The event that a note is on: that of the claim whose words were held on to, else the one of the id."""
        at = sought.anchor
        if at and at.doc_id in self.texts and (stands := find(at, self.texts[at.doc_id])):
            claims = {row.claim_id: row for row in self.claims_in.get(at.doc_id, ())}
            own = {id_ for id_, row in claims.items() if row.event_id == sought.id}
            places = {id_: Place(row.start, row.end) for id_, row in claims.items()}
            claim = closest(stands, {id_: places[id_] for id_ in own}) or closest(stands, places)
            if claim:
                return self.event(claims[claim].event_id)
        return self._events.get(sought.id)

    def noted_mention(self, sought: Reference) -> Mention | None:
        """The mention of the actor that a note is on: that whose words were held on to, else its first one."""
        at = sought.anchor
        if at and at.doc_id in self.texts and (stands := find(at, self.texts[at.doc_id])):
            for row in self.mentions:
                if (row.doc_id, row.start, row.end) == (at.doc_id, *stands):
                    return row
        return next((row for row in self.mentions if row.actor_id == sought.id), None)

    def title(self, event: Event) -> str:
        """An event's title in the language."""
        return event.title if self.language == "de" else event.title_en

    def place(self, event: Event) -> str | None:
        """An event's place in the language."""
        return event.place if self.language == "de" else event.place_en or event.place

    def name(self, actor_id: str) -> str:
        """An actor's name in the language; the id of one that has no row."""
        row = self.actors.get(actor_id)
        if row is None:
            return actor_id
        return row.name if self.language == "de" else row.name_en or row.name

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {row.doc_id: row for row in self.documents}

    @cached_property
    def _events(self) -> Mapping[str, Event]:
        return {row.event_id: row for row in self.events}


_Row = TypeVar("_Row")


def _by(rows: Iterable[_Row], key: Callable[[_Row], str]) -> Mapping[str, Sequence[_Row]]:
    rows_by: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        rows_by[key(row)].append(row)
    return rows_by
