from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import OfficeMention, Segment
from core.time import edtf, estimate

SEEDS = Path(__file__).parents[3] / "seeds"
TERMS = {
    "Premierminister Ishiba": (date(2024, 10, 1), date(2025, 10, 21)),
    "Premierminister Shigeru Ishiba": (date(2024, 10, 1), date(2025, 10, 21)),
    "Premierminister Kishida": (date(2021, 10, 4), date(2024, 10, 1)),
    "Premierminister Fumio Kishida": (date(2021, 10, 4), date(2024, 10, 1)),
    "NATO-Generalsekretär Mark Rutte": (date(2024, 10, 1), None),
    "NATO-Generalsekretär Jens Stoltenberg": (date(2014, 10, 1), date(2024, 10, 1)),
    "Außenminister Yoshimasa Hayashi": (date(2021, 11, 10), date(2023, 9, 13)),
}


def offices(text: str, *, former: bool = False) -> list[OfficeMention]:
    mentions = []
    for name, (begins, ends) in TERMS.items():
        start = text.find(name)
        while start >= 0:
            mentions.append(OfficeMention(start, start + len(name), name, name, "office", begins, ends, former))
            start = text.find(name, start + 1)
    return mentions


@pytest.mark.parametrize(
    ("seed", "within"),
    [
        ("000", "2025-04"),
        ("001", "2024-10/2025-10"),
        ("002", "2023-02/2023-07"),
        ("003", "2023-07"),
        ("004", "2022-07/2023-03"),
    ],
)
def test_seeds(seed: str, within: str) -> None:
    [path] = SEEDS.glob(f"{seed}_*.txt")
    text = path.read_text(encoding="utf-8")
    published = estimate(text, offices(text))
    bounds = edtf.parse(within)
    assert published.basis == "inferred"
    assert published.interval is not None
    assert bounds.first <= published.interval.first <= published.interval.last <= bounds.last
    assert published.edtf is not None
    assert edtf.parse(published.edtf) == published.interval
    assert published.spans
    assert any(f"“{text[start:end]}”" in published.evidence for start, end in published.spans)


def test_a_text_that_dates_itself() -> None:
    published = estimate("Berlin. Veröffentlicht am 3. Mai 2012. Im Jahr 2010 war das noch anders.")
    assert published.interval == (date(2012, 5, 3), date(2012, 5, 3))


def test_two_terms_bound_both_sides() -> None:
    text = "Premierminister Kishida empfing NATO-Generalsekretär Jens Stoltenberg. Im Januar 2023 war er in Tokio."
    assert estimate(text, offices(text)).interval == (date(2023, 1, 1), date(2024, 10, 1))


def test_a_former_holder_bounds_from_below() -> None:
    text = "Der frühere Premierminister Kishida lobte Premierminister Ishiba."
    mentions = [mention._replace(former="Kishida" in mention.text) for mention in offices(text)]
    assert estimate(text, mentions).interval == (date(2024, 10, 1), date(2025, 10, 21))


def test_an_office_held_at_a_dated_event_does_not_bound_from_above() -> None:
    text = "Premierminister Kishida sprach am 3. Mai 2022 vor dem Rat. Am 5. Juni 2025 wurde das Protokoll gezeigt."
    published = estimate(text, offices(text))
    assert published.interval is None
    assert "Not before 2025-06-05" in published.evidence


def test_whom_the_text_calls_former_elsewhere_does_not_bound_from_above() -> None:
    text = "Premierminister Kishida sprach. Der frühere Premierminister Kishida traf Premierminister Ishiba."
    mentions = [mention._replace(former=mention.start > 30 and "Kishida" in mention.text) for mention in offices(text)]
    assert estimate(text, mentions).interval == (date(2024, 10, 1), date(2025, 10, 21))


@pytest.mark.parametrize("before", ["die frühere Sprecherin von ", "seit dem Rücktritt von "])
def test_a_term_that_is_looked_back_on_does_not_bound_from_above(before: str) -> None:
    text = f"Am 3. Mai 2012 war das anders, sagt {before}Premierminister Kishida."
    assert estimate(text, offices(text)).interval is None


def test_what_is_later_wins() -> None:
    text = "Premierminister Kishida begann. Nun berieten NATO-Generalsekretär Mark Rutte und Premierminister Ishiba."
    assert estimate(text, offices(text)).interval == (date(2024, 10, 1), date(2025, 10, 21))


