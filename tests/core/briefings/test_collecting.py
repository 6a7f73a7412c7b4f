"""What several people do to collections holds, whatever the order in which it reaches the journal."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core import journal
from core.anchors import Anchor
from core.briefings import COLLECTIONS, Collection, Event, Reference, Text, collections, keep
from core.briefings.collecting import Added, Change, Deleted, Edited, Kept, Made, Moved, Removed, Renamed, folded

STOPS = [f"s{number}" for number in range(5)]


def lines(changes: Sequence[Change], by: str | None = None) -> list[Kept]:
    return [Kept(str(number), "2026-01-01T00:00:00+00:00", by, change) for number, change in enumerate(changes)]


def made(*changes: Change) -> Collection:
    [collection] = folded(lines([Made("c", "Mappe"), *changes]))
    return collection


def ids(collection: Collection) -> list[str]:
    return [stop.id for stop in collection.stops]


ADDED = [Added("c", stop, Text(), words=stop) for stop in STOPS]
CHANGES = st.one_of(
    st.builds(Added, st.just("c"), st.sampled_from(STOPS), st.just(Text()), words=st.text()),
    st.builds(Removed, st.just("c"), st.sampled_from(STOPS)),
    st.builds(Moved, st.just("c"), st.sampled_from(STOPS), st.sampled_from([None, *STOPS])),
    st.builds(Edited, st.just("c"), st.sampled_from(STOPS), words=st.text()),
    st.builds(Renamed, st.just("c"), st.text()),
)


@given(st.lists(CHANGES, max_size=40))
def test_there_is_what_was_added_or_written_to_since_it_was_removed(changes: list[Change]) -> None:
    expected: dict[str, bool] = {}
    for change in changes:
        match change:
            case Added(stop=stop):
                expected.setdefault(stop, True)
            case Removed(stop=stop) if stop in expected:
                expected[stop] = False
            case Moved(stop=stop, behind=behind) if stop in expected and stop != behind:
                expected[stop] = True
            case Edited(stop=stop) if stop in expected:
                expected[stop] = True
    stops = ids(made(*changes))
    assert len(stops) == len(set(stops))
    assert set(stops) == {stop for stop, there in expected.items() if there}


@given(st.lists(st.sampled_from(STOPS), max_size=20), st.data())
def test_a_stop_stands_behind_the_one_it_was_moved_behind(moves: list[str], data: st.DataObject) -> None:
    changes: list[Change] = [*ADDED]
    for stop in moves:
        behind = data.draw(st.sampled_from([None, *(other for other in STOPS if other != stop)]))
        changes.append(Moved("c", stop, behind))
        order = ids(made(*changes))
        assert sorted(order) == STOPS
        assert order.index(stop) == (0 if behind is None else order.index(behind) + 1)


@given(st.lists(CHANGES, max_size=12), st.lists(CHANGES, max_size=12), st.randoms(use_true_random=False))
def test_of_two_who_work_at_once_each_keeps_the_stops_that_the_other_did_not_remove(
    mine: list[Change], theirs: list[Change], chance: Random
) -> None:
    mine = [Added("c", "m", Text(), words="meins"), *mine]
    theirs = [Added("c", "t", Text(), words="deins"), *theirs]
    merged: list[Change] = []
    while mine or theirs:
        merged.append((mine if not theirs or (mine and chance.random() < 0.5) else theirs).pop(0))
    assert {"m", "t"} <= set(ids(made(*merged)))


def test_a_place_behind_a_stop_that_was_removed_meanwhile_stays_one() -> None:
    assert ids(made(*ADDED, Removed("c", "s1"), Moved("c", "s4", "s1"))) == ["s0", "s4", "s2", "s3"]


def test_words_that_another_did_not_see_are_kept_beside_the_later_ones_until_both_are_known() -> None:
    first, second = (Edited("c", "s0", words=words, was_words="s0") for words in ("von A", "von B"))
    [stop] = made(ADDED[0], first, second).stops
    assert (stop.words, stop.also_written) == ("von B", ("von A",))
    [stop] = made(ADDED[0], first, second, Edited("c", "s0", words="von beiden", was_words="von B")).stops
    assert (stop.words, stop.also_written) == ("von beiden", ())


def test_edits_of_different_fields_both_hold() -> None:
    title = Edited("c", "s0", title="Titel", was_title="")
    words = Edited("c", "s0", words="Worte", was_words="s0")
    [stop] = made(ADDED[0], title, words).stops
    assert (stop.title, stop.words, stop.also_written) == ("Titel", "Worte", ())


def test_a_collection_that_is_deleted_is_gone_and_one_that_is_written_to_later_is_there_again() -> None:
    gone = lines([Made("c", "Mappe"), *ADDED, Deleted("c")])
    assert folded(gone) == ()
    [back] = folded([*gone, *lines([Renamed("c", "Doch")])])
    assert (back.title, ids(back)) == ("Doch", STOPS)


def test_they_come_back_from_the_folder_as_they_were_kept(tmp_path: Path) -> None:
    shows = Event(Reference("e1", Anchor("a", 3, 7, "Wien", "in ", ".")), (Anchor("a", 3, 7, "Wien", "in ", "."),))
    keep(tmp_path, [Made("c", "Mappe <script>"), Added("c", "s", shows, "Titel", "Worte")], "Erika")
    keep(tmp_path, [Moved("c", "s", None)], None)
    [collection] = collections(tmp_path)
    assert (collection.title, collection.by) == ("Mappe <script>", "Erika")
    [stop] = collection.stops
    assert (stop.what, stop.title, stop.words, stop.by) == (shows, "Titel", "Worte", "Erika")
    assert len({line.id for line in journal.read(tmp_path / COLLECTIONS, Kept)}) == 3


def test_without_a_journal_there_are_none(tmp_path: Path) -> None:
    assert collections(tmp_path) == ()
