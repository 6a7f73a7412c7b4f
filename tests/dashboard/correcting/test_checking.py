"""What is checked, and the share of it that was right."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy.stats import binomtest

from core.corrections.model import Checked, EventDate, EventType, NotEvent, Title, in_force
from dashboard.asking import anchored
from dashboard.asking.checking import LOTS, Checks, share
from dashboard.asking.corpus import Corpus
from dashboard.asking.decisions import pending
from dashboard.asking.selection import Filters, select
from tests.dashboard.correcting.conftest import Place, told


@given(some.integers(1, 400).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))))
def test_the_interval_is_wilsons(counts: tuple[int, int]) -> None:
    right, n = counts
    known = binomtest(right, n).proportion_ci(0.95, "wilson")
    interval = share(right, n)
    assert (interval.low, interval.high) == pytest.approx((known.low, known.high), abs=1e-9)


def test_of_nothing_nothing_is_known() -> None:
    assert share(0, 0) == (0, 0, 0.0, 1.0)


def laid_over(corpus: Corpus, here: Place) -> Corpus:
    return corpus.corrected(pending(corpus.tables, in_force(here.lines())))


def test_right_is_what_needed_no_correction(here: Place) -> None:
    corpus = here.corpus()
    visit, journey, claim = (anchored.event(corpus, told(corpus, words)) for words in ("Paris", "Prag", "forderte"))
    meeting, rome = (anchored.event(corpus, told(corpus, words)) for words in ("Quandtmeier", "Rom"))
    here.say(
        Checked(visit),
        EventDate(journey, None),
        Checked(journey),
        NotEvent(claim),
        Title(meeting, "Treffen"),
        Checked(rome),
    )
    checks = Checks(laid_over(corpus, here))
    assert not checks.checked(told(corpus, "Quandtmeier"))
    assert checks.share(checks.wrong)[:2] == (2, 4)
    assert checks.share(checks.wrong, "date")[:2] == (2, 3)
    assert checks.share(checks.wrong, "type")[:2] == (3, 3)
    assert checks.share(checks.wrong, "not_event")[:2] == (3, 4)
    assert len(checks.there) == len(corpus.events) - 1 == len(select(laid_over(corpus, here), Filters()).events)
    assert checks.none == 1


@pytest.mark.slow
def test_after_the_build_the_same_is_counted(here: Place) -> None:
    corpus = here.corpus()
    visit, claim = (anchored.event(corpus, told(corpus, words)) for words in ("Paris", "forderte"))
    here.say(EventType(visit, "meeting"), NotEvent(claim))
    before = Checks(laid_over(corpus, here))
    here.build()
    after = Checks(here.corpus())
    assert after.wrong == before.wrong
    assert after.there == before.there
    assert after.none == before.none == 1
    assert after.by_chance == before.by_chance


def test_those_drawn_by_chance_end_before_the_first_that_is_not_checked(here: Place) -> None:
    corpus = here.corpus()
    order = Checks(corpus).lot("chance", select(corpus, Filters()).events)
    here.say(*(Checked(anchored.event(corpus, event)) for event in (*order[:2], order[3])))
    checks = Checks(laid_over(corpus, here))
    assert len(checks.by_chance) == 2
    assert len(checks.wrong) == 3
    left = checks.lot("chance", select(corpus, Filters()).events)
    assert left == [order[2], *order[4:]]


@pytest.mark.slow
def test_the_order_of_chance_stays_where_other_words_of_a_text_are_edited(here: Place) -> None:
    def order() -> list[str]:
        corpus = here.corpus()
        lot = Checks(corpus).lot("chance", select(corpus, Filters()).events)
        return [str(corpus.claims.first_quotes[event]) for event in lot]

    before = order()
    text = here.folder / "gipfel.txt"
    text.write_text(f"Ein neuer Anfang.\n\n{text.read_text()}")
    here.build()
    assert order() == before


def test_every_lot_holds_events_of_the_selection_alone(here: Place) -> None:
    corpus = here.corpus()
    some_events = select(corpus, Filters(types=("visit",))).events
    checks = Checks(corpus)
    for lot in LOTS:
        assert set(checks.lot(lot, some_events)) <= set(some_events.index)
        assert checks.lot(lot, some_events.iloc[:0]) == []
    assert set(checks.lot("told", some_events)) == set(some_events.index)
