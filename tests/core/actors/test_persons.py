"""Persons: who is one, under which name, and in what office."""

from collections.abc import Callable
from datetime import date

import pytest

from core.actors import DocumentActors
from core.model import Interval, SegmentKind

Ids = Callable[..., set[str]]
Find = Callable[..., DocumentActors]


@pytest.mark.parametrize(
    "text",
    [
        "Außenministerin Annalena Baerbock reiste ab.",
        "Baerbocks Reise endete. Annalena Baerbock war zufrieden.",
        "Annalena Baerbock sprach. Dann ging Baerbock.",
        "ANNALENA BAERBOCK IN ROM",
    ],
)
def test_a_known_person_has_one_id_under_every_name(ids_in: Ids, text: str) -> None:
    assert ids_in(text) == {"annalena-baerbock"}


@pytest.mark.parametrize("name", ["Fumio Kishida", "Kishida Fumio", "Fumio Kischida"])
def test_japanese_names_are_known_in_both_orders(ids_in: Ids, name: str) -> None:
    assert ids_in(f"Gestern sprach {name}. Danach ging Kishida.") == {"fumio-kishida"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Der Polizeisprecher Jörn Beispiel bestätigte das.", "Jörn Beispiel", "Polizeisprecher"),
        (
            "Das sagte Tilda Beispiel, Professorin an der Universität Bonn.",
            "Tilda Beispiel",
            "Professorin an der Universität Bonn",
        ),
        ("Frau Dr. Quandtmeier widersprach.", "Quandtmeier", None),
        (
            "Das Mitglied des polnischen Senats Marek Beispiel sagte Nein.",
            "Marek Beispiel",
            "Mitglied des polnischen Senats",
        ),
    ],
)
def test_unknown_persons_are_known_by_given_name_and_title(
    actors_in: Find, text: str, name: str, role: str | None
) -> None:
    person = next(actor for actor in actors_in(text).unknown if actor.kind == "person")
    assert (person.name, person.role) == (name, role)


def test_a_demonym_in_the_title_tells_the_country(actors_in: Find) -> None:
    (person,) = actors_in("Der polnische Abgeordnete Marek Beispiel kam.").unknown
    assert person.country == "POL"


def test_a_byline_in_capitals_is_a_person(actors_in: Find) -> None:
    (person,) = actors_in("ERNA BEISPIEL", kind="byline").unknown
    assert (person.actor_id, person.name) == ("erna-beispiel", "Erna Beispiel")


def test_particles_belong_to_the_surname(ids_in: Ids) -> None:
    text = "Moderator Jan van der Beispiel kam. Später ging van der Beispiel, und Beispiel lachte."
    assert ids_in(text) == {"jan-van-der-beispiel"}


def test_two_persons_of_one_surname_are_two_actors(ids_in: Ids) -> None:
    text = "Lea Beispiel und Tom Beispiel stritten."
    assert ids_in(text) == {"lea-beispiel", "tom-beispiel"}


def test_a_surname_alone_names_nobody_in_particular_without_more(ids_in: Ids) -> None:
    assert ids_in("Gestern kam Müller mit dem Fahrrad.") == set()


def test_a_surname_that_is_a_place_is_the_person_of_the_document(actors_in: Find) -> None:
    text = "Konrad Freiberg sprach. Später widersprach Freiberg, der in Freiberg wohnt."
    actors = actors_in(text)
    assert [m.text for m in actors.mentions] == ["Konrad Freiberg", "Freiberg"]
    assert [p.name for p in actors.places] == ["Freiberg"]


def test_glued_and_neighbouring_names_are_told_apart(ids_in: Ids) -> None:
    text = "Mark Rutte kam. Fumio Kishida kam. Im Gespräch mit KishidaRutte sagte: Ja. Dann lobte Rutte Kishidas Rede."
    assert ids_in(text) == {"mark-rutte", "fumio-kishida"}


def test_an_office_comes_with_its_term(actors_in: Find) -> None:
    (office,) = actors_in("Der frühere japanische Premierminister Fumio Kishida kam.").offices
    assert office.actor_id == "fumio-kishida"
    assert office.office == "prime-minister"
    assert (office.begins, office.ends) == (date(2021, 10, 4), date(2024, 10, 1))
    assert office.former


