"""Two reports of one happening that differ in a number: contradiction, update, or one more exact than the other."""

from typing import Any

import pytest

from core import build, store
from core.tables import Tables, from_frame

# name: the day and the text of one report, those of the other, the relation and what is counted
REPORTS: dict[str, tuple[tuple[str, str], tuple[str, str], str, str]] = {
    "fähre": (
        ("2024-02-06", "Beim Untergang einer Fähre vor Malta ertranken am Dienstag 12 Menschen."),
        ("2024-02-06", "Beim Untergang einer Fähre vor Malta ertranken am Dienstag 17 Menschen."),
        "contradiction",
        "dead",
    ),
    "beben": (
        ("2024-03-18", "Bei dem Erdbeben in Chile sind am Montag mindestens 40 Menschen ums Leben gekommen."),
        ("2024-03-20", "Bei dem Erdbeben in Chile sind am Montag 49 Menschen ums Leben gekommen."),
        "update",
        "dead",
    ),
    "anschlag": (
        ("2024-11-04", "Bei einem Anschlag in Mogadischu wurden am Montag 30 Menschen verletzt."),
        ("2024-11-06", "Bei einem Anschlag in Mogadischu wurden am Montag 57 Menschen verletzt."),
        "update",
        "injured",
    ),
    "razzia": (
        ("2024-04-11", "Die Polizei nahm am Donnerstag in Lyon bei einer Razzia 23 Männer fest."),
        ("2024-04-12", "Die Polizei nahm am Donnerstag in Lyon bei einer Razzia 31 Männer fest."),
        "update",
        "arrested",
    ),
    "hilfe": (
        ("2024-01-10", "Kanada sagte der Ukraine am Mittwoch Hilfe in Höhe von 500 Millionen Euro zu."),
        ("2024-01-11", "Kanada sagte der Ukraine am Mittwoch Hilfe in Höhe von 600 Millionen Euro zu."),
        "contradiction",
        "EUR",
    ),
    "kredit": (
        ("2024-05-15", "Norwegen gewährte Moldau am Mittwoch einen Kredit von rund 40 Millionen Euro."),
        ("2024-05-16", "Norwegen gewährte Moldau am Mittwoch einen Kredit von 42,5 Millionen Euro."),
        "precision",
        "EUR",
    ),
    "kauf": (
        ("2024-07-03", "Japan bestellte am Mittwoch bei den USA 400 Marschflugkörper."),
        ("2024-07-04", "Japan bestellte am Mittwoch bei den USA 500 Marschflugkörper."),
        "contradiction",
        "count",
    ),
    "gesetz": (
        ("2024-06-05", "Der Bundestag stimmte am Mittwoch mit 345 zu 230 Stimmen für das Gesetz."),
        ("2024-06-05", "Der Bundestag stimmte am Mittwoch mit 354 zu 230 Stimmen für das Gesetz."),
        "contradiction",
        "votes_for",
    ),
    "auszählung": (
        ("2024-12-01", "Bei der Abstimmung in Island stimmten am Sonntag 80.000 Bürger für den Beitritt."),
        ("2024-12-03", "Bei der Abstimmung in Island stimmten am Sonntag 96.412 Bürger für den Beitritt."),
        "update",
        "votes_for",
    ),
    "hochrechnung": (
        ("2024-09-22", "Die SPÖ gewann am Sonntag die Wahl in Kärnten mit 31 Prozent der Stimmen."),
        ("2024-09-24", "Die SPÖ gewann am Sonntag die Wahl in Kärnten mit 32,4 Prozent der Stimmen."),
        "update",
        "percent",
    ),
    "wahl": (
        ("2024-10-06", "Die ÖVP gewann am Sonntag die Wahl in Tirol mit 38 Prozent der Stimmen."),
        ("2024-10-06", "Die ÖVP gewann am Sonntag die Wahl in Tirol mit 35 Prozent der Stimmen."),
        "contradiction",
        "percent",
    ),
    "demo": (
        ("2024-08-24", "In Prag demonstrierten am Samstag 40.000 Menschen gegen die Regierung."),
        ("2024-08-25", "In Prag demonstrierten am Samstag 39.700 Menschen gegen die Regierung."),
        "precision",
        "protesters",
    ),
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    corpus, out = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("tables")
    entries = []
    for name, (*reports, _, _) in REPORTS.items():
        for number, (day, text) in enumerate(reports, 1):
            (corpus / f"{name}_{number}.txt").write_text(text, encoding="utf-8")
            entries.append(f'[[document]]\nfile = "{name}_{number}.txt"\npublished = "{day}"\n')
    (corpus / "sources.toml").write_text("".join(entries), encoding="utf-8")
    build.build(corpus, out)
    return store.load(out)


@pytest.mark.parametrize("name", REPORTS)
def test_a_number_that_two_reports_tell_differently_is_told_for_what_it_is(tables: Tables, name: str) -> None:
    *_, relation, counted = REPORTS[name]
    documents = dict(zip(tables.claims["claim_id"], tables.claims["doc_id"], strict=True))
    every: list[dict[str, Any]] = from_frame("discrepancies", tables.discrepancies).to_pylist()
    rows = [row for row in every if documents[row["claim_a"]].startswith(name)]

    assert [(row["field"], row["relation"]) for row in rows] == [(counted, relation)]
    (row,) = rows
    texts = dict(zip(tables.texts["doc_id"], tables.texts["text"], strict=True))
    for side in "ab":
        stands = texts[documents[row[f"claim_{side}"]]][row[f"start_{side}"] : row[f"end_{side}"]]
        assert stands == row[f"value_{side}"]


def test_only_contradictions_make_an_event_one_that_sources_differ_on(tables: Tables) -> None:
    contradicted = tables.discrepancies[tables.discrepancies["relation"] == "contradiction"]["event_id"]
    assert set(tables.events[tables.events["has_discrepancy"]]["event_id"]) == set(contradicted)
