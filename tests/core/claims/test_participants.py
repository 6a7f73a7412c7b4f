"""Who takes part in what a clause tells of, and as what."""

from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def parts(claims: list[Claim]) -> set[tuple[str, str]]:
    """The participants of the only claim, with their roles."""
    (claim,) = claims
    return {(part.actor_id, part.role) for part in claim.participants}


def test_an_area_behind_in_takes_no_part_in_what_happens_there(told: Told) -> None:
    assert parts(told("Im April ist die Arbeitslosenquote in der EU gefallen.", EU="Rat")) == set()


@pytest.mark.parametrize(
    ("place", "names"),
    [("im Osloer Landtag", {"Osloer Landtag": "Rat"}), ("innerhalb der EU", {"EU": "Rat"})],
)
def test_a_house_and_an_area_where_something_is_said_take_no_part(
    told: Told, place: str, names: dict[str, str]
) -> None:
    text = f"Anna Meier kritisierte Bo Lund {place}."
    assert parts(told(text, **names)) == {("Anna Meier", "agent"), ("Bo Lund", "target")}


def test_a_medium_where_something_is_said_takes_no_part(told: Told) -> None:
    text = "Anna Meier kritisierte Bo Lund auf Nordpost."
    assert parts(told(text)) == {("Anna Meier", "agent"), ("Bo Lund", "target")}


@pytest.mark.parametrize(
    "text",
    ["Die stärksten Rückgänge meldeten Norwegen und Finnland.", "Rückgänge verzeichneten auch Norwegen und Finnland."],
)
def test_actors_behind_their_object_act(told: Told, text: str) -> None:
    assert parts(told(text)) == {("Norwegen", "agent"), ("Finnland", "agent")}


def test_a_body_before_its_object_is_no_object(told: Told) -> None:
    assert ("Finnland", "agent") not in parts(told("Die Behörden warnten Norwegen und Finnland."))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Meier kritisierte die Politik Norwegens.", {("Anna Meier", "agent"), ("Norwegen", "target")}),
        ("Anna Meier lehnte den Vorschlag von Bo Lund ab.", {("Anna Meier", "agent"), ("Bo Lund", "target")}),
        (
            "Finnland hat ebenso wie Schweden den Rat kritisiert.",
            {("Finnland", "agent"), ("Schweden", "agent"), ("Rat", "target")},
        ),
        ("Am Montag wurde der Rat von Norwegen angegriffen.", {("Rat", "target"), ("Norwegen", "agent")}),
        ("Finnland beantragte am Montag Hilfe beim Rat.", {("Finnland", "agent"), ("Rat", "target")}),
        ("Eine Zusammenarbeit mit Norwegen lehnte Anna Meier ab.", {("Anna Meier", "agent"), ("Norwegen", "partner")}),
    ],
)
def test_the_phrase_of_an_actor_tells_its_role(told: Told, text: str, who: set[tuple[str, str]]) -> None:
    assert parts(told(text)) == who


def test_who_does_what_a_noun_tells_stands_behind_durch(told: Told) -> None:
    text = "Die Abschiebung von rund 100 Menschen durch Norwegen erfolgte am 3. Mai 2015."
    assert parts(told(text)) == {("Norwegen", "agent")}


def test_a_state_where_force_is_used_is_no_party(told: Told) -> None:
    assert parts(told("Am Montag wurden drei Menschen in Norwegen getötet.")) == set()