@pytest.mark.parametrize(
    "text",
    [
        "Premierminister Kishida tritt an. Er will 2027 Revanche für seine Abwahl 2022 nehmen.",
        "Premierminister Kishida sprach. Die Länder hätten das 2022 beschließen sollen.",
        "Premierminister Kishida sprach. Man warf ihm vor, für das Ergebnis im Mai 2022 verantwortlich zu sein.",
    ],
)
def test_a_year_of_what_is_past_does_not_bound_from_above(text: str) -> None:
    interval = estimate(text, offices(text)).interval
    assert interval is not None
    assert interval.last == date(2024, 10, 1)


@pytest.mark.parametrize("what", ["Budget 2023", "Bundeshaushalt für das Jahr 2023"])
def test_what_is_made_ahead_of_a_year_does_not_bound_from_below(what: str) -> None:
    text = f"Premierminister Kishida sprach. Bei den Beratungen über das {what} fehlten drei Abgeordnete."
    assert estimate(text, offices(text)).interval == (date(2021, 10, 4), date(2024, 10, 1))


def test_related_articles_at_the_end_do_not_date_a_text() -> None:
    text = "Der Rat tagte.\n\nSiehe auch:\nDer Rat (31.10.2007)\nDie Stadt (31.07.2005)"
    assert estimate(text).interval is None


def test_months_that_contradict_each_other_tell_nothing() -> None:
    text = "Premierminister Kishida tagt. Im März wurde gewählt. Im Februar wird gewählt, im Juli wird gefeiert."
    assert estimate(text, offices(text)).interval == (date(2021, 10, 4), date(2024, 10, 1))


def test_a_date_till_which_something_is_open_is_not_past() -> None:
    published = estimate("Die Ausstellung ist noch bis zum 22. Mai 2011 geöffnet.")
    assert published.interval is None
    assert "2011" not in published.evidence


def test_a_caption_tells_the_past_in_the_present_tense() -> None:
    text = "Der Rat tagt.\nDie Minister treffen sich am 31. Januar 2023 in Rom."
    segments = [Segment(0, 14, "body"), Segment(14, len(text), "caption")]
    assert estimate(text, segments=segments).evidence.startswith("Not before 2023-01-31")
    assert not estimate(text).evidence.startswith("Not before")


def test_a_planned_summit_and_this_week() -> None:
    text = "Er plant, diese Woche am NATO-Gipfel in Litauen teilzunehmen."
    assert estimate(text).interval == (date(2023, 7, 9), date(2023, 7, 12))


def test_a_contradiction_is_said() -> None:
    text = "Premierminister Kishida und Premierminister Ishiba sind im Amt. Bis 2019 soll der Bau stehen."
    published = estimate(text, offices(text))
    assert published.interval == (date(2024, 10, 1), date(2025, 10, 21))
    assert "against it: “2019” is spoken of as to come" in published.evidence


@pytest.mark.parametrize(
    "text", ["", "Der Rat tagte gestern im Rathaus.", "Im Juli wird gewählt.", "Am 9. April wurde gewählt."]
)
def test_nothing_that_tells_the_year_leaves_it_unknown(text: str) -> None:
    published = estimate(text)
    assert (published.basis, published.edtf, published.interval) == ("unknown", None, None)
    assert published.evidence


@settings(deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    published = estimate(text)
    assert (published.interval is None) == (published.basis == "unknown")
    assert all(0 <= start < end <= len(text) for start, end in published.spans)
    assert (edtf.parse(published.edtf) if published.edtf else None) == published.interval


@pytest.mark.parametrize(
    "plan",
    [
        "kündigte für den 12. März einen Besuch an",
        "hatte den Minister für den 12. März eingeladen",
        "verschob den Besuch auf den 12. März",
    ],
)
def test_a_day_for_which_something_was_set_is_still_to_come(plan: str) -> None:
    text = f"Die Ministerin reiste am 5. März 2024 nach Rom. Der Kanzler {plan}."
    assert "den 12. März”, to come" in estimate(text).evidence


def test_who_resigned_according_to_one_sentence_does_not_bound_from_above_in_another() -> None:
    text = "Der Rücktritt von Premierminister Kishida war Thema. Das hat Premierminister Kishida mit Würde gemacht."
    assert estimate(text, offices(text)).interval is None


@pytest.mark.parametrize(
    "text",
    [
        "Premierminister Kishida sprach. Ein Gremium soll nun die Daten der Jahre 2011 bis 2022 überprüfen.",
        "Premierminister Kishida lehnte eine Verlängerung des am 30. Juni 2022 auslaufenden Programms ab.",
    ],
)
def test_a_time_that_belongs_to_a_noun_bounds_nothing_by_the_tense_of_the_verb(text: str) -> None:
    interval = estimate(text, offices(text)).interval
    assert interval is None or interval.last >= date(2024, 10, 1)
