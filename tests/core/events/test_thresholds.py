"""Both sides of each threshold in `vocabulary/joining.toml`: what just joins, and what just does not."""

from datetime import date, timedelta

import pytest

from core.claims.lexicon import event_types
from core.events.cluster import every_pair
from core.events.thresholds import thresholds
from core.model import Claim, Interval
from tests.core.events.reported import reports
from tests.core.events.test_cluster import claim

DAY = date(2024, 3, 5)
MEETING, WORDS, LASTING, PLAIN = "meeting", "statement", "cooperation", "agreement"


def joined(a: Claim, b: Claim, written_a: date | None = None, written_b: date | None = None) -> bool:
    """Whether two claims of two documents, written on some days, are of one happening."""
    days = {"a": written_a, "b": written_b}
    written = {doc: Interval(day, day) if day else None for doc, day in days.items()}
    return len(every_pair(reports([a, b], written))) > 0


def nouns(shared: int, of: int, *, own: str) -> str:
    """So many nouns, some of them shared with the other claim's."""
    return " ".join([*(f"gemeinsam{n}" for n in range(shared)), *(f"{own}{n}" for n in range(of - shared))])


def test_every_type_that_stands_for_a_rule_here_has_its_traits() -> None:
    types = event_types()
    assert "unique" in types[MEETING].traits
    assert "saying" in types[WORDS].traits
    assert "lasting" in types[LASTING].traits


@pytest.mark.parametrize(("shared", "of"), [(3, 5), (2, 5)])
def test_words_of_one_speaker_are_the_same_from_six_tenths_on(shared: int, of: int) -> None:
    a = claim("a", 0, "merkel", kind=WORDS, day="2024-03-05", about=nouns(shared, of, own="affe"))
    b = claim("b", 0, "merkel", kind=WORDS, day="2024-03-05", about=nouns(shared, of, own="zebra"))
    assert joined(a, b) == (shared / of >= thresholds().wording.same)


@pytest.mark.parametrize(("parties", "expected"), [(("a", "b"), True), (("a", "b", "c", "d"), False)])
def test_half_of_the_parties_have_to_be_the_same(parties: tuple[str, ...], *, expected: bool) -> None:
    a = claim("a", 0, *parties, kind=PLAIN, day="2024-03-05", about="vertrag")
    b = claim("b", 0, "a", *(f"x{n}" for n in range(len(parties) - 1)), kind=PLAIN, day="2024-03-05", about="vertrag")
    assert joined(a, b) == expected == (1 / len(parties) >= thresholds().parties.most)


@pytest.mark.parametrize("beyond", [0, 1])
def test_two_parties_do_the_same_once_within_a_month(beyond: int) -> None:
    last = DAY + timedelta(days=thresholds().days.month - 1 + beyond)
    vague = f"{DAY.isoformat()}/{last.isoformat()}"
    a = claim("a", 0, "a", "b", kind=PLAIN, day=vague, about="gas")
    b = claim("b", 0, "a", "b", kind=PLAIN, day=vague, about="stahl")
    assert joined(a, b) == (beyond == 0)


@pytest.mark.parametrize("beyond", [0, 1])
@pytest.mark.parametrize("direction", ["undated", "look_back", "look_ahead"])
def test_an_undated_report_is_near_in_time(direction: str, beyond: int) -> None:
    reach = getattr(thresholds().days, direction) + beyond
    dated = claim("a", 0, "a", "b", kind=MEETING, day=None if direction == "undated" else DAY.isoformat())
    status = "planned" if direction == "look_ahead" else "occurred"
    undated = claim("b", 0, "a", "b", kind=MEETING, status=status)
    written = DAY + timedelta(days=-reach if direction == "look_ahead" else reach)
    assert joined(dated, undated, DAY, written) == (beyond == 0)


@pytest.mark.parametrize(("shared", "of"), [(1, 3), (1, 4)])
def test_the_same_two_parties_without_a_date_need_a_third_of_their_nouns(shared: int, of: int) -> None:
    a = claim("a", 0, "a", "b", kind=PLAIN, about=nouns(shared, of, own="affe"))
    b = claim("b", 0, "a", "b", kind=PLAIN, about=nouns(shared, of, own="zebra"))
    assert joined(a, b, DAY, DAY) == (shared / of >= thresholds().wording.akin)


