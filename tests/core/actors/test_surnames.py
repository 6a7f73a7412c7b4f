"""Two persons of one surname in a text, and surnames that are taken for other words."""

from collections.abc import Callable

Meant = Callable[..., list[str]]


def test_a_surname_of_two_is_open_unless_the_form_of_address_tells(meant_by: Meant) -> None:
    text = "Stefan Müller lobte Bettina Müller. Müller wies das ab. Herr Müller ging. Frau Müller blieb."
    assert meant_by("Müller", text) == ["stefan-mueller", "bettina-mueller"]


def test_who_was_called_by_a_surname_before_keeps_it(meant_by: Meant) -> None:
    text = "Barack Obama kam. Obama sprach. Dann kam Michelle Obama. Obama ging."
    assert meant_by("Obama", text) == ["barack-obama", "barack-obama"]


def test_a_surname_that_begins_a_sentence_is_no_noun(meant_by: Meant) -> None:
    text = "Peter Greste wurde verurteilt. Greste wurde abgeschoben."
    assert meant_by("Greste", text) == ["peter-greste"]


def test_a_surname_set_against_another_begins_a_sentence(meant_by: Meant) -> None:
    text = "Anna Beispielo-Kurz kam. Beispielo-Kurz hingegen erklärte das."
    assert meant_by("Beispielo-Kurz", text) == ["anna-beispielo-kurz"]


def test_a_name_that_needs_context_is_a_surname_behind_a_given_name(meant_by: Meant) -> None:
    assert meant_by("Swoboda", "Ernst Swoboda kam. Das ist gut, so Swoboda.") == ["ernst-swoboda"]
