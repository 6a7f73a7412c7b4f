"""The five seed texts, built as a user builds them, against the events that a careful analyst found in them."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from core.build import build
from core.evaluate import Scores, evaluate, read_gold
from core.store import load
from core.tables import Tables

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    out = tmp_path_factory.mktemp("tables")
    build(ROOT / "seeds", out)
    return load(out)


@pytest.fixture(scope="module")
def scores(tables: Tables) -> Scores:
    return evaluate(read_gold(ROOT / "tests/gold/seeds.yaml"), tables).scores


def event_of(tables: Tables, doc: str, words: str) -> str:
    """The event of the closest claim of a document whose quote holds some words."""
    claims = tables.claims
    candidates = claims[claims.doc_id.str.startswith(doc) & claims.quote.str.contains(words, regex=False)]
    return str(candidates["event_id"].iloc[candidates["quote"].str.len().argmin()])


def test_the_events_are_found(tables: Tables, scores: Scores) -> None:
    tier1 = evaluate(read_gold(ROOT / "tests/gold/seeds.yaml"), tables, tier=1).scores
    assert tier1.recall >= 0.90
    assert scores.precision >= 0.95
    assert scores.recall >= 0.93


def test_what_is_found_is_right(scores: Scores) -> None:
    assert scores.type >= 0.88
    assert scores.status >= 0.85
    assert scores.date >= 0.85
    assert scores.participants_f1 >= 0.85
    assert scores.exact_f1 >= 0.79


def test_every_seed_yields_events(tables: Tables) -> None:
    assert set(tables.claims.doc_id) == set(tables.documents.doc_id)
    assert len(tables.claims) >= 45


@pytest.mark.parametrize(
    ("places", "event"),
    [
        ([("000", "Besuchte Japan vom 8. bis 9. April"), ("001", "Der Besuch Ruttes in Tokio")], "Rutte's visit"),
        ([("000", "traf sich Rutte mit Premierminister"), ("001", "führten in Tokio Gespräche")], "talks with Ishiba"),
        (
            [
                ("000", "der an einem teilnahm"),
                ("004", "auf dem Gipfel des Blocks"),
                ("003", "im NATO-Hauptquartier sprach"),
            ],
            "Japan's first NATO summit",
        ),
        (
            [("002", "während eines Besuchs in Japan"), ("002", "durch den Besuch von"), ("003", "Medienbriefing")],
            "Stoltenberg's visit",
        ),
        ([("002", "bilaterales Treffen mit"), ("003", "sich ab dieser Woche")], "the meetings at the summit of 2023"),
        ([("002", "dass die NATO plant"), ("003", "Schritte unternommen, um in Tokio")], "the office in Tokyo"),
        ([("002", "die Möglichkeit eines Beitritts"), ("003", "nicht vorhabe")], "no to membership"),
        ([("002", "lud die NATO erstmals"), ("003", "lud Japan")], "the invitation of 2022"),
    ],
)
def test_reports_of_one_happening_are_one_event(tables: Tables, places: list[tuple[str, str]], event: str) -> None:
    assert len({event_of(tables, doc, words) for doc, words in places}) == 1, event


def test_the_two_places_of_the_first_summit_are_shown_as_a_difference(tables: Tables) -> None:
    differences = tables.discrepancies
    values = {frozenset((row.value_a, row.value_b)) for row in differences.itertuples() if row.field == "place"}
    assert frozenset(("Madrid", "NATO-Hauptquartier")) in values


def test_the_surer_claims_are_more_often_right(tables: Tables) -> None:
    middle = tables.claims.confidence.median()
    sure, rest = tables.claims[tables.claims.confidence > middle], tables.claims[tables.claims.confidence <= middle]
    assert min(len(sure), len(rest)) >= 30
    assert _exact(tables, sure) > _exact(tables, rest) + 0.1


def _exact(tables: Tables, claims: pd.DataFrame) -> float:
    """The share of some claims that are right in type, date and participants."""
    scores = evaluate(read_gold(ROOT / "tests/gold/seeds.yaml"), _with_claims(tables, claims)).scores
    return scores.exact_f1 * (scores.gold + scores.predicted) / (2 * scores.predicted)


def _with_claims(tables: Tables, claims: pd.DataFrame) -> Tables:
    return Tables(**{**dict(tables.items()), "claims": claims})


def test_the_slips_of_translation_have_notes(tables: Tables) -> None:
    texts = dict(zip(tables.texts.doc_id, tables.texts.text, strict=True))
    noted = {texts[note.doc_id][note.start : note.end] for note in tables.notes.itertuples()}
    assert {"Krawatten", "Mitglieder der Ernährung", "[and]", "NakataniRutte"} <= noted


@pytest.mark.parametrize(
    ("doc", "first", "last"),
    [
        ("000", "2025-04-01", "2025-04-30"),
        ("001", "2024-10-01", "2025-10-31"),
        ("002", "2023-02-01", "2023-07-31"),
        ("003", "2023-07-01", "2023-07-31"),
        ("004", "2022-07-01", "2023-03-31"),
    ],
)
def test_undated_texts_are_dated_by_their_content(tables: Tables, doc: str, first: str, last: str) -> None:
    (row,) = tables.documents[tables.documents.doc_id.str.startswith(doc)].to_dict("records")
    assert date.fromisoformat(first) <= row["published_start"]
    assert row["published_end"] <= date.fromisoformat(last)
    assert row["published_basis"] == "inferred"
    assert row["published_evidence"]
