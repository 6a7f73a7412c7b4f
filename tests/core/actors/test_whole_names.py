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
        ("Sie sagten den Betroffenen Hilfe zu.", set()),
        ("Sie fordern dort eine Bad Bank.", set()),
        ("Die Menschenkette Wien kam.", set()),
    ],
)
def test_how_far_a_name_reaches(actors_in: Find, text: str, names: set[str]) -> None:
    assert {actor.name for actor in actors_in(text).unknown} == names
