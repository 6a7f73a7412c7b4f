"""What is announced as iCalendar (RFC 5545), for calendars: all-day entries, tentative, that keep nobody busy.

A library would do the folding of lines and the escaping of four signs, which are the ten lines at the end.
"""

import datetime
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from core.exports.held import Held
from core.exports.rows import Event
from core.exports.signs import line, printable
from core.model import Status
from core.tables import typed_rows

_ANNOUNCED: tuple[Status, ...] = ("planned", "possible")
_WIDTH = 75  # octets of a line, without its end


def kept(events: pa.Table) -> pa.Table:
    """The planned and possible events that a source dates."""
    announced = pc.is_in(events["status"], pa.array(_ANNOUNCED, pa.string()))
    dated = pc.and_(pc.is_valid(events["date_precision"]), pc.is_valid(events["date_end"]))
    return events.filter(pc.and_(announced, pc.and_(dated, pc.is_valid(events["date_start"]))))


def write(held: Held) -> bytes:
    """The announced events, each over all its possible days; the newest source gives the time of writing."""
    stamp = max((row.published_end for row in held.documents if row.published_end), default=datetime.date.min)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lagebild//Lagebild//DE"]
    for event in typed_rows(kept(held.tables["events"]), Event):
        entry = _entry(held, event, max(stamp, datetime.date(1970, 1, 1)))
        lines += ["BEGIN:VEVENT", *entry, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _entry(held: Held, event: Event, stamp: datetime.date) -> Iterator[str]:
    claims = held.claims_of.get(event.event_id, ())
    yield f"UID:{_text(event.event_id)}@lagebild"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    if event.date_start:
        yield f"DTSTART;VALUE=DATE:{_day(event.date_start)}"
    if event.date_end and event.date_end < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{_day(event.date_end + datetime.timedelta(days=1))}"
    yield f"SUMMARY:{_text(line(held.title(event)))}"
    said = (f"„{line(claim.quote)}“ ({line(held.document(claim.doc_id).title)})" for claim in claims)
    yield f"DESCRIPTION:{_text(chr(10).join(said))}"
    if place := held.place(event):
        yield f"LOCATION:{_text(line(place))}"
    yield f"CATEGORIES:{_text(event.type)},{_text(event.status)}"
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"


def _day(day: datetime.date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _text(value: str) -> str:
    for sign in "\\;,":
        value = value.replace(sign, f"\\{sign}")
    return printable(value).replace("\r", "").replace("\n", "\\n")


def _folded(text: str) -> bytes:
    """A line, folded before a character that would make it too long."""
    folded, width = bytearray(), 0
    for sign in text:
        octets = sign.encode()
        if width + len(octets) > _WIDTH:
            folded += b"\r\n "
            width = 1
        folded += octets
        width += len(octets)
    return bytes(folded + b"\r\n")
