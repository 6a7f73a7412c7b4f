"""The formats that tables can be taken away in: what each is called, holds and is written by."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pyarrow as pa

from core.exports import annotations, bibtex, followthemoney, geojson, gexf, graphml, ical, ris
from core.exports.held import Held


def _all(events: pa.Table) -> pa.Table:
    return events


class Format(NamedTuple):
    """A format.

    Args:
        label: what it is called.
        ending: what its files end with, without the dot.
        media_type: what it is called on the web.
        write: makes a file of tables.
        kept: the events, of those of a table, that a file has.
        holds: which these are, where they are not all.
        noted: whether it has people's notes as well.
    """

    label: str
    ending: str
    media_type: str
    write: Callable[[Held], bytes]
    kept: Callable[[pa.Table], pa.Table] = _all
    holds: str = ""
    noted: bool = False


_PLANS, _PLACES = "the planned and possible ones with a date", "those at a place whose coordinates are known"

FORMATS: Mapping[str, Format] = {
    "ris": Format("RIS", "ris", "application/x-research-info-systems", ris.write),
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", bibtex.write),
    "ical": Format("iCalendar", "ics", "text/calendar", ical.write, ical.kept, _PLANS),
    "geojson": Format("GeoJSON", "geojson", "application/geo+json", geojson.write, geojson.kept, _PLACES),
    "annotations": Format("Web Annotations", "jsonld", "application/ld+json", annotations.write, noted=True),
    "ftm": Format("FollowTheMoney", "ftm.json", "application/json+ftm", followthemoney.write),
    "graphml": Format("GraphML", "graphml", "application/graphml+xml", graphml.write),
    "gexf": Format("GEXF", "gexf", "application/gexf+xml", gexf.write),
}
"""The formats by the name that the command knows them by."""
