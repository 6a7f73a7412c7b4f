"""Places that no list knows, by what stands before their names."""

from collections.abc import Callable

import pytest

from core.actors import DocumentActors

Find = Callable[..., DocumentActors]


def places(found: DocumentActors) -> list[str]:
    return [place.name for place in found.places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zwei Männer wurden am Montag in Gornja Radgona festgenommen.", "Gornja Radgona"),
        ("Das Haus in der Provinz Hama brannte.", "Hama"),
        ("In der Ostukraine wurde gekämpft.", "Ostukraine"),
        ("Der Mann wurde in der Grenzstadt Fakolo gesehen.", "Fakolo"),
        ("Sie leben im finnischen Vaasa.", "Vaasa"),
        ("Auf einem Hof im niederbayerischen Mering brach Feuer aus.", "Mering"),
        ("In Wien-Hietzing wurde ein Mann verhaftet.", "Wien-Hietzing"),
        ("Das Mädchen wurde in einem Hotel in Lierbach gefunden.", "Lierbach"),
        ("Die Container in der Kaserne in Lier-Rosenheim brannten.", "Lier-Rosenheim"),
        ("Der Mann wurde östlich von Tan Jubi gesehen.", "Tan Jubi"),
        ("Er kam in der Nähe des Dorfes Bet Hanun ums Leben.", "Bet Hanun"),
        ("Am Abend sind in der Grenzstadt Fakolo Versammlungen verboten.", "Fakolo"),
        ("Er wurde am Bremer Hauptbahnhof gesehen.", "Bremen"),
        ("Er wurde am Münchner Flughafen gesehen.", "München"),
        ("Das Boot sank vor der finnischen Küste.", "finnische Küste"),
        ("An der Grenze zu Finnland wurde gewartet.", "Grenze zu Finnland"),
    ],
)
def test_a_name_is_a_place_by_what_stands_before_it(actors_in: Find, text: str, place: str) -> None:
    assert places(actors_in(text)) == [place]


def test_names_joined_to_a_place_are_places_too(actors_in: Find) -> None:
    found = actors_in("In Skarvik, Tromvik und Bodvik wurde am Montag gefeiert.")
    assert places(found) == ["Skarvik", "Tromvik", "Bodvik"]


@pytest.mark.parametrize(
    "text",
    [
        "In Umfragen-Samplings ist er vorn.",
        "Die Wien-Wahl ist am Sonntag.",
        "Sie las in Anna Karenina.",
        "Er trat in Rente.",
        "Er fand im kleinen Anna einen Freund.",
        "In ihm war es still.",
        "Er sah in Lehrlingen ein Vorbild.",
        "Er wohnt in der Bremer Straße.",
        "Der Bremer Bürgermeister sprach.",
    ],
)
def test_other_words_behind_in_are_none(actors_in: Find, text: str) -> None:
    assert places(actors_in(text)) == []


def test_a_state_is_a_place_behind_a_noun_for_states(actors_in: Find) -> None:
    assert places(actors_in("Im Nachbarland Norwegen wurde gewartet.")) == ["Norwegen"]
