import pytest

from core.german.compounds import head_in

NOUNS = frozenset({"bruch", "vertrag", "treffen", "haft"})


@pytest.mark.parametrize(
    ("compound", "head"),
    [
        ("NATO-Gipfeltreffen", "treffen"),
        ("Vorvertrag", "vertrag"),
        ("Vertragsbruch", "bruch"),
        ("Durchbruch", None),
        ("Ausbruch", None),
        ("Arbeiterschaft", None),
    ],
)
def test_a_compound_is_what_its_last_part_names(compound: str, head: str | None) -> None:
    assert head_in(compound, NOUNS) == head
