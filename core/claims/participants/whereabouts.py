"""Actors that a clause names only to say where something is, or where somebody is from."""

from core.claims.lexicon import EventType, nouns_of, role_words
from core.claims.participants.functions import done_by
from core.claims.scene import Scene
from core.german.compounds import head_in, is_among
from core.german.grammar import grammar
from core.german.phrases import Phrase, first_of_list
from core.german.tags import DETERMINERS, NAMES, PREPOSITIONS
from core.model import Mention, Token


def is_of_those_there(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase only tells who lives or rules where something is: `in der von Kurden bewohnten Provinz Muster`.

    Args:
        scene: the sentence.
        at: the clause.
        phrase: the phrase that names them.
    """
    where = done_by(scene, at, phrase)
    if where is None or where.preposition not in role_words().locative:
        return False
    return any(is_among(scene.words[i], role_words().lands | role_words().settled) for i in where.tokens)


def only_says_where(scene: Scene, at: int, mention: Mention, phrase: Phrase | None, event: EventType) -> bool:
    """Whether a mention only says where: `beim Gipfel in Litauen`, `in der EU fiel die Quote`, `bei Muster-TV`.

    Args:
        scene: the sentence.
        at: the token that the mention begins in.
        mention: the mention.
        phrase: the phrase that it stands in.
        event: the type of the event. To some the state where it happens is a party.
    """
    if phrase is None:
        return False
    kind = scene.analysis.kinds.get(mention.actor_id)
    if phrase.preposition in role_words().media and (kind == "media" or _is_platform(mention)):
        return True
    if kind not in {"state", "place", "organisation"}:
        return False
    if _is_part_of_land(scene, at) or _is_origin(scene, at, phrase, event):
        return True
    if phrase.preposition not in _INSIDE:
        return False
    noun = _noun_before(scene, at)
    if noun is not None and event.place == "only" and head_in(scene.words[noun].text, role_words().posts) is not None:
        return True
    if noun is not None and head_in(scene.words[noun].text, role_words().belonging) is not None:
        return False
    name = mention.text.lower()
    area = (name in role_words().areas and "encounter" not in event.traits) or name.endswith(role_words().houses)
    return (area or _is_place(scene, mention) or _is_listed_place(scene, phrase)) and event.place == "only"


_INSIDE = frozenset({"in", "innerhalb"})


def _is_platform(mention: Mention) -> bool:
    return mention.text.lower() in role_words().platforms


def _is_place(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition of place stands before a name itself, and not only before a phrase joined to its own."""
    return any(
        place.start == mention.start and place.end == mention.end
        for places in scene.places.values()
        for place in places
    )


def _is_listed_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is in a list of places, which a preposition opens: `in Norwegen, dem Iran | und Finnland`.

    In the phrase stands nothing but the name, and its article: not so `in der Region und Norwegens Armee`.
    """
    if not phrase.joined or any(scene.words[i].tag not in NAMES | {"ART"} for i in phrase.tokens):
        return False
    at = next(at for at, row in enumerate(scene.phrases) if phrase in row)
    first = first_of_list(scene.phrases[at], phrase)
    return any(_is_place(scene, mention) for i in first.tokens for mention in scene.mentions.get(i, ()))


def _is_part_of_land(scene: Scene, at: int) -> bool:
    """Whether a name says whose land a place is a part of: `an der Grenze zu Norwegen`, `im Süden Norwegens`.

    Of `zwischen Norwegen und Finnland` each name does. A border that something is done to is no such place: `schloss
    die Grenze zu Norwegen`.
    """
    joined = at > 1 and scene.words[at - 1].tag == "KON" and scene.words[at - 2].tag in NAMES
    noun = _noun_before(scene, at - 2 if joined else at)
    if noun is None or head_in(scene.words[noun].text, role_words().lands) is None:
        return False
    preposition = _preposition_before(scene, noun)
    return preposition is not None and preposition in role_words().locative


def _is_origin(scene: Scene, at: int, phrase: Phrase, event: EventType) -> bool:
    """Whether a name says where somebody is from, or on the way from or through: `Flüchtlinge aus Norwegen`."""
    if phrase.preposition == "über":
        return "journey" in event.traits
    if phrase.preposition != "aus":
        return False
    noun = _noun_before(scene, at)
    return "journey" in event.traits or (noun is not None and _is_anybody(scene.words[noun]))


def _is_anybody(noun: Token) -> bool:
    """Whether a noun names people who do not act for the state that they are from."""
    return not is_among(noun, role_words().officials) and is_among(noun, nouns_of("person", "refugee", "troops"))


def _noun_before(scene: Scene, at: int) -> int | None:
    """The noun right before the phrase of a name, and its preposition, if it has one."""
    i = at - 1
    while i >= 0 and scene.words[i].tag in DETERMINERS | {"ADJA"}:
        i -= 1
    if i > 0 and scene.words[i].tag in PREPOSITIONS:
        i -= 1
    return i if i >= 0 and scene.words[i].tag in {"NN", "NE", "NNA"} else None


def _preposition_before(scene: Scene, noun: int) -> str | None:
    """The preposition of the phrase that ends in a noun, in its base form."""
    i = noun - 1
    while i >= 0 and (scene.words[i].tag in DETERMINERS | {"ADJA", "CARD", "ADV"}):
        i -= 1
    if i < 0 or scene.words[i].tag not in PREPOSITIONS:
        return None
    word = scene.words[i].text.lower()
    return grammar().prepositions.get(word, word)
