from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.evaluate import GoldError, GoldEvent, Scores, evaluate, read_gold
from core.tables import Tables

VISIT = GoldEvent(
    doc="a",
    tier=1,
    type="visit",
    date="2021-05-03",
    status="occurred",
    actors=("jane-roe", "austria"),
    quote="Roe reiste am 3. Mai 2021 nach Wien.",
)
MEETING = VISIT.model_copy(
    update={"type": "summit", "date": "2021-05", "actors": ("doe-max", "jane-roe"), "quote": "Dort traf er Doe."}
)
TRIP = VISIT.model_copy(update={"tier": 2, "date": None, "quote": "Ein Abkommen lehnte Doe ab."})


def test_perfect_tables_score_one_throughout(tables: Tables) -> None:
    gold = [
        VISIT.model_copy(update={"actors": ("jane-roe",)}),
        MEETING.model_copy(update={"type": "meeting", "date": "2021-05-03"}),
        TRIP.model_copy(update={"type": "rejection", "actors": ("max-doe",)}),
    ]
    scores = evaluate(gold, tables).scores
    assert scores == Scores(3, 3, 1, 1, 1, 1, 1, 1, 1, 1)


def test_scores_of_a_small_case_worked_out_by_hand(tables: Tables) -> None:
    # Visit: type and date right, one of two actors, participant F1 2/3: exact. Meeting: type wrong, its month against
    # the claim's day shares 1 of 31 days: wrong; both actors right (one with the family name first).
    # Claim 3 matches nothing.
    evaluation = evaluate([VISIT, MEETING], tables)
    assert evaluation.scores == Scores(
        gold=2,
        predicted=3,
        precision=0.667,
        recall=1.0,
        f1=0.8,
        type=0.5,
        status=1.0,
        date=0.5,
        participants_f1=0.857,  # 3 right, none too many, 1 lacking
        exact_f1=0.4,  # 1 of 3, 1 of 2
    )
    assert evaluation.missed == ()
    assert evaluation.extra == (("a", "rejection", "Ein Abkommen lehnte Doe ab."),)


def test_gold_of_another_tier_neither_helps_nor_hurts(tables: Tables) -> None:
    scores = evaluate([VISIT, MEETING, TRIP], tables, tier=1).scores
    assert (scores.gold, scores.predicted, scores.precision) == (2, 2, 1.0)


def test_optional_gold_neither_helps_nor_hurts(tables: Tables) -> None:
    scores = evaluate([VISIT, TRIP.model_copy(update={"optional": True})], tables).scores
    assert (scores.gold, scores.predicted, scores.recall) == (1, 2, 1.0)


def test_event_that_no_claim_covers_is_missed(tables: Tables) -> None:
    kept = tables.claims[tables.claims["claim_id"] != "c2"]
    evaluation = evaluate([VISIT, MEETING], replace(tables, claims=kept))
    assert evaluation.missed == (MEETING,)
    assert evaluation.scores.recall == 0.5


def test_tables_without_claims_score_zero(tables: Tables) -> None:
    assert evaluate([VISIT], replace(tables, claims=tables.claims[:0])).scores == Scores(1, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_claim_far_longer_than_the_quote_does_not_match(tables: Tables) -> None:
    texts = tables.texts.assign(text=tables.texts["text"] + " Und" * 200)
    longer = tables.claims[:1].assign(end=601 + tables.claims["start"])
    assert evaluate([VISIT], replace(tables, claims=longer, texts=texts)).missed == (VISIT,)


def test_undated_gold_wants_no_date_from_the_text(tables: Tables) -> None:
    undated = VISIT.model_copy(update={"date": None})
    assert evaluate([undated], tables).scores.date == 0
    by_document = replace(tables, claims=tables.claims.assign(date_basis="document"))
    assert evaluate([undated], by_document).scores.date == 1


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str) -> Path:
        path = tmp_path / "gold.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_gold_is_read_with_and_without_quotation_marks_round_dates(write: Callable[[str], Path]) -> None:
    rest = "tier: 1, type: visit, status: occurred, actors: [roe], quote: Roe reiste"
    path = write(
        f"- {{doc: a, date: 2021-05-03, {rest}}}\n- {{doc: a, date: 2021, {rest}}}\n- {{doc: a, date: null, {rest}}}"
    )
    assert [event.date for event in read_gold(path)] == ["2021-05-03", "2021", None]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {doc: a, tier: 1", "no valid YAML"),
        ("- {doc: a, tier: 1}", "entry 1; type: Field required"),
        ("a: 1", "Input should be a valid tuple"),
        ("- {doc: a, tier: 1, type: x, date: Mai, status: x, actors: [], quote: x}", "is no date"),
    ],
)
def test_wrong_gold_is_an_error_of_one_line(write: Callable[[str], Path], text: str, message: str) -> None:
    with pytest.raises(GoldError, match="gold") as error:
        read_gold(write(text))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_missing_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="does not exist"):
        read_gold(tmp_path / "none.yaml")


@pytest.mark.parametrize("change", [{"doc": "b"}, {"quote": "Kein Wort davon"}])
def test_gold_for_other_texts_is_an_error(tables: Tables, change: dict[str, str]) -> None:
    with pytest.raises(GoldError, match="not in"):
        evaluate([VISIT.model_copy(update=change)], tables)


def test_gold_of_the_seeds_is_in_order() -> None:
    gold = read_gold(Path(__file__).parents[1] / "gold" / "seeds.yaml")
    assert len([event for event in gold if not event.optional]) == 81
