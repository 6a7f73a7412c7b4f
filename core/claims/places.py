"""Where a claim's event was: the place named nearest to its trigger, else an organisation's seat."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.claims.lexicon import seats
from core.claims.scene import Scene
from core.german.compounds import head_in
from core.german.grammar import grammar


class ClaimPlace(NamedTuple):
    """A place by its name, the token that it begins in, and the state that it is, or is in, where known."""

    name: str
    at: int
    state: str | None


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int) -> ClaimPlace | None:
    """The place named among some tokens nearest to the trigger; where somebody comes from is none."""
    among = frozenset(tokens)
    for places in (list(_named(scene, among)), list(_seats(scene, among))):
        if places:
            return min(places, key=lambda place: (abs(place.at - trigger), place.at))
    return None


def _named(scene: Scene, tokens: frozenset[int]) -> Iterator[ClaimPlace]:
    parts, last = grammar().nouns.parts_of_places, len(scene.words) - 1
    whole = {i + 2 for i in tokens if scene.words[i].text in parts and scene.words[min(i + 1, last)].text == "von"}
    origins = {i for row in scene.phrases for p in row if p.preposition in {"aus", "von"} for i in p.tokens} - whole
    for i in tokens - origins:
        for place in scene.places.get(i, ()) if i + 2 not in whole else ():
            yield ClaimPlace(place.name, i, scene.analysis.hosts.get(place.name))


def _seats(scene: Scene, tokens: frozenset[int]) -> Iterator[ClaimPlace]:
    """Seats behind `in` (`im NATO-Hauptquartier`), in the state where the organisation has its seat."""
    for phrase in (p for row in scene.phrases for p in row if p.preposition == "in"):
        word = scene.words[phrase.head]
        if phrase.head in tokens and head_in(word.text, seats()) is not None:
            owners = [mention.actor_id for mention in scene.mentions.get(phrase.head, ())]
            states = [scene.analysis.hosts[owner] for owner in owners if owner in scene.analysis.hosts]
            yield ClaimPlace(word.text.lstrip("-"), phrase.head, next(iter(states), None))
