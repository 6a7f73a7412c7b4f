"""Where a claim's event was: the place named nearest to its trigger, else an organisation's seat, or the dateline."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.claims.lexicon import EventType, bodily, bodily_nouns, event_nouns, role_words, venues
from core.claims.scene import Scene
from core.german.adjectives import is_of_place
from core.german.compounds import head_in, is_among
from core.german.grammar import grammar
from core.german.phrases import Phrase, before_preposition
from core.german.tags import DETERMINERS, NAMES, PREPOSITIONS
from core.model import Token


class ClaimPlace(NamedTuple):
    """A place by its name, the token that it begins in, and the state that it is, or is in, where known."""

    name: str
    at: int
    state: str | None


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int, event: EventType) -> ClaimPlace | None:
    """The place among some tokens where an event of a type was; where somebody comes from is none.

    What stands in the trigger's clause counts before what stands in others, a town before what it lies in (`in Lier im
    Norden Norwegens`), what stands by itself before what a noun has behind it (`die Polizei in Oslo`), then what is
    nearest to the trigger. Of places that are joined, the first counts.
    """
    among = frozenset(tokens)
    home = scene.home_of(trigger)
    own = frozenset(home.tokens if home is not None else ())

    def distance(place: ClaimPlace) -> tuple[bool, bool, bool, int]:
        of_noun = _is_of_noun(scene, place.at, trigger)
        return place.at not in own, _only_tells_which(scene, place.at), of_noun, abs(place.at - trigger)

    named = [place for place in _named(scene, among - scene.dateline, trigger, event) if not is_joined(scene, place.at)]
    for places in (named, list(_seats(scene, among))):
        if places:
            return min(places, key=distance)
    return _dateline(scene, among, event)


def _dateline(scene: Scene, tokens: frozenset[int], event: EventType) -> ClaimPlace | None:
    """The only place that a report begins with; from a capital much is reported that was elsewhere.

    A town that no list has is one as well. None is where the sentence says in what kind of place it was (`in mehreren
    Städten`) or that it was everywhere, where the words are about that place (`Oslo – Er verurteilte den Anschlag in
    Oslo`), and of business, which is reported from where a company has its seat.
    """
    if "trade" in event.traits or any(scene.words[i].text.lower() in venues().throughout for i in tokens):
        return None
    phrases = (phrase for row in scene.phrases for phrase in row if phrase.preposition in role_words().where)
    if any(phrase.head in tokens and _is_land(scene, phrase.head) for phrase in phrases):
        return None
    begins = sorted(tokens & scene.dateline)
    places = [_place(scene, place.name, i) for i in begins for place in scene.places.get(i, ())]
    named = all(scene.words[i].tag in NAMES | {"NN", "NNA"} for i in begins) and not _stands_above(scene)
    if begins and not places and named and scene.mentions.keys().isdisjoint(begins):
        places = [ClaimPlace(" ".join(scene.words[i].text for i in begins), begins[0], None)]
    if len({place.name for place in places}) != 1 or any(scene.words[i].text == "/" for i in begins):
        return None
    if "spoken" in event.traits and any(place.name == places[0].name for place in named_in(scene)):
        return None
    return places[0] if places[0].state is None or "encounter" in event.traits else None


def _stands_above(scene: Scene) -> bool:
    """Whether the report begins, with its place, below a sentence: `Reportage – Sender wehrt sich. | Oslo – Der …`."""
    below = range(scene.index + 1, min(scene.index + 1 + _LEAD, len(scene.analysis.sentences)))
    return any(Scene(scene.analysis, i).dateline for i in below)


_LEAD = 3
"""Sentences below a heading within which a report begins."""


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


def pointed_at(scene: Scene, at: int) -> tuple[Scene, ClaimPlace] | None:
    """The place that a word such as `dort` stands for, with its sentence: the last before it, or the only one before.

    None where the sentence names none before the word, and the sentence before it none or several.
    """
    before = [place for place in named_in(scene) if place.at < at]
    if before:
        return scene, before[-1]
    last = Scene(scene.analysis, scene.index - 1) if scene.index else None
    named = named_in(last) if last is not None else []
    return (last, named[0]) if last is not None and len({place.name for place in named}) == 1 else None


def _base(scene: Scene, at: int) -> str:
    lower = scene.words[at].text.lower()
    return grammar().prepositions.get(lower, lower)


def _named(scene: Scene, tokens: frozenset[int], trigger: int, event: EventType) -> Iterator[ClaimPlace]:
    """The places behind a preposition of place, and that are visited; one on the way only where something goes there.

    A union of states is one behind `in`: `in der EU fiel die Quote`. What stands in brackets tells of something else.
    """
    directions = grammar().nouns.parts_of_places
    for i in sorted(tokens - scene.brackets):
        for place in scene.places.get(i, ()) if scene.words[i].text not in directions else ():
            before = before_place(scene, i)
            said = before is not None and _says_where(scene, before, event)
            said = said and not _is_of_other(scene, before, i, trigger, event)
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
        elif word.tag not in DETERMINERS | {"ADJA", "CARD"} and not _is_beside(scene, k, at):
            return _before_phrase(scene, at) if _is_land(scene, at - 1) else None
        k -= 1
    return None


def _before_phrase(scene: Scene, at: int) -> int | None:
    """The preposition of a name's phrase, or of that which it is an attribute of: `in der Kirche der Stadt Oslo`."""
    row, phrase = _phrase_of(scene, at)
    while phrase is not None and phrase.function == "attribute" and phrase.host is not None:
        phrase = row[phrase.host]
    return phrase.tokens[0] - 1 if phrase is not None and phrase.preposition else None


_JOINING = frozenset({"und", "oder", "sowie", ",", "/"})
_OF = frozenset({"von", "vom", "zu", "zur", "zum"})


def _leads_on(scene: Scene, at: int) -> bool:
    """Whether a word before `von` or `zu` says where with it: `südlich von Oslo`, `an der Grenze zu Norwegen`."""
    word = scene.words[at]
    edge = word.tag == "NN" and head_in(word.text, venues().edges) is not None
    return edge or word.text.lower() in role_words().where or _is_land(scene, at)


def _is_land(scene: Scene, at: int) -> bool:
    """Whether a word is a noun for a place, or for a part of one: `Stadt`, `Dorfes`, `10.000-Einwohner-Stadt`."""
    word = scene.words[at]
    lands = role_words().lands | role_words().settled
    noun = word.tag == "NN" or (word.tag == "NE" and "-" in word.text)
    return noun and is_among(word, lands)


def _is_city(scene: Scene, at: int) -> bool:
    """Whether a word says of which city a place is a part: `im Osloer Vorort Lier`."""
    return is_of_place(scene.words[at]) and _is_land(scene, at + 1)


def _is_beside(scene: Scene, noun: int, at: int) -> bool:
    """Whether a word between a preposition and a place's name tells more of the place: a land, a city, a house there.

    `in der Stadt Oslo`, `im Osloer Vorort Lier`, `im Krankenhaus Bergen`, `am Rand von Oslo`.
    """
    if _is_land(scene, noun) or _is_city(scene, noun):
        return True
    known, word = venues().houses if noun == at - 1 else venues().edges, scene.words[noun]
    return word.tag == "NN" and head_in(word.text, known) is not None


def _is_visited(scene: Scene, at: int, event: EventType) -> bool:
    """Whether a place is what a journey is to, without a preposition: `besuchte Oslo`."""
    row, _ = _phrase_of(scene, at)
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
    """Whether behind a place an adjective says whose place it is: `eine in Oslo lebende Künstlerin`."""
    word = next((word for word in scene.words if word.start > end), None)
    if word is None or word.tag != "ADJA":
        return False
    return word.text.rstrip("nrsem").endswith("end") or word.text.startswith(venues().dwelling)


def _is_of_noun(scene: Scene, at: int, trigger: int) -> bool:
    """Whether a place stands right behind a noun that is not what tells of the event, and no time."""
    noun = _noun_before(scene, before_place(scene, at))
    return noun is not None and noun != trigger and not _ends_place(scene, noun)


def _noun_before(scene: Scene, preposition: int | None) -> int | None:
    """The noun right before a preposition, that of a time left out."""
    noun = preposition - 1 if preposition else -1
    stands = noun >= 0 and scene.words[noun].tag in {"NN", "NNA", "NE"} and noun not in scene.time_tokens
    return noun if stands else None


def _ends_place(scene: Scene, at: int) -> bool:
    """Whether a place's name ends in a word, the nouns behind it and signs left out."""
    end = scene.words[at].end
    return any(place.end == end for row in scene.places.values() for place in row)


def _only_tells_which(scene: Scene, at: int) -> bool:
    """Whether a place only says which town another one is, right behind it: `in Lier im Norden Norwegens`.

    One that something lies near does so before the other, and so does a border: `südlich von Oslo in der Siedlung
    Lier`, `an der Grenze zu Norwegen bei Lier`.
    """
    noun = _noun_before(scene, before_place(scene, at))
    if noun is not None and _ends_place(scene, noun):
        first = next(i for i, row in scene.places.items() if any(p.end == scene.words[noun].end for p in row))
        return not _is_rough(scene, first) or _is_border(scene, at)
    end = max(place.end for place in scene.places[at]) if at in scene.places else 0
    behind = next((i for i, word in enumerate(scene.words) if word.start > end), None)
    after = [i for i in scene.places if behind is not None and i > behind and before_place(scene, i) == behind]
    return _is_rough(scene, at) and bool(after) and not _is_border(scene, after[0])


def _is_rough(scene: Scene, at: int) -> bool:
    """Whether something is only said to be near a place, at a border or a coast, or in a land or a river.

    Towns have no article of their own: `in der Donau in Krems`.
    """
    before = before_place(scene, at)
    near = before is not None and _base(scene, before) not in {"in", "auf", "an"}
    near = near or scene.words[at - 1].tag in {"ART", "APPRART"}
    names = [word for place in scene.places.get(at, ()) for word in place.name.split()]
    return near or any(head_in(word, role_words().lands) is not None for word in names)


def _is_border(scene: Scene, at: int) -> bool:
    """Whether a place is a border or a coast, along which there are many: `an der norwegischen Grenze`."""
    words = [word.lower() for place in scene.places.get(at, ()) for word in place.name.split()]
    return any(word.endswith(("grenze", "küste")) for word in words)


def is_joined(scene: Scene, at: int) -> bool:
    """Whether a place goes on a list of places, or says of one what it is: `in Oslo und in Bergen`, `in Lier, …`."""
    k = at - 1
    while k > 0 and (scene.words[k].tag in DETERMINERS | {"ADJA", "CARD"} | PREPOSITIONS or _is_land(scene, k)):
        k -= 1
    return k > 0 and scene.words[k].text in _JOINING and _ends_place(scene, k - 1)


def _is_of_other(scene: Scene, before: int | None, at: int, trigger: int, event: EventType) -> bool:
    """Whether a place belongs to another event, whose noun it stands behind, or is where a journey that is named went.

    An accident and the like is told by more than one noun: `Bei den Unruhen in Oslo wurde ein Mann verletzt.`
    """
    noun = _noun_before(scene, before)
    if before is None or noun is None or noun == trigger or _ends_place(scene, noun):
        return False
    nouns = list(_nouns_before(scene, noun))
    if trigger in nouns:
        return False
    if "journey" not in event.traits and _is_bound_for(scene, before, at):
        return True
    if event in bodily():
        return False
    named = nouns if "spoken" in event.traits else [noun]
    return any(_is_happening(scene.words[i]) for i in named) or _tells_when(scene, noun)


def _nouns_before(scene: Scene, noun: int) -> Iterator[int]:
    """A noun, and those that it says more of, back to the first: `Übergriffe` of `die Übergriffe auf Frauen`."""
    row, phrase = _phrase_of(scene, noun)
    yield noun
    while phrase is not None and phrase.preposition:
        phrase = before_preposition(row, phrase)
        if phrase is not None:
            yield phrase.head


def _phrase_of(scene: Scene, at: int) -> tuple[tuple[Phrase, ...], Phrase | None]:
    """The phrases of the clause that a word stands in, and the one that it is part of."""
    home = scene.home_of(at)
    row = scene.phrases[scene.clauses.index(home)] if home is not None else ()
    return row, next((phrase for phrase in row if at in phrase.tokens), None)


def _is_happening(word: Token) -> bool:
    """Whether a noun tells of what happens at one spot, such as an attack."""
    return is_among(word, bodily_nouns())


def _tells_when(scene: Scene, noun: int) -> bool:
    """Whether a noun for an event only says before or after what something was: `nach der Wahl in Oslo`."""
    _, phrase = _phrase_of(scene, noun)
    if phrase is None or phrase.preposition not in role_words().about_when:
        return False
    return is_among(scene.words[noun], event_nouns())


def _is_bound_for(scene: Scene, before: int, at: int) -> bool:
    """Whether a preposition tells with its case where something goes: `nach Oslo`, `in die Türkei`, `in den Iran`."""
    if _base(scene, before) in role_words().whither:
        return True
    article = scene.words[before + 1].text.lower()
    if _base(scene, before) != "in" or before + 1 == at or scene.words[before + 1].tag != "ART":
        return False
    return article in {"die", "das"} or (article == "den" and head_in(scene.words[at].text, venues().several) is None)


def _seats(scene: Scene, tokens: frozenset[int]) -> Iterator[ClaimPlace]:
    """Seats behind `in` (`im NATO-Hauptquartier`), in the state where the organisation has its seat."""
    for phrase in (p for row in scene.phrases for p in row if p.preposition == "in"):
        word = scene.words[phrase.head]
        if phrase.head in tokens and head_in(word.text, venues().seats) is not None:
            owners = [mention.actor_id for mention in scene.mentions.get(phrase.head, ())]
            states = [scene.analysis.hosts[owner] for owner in owners if owner in scene.analysis.hosts]
            yield ClaimPlace(word.text.lstrip("-"), phrase.head, next(iter(states), None))
