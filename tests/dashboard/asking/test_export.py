import io
import json
import re

import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest

from core.tables import SCHEMAS
from dashboard.asking import export
from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import between
from dashboard.asking.selection import Filters, select
from dashboard.charts import network


def test_no_filter_gives_all_events_and_claims(corpus: Corpus) -> None:
    shown = select(corpus, Filters())
    for name in ("events", "claims", "participants", "documents", "texts"):
        assert export.table(corpus, shown, name).equals(corpus.tables.read(name))


def test_tables_hold_exactly_what_is_shown_and_fit_together(corpus: Corpus) -> None:
    shown = select(corpus, Filters(types=("visit",)))
    found = {name: export.table(corpus, shown, name).to_pandas() for name in SCHEMAS}
    assert set(found["events"]["event_id"]) == set(shown.events.index)
    assert set(found["claims"]["event_id"]) == set(shown.events.index)
    assert set(found["participants"]["claim_id"]) == set(found["claims"]["claim_id"])
    assert set(found["actors"]["actor_id"]) == set(found["participants"]["actor_id"])
    assert set(found["documents"]["doc_id"]) == set(found["claims"]["doc_id"])


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_files_can_be_read_back(corpus: Corpus, name: str) -> None:
    table = export.table(corpus, select(corpus, Filters()), name)
    assert pq.read_table(io.BytesIO(export.parquet(table))).equals(table)
    back = pd.read_csv(io.BytesIO(export.csv(table)), keep_default_na=False)
    assert list(back.columns) == list(SCHEMAS[name].names)
    assert len(back) == len(table)


def test_csv_joins_lists(corpus: Corpus) -> None:
    text = export.csv(corpus.tables.read("actors")).decode("utf-8-sig")
    assert "[" not in text
    assert "Adler" in text


def test_graphml_keeps_names_and_strengths(corpus: Corpus) -> None:
    found = between(corpus, corpus.events.index)
    back = nx.parse_graphml(export.graphml(network.graph(found), dict(corpus.actors["name"])).decode())
    assert back.nodes["actor-1"]["label"] == "Südland"
    assert sum(n for *_, n in back.edges(data="events")) == found["events"].sum()


def test_the_page_is_whole_and_names_are_data_in_it() -> None:
    evil = "</script><script>alert(1)</script>"
    html = export.page(json.dumps({"nodes": [{"id": "a", "title": evil}], "edges": [], "options": {}}), evil).decode()
    assert evil not in html
    held = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert held is not None
    assert json.loads(held.group(1))["nodes"][0]["title"] == evil
    assert not re.search(r"""(?:src|href)=["']https?://""", html)
