"""The selection to take away: tables as CSV and Parquet, the network as GraphML and as a page that needs no network."""

import io
import json
from typing import Any

import networkx as nx
import pandas as pd

from core.tables import SCHEMAS
from dashboard.components import source
from dashboard.components.network import VIS
from dashboard.selection import Corpus, Shown


def tables(corpus: Corpus, shown: Shown) -> dict[str, pd.DataFrame]:
    """Every table, cut down to what the selection shows, with the columns of the tables on disk.

    Events are the shown ones, dated and undated; claims, participants and discrepancies are theirs; actors have a part
    in one of them; documents, and all that hangs on documents, carry one of them.
    """
    whole = corpus.tables
    events = set(shown.dated.index) | set(shown.undated.index)
    keep: dict[str, pd.Series] = {}
    for name in ("events", "claims", "participants", "discrepancies"):
        keep[name] = getattr(whole, name)["event_id"].isin(events)
    keep["actors"] = whole.actors["actor_id"].isin(whole.participants.loc[keep["participants"], "actor_id"])
    told = set(whole.claims.loc[keep["claims"], "doc_id"])
    for name in ("documents", "segments", "mentions", "times", "notes", "copies", "texts"):
        keep[name] = getattr(whole, name)["doc_id"].isin(told)
    return {name: getattr(whole, name)[keep[name]] for name in SCHEMAS}


def csv(frame: pd.DataFrame) -> bytes:
    """A table as CSV in UTF-8 with a mark that spreadsheets need to see that; lists are joined with `|`."""
    flat = frame.copy()
    for name in flat.columns:
        if flat[name].map(lambda value: hasattr(value, "tolist")).any():
            flat[name] = flat[name].map("|".join)
    return flat.to_csv(index=False).encode("utf-8-sig")


def parquet(frame: pd.DataFrame, name: str) -> bytes:
    """A table as Parquet, with the schema of the tables on disk."""
    file = io.BytesIO()
    frame.to_parquet(file, index=False, schema=SCHEMAS[name])
    return file.getvalue()


def graphml(graph: nx.Graph, names: dict[str, str]) -> bytes:
    """The relations as GraphML, for Gephi, yEd and others; nodes carry their names."""
    named = graph.copy()
    nx.set_node_attributes(named, {actor: names[actor] for actor in named}, "label")
    return "\n".join(nx.generate_graphml(named)).encode("utf-8")


def page(data: dict[str, Any], title: str) -> bytes:
    """The network as one HTML file that holds all it needs. Names are data in it, never markup.

    In a script element only `<` can end the data early; written as an escape it is the same JSON.
    """
    content = json.dumps({**data, "title": title}, ensure_ascii=False).replace("<", "\\u003c")
    parts = {"{{vis}}": VIS.replace("</script", "<\\/script"), "{{data}}": content}
    html = source("standalone.html")
    for place, text in parts.items():
        before, after = html.split(place)
        html = before + text + after
    return html.encode("utf-8")