def test_a_deputy_holds_no_office(actors_in: Find) -> None:
    assert actors_in("Der stellvertretende Premierminister Taro Aso kam.").offices == ()


def test_title_and_time_tell_which_of_two_holders_is_meant(actors_in: Find) -> None:
    text = "US-Präsident Bush reiste ab."
    early = Interval(date(1990, 5, 1), date(1990, 5, 1))
    late = Interval(date(2006, 5, 1), date(2006, 5, 1))
    assert [m.actor_id for m in actors_in(text, early).mentions if m.text == "Bush"] == ["george-h-w-bush"]
    assert [m.actor_id for m in actors_in(text, late).mentions if m.text == "Bush"] == ["george-w-bush"]


def test_offices_do_not_depend_on_the_date(actors_in: Find) -> None:
    text = "Premierministerin Sanna Marin traf Kanzler Scholz."
    day = Interval(date(2022, 5, 1), date(2022, 5, 1))
    assert actors_in(text).offices == actors_in(text, day).offices


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jana und Otto Beispiel stritten.", {"Jana Beispiel", "Otto Beispiel"}),
        ("Der Müllkommissar De Beispielo ging.", {"De Beispielo"}),
        ("Trainer John van't Beispiel ging.", {"John van't Beispiel"}),
        ("Seine Tochter Tilda lachte.", {"Tilda"}),
        ("Bruder Leichtfuss lachte.", set()),
        ("Bald kommt ein neuer Jana Song.", set()),
    ],
)
def test_how_far_a_name_reaches(actors_in: Find, text: str, names: set[str]) -> None:
    assert {actor.name for actor in actors_in(text).unknown} == names


def test_further_given_names_belong_to_a_known_person(actors_in: Find) -> None:
    actors = actors_in("Der ägyptische Präsident Muhammad Husni Mubarak reiste ab.")
    assert [(m.text, m.actor_id) for m in actors.mentions if m.kind == "name"] == [
        ("Muhammad Husni Mubarak", "husni-mubarak")
    ]


@pytest.mark.parametrize("kind", ["body", "byline"])
def test_a_line_without_a_name_is_nobody(actors_in: Find, kind: SegmentKind) -> None:
    assert actors_in("Verwandte Artikel", kind=kind).unknown == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Er traf den IG Metall-Vorsitzenden Otto Mustermann.", "IG Metall-Vorsitzender"),
        ("Er traf die IG Metall-Vorsitzende Jana Mustermann.", "IG Metall-Vorsitzende"),
        ("Die Aussage des UN-Botschafters Otto Mustermann war kurz.", "UN-Botschafter"),
    ],
)
def test_roles_stand_in_the_nominative(actors_in: Find, text: str, role: str) -> None:
    (person,) = actors_in(text).unknown
    assert person.role == role


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Der Norweger Oddvar Beispielsen gewann.", "NOR"),
        ("Gewonnen hat die Dänin Bodil Beispielsen.", "DNK"),
        ("Er schlug den Finnen Onni Beispielo.", "FIN"),
    ],
)
def test_a_word_for_one_of_a_people_tells_person_and_country(actors_in: Find, text: str, country: str) -> None:
    (person,) = actors_in(text).unknown
    assert (person.kind, person.country, person.role) == ("person", country, None)


def test_one_of_a_people_takes_a_person_up_again(meant_by: Callable[..., list[str]]) -> None:
    text = "Der Norweger Oddvar Muster kam. Der Norweger ging. Die Sicht der Norweger ist anders."
    assert meant_by("Norweger", text) == ["oddvar-muster"]


def test_whose_somebody_is_is_no_part_of_the_name(ids_in: Ids) -> None:
    assert ids_in("Karl Wilderers Exanwalt Otto Muster schweigt.") == {"karl-wilderer", "otto-muster"}


def test_a_surname_that_is_a_given_name_elsewhere_stands_behind(ids_in: Ids) -> None:
    assert ids_in("Professor Edgar Aslan forscht. Später sprach Aslan.") == {"edgar-aslan"}


def test_a_name_in_apposition_to_a_long_title_is_a_persons(ids_in: Ids) -> None:
    text = "Das sagte der Sprecher der Stelle für Rechte und Fragen (XRF), Edilberto Sandoval, am Montag."
    assert "edilberto-sandoval" in ids_in(text)
