"""Where a claim's event was: the place named nearest to its trigger, else an organisation's seat, or the dateline."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.claims.lexicon import EventType, role_words, seats
from core.claims.scene import Scene
from core.german.compounds import head_in
from core.german.grammar import grammar
from core.german.tags import DETERMINERS, PREPOSITIONS


class ClaimPlace(NamedTuple):
    """A place by its name, the token that it begins in, and the state that it is, or is in, where known."""

    name: str
    at: int
    state: str | None


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int, event: EventType) -> ClaimPlace | None:
    """The place among some tokens where an event of a type was; where somebody comes from is none.

    What stands in the trigger's clause counts before what stands in others, what stands by itself before what a noun
    has behind it (`die Polizei in Oslo`), then what is nearest to the trigger.
    """
    among = frozenset(tokens)
    home = scene.home_of(trigger)
    own = frozenset(home.tokens if home is not None else ())

    def distance(place: ClaimPlace) -> tuple[bool, bool, int]:
        return place.at not in own, _is_of_noun(scene, place.at, trigger), abs(place.at - trigger)

    for places in (list(_named(scene, among - scene.dateline, event)), list(_seats(scene, among))):
        if places:
            return min(places, key=distance)
    return _dateline(scene, among, event)


def _dateline(scene: Scene, tokens: frozenset[int], event: EventType) -> ClaimPlace | None:
    """The only place that a report begins with; from a capital much is reported that was elsewhere."""
    begins = sorted(tokens & scene.dateline)
    places = [_place(scene, place.name, i) for i in begins for place in scene.places.get(i, ())]
    if len({place.name for place in places}) != 1:
        return None
    return places[0] if places[0].state is None or "encounter" in event.traits else None


def _place(scene: Scene, name: str, at: int) -> ClaimPlace:
    return ClaimPlace(name, at, scene.analysis.hosts.get(name))


def named_in(scene: Scene) -> list[ClaimPlace]:
    """The places that a sentence says something to be in, in order; those on the way to which one is are none."""
    found = []
    directions = grammar().nouns.parts_of_places
    for i in sorted(scene.places.keys() - scene.dateline):
        before = before_place(scene, i) if scene.words[i].text not in directions else None
        if before is not None and _base(scene, before) in role_words().where:
            found += [_place(scene, place.name, i) for place in scene.places[i]]
    return found


def _base(scene: Scene, at: int) -> str:
    lower = scene.words[at].text.lower()
    return grammar().prepositions.get(lower, lower)


def _named(scene: Scene, tokens: frozenset[int], event: EventType) -> Iterator[ClaimPlace]:
    """The places behind a preposition of place, and that are visited; one on the way only where something goes there.

    A union of states is one behind `in`: `in der EU fiel die Quote`.
    """
    directions = grammar().nouns.parts_of_places
    for i in sorted(tokens):
        for place in scene.places.get(i, ()) if scene.words[i].text not in directions else ():
            before = before_place(scene, i)
            said = before is not None and _says_where(scene, before, event)
            if (said or _is_visited(scene, i, event)) and not _is_of_people(scene, place.end):
                yield _place(scene, place.name, i)
        for mention in scene.mentions.get(i, ()) if event.place == "only" and "spoken" not in event.traits else ():
            before = before_place(scene, i) if mention.text.lower() in role_words().areas else None
            if before is not None and _base(scene, before) == "in" and _says_where(scene, before, event):
                yield ClaimPlace(mention.text, i, None)


def before_place(scene: Scene, at: int) -> int | None:
    """The preposition before a place's name, or before the place that it is joined to: `im Bezirk Oslo und in Bergen`.

    Nouns for places may stand between, and parts of it: `in der Stadt Oslo`, `im Norden von Oslo`.
    """
    words, k = scene.words, at - 1
    while k >= 0:
        word = words[k]
        if word.tag in PREPOSITIONS or word.text.lower() in role_words().where:
            if word.text.lower() not in _OF or k == 0 or not _leads_on(scene, k - 1):
                return k
        elif word.text in _JOINING:
            joined = next((i for i in range(k - 1, max(-1, k - 4), -1) if i in scene.places), None)
            return None if joined is None else before_place(scene, joined)
        elif word.tag not in DETERMINERS | {"ADJA", "CARD"} and not _is_land(scene, k) and not _is_city(scene, k):
            return _before_phrase(scene, at) if _is_land(scene, at - 1) else None
        k -= 1
    return None


def _before_phrase(scene: Scene, at: int) -> int | None:
    """The preposition of a name's phrase, or of that which it is an attribute of: `in der Kirche der Stadt Oslo`."""
    home = scene.home_of(at)
    row = scene.phrases[scene.clauses.index(home)] if home is not None else ()
    phrase = next((phrase for phrase in row if at in phrase.tokens), None)
    while phrase is not None and phrase.function == "attribute" and phrase.host is not None:
        phrase = row[phrase.host]
    return phrase.tokens[0] - 1 if phrase is not None and phrase.preposition else None


