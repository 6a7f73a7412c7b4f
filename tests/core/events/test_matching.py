"""Pairs of claims of one happening: found without comparing every pair, and not compared again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.events import matching
from core.events.matching import Matches, Side, pairs, same_happening
from core.events.reports import Reports, Represents
from core.model import Claim, ClaimDate, Interval, Participant, Role, Status
from core.time import edtf
from tests.core.events.reported import reports

OFFICES: Mapping[str, frozenset[str]] = {
    "macron": frozenset({"france"}),
    "baerbock": frozenset({"germany"}),
    "stoltenberg": frozenset({"nato"}),
}


def holding(states: frozenset[str]) -> Callable[[Interval | None], frozenset[str]]:
    return lambda _: states


REPRESENTS: Represents = {actor: holding(states) for actor, states in OFFICES.items()}
ACTORS = (*OFFICES, "france", "germany", "nato", "stranger")
NOUNS = ("büro", "verbindungsbüro", "gipfel", "gipfeltreffen", "hafen", "übung")


def side(
    number: int,
    kind: str,
    actors: Sequence[tuple[str, Role]],
    day: str | None,
    nouns: frozenset[str] = frozenset(),
    written: str | None = None,
    status: Status = "occurred",
) -> Side:
    doc_id = f"d{number}"
    claim = Claim(
        doc_id=doc_id,
        start=0,
        end=10,
        quote="x" * 10,
        trigger_start=0,
        trigger_end=1,
        type=kind,
        status=status,
        date=ClaimDate(day, edtf.parse(day), edtf.precision(day), "text") if day else None,
        place=None,
        attributed_to=None,
        participants=tuple(Participant(actor, role) for actor, role in dict(actors).items()),
        confidence=0.8,
        rule="verb",
        keywords=nouns,
    )
    return Side.of(claim, edtf.parse(written) if written else None, REPRESENTS)


days = st.sampled_from((None, "2021-05-03", "2021-05-04", "2021-05", "2021", "2022-03", "2024-05-03"))
roles: st.SearchStrategy[Role] = st.sampled_from(("agent", "partner", "target", "topic"))
statuses: st.SearchStrategy[Status] = st.sampled_from(("occurred", "occurred", "planned", "denied"))
described = st.lists(
    st.tuples(
        st.sampled_from(("visit", "meeting", "summit", "statement", "aid", "agreement")),
        st.lists(st.tuples(st.sampled_from(ACTORS), roles), min_size=1, max_size=3),
        days,
        st.frozensets(st.sampled_from(NOUNS), max_size=3),
        days,
        statuses,
    ),
    max_size=12,
)


def made(claims: Sequence[tuple[object, ...]]) -> list[Side]:
    return [side(number, *claim) for number, claim in enumerate(claims)]  # type: ignore[arg-type]


def together(sides: Sequence[Side]) -> Reports:
    """The same claims as those of one corpus."""
    return reports([one.claim for one in sides], {one.claim.doc_id: one.written for one in sides}, REPRESENTS)


def paired(sides: Sequence[Side]) -> list[tuple[int, int]]:
    """The pairs that are found among these."""
    corpus = together(sides)
    number = {one.claim.doc_id: n for n, one in enumerate(sides)}
    every = pairs(corpus, range(len(sides)))
    return [(min(pair), max(pair)) for pair in ((number[corpus[a].doc_id], number[corpus[b].doc_id]) for a, b in every)]


def compared(sides: Sequence[Side]) -> set[tuple[int, int]]:
    """The pairs that comparing every two claims finds."""
    return {(a, b) for a, b in combinations(range(len(sides)), 2) if same_happening(sides[a], sides[b])}


def two_in_one(a: Side, b: Side) -> bool:
    """Whether all who agree are two of one side and one of the other: then the sides have no pair of actors in common.

    So two ministers of one state are not taken for the state, unless the wording agrees as well.
    """
    known_a, known_b = (one.actors.union(*one.offices.values()) for one in (a, b))
    return len(known_a & known_b) < 2


def apart(a: Side, b: Side) -> bool:
    """Whether two are statements, one of them undated: the same words again, but so much later, are another one."""
    return a.claim.type == "statement" and None in (a.claim.interval, b.claim.interval)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(claims=described)
def test_it_does_not_matter_which_claim_is_given_first(claims: Sequence[tuple[object, ...]]) -> None:
    sides = made(claims)
    for a, b in combinations(sides, 2):
        assert same_happening(a, b) == same_happening(b, a)


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(claims=described)
def test_every_pair_is_found_but_in_two_rare_cases(
    claims: Sequence[tuple[object, ...]],
) -> None:
    sides = made(claims)
    pairs_found = paired(sides)
    assert len(pairs_found) == len(set(pairs_found))
    assert set(pairs_found) <= compared(sides)
    for a, b in compared(sides) - set(pairs_found):
        assert two_in_one(sides[a], sides[b]) or apart(sides[a], sides[b])


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(claims=described, steps=st.lists(st.sets(st.integers(0, 11)), max_size=4), last=st.permutations(range(12)))
def test_claims_that_come_and_go_leave_what_comparing_all_anew_finds(
    claims: Sequence[tuple[object, ...]], steps: Sequence[set[int]], last: Sequence[int]
) -> None:
    every = made(claims)
    known = Matches()
    for step in (*steps, last):
        sides = [every[at] for at in step if at < len(every)]
        known = known.updated(together(sides))
        kept = list(map(tuple, known.pairs.tolist()))
        assert len(set(kept)) == len(kept)
        assert set(kept) == set(pairs(together(sides), range(len(sides))))


def test_a_claim_that_is_there_already_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sides = [side(n, "meeting", (("macron", "agent"), ("nato", "partner")), "2021-05-03") for n in range(20)]
    known = Matches().updated(together(sides[:19]))
    asked = counting(monkeypatch)
    assert len(known.updated(together(sides)).pairs) == 190
    assert asked == [19]


def counting(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs are compared from now on."""
    asked = [0]
    compare = same_happening

    def count(a: Side, b: Side) -> bool:
        asked[0] += 1
        return compare(a, b)

    monkeypatch.setattr(matching, "same_happening", count)
    return asked


