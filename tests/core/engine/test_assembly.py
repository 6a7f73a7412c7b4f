"""What has not changed since the last set of tables is taken from there, and nothing else is."""

from collections.abc import Sequence
from functools import cache

import pytest

from core import german
from core.actors import knowledge
from core.check import breaches
from core.engine.assembly import LazyDocument, assemble
from core.engine.last_set import NOTHING, Past
from core.model import Document
from core.stages import Analysed, analyse, brief
from tests.core.engine.small_corpus import SANCTION, SPELT_OUT, SPOKESMAN, STRANGER, SURNAME, VISIT

HARVEST = (
    "Der Verband der Gärtner teilte am Montag in Kassel mit, dass die Ernte in diesem Jahr besser ausgefallen sei als"
    " im vergangenen, weil der Frühling warm und der Sommer nicht zu trocken gewesen sei, und dass die Preise deshalb"
    " kaum steigen würden."
)
SKATING = (
    "Auf dem zugefrorenen See vor der Stadt liefen gestern Hunderte Schlittschuh, obwohl das Eis nach Meinung der"
    " Feuerwehr noch zu dünn ist und überall Schilder davor warnen, es zu betreten, ehe es eine Woche lang gefroren"
    " hat und geprüft worden ist."
)


@cache
def analysis_of(doc_id: str, text: str) -> Analysed:
    return analyse(Document(doc_id, f"{doc_id}.txt", doc_id, text), knowledge.load(), german.load())


class Reading:
    """Sources that note which of them are read, and how far."""

    def __init__(self, **texts: str) -> None:
        self.read: list[str] = []
        self.asked: list[str] = []
        self.sources = [self._source(analysis_of(doc_id, text)) for doc_id, text in texts.items()]

    def _source(self, one: Analysed) -> LazyDocument:
        doc_id, text = one.read.document.doc_id, one.read.document.text
        key = f"{doc_id} {text}".encode()

        def claims() -> Sequence[object]:
            self.asked.append(doc_id)
            return one.told.claims

        def analysed() -> Analysed:
            self.read.append(doc_id)
            return one

        return LazyDocument(brief(one.read, one.entities, one.told), key, key, claims, analysed)  # type: ignore[arg-type]


def assembled(reading: Reading, past: Past = NOTHING) -> Past:
    """What is left to the next build."""
    tables, provenance, _ = assemble(reading.sources, knowledge.load(), past=past)
    return Past(provenance, tables)


def test_of_a_corpus_that_has_grown_only_the_new_document_is_read() -> None:
    before = assembled(Reading(a=VISIT, c=SANCTION))
    after = Reading(a=VISIT, b=STRANGER, c=SANCTION)
    grown = assembled(after, before)
    assert after.read == ["b"]
    assert grown.tables == assembled(Reading(a=VISIT, b=STRANGER, c=SANCTION)).tables


def test_of_a_corpus_that_has_shrunk_none_is_read() -> None:
    before = assembled(Reading(a=VISIT, b=STRANGER, c=SANCTION))
    after = Reading(a=VISIT, c=SANCTION)
    shrunk = assembled(after, before)
    assert (after.read, after.asked) == ([], ["a", "c"])  # pairs are found anew here, by a match without memory
    assert shrunk.tables == assembled(Reading(a=VISIT, c=SANCTION)).tables


def test_documents_whose_actor_becomes_another_by_a_new_one_are_read_again() -> None:
    texts = {"a": SURNAME, "b": "Sprecher Quandtmeier ging.", "c": SANCTION}
    before = assembled(Reading(**texts))
    assert before.tables["mentions"]["actor_id"].to_pylist().count("quandtmeier") >= 2
    after = Reading(**texts, d=SPOKESMAN)
    grown = assembled(after, before)
    assert after.read == ["a", "b", "d"]
    assert "quandtmeier" not in grown.tables["mentions"]["actor_id"].to_pylist()
    assert grown.tables == assembled(Reading(**texts, d=SPOKESMAN)).tables


def test_events_of_an_actor_whose_name_is_spelt_better_get_another_title() -> None:
    before = assembled(Reading(a=SPELT_OUT, c=SANCTION))
    grown = assembled(Reading(a=SPELT_OUT, b=SPOKESMAN.replace("traf", "lobte"), c=SANCTION), before)
    assert any("Jörn Quandtmeier" in title for title in grown.tables["events"]["title_en"].to_pylist())
    assert not any("Joern Quandtmeier" in title for title in grown.tables["events"]["title_en"].to_pylist())


def test_an_event_of_two_documents_that_become_copies_of_a_third_has_one_source() -> None:
    texts = {"a": f"{HARVEST} {VISIT}", "b": f"{SKATING} {VISIT}"}
    apart = assembled(Reading(**texts))
    assert sources_of(apart, "visit") == [2]
    copied = assembled(Reading(**texts, c=f"{HARVEST} {SKATING}"), apart)
    assert copied.tables["copies"]["original"].to_pylist() == ["c", "c"]
    assert sources_of(copied, "visit") == [1]


def sources_of(built: Past, kind: str) -> list[int]:
    rows = built.tables["events"].select(["type", "n_documents"]).to_pylist()
    return [row["n_documents"] for row in rows if row["type"] == kind]


def test_an_event_loses_the_report_that_is_gone() -> None:
    later = "Präsident Emmanuel Macron hat am 3. Mai 2021 Wien besucht."
    both = assembled(Reading(a=VISIT, b=later))
    assert both.tables["events"]["n_claims"].to_pylist() == [2]
    one = assembled(Reading(b=later), both)
    assert one.tables["events"]["n_claims"].to_pylist() == [1]
    assert one.tables == assembled(Reading(b=later)).tables


@pytest.mark.parametrize("texts", [{}, {"a": VISIT}])
def test_a_corpus_may_come_to_have_no_events_and_get_some_again(texts: dict[str, str]) -> None:
    blue = {"z": "Blau ist eine Farbe."}
    before = assembled(Reading(**texts, **blue))
    without = assembled(Reading(**blue), before)
    assert without.tables["events"].num_rows == 0
    again = assembled(Reading(a=VISIT, **blue), without)
    assert again.tables == assembled(Reading(a=VISIT, **blue)).tables


def test_a_date_that_several_sources_have_in_common_rests_on_the_words_of_each() -> None:
    tables = assembled(
        Reading(
            a="Angela Merkel besuchte vom 1. bis 5. Mai 2021 Emmanuel Macron in Paris.",
            b="Angela Merkel besuchte vom 3. bis 8. Mai 2021 Emmanuel Macron in Paris.",
            c="Angela Merkel besuchte Emmanuel Macron in Paris.",
        )
    ).tables
    undated = next(row for row in tables["claims"].to_pylist() if row["doc_id"] == "c")
    evidence = [row for row in tables["date_evidence"].to_pylist() if row["claim_id"] == undated["claim_id"]]
    assert (undated["date_edtf"], undated["date_source"]) == ("2021-05-03/2021-05-05", "event")
    assert {row["doc_id"] for row in evidence} == {"a", "b"}
    assert not breaches(tables)
