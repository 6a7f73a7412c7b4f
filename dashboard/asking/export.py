"""The selection to take away: tables as CSV and Parquet, the network as GraphML and as a page that needs no network.

`archive` puts all of it into one file, `workbook` the tables into one for spreadsheets.
"""

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import networkx as nx
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.briefings import Note
from core.exports import FORMATS, Held
from core.exports.graphml import written
from core.tables import SCHEMAS
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import cited
from dashboard.asking.records import Document, Event, Relation, Times, record, records
from dashboard.asking.relations import events_of, times
from dashboard.asking.selection import Shown
from dashboard.asking.titles import event_titles
from dashboard.components import source
from dashboard.components.network import VIS
from dashboard.words.dates import event_date
from dashboard.words.i18n import _, language
from dashboard.words.vocabulary import organisations


def table(corpus: Corpus, shown: Shown, name: str) -> pa.Table:
    """A table, cut down to what the selection shows, with the columns of the tables on disk.

    Events are the shown ones, dated and undated; claims, participants, evidence of dates, numbers and discrepancies are
    theirs; candidates pair two of them; documents, and all that hangs on documents, carry one. Actors are all that any
    of these tables name; groups that no text names, but that others belong to, have no mentions.
    """
    if name == "actors":
        named = _named(corpus, shown)
        actors = _kept(corpus.tables.read(name), "actor_id", named)
        unread = sorted(named - set(corpus.actors.index))
        return pa.concat_tables([actors, pa.Table.from_pylist(list(map(_unnamed, unread)), schema=actors.schema)])
    events = shown.dated.index.append(shown.undated.index)
    if name in ("events", "claims", "participants", "date_evidence", "figures", "discrepancies"):
        return _kept(corpus.tables.read(name), "event_id", events)
    if name == "candidates":
        return _kept(_kept(corpus.tables.read(name), "event_a", events), "event_b", events)
    return corpus.tables.of(name, corpus.claims.among(events)["doc_id"].unique())


_NAMING = (
    ("participants", "actor_id"),
    ("claims", "attributed_to"),
    ("mentions", "actor_id"),
    ("candidates", "shared"),
)
"""Where tables other than that of the actors name some."""


def _named(corpus: Corpus, shown: Shown) -> set[str]:
    """The actors that any exported table names, and those that these belong to."""
    named: set[str] = set()
    for name, column in _NAMING:
        values = table(corpus, shown, name)[column]
        whole = pc.list_flatten(values) if pa.types.is_list(values.type) else values
        named.update(pc.unique(pc.drop_null(whole)).to_pylist())
    new = named
    while new:
        read = corpus.actors["member_of"].reindex(sorted(new)).dropna()
        groups = [*read, *map(_groups, new.difference(corpus.actors.index))]
        new = {group for groups_of_one in groups for group in groups_of_one} - named
        named |= new
    return named


def _groups(actor_id: str) -> Sequence[str]:
    """The groups that an actor belongs to by the vocabulary alone."""
    groups: Sequence[str] = organisations().get(actor_id, {}).get("member_of", ())
    return groups


def _unnamed(actor_id: str) -> dict[str, Any]:
    """The row of an actor that no text names, as far as the vocabulary knows it."""
    known = organisations().get(actor_id, {})
    return {
        **dict.fromkeys(("n_mentions", "n_claims", "n_documents"), 0),
        "actor_id": actor_id,
        "name": known.get("name", actor_id),
        "name_en": known.get("name_en"),
        "aliases": known.get("aliases", []),
        "kind": known.get("kind", "organisation"),
        "country": known.get("country"),
        "member_of": list(_groups(actor_id)),
        "wikidata_id": known.get("wikidata"),
    }


def _kept(whole: pa.Table, column: str, values: Iterable[str]) -> pa.Table:
    return whole.filter(pc.is_in(whole[column], pa.array(values, pa.string())))


def csv(table: pa.Table) -> bytes:
    """A table as CSV in UTF-8 with a mark that spreadsheets need to see that; lists are joined with `|`."""
    frame = table.to_pandas()
    for column in table.schema:
        if pa.types.is_list(column.type):
            frame[column.name] = frame[column.name].map("|".join)
    text: str = frame.to_csv(index=False)
    return text.encode("utf-8-sig")


def parquet(table: pa.Table) -> bytes:
    """A table as Parquet, with the schema of the tables on disk."""
    file = io.BytesIO()
    pq.write_table(table, file)
    return file.getvalue()


