"""Names are read whole, and those of bodies by the noun before them."""

from collections.abc import Callable

import pytest

from core.actors.values import DocumentActors

Find = Callable[..., DocumentActors]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gestern kündigte Ettore Gotti Beispielo das an.", {"Ettore Gotti Beispielo"}),
        ("Der Redakteur Benedikt Beispielo ging.", {"Benedikt Beispielo"}),
        ("Der Manager Tilo Berlin ging.", {"Tilo Berlin"}),
        ("Die Baumarktkette Zylonix schließt.", {"Zylonix"}),
        ("Das sagt der Satellitenfernsehanbieter Zylonix Austria.", {"Zylonix Austria"}),
        ("Das sagt die Internationale Agentur für Schneckenkunde.", {"Internationale Agentur für Schneckenkunde"}),
        (
            "Der Vorsitzende des Österreichischen Verbands der Schnecken (ÖVS) ging.",
            {"Österreichischer Verband der Schnecken"},
        ),
        ("Das Institut für Schnecken- und Algenkunde (ISA) ging.", {"Institut für Schnecken- und Algenkunde"}),
        ("Gegen Beispielo C. wurde Haftbefehl erlassen.", {"Beispielo C."}),
        ("Gegen Benedikt C. Anklage zu erheben ist schwer.", {"Benedikt C."}),
        ("Zu Gast ist Xerfried Beispielo (Leiter des Hauses).", {"Xerfried Beispielo"}),
        ("Gestern kam Prinz Georg Otto von Bremen.", {"Georg Otto von Bremen"}),
        ("UN-Hochkommissar Said Raad al-Beispiel ging.", {"Said Raad al-Beispiel"}),
        ("Sprecher Ahmed bin Mohammed al-Beispiel ging.", {"Ahmed bin Mohammed al-Beispiel"}),
        ("Gestern kam Otto von Bremen aus.", set()),
        ("Sie sagten den Betroffenen Hilfe zu.", set()),
        ("Sie fordern dort eine Bad Bank.", set()),
        ("Die Menschenkette Wien kam.", set()),
    ],
)
def test_how_far_a_name_reaches(actors_in: Find, text: str, names: set[str]) -> None:
    assert {actor.name for actor in actors_in(text).unknown} == names


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Lina von Ostau kam. Von Ostau ging.", "Von Ostau"),
        ("Otto Freiherr zu Beispielstein kam. Zu Beispielstein ging.", "Zu Beispielstein"),
        ("Lina von der Beispielo kam. „Von der Beispielo ging“, hieß es.", "Von der Beispielo"),
        ("Ursula von der Leyen kam. Von der Leyen ging.", "Von der Leyen"),
        ("Von der Leyen ging.", "Von der Leyen"),
    ],
)
def test_the_particles_of_a_surname_open_a_sentence(actors_in: Find, text: str, opening: str) -> None:
    last = actors_in(text).mentions[-1]
    assert last.text == opening
    assert len({mention.actor_id for mention in actors_in(text).mentions}) == 1


def test_a_preposition_before_a_plain_surname_is_none(actors_in: Find) -> None:
    text = "Lina Beispielo kam. Von Beispielo stammt der Plan."
    assert actors_in(text).mentions[-1].text == "Beispielo"