_JOINING = frozenset({"und", "oder", "sowie", ",", "/"})
_OF = frozenset({"von", "vom", "zu", "zur", "zum"})


def _leads_on(scene: Scene, at: int) -> bool:
    """Whether a word before `von` or `zu` says where with it: `südlich von Oslo`, `an der Grenze zu Norwegen`."""
    return scene.words[at].text.lower() in role_words().where or _is_land(scene, at)


def _is_land(scene: Scene, at: int) -> bool:
    """Whether a word is a noun for a place, or for a part of one."""
    word = scene.words[at]
    return word.tag == "NN" and head_in(word.text, role_words().lands | role_words().settled) is not None


def _is_city(scene: Scene, at: int) -> bool:
    """Whether a word says of which city a place is a part: `im Osloer Vorort Lier`."""
    return scene.words[at].text.endswith("er") and scene.words[at].text[0].isupper() and _is_land(scene, at + 1)


def _is_visited(scene: Scene, at: int, event: EventType) -> bool:
    """Whether a place is what a journey is to, without a preposition: `besuchte Oslo`."""
    home = scene.home_of(at)
    row = scene.phrases[scene.clauses.index(home)] if home is not None else ()
    objects = (phrase for phrase in row if phrase.function == "object" and not phrase.preposition)
    return "journey" in event.traits and any(at in phrase.tokens for phrase in objects)


def _says_where(scene: Scene, at: int, event: EventType) -> bool:
    """Whether a preposition says where an event of a type was."""
    base = _base(scene, at)
    noun = scene.words[at - 1] if at else None
    behind_noun = noun is not None and noun.tag in {"NN", "NNA"}
    if base in role_words().whither:
        return "spoken" not in event.traits and (event.place != "only" or not behind_noun)
    return base in role_words().where and not (
        behind_noun and noun is not None and head_in(noun.text, role_words().seated) is not None
    )


def _is_of_people(scene: Scene, end: int) -> bool:
    """Whether a present participle stands behind a place: `eine in Oslo lebende Künstlerin`."""
    word = next((word for word in scene.words if word.start > end), None)
    return word is not None and word.tag == "ADJA" and word.text.rstrip("nrsem").endswith("end")


def _is_of_noun(scene: Scene, at: int, trigger: int) -> bool:
    """Whether a place stands right behind a noun that is not what tells of the event, or its verb's."""
    before = before_place(scene, at)
    noun = before - 1 if before else -1
    return noun >= 0 and noun != trigger and scene.words[noun].tag in {"NN", "NNA", "NE"}


def _seats(scene: Scene, tokens: frozenset[int]) -> Iterator[ClaimPlace]:
    """Seats behind `in` (`im NATO-Hauptquartier`), in the state where the organisation has its seat."""
    for phrase in (p for row in scene.phrases for p in row if p.preposition == "in"):
        word = scene.words[phrase.head]
        if phrase.head in tokens and head_in(word.text, seats()) is not None:
            owners = [mention.actor_id for mention in scene.mentions.get(phrase.head, ())]
            states = [scene.analysis.hosts[owner] for owner in owners if owner in scene.analysis.hosts]
            yield ClaimPlace(word.text.lstrip("-"), phrase.head, next(iter(states), None))
