"""The table of actors: what matters comes first, where a phone shows no more."""

from dashboard.asking.corpus import Corpus
from tests.dashboard.conftest import Open


def test_the_table_begins_with_who_it_is_and_in_how_many_events(browse: Open) -> None:
    table = browse("actors").dataframe[-1].value
    assert list(table.columns)[:2] == ["name", "events"]
    assert table["events"].is_monotonic_decreasing


def test_kind_and_role_stand_together(browse: Open, corpus: Corpus) -> None:
    table = browse("actors").dataframe[-1].value.set_index("name")["kind"]
    person = corpus.actors[(corpus.actors["kind"] == "person") & corpus.actors["role"].notna()].index[0]
    said = table[corpus.name(person)]
    assert said.startswith("Person · ")
    assert len(said) > len("Person · ")