def graphml(corpus: Corpus, relations: pd.DataFrame, events: pd.DataFrame) -> bytes:
    """Relations (see `relations.between`) of these events as GraphML, for Gephi, yEd and others.

    Nodes carry name and kind, edges how many events they rest on (`weight`, and by sign and by what is known of the
    time), the sign that prevails, and the first and last possible day of their dated events.
    """
    graph = nx.Graph()
    for actor in pd.unique(relations[["a", "b"]].to_numpy().ravel()):
        graph.add_node(actor, label=corpus.name(actor), kind=corpus.kind(actor))
    known = records(times(corpus, events.index).loc[relations.index], Times)
    for relation, time in zip(records(relations, Relation), known, strict=True):
        days = {"first": time.first, "last": time.last}
        graph.add_edge(
            relation.a,
            relation.b,
            weight=relation.events,
            sign=relation.sign,
            cooperation=relation.cooperation,
            conflict=relation.conflict,
            neutral=relation.neutral,
            dated=relation.dated,
            bounded=relation.bounded,
            undated=relation.undated,
            **{name: day.isoformat() for name, day in days.items() if day},
        )
    return written(graph)


class _Selected(Mapping[str, pa.Table]):
    """The tables of a selection, each cut down when it is asked for."""

    def __init__(self, corpus: Corpus, shown: Shown) -> None:
        self._corpus, self._shown = corpus, shown

    def __getitem__(self, name: str) -> pa.Table:
        return table(self._corpus, self._shown, name)

    def __iter__(self) -> Iterator[str]:
        return iter(SCHEMAS)

    def __len__(self) -> int:
        return len(SCHEMAS)


def interchange(corpus: Corpus, shown: Shown, form: str, noted: Sequence[Note] = ()) -> bytes:
    """The selection in the form of another program, one of `core.exports.FORMATS`, with people's notes on it."""
    return FORMATS[form].write(Held(_Selected(corpus, shown), "de" if language() == "de" else "en", noted))


def kept(corpus: Corpus, shown: Shown) -> dict[str, int]:
    """How many of the selection's events each of these forms has."""
    events = table(corpus, shown, "events")
    return {name: len(form.kept(events)) for name, form in FORMATS.items()}


class Told(NamedTuple):
    """What stands around a network: its title, what it leaves out, and what its signs mean, a line each.

    `sizes` are radii of nodes and how many events each stands for.
    """

    title: str
    about: str
    legend: Sequence[str]
    sizes: Sequence[tuple[float, int]] = ()


class Behind(NamedTuple):
    """An event that a relation rests on: its title, its date, and its quotes with their sources."""

    title: str
    date: str
    quotes: Sequence[tuple[str, str]]


def behind(corpus: Corpus, relations: pd.DataFrame, events: pd.DataFrame) -> dict[str, list[Behind]]:
    """The events that each relation rests on, with what the sources say of them."""
    told: dict[str, list[tuple[str, str]]] = {}
    claims = corpus.claims.among(events.index)
    for event_id, quote, doc in claims[["event_id", "quote", "doc_id"]].itertuples(index=False):
        told.setdefault(event_id, []).append((quote, cited(record(corpus.documents, doc, Document))))
    made: dict[str, Behind] = {}
    found: dict[str, list[Behind]] = {}
    for relation in relations.index:
        rows = events_of(corpus, relation, events)
        for event, title in zip(records(rows, Event), event_titles(rows), strict=True):
            if event.event_id not in made:
                made[event.event_id] = Behind(title, event_date(event), told.get(event.event_id, []))
        found[relation] = [made[event_id] for event_id in rows.index]
    return found


def page(graph: str, told: Told, quotes: Mapping[str, Sequence[Behind]]) -> bytes:
    """A network as one HTML file with all it needs. Names and quotes are data in it, never markup.

    In a script element only `<` can end the data early; written as an escape it is the same JSON.

    Args:
        graph: see `charts.network.Picture`.
        told: what stands around it.
        quotes: what each relation rests on, by its id.
    """
    held = {
        **json.loads(graph),
        **told._asdict(),
        "quotes": quotes,
        "added": _("Events with others, added up:"),
        "hint": _("Choose a line to read the quotes behind it."),
        "language": language(),
    }
    content = json.dumps(held, ensure_ascii=False).replace("<", "\\u003c")
    scripts = {"{{vis}}": VIS, "{{drawing}}": source("lines.js", "sizes.js")}
    parts = {place: text.replace("</script", "<\\/script") for place, text in scripts.items()} | {"{{data}}": content}
    html = source("standalone.html")
    for place, text in parts.items():
        before, after = html.split(place)
        html = before + text + after
    return html.encode("utf-8")