def spread(count: int) -> list[Side]:
    """Claims of the same few actors, dated and undated, as many a year however many there are."""
    sides = []
    for n in range(count):
        day = (date(2000, 1, 1) + timedelta(days=3 * n)).isoformat()
        actors: tuple[tuple[str, Role], ...] = ((ACTORS[n % 3], "agent"), (ACTORS[3 + n % 4], "partner"))
        kind = ("meeting", "aid", "statement")[n % 5 % 3]
        sides.append(side(n, kind, actors, day if n % 2 else None, frozenset({NOUNS[n % 6]}), day))
    return sides


@pytest.mark.slow
def test_twice_as_many_claims_over_twice_the_time_take_twice_as_many_comparisons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = counting(monkeypatch)
    numbers = []
    for count in (1000, 2000):
        asked[0] = 0
        list(pairs(together(spread(count)), range(count)))
        numbers.append(asked[0])
    assert 1000 < numbers[0] < 1000 * 999 / 2 / 20
    assert numbers[1] < 2.3 * numbers[0]


def test_what_somebody_does_is_not_what_is_done_to_them() -> None:
    nouns = frozenset({"hafen", "übung"})
    struck = side(1, "force", [("france", "agent"), ("stranger", "target")], "2021-03-08", nouns)
    strikes = side(2, "force", [("stranger", "agent")], None, nouns, written="2021-03-09")
    named = side(3, "force", [("stranger", "target")], None, nouns, written="2021-03-09")
    assert not same_happening(struck, strikes)
    assert same_happening(struck, named)
