"""Events that are perhaps one are kept as a pair, with what speaks for it."""

from pathlib import Path

import pytest

from core import build, store
from core.events.candidates import CandidatePair, candidates

REPORT = "Der norwegische Ministerpräsident Jonas Gahr Støre traf {day} {where} Robert Habeck."


def pairs(folder: Path, *texts: str) -> tuple[CandidatePair, ...]:
    """The candidates among the events of some texts."""
    corpus = folder / "texts"
    corpus.mkdir()
    for number, text in enumerate(texts):
        (corpus / f"{number}.txt").write_text(text, encoding="utf-8")
    build.build(corpus, folder / "tables")
    return candidates(store.load(folder / "tables").arrow())


def told(day: str, where: str = "in Oslo") -> str:
    return REPORT.format(day=day, where=where)


def test_two_reports_a_day_apart_of_one_meeting_are_a_pair(tmp_path: Path) -> None:
    (pair,) = pairs(tmp_path, told("am 5. Januar 2023"), told("am 6. Januar 2023"))
    assert (pair.shared, pair.days_apart, pair.place) == (("jonas-gahr-store", "robert-habeck"), 1, "same")
    assert pair.claim_a != pair.claim_b


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (told("am 5. Januar 2023"), told("am 12. Januar 2023"), 1),  # a week, in one place
        (told("am 5. Januar 2023"), told("am 13. Januar 2023"), 0),
        (told("am 5. Januar 2023", ""), told("am 8. Januar 2023", ""), 1),  # three days, place unknown
        (told("am 5. Januar 2023", ""), told("am 9. Januar 2023", ""), 0),
        (told("am 5. Januar 2023"), told("am 6. Januar 2023", "in Berlin"), 0),  # two places
        (told("am 5. Januar 2023"), "Jonas Gahr Støre traf am 6. Januar 2023 in Oslo Olaf Scholz.", 0),  # other parties
        (told("am 5. Januar 2023"), told("am 5. Januar 2023"), 0),  # joined
    ],
)
def test_a_pair_is_near_in_time_and_in_one_place_with_the_same_parties(
    tmp_path: Path, first: str, second: str, number: int
) -> None:
    assert len(pairs(tmp_path, first, second)) == number


def test_a_text_that_tells_of_both_holds_them_for_two(tmp_path: Path) -> None:
    assert not pairs(tmp_path, f"{told('am 5. Januar 2023')} {told('am 6. Januar 2023')}")


def test_two_attacks_on_two_days_are_two(tmp_path: Path) -> None:
    attack = "Russland griff {day} die Ukraine an."
    assert not pairs(tmp_path, attack.format(day="am 5. Januar 2023"), attack.format(day="am 6. Januar 2023"))


def test_of_what_has_happened_the_report_is_shown_and_not_the_plan(tmp_path: Path) -> None:
    plan = "Oslo, 4. Januar 2023. Robert Habeck will am 5. Januar 2023 in Oslo Jonas Gahr Støre treffen."
    both = pairs(tmp_path, plan, told("am 5. Januar 2023"), told("am 6. Januar 2023"))
    claims = store.load(tmp_path / "tables").claims.set_index("claim_id")
    assert {claims.loc[pair.claim_a, "status"] for pair in both} == {"occurred"}
