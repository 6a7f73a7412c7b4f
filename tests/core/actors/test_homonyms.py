"""Names that bodies of several countries bear, and names that a place or a title of nobility is a part of."""

from collections.abc import Callable

import pytest

Ids = Callable[..., set[str]]
Meant = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Der Bundesrat lehnte das Gesetz ab.", "bundesrat"),
        ("Der Schweizer Bundesrat lehnte das Gesetz ab.", "swiss-federal-council"),
        ("Der Bundesrat in Bern lehnte das Gesetz ab.", "swiss-federal-council"),
        ("Österreich wählt. ÖVP und SPÖ lehnten das ab, der Bundesrat auch.", "austrian-federal-council"),
        ("Die ÖVP sprach in Wien mit den Grünen.", "austrian-greens"),
        ("Die ÖVP sprach in Wien. Die Bundesregierung lehnte ab.", "austria"),
        ("Die Bundesregierung lehnte ab.", "germany"),
        ("Die SPD sprach in Berlin mit den Grünen.", "greens"),
    ],
)
def test_a_name_that_several_countries_use_goes_by_the_country_of_the_text(ids_in: Ids, text: str, actor: str) -> None:
    assert actor in ids_in(text)


def test_each_of_two_homonyms_beside_its_capital_is_read_by_itself(meant_by: Meant) -> None:
    text = "Der Nationalrat in Bern stimmte zu. Der Nationalrat in Wien lehnte ab."
    assert meant_by("Nationalrat", text) == ["swiss-national-council", "nationalrat"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Das teilte die SPÖ Tirol am Montag mit.", "spoe-tirol"),
        ("Das teilte die Tiroler SPÖ am Montag mit.", "spoe-tirol"),
        ("Die steirische FPÖ klagte.", "fpoe-steiermark"),
        ("Gestern hat der Kärntner Landtag zugestimmt.", "kaerntner-landtag"),
        ("Gestern hat die Tiroler Landesregierung zugestimmt.", "tiroler-landesregierung"),
        ("Die Staatsanwaltschaft Wien ermittelt.", "staatsanwaltschaft-wien"),
        ("Das sagten Ermittler des Landeskriminalamtes Niederösterreich.", "landeskriminalamt-niederoesterreich"),
    ],
)
def test_bodies_of_a_place_are_actors_of_their_own(ids_in: Ids, text: str, actor: str) -> None:
    assert actor in ids_in(text)


def test_a_state_s_adjective_makes_no_branch(ids_in: Ids) -> None:
    assert "afd" in ids_in("Die deutsche AfD lehnte das ab.")


@pytest.mark.parametrize(
    "name",
    [
        "Alexander Graf Lambsdorff",
        "Karl-Theodor Freiherr zu Guttenberg",
        "Johann Baron von Waldeck",
        "Otto Graf Schönburg",
    ],
)
def test_a_title_of_nobility_is_part_of_the_name(meant_by: Meant, name: str) -> None:
    assert len(meant_by(name, f"Am Montag traf {name} in Wien den Kanzler.")) == 1


def test_a_body_before_the_name_of_another_describes_it(ids_in: Ids) -> None:
    assert ids_in("Die Bundespolizei FBI ermittelt.") == {"fbi"}
    assert ids_in("Die Bundespolizei ermittelt.") != set()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Die SPÖ kam. Die Sozialdemokraten fordern mehr.", "spo"),
        ("ÖVP, FPÖ und SPÖ reagierten. Der Rechnungshof prüft das.", "austrian-court-of-audit"),
        ("ÖVP, FPÖ und SPÖ reagierten. Die Nationalbank prüft das.", "oenb"),
        ("Die Tageszeitung Österreich berichtete.", "oesterreich-zeitung"),
    ],
)
def test_a_common_name_is_of_the_country_that_the_text_is_about(ids_in: Ids, text: str, actor: str) -> None:
    assert actor in ids_in(text)
    assert "austria" not in ids_in(text)


@pytest.mark.parametrize("people", ["tausende Ungarn", "drei Polen", "viele Schweden"])
def test_people_are_not_their_state(ids_in: Ids, people: str) -> None:
    assert ids_in(f"Am Montag demonstrierten {people} in Oslo.") <= {"norway"}