@pytest.mark.parametrize(("shared", "of"), [(2, 4), (1, 3)])
def test_one_party_without_a_date_needs_half_of_the_nouns(shared: int, of: int) -> None:
    a = claim("a", 0, "a", kind=PLAIN, about=nouns(shared, of, own="affe"))
    b = claim("b", 0, "a", kind=PLAIN, about=nouns(shared, of, own="zebra"))
    assert joined(a, b, DAY, DAY) == (shared / of >= thresholds().wording.close)


@pytest.mark.parametrize(("shared", "of"), [(3, 4), (2, 3)])
def test_some_of_the_parties_without_a_date_need_three_quarters(shared: int, of: int) -> None:
    a = claim("a", 0, "a", "b", kind=PLAIN, about=nouns(shared, of, own="affe"))
    b = claim("b", 0, "a", "c", kind=PLAIN, about=nouns(shared, of, own="zebra"))
    assert joined(a, b, DAY, DAY) == (shared / of >= thresholds().wording.equal)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("waffe", "waffe marine parade präsident", True),  # all that the headline names
        ("waffe etat", "waffe marine parade präsident", False),
        ("", "waffe marine", False),  # words about nothing could be any of the speaker's
    ],
)
def test_a_headline_is_the_event_of_the_text_that_names_all_it_names(head: str, body: str, *, expected: bool) -> None:
    first = claim("a", 0, "putin", kind=WORDS, about=head, headline=True)
    second = claim("a", 50, "putin", kind=WORDS, about=body)
    assert joined(first, second) == expected


def test_two_sentences_of_a_body_are_no_headline_of_each_other() -> None:
    first = claim("a", 0, "putin", kind=WORDS, about="waffe")
    second = claim("a", 50, "putin", kind=WORDS, about="waffe marine parade präsident")
    assert not joined(first, second)


@pytest.mark.parametrize(("shared", "of"), [(3, 5), (2, 4)])
def test_what_nobody_known_has_a_part_in_is_one_where_place_day_and_nouns_agree(shared: int, of: int) -> None:
    a = claim("a", 0, kind=PLAIN, day="2024-03-05", place="Lyon", about=nouns(shared, of, own="affe"))
    b = claim("b", 0, kind=PLAIN, day="2024-03-05", place="Lyon", about=nouns(shared, of, own="zebra"))
    assert joined(a, b) == (shared / of >= thresholds().unnamed.wording)


@pytest.mark.parametrize("shared", [2, 1])
def test_one_noun_alone_joins_nothing_that_names_nobody(shared: int) -> None:
    about = nouns(shared, shared, own="affe")
    a = claim("a", 0, kind=PLAIN, day="2024-03-05", place="Lyon", about=about)
    b = claim("b", 0, kind=PLAIN, day="2024-03-05", place="Lyon", about=about)
    assert joined(a, b) == (shared >= thresholds().unnamed.nouns)


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [("Lyon", "2024-03-05", True), ("Nantes", "2024-03-05", False), ("Lyon", "2024-03-06", False), (None, None, False)],
)
def test_where_nobody_is_named_place_and_day_must_be_known_and_the_same(
    place: str | None, day: str | None, *, expected: bool
) -> None:
    a = claim("a", 0, kind=PLAIN, day="2024-03-05", place="Lyon", about="brand lagerhaus")
    b = claim("b", 0, kind=PLAIN, day=day, place=place, about="brand lagerhaus")
    assert joined(a, b) == expected


@pytest.mark.parametrize(
    ("written", "kind", "expected"),
    [(DAY, "force", True), (None, "force", False), (None, PLAIN, True)],
)
def test_attacks_that_may_be_of_any_year_are_one_only_where_they_are_told_alike(
    written: date | None, kind: str, *, expected: bool
) -> None:
    about = nouns(3, 5, own="affe"), nouns(3, 5, own="zebra")
    a = claim("a", 0, "rebellen", kind=kind, about=about[0])
    b = claim("b", 0, "rebellen", kind=kind, about=about[1])
    assert joined(a, b, written, DAY) == expected
    again = claim("b", 0, "rebellen", kind=kind, about=about[0])
    assert joined(a, again, written, DAY)
