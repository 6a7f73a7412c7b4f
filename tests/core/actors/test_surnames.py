"""Two persons of one surname in a text, and surnames that are taken for other words."""

from collections.abc import Callable

import pytest

from core.actors import DocumentActors
from core.actors.knowledge import Knowledge
from core.actors.names import family_name

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


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Clara Merck verklagte die Merck KGaA. Merck lehnte einen Vergleich ab.", "Merck"),
        ("Clara Weber verklagte die Weber GmbH. Weber lehnte einen Vergleich ab.", "Weber"),
        ("Ola Källenius traf Ferdinand Porsche; Porsche kündigte einen Vertrag an.", "Porsche"),
        ("Die Robert Bosch GmbH warb um Robert Bosch. Bosch kritisierte die EU.", "Bosch"),
    ],
)
def test_a_surname_that_is_a_company_s_name_too_stays_open(meant_by: Meant, text: str, surname: str) -> None:
    assert meant_by(surname, text) == []


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Minister Hans Henkel reiste nach Rom. Henkel traf Olaf Scholz.", "Henkel"),
        ("Ferdinand Porsche reiste nach Rom. Herr Porsche traf Olaf Scholz.", "Porsche"),
    ],
)
def test_a_title_tells_that_a_person_is_meant(meant_by: Meant, text: str, surname: str) -> None:
    assert len(meant_by(surname, text)) == 1


def test_a_surname_set_against_another_begins_a_sentence(meant_by: Meant) -> None:
    text = "Anna Beispielo-Kurz kam. Beispielo-Kurz hingegen erklärte das."
    assert meant_by("Beispielo-Kurz", text) == ["anna-beispielo-kurz"]


def test_a_name_that_needs_context_is_a_surname_behind_a_given_name(meant_by: Meant) -> None:
    assert meant_by("Swoboda", "Ernst Swoboda kam. Das ist gut, so Swoboda.") == ["ernst-swoboda"]


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Angela Merkel", "DEU", "Merkel"),
        ("Hans-Jürgen von Brunn", None, "von Brunn"),
        ("Ban Ki-moon", "KOR", "Ban"),
        ("Xi Jinping", "CHN", "Xi"),
        ("Fumio Kishida", "JPN", "Kishida"),
        ("Madonna", "USA", None),
        ("Zorx Merkel", None, None),
    ],
)
def test_family_names_stand_first_or_last_by_country(
    knowledge: Knowledge, name: str, country: str | None, family: str | None
) -> None:
    assert family_name(name, country, knowledge) == family


def test_who_speaks_by_surname_alone_is_known_by_the_full_name(meant_by: Meant) -> None:
    text = "Nedroslav Bilotic war lange dabei. Das sei gut, sagt Bilotic."
    assert meant_by("Bilotic", text) == ["nedroslav-bilotic"]


def test_what_stands_before_a_known_surname_is_no_given_name(meant_by: Meant) -> None:
    text = "Otto Lund lobte Mayer. Lund Mayer? Er kenne ihn, sagte Lund."
    assert meant_by("Lund", text) == ["otto-lund"]


@pytest.mark.parametrize(
    ("text", "surname", "who"),
    [
        ("Alexei Nawalnij kam. Nawalnij sprach.", "Nawalnij", ["alexei-nawalny"]),
        ("Der Außenminister Sergei Lavrov kam. Lavrovs Sprecher schwieg.", "Lavrovs", ["sergei-lawrow"]),
    ],
)
def test_a_surname_in_another_spelling_is_taken_up_in_it(
    meant_by: Meant, text: str, surname: str, who: list[str]
) -> None:
    assert meant_by(surname, text) == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die belgische Staatsanwaltschaft klagte einen Mann an.", "Staatsanwaltschaft (Belgien)"),
        ("Die serbische Opposition kritisierte den Plan.", "Opposition (Serbien)"),
    ],
)
def test_a_demonym_tells_whose_body_it_is(actors_in: Callable[..., DocumentActors], text: str, name: str) -> None:
    assert [actor.name for actor in actors_in(text).unknown] == [name]


def test_surnames_alone_are_those_of_who_is_named_in_full(meant_by: Meant) -> None:
    text = "Präsident Ruiz Calvo reist ab. Das teilte Präsident Enrique Ruiz Calvo am Freitag mit."
    assert meant_by("Ruiz Calvo", text) == ["enrique-ruiz-calvo"]


def test_an_abbreviation_is_no_short_surname(meant_by: Meant) -> None:
    assert meant_by("LI", "Die LI 22 prüft den Antrag.") == []
    assert meant_by("MA", "Die MA 22 prüft den Antrag.") == []
