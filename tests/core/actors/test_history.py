"""Offices over time, for readers of the tables."""

from datetime import date

import pytest

from core.actors import role_on, roles


@pytest.mark.parametrize(
    ("person", "day", "german", "english"),
    [
        ("fumio-kishida", date(2022, 6, 29), "Premierminister (Japan)", "Prime Minister (Japan)"),
        ("shigeru-ishiba", date(2025, 1, 15), "Premierminister (Japan)", "Prime Minister (Japan)"),
        ("angela-merkel", date(2010, 1, 1), "Bundeskanzlerin (Deutschland)", "Federal Chancellor (Germany)"),
        ("mark-rutte", date(2025, 4, 8), "Generalsekretär (NATO)", "Secretary General (NATO)"),
        (
            "christine-lagarde",
            date(2015, 1, 1),
            "Generaldirektorin (Internationaler Währungsfonds)",
            "Director General (International Monetary Fund)",
        ),
    ],
)
def test_the_office_of_a_day_has_a_name_in_both_languages(person: str, day: date, german: str, english: str) -> None:
    held = role_on(person, day)
    assert held is not None
    assert (held.german, held.english) == (german, english)


def test_after_the_last_day_of_a_term_there_is_no_office() -> None:
    assert role_on("fumio-kishida", date(2025, 1, 15)) is None


def test_terms_stand_in_the_order_of_time() -> None:
    begins = [role.begins or date.min for role in roles("mark-rutte")]
    assert len(begins) > 1
    assert begins == sorted(begins)


@pytest.mark.parametrize("actor_id", ["japan", "otto-mustermann"])
def test_who_holds_no_office_has_no_roles(actor_id: str) -> None:
    assert roles(actor_id) == ()
    assert role_on(actor_id, date(2022, 1, 1)) is None
