"""The selection to take away: tables as CSV and Parquet, the network as GraphML and as a page that needs no network."""

import io
import json
from collections.abc import Iterable

import networkx as nx
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Shown
from dashboard.components import source
from dashboard.components.network import VIS


def table(corpus: Corpus, shown: Shown, name: str) -> pa.Table:
    """A table, cut down to what the selection shows, with the columns of the tables on disk.

    Events are the shown ones, dated and undated; claims, participants, evidence of dates and discrepancies are theirs;
    candidates pair two of them, actors have a part in one; documents, and all that hangs on documents, carry one.
    """
    events = shown.dated.index.append(shown.undated.index)
    if name in ("events", "claims", "participants", "date_evidence", "discrepancies"):
        return _kept(corpus.tables.read(name), "event_id", events)
    if name == "candidates":
        return _kept(_kept(corpus.tables.read(name), "event_a", events), "event_b", events)
    if name == "actors":
        return _kept(corpus.tables.read(name), "actor_id", corpus.parts_among(events)["actor_id"].unique())
    return corpus.tables.of(name, corpus.claims_among(events)["doc_id"].unique())


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


def graphml(graph: nx.Graph, names: dict[str, str]) -> bytes:
    """The relations as GraphML, for Gephi, yEd and others; nodes carry their names."""
    named = graph.copy()
    nx.set_node_attributes(named, {actor: names[actor] for actor in named}, "label")
    return "\n".join(nx.generate_graphml(named)).encode("utf-8")


def page(graph: str, title: str) -> bytes:
    """A network (see `charts.network.Picture`) as one HTML file with all it needs. Names are data in it, never markup.

    In a script element only `<` can end the data early; written as an escape it is the same JSON.
    """
    content = json.dumps({**json.loads(graph), "title": title}, ensure_ascii=False).replace("<", "\\u003c")
    parts = {"{{vis}}": VIS.replace("</script", "<\\/script"), "{{data}}": content}
    html = source("standalone.html")
    for place, text in parts.items():
        before, after = html.split(place)
        html = before + text + after
    return html.encode("utf-8")
